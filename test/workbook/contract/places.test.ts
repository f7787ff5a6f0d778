/** @jest-environment jsdom */
import type { Sheet } from '../../../src/workbench/book/book';
import type { WorkbookSnapshot } from '../../../src/workbook/workbook';
import { openInExcel, type ExcelDoor } from './doors';
import { meanwhile } from './meanwhile';
import { smallBook } from './smallForm';

/** Sheets that were read before; the first one is active. */
async function open(...names: readonly string[]): Promise<ExcelDoor> {
  const door = openInExcel(smallBook(names));
  await door.workbook.follow(() => undefined);
  await door.workbook.read(null);
  door.host.startCommand();
  return door;
}

const sheetCalled = ({ book }: ExcelDoor, name: string): Sheet => {
  const sheet = book.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
};

/** The sheets by the names in their titles, and the one that is active. */
const told = ({ sheets, activeSheet }: WorkbookSnapshot): unknown => ({
  sheets: sheets.map(({ grid }) => [grid.sheet, grid.rows[0]?.[0]?.text ?? null]),
  activeSheet,
});

const title = (name: string): string => `${name}项目支出绩效自评表`;

describe('a sheet that is alone', () => {
  test('is read in one batch, and nothing is asked about which is active', async () => {
    const door = await open('甲');
    expect(told(await door.workbook.read(null))).toEqual({
      sheets: [['甲', title('甲')]],
      activeSheet: '甲',
    });
    expect(door.host.batches).toHaveLength(1);
  });

  test('is read under the name that it has by now', async () => {
    const door = await open('甲');
    door.book.renameSheet(sheetCalled(door, '甲'), '乙');
    expect(told(await door.workbook.read(null))).toEqual({
      sheets: [['乙', title('甲')]],
      activeSheet: '乙',
    });
    expect(door.host.batches).toHaveLength(1);
  });

  test.each([
    ['behind it', 1],
    ['ahead of it', 0],
  ])('is so no longer when another one comes %s: each is read as what it is', async (_, position) => {
    const door = await open('甲');
    meanwhile(door.host, 1, () => {
      const other = door.book.addSheet('乙');
      other.write(0, 0, '别的');
      door.book.moveSheet(other, position);
      door.book.activate(other);
    });
    const sheets = [
      ['甲', title('甲')],
      ['乙', '别的'],
    ];
    expect(told(await door.workbook.read(null))).toEqual({
      sheets: position === 0 ? sheets.reverse() : sheets,
      activeSheet: '乙',
    });
    expect(told(await door.workbook.read(['甲']))).toMatchObject({ sheets: [['甲', title('甲')]] });
  });

  test('is not taken for another one that is asked for', async () => {
    const door = await open('甲');
    expect((await door.workbook.read(['乙'])).sheets).toEqual([]);
    door.book.addSheet('乙').write(0, 0, '别的');
    expect(told(await door.workbook.read(['乙']))).toMatchObject({ sheets: [['乙', '别的']] });
  });
});

describe('of several sheets', () => {
  test('all are read in one batch, whichever is active', async () => {
    const door = await open('甲', '乙', '丙');
    door.book.activate(sheetCalled(door, '乙'));
    await new Promise((resolve) => setTimeout(resolve, 30));
    const all = ['甲', '乙', '丙'].map((name) => [name, title(name)]);
    expect(told(await door.workbook.read(null))).toEqual({ sheets: all, activeSheet: '乙' });
    expect(door.host.batches).toHaveLength(1);
  });

  test.each([['all', null] as const, ['the one', ['甲']] as const])(
    'the active one changes while %s that was active is read: none is taken for another one',
    async (_, names) => {
      const door = await open('甲', '乙');
      meanwhile(door.host, 1, () => {
        door.book.activate(sheetCalled(door, '乙'));
      });
      const wanted = (names ?? ['甲', '乙']).map((name) => [name, title(name)]);
      expect(told(await door.workbook.read(names))).toEqual({
        sheets: wanted,
        activeSheet: names ? null : '乙',
      });
    },
  );

  test('the active one is read under the name that it has by now', async () => {
    const door = await open('甲', '乙');
    meanwhile(door.host, 1, () => {
      door.book.renameSheet(sheetCalled(door, '甲'), '丙');
    });
    expect(told(await door.workbook.read(null))).toEqual({
      sheets: [
        ['丙', title('甲')],
        ['乙', title('乙')],
      ],
      activeSheet: '丙',
    });
    expect(door.host.batches).toHaveLength(1);
  });
});
