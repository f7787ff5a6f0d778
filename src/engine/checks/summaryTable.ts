/** Checks a 得分情况表: its rows make its total, no score is above its weight, and the rates are right. */
import { sum } from '../decimal';
import type { SummaryRow, SummaryTableFacts } from '../facts';
import type { Finding } from '../finding';
import { isRatePrintedRight, printedDecimals } from '../printedRate';
import { percent, plain, sameFigure } from './figures';
import { checkSummaryNumbers } from './numberCells';
import { raise } from './raise';
import { checkLimits } from './score';

/** `summary-rows`, `rate-wrong` of a 得分率, and what is asked of every score. */
export function checkSummaryRows(facts: SummaryTableFacts): Finding[] {
  const rows = facts.total === null ? facts.rows : [...facts.rows, facts.total];
  return [
    ...checkSummaryNumbers(facts),
    ...checkColumn(facts, 'weight'),
    ...checkColumn(facts, 'score'),
    ...rows.flatMap(checkRate),
    ...rows.flatMap(
      ({ row, label, score, weight }) => checkLimits('row', label, row, score, weight.value) ?? [],
    ),
  ];
}

function checkColumn({ rows, total }: SummaryTableFacts, column: 'weight' | 'score'): Finding[] {
  const printed = total?.[column];
  const values = rows.flatMap((row) => row[column].value ?? []);
  if (printed?.state !== 'number' || printed.value === null || values.length === 0) return [];
  const added = sum(values);
  if (sameFigure(printed.value, added)) return [];
  return [
    raise(
      'summary-rows',
      { row: null, cell: printed.cell },
      {
        variant: column,
        printed: plain(printed.value),
        sum: plain(added),
        difference: plain(printed.value.minus(added).abs()),
      },
    ),
  ];
}

/** 得分率 is 得分 ÷ 分值, rounded half up to the places printed. */
function checkRate({ row, label, score, weight, rate }: SummaryRow): Finding[] {
  if (rate === null || rate.value === null || score.value === null || weight.value?.gt(0) !== true) return [];
  const exact = score.value.div(weight.value);
  if (isRatePrintedRight(rate, exact)) return [];
  return [
    raise(
      'rate-wrong',
      { row, cell: rate.cell },
      {
        variant: 'score',
        name: label.trim(),
        printed: rate.entry.text.trim(),
        expected: percent(exact, printedDecimals(rate)),
        exact: percent(exact),
        score: plain(score.value),
        weight: plain(weight.value),
      },
    ),
  ];
}
