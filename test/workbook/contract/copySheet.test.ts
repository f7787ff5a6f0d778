/** @jest-environment jsdom */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import '../../workbench/host/jsdomGaps';
import { makeNextYear } from '../../../src/app/nextYear';
import type { EntryValue } from '../../../src/engine/entry';
import type { Grid } from '../../../src/form/grid';
import type { CellWrite, Mark } from '../../../src/form/writePlan';
import type { FaultRule } from '../../../src/workbench/host/host';
import { HostFailure } from '../../../src/workbook/hostFailure';
import type { SheetSnapshot } from '../../../src/workbook/workbook';
import { openedBook, sheetOf } from '../../workbench/book/opened';
import { cellAt, opened } from '../opened';
import { buildXlsx, textParts } from '../xlsxPackage';
import { DOORS, openInExcel, type OpenDoor } from './doors';

const STYLES =
  '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
  '<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="10" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1"/>' +
  '<xf numFmtId="0" applyProtection="1"><protection locked="0"/></xf></cellXfs>' +
  '<dxfs count="1"><dxf><font><b/></font></dxf></dxfs>';

const FORM =
  '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
  '<cols><col min="1" max="1" width="30" customWidth="1"/></cols>' +
  '<sheetData><row r="1" ht="40" customHeight="1"><c r="A1" t="inlineStr"><is><t>2022年度自评表</t></is></c><c r="B1"/></row>' +
  '<row r="2"><c r="A2" s="2" t="inlineStr"><is><t>007</t></is></c><c r="B2"><v>5</v></c><c r="C2" s="1"><v>0.95</v></c></row>' +
  '<row r="3"><c r="A3"><f>B2*2</f><v>10</v></c><c r="B3"><f>SUM(表!B2:B2)</f><v>5</v></c></row></sheetData>' +
  '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>' +
  '<conditionalFormatting sqref="B2"><cfRule type="expression" dxfId="0" priority="1"><formula>B2&gt;3</formula></cfRule></conditionalFormatting>' +
  '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
  '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>';

const NAMES =
  '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">表!$A$1:$C$3</definedName></definedNames>';

const SOURCE = { sheets: { 表: FORM, 别的: '<sheetData/>' }, styles: STYLES, afterSheets: NAMES };

const write = (cell: string, value: EntryValue): CellWrite => ({
  cell,
  value,
  before: null,
  from: '',
  to: '',
});

