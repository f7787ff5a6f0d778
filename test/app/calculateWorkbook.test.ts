import { calculateWorkbook } from '../../src/app/calculateWorkbook';
import { projectRows, type CellSpec } from '../form/buildGrid';
import { snapshotOf, withCell } from './buildSnapshot';

/** The small form with a blank score of 30 points that is earned, and a total of so much. */
function withTotal(total: CellSpec): CellSpec[][] {
  return withCell(withCell(projectRows(), 7, 7, null), 11, 7, total);
}

/** Findings about the total now, and once the plan is written. */
function totals(total: CellSpec): readonly [readonly string[], readonly string[]] {
  const found = calculateWorkbook(snapshotOf(withTotal(total)), { rules: null, overwriteScores: false });
  const codes = (sheets: typeof found.sheets) =>
    sheets.flatMap(({ forms }) =>
      forms.flatMap(({ findings }) => findings.filter(({ cell }) => cell === 'H12').map(({ code }) => code)),
    );
  return [codes(found.sheets), codes(found.after)];
}

test('a total that is a formula is not called wrong for what is being written', () => {
  expect(totals({ value: 69.5, text: '69.5', formula: '=SUM(H5:H11)' })).toEqual([[], []]);
});

test('one that leaves a score out is called wrong at once', () => {
  expect(totals({ value: 69.5, text: '69.5', formula: '=H5+H9+H10+H11' })[1]).toEqual(['total-wrong']);
});

test('a blank form whose formulas say nothing yet has nothing wrong with its total once its scores are filled', () => {
  const scores: readonly (readonly [number, number])[] = [
    [4, 8],
    [7, 7],
    [8, 7],
    [9, 7],
    [10, 7],
  ];
  const blank = scores.reduce((rows, [row, column]) => withCell(rows, row, column, null), projectRows());
  const total: CellSpec = { value: '', text: '', formula: '=IF(COUNT(H8:H11)=0,"",I5+SUM(H8:H11))' };
  const found = calculateWorkbook(snapshotOf(withCell(blank, 11, 7, total)), {
    rules: null,
    overwriteScores: false,
  });
  expect(found.plans.flatMap(({ writes }) => writes.map(({ cell }) => cell))).toEqual(
    expect.arrayContaining(['I5', 'H8', 'H9', 'H10', 'H11']),
  );
  const codes = found.after.flatMap(({ forms }) =>
    forms.flatMap(({ findings }) => findings.map(({ code }) => code)),
  );
  expect(codes).not.toContain('total-wrong');
});
