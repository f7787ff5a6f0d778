/**
 * What goes to and fro between the add-in and Excel: genuine Office.js on the embedded host, which counts. Needs a page, which the tests have
 * (`traffic.test.ts`); the bench runs that test and takes its figures.
 */
import { planRecalculation, recalculate, type RecalculateOptions } from '../../src/app/recalculate';
import type { BatchRecord } from '../../src/workbench/host/host';
import { openInExcel, type ExcelDoor } from '../workbook/contract/doors';
import { buildXlsx } from '../workbook/xlsxPackage';
import { tellFigure, type Figure } from './figure';

const PLAIN: RecalculateOptions = { rules: null, sheet: null, overwriteScores: false };

/** The rows of the form. */
const ROWS = 60;
const SHEETS = 50;
/** Rows of each form of the many sheets. */
const FEW_ROWS = 30;
/** Rows of a form in which what does not grow with the rows is all that counts. */
const VERY_FEW_ROWS = 10;

const MOST = { batches: 2, batchesOfMany: 3, bytesPerChange: 200 };

interface Traffic {
  readonly batches: number;
  readonly actions: number;
  /** Sent by the add-in. */
  readonly sent: number;
  /** Given back by Excel. */
  readonly answered: number;
  readonly changedCells: number;
}

/** Batches, actions and bytes of one form and of many, and of the naive way. */
export async function measureTraffic(): Promise<readonly Figure[]> {
  const one = await openForm(ROWS);
  const check = await count(one, async () => {
    await planRecalculation(one.workbook, PLAIN);
    return 0;
  });
  const first = await count(one, () => recalculateIn(one));
  const second = await count(one, () => recalculateIn(one));
  const naive = openInExcel(buildXlsx({ sheets: { 自评表: formSheet(ROWS) } }));
  const byRow = await count(naive, () => recalculateRowByRow(ROWS));
  const sheets: Record<string, string> = {};
  for (let index = 1; index <= SHEETS; index += 1) sheets[`表${index}`] = formSheet(FEW_ROWS);
  const many = openInExcel(buildXlsx({ sheets }));
  const firstOfMany = await count(many, () => recalculateIn(many));
  const secondOfMany = await count(many, () => recalculateIn(many));
  const form = `recalculation of ${ROWS} rows`;
  return [
    ...tell(`check of ${ROWS} rows`, check, 1),
    ...tell(form, first, MOST.batches),
    ...tell(`second ${form}`, second, MOST.batches),
    ...tell(`${form} of which every other has a score`, await scattered(), MOST.batches),
    ...tellBriefly(
      `${form} of which every other has a score, all under the text format`,
      await underTextFormat(),
    ),
    ...tellBriefly(`${form} of which every other has a score and every other is marked`, await marked()),
    ...tell(`${form} with twenty different scores`, await varied(), MOST.batches),
    ...tellBriefly(`${form} that replaces every score`, await replacing()),
    ...(await missedAndMet()),
    ...tellBriefly(`recalculation of ${VERY_FEW_ROWS} rows`, await short()),
    ...tell(`${ROWS} rows with a sync for each`, byRow, null),
    ...tell(`recalculation of ${SHEETS} sheets`, firstOfMany, MOST.batchesOfMany),
    ...tell(`second recalculation of ${SHEETS} sheets`, secondOfMany, MOST.batchesOfMany),
  ];
}

async function openForm(rows: number, options: FormOptions = {}): Promise<ExcelDoor> {
  const door = openInExcel(buildXlsx({ sheets: { 自评表: formSheet(rows, options) } }));
  await door.workbook.follow(() => undefined);
  return door;
}

/** True for every other row. */
const isOdd = (index: number): boolean => index % 2 === 0;
const isThird = (index: number): boolean => index % 3 === 0;

async function scattered(): Promise<Traffic> {
  const door = await openForm(ROWS, { hasScore: isOdd });
  return count(door, () => recalculateIn(door));
}

async function underTextFormat(): Promise<Traffic> {
  const door = await openForm(ROWS, { hasScore: isOdd });
  const [sheet] = door.book.sheets;
  const scores = { top: FIRST_ROW - 1, left: SCORE, bottom: FIRST_ROW - 1 + ROWS, right: SCORE };
  sheet?.setLook(scores, { numberFormat: '@' });
  return count(door, () => recalculateIn(door));
}

/** Typed scores that are too high, so that they are errors, and targets that were missed without a word on it. */
async function marked(): Promise<Traffic> {
  const door = await openForm(ROWS, {
    hasScore: isOdd,
    isMissed: (index) => isThird(index) && !isOdd(index),
    extra: 2,
  });
  return count(door, () => recalculateIn(door));
}

async function varied(): Promise<Traffic> {
  const door = await openForm(ROWS, { weightOf: (index) => 1 + (index % 20) / 2 });
  return count(door, () => recalculateIn(door));
}

async function replacing(): Promise<Traffic> {
  const door = await openForm(ROWS, { hasScore: () => true, extra: -0.5 });
  return count(door, () => recalculateIn(door, { ...PLAIN, overwriteScores: true }));
}

