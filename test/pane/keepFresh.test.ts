/** When the sheets are read again in the background, and when not. */
import { drawTemplate } from '../../src/form/templates/drawTemplate';
import { TEMPLATES } from '../../src/form/templates/templates';
import { createSession, type Session, type SessionWorkbook } from '../../src/app/session';
import {
  AFTER_COMMAND_MS,
  AFTER_EDIT_MS,
  AFTER_FOCUS_MS,
  AFTER_OPENING_MS,
  keepFresh,
  RECENT_MS,
  type Freshness,
} from '../../src/pane/keepFresh';

const ANSWERS = { year: 2026, unit: '', project: '', goals: 1, rows: 1 };

const EMPTY: SessionWorkbook = {
  read: () => Promise.resolve({ sheets: [], activeSheet: null, settings: {} }),
  apply: () => Promise.resolve(),
  saveSettings: () => Promise.resolve(),
  addSheet: ({ name }) => Promise.resolve(name),
  copySheet: ({ name }) => Promise.resolve(name),
};

interface Kept {
  readonly session: Session;
  readonly freshness: Freshness;
  /** How often the workbook was read. */
  readonly reads: () => number;
  readonly show: (isShown: boolean) => void;
}

function keep(): Kept {
  let count = 0;
  let isVisible = true;
  const workbook: SessionWorkbook = { ...EMPTY, read: (sheets) => ((count += 1), EMPTY.read(sheets)) };
  const session = createSession(workbook, () => new Date());
  const freshness = keepFresh(session, {
    now: () => Date.now(),
    isVisible: () => isVisible,
    whenIdle: (task) => setTimeout(task, 0),
  });
  return {
    session,
    freshness,
    reads: () => count,
    show(isShown) {
      isVisible = isShown;
      freshness.noteVisibility();
    },
  };
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const pass = (milliseconds: number): Promise<void> => jest.advanceTimersByTimeAsync(milliseconds);

test('a pane that opens reads the workbook once', async () => {
  const { freshness, reads } = keep();
  freshness.noteOpened();
  await pass(AFTER_OPENING_MS + 10);
  expect(reads()).toBe(1);
  await pass(60_000);
  expect(reads()).toBe(1);
});

test.each(['recalculate', 'check'] as const)(
  'a command (%s) goes before the first look, which is then not needed',
  async (command) => {
    const { freshness, session, reads } = keep();
    freshness.noteOpened();
    await pass(AFTER_OPENING_MS - 10);
    const run = session.run(command);
    await pass(60_000);
    await run;
    expect(reads()).toBe(1);
  },
);

test('edits in a row are read once, when they are over', async () => {
  const { freshness, reads } = keep();
  for (let edit = 0; edit < 5; edit += 1) {
    freshness.noteEdit();
    await pass(AFTER_EDIT_MS / 2);
  }
  expect(reads()).toBe(0);
  await pass(AFTER_EDIT_MS);
  expect(reads()).toBe(1);
});

test('an edit right before a command is not read a second time', async () => {
  const { freshness, session, reads } = keep();
  freshness.noteEdit();
  await session.run('recalculate');
  await pass(60_000);
  expect(reads()).toBe(1);
});

test('an edit while a command runs is read later, not at once', async () => {
  const { freshness, session, reads } = keep();
  const run = session.run('check');
  await Promise.resolve();
  expect(session.state().running).toBe('check');
  freshness.noteEdit();
  await run;
  await pass(AFTER_COMMAND_MS - 50);
  expect(reads()).toBe(1);
  await pass(100);
  expect(reads()).toBe(2);
});

test('what is edited while the pane is hidden is read when it shows', async () => {
  const { freshness, reads, show } = keep();
  show(false);
  freshness.noteEdit();
  await pass(60_000);
  expect(reads()).toBe(0);
  show(true);
  await pass(AFTER_EDIT_MS + 10);
  expect(reads()).toBe(1);
});

test('nothing is read while the pane is hidden, though a command ends there', async () => {
  const { freshness, session, reads, show } = keep();
  show(false);
  const run = session.run('check');
  await Promise.resolve();
  freshness.noteEdit();
  await run;
  await pass(60_000);
  expect(reads()).toBe(1);
});

describe('the focus', () => {
  test('reads the sheets again, though Excel told of no edit', async () => {
    const { freshness, session, reads } = keep();
    await session.refresh();
    await pass(RECENT_MS + 10);
    freshness.noteFocus();
    await pass(AFTER_FOCUS_MS + 10);
    expect(reads()).toBe(2);
  });

  test('reads nothing that was read a moment ago', async () => {
    const { freshness, session, reads } = keep();
    await session.refresh();
    for (let time = 0; time < 5; time += 1) {
      freshness.noteFocus();
      await pass(500);
    }
    await pass(60_000);
    expect(reads()).toBe(1);
  });

  test('that a press of a button brings reads nothing before the command, and nothing after it', async () => {
    const { freshness, session, reads } = keep();
    await session.refresh();
    await pass(60_000);
    freshness.noteFocus();
    await pass(200);
    await session.run('recalculate');
    freshness.noteFocus();
    await pass(60_000);
    expect(reads()).toBe(2);
  });
});

test('nothing is read once the pane is gone', async () => {
  const { freshness, reads } = keep();
  freshness.noteEdit();
  freshness.stop();
  await pass(60_000);
  expect(reads()).toBe(0);
});

test('a sheet that was added is read once the person had time to see it', async () => {
  const { session, reads } = keep();
  for (const template of TEMPLATES.slice(0, 1))
    await session.addSheet('insert', drawTemplate(template, ANSWERS));
  expect(reads()).toBe(0);
  await pass(60_000);
  expect(reads()).toBe(1);
});
