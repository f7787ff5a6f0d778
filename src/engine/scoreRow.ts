/**
 * What one row earns: reads its target and its actual, tries the bases of the rules in their order and keeps every
 * step, so that a person can follow how a score came about.
 */
import { alignQuantities, type Aligned, type RowClues } from './compareQuantities';
import { Decimal, roundTo, ZERO } from './decimal';
import { findDirection, isTimely, namesRate, type FoundDirection } from './findDirection';
import type { Entry } from './entry';
import { isDone, isDueDate, judgeDate } from './judgeDate';
import { isSameText } from './normaliseText';
import type { Direction, JudgedReason, Outcome, Reading, Step } from './outcome';
import {
  findChange,
  readEntry,
  withUnitColumn,
  type CellReading,
  type Quantity,
  type Range,
} from './readEntry';
import type { RuleSet } from './ruleSet';
import { writeNumber, writeQuantity, writeResult } from './writeStep';

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
}

/** What all outcomes of a row share. */
type Ground = Pick<Outcome, 'target' | 'actual'> & { readonly steps: readonly Step[] };

const NOTHING_COMPARED = {
  met: null,
  computed: null,
  targetValue: null,
  actualValue: null,
  direction: null,
} as const;

function seen(entry: Entry): string {
  return entry.text.trim() === '' ? String(entry.value ?? '') : entry.text;
}

/** The reading as the outcome shows it. */
function toReading(cell: CellReading): Reading {
  switch (cell.kind) {
    case 'quantity': {
      const { number, unit, taken } = cell;
      const hasOperator = cell.sign !== null || cell.word !== null || cell.near !== null;
      return {
        kind: 'quantity',
        value: number.times(unit.scale),
        unit: writeQuantity(ZERO, unit).slice(1),
        taken,
        hasOperator,
      };
    }
    case 'range': {
      const { low, high, unit, taken } = cell;
      return {
        kind: 'range',
        low: low.times(unit.scale),
        high: high.times(unit.scale),
        unit: writeQuantity(ZERO, unit).slice(1),
        taken,
      };
    }
    case 'date':
      return { kind: 'date', taken: cell.taken };
    case 'text':
      return { kind: 'text', why: cell.why };
    case 'blank':
    case 'mark':
      return { kind: 'blank' };
  }
}

function takenStep(side: 'target' | 'actual', text: string, cell: CellReading): Step | null {
  switch (cell.kind) {
    case 'quantity': {
      const { taken, number, unit } = cell;
      const params = { text, taken, value: writeNumber(number), unit: writeQuantity(ZERO, unit).slice(1) };
      return { code: `took-${side}`, params };
    }
    case 'range': {
      const params = {
        text,
        taken: cell.taken,
        low: writeQuantity(cell.low, cell.unit),
        high: writeQuantity(cell.high, cell.unit),
      };
      return side === 'target' ? { code: 'took-target-range', params } : null;
    }
    case 'date':
      return { code: `took-${side}-date`, params: { text, taken: cell.taken } };
    default:
      return null;
  }
}

function judge(ground: Ground, reason: JudgedReason): Outcome {
  const { target, actual } = ground;
  const step: Step = { code: `judged-${reason}`, params: {} };
  return {
    ...NOTHING_COMPARED,
    target,
    actual,
    basis: 'judged',
    judged: reason,
    steps: [...ground.steps, step],
  };
}

/** Everything that is met without a ratio: a date kept, the same text. */
function grantWhole(
  ground: Ground,
  basis: 'by-date' | 'same-text',
  step: Step,
  weight: Decimal | null,
  rules: RuleSet,
): Outcome {
  return {
    ...ground,
    ...NOTHING_COMPARED,
    basis,
    met: true,
    computed: weight === null ? null : roundTo(weight, rules.decimals),
    judged: null,
    steps: [...ground.steps, step, ...noteWeight(weight)],
  };
}

function noteWeight(weight: Decimal | null): Step[] {
  return weight === null ? [{ code: 'no-weight', params: {} }] : [];
}

interface Earned {
  readonly met: boolean;
  /** Unrounded; null without a weight. */
  readonly score: Decimal | null;
  readonly step: Step;
}

function clamp(score: Decimal, weight: Decimal): Decimal {
  return Decimal.max(ZERO, Decimal.min(score, weight));
}

/** The share of the weight that a missed target still earns, over ÷ under. */
function earnShare(
  code: 'floor-missed' | 'ceiling-missed',
  over: string,
  under: string,
  share: Decimal,
  weight: Decimal | null,
  shown: Readonly<Record<string, string>>,
  rules: RuleSet,
): Earned {
  if (weight === null) return { met: false, score: null, step: { code, params: { ...shown, formula: '' } } };
  const score = clamp(weight.times(share), weight);
  const result = writeResult(score, roundTo(score, rules.decimals));
  const formula = `${weight.toFixed()} × ${over} ÷ ${under} ${result}`;
  return { met: false, score, step: { code, params: { ...shown, formula } } };
}