/** A third of the targets is missed; then they are met, so that marks go and scores of ours are replaced. */
async function missedAndMet(): Promise<readonly Figure[]> {
  const door = await openForm(ROWS, { isMissed: isThird });
  const missed = await count(door, () => recalculateIn(door));
  const [sheet] = door.book.sheets;
  for (let index = 0; index < ROWS; index += 1)
    sheet?.write(FIRST_ROW - 1 + index, ACTUAL, `${targetOf(index)}次`);
  // Excel tells of the edits later.
  await new Promise((resolve) => setTimeout(resolve, 50));
  const met = await count(door, () => recalculateIn(door));
  return [
    ...tellBriefly(`recalculation of ${ROWS} rows of which every third misses its target`, missed),
    ...tellBriefly('recalculation after all of them are met', met),
  ];
}

async function short(): Promise<Traffic> {
  const door = await openForm(VERY_FEW_ROWS);
  return count(door, () => recalculateIn(door));
}

function tell(what: string, traffic: Traffic, most: number | null): readonly Figure[] {
  const { batches, actions, sent, answered } = traffic;
  return [
    tellFigure(`${what}: batches`, batches, most, 'batches'),
    tellFigure(`${what}: actions`, actions, null, 'actions'),
    tellFigure(`${what}: sent`, sent / 1024, null, 'KB'),
    tellFigure(`${what}: answered`, answered / 1024, null, 'KB'),
    ...tellChanges(what, traffic, most === null),
  ];
}

/** As `tell`, of a single form. */
function tellBriefly(what: string, traffic: Traffic): readonly Figure[] {
  return [
    tellFigure(`${what}: batches`, traffic.batches, MOST.batches, 'batches'),
    ...tellChanges(what, traffic, false),
  ];
}

function tellChanges(what: string, { sent, changedCells }: Traffic, isOnlyTold: boolean): readonly Figure[] {
  if (changedCells === 0) return [];
  const each = `${what}: sent for each of ${changedCells} changed cells`;
  return [tellFigure(each, sent / changedCells, isOnlyTold ? null : MOST.bytesPerChange, 'bytes')];
}

/** @returns how many cells were changed */
async function recalculateIn({ workbook }: ExcelDoor, options = PLAIN): Promise<number> {
  const { plans } = await recalculate(workbook, options);
  return plans.reduce((count, { writes }) => count + writes.length, 0);
}

/** The traffic of one command, which tells how many cells it changed. */
async function count({ host }: ExcelDoor, command: () => Promise<number>): Promise<Traffic> {
  host.startCommand();
  const changedCells = await command();
  const sum = (read: (batch: BatchRecord) => number): number =>
    host.batches.reduce((total, batch) => total + read(batch), 0);
  return {
    batches: host.batches.length,
    actions: sum(({ actions }) => actions),
    sent: sum(({ bytes }) => bytes),
    answered: sum(({ answerBytes }) => answerBytes),
    changedCells,
  };
}

/** As an add-in is written that asks for a row, waits, and writes its score. */
async function recalculateRowByRow(rows: number): Promise<number> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    for (let row = FIRST_ROW; row < FIRST_ROW + rows; row += 1) {
      const range = sheet.getRange(`A${row}:G${row}`);
      range.load('values');
      await context.sync();
      if (range.values[0]?.[6] === '') sheet.getRange(`G${row}`).values = [[1]];
    }
    await context.sync();
  });
  return rows;
}

const FIRST_ROW = 3;
/** Columns, counted from 0. */
const ACTUAL = 4;
const SCORE = 6;

interface FormOptions {
  readonly hasScore?: (index: number) => boolean;
  readonly weightOf?: (index: number) => number;
  readonly isMissed?: (index: number) => boolean;
  /** What a score that is there is more than the weight. */
  readonly extra?: number;
}

const targetOf = (index: number): number => index + 10;

/** A project form of so many rows, by default without scores, all of weight 1, and with goals that are met, so that the scores are the weights. */
function formSheet(
  rows: number,
  { hasScore = () => false, weightOf = () => 1, isMissed = () => false, extra = 0 }: FormOptions = {},
): string {
  const cell = (row: number, column: number, value: string | number): string => {
    const name = `${String.fromCharCode(65 + column)}${row}`;
    return typeof value === 'number'
      ? `<c r="${name}"><v>${value}</v></c>`
      : `<c r="${name}" t="inlineStr"><is><t>${value}</t></is></c>`;
  };
  const line = (row: number, ...values: readonly (string | number)[]): string =>
    `<row r="${row}">${values.map((value, column) => cell(row, column, value)).join('')}</row>`;
  let total = 0;
  const table = Array.from({ length: rows }, (_, index) => {
    const label = `第${index + 1}项工作完成数量`;
    const target = targetOf(index);
    const actual = isMissed(index) ? target - 5 : target;
    const cells = ['产出指标', '数量指标', label, `≥${target}次`, `${actual}次`];
    const weight = weightOf(index);
    total += weight;
    return line(FIRST_ROW + index, ...cells, weight, ...(hasScore(index) ? [weight + extra] : []));
  });
  return (
    '<sheetData>' +
    line(1, '项目支出绩效自评表') +
    line(2, '一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分') +
    table.join('') +
    line(FIRST_ROW + rows, '总分', '', '', '', '', total) +
    '</sheetData>'
  );
}
