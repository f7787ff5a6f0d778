/** Rolls several forms up into one (汇总, section 8 of the rules): from the forms and their matching to the department form as values. */
import { isGiven } from '../checks/rows';
import { sum, ZERO } from '../decimal';
import type { RuleSet } from '../ruleSet';
import { titleOf } from '../checks/rows';
import { applyExecutionCap } from '../totals';
import { areAlike, levelKey, takeRows, type TakenRow } from './matchRows';
import type { RowTerms } from './combineNumbers';
import type {
  LeftCode,
  LeftToPerson,
  Matching,
  MoneyChoice,
  RolledUp,
  RolledUpFund,
  RollUpForm,
} from './rolledUp';
import { leftOf, rollUpRow, type RowTask } from './rollUpRow';
import { splitWeights } from './splitWeights';
import { moneyOf, sumMoney } from './sumMoney';
import words from './words.json';

export interface RollUpTerms {
  /** Of the department form. */
  readonly rules: RuleSet;
  readonly money: MoneyChoice;
}

/** Rolls forms up by a matching of their rows; rows that are in no match are not in the result. The order of `forms` plays no part. */
export function rollUpForms(
  forms: readonly RollUpForm[],
  matching: Matching,
  { rules, money: choice }: RollUpTerms,
): RolledUp {
  const ordered = [...forms].sort((one, other) => one.place - other.place);
  const taken = new Map(takeRows(ordered).map((row) => [row.key, row]));
  const fund = sumMoney(ordered, rules);
  const money = moneyOf(fund, choice);
  const year = usual(ordered.flatMap(({ scored }) => scored.facts.year ?? []));
  const groups = sortByLevels(
    matching.flatMap(({ id, rows, isLeftOut }) => {
      const own = rows.flatMap((key) => taken.get(key) ?? []);
      const [first] = own;
      return isLeftOut || !first ? [] : [{ id, rows: own, ...labelsOf(first) }];
    }),
  );
  const weights = splitWeights(
    groups.map(({ level1, rows }) => ({ level1, weights: rows.map(({ row }) => row.facts.weight.value) })),
    ordered,
    fund.weight,
    rules,
  );
  const byName = gatherByName(groups.flatMap(({ rows }) => rows));
  const results = groups.map(({ id, rows, level1, level2, name }, index) => {
    const terms: RowTerms = { level1, level2, name, year, weight: weights[index] ?? ZERO, rules };
    const task: RowTask = { id, rows, terms, money };
    const result = rollUpRow(task);
    const about = notesAcross(rows, byName, ordered.length).map((code) => leftOf(code, task));
    return { row: result.row, left: [...about, ...result.left] };
  });
  const rows = results.map(({ row }) => row);
  const scores = sum([fund.outcome.computed ?? ZERO, ...rows.map(({ score }) => score ?? ZERO)]);
  return {
    rules,
    money: choice,
    year,
    unitName: usual(ordered.flatMap(({ scored }) => scored.facts.unitName ?? [])),
    fund,
    rows,
    weight: sum([fund.weight ?? ZERO, ...rows.map(({ weight }) => weight)]),
    score: applyExecutionCap(scores, fund.outcome.rate, rules),
    left: [...leftOfForms(ordered, fund, choice), ...results.flatMap(({ left }) => left)],
  };
}

/** What most forms say, the first one where there are as many of another; null for none. */
function usual<Value>(values: readonly Value[]): Value | null {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0] ?? null;
}

interface Labels {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
}

function labelsOf({ row: { facts } }: TakenRow): Labels {
  const withoutPoints = (label: string | null): string =>
    (label ?? '').replace(/[(（][^()（）]*分[)）]/g, '');
  const [level1, level2] = [withoutPoints(facts.level1), withoutPoints(facts.level2)];
  return { level1: level1 === '' ? words.otherLevel : level1, level2, name: titleOf(facts) };
}

