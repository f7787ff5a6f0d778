import { checkSummaryTable } from '../../../src/engine/checks/checkForm';
import type { SummaryTableFacts } from '../../../src/engine/facts';
import { lines, summaryRow, summaryTable } from './buildFacts';

interface Case {
  readonly name: string;
  readonly table: SummaryTableFacts;
  readonly expected: readonly string[];
}

const GOALS = [
  summaryRow(3, '预算执行', '20', '20'),
  summaryRow(4, '年度目标1', '11', '9'),
  summaryRow(5, '年度目标2', '20', '20'),
  summaryRow(6, '年度目标3', '23', '18.5'),
];
const GOAL_4 = summaryRow(7, '年度目标4', '26', '23.16');

const cases: readonly Case[] = [
  {
    name: 'a table with a row left out',
    table: summaryTable(GOALS, summaryRow(8, '合计', '100', '90.66')),
    expected: ['error summary-rows - C8', 'error summary-rows - D8'],
  },
  {
    name: 'a table that adds up',
    table: summaryTable([...GOALS, GOAL_4], summaryRow(8, '合计', '100', '90.66')),
    expected: [],
  },
  { name: 'a table without a total', table: summaryTable(GOALS, null), expected: [] },
  {
    name: 'a table without weights',
    table: summaryTable([summaryRow(3, '产出', '', '33')], summaryRow(8, '合计', '', '33')),
    expected: [],
  },
  {
    name: 'rates at the places printed',
    table: summaryTable(
      [summaryRow(3, '产出', '35', '33', '94.29%'), summaryRow(4, '效益', '30', '28', '93%')],
      summaryRow(8, '合计', '65', '61', '93.85%'),
    ),
    expected: [],
  },
  {
    name: 'rates that are wrong',
    table: summaryTable(
      [summaryRow(3, '产出', '35', '33', '94.28%')],
      summaryRow(8, '合计', '35', '33', '100%'),
    ),
    expected: ['error rate-wrong 3 E3', 'error rate-wrong 8 E8'],
  },
  {
    name: 'a row without points has no rate',
    table: summaryTable(
      [summaryRow(3, '产出', '35', '35', '100%'), summaryRow(4, '加分项', '0', '0', '0%')],
      null,
    ),
    expected: [],
  },
  {
    name: 'a total that prints no number is not compared',
    table: summaryTable(GOALS, summaryRow(8, '合计', '—', '—')),
    expected: [],
  },
  {
    name: 'a score above its weight',
    table: summaryTable([summaryRow(3, '产出', '35', '36')], summaryRow(8, '合计', '35', '36')),
    expected: ['error score-exceeds-weight 3 D3', 'error score-exceeds-weight 8 D8'],
  },
  {
    name: 'cells that hold no number',
    table: summaryTable([summaryRow(3, '产出', '35', '#REF!')], summaryRow(8, '合计', '35', '!!34 分分')),
    expected: ['error error-value 3 D3', 'error unreadable-number 8 D8'],
  },
];

test.each(cases)('$name', ({ table, expected }) => {
  expect(lines(checkSummaryTable(table))).toEqual(expected);
});

test('a table that does not add up says what its rows make', () => {
  const found = checkSummaryTable(summaryTable(GOALS, summaryRow(8, '合计', '100', '90.66')));
  expect(found.map(({ params }) => params)).toEqual([
    { variant: 'weight', printed: '100', sum: '74', difference: '26' },
    { variant: 'score', printed: '90.66', sum: '67.5', difference: '23.16' },
  ]);
});
