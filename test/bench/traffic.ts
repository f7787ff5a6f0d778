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
  const one = openInExcel(buildXlsx({ sheets: { 自评表: formSheet(ROWS) } }));
  await one.workbook.follow(() => undefined);
  const check = await count(one, async () => {
    await planRecalculation(one.workbook, PLAIN);
    return 0;
  });
  const first = await count(one, () => recalculateIn(one));
  const second = await count(one, () => recalculateIn(one));
  const half = openInExcel(
    buildXlsx({ sheets: { 自评表: formSheet(ROWS, { hasScore: (index) => index % 2 === 0 }) } }),
  );
  await half.workbook.follow(() => undefined);
  const scattered = await count(half, () => recalculateIn(half));
  const weights = { weightOf: (index: number) => 1 + (index % 20) / 2 };
  const different = openInExcel(buildXlsx({ sheets: { 自评表: formSheet(ROWS, weights) } }));
  await different.workbook.follow(() => undefined);
  const varied = await count(different, () => recalculateIn(different));
  const naive = openInExcel(buildXlsx({ sheets: { 自评表: formSheet(ROWS) } }));
  const byRow = await count(naive, () => recalculateRowByRow(ROWS));
  const sheets: Record<string, string> = {};
  for (let index = 1; index <= SHEETS; index += 1) sheets[`表${index}`] = formSheet(FEW_ROWS);
  const many = openInExcel(buildXlsx({ sheets }));
  const firstOfMany = await count(many, () => recalculateIn(many));
  const secondOfMany = await count(many, () => recalculateIn(many));
  return [
    ...tell(`check of ${ROWS} rows`, check, 1),
    ...tell(`recalculation of ${ROWS} rows`, first, MOST.batches),
    ...tell(`second recalculation of ${ROWS} rows`, second, MOST.batches),
    ...tell(`recalculation of ${ROWS} rows of which every other has a score`, scattered, MOST.batches),
    ...tell(`recalculation of ${ROWS} rows with twenty different scores`, varied, MOST.batches),
    ...tell(`${ROWS} rows with a sync for each`, byRow, null),
    ...tell(`recalculation of ${SHEETS} sheets`, firstOfMany, MOST.batchesOfMany),
    ...tell(`second recalculation of ${SHEETS} sheets`, secondOfMany, MOST.batchesOfMany),
  ];
}

function tell(what: string, traffic: Traffic, most: number | null): readonly Figure[] {
  const { batches, actions, sent, answered, changedCells } = traffic;
  return [
    tellFigure(`${what}: batches`, batches, most, 'batches'),
    tellFigure(`${what}: actions`, actions, null, 'actions'),
    tellFigure(`${what}: sent`, sent / 1024, null, 'KB'),
    tellFigure(`${what}: answered`, answered / 1024, null, 'KB'),
    ...(changedCells === 0
      ? []
      : [
          tellFigure(
            `${what}: sent for each of ${changedCells} changed cells`,
            sent / changedCells,
            most === null ? null : MOST.bytesPerChange,
            'bytes',
          ),
        ]),
  ];
}

/** @returns how many cells were changed */
async function recalculateIn({ workbook }: ExcelDoor): Promise<number> {
  const { plans } = await recalculate(workbook, PLAIN);
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

interface FormOptions {
  readonly hasScore?: (index: number) => boolean;
  readonly weightOf?: (index: number) => number;
}

/** A project form of so many rows, by default without scores and all of weight 1. All goals are met, so that the scores are the weights. */
function formSheet(rows: number, { hasScore = () => false, weightOf = () => 1 }: FormOptions = {}): string {
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
    const cells = ['产出指标', '数量指标', label, `≥${index + 10}次`, `${index + 10}次`];
    const weight = weightOf(index);
    total += weight;
    return line(FIRST_ROW + index, ...cells, weight, ...(hasScore(index) ? [weight] : []));
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
