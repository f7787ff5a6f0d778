/**
 * What one row earns: reads its target and its actual, tries the bases of the rules in their order and keeps every
 * step, so that a person can follow how a score came about.
 */
import { alignQuantities } from './compareQuantities';
import { compare, Decimal } from './decimal';
import { describeDoubt, describeTaken, seenText, toReading } from './describeReading';
import { earnPoints, earnWhole } from './earnPoints';
import type { Entry } from './entry';
import { findDirection, isTimely } from './findDirection';
import { isDone, isDueDate, judgeDate } from './judgeDate';
import { isSameText } from './normaliseText';
import type { Basis, Direction, JudgedReason, Outcome, Reading, Step, Trail } from './outcome';
import { readEntry, withUnitColumn, type CellReading, type Quantity, type Range } from './readEntry';
import type { RuleSet } from './ruleSet';
import { writeQuantity } from './writeStep';

/** A row of the form, as far as its score depends on it. */
export interface RowInput {
  readonly level1: string | null;
  readonly level2: string | null;
  readonly name: string;
  /** Operator, value and unit joined where the form splits them. */
  readonly target: Entry;
  /** The unit column, "" if the form has none. */
  readonly unit: string;
  readonly actual: Entry;
  readonly weight: Decimal | null;
  /** Chosen by a person; null leaves it to the rules. */
  readonly direction: Direction | null;
  /** The year under evaluation, for dates that name none. */
  readonly year?: number | null;
}

/** A row under way: what was read from it and the steps so far. */
interface Work {
  readonly row: RowInput;
  readonly rules: RuleSet;
  readonly target: CellReading;
  readonly actual: CellReading;
  readonly trail: Trail;
}

/** What is known of an outcome at once. */
type Result = Omit<Outcome, 'target' | 'actual' | 'steps'>;

/** What was taken and the steps are worked out when somebody asks: of thousands of rows hardly one is explained, and nothing is kept for the others. */
class RowOutcome implements Outcome {
  readonly basis: Basis;
  readonly met: boolean | null;
  readonly computed: Decimal | null;
  readonly targetValue: Decimal | null;
  readonly actualValue: Decimal | null;
  readonly direction: Outcome['direction'];
  readonly judged: JudgedReason | null;
  private readonly row: RowInput;
  private readonly rules: RuleSet;
  private explained: Pick<Outcome, 'target' | 'actual' | 'steps'> | null = null;

  constructor({ row, rules }: Work, result: Result) {
    this.basis = result.basis;
    this.met = result.met;
    this.computed = result.computed;
    this.targetValue = result.targetValue;
    this.actualValue = result.actualValue;
    this.direction = result.direction;
    this.judged = result.judged;
    this.row = row;
    this.rules = rules;
  }

  get target(): Reading {
    return this.explain().target;
  }

  get actual(): Reading {
    return this.explain().actual;
  }

  get steps(): readonly Step[] {
    return this.explain().steps;
  }

  /** Scores the row once more, and takes down how. */
  private explain(): Pick<Outcome, 'target' | 'actual' | 'steps'> {
    if (this.explained === null) {
      const steps: Step[] = [];
      const work = readRow(this.row, this.rules, steps);
      followWork(work);
      this.explained = { target: toReading(work.target), actual: toReading(work.actual), steps };
    }
    return this.explained;
  }
}

/** What a person said about the direction, where nothing else is known of it. */
function saidDirection({ row }: Work): Outcome['direction'] {
  return row.direction && { kind: row.direction, from: 'person' };
}

/** Nothing compared, nothing earned. */
function withoutComparison(work: Work, basis: 'judged' | 'blank', judged: JudgedReason | null): Outcome {
  return new RowOutcome(work, {
    basis,
    met: null,
    computed: null,
    targetValue: null,
    actualValue: null,
    direction: saidDirection(work),
    judged,
  });
}

function judge(work: Work, judged: JudgedReason): Outcome {
  work.trail?.push({ code: `judged-${judged}`, params: {} });
  return withoutComparison(work, 'judged', judged);
}

function noteWeight({ row, trail }: Work): void {
  if (row.weight === null) trail?.push({ code: 'no-weight', params: {} });
}

