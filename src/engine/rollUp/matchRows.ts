/**
 * Proposes which rows of the forms are one indicator (same name, figures of one kind and unit) and applies what a person corrected.
 * The matching is plain data: it is shown before anything is put together.
 */
import { scoreSpans, titleOf } from '../checks/rows';
import { normaliseText } from '../normaliseText';
import { readUnit } from '../readUnit';
import type { IndicatorRow } from '../facts';
import type { ScoredRow } from '../scoreForm';
import type { Correction, Match, Matching, RollUpForm, RowKey } from './rolledUp';
import { agreeUnits, senseOf, type RowSense } from './rowSense';

/** A row of one of the forms with what it is to a roll-up. */
export interface TakenRow {
  readonly key: RowKey;
  readonly form: RollUpForm;
  readonly row: ScoredRow;
  readonly sense: RowSense;
  /** Its name in one spelling. */
  readonly name: string;
  /** True where one score stands for this row and others. */
  readonly sharesScore: boolean;
}

export function keyOf({ id, rowKeys }: RollUpForm, row: number): RowKey {
  return rowKeys.get(row) ?? `${id}#${row}`;
}

/** All rows of the forms in the order of the workbook. */
export function takeRows(forms: readonly RollUpForm[]): readonly TakenRow[] {
  return [...forms]
    .sort((one, other) => one.place - other.place)
    .flatMap((form) =>
      scoreSpans(form.scored).flatMap(({ rows }) =>
        rows.map((row) => ({
          key: keyOf(form, row.facts.row),
          form,
          row,
          sense: senseOf(row),
          name: nameKey(row.facts),
          sharesScore: rows.length > 1,
        })),
      ),
    );
}

const LAST_BRACKETS = /\(([^()]{1,6})\)$/;

/** The name in one spelling: without white space, punctuation and a unit in brackets behind it. */
function nameKey(row: IndicatorRow): string {
  const name = normaliseText(titleOf(row)).replace(/\s/g, '');
  const inBrackets = LAST_BRACKETS.exec(name)?.[1];
  const { unit, length } = readUnit(inBrackets ?? '');
  const isUnit =
    inBrackets !== undefined && unit.known && unit.kind !== 'none' && length === inBrackets.length;
  const bare = isUnit ? name.replace(LAST_BRACKETS, '') : name;
  const plain = bare.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  return plain === '' ? bare : plain;
}

/** The level's label without its points: 产出指标 for "产出指标(50分)". */
export function levelKey(label: string | null): string {
  return normaliseText(label ?? '')
    .replace(/\s|\([^()]*\)?|[:：]/g, '')
    .replace(/指标$/, '');
}

interface Draft {
  readonly rows: TakenRow[];
}

/** One match for every row that stands alone, one for rows of the same name and kind in several forms. */
export function proposeMatching(forms: readonly RollUpForm[]): Matching {
  const drafts: Draft[] = [];
  const byName = new Map<string, Draft[]>();
  for (const taken of takeRows(forms)) {
    const named = byName.get(taken.name) ?? [];
    const free = named.filter((draft) => draft.rows.every((other) => belongTogether(other, taken)));
    const draft = free.find(({ rows }) => rows.some((other) => isSamePath(other, taken))) ?? free[0];
    if (draft) {
      draft.rows.push(taken);
      continue;
    }
    const opened: Draft = { rows: [taken] };
    drafts.push(opened);
    byName.set(taken.name, [...named, opened]);
  }
  return drafts.flatMap(({ rows }) => matchOf(rows.map(({ key }) => key)) ?? []);
}

/** A form has each indicator once: two rows of one form are never put together unless a person says so. */
function belongTogether(one: TakenRow, other: TakenRow): boolean {
  return one.form.id !== other.form.id && areAlike(one.sense, other.sense);
}

/** True for figures that can be put together without a person. */
export function areAlike(one: RowSense, other: RowSense): boolean {
  if (one.kind !== 'number' || other.kind !== 'number') return one.kind === other.kind;
  return (
    one.way === other.way &&
    one.direction === other.direction &&
    one.change === other.change &&
    agreeUnits(one.unit, other.unit) !== 'differ'
  );
}

function isSamePath({ row: one }: TakenRow, { row: other }: TakenRow): boolean {
  return (
    levelKey(one.facts.level1) === levelKey(other.facts.level1) &&
    levelKey(one.facts.level2) === levelKey(other.facts.level2)
  );
}

function matchOf(rows: readonly RowKey[], part: Partial<Match> = {}): Match | null {
  const [id] = rows;
  return id === undefined ? null : { isLeftOut: false, isByPerson: false, ...part, id, rows };
}

export function correctMatching(matching: Matching, corrections: readonly Correction[]): Matching {
  return corrections.reduce(correct, matching);
}

function correct(matching: Matching, correction: Correction): Matching {
  const own = matching.find(({ rows }) => rows.includes(correction.row));
  if (!own) return matching;
  switch (correction.kind) {
    case 'split':
      return own.rows.length === 1 ? matching : split(matching, own, correction.row);
    case 'join': {
      const to = matching.find(({ rows }) => rows.includes(correction.to));
      return !to || to === own ? matching : join(matching, own, to);
    }
    case 'leave-out':
    case 'take-in': {
      const changed = { ...own, isLeftOut: correction.kind === 'leave-out' };
      return matching.map((match) => (match === own ? changed : match));
    }
  }
}

function split(matching: Matching, own: Match, row: RowKey): Matching {
  const { isLeftOut } = own;
  const rest = matchOf(
    own.rows.filter((key) => key !== row),
    { isLeftOut, isByPerson: true },
  );
  const alone = matchOf([row], { isLeftOut, isByPerson: true });
  return matching.flatMap((match) => (match === own ? [rest, alone].flatMap((part) => part ?? []) : [match]));
}

function join(matching: Matching, own: Match, to: Match): Matching {
  const joined = matchOf([...to.rows, ...own.rows], { isLeftOut: to.isLeftOut, isByPerson: true });
  return matching.flatMap((match) => {
    if (match === own) return [];
    return match === to ? (joined ?? []) : [match];
  });
}
