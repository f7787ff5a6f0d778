/** Makes one indicator of the department form from the rows of a match: figures, texts, score, sources, and what is left to a person. */
import { Decimal, ONE, sum } from '../decimal';
import type { Outcome } from '../outcome';
import { writeQuantity } from '../writeStep';
import { combineNumbers, outcomeOf, writeNumbers, type RowTerms, type RowTexts } from './combineNumbers';
import { combineScores } from './combineScores';
import { levelKey, type TakenRow } from './matchRows';
import type { LeftCode, LeftToPerson, Place, RolledUpRow, Source, Way } from './rolledUp';
import { agreeUnits, type NumberSense } from './rowSense';
import { agreedWeight } from './splitWeights';
import { textsOf, wordings } from './wordings';
import words from './words.json';

/** The money of a form by its id; null when it does not say. */
export type MoneyOf = ReadonlyMap<string, Decimal | null>;

export interface RowTask {
  readonly id: string;
  readonly rows: readonly TakenRow[];
  readonly terms: RowTerms;
  readonly money: MoneyOf;
}

export interface RowResult {
  readonly row: RolledUpRow;
  readonly left: readonly LeftToPerson[];
}

/** What a way of combining comes to. */
interface Made {
  readonly way: Way;
  readonly texts: RowTexts;
  readonly outcome: Outcome;
  /** Where the texts give none. */
  readonly typed: Decimal | null;
  readonly values: { readonly target: Decimal; readonly actual: Decimal; readonly unit: string } | null;
  readonly parts: readonly { readonly target: Decimal; readonly actual: Decimal }[];
  readonly notes: readonly LeftCode[];
}

export function rollUpRow(task: RowTask): RowResult {
  const [only, ...others] = task.rows;
  const made = only && others.length === 0 ? takeOver(only, task) : (combine(task) ?? averageScores(task));
  const { id, rows, terms } = task;
  const score = made.outcome.computed ?? made.typed;
  const row: RolledUpRow = {
    match: id,
    level1: terms.level1,
    level2: terms.level2,
    name: terms.name,
    way: made.way,
    ...made.texts,
    targetValue: made.values?.target ?? null,
    actualValue: made.values?.actual ?? null,
    unit: made.values?.unit ?? '',
    weight: terms.weight,
    score,
    isComputed: made.outcome.computed !== null,
    sources: rows.map((taken, index) => sourceOf(taken, task, made.parts[index] ?? null)),
  };
  const codes = [...made.notes, ...notesOf(task, row)];
  return { row, left: [...new Set(codes)].map((code) => leftOf(code, task)) };
}

/** One row stays as it stands, under its new weight. */
function takeOver(taken: TakenRow, task: RowTask): Made {
  const { sense } = taken;
  const asItStands = textsOf(taken);
  const outcome = outcomeOf(asItStands, task.terms);
  const before = taken.row.outcome;
  const base: Made = {
    way: 'alone',
    texts: asItStands,
    outcome,
    typed: null,
    values: null,
    parts: [],
    notes: [],
  };
  if (sense.kind === 'number') {
    const combined = combineNumbers([{ sense, by: ONE }], ONE);
    if (!combined) return base;
    const values = valuesOf(combined);
    const made = { ...base, values, parts: combined.parts };
    const isSame =
      outcome.met === before.met && outcome.basis === before.basis && isSameRatio(outcome, before);
    // A direction that a person chose, or digits that the cell does not show, are written out.
    return isSame ? made : { ...made, ...writeNumbers(combined, sense, true, task.terms) };
  }
  if (outcome.computed !== null) return base;
  return { ...base, typed: averageOf(task), ...openWhenBlank(task) };
}

function isSameRatio(one: Outcome, other: Outcome): boolean {
  return (
    one.targetValue !== null &&
    other.targetValue?.eq(one.targetValue) === true &&
    one.actualValue !== null &&
    other.actualValue?.eq(one.actualValue) === true
  );
}

function openWhenBlank({ rows }: RowTask): Partial<Made> {
  return rows.every(({ sense }) => sense.kind === 'blank') ? { way: 'open' } : {};
}

