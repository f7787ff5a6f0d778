import { calculateWorkbook } from '../../src/app/calculateWorkbook';
import { explainRow } from '../../src/app/explainRow';
import { findingsAtRow } from '../../src/app/findingsAtRow';
import { readInWords, type ReadValue } from '../../src/app/readInWords';
import { projectRows, type CellSpec } from '../form/buildGrid';
import { snapshotOf, withCell } from './buildSnapshot';

/** What was read of the first indicator (row 8) with this target and this actual. */
function read(target: CellSpec, actual: CellSpec): readonly (ReadValue | null)[] {
  const rows = withCell(withCell(projectRows(), 7, 4, target), 7, 5, actual);
  const { sheets } = calculateWorkbook(snapshotOf(rows), { rules: null, overwriteScores: false });
  const row = explainRow(sheets, '自评表', 8);
  if (!row) throw new Error('nothing is scored there');
  return [readInWords(row, 'target'), readInWords(row, 'actual')];
}

const number = (text: string, sign: '≥' | '≤' | null = null): ReadValue => ({ kind: 'number', sign, text });

const READINGS: readonly (readonly [string, CellSpec, CellSpec, ReadValue, ReadValue])[] = [
  ['a floor', '≥30公里', '32公里', number('30公里', '≥'), number('32公里')],
  ['a ceiling in words', '不超过30公里', '32公里', number('30公里', '≤'), number('32公里')],
  ['a bare number takes the unit of the target', '≥30公里', 32, number('30公里', '≥'), number('32公里')],
  ['one unit for both', '≥1公里', '1200米', number('1公里', '≥'), number('1.2公里')],
  ['a fraction beside a percentage', '≥95%', '0.96', number('95%', '≥'), number('96%')],
  ['a range', '80%-90%', '85%', { kind: 'range', low: '80%', high: '90%' }, number('85%')],
  ['words', '显著改善', '有所改善', { kind: 'text' }, { kind: 'text' }],
  ['an actual that is missing', '≥30公里', null, number('≥30公里'), { kind: 'blank' }],
];

test.each(READINGS)('%s', (_, target, actual, ...expected) => {
  expect(read(target, actual)).toEqual(expected);
});

test('the findings of a row are its own, those of the fund row by their cells', () => {
  const rows = withCell(withCell(projectRows(), 7, 7, 40), 4, 8, 11);
  const { sheets } = calculateWorkbook(snapshotOf(rows), { rules: null, overwriteScores: false });
  const form = sheets[0]?.forms[0];
  const codesAt = (row: number): readonly string[] => {
    const explained = explainRow(sheets, '自评表', row);
    return form && explained ? findingsAtRow(form, explained).map(({ code }) => code) : [];
  };
  expect(codesAt(8)).toEqual(['score-exceeds-weight']);
  expect(codesAt(5)).toContain('score-exceeds-weight');
  expect(codesAt(9)).toEqual([]);
});
