/** @jest-environment jsdom */
import { createSession, type Session } from '../../../src/app/session';
import { openExcel } from '../../../src/workbook/excel';
import { bookContent } from './bookContent';
import { openInExcel, type ExcelDoor } from './doors';
import { meanwhile } from './meanwhile';
import { smallBook, type SmallForm } from './smallForm';

const SCORE = 6;
/** Long enough for events to arrive and for what they set off. */
const SETTLED_MS = 150;

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

afterEach(() => wait(SETTLED_MS));

/**
 * A pane over the workbook that reads again at every edit. It is not told by Excel whose change it was, so that it takes those of another pane for a
 * person's.
 */
async function openPane({ host }: ExcelDoor): Promise<Session> {
  const workbook = openExcel({
    capabilities: { tellsTrigger: false },
    patience: { slowAfter: 20_000, onSlow: () => undefined, giveUpAfter: 20_000 },
  });
  const session = createSession(workbook, () => new Date());
  await workbook.follow(({ kind }) => {
    if (kind === 'edited') void session.refresh();
  });
  await session.refresh();
  host.startCommand();
  return session;
}

async function openBoth(form: SmallForm = {}): Promise<{ door: ExcelDoor; one: Session; other: Session }> {
  const door = openInExcel(smallBook(['自评表'], form), { requirementSets: { excelapi: '1.13' } });
  return { door, one: await openPane(door), other: await openPane(door) };
}

const writes = ({ host }: ExcelDoor): number => host.batches.filter(({ changes }) => changes > 0).length;

const findingsIn = (session: Session): unknown =>
  session.state().sheets?.map(({ forms }) => forms.map(({ findings }) => findings));

describe('two panes on one workbook', () => {
  test('pressed at the same time write once, and both are content', async () => {
    const { door, one, other } = await openBoth();
    const [first, second] = await Promise.all([one.run('recalculate'), other.run('recalculate')]);
    expect([first.failure, second.failure]).toEqual([null, null]);
    const content = bookContent(door.book);
    expect(door.book.sheets[0]?.cell(5, SCORE).value).toBe(100);
    // Neither marks nor scores stand there twice: a third run changes nothing.
    const rules = door.book.sheets[0]?.formats.length;
    door.host.startCommand();
    await one.run('recalculate');
    expect(writes(door)).toBe(0);
    expect(bookContent(door.book)).toEqual(content);
    expect(door.book.sheets[0]?.formats.length).toBe(rules);
  });

  test('pressed at the same time over marks that are there already leave them once', async () => {
    const { door, one, other } = await openBoth();
    await one.run('recalculate');
    await wait(SETTLED_MS);
    door.book.sheets[0]?.write(2, 4, '5次');
    await wait(SETTLED_MS);
    await Promise.all([one.run('recalculate'), other.run('recalculate')]);
    const labels = door.book.sheets[0]?.formats.map(({ rule }) => JSON.stringify(rule)) ?? [];
    expect(new Set(labels).size).toBe(labels.length);
    expect(door.book.sheets[0]?.cell(2, SCORE).value).toBe(25);
    expect(door.book.sheets[0]?.cell(5, SCORE).value).toBe(75);
  });

  test('pressed at the same time when there is only something to mark leave each mark once', async () => {
    const { door, one, other } = await openBoth({ scores: [60, 40, 10], total: 110 });
    const [first, second] = await Promise.all([one.run('recalculate'), other.run('recalculate')]);
    expect([first.failure, second.failure]).toEqual([null, null]);
    const labels = door.book.sheets[0]?.formats.map(({ rule }) => JSON.stringify(rule)) ?? [];
    expect(labels.length).toBeGreaterThan(0);
    expect(new Set(labels).size).toBe(labels.length);
  });

  test('see what the other wrote, and then leave each other alone', async () => {
    const { door, one, other } = await openBoth();
    await one.run('recalculate');
    await wait(SETTLED_MS);
    expect(writes(door)).toBe(1);
    expect([one, other].map((session) => session.state().isStale)).toEqual([false, false]);
    const sent = door.host.batches.length;
    await wait(SETTLED_MS);
    expect(door.host.batches.length).toBe(sent);
    expect(findingsIn(other)).toEqual(findingsIn(one));
    expect((await other.run('recalculate')).written).toBe(0);
  });

  test('each takes back its own, and leaves alone what the other has changed since', async () => {
    const { door, one, other } = await openBoth();
    await one.run('recalculate');
    await wait(SETTLED_MS);
    door.book.sheets[0]?.write(2, 4, '5次');
    await wait(SETTLED_MS);
    expect((await other.run('recalculate')).failure).toBeNull();
    const { reverted, failure } = await one.run('revert');
    expect(failure).toBeNull();
    expect(reverted?.kept.map(({ cell }) => cell)).toEqual(['G3', 'G6']);
    expect(door.book.sheets[0]?.cell(2, SCORE).value).toBe(25);
  });
});

describe('somebody who has the workbook open elsewhere', () => {
  test('types while we work: their edits are told as theirs, seen, and never answered by a write', async () => {
    const door = openInExcel(smallBook());
    const sources: string[] = [];
    await Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(({ source }) => {
        sources.push(source);
        return Promise.resolve();
      });
      await context.sync();
    });
    const session = await openPane(door);
    const [sheet] = door.book.sheets;
    await session.run('recalculate');
    door.host.startCommand();
    for (const actual of ['5次', '6次', '7次']) {
      door.host.asCoAuthor(() => sheet?.write(2, 4, actual));
      await wait(20);
    }
    await wait(SETTLED_MS);
    expect(sources.filter((source) => source === 'Remote')).toHaveLength(3);
    expect(writes(door)).toBe(0);
    expect((await session.run('recalculate')).failure).toBeNull();
    expect(sheet?.cell(2, SCORE).value).toBe(35);
  });

  test('writes the very range that we have just written: it is not taken for ours', async () => {
    const door = openInExcel(smallBook(['自评表'], { scores: [null, 40, 10], total: 50 }), {
      requirementSets: { excelapi: '1.13' },
    });
    const edits: string[] = [];
    const workbook = openExcel({
      capabilities: { tellsTrigger: false },
      patience: { slowAfter: 20_000, onSlow: () => undefined, giveUpAfter: 20_000 },
    });
    await workbook.follow(({ kind, range }) => {
      if (kind === 'edited') edits.push(range);
    });
    const session = createSession(workbook, () => new Date());
    const [sheet] = door.book.sheets;
    meanwhile(door.host, 'the write', () => {
      door.host.asCoAuthor(() => sheet?.write(2, SCORE, 12));
    });
    await session.run('recalculate');
    await wait(SETTLED_MS);
    expect(edits).toContain('G3');
  });
});
