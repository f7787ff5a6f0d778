/** Checks what a form says the whole project cost against what its fund block says was spent. */
import { Decimal, roundTo } from '../decimal';
import type { BudgetBlock, IndicatorRow, NumberCell } from '../facts';
import type { Finding } from '../finding';
import type { Reading } from '../outcome';
import type { ScoredForm, ScoredRow } from '../scoreForm';
import { plain } from './figures';
import { raise } from './raise';
import { titleOf } from './rows';
import words from './words.json';

/** An amount in 元, and the smallest step in which it was written: 9.4万元 is 94000, in steps of 1000. */
interface Money {
  readonly amount: Decimal;
  readonly step: Decimal;
}

/**
 * `cost-vs-budget`: the row that states the cost of the whole project gives another amount than the fund block. Rows
 * that state a part (several cost rows, a unit price, a standard) are not compared.
 */
export function checkCosts({ facts, rows }: ScoredForm): Finding[] {
  const { budget } = facts;
  if (budget === null || facts.kind !== 'project') return [];
  const costs = rows.filter((row) => isCost(row.facts));
  return costs
    .filter((row) => statesWhole(row.facts, costs.length === 1))
    .flatMap((row) => checkCost(row, budget));
}

/** True for a row under a cost category. */
export function isCost({ level1, level2 }: IndicatorRow): boolean {
  return [level1, level2].some((label) => label?.includes(words.cost.category) === true);
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

function checkCost({ facts, outcome }: ScoredRow, budget: BudgetBlock): Finding[] {
  const scale = scaleOf(figuresOf(facts), budget);
  const spent = moneyIn(budget.total.spent, scale.fund);
  const cost = moneyOf(outcome.actual, outcome.actualValue ?? named(outcome.actual), scale.row);
  if (spent === null || cost === null || agree(cost, spent)) return [];
  const name = titleOf(facts);
  const target = moneyOf(outcome.target, outcome.targetValue, scale.row);
  const whole = moneyIn(budget.total.budget, scale.fund);
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

/**
 * What makes both sides 元. A row that names a unit was read in 元 already; a bare number takes the unit of the fund
 * block. Null where a side stays unknown.
 */
function scaleOf(
  figures: string,
  { unit, total }: BudgetBlock,
): { row: Decimal | null; fund: Decimal | null } {
  const one = new Decimal(1);
  const fund = unit ?? unitNamed(total.spent.entry.text);
  if (isMoney(figures)) return { row: one, fund };
  return fund === null ? { row: one, fund: one } : { row: fund, fund };
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

/** What a target or an actual says; null where it is not one comparable amount. */
function moneyOf(reading: Reading, value: Decimal | null, scale: Decimal | null): Money | null {
  if (reading.kind !== 'quantity' || value === null || scale === null || value.lte(0)) return null;
  return inSteps(value.times(scale), reading.taken);
}

function moneyIn({ state, value, entry }: NumberCell, scale: Decimal | null): Money | null {
  if (state !== 'number' || value === null || scale === null || value.lte(0)) return null;
  return inSteps(value.times(scale), entry.text);
}

/** Finds the step from the digits written: 94000 written "9.4万元" goes in steps of 94000 ÷ 9.4 × 0.1. */
function inSteps(amount: Decimal, written: string): Money {
  const [digits, places] = /\d[\d,，]*(?:\.(\d+))?/.exec(written.normalize('NFKC')) ?? [];
  const number = new Decimal(digits?.replace(/[,，]/g, '') ?? 1);
  if (number.isZero()) return { amount, step: new Decimal(1) };
  return { amount, step: amount.div(number).times(new Decimal(10).pow(-(places?.length ?? 0))) };
}

/** The same at the coarser of both precisions; rounding explains a small difference only (1万元 is not 1.16万元). */
function agree(one: Money, other: Money): boolean {
  const step = Decimal.max(one.step, other.step);
  const isClose = one.amount.minus(other.amount).abs().lte(other.amount.times(words.cost.closeShare));
  return isClose && roundTo(one.amount.div(step), 0).eq(roundTo(other.amount.div(step), 0));
}

function inUnit(cell: NumberCell, { unit }: BudgetBlock): string {
  const word = words.moneyUnits.find(({ yuan }) => unit?.eq(yuan) === true)?.word ?? '';
  return cell.value === null ? '' : `${plain(cell.value)}${word}`;
}
