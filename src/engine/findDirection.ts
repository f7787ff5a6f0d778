/**
 * Whether a number is a floor or a ceiling, in the order of the rules: a person's choice, the written operator or
 * word, the category (cost) or the name of what should not happen, else a floor.
 */
import type { Decimal } from './decimal';
import { normaliseText } from './normaliseText';
import type { Direction, DirectionSource, StepCode } from './outcome';
import words from './nameWords.json';
import type { Change, DirectionWord } from './readEntry';
import type { Sign } from './scanText';
import type { Unit } from './readUnit';
import { remember } from './remember';

export interface DirectionClues {
  readonly level1: string | null;
  readonly level2: string | null;
  readonly name: string;
  /** Chosen by a person. */
  readonly chosen: Direction | null;
  readonly target: Decimal;
  readonly sign: Sign | null;
  readonly word: DirectionWord | null;
  /** The unit the target is compared in. */
  readonly unit: Unit;
  readonly change: Change;
}

export interface FoundDirection {
  readonly kind: Direction;
  readonly from: DirectionSource;
  /** What decided: the sign, the word, the label or the part of the name. */
  readonly because: string;
  readonly step: StepCode;
}

const SHOWN_SIGNS = { '>': '≥', '<': '≤', '=': '=' } as const;

/** The name without brackets, numbering and punctuation at its end. */
const bareName = remember((name) =>
  withoutBrackets(normaliseText(name))
    .replace(/\([^()]*$/, '')
    .replace(/[><=±]? ?[\d.]+ ?[%‰]?/g, '')
    .replace(/[\s★*。;,、:"“”]/g, ''),
);

/** Takes out brackets with what stands in them, those within others first. */
function withoutBrackets(text: string): string {
  const without = text.replace(/\([^()]*\)/g, '');
  return without === text ? text : withoutBrackets(without);
}

/** Finds the words that a text ends with, in the order of the list. */
function findEndings(words: readonly string[]): (text: string) => readonly string[] {
  const lengths = [...new Set(words.map(({ length }) => length))].sort((one, other) => one - other);
  const places = new Map(words.map((word, place) => [word, place]));
  return (text) => {
    const found: { readonly ending: string; readonly place: number }[] = [];
    for (const length of lengths) {
      if (length > text.length) break;
      const ending = text.slice(-length);
      const place = places.get(ending);
      if (place !== undefined) found.push({ ending, place });
    }
    return found.sort((one, other) => one.place - other.place).map(({ ending }) => ending);
  };
}

/** Finds the word that a text ends with; of several the one that comes first in the list. */
function findEnding(words: readonly string[]): (text: string) => string | null {
  const endingsOf = findEndings(words);
  return (text) => endingsOf(text)[0] ?? null;
}

const amountEnding = findEnding(words.amounts);
const rateEnding = findEnding(words.rates);
const headEnding = findEnding(words.heads);
const tailsOf = findEndings(words.tails);
const namedRateEnding = findEnding(words.rateEndings);
const namedCountEnding = findEnding(words.countEndings);

const MOST_TAILS = 3;

/** The name without words for how it is counted, in every way: 安全事故发生数 is about 安全事故. */
function withoutTails(name: string): string[] {
  const names = [name];
  let last = [name];
  for (let round = 0; round < MOST_TAILS; round += 1) {
    last = last.flatMap((longer) =>
      tailsOf(longer)
        .filter((tail) => longer.length > tail.length)
        .map((tail) => longer.slice(0, -tail.length)),
    );
    names.push(...last);
  }
  return names;
}

/** The part of the name that names what should not happen or should be small; null when there is none. */
export function findHarm(rawName: string): string | null {
  const name = bareName(rawName);
  const amount = amountEnding(name);
  if (amount !== null) return amount;
  const rate = rateEnding(name);
  if (rate !== null) {
    const before = name.slice(0, -rate.length);
    const isGood =
      words.ratesExceptFor.includes(rate) && words.ratesExcept.some((word) => before.includes(word));
    return isGood ? null : rate;
  }
  const isWork = words.actions.some((word) => name.includes(word) && !words.ceilingActions.includes(word));
  if (isWork) return null;
  for (const stem of withoutTails(name)) {
    const head = headEnding(stem);
    if (head !== null) return head;
  }
  return /违法.{0,6}案件?(?:数量?|件数|起数)?$/.test(name) ? '违法案件' : null;
}

function isCost(level: string): boolean {
  return (
    words.costLevels.some((word) => level.includes(word)) &&
    !words.notCostLevels.some((word) => level.includes(word))
  );
}

/** The label that makes the row a cost row, the nearer one first; null when none does. */
export function findCostLevel(level1: string | null, level2: string | null): string | null {
  return [level2, level1].find((level) => level !== null && isCost(level)) ?? null;
}

/** True when the name says that a share is counted: 率, 比例, 满意度. */
export function namesRate(name: string): boolean {
  return namedRateEnding(bareName(name)) !== null;
}

/** True when the name says that things are counted: 人数, 次数. */
export function namesCount(name: string): boolean {
  return namedCountEnding(bareName(name)) !== null;
}

const TIME = new RegExp(words.timeWords.join('|'));
/** The levels are those of many rows. */
const namesTime = remember((level) => TIME.test(level));

/** True when the row is about when something happens. */
export function isTimely(level1: string | null, level2: string | null, name: string): boolean {
  return namesTime(level1 ?? '') || namesTime(level2 ?? '') || TIME.test(name);
}

function isMoney({ unit, name }: DirectionClues): boolean {
  if (unit.kind === 'money') return true;
  if (unit.kind !== 'none') return false;
  return !namesRate(name) && !namesCount(name);
}

/** Decides the direction of a target; every row has one. */
export function findDirection(clues: DirectionClues): FoundDirection {
  const { sign, word, target, chosen } = clues;
  if (chosen !== null) return { kind: chosen, from: 'person', because: '', step: `${chosen}-from-person` };
  const isFloor = sign === '>' || (sign !== '<' && word?.direction === 'floor');
  if (target.isZero() && !isFloor)
    return { kind: 'ceiling', from: 'zero', because: '0', step: 'ceiling-from-zero' };
  if (sign === '>' || sign === '<') {
    const kind = sign === '>' ? 'floor' : 'ceiling';
    return { kind, from: 'operator', because: SHOWN_SIGNS[sign], step: `${kind}-from-operator` };
  }
  if (word !== null) {
    return { kind: word.direction, from: 'word', because: word.text, step: `${word.direction}-from-word` };
  }
  const cost = findCostLevel(clues.level1, clues.level2);
  if (sign === '=') {
    const isCeiling = cost !== null && isMoney(clues);
    return isCeiling
      ? { kind: 'ceiling', from: 'category', because: cost, step: 'equals-as-ceiling' }
      : { kind: 'floor', from: 'operator', because: '=', step: 'equals-as-floor' };
  }
  const isReduction = clues.change === 'down' || words.savings.some((saving) => clues.name.includes(saving));
  if (!isReduction) {
    if (cost !== null)
      return { kind: 'ceiling', from: 'category', because: cost, step: 'ceiling-from-category' };
    const harm = findHarm(clues.name);
    if (harm !== null) return { kind: 'ceiling', from: 'name', because: harm, step: 'ceiling-from-name' };
  }
  return { kind: 'floor', from: 'default', because: '', step: 'floor-from-default' };
}
