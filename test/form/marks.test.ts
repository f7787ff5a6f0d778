import { Decimal } from '../../src/engine/decimal';
import type { Finding } from '../../src/engine/finding';
import { isHighlight, markFindings, ownScoresFrom, rememberScores } from '../../src/form/marks';
import { recogniseForms } from '../../src/form/recognise';
import { summaryRow, summaryTable } from '../engine/checks/buildFacts';
import { buildGrid, projectRows } from './buildGrid';

const [facts] = recogniseForms(buildGrid(projectRows())).forms;

function finding(severity: Finding['severity'], row: number | null, cell: string | null): Finding {
  return { code: 'target-missed', severity, row, cell, params: {} };
}

function marksFor(...findings: Finding[]): unknown {
  return facts && markFindings([{ facts, findings }]);
}

test('a row is highlighted from its name to the end, and once only, by its worst finding', () => {
  expect(
    marksFor(
      finding('warning', 9, 'F9'),
      finding('warning', 8, 'F8'),
      finding('error', 9, 'H9'),
      finding('warning', 9, 'I9'),
    ),
  ).toEqual([
    { label: 'error', ranges: ['D9:I9'] },
    { label: 'warning', ranges: ['D8:I8'] },
  ]);
});

test('a finding of the form highlights its cell', () => {
  expect(marksFor(finding('error', null, 'H12'), finding('error', null, 'G12'))).toEqual([
    { label: 'error', ranges: ['G12', 'H12'] },
  ]);
});

test('remarks and findings without a cell highlight nothing', () => {
  expect(marksFor(finding('info', 9, 'H9'), finding('error', null, null))).toEqual([]);
});

test('scores that we wrote are remembered by their value and found again', () => {
  const scores = new Map([
    ['H9', new Decimal('0.66')],
    ['H8', new Decimal('0.66')],
    ['H10', new Decimal('3')],
  ]);
  const marks = rememberScores(scores);
  expect(marks).toEqual([
    { label: 'score:0.66', ranges: ['H8', 'H9'] },
    { label: 'score:3', ranges: ['H10'] },
  ]);
  expect([...ownScoresFrom(marks)].map(([cell, score]) => `${cell} ${score.toString()}`).sort()).toEqual([
    'H10 3',
    'H8 0.66',
    'H9 0.66',
  ]);
});

test('neighbouring cells that Excel joined into one range are found again', () => {
  expect([...ownScoresFrom([{ label: 'score:2', ranges: ['H8:H10'] }]).keys()]).toEqual(['H8', 'H9', 'H10']);
});

test('a range over the whole sheet is not believed', () => {
  expect(ownScoresFrom([{ label: 'score:2', ranges: ['A1:XFD1048576'] }]).size).toBe(0);
});

test('of several forms each cell is marked once, worst first, from top to bottom and from left to right', () => {
  const table = summaryTable([summaryRow(3, '产出', '50', '50')], null);
  const on = (...findings: Finding[]) => ({ facts: table, findings });
  expect(
    markFindings([
      on(finding('warning', 3, 'D3'), finding('error', null, 'C10')),
      on(finding('error', 3, 'AB3'), finding('error', 3, 'C3'), finding('warning', 3, 'C3')),
    ]),
  ).toEqual([
    { label: 'error', ranges: ['C3', 'AB3', 'C10'] },
    { label: 'warning', ranges: ['D3'] },
  ]);
});

test('a row that is no indicator of the form is marked at its cell', () => {
  expect(marksFor(finding('error', 99, 'B99'))).toEqual([{ label: 'error', ranges: ['B99'] }]);
});

test('only errors and warnings are seen', () => {
  expect(
    (['error', 'warning', 'score:1'] as const).map((label) => isHighlight({ label, ranges: [] })),
  ).toEqual([true, true, false]);
});

test('remembered scores stand in the order of their labels', () => {
  const scores = new Map(['3', '10', '2.5'].map((value, index) => [`H${index + 1}`, new Decimal(value)]));
  expect(rememberScores(scores).map(({ label }) => label)).toEqual(['score:10', 'score:2.5', 'score:3']);
  expect(rememberScores(new Map())).toEqual([]);
});

test.each([
  ['error', 'H8', []],
  ['score:2', 'H8', ['H8']],
  ['score:2', 'H8:I9', ['H8', 'I8', 'H9', 'I9']],
  ['score:2', 'A1:J1000', 10_000],
  ['score:2', 'A1:J1001', []],
  ['score:2', 'A101:J1100', 10_000],
  ['score:2', 'K1:T1000', 10_000],
  ['score:2', 'I9:H8', ['H8', 'I8', 'H9', 'I9']],
  ['score:2', 'H', []],
  ['score:2', 'H8:', []],
  ['score:-2', 'H8', []],
  ['score:2 ', 'H8', []],
  ['score:', 'H8', []],
  ['score:1e3', 'H8', []],
] as const)('a mark %s on %s remembers %j', (label, range, cells) => {
  const found = [...ownScoresFrom([{ label: label, ranges: [range] }]).keys()];
  if (typeof cells === 'number') expect(found).toHaveLength(cells);
  else expect(found).toEqual(cells);
});
