/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sumWeights } from '../../../src/engine/totals';
import type { Grid } from '../../../src/form/grid';
import { recogniseForms } from '../../../src/form/recognise';
import { drawTemplate } from '../../../src/form/templates/drawTemplate';
import type { DrawnCell, DrawnStyle, SheetDrawing } from '../../../src/form/templates/sheetDrawing';
import type { Template } from '../../../src/form/templates/template';
import { TEMPLATES } from '../../../src/form/templates/templates';
import type { FaultRule } from '../../../src/workbench/host/host';
import { HostFailure } from '../../../src/workbook/hostFailure';
import { WriteRefused } from '../../../src/workbook/writeRefused';
import { cellAt, opened } from '../opened';
import { buildXlsx, textParts } from '../xlsxPackage';
import { DOORS, openInExcel, type ExcelDoor, type OpenDoor } from './doors';

const FILLED = new Uint8Array(
  readFileSync(path.join(__dirname, '..', '..', 'fixtures', 'forms', 'variety-open.xlsx')),
);
const EMPTY = buildXlsx({ sheets: { Sheet1: '<sheetData/>' } });
const WORKBOOKS: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ['an empty workbook', EMPTY],
  ['a filled workbook', FILLED],
];
const CASES = TEMPLATES.flatMap((template) =>
  WORKBOOKS.map(([name, bytes]) => [template.id, name, template, bytes] as const),
);

function blank(template: Template): SheetDrawing {
  const { goals, rows } = template.defaults;
  return drawTemplate(template, { year: 2025, unit: '清河街道办事处', project: '道路养护', goals, rows });
}

const PLAIN: DrawnStyle = {
  size: 11,
  isBold: false,
  horizontal: 'left',
  vertical: 'center',
  wraps: false,
  hasBorder: true,
  fill: null,
  numberFormat: 'General',
};

/** Cells from A1 down, in column A as General, in column B as text. */
function column(values: readonly (string | number | { readonly formula: string })[]): SheetDrawing {
  const cells = values.flatMap((content, row): DrawnCell[] =>
    ['plain', 'text'].map((style, at) => ({
      row,
      column: at,
      ...(typeof content === 'object'
        ? { value: null, formula: content.formula }
        : { value: content, formula: null }),
      style,
    })),
  );
  return {
    name: '表',
    font: '宋体',
    columnWidths: [60, 60],
    rowHeights: values.map(() => 20),
    styles: { plain: PLAIN, text: { ...PLAIN, numberFormat: '@', fill: '#F2F2F2', wraps: true } },
    cells,
    merges: [],
    validations: [],
    print: {
      area: `A1:B${values.length}`,
      isLandscape: false,
      margins: { top: 54, bottom: 54, left: 42, right: 42 },
      isCentred: true,
      repeatedRows: null,
      footer: '',
    },
    frozenRows: 0,
  };
}

async function gridOf({ workbook }: OpenDoor, name: string): Promise<Grid> {
  const [sheet] = (await workbook.read([name])).sheets;
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet.grid;
}

/** Content and format of the drawn cells, as the drawing has them and as they stand. */
function contents({ cells, styles }: SheetDrawing): Record<string, unknown> {
  return Object.fromEntries(
    cells.map(({ row, column: at, value, formula, style }) => [
      `${row},${at}`,
      formula === null ? [value, styles[style]?.numberFormat] : [{ formula }, styles[style]?.numberFormat],
    ]),
  );
}

function standing(grid: Grid, { cells, styles }: SheetDrawing): Record<string, unknown> {
  return Object.fromEntries(
    cells.map(({ row, column: at, style }) => {
      const cell = grid.rows[row]?.[at];
      // A blank cell may be left out of a grid.
      const format = cell?.format ?? styles[style]?.numberFormat;
      const formula = cell?.formula ?? null;
      const content = formula === null ? (cell?.value ?? null) : { formula };
      return [`${row},${at}`, [content, format]];
    }),
  );
}

