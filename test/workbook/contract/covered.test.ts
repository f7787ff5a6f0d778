/** @jest-environment jsdom */
import { createSession } from '../../../src/app/session';
import { recalculate } from '../../../src/app/recalculate';
import { bookContent } from './bookContent';
import { openInExcel } from './doors';
import { blank, hostileBook, number, USUAL_WRITES } from './hostileForm';
import { PLAIN } from './hostileRun';

/** A score merged over two rows with points of their own: 48 of 50 points, the second row being hidden by the first. */
const merged = (): Uint8Array =>
  hostileBook({
    after: '<mergeCells count="1"><mergeCell ref="H9:H10"/></mergeCells>',
    cells: { H9: number(48), H10: blank() },
  });

describe('where merged cells cover a score in Excel', () => {
  test('a recalculation writes all but the score that nobody would see, and the sheet adds up', async () => {
    const { workbook, book } = openInExcel(merged());
    const session = createSession(workbook, () => new Date(0));
    const { failure, written } = await session.run('recalculate');
    expect(failure).toBeNull();
    expect(written).toBe(Object.keys(USUAL_WRITES).length);
    const [sheet] = book.sheets;
    expect(sheet?.cell(11, 7).value).toBe(97.5);
    expect(sheet?.cell(9, 7).value).toBe(null);
  });

  test('what was written is taken back as a whole', async () => {
    const { workbook, book } = openInExcel(merged());
    const before = bookContent(book);
    const session = createSession(workbook, () => new Date(0));
    await session.run('recalculate');
    expect((await session.run('revert')).failure).toBeNull();
    expect(bookContent(book)).toEqual(before);
  });

  test('a plan for such a cell is refused by the door, and everything is as it was', async () => {
    const { workbook, book } = openInExcel(merged());
    const before = bookContent(book);
    await expect(recalculate(workbook, PLAIN)).rejects.toMatchObject({
      refusal: { kind: 'covered', sheet: '自评表', cell: 'H10' },
    });
    expect(bookContent(book)).toEqual(before);
  });

  test('a second press changes nothing', async () => {
    const { workbook, book } = openInExcel(merged());
    const session = createSession(workbook, () => new Date(0));
    await session.run('recalculate');
    const first = bookContent(book);
    const { failure, written } = await session.run('recalculate');
    expect([failure, written]).toEqual([null, 0]);
    expect(bookContent(book)).toEqual(first);
  });
});
