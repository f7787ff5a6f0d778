/** @jest-environment jsdom */
import { planRecalculation, recalculate } from '../../../src/app/recalculate';
import { columnName } from '../../../src/form/address';
import { cellAt } from '../opened';
import { DOORS } from './doors';
import {
  blank,
  formCells,
  hostileBook,
  number,
  STYLE,
  text,
  USUAL_WRITES,
  type CellXml,
} from './hostileForm';
import { PLAIN, runHostile, type Open } from './hostileRun';

/** So many times longer than in step with its rows may a form take: work that grows with the square takes four or sixteen times as long. */
const MOST_GROWTH = 2.5;
const FEW = 1_250;
/** In milliseconds of the processor, so that a loaded machine does not count: each takes a few seconds. */
const LONGEST = 60_000;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

/** Recalculates, and finds nothing more to do. Resolves to the cells that were written. */
async function recalculateTwice(open: Open, bytes: Uint8Array): Promise<readonly string[]> {
  const { workbook } = open(bytes);
  const { plans } = await recalculate(workbook, PLAIN);
  const { undo } = await planRecalculation(workbook, PLAIN);
  expect(undo).toEqual([]);
  return plans.flatMap(({ writes }) => writes.map(({ cell, to }) => `${cell} ${to}`)).sort();
}

const USUAL = Object.entries(USUAL_WRITES)
  .map(([cell, to]) => `${cell} ${to}`)
  .sort();

/** A form with this many rows more: the first half has its points, one of two, the second half is blank. */
function longForm(rows: number): Uint8Array {
  const cells: Record<string, CellXml | null> = { B11: null, C11: null, A12: null, G12: null, H12: null };
  for (let row = 11; row < 11 + rows; row += 1) {
    cells[`A${row}`] = null;
    cells[`C${row}`] = text('数量指标');
    cells[`D${row}`] = text(`第${row}处`);
    cells[`E${row}`] = text('≥2处');
    cells[`F${row}`] = text('2处');
    cells[`G${row}`] = number(2);
    cells[`H${row}`] = row < 11 + rows / 2 ? number(1) : null;
  }
  const last = 11 + rows;
  return hostileBook({ cells: { ...cells, [`A${last}`]: text('总分'), [`H${last}`]: number(0) } });
}

describe.each(DOORS)('%s', (name, open) => {
  // What is worked out is the same through both doors, and the other test has as many rows.
  const most = name === 'a file' ? 20_000 : 5_000;

  test('200 sheets, each with a form', async () => {
    const names = Array.from({ length: 199 }, (_, index) => `项目${index + 1}`);
    const bytes = hostileBook({ sheets: Object.fromEntries(names.map((name) => [name, formCells()])) });
    const took = await timed(async () => {
      const written = await recalculateTwice(open, bytes);
      expect(written).toEqual(USUAL.flatMap((write) => Array.from({ length: 200 }, () => write)));
    });
    expect(took).toBeLessThan(LONGEST);
  }, 300_000);

  test('16,384 columns, all of them filled in one row', async () => {
    const wide = Array.from({ length: 16_384 }, (_, column): [string, CellXml] => [
      `${columnName(column)}1`,
      number(column),
    ]);
    const bytes = hostileBook({ cells: Object.fromEntries(wide) });
    const took = await timed(async () => {
      expect(await recalculateTwice(open, bytes)).toEqual(USUAL);
    });
    expect(took).toBeLessThan(LONGEST);
  }, 300_000);

  test('one cell in the last column of the last row', async () => {
    const { writes } = await runHostile(open, hostileBook({ cells: { XFD1048576: number(1) } }));
    expect(writes).toEqual(USUAL_WRITES);
  }, 300_000);

  test('one cell in the last column of the last row of a protected sheet', async () => {
    const bytes = hostileBook({
      after: '<sheetProtection sheet="1"/>',
      cells: { XFD1048576: number(1), H8: blank(STYLE.open) },
    });
    const { writes } = await runHostile(open, bytes);
    expect(writes).toEqual({ H8: '30' });
    // Once the sheets are known, locks are asked for together with the cells.
    const { workbook } = open(bytes);
    await workbook.read(null);
    const [sheet] = (await workbook.read(null)).sheets;
    expect(['H8', 'H9'].map((cell) => sheet && cellAt(sheet.grid, cell)?.writable)).toEqual([true, false]);
  }, 300_000);

  test(`${most} rows of a form`, async () => {
    const took: number[] = [];
    // The first one warms up.
    for (const rows of [500, FEW, most]) {
      const bytes = longForm(rows);
      took.push(
        await timed(async () => {
          const { sheets } = await recalculate(open(bytes).workbook, PLAIN);
          // 9.5 + 30 + 18 + 30, and 1 or 2 for each row.
          expect(sheets[0]?.forms[0]?.plan?.total?.toNumber()).toBe(87.5 + rows / 2 + rows);
        }),
      );
    }
    const [, few = 0, many = 0] = took;
    expect(many / few).toBeLessThan((most / FEW) * MOST_GROWTH);
  }, 300_000);

  test('20,000 rows of other things below a form', async () => {
    const rows = Array.from({ length: 20_000 }, (_, row): [string, CellXml] => [
      `B${row + 40}`,
      text(`明细${row}`),
    ]);
    const bytes = hostileBook({ cells: Object.fromEntries(rows) });
    const took = await timed(async () => {
      expect(await recalculateTwice(open, bytes)).toEqual(USUAL);
    });
    expect(took).toBeLessThan(LONGEST);
  }, 300_000);
});