const PARTS = /^xl\/worksheets\/[^/]+\.xml$/;
const withoutTab = (xml: string): string => xml.replace(/ tabSelected="(1|true)"/, '');

describe.each(DOORS)('%s', (_, open) => {
  test.each(CASES)('draws %s into %s and touches nothing else', async (_id, _name, template, bytes) => {
    const door = open(bytes);
    const drawing = blank(template);
    const before = await door.workbook.read(null);
    const added = await door.workbook.addSheet(drawing);
    const after = await door.workbook.read(null);
    expect(after.sheets.map(({ grid }) => grid.sheet)).toEqual([
      ...before.sheets.map(({ grid }) => grid.sheet),
      added,
    ]);
    expect(after.sheets.slice(0, -1)).toEqual(before.sheets);
    const saved = textParts(door.bytes());
    for (const [part, xml] of Object.entries(textParts(bytes)).filter(([key]) => PARTS.test(key)))
      expect(withoutTab(saved[part] ?? '')).toBe(withoutTab(xml));

    const grid = await gridOf(door, added);
    expect(standing(grid, drawing)).toEqual(contents(drawing));
    const [facts, ...others] = recogniseForms(grid).forms;
    expect(others).toEqual([]);
    const weights = facts?.kind === 'summary-table' ? facts.total?.weight.value : facts && sumWeights(facts);
    expect(weights?.toNumber()).toBe(100);

    const [again] = (await opened(door.bytes()).read([added])).sheets;
    expect(again && standing(again.grid, drawing)).toEqual(contents(drawing));
    const part = Object.keys(saved).find((key) => PARTS.test(key) && !(key in textParts(bytes))) ?? '';
    const merges = [...(saved[part] ?? '').matchAll(/<mergeCell ref="([^"]*)"/g)].map(([, range]) => range);
    expect(merges.sort()).toEqual([...drawing.merges].sort());
  });

  const TEXTS = ['=1+1', '+1', '-3', '@SUM(A1)', "'引", "''", '97.5%', '2023/1/1', '1/2', 'TRUE', '#N/A'];
  const MORE = ['1e5', '0012', ' 空 ', '12:30', '￥5', '1,000', '二行\n字', '2023年12月'];

  test('a text arrives as that text whatever it looks like, in plain cells and in text cells', async () => {
    const door = open(EMPTY);
    const drawing = column([...TEXTS, ...MORE]);
    const added = await door.workbook.addSheet(drawing);
    expect(standing(await gridOf(door, added), drawing)).toEqual(contents(drawing));
  });

  test('a number stays a number and a formula a formula, in text cells too', async () => {
    const door = open(EMPTY);
    const drawing = column([12.5, { formula: 'A1*2' }, { formula: 'IF(COUNT(A1)=0,"",ROUND(A1/100,4))' }]);
    const added = await door.workbook.addSheet(drawing);
    const grid = await gridOf(door, added);
    expect(standing(grid, drawing)).toEqual(contents(drawing));
    expect(['A1', 'B1', 'A2', 'A3'].map((cell) => cellAt(grid, cell)?.value)).toEqual([
      12.5, 12.5, 25, 0.125,
    ]);
  });

  test.each([
    ['a/b:c?d*e[f]g\\h', 'a b c d e f g h'],
    ["'引用'", '引用'],
    ['sheet1', 'sheet1 (2)'],
    ['长'.repeat(40), '长'.repeat(31)],
    ['', '自评表'],
    ['History', '自评表'],
    ['a&b <"c">', 'a&b <"c">'],
  ])('the name %j becomes %j', async (wanted, expected) => {
    const door = open(EMPTY);
    const added = await door.workbook.addSheet({ ...column([1]), name: wanted });
    expect(added).toBe(expected);
    const { sheets } = await opened(door.bytes()).read(null);
    expect(sheets.map(({ grid }) => grid.sheet)).toEqual(['Sheet1', expected]);
  });

  test('a protected structure is refused, and nothing is changed', async () => {
    const bytes = buildXlsx({
      sheets: { 表: '<sheetData/>' },
      beforeSheets: '<workbookProtection lockStructure="1"/>',
    });
    const door = open(bytes);
    const error: unknown = await door.workbook.addSheet(column([1])).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(WriteRefused);
    expect(error).toMatchObject({ refusal: { kind: 'structure' } });
    expect(Buffer.compare(door.bytes(), bytes)).toBe(0);
  });
});

