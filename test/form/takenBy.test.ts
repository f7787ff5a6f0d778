import { listFormulas, takenBy } from '../../src/form/takenBy';
import { buildGrid, cell } from './buildGrid';

/** A sheet with the formula in A1, and others where they are named. */
function sheetWith(formula: string, others: Readonly<Record<'B1' | 'C1', string>> = { B1: '', C1: '' }) {
  const held = (text: string) => (text === '' ? null : cell({ value: 1, text: '1', formula: text }));
  return buildGrid([[cell({ value: 1, text: '1', formula }), held(others.B1), held(others.C1)]], '表');
}

test.each([
  ['=H12', true],
  ['=$H$12+1', true],
  ['=SUM(H1:H60)', true],
  ['=SUM(J20:A2)', true],
  ['=SUM(H:H)', true],
  ['=SUM(12:12)', true],
  ['=H11+H13', false],
  ['=SUM(A1:G60)', false],
  ['=SUM(13:60)', false],
  ['=别的表!H12', false],
  ["='别的 表'!H12", false],
  ['="H12"&H13', false],
  ['=AH12+H120', false],
  ['=LOG10(H1)', false],
  ['=合计H12', false],
  ['=H0+H12', true],
  ['=H0', false],
  ['=SUM(G:I)', true],
  ['=SUM($I:$G)', true],
  ['=SUM(I:K)', false],
  ['=SUM($11:$13)', true],
  ['=SUM(13:11)', true],
  ['=SUM(H12:H12)', true],
  ['=SUM(A12:G12)', false],
  ['=SUM(I12:Z12)', false],
  ['=SUM(H1:H11)', false],
  ['=SUM(H13:H99)', false],
  ['=SUM(别的表!H1:H20)', false],
  ['=H12%', true],
  ['=H12(1)', false],
  ['=H12.5', false],
  ['=.H12', false],
  ['=_H12', false],
  ['=H12!A1', false],
  ['="一个""H12"', false],
])('%s takes H12: %p', (formula, takes) => {
  expect(takenBy(listFormulas(sheetWith(formula)), ['A1'])('H12')).toBe(takes);
});

test('a formula takes what the formulas that it names take', () => {
  const grid = sheetWith('=B1*2', { B1: '=C1*2', C1: '=H12' });
  expect(takenBy(listFormulas(grid), ['A1'])('H12')).toBe(true);
  expect(takenBy(listFormulas(grid), ['A1'])('H13')).toBe(false);
});

test('a cell without a formula takes nothing, and what is no cell is taken by nothing', () => {
  const formulas = listFormulas(sheetWith('=H:H'));
  expect(takenBy(formulas, ['Z9'])('H12')).toBe(false);
  expect(takenBy(formulas, ['A1'])('H')).toBe(false);
});

// Small areas are looked through cell by cell, large ones formula by formula.
test.each([
  ['=SUM(B1:C1)', true],
  ['=SUM(B1:B9)', true],
  ['=SUM(C1:D9)', false],
  ['=SUM(B1:BM1)', true],
  ['=SUM(B1:BN1)', true],
  ['=SUM(B2:B99)', false],
  ['=SUM(C1:C999)', false],
])('by way of B1, which takes H12, %s takes it: %p', (formula, takes) => {
  const grid = sheetWith(formula, { B1: '=H12', C1: '' });
  expect(takenBy(listFormulas(grid), ['A1'])('H12')).toBe(takes);
});

test('formulas that chase each other come to an end', () => {
  expect(takenBy(listFormulas(sheetWith('=B1', { B1: '=A1', C1: '' })), ['A1'])('H12')).toBe(false);
});

test('without formulas there is nothing to follow', () => {
  expect(takenBy(listFormulas(sheetWith('=H12')), [])('H12')).toBe(false);
});

test('20,000 scores that are formulas, and a sum of them, are followed in no time', () => {
  const row = (at: number) => [
    cell({ value: 1, text: '1', formula: `=MIN(B${at},C${at}*B${at}/D${at})` }),
    10,
    1,
    1,
  ];
  const rows = Array.from({ length: 20_000 }, (_, index) => row(index + 1));
  const sum = [cell({ value: 1, text: '1', formula: '=SUM(A1:A20000)' })];
  const begun = performance.now();
  const takes = takenBy(listFormulas(buildGrid([...rows, sum])), ['A20001']);
  expect([takes('A20000'), takes('D20000'), takes('E20000')]).toEqual([true, true, false]);
  expect(performance.now() - begun).toBeLessThan(5000);
});

test('all forms of a sheet share one list of its formulas', () => {
  const grid = sheetWith('=B1');
  expect(listFormulas(grid)).toBe(listFormulas(grid));
  expect(listFormulas({ ...grid })).not.toBe(listFormulas(grid));
});
