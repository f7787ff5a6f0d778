/** Invents the fund block of a form: what was planned, what was spent, of which sources, and what the execution earned. */
import { Decimal, roundTo, ZERO } from '../../src/engine/decimal';
import type { Chooser } from './choose';
import { toList } from './spelling';
import words from './words.json';

export interface MeantFundRow {
  readonly label: string;
  readonly budget: Decimal | null;
  readonly spent: Decimal | null;
}

export interface MeantFunds {
  readonly total: MeantFundRow;
  readonly parts: readonly MeantFundRow[];
  readonly initial: Decimal | null;
  /** As a percentage with two places, as printed. */
  readonly rate: Decimal;
  readonly weight: Decimal | null;
  readonly score: Decimal | null;
  /** 万元, 元 or unknown. */
  readonly unit: '万元' | '元' | null;
}

export function inventFunds(
  choose: Chooser,
  kind: 'project' | 'department',
  weight: Decimal | null,
  isClean: boolean,
): MeantFunds {
  const unit = choose.pick('fund.unit', ['万元', '万元', '元', null]);
  const budget =
    unit === '元'
      ? new Decimal(choose.count('fund.budget', 20_000, 9_000_000))
      : new Decimal(choose.count('fund.budget', 500, 900_000)).div(100);
  const percent = isClean ? choose.count('fund.spent', 9000, 10000) : choose.count('fund.spent', 2000, 12000);
  const spent = choose.chance('fund.all', 30) ? budget : roundTo(budget.times(percent).div(10000), 2);
  const labels = kind === 'department' ? words.fund.departmentParts : words.fund.projectParts;
  const total = choose.pick(
    'fund.label',
    toList(kind === 'department' ? words.fund.departmentTotal : words.fund.projectTotal),
  );
  const count = choose.count('fund.parts', 0, labels.length);
  const rate = roundTo(spent.div(budget).times(100), 2);
  return {
    total: { label: total, budget, spent },
    parts: splitAmounts(choose, labels.slice(0, count), budget, spent),
    initial: choose.chance('fund.initial', 40)
      ? roundTo(budget.times(choose.count('fund.initialPart', 50, 100)).div(100), 2)
      : null,
    rate,
    weight,
    score:
      weight === null
        ? null
        : isClean
          ? Decimal.min(weight, roundTo(weight.times(spent).div(budget), 2))
          : new Decimal(choose.count('fund.score', 0, 20)).div(2),
    unit,
  };
}

/** The first part has most, the last the rest; a part may be blank. */
function splitAmounts(
  choose: Chooser,
  labels: readonly string[],
  budget: Decimal,
  spent: Decimal,
): readonly MeantFundRow[] {
  const share = choose.pick('fund.split', [1, 0.7, 0.55]);
  const first = { budget: roundTo(budget.times(share), 2), spent: roundTo(spent.times(share), 2) };
  return labels.map((label, index) => {
    if (labels.length === 1) return { label, budget, spent };
    if (index === 0) return { label, ...first };
    if (index === 1 && share < 1)
      return { label, budget: budget.minus(first.budget), spent: spent.minus(first.spent) };
    const nothing = choose.chance('fund.zero', 40) ? ZERO : null;
    return { label, budget: nothing, spent: nothing };
  });
}
