/** What a press of a ribbon button does, and when it opens the pane. */
import '../workbench/host/jsdomGaps';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createSession, type Session, type SessionWorkbook } from '../../src/app/session';
import type { Task } from '../../src/app/task';
import { TEMPLATES } from '../../src/form/templates/templates';
import { answerRibbon } from '../../src/ribbon/answerRibbon';
import { HostFailure } from '../../src/workbook/hostFailure';
import { openFixture } from '../app/openFixture';

interface Pressed {
  readonly session: Session;
  readonly calls: readonly string[];
  /** Presses the button of a function; true when it opened the pane. */
  readonly press: (name: string) => Promise<boolean>;
}

function ribbonOver(door: SessionWorkbook, previews = false, canShow = true): Pressed {
  const calls: string[] = [];
  const workbook: SessionWorkbook = {
    ...door,
    read: (sheets) => (calls.push('read'), door.read(sheets)),
    apply: (plans) => (calls.push('apply'), door.apply(plans)),
    saveSettings: (settings) => (calls.push('settings'), door.saveSettings(settings)),
  };
  const functions = new Map<string, (event: { readonly completed: () => void }) => void>();
  let shown = 0;
  Object.assign(globalThis, {
    Office: {
      actions: { associate: functions.set.bind(functions) },
      addin: {
        showAsTaskpane: () => {
          shown += 1;
          return canShow ? Promise.resolve() : Promise.reject(new Error('no pane'));
        },
      },
    },
  });
  const session = createSession(workbook, () => new Date());
  answerRibbon(session, { previews: () => previews, openTask: (task) => calls.push(`open ${nameOf(task)}`) });
  return {
    session,
    calls,
    async press(name) {
      const before = shown;
      await new Promise<void>((completed) => functions.get(name)?.({ completed }));
      return shown > before;
    },
  };
}

/** "templates", or "templates project-2020" when one is chosen already. */
function nameOf(task: Task): string {
  return task.name === 'templates' && task.template !== null ? `${task.name} ${task.template}` : task.name;
}

afterAll(() => {
  Reflect.deleteProperty(globalThis, 'Office');
});

const FAULTY = 'baoxie-2022-department.xlsx';
/** Nothing is found on it and nothing has to be written. */
const CLEAN = 'baiyushan-2020-summary.xlsx';

test('a recalculation reads once and writes once, without asking, and opens the pane for what was found', async () => {
  const { press, calls } = ribbonOver(openFixture('variety-open.xlsx'));
  expect(await press('recalculate')).toBe(true);
  expect(calls).toEqual(['read', 'apply']);
});

test('a recalculation that finds nothing leaves the pane closed, a check always tells', async () => {
  const { press } = ribbonOver(openFixture(CLEAN));
  expect(await press('recalculate')).toBe(false);
  expect(await press('check')).toBe(true);
});

test('who wants to see first what is written is shown it in the pane, and nothing is written', async () => {
  const { press, calls, session } = ribbonOver(openFixture('variety-open.xlsx'), true);
  expect(await press('recalculate')).toBe(true);
  expect(calls).toEqual(['read']);
  expect(session.state().pending).not.toBeNull();
});

test('marks are cleared, which the sheet shows by itself', async () => {
  const file = openFixture(FAULTY);
  const { press } = ribbonOver(file);
  await press('recalculate');
  expect(await press('clearMarks')).toBe(false);
  expect((await file.read(null)).sheets.flatMap(({ marks }) => marks)).toEqual([]);
});

test('a revert is silent when it took everything back, and tells when there was nothing', async () => {
  const { press } = ribbonOver(openFixture(FAULTY));
  await press('recalculate');
  expect(await press('revert')).toBe(false);
  expect(await press('revert')).toBe(true);
});

test.each([true, false])(
  'a failure opens the pane, and the button comes to an end (pane opens: %s)',
  async (canShow) => {
    const broken: SessionWorkbook = {
      ...openFixture(FAULTY),
      read: () => Promise.reject(new HostFailure('busy', 'untouched', 'x')),
    };
    expect(await ribbonOver(broken, false, canShow).press('recalculate')).toBe(true);
  },
);

test.each([
  ['openTemplates', 'open templates'],
  ['openNextYear', 'open nextYear'],
  ['openRollUp', 'open rollUp'],
  ['openSummary', 'open summary'],
])('%s turns the pane to its task and opens it, and touches nothing', async (name, opened) => {
  const { press, calls } = ribbonOver(openFixture('baoxie-2022-department.xlsx'));
  expect(await press(name)).toBe(true);
  expect(calls).toEqual([opened]);
});

test('each template is opened by the function that the manifest names for it', async () => {
  const xml = readFileSync(path.join(__dirname, '../../manifest.xml'), 'utf8');
  const names = [...xml.matchAll(/<FunctionName>(openTemplate[A-Z]\w*)</g)].map(([, name = '']) => name);
  const { press, calls } = ribbonOver(openFixture(CLEAN));
  for (const name of names) expect(await press(name)).toBe(true);
  expect(calls).toEqual(TEMPLATES.map(({ id }) => `open templates ${id}`));
});
