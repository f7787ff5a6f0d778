/** @jest-environment jsdom */
import { recalculate } from '../../../src/app/recalculate';
import type { Sheet } from '../../../src/workbench/book/book';
import { ownScoresFrom } from '../../../src/form/marks';
import { marksOfRule } from '../../../src/workbook/markRule';
import { openInExcel, type ExcelDoor } from './doors';
import { meanwhile } from './meanwhile';
import { smallBook } from './smallForm';

const SCORE = 6;
/** Rows of scores, counted from 0: every third of twelve is typed, and the total stands behind them. */
const TYPED = [3, 6, 9, 12];
const BLANK = [2, 4, 5, 7, 8, 10, 11, 13, 14];

interface Scene extends ExcelDoor {
  readonly sheet: Sheet;
  /** What was sent. */
  readonly bodies: readonly string[];
}

async function open(): Promise<Scene> {
  const door = openInExcel(smallBook(['自评表'], { scores: [null, 10, null], times: 4 }));
  await door.workbook.follow(() => undefined);
  const [sheet] = door.book.sheets;
  if (!sheet) throw new Error('no sheet');
  for (const row of TYPED) sheet.setLook(cellAt(row), { numberFormat: '0.00_ ' });
  const bodies: string[] = [];
  const answer = door.host.answer.bind(door.host);
  door.host.answer = (body, options) => {
    bodies.push(body);
    return answer(body, options);
  };
  return { ...door, sheet, bodies };
}

const cellAt = (row: number): { top: number; left: number; bottom: number; right: number } => ({
  top: row,
  left: SCORE,
  bottom: row,
  right: SCORE,
});

const recalculated = ({ workbook }: Scene): Promise<unknown> =>
  recalculate(workbook, { rules: null, sheet: null, overwriteScores: false });

const callsOf = ({ bodies }: Scene): number =>
  bodies.reduce((count, body) => count + body.split('"Name":"Values"').length - 1, 0);

const scoresOf = ({ sheet }: Scene, rows: readonly number[]): (readonly [unknown, string])[] =>
  rows.map((row) => {
    const { value, look } = sheet.cell(row, SCORE);
    return [value, look.numberFormat];
  });

function rowsWritten({ book }: Scene): Set<number> {
  const rows = new Set<number>();
  book.onChange(({ kind, by, area }) => {
    if (kind !== 'cells' || by !== 'add-in' || !area) return;
    for (let row = area.top; row <= area.bottom; row += 1) rows.add(row);
  });
  return rows;
}

test('scores with typed ones between them are one call, and the typed ones are not touched', async () => {
  const scene = await open();
  const written = rowsWritten(scene);
  await recalculated(scene);
  expect(callsOf(scene)).toBe(1);
  expect([...written].sort((a, b) => a - b)).toEqual(BLANK);
  expect(scoresOf(scene, TYPED)).toEqual(TYPED.map(() => [10, '0.00_ ']));
  expect(scoresOf(scene, BLANK).map(([value]) => value)).toEqual([
    12.5, 2.5, 12.5, 2.5, 12.5, 2.5, 12.5, 2.5, 100,
  ]);
});

test('what somebody types between them while the write is on its way stays', async () => {
  const scene = await open();
  meanwhile(scene.host, 'the write', () => {
    scene.sheet.write(6, SCORE, 9);
  });
  await recalculated(scene);
  expect(scoresOf(scene, TYPED).map(([value]) => value)).toEqual([10, 9, 10, 10]);
});

test.each<[string, (sheet: Sheet) => void]>([
  [
    'a row comes',
    (sheet) => {
      sheet.insertRows(0, 1);
    },
  ],
  [
    'a row goes',
    (sheet) => {
      sheet.deleteRows(5, 1);
    },
  ],
  [
    'a column comes',
    (sheet) => {
      sheet.insertColumns(4, 1);
    },
  ],
  [
    'a column goes',
    (sheet) => {
      sheet.deleteColumns(4, 1);
    },
  ],
  [
    'something is typed below the form',
    (sheet) => {
      sheet.write(30, 0, '注');
    },
  ],
  [
    'something is typed beside the form',
    (sheet) => {
      sheet.write(4, 12, '注');
    },
  ],
])('%s while the write is on its way: Excel stops before a cell is written', async (_, change) => {
  const scene = await open();
  const written = rowsWritten(scene);
  meanwhile(scene.host, 'the write', () => {
    change(scene.sheet);
  });
  await expect(recalculated(scene)).rejects.toMatchObject({ refusal: { kind: 'edited' } });
  expect([...written]).toEqual([]);
});

test('scores are remembered on the cells that are written, and each by its place', async () => {
  const scene = await open();
  await recalculated(scene);
  const memory = scene.sheet.formats.filter(({ rule }) => JSON.stringify(rule).includes('ziping:scores'));
  expect(memory).toHaveLength(1);
  expect(memory[0]?.areas).toEqual([{ top: 2, left: SCORE, bottom: 14, right: SCORE }]);
  const [rule] = memory.flatMap(({ rule: one }) => (one.kind === 'formula' ? [one.formula] : []));
  expect([...ownScoresFrom(marksOfRule(rule ?? '') ?? []).keys()].sort()).toEqual(
    BLANK.slice(0, -1)
      .map((row) => `G${row + 1}`)
      .sort(),
  );
});

test('a row that comes between scores afterwards is nobody’s but of whoever types there', async () => {
  const scene = await open();
  await recalculated(scene);
  scene.sheet.insertRows(5, 1);
  scene.sheet.write(5, SCORE, 2.5);
  const [sheet] = (await scene.workbook.read(null)).sheets;
  const own = [...ownScoresFrom(sheet?.marks ?? []).keys()];
  expect(own).not.toContain('G6');
  expect(own).toContain('G7');
});

test('with hidden rows each cell is a call, since Excel puts the values of a range into wrong cells there', async () => {
  const scene = await open();
  scene.sheet.setRowsHidden(7, 7, true);
  await recalculated(scene);
  expect(callsOf(scene)).toBe(BLANK.length);
  expect(scoresOf(scene, [7, 8])).toEqual([
    [2.5, 'General'],
    [12.5, 'General'],
  ]);
});
