import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cellName } from '../../src/form/address';
import { cellAt, gridOf, opened, plan } from './opened';
import { textParts } from './xlsxPackage';

const FORMS = path.join(__dirname, '../fixtures/forms');

function form(name: string): Uint8Array {
  return new Uint8Array(readFileSync(path.join(FORMS, `${name}.xlsx`)));
}

/** Cells as they are stored in the files and as a spreadsheet program shows them. */
const CELLS: readonly (readonly [string, string, string, string | number, string])[] = [
  [
    'baiyushan-2020-summary',
    '自评得分',
    'A1',
    '2020 年度白玉山街部门整体绩效自评结果',
    '2020 年度白玉山街部门整体绩效自评结果',
  ],
  ['baiyushan-2020-summary', '自评得分', 'B5', 0.35, '35%'],
  ['baiyushan-2020-summary', '自评得分', 'D5', 33, '33'],
  ['baiyushan-2020-summary', '自评得分', 'E6', 0.9333, '93.33%'],
  ['baoxie-2022-department', '得分情况', 'D6', 18.5, '18.50'],
  ['baoxie-2022-department', '得分情况', 'D7', 90.66, '90.66'],
  ['baoxie-2022-department', '自评表', 'D6', 13581.29, '13,581.29'],
  ['baoxie-2022-department', '自评表', 'H5', '得分\n(20*执行率)', '得分\n(20*执行率)'],
  ['baoxie-2022-department', '自评表', 'F9', 0.82, '82%'],
  ['baoxie-2022-department', '自评表', 'G9', 1, '1.00'],
  ['baoxie-2022-department', '自评表', 'E9', '≥80%', '≥80%'],
  ['wuchang-2020-department', '部门整体绩效自评表', 'F6', 1.7068, '170.68%'],
  ['wuchang-2020-department', '部门整体绩效自评表', 'G4', 5742.01, '5742.01'],
  ['wuchang-2020-department', '部门整体绩效自评表', 'F16', '》0.95', '》0.95'],
  ['hemenkou-2020-projects-a', '环卫经费', 'H5', 0.666, '66.6%'],
  ['hemenkou-2020-projects-a', '环卫经费', 'I5', 6.67, '6.67'],
  ['variety-open', '宣城-一级只剩分值', 'F16', 44526, '2021年11月26日'],
  ['variety-open', '宣城-一级只剩分值', 'F22', 0.976, '97.6%'],
];

test.each(CELLS)('%s, %s!%s holds %p and shows %s', async (name, sheet, address, value, text) => {
  const cell = cellAt(await gridOf(opened(form(name)), sheet), address);
  expect(cell).toMatchObject({ value, text, formula: null, writable: true });
});

test.each([...new Set(CELLS.map(([name]) => name))])(
  '%s changes in the written cells and marks alone',
  async (name) => {
    const bytes = form(name);
    const file = opened(bytes);
    const { sheets } = await file.read(null);
    for (const { grid } of sheets) {
      const last = cellName(grid.rowCount - 1, grid.columnCount - 1);
      const values = { [last]: 12.34, [cellName(grid.rowCount + 4, grid.columnCount + 1)]: '新' };
      const before = await file.read(null);
      await file.apply([plan(grid.sheet, values, [{ label: 'warning', ranges: [`A1:${last}`] }])]);
      const after = await file.read(null);
      for (const [index, { grid: old }] of before.sheets.entries()) {
        const now = after.sheets[index]?.grid;
        if (!now) throw new Error('a sheet is gone');
        for (let row = 0; row < old.rowCount; row += 1) {
          for (let column = 0; column < old.columnCount; column += 1) {
            const address = cellName(row, column);
            const isWritten = old.sheet === grid.sheet && address in values;
            const expected = cellAt(old, address);
            if (isWritten)
              expect(cellAt(now, address)).toMatchObject({ value: 12.34, format: expected?.format });
            else if (expected?.value !== null && expected !== undefined)
              expect(cellAt(now, address)).toEqual(expected);
          }
        }
      }
    }
    const before = textParts(bytes);
    const after = textParts(file.bytes());
    for (const [part, text] of Object.entries(before)) {
      if (part === 'xl/styles.xml') continue;
      if (!part.startsWith('xl/worksheets/')) expect(after[part]).toBe(text);
      else
        expect(differingTags(text, after[part] ?? '')).toEqual(
          new Set(['c', 'conditionalFormatting', 'dimension', 'row']),
        );
    }
    const count = Object.keys(before).length;
    expect(Object.keys(after)).toHaveLength(count);
  },
);

/** The names of the outermost elements that differ: everything else is the same, in the same order. */
function differingTags(before: string, after: string): Set<string> {
  const pieces = (xml: string): string[] =>
    xml.match(
      /<c [^>]*\/>|<c [^>]*>.*?<\/c>|<conditionalFormatting.*?<\/conditionalFormatting>|<[^>]*>|[^<]+/gs,
    ) ?? [];
  const old = pieces(before);
  const names = new Set<string>();
  let at = 0;
  for (const piece of pieces(after)) {
    if (piece === old[at]) {
      at += 1;
      continue;
    }
    const name = /^<\/?([A-Za-z]+)/.exec(piece)?.[1] ?? piece;
    names.add(name);
    const oldName = /^<\/?([A-Za-z]+)/.exec(old[at] ?? '')?.[1];
    if (
      oldName === name &&
      !/^<\/?(row|conditionalFormatting)/.test(piece) &&
      isReplaced(piece, old[at] ?? '')
    )
      at += 1;
  }
  expect(at).toBe(old.length);
  return names;
}

/** True when both pieces are the same cell, or the sheet's dimension. */
function isReplaced(piece: string, old: string): boolean {
  const address = (xml: string): string | undefined => /^<c [^>]*\br="([A-Z]+\d+)"/.exec(xml)?.[1];
  return piece.startsWith('<dimension') || address(piece) === address(old);
}