/** The whole weight for what is met without a ratio: a value in its range, a date kept, the same text. */
function grantWhole(
  work: Work,
  basis: 'within' | 'by-date' | 'same-text',
  actualValue: Decimal | null,
): Outcome {
  noteWeight(work);
  const computed = earnWhole(work.row.weight, work.rules);
  const direction = saidDirection(work);
  return new RowOutcome(work, {
    basis,
    met: true,
    computed,
    targetValue: null,
    actualValue,
    direction,
    judged: null,
  });
}

/** True when the words or the sign of an actual leave open on which side of the target the truth lies. */
function leavesOpen(actual: Quantity, direction: Direction): boolean {
  const word =
    actual.sign !== null || actual.word === null || actual.word.isWeak ? null : actual.word.direction;
  const isUpper = actual.sign === '<' || word === 'ceiling' || actual.near === 'less';
  const isLower = actual.sign === '>' || word === 'floor';
  return direction === 'floor' ? isUpper : isLower;
}

function compareWithTarget(work: Work, target: Quantity, actual: Quantity): Outcome {
  const { row, rules, trail } = work;
  const aligned = alignQuantities(target, actual, row, trail);
  if ('judged' in aligned) return judge(work, aligned.judged);
  const { level1, level2, name, direction: chosen } = row;
  const { sign, word } = target;
  const change = target.change ?? actual.change;
  const { target: value, unit } = aligned;
  const direction = findDirection({ level1, level2, name, chosen, target: value, sign, word, unit, change });
  trail?.push({ code: direction.step, params: { because: direction.because } });
  if (leavesOpen(actual, direction.kind)) return judge(work, 'not-comparable');
  const earned = earnPoints(direction.kind, aligned, row.weight, rules, trail);
  if (earned === null) return judge(work, 'not-comparable');
  noteWeight(work);
  return new RowOutcome(work, {
    basis: direction.kind === 'floor' ? 'at-least' : 'at-most',
    met: earned.met,
    computed: earned.score,
    targetValue: aligned.target,
    actualValue: aligned.actual,
    direction: { kind: direction.kind, from: direction.from },
    judged: null,
  });
}

function compareWithRange(work: Work, target: Range, actual: Quantity): Outcome {
  const { unit, change } = target;
  const end = { number: target.high, unit, change };
  const low = alignQuantities({ number: target.low, unit, change }, actual, work.row);
  const high = alignQuantities(end, actual, work.row);
  if ('judged' in high) return judge(work, high.judged);
  if ('judged' in low) return judge(work, low.judged);
  if (actual.near !== null) return judge(work, 'not-comparable');
  alignQuantities(end, actual, work.row, work.trail);
  const isInside = compare(high.actual, low.target) >= 0 && compare(high.actual, high.target) <= 0;
  if (!isInside) return judge(work, 'outside-range');
  work.trail?.push({
    code: 'range-met',
    params: { low: writeQuantity(target.low, unit), high: writeQuantity(target.high, unit) },
  });
  return grantWhole(work, 'within', high.actual);
}

/** The comparison of two numbers, or of a number with a range; null when there are none. */
function compareNumbers(work: Work): Outcome | null {
  const { target, actual } = work;
  if (actual.kind !== 'quantity' || (target.kind !== 'quantity' && target.kind !== 'range')) return null;
  if (actual.stance !== 'stated') return judge(work, 'not-comparable');
  work.trail?.push(...describeDoubt(actual));
  return target.kind === 'quantity'
    ? compareWithTarget(work, target, actual)
    : compareWithRange(work, target, actual);
}

/** A target date against an actual date or the plain word 完成; null when it is no such row or nobody can tell. */
function compareWithDate(work: Work): Outcome | null {
  const { row, target, actual, trail } = work;
  if (target.kind !== 'date' || !isDueDate(target)) return null;
  if (actual.kind === 'date') {
    const verdict = judgeDate(target, actual, row.year ?? null);
    if (verdict === 'late') return judge(work, 'late');
    if (verdict === 'unknown') return null;
    trail?.push({ code: 'date-met', params: { target: target.taken, actual: actual.taken } });
    return grantWhole(work, 'by-date', null);
  }
  const text = seenText(row.actual).trim();
  if (!isDone(text)) return null;
  trail?.push(
    { code: 'took-actual-done', params: { text } },
    { code: 'date-met', params: { target: target.taken, actual: text } },
  );
  return grantWhole(work, 'by-date', null);
}

