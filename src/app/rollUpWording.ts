/** Puts what a roll-up leaves to a person into words: one sentence a reason, with the indicators that it holds for. */
import { LEFT_CODES, type LeftCode, type LeftToPerson, type Place } from '../engine/rollUp/rolledUp';
import type { Say, SentenceKey } from '../locales/sentences';

export interface LeftGroup {
  readonly code: LeftCode;
  readonly items: readonly LeftToPerson[];
}

/** By reason, the more urgent ones first. */
export function groupLeft(left: readonly LeftToPerson[]): readonly LeftGroup[] {
  return LEFT_CODES.map((code) => ({ code, items: left.filter((item) => item.code === code) })).filter(
    ({ items }) => items.length > 0,
  );
}

const LEFT: Readonly<Record<LeftCode, SentenceKey>> = {
  'money-missing': 'rollUp.left.money-missing',
  'money-unit-unknown': 'rollUp.left.money-unit-unknown',
  'budget-missing': 'rollUp.left.budget-missing',
  'spent-missing': 'rollUp.left.spent-missing',
  'years-differ': 'rollUp.left.years-differ',
  'block-left-out': 'rollUp.left.block-left-out',
  'score-missing': 'rollUp.left.score-missing',
  'score-shared': 'rollUp.left.score-shared',
  'weight-missing': 'rollUp.left.weight-missing',
  'no-average': 'rollUp.left.no-average',
  'actual-missing': 'rollUp.left.actual-missing',
  unreadable: 'rollUp.left.unreadable',
  'units-differ': 'rollUp.left.units-differ',
  'directions-differ': 'rollUp.left.directions-differ',
  'kinds-differ': 'rollUp.left.kinds-differ',
  'unit-assumed': 'rollUp.left.unit-assumed',
  'name-repeated': 'rollUp.left.name-repeated',
  'text-to-write': 'rollUp.left.text-to-write',
  'not-all-met': 'rollUp.left.not-all-met',
  'typed-differs': 'rollUp.left.typed-differs',
  'not-measured': 'rollUp.left.not-measured',
  'levels-differ': 'rollUp.left.levels-differ',
  'weights-differ': 'rollUp.left.weights-differ',
  'only-one-form': 'rollUp.left.only-one-form',
};

/** The reason alone. */
export function sayLeftCode(code: LeftCode, say: Say): string {
  return say(LEFT[code]);
}

/** So many cells are named for one indicator. */
const MOST_PLACES = 4;

/** The indicator or the form that it is about. */
export function sayLeftName({ match, params }: LeftToPerson): string {
  const name = (match === null ? params['form'] : params['name']) ?? '';
  return name.replace(/[。．.；;]+$/, '');
}

/** What it is about, with the cells to look at. */
function sayLeftItem(item: LeftToPerson, say: Say): string {
  const { places } = item;
  const [first] = places;
  const name = sayLeftName(item);
  const cells = places.slice(0, MOST_PLACES).map(placeName).join(say('list.comma'));
  const shown =
    places.length > MOST_PLACES ? say('rollUp.places', { cells, count: String(places.length) }) : cells;
  return first?.cell === null && places.length === 1 ? name : say('rollUp.item', { name, cells: shown });
}

function placeName({ sheet, cell }: Place): string {
  return cell === null ? sheet : `${sheet}!${cell}`;
}

/** A whole line: the reason and all that it holds for. */
export function sayLeft({ code, items }: LeftGroup, say: Say): string {
  return say('rollUp.left', {
    reason: sayLeftCode(code, say),
    items: items.map((item) => sayLeftItem(item, say)).join(say('list.comma')),
  });
}