describe('Excel', () => {
  test.each(TEMPLATES.map((template) => [template.id, template] as const))(
    'takes %s in two round trips of hundreds of actions, with ExcelApi 1.9, and its undo history stays',
    async (_, template) => {
      const door = openInExcel(FILLED, { requirementSets: { excelapi: '1.9' } });
      await door.workbook.follow(() => undefined);
      door.host.startCommand();
      const added = await door.workbook.addSheet(blank(template));
      expect(door.host.batches.map(({ error }) => error)).toEqual([null, null]);
      expect(door.host.batches[1]?.actions).toBeLessThan(500);
      expect(door.host.batches.flatMap(({ clearsUndo }) => clearsUndo)).toEqual([]);
      expect(door.book.activeSheet.name).toBe(added);
      expect(door.book.selection).toEqual({ top: 0, left: 0, bottom: 0, right: 0 });
      door.host.startCommand();
      await door.workbook.read(null);
      expect(door.host.batches.length).toBe(1);
    },
  );

  test('takes the largest form that can be asked for in less than two thousand actions', async () => {
    for (const template of TEMPLATES) {
      const door = openInExcel(EMPTY);
      await door.workbook.addSheet(
        drawTemplate(template, { year: 2025, unit: '', project: '', goals: 20, rows: 10 }),
      );
      expect(door.host.batches[1]?.actions).toBeLessThan(2000);
    }
  }, 60_000);

  test.each(['1.9', '1.17'])(
    'does not tell of the cells that we filled under ExcelApi %s, but of the new sheet by its name',
    async (excelapi) => {
      const door = openInExcel(EMPTY, { requirementSets: { excelapi } });
      const events: string[] = [];
      await door.workbook.follow(({ kind, sheet, range }) => events.push(`${kind} ${sheet} ${range}`));
      const added = await door.workbook.addSheet(column(['甲', 1]));
      await new Promise((resolve) => setTimeout(resolve, 30));
      expect(events.filter((event) => /^edited .*A1:B2$/.test(event))).toEqual([]);
      expect(events).toContain(`activated ${added} `);
    },
  );
});