/** Null unless all rows are figures of one kind. */
function combine(task: RowTask): Made | null {
  const numbers = task.rows.flatMap(({ form, sense }) =>
    sense.kind === 'number' ? [{ sense, money: task.money.get(form.id) ?? null }] : [],
  );
  const [first] = numbers;
  if (!first || numbers.length < task.rows.length) return null;
  const isOneKind = numbers.every(
    ({ sense }) =>
      sense.way === first.sense.way &&
      sense.direction === first.sense.direction &&
      sense.change === first.sense.change,
  );
  if (!isOneKind) return null;
  const isSum = first.sense.way === 'sum';
  const known = numbers.flatMap(({ money }) => money ?? []);
  const all = isSum ? ONE : sum(known);
  if (!isSum && (known.length < numbers.length || !all.gt(0))) return leaveOpen(task, 'no-average');
  const combined = combineNumbers(
    numbers.map(({ sense, money }) => ({ sense, by: isSum ? ONE : (money ?? ONE) })),
    all,
  );
  if (!combined) return null;
  const written = writeNumbers(combined, first.sense, isSum, task.terms);
  // The rules have no score for a growth that turned into a fall.
  if (written.outcome.computed === null) return null;
  return {
    way: first.sense.way,
    ...written,
    typed: null,
    values: valuesOf(combined),
    parts: combined.parts,
    notes: assumesUnit(numbers.map(({ sense }) => sense)) ? ['unit-assumed'] : [],
  };
}

function valuesOf({
  target,
  actual,
  unit,
}: NonNullable<ReturnType<typeof combineNumbers>>): NonNullable<Made['values']> {
  return {
    target: target.div(unit.scale),
    actual: actual.div(unit.scale),
    unit: writeQuantity(new Decimal(0), unit).slice(1),
  };
}

function assumesUnit(senses: readonly NumberSense[]): boolean {
  return senses.some((one) => senses.some((other) => agreeUnits(one.unit, other.unit) === 'assumed'));
}

function leaveOpen(task: RowTask, code: LeftCode): Made {
  const texts = { target: words.noTarget, actual: '' };
  return {
    way: 'open',
    texts,
    outcome: outcomeOf(texts, task.terms),
    typed: null,
    values: null,
    parts: [],
    notes: [code],
  };
}

/** Dates, ranges and words: met out of all, the scores averaged unless all were met. */
function averageScores(task: RowTask): Made {
  const { rows, terms } = task;
  const met = rows.filter(({ row }) => row.outcome.met === true).length;
  const isMet = met === rows.length;
  const average = isMet ? terms.weight : averageOf(task);
  const base = { values: null, parts: [], typed: average };
  for (const texts of wordings(rows, met)) {
    const outcome = outcomeOf(texts, terms);
    const isLeft = outcome.basis === 'judged' || outcome.basis === 'blank';
    const agrees = outcome.computed === null ? isLeft : average?.eq(outcome.computed) === true;
    if (!agrees) continue;
    const way = average === null ? 'open' : isMet ? 'met' : 'judged';
    return { ...base, way, texts, outcome, notes: notesOfScores(rows, texts, isMet, average) };
  }
  return { ...leaveOpen(task, 'text-to-write'), typed: average };
}

function notesOfScores(
  rows: readonly TakenRow[],
  texts: RowTexts,
  isMet: boolean,
  average: Decimal | null,
): readonly LeftCode[] {
  const isCommon = rows.every((taken) => {
    const own = textsOf(taken);
    return own.target === texts.target && own.actual === texts.actual;
  });
  const hasDates = rows.some(({ sense }) => ['date', 'range', 'limit'].includes(sense.kind));
  return [
    ...(isCommon ? [] : (['text-to-write'] as const)),
    ...(!isMet && hasDates ? (['not-all-met'] as const) : []),
    ...(average === null && rows.every(hasShare) ? (['no-average'] as const) : []),
  ];
}

