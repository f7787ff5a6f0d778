/** @jest-environment jsdom */
import type { EntryValue } from '../../../src/engine/entry';
import type { CellWrite, Mark, WritePlan } from '../../../src/form/writePlan';
import type { SheetSnapshot, Workbook } from '../../../src/workbook/workbook';
import { WriteRefused } from '../../../src/workbook/writeRefused';
import { cellAt } from '../opened';
import { buildXlsx, textParts } from '../xlsxPackage';
import { DOORS } from './doors';

const STYLES =
  '<numFmts count="1"><numFmt numFmtId="200" formatCode="0.00&quot;分&quot;"/></numFmts>' +
  '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
  '<cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="10" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1"/>' +
  '<xf numFmtId="200" applyNumberFormat="1"/><xf numFmtId="14" applyNumberFormat="1"/>' +
  '<xf numFmtId="0" applyProtection="1"><protection locked="0"/></xf></cellXfs>' +
  '<dxfs count="1"><dxf><font><b/></font></dxf></dxfs>';

const CELLS =
  '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>指标</t></is></c><c r="B1"><v>3</v></c><c r="C1" s="1"><v>0.9733</v></c></row>' +
  '<row r="2"><c r="A2" s="2" t="inlineStr"><is><t>007</t></is></c><c r="B2" s="3"><v>97.5</v></c><c r="C2"><f>B1*2</f><v>6</v></c></row>' +
  '<row r="3"><c r="A3" t="b"><v>1</v></c><c r="B3" t="e"><v>#DIV/0!</v></c><c r="C3" s="4"><v>44197</v></c><c r="D3" s="1"/></row></sheetData>';

const THEIRS =
  '<conditionalFormatting sqref="A1:A3"><cfRule type="expression" dxfId="0" priority="1"><formula>$B1&gt;2</formula></cfRule></conditionalFormatting>';

const SOURCE = {
  sheets: {
    自评表: `${CELLS}${THEIRS}`,
    受保护: `<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1" s="5"><v>2</v></c></row></sheetData><sheetProtection sheet="1"/>`,
    空表: '<sheetData/>',
    空的受保护: '<sheetData/><sheetProtection sheet="1"/>',
    隐藏: '<sheetData><row r="2"><c r="B2"><v>1</v></c></row></sheetData>',
  },
  states: { 隐藏: 'veryHidden' },
  styles: STYLES,
};

const write = (cell: string, value: EntryValue, before: EntryValue = null): CellWrite => ({
  cell,
  value,
  before,
  from: '',
  to: '',
});

const plan = (writes: readonly CellWrite[], marks: readonly Mark[] = [], sheet = '自评表'): WritePlan => ({
  sheet,
  writes,
  marks,
});