/** One block for each first level and each second level within it, in the order in which they first come; spelled as they first are. */
function sortByLevels<Group extends Labels>(groups: readonly Group[]): readonly Group[] {
  const partBy = (parts: readonly Group[], key: (group: Group) => string): readonly (readonly Group[])[] => {
    const byKey = new Map<string, Group[]>();
    for (const group of parts) byKey.set(key(group), [...(byKey.get(key(group)) ?? []), group]);
    return [...byKey.values()];
  };
  return partBy(groups, ({ level1 }) => levelKey(level1)).flatMap((level) =>
    partBy(level, ({ level2 }) => levelKey(level2)).flatMap((part) =>
      part.map((group) => ({
        ...group,
        level1: level[0]?.level1 ?? group.level1,
        level2: part[0]?.level2 ?? group.level2,
      })),
    ),
  );
}

function gatherByName(rows: readonly TakenRow[]): ReadonlyMap<string, readonly TakenRow[]> {
  const byName = new Map<string, TakenRow[]>();
  for (const row of rows) {
    const named = byName.get(row.name);
    if (named) named.push(row);
    else byName.set(row.name, [row]);
  }
  return byName;
}

/** What only shows beside the other matches: the same name elsewhere, or nowhere else. */
function notesAcross(
  rows: readonly TakenRow[],
  byName: ReadonlyMap<string, readonly TakenRow[]>,
  forms: number,
): readonly LeftCode[] {
  const [first] = rows;
  if (!first) return [];
  const namesakes = (byName.get(first.name) ?? []).filter((row) => !rows.includes(row));
  const isTwice = rows.some((own) => namesakes.some((other) => other.form.id === own.form.id));
  const codes: LeftCode[] = [];
  if (isTwice && forms > 1) codes.push('name-repeated');
  const others = namesakes.filter((other) => !areAlike(other.sense, first.sense));
  for (const { sense } of others) codes.push(differenceOf(first.sense, sense));
  if (rows.length === 1 && namesakes.length === 0 && forms > 1) codes.push('only-one-form');
  return [...new Set(codes)];
}

function differenceOf(one: TakenRow['sense'], other: TakenRow['sense']): LeftCode {
  if (one.kind !== 'number' || other.kind !== 'number') return 'kinds-differ';
  return one.direction === other.direction && one.change === other.change
    ? 'units-differ'
    : 'directions-differ';
}

/** What concerns a form as a whole. */
function leftOfForms(
  forms: readonly RollUpForm[],
  { sources }: RolledUpFund,
  choice: MoneyChoice,
): readonly LeftToPerson[] {
  const left: LeftToPerson[] = [];
  const years = new Set(forms.flatMap(({ scored }) => scored.facts.year ?? []));
  const hasUnits = forms.some(({ scored }) => scored.facts.budget?.unit);
  for (const [index, form] of forms.entries()) {
    const { budget, judgedBlocks, year } = form.scored.facts;
    const source = sources[index];
    const say = (code: LeftCode, cell: string | null, params: LeftToPerson['params'] = {}): void => {
      const places = [{ formName: form.name, sheet: form.sheet, cell }];
      left.push({ code, match: null, places, params: { form: form.name, ...params } });
    };
    const hasAmounts = budget !== null && isGiven(budget.total.budget.entry);
    if (hasAmounts && !budget.unit) say('money-unit-unknown', budget.total.budget.cell);
    const isKnown = !hasAmounts || budget.unit !== null || !hasUnits;
    if (source?.budget === null && isKnown) say('budget-missing', source.budgetCell);
    if (source?.spent === null && isKnown) say('spent-missing', source.spentCell);
    if (source?.[choice] === null)
      say('money-missing', choice === 'spent' ? source.spentCell : source.budgetCell);
    if (years.size > 1 && year !== null)
      say('years-differ', form.scored.facts.titleCell, { year: String(year) });
    for (const { name, score } of judgedBlocks) say('block-left-out', score.cell, { name });
  }
  return left;
}
