/** Checks the fund block: the execution rate, what it earned, and whether its parts add up. */
import { Decimal, ONE, roundTo, sum, ZERO } from '../decimal';
import type { BudgetBlock, FundRow, ScoredFormFacts } from '../facts';
import type { Finding } from '../finding';
import type { ScoredForm } from '../scoreForm';
import { isRatePrintedRight, printedDecimals } from '../printedRate';
import { percent, plain, rateOf, sameFigure } from './figures';
import { raise } from './raise';
import { isReason } from './reason';
import { isUntouched } from './rows';

/** Above this many parts nobody tells which of them belong together; such a block is not judged. */
const MOST_PARTS = 14;

/** `rate-wrong`, `rate-low`, `rate-over-100`, `rate-score-wrong`, `budget-missing` and `fund-sum`. */
export function checkBudget(scored: ScoredForm): Finding[] {
  const { facts } = scored;
  const { budget } = facts;
  if (budget === null) return [];
  return [
    ...checkPrintedRate(budget.total),
    ...budget.parts.filter(isFarOff).flatMap(checkPrintedRate),
    ...checkRate(scored, budget),
    ...checkScore(scored, budget),
    ...checkMissing(facts, budget),
    ...checkParts(budget),
  ];
}

/** Percentage points by which the rate of a part may be off: it earns nothing, so a last digit is no matter. */
const PART_TOLERANCE = new Decimal('0.0005');

function isFarOff(part: FundRow): boolean {
  const rate = rateOf(part);
  return rate !== null && part.rate.value !== null && part.rate.value.minus(rate).abs().gt(PART_TOLERANCE);
}

/** The printed rate must be spent ÷ budget, rounded half up to the places printed. */
function checkPrintedRate(row: FundRow): Finding[] {
  const rate = rateOf(row);
  if (rate === null || row.rate.value === null || isRatePrintedRight(row.rate, rate)) return [];
  return [
    raise(
      'rate-wrong',
      { row: null, cell: row.rate.cell },
      {
        name: row.label.trim(),
        printed: row.rate.entry.text.trim(),
        expected: percent(rate, printedDecimals(row.rate)),
        exact: percent(rate),
        ...amounts(row),
      },
    ),
  ];
}

/** Places of a rate shown as a percentage with two decimals. */
const SHOWN_PLACES = 4;

function checkRate({ facts, rules }: ScoredForm, { total, reason }: BudgetBlock): Finding[] {
  const rate = rateOf(total);
  if (rate === null) return [];
  const place = { row: null, cell: total.rate.cell };
  const params = { rate: percent(rate), ...amounts(total) };
  if (rate.gt(ONE)) return [raise('rate-over-100', place, params)];
  const explained = [reason, facts.formReason].some((text) => text !== null && isReason(text.text, rules));
  // Compared as it is shown: nobody is told that 90.00% is below 90%.
  if (roundTo(rate, SHOWN_PLACES).gte(rules.reasonBelowRate) || explained) return [];
  return [raise('rate-low', place, { ...params, below: percent(rules.reasonBelowRate, 0) })];
}

function checkScore(
  { rules, budget: outcome }: ScoredForm,
  { total, weight, score }: BudgetBlock,
): Finding[] {
  const rate = rateOf(total);
  const computed = outcome?.computed ?? null;
  if (rate === null || computed === null || score.value === null || sameFigure(score.value, computed)) {
    return [];
  }
  const close = score.value.minus(computed).abs().lte(rules.rateScoreTolerance);
  return [
    raise(
      'rate-score-wrong',
      { row: null, cell: score.cell },
      {
        printed: plain(score.value),
        expected: plain(computed),
        weight: weight.value === null ? '' : plain(weight.value),
        rate: percent(rate),
      },
      close ? 'info' : 'error',
    ),
  ];
}

/** Without a budget there is no rate and no score, although the form gives the execution points or spends money. */
function checkMissing(facts: ScoredFormFacts, { total, parts, weight, score }: BudgetBlock): Finding[] {
  const { budget, spent } = total;
  if (budget.state === 'error' || budget.state === 'unreadable' || isUntouched(facts)) return [];
  if (budget.value !== null && !budget.value.isZero()) return [];
  const matters = [weight, score, spent, ...parts.flatMap((part) => [part.budget, part.spent])].some(
    ({ value }) => value !== null && !value.isZero(),
  );
  if (!matters) return [];
  return [
    raise(
      'budget-missing',
      { row: null, cell: budget.cell },
      { variant: budget.value === null ? 'blank' : 'zero', name: total.label.trim() },
    ),
  ];
}

/** The sources (其中：…) make up the total row. Only the first column that does not add up is reported. */
function checkParts({ total, parts }: BudgetBlock): Finding[] {
  for (const column of ['budget', 'spent'] as const) {
    const whole = total[column].value;
    const amounts = parts.flatMap((part) => {
      const { value } = part[column];
      return value === null || value.isZero() ? [] : [value];
    });
    const added = sum(amounts);
    if (whole === null || amounts.length === 0 || sameFigure(added, whole)) continue;
    if (amounts.length > MOST_PARTS || someMake(whole, amounts)) continue;
    return [
      raise(
        'fund-sum',
        { row: null, cell: total.budget.cell },
        {
          variant: column,
          total: plain(whole),
          sum: plain(added),
          difference: plain(added.minus(whole).abs()),
        },
      ),
    ];
  }
  return [];
}

/** Parts may be broken down twice or among themselves, so it is enough that some of them make the whole. */
function someMake(whole: Decimal, amounts: readonly Decimal[]): boolean {
  const [first, ...others] = amounts;
  if (first === undefined) return false;
  const rest = whole.minus(first);
  return sameFigure(rest, ZERO) || someMake(whole, others) || someMake(rest, others);
}

function amounts({ budget, spent }: FundRow): { readonly budget: string; readonly spent: string } {
  return {
    budget: budget.value === null ? '' : plain(budget.value),
    spent: spent.value === null ? '' : plain(spent.value),
  };
}