async function sheetOf(workbook: Workbook, name = '自评表'): Promise<SheetSnapshot> {
  const [sheet] = (await workbook.read([name])).sheets;
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

describe.each(DOORS)('%s', (_, open) => {
  const openSource = (): ReturnType<typeof open> => open(buildXlsx(SOURCE));

  describe('reading', () => {
    test('gives all sheets in the order of their tabs, hidden ones too', async () => {
      const { sheets } = await openSource().workbook.read(null);
      expect(
        sheets.map(({ grid, visibility, isProtected }) => [grid.sheet, visibility, isProtected]),
      ).toEqual([
        ['自评表', 'visible', false],
        ['受保护', 'visible', true],
        ['空表', 'visible', false],
        ['空的受保护', 'visible', true],
        ['隐藏', 'very-hidden', false],
      ]);
    });

    test('gives only the sheets asked for, and leaves out those that are not there', async () => {
      const { sheets } = await openSource().workbook.read(['隐藏', '没有', '自评表']);
      expect(sheets.map(({ grid }) => grid.sheet)).toEqual(['自评表', '隐藏']);
    });

    test.each([
      ['A1', '指标', '指标', 'General', null],
      ['B1', 3, '3', 'General', null],
      ['C1', 0.9733, '97.33%', '0.00%', null],
      ['A2', '007', '007', '@', null],
      ['B2', 97.5, '97.50分', '0.00"分"', null],
      ['C2', 6, '6', 'General', 'B1*2'],
      ['A3', true, 'TRUE', 'General', null],
      ['B3', '#DIV/0!', '#DIV/0!', 'General', null],
    ])('%s holds %p, shown as %s under %s', async (address, value, text, format, formula) => {
      const { grid } = await sheetOf(openSource().workbook);
      expect(cellAt(grid, address)).toEqual({ value, text, format, formula, writable: true });
    });

    test('a date is a serial number with a date format', async () => {
      const cell = cellAt((await sheetOf(openSource().workbook)).grid, 'C3');
      expect(cell?.value).toBe(44197);
      expect(cell?.text).toContain('2021');
    });

    test('an empty sheet has an empty grid', async () => {
      const { grid } = await sheetOf(openSource().workbook, '空表');
      expect([grid.rowCount, grid.columnCount]).toEqual([0, 0]);
    });

    test('locked cells of a protected sheet must not be written, unlocked ones may', async () => {
      const { grid } = await sheetOf(openSource().workbook, '受保护');
      expect(['A1', 'B1'].map((cell) => cellAt(grid, cell)?.writable)).toEqual([false, true]);
    });
  });

  describe('applying a plan', () => {
    test.each<[string, EntryValue, string]>([
      ['B1', 5, 'General'],
      ['B1', 0.1, 'General'],
      ['B1', '97.33%', 'General'],
      ['B1', '2021年3月', 'General'],
      ['B1', '=1+1', 'General'],
      ['B1', "'引号", 'General'],
      ['B1', '-5', 'General'],
      ['B1', false, 'General'],
      ['A2', '012', '@'],
      ['A2', "'引号", '@'],
      ['A2', 12, '@'],
      ['C1', 0.5, '0.00%'],
      ['C1', '50%左右', '0.00%'],
      ['D3', 0.25, '0.00%'],
      ['D3', '25%', '0.00%'],
      ['F9', '新', 'General'],
      ['F9', '1/2', 'General'],
    ])('writes into %s exactly %p, and the cell keeps its format %s', async (cell, value, format) => {
      const { workbook } = openSource();
      await workbook.apply([plan([write(cell, value)])]);
      expect(cellAt((await sheetOf(workbook)).grid, cell)).toMatchObject({ value, format, formula: null });
    });

    test('null empties a cell, which keeps its format', async () => {
      const { workbook } = openSource();
      await workbook.apply([plan([write('C1', null)])]);
      const cell = cellAt((await sheetOf(workbook)).grid, 'C1');
      expect(cell?.value ?? null).toBeNull();
    });

    test('formulas follow what was written', async () => {
      const { workbook } = openSource();
      await workbook.apply([plan([write('B1', 50)])]);
      expect(cellAt((await sheetOf(workbook)).grid, 'C2')).toMatchObject({ value: 100, formula: 'B1*2' });
    });

    test('leaves every other cell as it was', async () => {
      const { workbook } = openSource();
      const before = await sheetOf(workbook);
      await workbook.apply([plan([write('B2', 1)])]);
      const after = await sheetOf(workbook);
      for (const address of ['A1', 'B1', 'C1', 'A2', 'C2', 'A3', 'B3', 'C3']) {
        expect(cellAt(after.grid, address)).toEqual(cellAt(before.grid, address));
      }
    });

    test.each<[string, WritePlan]>([
      ['formula', plan([write('B1', 1), write('C2', 1)])],
      ['locked', plan([write('A1', 5)], [], '受保护')],
      ['no-sheet', plan([write('A1', 5)], [], '没有')],
      ['address', plan([write('B1', 1), write('1B', 5)])],
      ['value', plan([write('B1', 1), write('B2', Number.POSITIVE_INFINITY)])],
    ])('is refused as a whole: %s', async (kind, refused) => {
      const { workbook } = openSource();
      const before = JSON.stringify((await workbook.read(null)).sheets);
      const error: unknown = await workbook
        .apply([plan([write('B1', 9)]), refused])
        .catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(WriteRefused);
      expect(error).toMatchObject({ refusal: { kind } });
      expect(JSON.stringify((await workbook.read(null)).sheets)).toBe(before);
    });

    test('may write unlocked cells of a protected sheet', async () => {
      const { workbook } = openSource();
      await workbook.apply([plan([write('B1', 7)], [], '受保护')]);
      expect(cellAt((await sheetOf(workbook, '受保护')).grid, 'B1')?.value).toBe(7);
    });

    test('writing the old values back gives the sheet from before', async () => {
      const { workbook } = openSource();
      const before = JSON.stringify((await sheetOf(workbook)).grid);
      const changed = [
        write('B1', '97.33%', 3),
        write('A2', 7, '007'),
        write('C1', null, 0.9733),
        write('A3', 'x', true),
      ];
      await workbook.apply([plan(changed)]);
      await workbook.apply([plan(changed.map(({ cell, value, before: old }) => write(cell, old, value)))]);
      expect(JSON.stringify((await sheetOf(workbook)).grid)).toBe(before);
    });
  });

  describe('marks', () => {
    const MARKS: readonly Mark[] = [
      { label: 'error', ranges: ['A1:C1', 'A3:C3'] },
      { label: 'warning', ranges: ['B2'] },
      { label: 'score:0.66', ranges: ['B1', 'B3'] },
    ];
    const described = (marks: readonly Mark[]): string[] =>
      marks.flatMap(({ label, ranges }) => ranges.map((range) => `${label} ${range}`)).sort();

    test('are read as they were put', async () => {
      const { workbook } = openSource();
      await workbook.apply([plan([], MARKS)]);
      expect(described((await sheetOf(workbook)).marks)).toEqual(described(MARKS));
    });

    test('are replaced by those of the next plan', async () => {
      const { workbook } = openSource();
      await workbook.apply([plan([], MARKS)]);
      await workbook.apply([plan([], [{ label: 'warning', ranges: ['A1'] }])]);
      expect((await sheetOf(workbook)).marks).toEqual([{ label: 'warning', ranges: ['A1'] }]);
    });

    test('leave no trace on the sheet when they are taken off, and the rules of other people stay', async () => {
      const { workbook, bytes } = openSource();
      const before = textParts(bytes())['xl/worksheets/sheet1.xml'];
      await workbook.apply([plan([], MARKS)]);
      expect(textParts(bytes())['xl/worksheets/sheet1.xml']).not.toBe(before);
      await workbook.apply([plan([], [])]);
      expect(textParts(bytes())['xl/worksheets/sheet1.xml']).toBe(before);
    });

    test('of a file are found in Excel and those of Excel in a file', async () => {
      const { workbook, bytes } = openSource();
      await workbook.apply([plan([], MARKS)]);
      for (const [, reopen] of DOORS) {
        const again = await sheetOf(reopen(bytes()).workbook);
        expect(described(again.marks)).toEqual(described(MARKS));
      }
    });
  });

  describe('settings', () => {
    test('are kept, replaced and removed, one by one', async () => {
      const { workbook } = openSource();
      await workbook.saveSettings({ rules: '"wuhan"', ignored: '[1]' });
      await workbook.saveSettings({ rules: '"mof-2020"' });
      expect((await workbook.read([])).settings).toEqual({ rules: '"mof-2020"', ignored: '[1]' });
      await workbook.saveSettings({ ignored: null, absent: null });
      expect((await workbook.read([])).settings).toEqual({ rules: '"mof-2020"' });
    });

    test('stay with the workbook', async () => {
      const { workbook, bytes } = openSource();
      await workbook.saveSettings({ rules: '"wuhan"' });
      expect((await open(bytes()).workbook.read([])).settings).toEqual({ rules: '"wuhan"' });
    });
  });
});
