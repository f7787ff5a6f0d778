import { Decimal } from '../../src/engine/decimal';
import type { Finding } from '../../src/engine/finding';
import { markFindings, ownScoresFrom, rememberScores } from '../../src/form/marks';
import { recogniseForms } from '../../src/form/recognise';
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