/** The average of the scores by money; null where a score, a weight or the money of a form is missing. One score needs no money. */
function averageOf({ rows, terms, money }: RowTask): Decimal | null {
  const isAlone = rows.length === 1;
  const weighed = rows.flatMap((taken) => {
    const score = scoreOf(taken);
    const weight = taken.row.facts.weight.value;
    const by = isAlone ? ONE : (money.get(taken.form.id) ?? null);
    return score && weight?.gt(0) && by ? [{ score, weight, money: by }] : [];
  });
  return weighed.length < rows.length ? null : combineScores(weighed, terms.weight, terms.rules.decimals);
}

function hasShare(taken: TakenRow): boolean {
  return scoreOf(taken) !== null && taken.row.facts.weight.value?.gt(0) === true;
}

/** The score that stands for this row alone, else the computed one. */
function scoreOf({ row, sharesScore }: TakenRow): Decimal | null {
  return sharesScore ? null : (row.facts.score.value ?? row.outcome.computed);
}

function sourceOf(
  taken: TakenRow,
  { money }: RowTask,
  part: { readonly target: Decimal; readonly actual: Decimal } | null,
): Source {
  const { key, form, row } = taken;
  const { facts, outcome } = row;
  const { target, actual } = textsOf(taken);
  return {
    row: key,
    form: form.id,
    formName: form.name,
    sheet: form.sheet,
    // The value's own cell: operator and unit may stand in cells of their own.
    targetCell: facts.targetCells[facts.targetCells.length === 3 ? 1 : 0] ?? null,
    actualCell: facts.actualCell,
    targetText: target,
    actualText: actual,
    target: part?.target ?? null,
    actual: part?.actual ?? null,
    scoreCell: facts.score.cell,
    score: scoreOf(taken),
    weight: facts.weight.value,
    met: outcome.met,
    reason: facts.reason,
    money: money.get(form.id) ?? null,
  };
}

/** What a person should look at, whatever the way the row was made. */
function notesOf({ rows, terms }: RowTask, made: RolledUpRow): readonly LeftCode[] {
  const has = (test: (taken: TakenRow) => boolean): boolean => rows.some(test);
  const isByScore = made.way === 'judged' || (!made.isComputed && made.way !== 'met');
  const levels = new Set(rows.map(({ row }) => levelKey(row.facts.level1)));
  const agreed = agreedWeight(rows.map(({ row }) => row.facts.weight.value));
  const isTyped = ({ row: { facts, outcome } }: TakenRow): boolean =>
    outcome.computed !== null && facts.score.value !== null && !facts.score.value.eq(outcome.computed);
  const codes: readonly (readonly [LeftCode, boolean])[] = [
    ['unreadable', has(({ sense }) => sense.kind === 'unreadable')],
    ['actual-missing', has(({ sense }) => sense.kind === 'blank')],
    ['score-shared', isByScore && has(({ sharesScore }) => sharesScore)],
    ['score-missing', isByScore && has((taken) => scoreOf(taken) === null && !taken.sharesScore)],
    ['weight-missing', isByScore && has(({ row }) => row.facts.weight.value === null)],
    ['typed-differs', made.isComputed && has(isTyped)],
    ['not-measured', made.isComputed && has(({ row }) => isInexact(row.outcome))],
    ['levels-differ', levels.size > 1],
    ['weights-differ', rows.length > 1 && agreed?.eq(terms.weight) !== true],
  ];
  return codes.flatMap(([code, isSo]) => (isSo ? [code] : []));
}

function isInexact({ steps }: Outcome): boolean {
  return steps.some(({ code }) => code === 'actual-not-measured' || code === 'actual-inexact');
}

export function leftOf(
  code: LeftCode,
  { id, rows, terms }: Pick<RowTask, 'id' | 'rows' | 'terms'>,
): LeftToPerson {
  return { code, match: id, places: rows.map(placeOf), params: { name: terms.name } };
}

function placeOf({ form, row }: TakenRow): Place {
  return { formName: form.name, sheet: form.sheet, cell: row.facts.actualCell ?? row.facts.nameCell };
}
