/** Fills blank forms as a clerk would, from a seed, in a spreadsheet engine that is not ours. */
import type { IndicatorRow, ScoredFormFacts, SummaryTableFacts } from '../../../src/engine/facts';
import { parseCellName } from '../../../src/form/address';
import type { Grid, GridCell } from '../../../src/form/grid';
import type { BookCell, Sheet } from '../../../src/workbench/book/book';
import type { Chooser } from '../../generate/choose';

/** The cell of an address on a sheet of the spreadsheet engine. */
export function cellOn(sheet: Sheet, address: string | null): BookCell {
  const { row, column } = placeOf(address);
  return sheet.cell(row, column);
}

export function typeInto(sheet: Sheet, address: string | null, value: string | number): void {
  const { row, column } = placeOf(address);
  sheet.write(row, column, value);
}

function placeOf(address: string | null): { row: number; column: number } {
  const place = address === null ? null : parseCellName(address);
  if (!place) throw new Error(`no cell ${address ?? 'given'}`);
  return place;
}

/** What stands on the sheet, evaluated by the spreadsheet engine. */
export function gridOfSheet(sheet: Sheet): Grid {
  const used = sheet.usedArea(true);
  const height = (used?.bottom ?? -1) + 1;
  const width = (used?.right ?? -1) + 1;
  const cellAt = (row: number, column: number): GridCell | undefined => {
    const { value, text, formula, look } = sheet.cell(row, column);
    if (value === null && formula === null) return undefined;
    const plain = formula === null ? null : formula.slice(1);
    return { value, text, format: look.numberFormat, formula: plain, writable: true };
  };
  return {
    sheet: sheet.name,
    rowCount: height,
    columnCount: width,
    rows: Array.from({ length: height }, (_, row) =>
      Array.from({ length: width }, (__, column) => cellAt(row, column)),
    ),
  };
}

/** Types amounts, names, targets, actuals and reasons; what was typed for money comes back in the form's unit. */
export function fillForm(sheet: Sheet, facts: ScoredFormFacts, choose: Chooser): void {
  fillFund(sheet, facts, choose);
  for (const row of facts.indicators) fillRow(sheet, row, choose.within(`row${row.row}.`));
}

/** Amounts of the total, or of its parts where it adds them up. */
function fillFund(sheet: Sheet, { budget }: ScoredFormFacts, choose: Chooser): void {
  if (!budget) throw new Error('no fund block');
  const rows = budget.parts.length > 0 ? budget.parts : [budget.total];
  const isTie = choose.chance('tie', 30);
  for (const [index, { row, budget: allowed, spent }] of rows.entries()) {
    const own = choose.within(`fund${row}.`);
    if (isTie) {
      // A score that ends on half a hundredth: weight × spent ÷ budget is (2n + 1) ÷ 200.
      const ofWeight = budget.weight.value?.times(200).toNumber() ?? 0;
      const whole = own.count('whole', 1, 50) * 40;
      const odd = 2 * own.count('odd', 0, ofWeight / 2 - 1) + 1;
      typeInto(sheet, allowed.cell, index === 0 ? whole : '');
      typeInto(sheet, spent.cell, index === 0 ? (whole * odd) / ofWeight : '');
    } else {
      const cents = own.count('budget', 1, 9_999_999);
      typeInto(sheet, allowed.cell, cents / 100);
      typeInto(sheet, spent.cell, Math.round((cents * own.count('share', 0, 1000)) / 1000) / 100);
    }
  }
}

function fillRow(sheet: Sheet, row: IndicatorRow, choose: Chooser): void {
  const name = choose.pick('name', ['养护道路', '开展培训', '发放资料', '更新设备']) + String(row.row);
  const target = choose.count('target', 2, 500);
  const actual = choose.chance('missed', 30) ? choose.count('actual', 1, target) : target;
  const unit = choose.pick('unit', ['个', '次', '公里']);
  typeInto(sheet, row.nameCell, row.label === '' ? name : row.label.replace('：', `：${name}`));
  if (row.targetCells.length === 3) {
    const [operator = null, value = null, unitCell = null] = row.targetCells;
    typeInto(sheet, operator, '≥');
    typeInto(sheet, value, String(target));
    typeInto(sheet, unitCell, unit);
  } else typeInto(sheet, row.targetCells[0] ?? null, `≥${target}${unit}`);
  typeInto(sheet, row.actualCell, `${actual}${unit}`);
  if (row.reason) typeInto(sheet, row.reason.cell, actual < target ? '受连续降雨影响，进度有所延后' : '');
}

/** Types a score into every row of a summary table. */
export function fillSummary(sheet: Sheet, { rows }: SummaryTableFacts, choose: Chooser): void {
  for (const { score, weight, row } of rows) {
    const most = weight.value?.times(100).toNumber() ?? 0;
    typeInto(sheet, score.cell, choose.count(`score${row}`, 0, most) / 100);
  }
}