/** What a floor or a ceiling earns; null where the formula has no meaning (a negative target that is missed). */
function earn(
  direction: Direction,
  { target, actual, unit }: Aligned,
  weight: Decimal | null,
  rules: RuleSet,
): Earned | null {
  const [shownTarget, shownActual] = [target, actual].map((value) =>
    writeQuantity(value.dividedBy(unit.scale), unit),
  );
  const shown = { target: shownTarget ?? '', actual: shownActual ?? '' };
  if (direction === 'floor') {
    if (target.isZero()) return { met: true, score: weight, step: { code: 'zero-floor-met', params: shown } };
    if (actual.greaterThanOrEqualTo(target))
      return { met: true, score: weight, step: { code: 'floor-met', params: shown } };
    if (target.isNegative()) return null;
    return earnShare(
      'floor-missed',
      shown.actual,
      shown.target,
      actual.dividedBy(target),
      weight,
      shown,
      rules,
    );
  }
  if (actual.lessThanOrEqualTo(target)) {
    const code = target.isZero() ? 'zero-ceiling-met' : 'ceiling-met';
    return { met: true, score: weight, step: { code, params: shown } };
  }
  if (target.isZero()) {
    return {
      met: false,
      score: weight === null ? null : ZERO,
      step: { code: 'zero-ceiling-missed', params: shown },
    };
  }
  if (target.isNegative()) return null;
  return earnShare(
    'ceiling-missed',
    shown.target,
    shown.actual,
    target.dividedBy(actual),
    weight,
    shown,
    rules,
  );
}

/** Points taken off a floor that is far exceeded, where the rule set takes any off. */
function deductOverachieved(
  direction: Direction,
  { target, actual }: Aligned,
  score: Decimal,
  rules: RuleSet,
) {
  const { from, deduct } = rules.overachieved;
  const applies =
    direction === 'floor' &&
    deduct.greaterThan(0) &&
    target.greaterThan(0) &&
    actual.dividedBy(target).greaterThanOrEqualTo(from);
  if (!applies) return { score, steps: [] };
  const left = Decimal.max(ZERO, score.minus(deduct));
  const percent = `${roundTo(actual.dividedBy(target).times(100), 2).toFixed()}%`;
  const params = { percent, formula: `${score.toFixed()} − ${deduct.toFixed()} = ${left.toFixed()}` };
  return { score: left, steps: [{ code: 'overachieved', params } satisfies Step] };
}

/** True when the words or the sign of an actual leave open on which side of the target the truth lies. */
function leavesOpen(actual: Quantity, direction: Direction): boolean {
  const upper =
    actual.sign === '<' ||
    (actual.sign === null && actual.word?.direction === 'ceiling') ||
    actual.near === 'less';
  const lower = actual.sign === '>' || (actual.sign === null && actual.word?.direction === 'floor');
  return direction === 'floor' ? upper : lower && !upper;
}

function describeDirection(direction: FoundDirection): Step {
  return { code: direction.step, params: { because: direction.because } };
}

function compareWithTarget(
  ground: Ground,
  target: Quantity,
  actual: Quantity,
  row: RowInput,
  clues: RowClues,
  rules: RuleSet,
): Outcome {
  const aligned = alignQuantities(target, actual, clues);
  if ('judged' in aligned) return judge(ground, aligned.judged);
  const direction = findDirection({
    level1: row.level1,
    level2: row.level2,
    name: row.name,
    chosen: row.direction,
    target: aligned.target,
    sign: target.sign,
    word: target.word,
    unit: aligned.unit,
    change: target.change ?? actual.change,
  });
  const steps = [...ground.steps, ...aligned.steps, describeDirection(direction)];
  const earned = earn(direction.kind, aligned, row.weight, rules);
  if (earned === null || leavesOpen(actual, direction.kind))
    return judge({ ...ground, steps }, 'not-comparable');
  const kept =
    earned.score === null
      ? { score: null, steps: [] }
      : deductOverachieved(direction.kind, aligned, earned.score, rules);
  return {
    ...ground,
    basis: direction.kind === 'floor' ? 'at-least' : 'at-most',
    met: earned.met,
    computed: kept.score === null ? null : roundTo(clampToWeight(kept.score, row.weight), rules.decimals),
    targetValue: aligned.target,
    actualValue: aligned.actual,
    direction: { kind: direction.kind, from: direction.from },
    judged: null,
    steps: [...steps, earned.step, ...kept.steps, ...noteWeight(row.weight)],
  };
}

function clampToWeight(score: Decimal, weight: Decimal | null): Decimal {
  return weight === null ? score : clamp(score, weight);
}

