import { checkMissingRows } from '../../../src/engine/checks/missingRows';
import { Decimal } from '../../../src/engine/decimal';
import type { Goal, ScoredFormFacts, SummaryTableFacts } from '../../../src/engine/facts';
import { numberCell } from './buildFacts';

const goal = (number: number): Goal => ({ number, title: '', cell: `A${number}`, points: new Decimal(10) });

function form(...numbers: number[]): { facts: ScoredFormFacts } {
  return {
    facts: {
      kind: 'department',
      range: 'A1:H9',
      title: '',
      titleCell: null,
      year: null,
      projectName: null,
      unitName: null,
      budget: null,
      goals: numbers.map(goal),
      indicators: [],
      judgedBlocks: [],
      groups: [],
      subtotals: [],
      total: null,
      formReason: null,
      placeholders: [],
      unknownHeaders: [],
    },
  };
}

function table(...labels: string[]): { facts: SummaryTableFacts } {
  const row = (label: string, index: number): SummaryTableFacts['rows'][number] => ({
    row: index + 3,
    label,
    labelCell: `B${index + 3}`,
    weight: numberCell(null, '10'),
    score: numberCell(null, '10'),
    rate: null,
  });
  const rows = labels.map(row);
  return {
    facts: {
      kind: 'summary-table',
      range: 'A1:D9',
      title: '',
      titleCell: null,
      year: null,
      rows,
      total: row('合计', labels.length),
    },
  };
}

const found = (...forms: Parameters<typeof checkMissingRows>[0][number][]): unknown[] =>
  checkMissingRows(forms).map((findings) =>
    findings.map(({ code, cell, params }) => `${code} ${cell ?? ''} ${params['name'] ?? ''}`),
  );

test('a goal without a row in the table is missed at the total', () => {
  expect(found(table('预算执行', '年度目标 1', '目标二'), form(1, 2, 3))).toEqual([
    ['summary-rows B6 年度目标3'],
    [],
  ]);
});

test('a table with a row for each goal is complete', () => {
  expect(found(table('年度目标1', '年度目标2'), form(1, 2))).toEqual([[], []]);
});

test('a table by levels is not held against goals', () => {
  expect(found(table('项目产出', '项目效益'), form(1, 2))).toEqual([[], []]);
});

test('with two department forms nobody knows which one the table is of', () => {
  expect(found(table('年度目标1'), form(1, 2), form(1, 2))).toEqual([[], [], []]);
});