describe('a fault', () => {
  const WHOLE: SheetDrawing = {
    ...column(['指标', 5, { formula: 'A2' }, '注']),
    merges: ['A1:B1', 'A4:B4'],
    validations: [
      {
        range: 'A2:A3',
        rule: { kind: 'number', from: '0', to: 'B2' },
        hint: { title: '得分', text: '填数字。' },
        refusal: { title: '不对', text: '应是数字。' },
        isStrict: true,
      },
    ],
    frozenRows: 1,
  };
  const BOOK = buildXlsx({ sheets: { 一: '<sheetData/>', 表: '<sheetData/>' } });

  async function addUnder(rule: FaultRule): Promise<{ readonly isTold: boolean; readonly sheets: number }> {
    const door = openInExcel(BOOK, { giveUpAfter: 150 });
    door.host.fail(rule);
    const told: unknown = await door.workbook.addSheet(WHOLE).catch((thrown: unknown) => thrown);
    door.host.fail(null);
    const isTold = told instanceof HostFailure;
    if (isTold) {
      expect(told.state).toBe('untouched');
      expect(Buffer.compare(door.bytes(), BOOK)).toBe(0);
      expect(door.book.activeSheet.name).toBe('一');
    }
    expect(await door.workbook.addSheet(WHOLE)).toBe(isTold ? '表 (2)' : '表 (3)');
    return { isTold, sheets: door.book.sheets.length };
  }

  test.each<FaultRule>(
    [1, 2].flatMap((batch) => [
      { batch, at: 'before' },
      { batch, at: 'after' },
      { batch, at: 'lost' },
      { batch, at: 'silent' },
      { batch, at: 'before', code: 'AccessDenied' },
    ]),
  )('%j leaves the workbook as it was and is told', async (rule) => {
    expect(await addUnder(rule)).toEqual({ isTold: true, sheets: 3 });
  });

  test('at any action leaves the workbook as it was and is told', async () => {
    const told: boolean[] = [];
    for (let at = 0; ; at += 1) {
      const door = openInExcel(BOOK);
      door.host.fail({ batch: 2, at });
      await door.workbook.addSheet(WHOLE).catch(() => undefined);
      if (at >= (door.host.batches[1]?.actions ?? 0)) break;
      told.push((await addUnder({ batch: 2, at })).isTold);
    }
    expect(told.length).toBeGreaterThan(50);
    expect(told).not.toContain(false);
  }, 60_000);

  /** Excel refuses a call, and says which. */
  function refuse(door: ExcelDoor, action: string, place: string): void {
    const answer = door.host.answer.bind(door.host);
    Object.assign(door.host, {
      answer: async (body: string, ...given: [never]) => {
        const { Actions } = JSON.parse(body) as { Actions: readonly { Name?: string }[] };
        const at = Actions.findIndex(({ Name }) => Name === action);
        if (at >= 0) door.host.fail({ at });
        const answered = await answer(body, ...given);
        if (at < 0 || answered.kind !== 'body') return answered;
        return { ...answered, text: answered.text.replace(/"Location":"[^"]*"/, `"Location":"${place}"`) };
      },
    });
  }

  test.each([
    ['PaperSize', 'PageLayout.paperSize', 6],
    ['SetPrintArea', 'PageLayout.setPrintArea', 6],
    ['CenterFooter', 'HeaderFooter.centerFooter', 6],
    ['Activate', 'Worksheet.activate', 2],
    ['Select', 'Range.select', 2],
  ])('at %s costs neither the sheet nor its content', async (action, place, batches) => {
    const door = openInExcel(BOOK);
    refuse(door, action, place);
    const drawing = { ...WHOLE, merges: [], print: { ...WHOLE.print, footer: '第 &P 页' } };
    expect(await door.workbook.addSheet(drawing)).toBe('表 (2)');
    // Where pages cannot be set up: once in vain, two to take that away, once without.
    expect(door.host.batches.length).toBeLessThanOrEqual(batches);
    expect(door.book.sheets.map(({ name }) => name)).toEqual(['一', '表', '表 (2)']);
    const { sheets } = await opened(door.bytes()).read(['表 (2)']);
    expect(sheets[0] && standing(sheets[0].grid, drawing)).toEqual(contents(drawing));
    expect(door.book.sheets[2]?.printArea === null).toBe(action !== 'Activate' && action !== 'Select');
  });

  test('that also hits the taking away says that a sheet may have been left', async () => {
    const door = openInExcel(BOOK);
    door.host.fail({ batch: 2, times: 3, at: 'after' });
    await expect(door.workbook.addSheet(WHOLE)).rejects.toMatchObject({ state: 'sheet-left' });
  });

  test('that is a name taken meanwhile leads to another name, and the sheet of that name stays', async () => {
    const door = openInExcel(BOOK);
    const answer = door.host.answer.bind(door.host);
    let isFirst = true;
    Object.assign(door.host, {
      answer: async (...given: Parameters<typeof answer>) => {
        const answered = await answer(...given);
        if (isFirst) door.book.addSheet('表 (2)');
        isFirst = false;
        return answered;
      },
    });
    expect(await door.workbook.addSheet(WHOLE)).toBe('表 (3)');
    expect(door.book.sheets.map(({ name }) => name)).toEqual(['一', '表', '表 (2)', '表 (3)']);
  });
});
