/** Checks what a form says the whole project cost against what its fund block says was spent. */
import { compare, Decimal, isSame, ONE, roundTo, scaleBy, ZERO } from '../decimal';
import type { BudgetBlock, IndicatorRow, NumberCell } from '../facts';
import type { Finding } from '../finding';
import type { Reading } from '../outcome';
import type { ScoredForm, ScoredRow } from '../scoreForm';
import { normaliseText } from '../normaliseText';
import { plain } from './figures';
import { raise } from './raise';
import { titleOf } from './rows';
import words from './words.json';

/** An amount in 元, and how it was written: by its digits one knows in which steps (9.4万元 is 94000, in steps of 1000). Asked for where amounts are close. */
interface Money {
  readonly amount: Decimal;
  readonly written: () => string;
}

/**
 * `cost-vs-budget`: the row that states the cost of the whole project gives another amount than the fund block. Rows
 * that state a part (several cost rows, a unit price, a standard) are not compared.
 */
export function checkCosts({ facts, rows }: ScoredForm): Finding[] {
  const { budget } = facts;
  if (budget === null || facts.kind !== 'project') return [];
  const costs = rows.filter((row) => isCost(row.facts));
  const scale = budget.unit ?? unitNamed(budget.total.spent.entry.text);
  const fund = { budget, scale, spent: moneyIn(budget.total.spent, scale ?? ONE) };
  return costs
    .filter((row) => statesWhole(row.facts, costs.length === 1))
    .flatMap((row) => checkCost(row, fund));
}

/** The fund block, what makes its amounts 元 where that is known, and what was spent in 元, or in its own unit where it is not. */
interface Fund {
  readonly budget: BudgetBlock;
  readonly scale: Decimal | null;
  readonly spent: Money | null;
}

/** True for a row under a cost category. */
export function isCost({ level1, level2 }: IndicatorRow): boolean {
  return namesCost(level1 ?? '') || namesCost(level2 ?? '');
}

function namesCost(label: string): boolean {
  return label.includes(words.cost.category);
}

/** True for a cost that is stated for a piece, a head or a share, and so says nothing about the whole. */
export function isPartOfCost(row: IndicatorRow): boolean {
  return /[/／每%％‰]/.test(figuresOf(row)) || words.cost.part.some((word) => row.name.includes(word));
}

function figuresOf({ target, unit, actual }: IndicatorRow): string {
  return `${target.text}${unit}${actual.text}`;
}

function statesWhole(row: IndicatorRow, isOnlyCost: boolean): boolean {
  if (isPartOfCost(row)) return false;
  const figures = figuresOf(row);
  const isNamed = words.cost.whole.some((word) => `${row.name}${figures}`.includes(word));
  return isNamed || (isOnlyCost && isMoney(figures));
}

/** A row that names a unit was read in 元 already; a bare number takes the unit of the fund block. */
function checkCost({ facts, outcome }: ScoredRow, { budget, scale, spent }: Fund): Finding[] {
  const isNamed = isMoney(figuresOf(facts));
  if (spent === null || (isNamed && scale === null)) return [];
  const ownScale = isNamed ? ONE : (scale ?? ONE);
  const paid =
    outcome.actualValue ?? (isMoney(normaliseText(facts.actual.text)) ? named(outcome.actual) : null);
  const cost = moneyOf(paid, () => outcome.actual, ownScale);
  if (cost === null || agree(cost, spent)) return [];
  const name = titleOf(facts);
  const target = moneyOf(outcome.targetValue, () => outcome.target, ownScale);
  const whole = moneyIn(budget.total.budget, scale ?? ONE);
  return [
    raise(
      'cost-vs-budget',
      { row: facts.row, cell: facts.actualCell },
      {
        variant: 'spent',
        name,
        cost: facts.actual.text.trim(),
        fund: inUnit(budget.total.spent, budget),
      },
    ),
    ...(target === null || whole === null || agree(target, whole)
      ? []
      : [
          raise(
            'cost-vs-budget',
            { row: facts.row, cell: facts.targetCells[0] ?? null },
            {
              variant: 'budget',
              name,
              cost: facts.target.text.trim(),
              fund: inUnit(budget.total.budget, budget),
            },
            'info',
          ),
        ]),
  ];
}

function isMoney(figures: string): boolean {
  return /元|\d\s*[万亿](?!\p{L})/u.test(figures);
}

function unitNamed(text: string): Decimal | null {
  const unit = words.moneyUnits.find(({ word }) => text.includes(word));
  return unit === undefined ? null : new Decimal(unit.yuan);
}

/** An amount that names its unit can be read alone, although a person judges the row. */
function named(reading: Reading): Decimal | null {
  return reading.kind === 'quantity' && isMoney(reading.taken) ? reading.value : null;
}

/** An amount of a target or an actual, which was taken from the reading; null where there is none. */
function moneyOf(value: Decimal | null, reading: () => Reading, scale: Decimal): Money | null {
  if (value === null || compare(value, ZERO) <= 0) return null;
  const written = (): string => {
    const read = reading();
    return read.kind === 'quantity' ? read.taken : '';
  };
  return { amount: scaleBy(value, scale), written };
}

function moneyIn({ state, value, entry }: NumberCell, scale: Decimal): Money | null {
  if (state !== 'number' || value === null || compare(value, ZERO) <= 0) return null;
  return { amount: scaleBy(value, scale), written: () => entry.text };
}

/** Finds the step from the digits written: 94000 written "9.4万元" goes in steps of 94000 ÷ 9.4 × 0.1. */
function stepOf({ amount, written }: Money): Decimal {
  const [digits, places] = /\d[\d,，]*(?:\.(\d+))?/.exec(written().normalize('NFKC')) ?? [];
  const number = new Decimal(digits?.replace(/[,，]/g, '') ?? 1);
  return number.isZero() ? ONE : amount.div(number).times(`1e-${places?.length ?? 0}`);
}

/** The same at the coarser of both precisions; rounding explains a small difference only (1万元 is not 1.16万元). */
function agree(one: Money, other: Money): boolean {
  if (isSame(one.amount, other.amount)) return true;
  const apart = one.amount.minus(other.amount).abs();
  if (compare(apart, other.amount.times(words.cost.closeShare)) > 0) return false;
  const [own, others] = [stepOf(one), stepOf(other)];
  const step = compare(own, others) > 0 ? own : others;
  return roundTo(one.amount.div(step), 0).eq(roundTo(other.amount.div(step), 0));
}

function inUnit(cell: NumberCell, { unit }: BudgetBlock): string {
  const word = words.moneyUnits.find(({ yuan }) => unit?.eq(yuan) === true)?.word ?? '';
  return cell.value === null ? '' : `${plain(cell.value)}${word}`;
}
