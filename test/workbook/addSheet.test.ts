/** A drawn sheet in a file: what is added, what stays byte for byte, and what is refused. */
import { drawTemplate } from '../../src/form/templates/drawTemplate';
import { findTemplate } from '../../src/form/templates/templates';
import type { SheetDrawing } from '../../src/form/templates/sheetDrawing';
import { newXlsx } from '../../src/workbook/xlsxFile';
import { fixture, openedBook, FIXTURE_FILES } from '../workbench/book/opened';
import { cellAt, gridOf, opened } from './opened';
import { buildXlsx, textParts } from './xlsxPackage';

function drawing(id = 'project-2020'): SheetDrawing {
  const template = findTemplate(id);
  if (!template) throw new Error(id);
  return drawTemplate(template, { year: 2025, unit: '', project: '', goals: 1, rows: 1 });
}

const SELECTED = '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetData/>';

test('a new workbook holds the one sheet, with its formulas worked out', async () => {
  const file = newXlsx(drawing());
  const { sheets } = await file.read(null);
  expect(sheets.map(({ grid }) => grid.sheet)).toEqual(['项目支出绩效自评表']);
  const grid = await gridOf(file);
  expect(cellAt(grid, 'B13')).toMatchObject({
    value: '产出指标\n（50分）',
    formula: '"产出指标\n（"&ROUND(SUM(G13:G16),2)&"分）"',
  });
  expect(textParts(file.bytes())['xl/worksheets/sheet1.xml']).toContain('<v>100</v>');
});

test.each(FIXTURE_FILES.filter((name) => name.startsWith('forms/')))(
  '%s takes a sheet, and its own sheets read as before',
  async (name) => {
    const bytes = fixture(name);
    const file = opened(bytes);
    const before = await file.read(null);
    const added = await file.addSheet(drawing());
    const after = await opened(file.bytes()).read(null);
    expect(after.sheets.slice(0, -1)).toEqual(before.sheets);
    expect(after.sheets.at(-1)?.grid.sheet).toBe(added);
    const book = openedBook(file.bytes());
    expect(book.activeSheet.name).toBe(added);
    expect(book.sheets).toHaveLength(before.sheets.length + 1);
    const [old, now] = [textParts(bytes), textParts(file.bytes())];
    const plain = (xml: string | undefined): string | undefined => xml?.replace(' tabSelected="1"', '');
    for (const part of Object.keys(old).filter((key) => key.startsWith('xl/worksheets/')))
      expect(plain(now[part])).toBe(plain(old[part]));
  },
);

test('only the new sheet is selected, and a taken name gets a number', async () => {
  const file = opened(buildXlsx({ sheets: { 项目支出绩效自评表: SELECTED } }));
  expect(await file.addSheet(drawing())).toBe('项目支出绩效自评表 (2)');
  expect(await file.addSheet(drawing())).toBe('项目支出绩效自评表 (3)');
  const parts = textParts(file.bytes());
  const selected = Object.keys(parts).filter((part) => parts[part]?.includes('tabSelected'));
  expect(selected).toEqual(['xl/worksheets/sheet3.xml']);
  expect(parts['xl/workbook.xml']).toContain('activeTab="2"');
});

test('what is printed is named for the new sheet, beside the names that were there', async () => {
  const names = '<definedNames><definedName name="总额">表!$A$1</definedName></definedNames>';
  const file = opened(buildXlsx({ sheets: { 表: '<sheetData/>' }, afterSheets: names }));
  await file.addSheet(drawing('score-summary'));
  const xml = textParts(file.bytes())['xl/workbook.xml'] ?? '';
  expect(xml).toContain('<definedName name="总额">表!$A$1</definedName>');
  expect(xml).toContain('name="_xlnm.Print_Area" localSheetId="1">\'得分情况表\'!$A$1:$E$7<');
  expect(xml).toContain('name="_xlnm.Print_Titles" localSheetId="1">\'得分情况表\'!$3:$3<');
});

test('a protected structure is refused, and the workbook stays as it was', async () => {
  const protection = '<workbookProtection lockStructure="1"/>';
  const bytes = buildXlsx({ sheets: { 表: '<sheetData/>' }, beforeSheets: protection });
  const file = opened(bytes);
  await expect(file.addSheet(drawing())).rejects.toMatchObject({ refusal: { kind: 'structure' } });
  expect(file.bytes()).toEqual(bytes);
});