/** A text that is judged even where both sides agree: nothing was chosen, or only a band was named. */
function isNeverSame(cell: CellReading): boolean {
  return cell.kind === 'text' && ['option-list', 'band-name', 'scoring-rule'].includes(cell.why);
}

/** True when the actual repeats the target; operator and unit of a split target need not be repeated. */
function saysTheSame({ row, target, actual }: Work): boolean {
  if (isNeverSame(target) || isNeverSame(actual)) return false;
  const [wanted, done] = [seenText(row.target).trim(), seenText(row.actual).trim()];
  const withoutSign = wanted.replace(/^[=＝﹦═]/, '');
  const withoutUnit =
    row.unit !== '' && withoutSign.endsWith(row.unit) ? withoutSign.slice(0, -row.unit.length) : '';
  return [wanted, withoutSign, withoutUnit].some((text) => text !== '' && isSameText(text, done));
}

/** Why a row whose target and actual cannot be compared is judged. */
function findReason({ target, actual }: Work): JudgedReason {
  if (target.kind === 'blank' || target.kind === 'mark') return 'no-target';
  if (target.kind === 'text') return target.why;
  if (actual.kind === 'text') return actual.why;
  return actual.kind === 'mark' ? 'not-given' : 'not-comparable';
}

/**
 * Beside a target that counts days or months an actual is no date where it could be a number: "12月" beside "≥12月" (a unit column 月), and a bare
 * "1948" beside "≤2743天".
 */
function readAsNumber(target: CellReading, actual: CellReading, entry: Entry): CellReading {
  if (target.kind !== 'quantity' || actual.kind !== 'date' || actual.rest.trim() !== '') return actual;
  const { unit } = target;
  if (unit.kind === 'other' && /^[\d.]+$/.test(actual.taken)) return readEntry(entry, false);
  const months = unit.name === '月' ? /^(\d{1,2})月份?$/.exec(actual.taken)?.[1] : undefined;
  if (months === undefined) return actual;
  return { ...target, number: new Decimal(months), taken: actual.taken, sign: null, word: null };
}

/** True for an actual that says nothing; 无 is an answer, and the right one where it is the target. */
function isLeftBlank(actual: CellReading, entry: Entry): boolean {
  return actual.kind === 'blank' || (actual.kind === 'mark' && seenText(entry).trim() !== '无');
}

/**
 * What a row earns by sections 3 and 4 of the rules. Never throws; a row that cannot be computed is `judged` with a
 * reason, one without an actual `blank`. Scores are rounded half up to the rule set's decimals (pro-rata scoring of
 * quantitative indicators: 财预〔2020〕10号).
 */
export function scoreRow(row: RowInput, rules: RuleSet): Outcome {
  return followWork(readRow(row, rules, null));
}

const LEFT_BLANK: CellReading = { kind: 'blank' };

/** Reads both sides of a row. */
function readRow(row: RowInput, rules: RuleSet, trail: Trail): Work {
  const timely = isTimely(row.level1, row.level2, row.name);
  const read = readEntry(row.target, timely);
  const target = read.kind === 'quantity' ? withUnitColumn(read, row.unit) : read;
  const actual = readAsNumber(target, readEntry(row.actual, timely), row.actual);
  return { row, rules, target, actual: isLeftBlank(actual, row.actual) ? LEFT_BLANK : actual, trail };
}

/** Scores what was read, and takes down the steps. */
function followWork(work: Work): Outcome {
  const { row, target, actual, trail } = work;
  if (actual.kind === 'blank') {
    trail?.push({ code: 'left-blank', params: {} });
    return withoutComparison(work, 'blank', null);
  }
  trail?.push(...describeTaken('target', row.target, target), ...describeTaken('actual', row.actual, actual));
  const dated = compareWithDate(work);
  if (dated !== null) return dated;
  const taken = trail?.length ?? 0;
  const compared = compareNumbers(work);
  if (compared !== null && compared.basis !== 'judged') return compared;
  if (saysTheSame(work)) {
    // What was tried before says nothing about why the row is met.
    trail?.splice(taken);
    trail?.push({ code: 'text-met', params: { text: seenText(row.actual).trim() } });
    return grantWhole(work, 'same-text', null);
  }
  return compared ?? judge(work, findReason(work));
}