function compareWithRange(
  ground: Ground,
  target: Range,
  actual: Quantity,
  row: RowInput,
  clues: RowClues,
  rules: RuleSet,
): Outcome {
  const [low, high] = [target.low, target.high].map((number) =>
    alignQuantities({ number, unit: target.unit, change: target.change }, actual, clues),
  );
  if (low === undefined || high === undefined) return judge(ground, 'not-comparable');
  if ('judged' in high) return judge(ground, high.judged);
  if ('judged' in low) return judge(ground, low.judged);
  if (actual.near !== null) return judge(ground, 'not-comparable');
  const steps = [...ground.steps, ...high.steps];
  const isInside = high.actual.greaterThanOrEqualTo(low.target) && high.actual.lessThanOrEqualTo(high.target);
  if (!isInside) return judge({ ...ground, steps }, 'outside-range');
  const params = {
    low: writeQuantity(target.low, target.unit),
    high: writeQuantity(target.high, target.unit),
  };
  return {
    ...ground,
    ...NOTHING_COMPARED,
    basis: 'within',
    met: true,
    computed: row.weight === null ? null : roundTo(clampToWeight(row.weight, row.weight), rules.decimals),
    actualValue: high.actual,
    judged: null,
    steps: [...steps, { code: 'range-met', params }, ...noteWeight(row.weight)],
  };
}

/** Why a row whose target and actual cannot be compared is judged. */
function findReason(target: CellReading, actual: CellReading): JudgedReason {
  if (target.kind === 'blank' || target.kind === 'mark') return 'no-target';
  if (target.kind === 'text') return target.why;
  if (actual.kind === 'text') return actual.why;
  return actual.kind === 'mark' ? 'not-given' : 'not-comparable';
}

/** A text that is judged even where both sides agree: nothing was chosen, or only a band was named. */
function isNeverSame(cell: CellReading): boolean {
  return cell.kind === 'text' && ['option-list', 'band-name', 'scoring-rule'].includes(cell.why);
}

/** The word 无 is an answer where it is the target; every other mark leaves the cell blank. */
function isMark(actual: CellReading, row: RowInput): boolean {
  return actual.kind === 'mark' && seen(row.actual).trim() !== '无';
}

/**
 * What a row earns by sections 3 and 4 of the rules. Never throws; a row that cannot be computed is `judged` with a
 * reason, one without an actual `blank`. Scores are rounded half up to the rule set's decimals.
 */
export function scoreRow(row: RowInput, rules: RuleSet): Outcome {
  const timely = isTimely(row.level1, row.level2, row.name);
  const readTarget = readEntry(row.target, timely);
  const target = readTarget.kind === 'quantity' ? withUnitColumn(readTarget, row.unit) : readTarget;
  const actual = readEntry(row.actual, timely);
  const taken = [
    takenStep('target', seen(row.target), target),
    takenStep('actual', seen(row.actual), actual),
  ].filter((step) => step !== null);
  const ground: Ground = { target: toReading(target), actual: toReading(actual), steps: taken };

  if (actual.kind === 'blank' || isMark(actual, row)) {
    const steps: Step[] = [{ code: 'left-blank', params: {} }];
    return { ...ground, ...NOTHING_COMPARED, actual: { kind: 'blank' }, basis: 'blank', judged: null, steps };
  }
  if (target.kind === 'date' && isDueDate(target)) {
    if (actual.kind === 'date') {
      const verdict = judgeDate(target, actual);
      const params = { target: target.taken, actual: actual.taken };
      if (verdict === 'in-time')
        return grantWhole(ground, 'by-date', { code: 'date-met', params }, row.weight, rules);
      if (verdict === 'late') return judge(ground, 'late');
    } else if (isDone(seen(row.actual))) {
      const step: Step = { code: 'took-actual-done', params: { text: seen(row.actual) } };
      const params = { target: target.taken, actual: seen(row.actual).trim() };
      const done = { ...ground, steps: [...ground.steps, step] };
      return grantWhole(done, 'by-date', { code: 'date-met', params }, row.weight, rules);
    }
  }
  const clues: RowClues = { isRate: namesRate(row.name), change: findChange(row.name) };
  if (actual.kind === 'quantity' && (target.kind === 'quantity' || target.kind === 'range')) {
    if (actual.stance !== 'stated') return judge(ground, 'not-comparable');
    const notes = describeActual(actual);
    const noted = { ...ground, steps: [...ground.steps, ...notes] };
    return target.kind === 'quantity'
      ? compareWithTarget(noted, target, actual, row, clues, rules)
      : compareWithRange(noted, target, actual, row, clues, rules);
  }
  const isSame = isSameText(seen(row.target), seen(row.actual));
  if (isSame && !isNeverSame(target) && !isNeverSame(actual)) {
    const params = { text: seen(row.actual).trim() };
    return grantWhole(ground, 'same-text', { code: 'text-met', params }, row.weight, rules);
  }
  return judge(ground, findReason(target, actual));
}

function describeActual(actual: Quantity): Step[] {
  if (actual.near !== null) return [{ code: 'actual-inexact', params: { taken: actual.taken } }];
  return actual.sign === null && actual.word === null
    ? []
    : [{ code: 'actual-not-measured', params: { taken: actual.taken } }];
}
