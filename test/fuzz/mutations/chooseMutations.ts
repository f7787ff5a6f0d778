/** All that can be done to a workbook, and how often each kind is drawn. */
import { editPart, sheetParts } from '../book';
import type { Random } from '../random';
import { CELL_EDITS } from './cells';
import type { Mutation, SheetEdit } from './mutation';
import { BOOK_EDITS, LIST_EDITS, STYLE_EDITS, XML_EDITS } from './package';
import { STRUCTURE_EDITS } from './structure';
import { BYTE_EDITS } from './zipBytes';

const onSheet = (edits: Readonly<Record<string, SheetEdit>>): readonly Mutation[] =>
  Object.entries(edits).map(([name, edit]) => ({
    kind: 'parts',
    name,
    apply(book, random) {
      editPart(book, random.oneOf(sheetParts(book)), (xml) => edit(xml, random));
    },
  }));

const onParts = (edits: typeof XML_EDITS): readonly Mutation[] =>
  Object.entries(edits).map(([name, apply]) => ({ kind: 'parts', name, apply }));

/** What no reader takes: drawn with the damage, so that most files still open. */
const REFUSED: ReadonlySet<string> = new Set([
  'cell twice',
  'row twice',
  'sheet twice',
  'sheets of one name',
  'cell with a wrong name',
  'row number wrong',
  'broken value',
]);
const isTaken = ({ name }: Mutation): boolean => !REFUSED.has(name);

const ALL = { cells: onSheet(CELL_EDITS), structure: onSheet(STRUCTURE_EDITS), book: onParts(BOOK_EDITS) };
const CELLS = ALL.cells.filter(isTaken);
const STRUCTURE = ALL.structure.filter(isTaken);
const STYLES = onParts(STYLE_EDITS);
const BOOK = ALL.book.filter(isTaken);
const DAMAGE: readonly Mutation[] = [
  ...[...ALL.cells, ...ALL.structure, ...ALL.book].filter((mutation) => !isTaken(mutation)),
  ...onParts(XML_EDITS),
  ...onParts(LIST_EDITS),
  ...Object.entries(BYTE_EDITS).map(([name, apply]): Mutation => ({ kind: 'bytes', name, apply })),
];

/** A mutation and the seed of its own choices, so that others can be left out without changing it. */
export interface Step {
  readonly mutation: Mutation;
  readonly seed: number;
}

/** Most runs leave a file that still opens: what is wrong with a form is found behind the door. */
export function chooseSteps(random: Random): readonly Step[] {
  const step = (mutations: readonly Mutation[]): readonly Step[] => {
    const mutation = random.oneOf(mutations);
    return mutation ? [{ mutation, seed: random.below(2 ** 31) }] : [];
  };
  if (random.chance(18)) return [...(random.chance(50) ? step(CELLS) : []), ...step(DAMAGE)];
  const count = random.pick([1, 1, 2, 3, 5, 8]);
  return Array.from({ length: count }, () =>
    step(random.pick([CELLS, CELLS, CELLS, CELLS, STRUCTURE, STRUCTURE, STYLES, BOOK])),
  ).flat();
}