async function snapshot({ workbook }: OpenDoor, name: string): Promise<SheetSnapshot> {
  const [sheet] = (await workbook.read([name])).sheets;
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

const MARKS: readonly Mark[] = [
  { label: 'error', ranges: ['A2:C2'] },
  { label: 'score:0.5', ranges: ['B2'] },
];

describe.each(DOORS)('%s', (_, open) => {
  const openSource = (): OpenDoor => open(buildXlsx(SOURCE));

  test('a copy holds the same cells behind the other sheets, and the sheet itself stays', async () => {
    const door = openSource();
    const before = await door.workbook.read(null);
    expect(await door.workbook.copySheet({ from: '表', name: '表 2023', writes: [] })).toBe('表 2023');
    const after = await door.workbook.read(null);
    expect(after.sheets.slice(0, -1)).toEqual(before.sheets);
    const [source, copy] = [before.sheets[0], after.sheets.at(-1)];
    expect(copy?.grid).toEqual({
      ...source?.grid,
      sheet: '表 2023',
      rows: source?.grid.rows.map((row) =>
        row?.map((cell) =>
          cell?.formula === 'SUM(表!B2:B2)' ? { ...cell, formula: expect.any(String) as string } : cell,
        ),
      ),
    });
    // What the sheet says of itself the copy says of itself.
    expect(copy && cellAt(copy.grid, 'B3')?.formula).toBe("SUM('表 2023'!B2:B2)");
    expect(textParts(door.bytes())['xl/worksheets/sheet1.xml']).toBe(
      textParts(buildXlsx(SOURCE))['xl/worksheets/sheet1.xml'],
    );
  });

  test('a copy looks and prints like the sheet', async () => {
    const door = openSource();
    await door.workbook.copySheet({ from: '表', name: '新', writes: [] });
    const book = openedBook(door.bytes());
    const [source, copy] = [sheetOf(book, '表'), sheetOf(book, '新')];
    const described = [source, copy].map((sheet) => ({
      widths: [0, 1, 2].map((column) => sheet.columnWidth(column)),
      heights: [0, 1, 2].map((row) => sheet.rowHeight(row)),
      merges: sheet.merges,
      page: sheet.page,
      area: sheet.printArea,
      looks: [0, 1, 2].map((row) => [0, 1, 2].map((column) => sheet.cell(row, column).look)),
      formats: sheet.formats.map(({ areas, rule }) => ({ areas, rule })),
    }));
    expect(described[1]).toEqual(described[0]);
    expect(described[0]?.area).toEqual([{ top: 0, left: 0, bottom: 2, right: 2 }]);
  });

  test('what is written is written in the copy alone, formats stay and formulas follow', async () => {
    const door = openSource();
    const before = await snapshot(door, '表');
    const writes = [write('A1', '2023年度自评表'), write('A2', '008'), write('B2', null), write('C2', '97%')];
    await door.workbook.copySheet({ from: '表', name: '新', writes });
    const { grid } = await snapshot(door, '新');
    expect(['A1', 'A2', 'C2', 'A3'].map((cell) => cellAt(grid, cell)?.value)).toEqual([
      '2023年度自评表',
      '008',
      '97%',
      0,
    ]);
    expect(cellAt(grid, 'B2')?.value ?? null).toBeNull();
    expect(['A2', 'C2'].map((cell) => cellAt(grid, cell)?.format)).toEqual(['@', '0.00%']);
    expect(await snapshot(door, '表')).toEqual(before);
  });

  test('marks of ours are not in the copy, rules of other people are', async () => {
    const door = openSource();
    await door.workbook.apply([{ sheet: '表', writes: [], marks: MARKS }]);
    await door.workbook.copySheet({ from: '表', name: '新', writes: [write('B2', 6)] });
    expect((await snapshot(door, '新')).marks).toEqual([]);
    expect((await snapshot(door, '表')).marks).toHaveLength(2);
    const formats = sheetOf(openedBook(door.bytes()), '新').formats;
    expect(formats.map(({ rule }) => rule)).toEqual([{ kind: 'formula', formula: 'B2>3' }]);
  });

  test('a hidden sheet has a visible copy', async () => {
    const door = open(buildXlsx({ ...SOURCE, states: { 别的: 'hidden' } }));
    await door.workbook.copySheet({ from: '别的', name: '新', writes: [write('A1', 1)] });
    expect((await snapshot(door, '新')).visibility).toBe('visible');
  });

  test.each<[string, Parameters<typeof buildXlsx>[0], CellWrite]>([
    ['no-sheet', { sheets: { 另: '<sheetData/>' } }, write('A1', 1)],
    ['formula', SOURCE, write('A3', 1)],
    ['value', SOURCE, write('A2', Number.NaN)],
    ['locked', { ...SOURCE, sheets: { 表: '<sheetData/><sheetProtection sheet="1"/>' } }, write('A1', 1)],
    [
      'structure',
      { ...SOURCE, beforeSheets: '<workbookProtection lockStructure="1"/>' },
      write('A1', '2023年度'),
    ],
  ])('is refused and nothing is changed: %s', async (kind, source, wrong) => {
    const bytes = buildXlsx(source);
    const door = open(bytes);
    const copied = door.workbook.copySheet({ from: '表', name: '新', writes: [write('B2', 1), wrong] });
    await expect(copied).rejects.toMatchObject({ refusal: { kind } });
    expect(Buffer.compare(door.bytes(), bytes)).toBe(0);
  });

  test('unlocked cells of a protected sheet are written in its copy', async () => {
    const sheet =
      '<sheetData><row r="1"><c r="A1" s="3"><v>1</v></c></row></sheetData><sheetProtection sheet="1"/>';
    const door = open(buildXlsx({ ...SOURCE, sheets: { 表: sheet }, afterSheets: '' }));
    await door.workbook.copySheet({ from: '表', name: '新', writes: [write('A1', 2)] });
    const { grid, isProtected } = await snapshot(door, '新');
    expect([cellAt(grid, 'A1')?.value, isProtected]).toEqual([2, true]);
  });
});

describe('Excel', () => {
  test('copies in two round trips, with ExcelApi 1.9, and in one more where marks of ours stand', async () => {
    for (const [marks, expected] of [
      [[], 2],
      [MARKS, 3],
    ] as const) {
      const door = openInExcel(buildXlsx(SOURCE), { requirementSets: { excelapi: '1.9' } });
      await door.workbook.apply([{ sheet: '表', writes: [], marks }]);
      await door.workbook.read(null);
      door.host.startCommand();
      await door.workbook.copySheet({ from: '表', name: '新', writes: [write('B2', 1)] });
      expect(door.host.batches.length).toBe(expected);
      expect(door.host.batches.flatMap(({ error }) => error ?? [])).toEqual([]);
      expect(door.book.activeSheet.name).toBe('新');
    }
  });

  test.each<FaultRule>([
    ...[2, 3].flatMap((batch) =>
      (['before', 'after', 'lost', 'silent'] as const).map((at): FaultRule => ({ batch, at })),
    ),
    ...Array.from({ length: 12 }, (_, at): FaultRule => ({ batch: 2, at })),
    ...Array.from({ length: 4 }, (_, at): FaultRule => ({ batch: 3, at })),
  ])('the fault %j leaves the workbook as it was and is told, or the copy is whole', async (rule) => {
    const marked = opened(buildXlsx(SOURCE));
    await marked.apply([{ sheet: '表', writes: [], marks: MARKS }]);
    const bytes = marked.bytes();
    const door = openInExcel(bytes, { giveUpAfter: 150 });
    await door.workbook.read(null);
    const copy = { from: '表', name: '新', writes: [write('B2', 1)] };
    door.host.fail(rule);
    const told: unknown = await door.workbook.copySheet(copy).catch((thrown: unknown) => thrown);
    door.host.fail(null);
    if (told instanceof HostFailure) {
      expect(told.state).toBe('untouched');
      expect(Buffer.compare(door.bytes(), bytes)).toBe(0);
    } else {
      expect(told).toBe('新');
      expect((await snapshot(door, '新')).marks).toEqual([]);
    }
  });
});

const FIXTURES = path.join(__dirname, '..', '..', 'fixtures');
const FORMS = readdirSync(path.join(FIXTURES, 'forms')).filter((name) => name.endsWith('.xlsx'));

/** What stands in the filled cells, by row and column. */
function contents({ rows }: Grid): readonly string[] {
  return rows.flatMap((row, r) =>
    (row ?? []).flatMap((cell, c) =>
      cell && cell.value !== null ? [`${r} ${c} ${JSON.stringify([cell.value, cell.text])}`] : [],
    ),
  );
}

test.each(FORMS)('both doors make the same form of next year from every sheet of %s', async (name) => {
  const bytes = new Uint8Array(readFileSync(path.join(FIXTURES, 'forms', name)));
  const { sheets } = await opened(bytes).read(null);
  for (const { grid } of sheets) {
    const made: (readonly string[])[] = [];
    for (const [, open] of DOORS) {
      const door = open(bytes);
      const next = await makeNextYear(door.workbook, grid.sheet, { clearsTargets: false });
      if (next.kind !== 'made') throw new Error(next.kind);
      made.push(contents((await snapshot(door, next.sheet)).grid));
      expect((await opened(door.bytes()).read([grid.sheet])).sheets[0]?.grid).toEqual(grid);
    }
    expect(made[1]).toEqual(made[0]);
  }
});
