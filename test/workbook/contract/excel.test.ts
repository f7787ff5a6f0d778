/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { recalculate, type RecalculateOptions } from '../../../src/app/recalculate';
import { createSession } from '../../../src/app/session';
import type { FaultRule } from '../../../src/workbench/host/host';
import type { ExcelEvent } from '../../../src/workbook/excel';
import type { Workbook } from '../../../src/workbook/workbook';
import { HostFailure } from '../../../src/workbook/hostFailure';
import { cellAt, opened } from '../opened';
import { buildXlsx } from '../xlsxPackage';
import { openInExcel, type ExcelDoor } from './doors';

const PLAIN: RecalculateOptions = { rules: null, sheet: null, overwriteScores: false };
const FORM = new Uint8Array(
  readFileSync(path.join(__dirname, '..', '..', 'fixtures', 'forms', 'variety-open.xlsx')),
);

/** A project form with a blank score, as small as will do. */
function formSheet(name: string, extra = ''): string {
  const text = (cell: string, value: string): string =>
    `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const row = (r: number, ...values: (string | number)[]): string =>
    `<row r="${r}">${values
      .map((value, index) => {
        const cell = `${String.fromCharCode(65 + index)}${r}`;
        return typeof value === 'number' ? `<c r="${cell}"><v>${value}</v></c>` : text(cell, value);
      })
      .join('')}</row>`;
  return (
    '<sheetData>' +
    row(1, `${name}项目支出绩效自评表`) +
    row(2, '一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分') +
    row(3, '产出指标', '数量指标', '检查次数', '≥10次', '10次', 50) +
    row(4, '效益指标', '社会效益指标', '群众知晓率', '≥80%', '90%', 40) +
    row(5, '满意度指标', '满意度指标', '群众满意度', '≥90%', '95%', 10) +
    row(6, '总分', '', '', '', '', 100) +
    `</sheetData>${extra}`
  );
}

const small = (extra = ''): Uint8Array => buildXlsx({ sheets: { 自评表: formSheet('甲', extra) } });

const value = async ({ workbook }: ExcelDoor, cell: string, sheet = '自评表'): Promise<unknown> => {
  const [read] = (await workbook.read([sheet])).sheets;
  return read && cellAt(read.grid, cell)?.value;
};

async function valuesOf(workbook: Workbook): Promise<string> {
  const { sheets } = await workbook.read(null);
  return JSON.stringify(
    sheets.map(({ grid, marks }) => [grid.rows.map((row) => row?.map((cell) => cell?.value ?? null)), marks]),
  );
}

/** Change events come after the batch. */
const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));

describe('round trips', () => {
  test('fifty sheets are recalculated in three, and in two once the sheets are known', async () => {
    const sheets = Object.fromEntries(
      Array.from({ length: 50 }, (_, index) => [`表${index + 1}`, formSheet(`项目${index + 1}`)]),
    );
    const bytes = buildXlsx({ sheets });
    const fresh = openInExcel(bytes);
    await recalculate(fresh.workbook, PLAIN);
    expect(fresh.host.batches.length).toBe(3);
    expect(await value(fresh, 'G6', '表50')).toBe(100);

    const known = openInExcel(bytes);
    await known.workbook.follow(() => undefined);
    known.host.startCommand();
    await recalculate(known.workbook, PLAIN);
    expect(known.host.batches.length).toBe(2);
    expect(known.host.batches.flatMap(({ clearsUndo }) => clearsUndo)).toEqual([]);
  });

  test('a sheet that came since costs one more, once', async () => {
    const door = openInExcel(small());
    await door.workbook.follow(() => undefined);
    door.book.addSheet('新表');
    door.host.startCommand();
    const { sheets } = await door.workbook.read(null);
    expect(sheets.map(({ grid }) => grid.sheet)).toEqual(['自评表', '新表']);
    expect(door.host.batches.length).toBe(2);
    door.host.startCommand();
    await door.workbook.read(null);
    expect(door.host.batches.length).toBe(1);
  });

  test('a sheet that is gone or renamed does not stop the others', async () => {
    const door = openInExcel(buildXlsx({ sheets: { 自评表: formSheet('甲'), 旧: '<sheetData/>' } }));
    await door.workbook.follow(() => undefined);
    const [, old] = door.book.sheets;
    if (old) door.book.renameSheet(old, '新');
    const { sheets } = await door.workbook.read(null);
    expect(sheets.map(({ grid }) => grid.sheet)).toEqual(['自评表', '新']);
  });
});

describe('a fault', () => {
  const rules: readonly FaultRule[] = [
    ...[1, 2].flatMap((batch): FaultRule[] => [
      { batch, at: 'before' },
      { batch, at: 'after' },
      { batch, at: 'lost' },
      { batch, at: 'silent' },
      ...[0, 1, 2, 5, 10].map((at) => ({ batch, at })),
    ]),
    { batch: 2, at: 20 },
    { batch: 2, at: 'before', code: 'AccessDenied' },
    { batch: 2, at: 12, code: 'ItemNotFound', times: 1 },
  ];

  test.each(rules)(
    '%j leaves the workbook untouched or fully written, is told, and the next run works',
    async (rule) => {
      const bytes = buildXlsx({ sheets: { 甲: formSheet('甲'), 乙: formSheet('乙') } });
      const door = openInExcel(bytes, { giveUpAfter: 150 });
      const written = opened(bytes);
      await recalculate(written, PLAIN);
      const full = await valuesOf(written);
      const stateOf = (): Promise<string> => valuesOf(opened(door.bytes()));
      const untouched = await stateOf();
      await door.workbook.follow(() => undefined);
      const session = createSession(door.workbook, () => new Date(0));

      door.host.fail(rule);
      const { failure } = await session.run('recalculate');
      expect(failure?.kind).toBe('host');
      expect([untouched, full]).toContain(await stateOf());

      door.host.fail(null);
      expect((await session.run('recalculate')).failure).toBeNull();
      expect(await stateOf()).toBe(full);
    },
  );

  test('at any action of the write leaves nothing behind, not even a rule without its formula', async () => {
    const bytes = small();
    const left: number[] = [];
    let failures = 0;
    for (let at = 0; at === failures; at += 1) {
      const door = openInExcel(bytes);
      door.host.fail({ batch: 2, at });
      await recalculate(door.workbook, PLAIN).catch(() => (failures += 1));
      if (at < failures && Buffer.compare(door.bytes(), bytes) !== 0) left.push(at);
    }
    expect(failures).toBeGreaterThan(10);
    expect(left).toEqual([]);
  });

  test('that hits the write and the putting back leaves what the next run takes away', async () => {
    const door = openInExcel(small());
    const before = door.bytes();
    await door.workbook.read(null);
    const session = createSession(door.workbook, () => new Date(0));
    const countRules = (): number => door.book.sheets[0]?.formats.length ?? 0;
    for (let at = 10; countRules() === 0; at += 1) {
      // The write stops behind a new rule; then nothing works any more.
      door.host.fail({ batch: 2, times: 3, at });
      await session.run('recalculate');
      door.host.fail(null);
      if (countRules() === 0) await session.run('revert');
    }
    await session.run('recalculate');
    while (session.state().canRevert) await session.run('revert');
    expect(Buffer.compare(door.bytes(), before)).toBe(0);
  });

  test('while everything fails says that it is unsure only when something may have been written', async () => {
    const door = openInExcel(small());
    await door.workbook.read(null);
    door.host.fail({ times: 10, at: 'before' });
    const error: unknown = await recalculate(door.workbook, PLAIN).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(HostFailure);
    expect(error).toMatchObject({ state: 'untouched' });
  });

  test.each(['AccessDenied', 'GeneralException', 'InvalidArgument', 'ItemNotFound', 'Timeout'])(
    '%s when a cell is selected is no failure: the face shows the address',
    async (code) => {
      const door = openInExcel(small());
      door.host.fail({ code });
      expect(await door.workbook.select('自评表', 'G3')).toBe(false);
      expect(await door.workbook.select('自评表', 'G3')).toBe(true);
      expect(door.book.selection).toEqual({ top: 2, left: 6, bottom: 2, right: 6 });
    },
  );
});

describe('an old Excel', () => {
  test('is never asked for anything newer than ExcelApi 1.9', async () => {
    const door = openInExcel(FORM, { requirementSets: { excelapi: '1.9' } });
    const events: ExcelEvent[] = [];
    const stop = await door.workbook.follow((event) => events.push(event));
    await recalculate(door.workbook, PLAIN);
    await door.workbook.saveSettings({ rules: '"wuhan"' });
    await door.workbook.saveSettings({ rules: null });
    await later();
    expect(events.filter(({ kind }) => kind === 'edited')).toEqual([]);
    expect(door.host.batches.flatMap(({ error }) => error ?? [])).toEqual([]);
    await stop();
  });
});

describe.each(['1.9', '1.17'])('events under ExcelApi %s', (excelapi) => {
  test("a person's edit is told with its sheet and range, our own writes are not", async () => {
    const door = openInExcel(small(), { requirementSets: { excelapi } });
    const edits: ExcelEvent[] = [];
    await door.workbook.follow((event) => {
      if (event.kind === 'edited') edits.push(event);
    });
    await recalculate(door.workbook, PLAIN);
    await later();
    expect(edits).toEqual([]);
    door.book.sheets[0]?.write(2, 4, '8次');
    await later();
    expect(edits).toEqual([{ kind: 'edited', sheet: '自评表', range: 'E3' }]);
  });

  test('nothing is told any more once it was stopped', async () => {
    const door = openInExcel(small(), { requirementSets: { excelapi } });
    const edits: ExcelEvent[] = [];
    const stop = await door.workbook.follow((event) => edits.push(event));
    await stop();
    door.book.sheets[0]?.write(2, 4, '8次');
    await later();
    expect(edits).toEqual([]);
  });
});

test('selecting a cell and another sheet is told', async () => {
  const door = openInExcel(buildXlsx({ sheets: { 自评表: formSheet('甲'), 乙: formSheet('乙') } }));
  const events: ExcelEvent[] = [];
  await door.workbook.follow((event) => events.push(event));
  const [, other] = door.book.sheets;
  if (!other) throw new Error('no second sheet');
  door.book.activate(other);
  door.book.select(other, { top: 2, left: 6, bottom: 2, right: 6 });
  await later();
  expect(events).toEqual(
    expect.arrayContaining([
      { kind: 'activated', sheet: '乙', range: '' },
      { kind: 'selected', sheet: '乙', range: 'G3' },
    ]),
  );
});

describe('a cell that is being edited', () => {
  test('keeps the command waiting, the person is told, and it goes on afterwards', async () => {
    let isTold = false;
    const door = openInExcel(small(), { onSlow: () => (isTold = true) });
    door.host.setEditing(true);
    const run = recalculate(door.workbook, PLAIN);
    await later();
    expect(isTold).toBe(true);
    expect(door.book.sheets[0]?.cell(2, 6).value ?? null).toBeNull();
    door.host.setEditing(false);
    await run;
    expect(await value(door, 'G3')).toBe(50);
  });
});

describe('a protected sheet', () => {
  const PROTECTION = '<sheetProtection sheet="1"/>';

  test('is read and checked; locked cells are listed and nothing is written or marked', async () => {
    const door = openInExcel(small(PROTECTION));
    const before = door.bytes();
    const { sheets, undo } = await recalculate(door.workbook, PLAIN);
    const plan = sheets[0]?.forms[0]?.plan;
    expect(plan?.locked.map(({ cell, to }) => `${cell} ${to}`)).toEqual(['G3 50', 'G4 40', 'G5 10']);
    expect(plan?.writes).toEqual([]);
    expect(Buffer.compare(door.bytes(), before)).toBe(0);
    expect(door.host.batches.filter(({ changes }) => changes > 0)).toEqual([]);
    expect(undo.flatMap(({ writes }) => writes)).toEqual([]);
  });

  test('with findings has nothing to be taken back, since it takes no marks', async () => {
    const sheet = formSheet('甲', PROTECTION).replace('90%', '40%');
    const door = openInExcel(buildXlsx({ sheets: { 自评表: sheet } }));
    const { sheets, undo } = await recalculate(door.workbook, PLAIN);
    expect(sheets[0]?.forms[0]?.findings.length).toBeGreaterThan(0);
    expect(undo).toEqual([]);
  });

  test('is not marked, since Excel would refuse, and unlocked scores are written all the same', async () => {
    const styles =
      '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf applyProtection="1"><protection locked="0"/></xf></cellXfs>';
    const sheet = formSheet('甲', PROTECTION)
      .replace(
        '<c r="E4" t="inlineStr"><is><t>90%</t></is></c>',
        '<c r="E4" t="inlineStr"><is><t>40%</t></is></c>',
      )
      .replace('</row><row r="4">', '<c r="G3" s="1"/></row><row r="4">');
    const door = openInExcel(buildXlsx({ sheets: { 自评表: sheet }, styles }));
    const { sheets } = await recalculate(door.workbook, PLAIN);
    expect(sheets[0]?.forms[0]?.findings.map(({ code }) => code)).toContain('target-missed');
    expect(await value(door, 'G3')).toBe(50);
    expect(door.book.sheets[0]?.formats).toEqual([]);
  });

  test('is read in one round trip once it is known to be protected', async () => {
    const door = openInExcel(small(PROTECTION));
    await door.workbook.follow(() => undefined);
    door.host.startCommand();
    const { sheets } = await door.workbook.read(null);
    expect(door.host.batches.length).toBe(1);
    expect(sheets[0]?.isProtected).toBe(true);
  });

  test('text is written into an unlocked cell without a change of its format', async () => {
    const styles =
      '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="10" applyNumberFormat="1" applyProtection="1"><protection locked="0"/></xf></cellXfs>';
    const cells = '<sheetData><row r="1"><c r="A1" s="1"><v>0.5</v></c></row></sheetData>';
    const door = openInExcel(buildXlsx({ sheets: { 自评表: cells + PROTECTION }, styles }));
    const write = { cell: 'A1', value: '97.33%', from: '', to: '', before: 0.5 };
    await door.workbook.apply([{ sheet: '自评表', writes: [write], marks: [] }]);
    const [sheet] = (await door.workbook.read(null)).sheets;
    expect(sheet && cellAt(sheet.grid, 'A1')).toMatchObject({ value: '97.33%', format: '0.00%' });
  });
});

test('a sheet that is too large for one answer is read in slices, and the same', async () => {
  const rows = Array.from({ length: 12_000 }, (_, index) => {
    const cells = Array.from({ length: 20 }, (_, column) => String.fromCharCode(65 + column)).map(
      (column) => `<c r="${column}${index + 1}"><v>${index}</v></c>`,
    );
    return `<row r="${index + 1}">${cells.join('')}</row>`;
  });
  const door = openInExcel(buildXlsx({ sheets: { 大: `<sheetData>${rows.join('')}</sheetData>` } }));
  const [sheet] = (await door.workbook.read(null)).sheets;
  expect(door.host.batches.flatMap(({ error }) => error ?? [])).toEqual(['ResponsePayloadSizeLimitExceeded']);
  expect(sheet?.grid.rowCount).toBe(12_000);
  expect(sheet && cellAt(sheet.grid, 'E12000')?.value).toBe(11_999);
  expect(sheet && cellAt(sheet.grid, 'A4001')?.value).toBe(4000);
});

test('a protected sheet that is too large for one answer is read in slices with its locks', async () => {
  const styles =
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf applyProtection="1"><protection locked="0"/></xf></cellXfs>';
  const rows = Array.from({ length: 7_000 }, (_, index) => {
    const cells = Array.from({ length: 20 }, (_, column) => String.fromCharCode(65 + column)).map(
      (column) => `<c r="${column}${index + 1}" s="${column === 'B' ? 1 : 0}"><v>${index}</v></c>`,
    );
    return `<row r="${index + 1}">${cells.join('')}</row>`;
  });
  const content = `<sheetData>${rows.join('')}</sheetData><sheetProtection sheet="1"/>`;
  const door = openInExcel(buildXlsx({ sheets: { 大: content }, styles }));
  await door.workbook.follow(() => undefined);
  const [sheet] = (await door.workbook.read(null)).sheets;
  const writable = (cell: string): unknown => sheet && cellAt(sheet.grid, cell)?.writable;
  expect([writable('A6999'), writable('B6999'), writable('B1')]).toEqual([false, true, true]);
});

test('hidden and filtered rows are read and written like the others', async () => {
  const hidden = formSheet('甲').replace('<row r="4">', '<row r="4" hidden="1">');
  const door = openInExcel(buildXlsx({ sheets: { 自评表: `${hidden}<autoFilter ref="A2:G6"/>` } }));
  await recalculate(door.workbook, PLAIN);
  expect([await value(door, 'G4'), await value(door, 'G6')]).toEqual([40, 100]);
});

test('the sheet that the person looks at is known', async () => {
  const door = openInExcel(buildXlsx({ sheets: { 甲: formSheet('甲'), 乙: formSheet('乙') } }));
  const [, other] = door.book.sheets;
  if (other) door.book.activate(other);
  expect((await door.workbook.read(null)).activeSheet).toBe('乙');
});

test('an empty protected sheet is read, also when it is known to be protected', async () => {
  const door = openInExcel(buildXlsx({ sheets: { 空: '<sheetData/><sheetProtection sheet="1"/>' } }));
  await door.workbook.follow(() => undefined);
  const [sheet] = (await door.workbook.read(null)).sheets;
  expect(sheet).toMatchObject({ isProtected: true, grid: { rowCount: 0 } });
});
