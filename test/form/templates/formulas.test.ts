/** The formulas of the templates, worked out by a spreadsheet engine that is not ours. */
import { executionFormula, shareFormula, sumFormula } from '../../../src/form/templates/formulas';
import { cellAt, smallBook, write } from '../../workbench/book/opened';

type Typed = readonly (number | string | null)[];

const sheet = smallBook('<row r="1"><c r="A1"><v>0</v></c></row>').activeSheet;

/** What the formula shows in F1 once these stand in A1, B1, C1; null for nothing. */
function shown(formula: string, typed: Typed): unknown {
  typed.forEach((value, column) => {
    sheet.write(0, column, value ?? '');
  });
  write(sheet, 'F1', `=${formula}`);
  return cellAt(sheet, 'F1').value;
}

test.each<[Typed, unknown]>([
  [[1, 4], 0.25],
  [[1, 3], 0.3333333333],
  [[0, 4], 0],
  [[5, 4], 1.25],
  [[1, 0], null],
  [[1, -4], null],
  [[null, 4], null],
  [[1, null], null],
  [['—', 4], null],
])('of %j the first is a share of the second: %j', (typed, share) => {
  expect(shown(shareFormula('A1', 'B1'), typed)).toBe(share);
});

test.each<[Typed, unknown]>([
  [[0.1, 0.2, 0.3], 0.6],
  [[null, 5, null], 5],
  [[0, null, null], 0],
  [[null, null, null], null],
  [['—', null, null], null],
  [[1.23456789, 1, null], 2.234568],
])('%j add up to %j', (typed, total) => {
  expect(shown(sumFormula('A1:C1', 6), typed)).toBe(total);
});

// Weight, budget, spent: weight × spent ÷ budget, and never more than the weight.
test.each<[Typed, unknown]>([
  [[10, 100, 95], 9.5],
  [[10, 100, 100], 10],
  [[10, 100, 120], 10],
  [[10, 300, 200], 6.67],
  // 8.495 is a little less in binary.
  [[20, 200, 84.95], 8.5],
  [[10, 100, 84.949], 8.49],
  [[10, 100, 0], 0],
  [[10, 0, 5], null],
  [[10, null, 5], null],
  [[10, 100, null], null],
])('for %j the execution earns %j', (typed, earned) => {
  expect(shown(executionFormula('A1', 'B1', 'C1', 2), typed)).toBe(earned);
});

test('a score has as many places as the rules give it', () => {
  expect(shown(executionFormula('A1', 'B1', 'C1', 1), [10, 100, 84.9])).toBe(8.5);
});
