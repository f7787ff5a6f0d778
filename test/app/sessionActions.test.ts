import { explainSelected } from '../../src/app/explainRow';
import type { FormResult } from '../../src/app/formResult';
import {
  createSession,
  type Session,
  type SessionOptions,
  type SessionWorkbook,
} from '../../src/app/session';
import type { Outcome } from '../../src/app/sessionState';
import { HostFailure } from '../../src/workbook/hostFailure';
import type { XlsxFile } from '../../src/workbook/xlsxFile';
import { openFixture } from './openFixture';

const NOW = new Date('2026-11-21T09:30:00Z');
const FORM = 'baoxie-2022-department.xlsx';
const SHEET = '自评表';

/** What was sent to the workbook, in order. */
interface Sent {
  readonly calls: string[];
  readonly workbook: SessionWorkbook;
  readonly file: XlsxFile;
}

function sentTo(name: string, over: Partial<SessionWorkbook> = {}): Sent {
  const file = openFixture(name);
  const calls: string[] = [];
  const door: SessionWorkbook = { ...file, ...over };
  const workbook: SessionWorkbook = {
    ...door,
    read: (sheets) => (calls.push('read'), door.read(sheets)),
    apply: (plans) => (calls.push('apply'), door.apply(plans)),
    saveSettings: (settings) => (calls.push('settings'), door.saveSettings(settings)),
  };
  return { calls, workbook, file };
}

function sessionOver(workbook: SessionWorkbook, options: Partial<SessionOptions> = {}): Session {
  return createSession(workbook, () => NOW, options);
}

/** Everything that can be read of a workbook, as text. */
async function stateOf(workbook: SessionWorkbook): Promise<string> {
  return JSON.stringify(await workbook.read(null));
}

function formOf(session: Session, sheet = SHEET): FormResult {
  const form = session.state().sheets?.find((result) => result.sheet === sheet)?.forms[0];
  if (!form) throw new Error('no form');
  return form;
}

function findingOf(session: Session, code: string): FormResult['findings'][number] {
  const finding = formOf(session).findings.find((candidate) => candidate.code === code);
  if (!finding) throw new Error(`no ${code}`);
  return finding;
}

describe('whatever was done is taken back by a revert', () => {
  const actions: readonly (readonly [string, (session: Session) => Promise<Outcome>])[] = [
    ['recalculate', (session) => session.run('recalculate')],
    ['accept', (session) => session.accept({ kind: 'row', sheet: SHEET, row: 58 })],
    ['score', (session) => session.scoreByHand({ sheet: SHEET, row: judgedRow(session), score: 0 })],
    ['ignore', (session) => session.ignore(SHEET, findingOf(session, 'target-missed'), '已说明')],
    ['rules', (session) => session.chooseRules({ kind: 'shipped', id: 'sichuan', changes: {} })],
    ['options', (session) => session.changeOptions({ typedScores: 'overwrite' })],
    ['direction', (session) => session.chooseDirection(SHEET, 58, 'ceiling')],
    ['header', (session) => session.nameHeader('备注', 'evidence')],
  ];

  test.each(actions)('%s', async (name, act) => {
    const file = openFixture(FORM);
    const session = sessionOver(file);
    await session.run('check');
    const before = await stateOf(file);
    expect((await act(session)).failure).toBeNull();
    expect(await stateOf(file)).not.toBe(before);
    expect(session.state()).toMatchObject({ canRevert: true, nextUndo: name });
    const outcome = await session.run('revert');
    expect(outcome).toMatchObject({ failure: null, undone: name });
    expect(await stateOf(file)).toBe(before);
    expect(session.state()).toMatchObject({ canRevert: false, nextUndo: null });
  });

  test('several things, the last one first', async () => {
    const file = openFixture(FORM);
    const session = sessionOver(file);
    const states = [await stateOf(file)];
    await session.run('check');
    for (const [, act] of actions) {
      await act(session);
      states.push(await stateOf(file));
    }
    await session.clearMarks();
    expect(session.state().nextUndo).toBe('clear');
    for (const state of states.reverse()) {
      await session.run('revert');
      expect((await stateOf(file)) === state).toBe(true);
    }
  });
});

function judgedRow(session: Session): number {
  const rows = formOf(session).scored?.rows ?? [];
  const row = rows.find(({ facts, outcome }) => outcome.basis === 'judged' && facts.weight.value !== null);
  if (!row) throw new Error('no judged row');
  return row.facts.row;
}

test('an accepted score stands on the sheet, its finding is gone, and the total follows', async () => {
  const session = sessionOver(openFixture(FORM));
  const outcome = await session.accept({ kind: 'finding', code: 'score-below-rule', sheet: null });
  expect(outcome).toMatchObject({ failure: null, written: 2 });
  expect(formOf(session).findings.map(({ code }) => code)).not.toContain('score-below-rule');
  const { facts } = formOf(session);
  // As with --overwrite-scores: 90.66 and the one point that was taken off.
  expect(facts.kind === 'department' && facts.total?.score.value?.toString()).toBe('91.66');
});

test('what cannot be done is told as a problem, and nothing is written', async () => {
  const { workbook, calls } = sentTo(FORM);
  const session = sessionOver(workbook);
  const problem = async (asked: Promise<Outcome>): Promise<unknown> => {
    const { failure } = await asked;
    return failure?.kind === 'problem' ? failure.problem.code : failure;
  };
  expect(await problem(session.accept({ kind: 'row', sheet: SHEET, row: 1 }))).toBe('no-such-row');
  expect(await problem(session.scoreByHand({ sheet: SHEET, row: 58, score: 1 }))).toBe('not-judged');
  expect(await problem(session.chooseRules({ kind: 'shipped', id: 'nowhere', changes: {} }))).toBe(
    'unusable-rules',
  );
  expect(await problem(session.ignore(SHEET, findingOf(session, 'target-missed'), ' '))).toBe(
    'reason-missing',
  );
  expect(await problem(session.confirm())).toBe('nothing-to-confirm');
  expect(calls).not.toContain('apply');
  expect(calls).not.toContain('settings');
  expect(session.state().canRevert).toBe(false);
});

test('a choice that is made already is not saved again and leaves nothing to take back', async () => {
  const { workbook, calls } = sentTo(FORM);
  const session = sessionOver(workbook);
  await session.chooseRules(null);
  expect(calls).toEqual(['read']);
  expect(session.state().canRevert).toBe(false);
});

test('an ignored finding can be taken up again, and both can be undone', async () => {
  const file = openFixture(FORM);
  const session = sessionOver(file);
  await session.run('check');
  const before = await stateOf(file);
  const finding = findingOf(session, 'target-missed');
  await session.ignore(SHEET, finding, '已说明');
  expect(formOf(session).ignored).toEqual([{ finding, reason: '已说明', at: NOW.toISOString() }]);
  await session.unignore(SHEET, finding);
  expect(await stateOf(file)).toBe(before);
  await session.run('revert');
  expect(formOf(session).ignored).toHaveLength(1);
  await session.run('revert');
  expect(formOf(session).ignored).toHaveLength(0);
});

test('clearing takes all marks off, and no figure changes', async () => {
  const file = openFixture('variety-open.xlsx');
  const session = sessionOver(file);
  await session.run('recalculate');
  const values = async (): Promise<unknown> => (await file.read(null)).sheets.map(({ grid }) => grid);
  const before = await values();
  await session.clearMarks();
  expect((await file.read(null)).sheets.flatMap(({ marks }) => marks)).toEqual([]);
  expect(await values()).toEqual(before);
});

describe('the preview before the first write', () => {
  const NAME = 'variety-open.xlsx';
  const previewing = { previewsFirstWrite: true };

  test('shows what would be written, and a confirmation writes just that, in one batch', async () => {
    const { workbook, calls, file } = sentTo(NAME);
    const session = sessionOver(workbook, previewing);
    const before = file.bytes();
    expect(await session.run('recalculate')).toMatchObject({ isPreviewed: true, written: 0, failure: null });
    expect(file.bytes()).toBe(before);
    const { pending } = session.state();
    const shown = pending?.sheets.flatMap(({ sheet, writes }) =>
      writes.map(({ cell }) => `${sheet}!${cell}`),
    );
    const direct = openFixture(NAME);
    const plain = sessionOver(direct);
    const { written } = await plain.run('recalculate');
    expect(shown?.length).toBe(written);
    expect(await session.confirm()).toMatchObject({ failure: null, written });
    expect(calls).toEqual(['read', 'apply', 'settings']);
    expect((await file.read(null)).sheets).toEqual((await direct.read(null)).sheets);
    expect(session.state()).toMatchObject({ pending: null, canRevert: true, nextUndo: 'recalculate' });
  });

  test('is not shown again in this workbook, and later runs cost what they always cost', async () => {
    const { workbook, calls, file } = sentTo(NAME);
    const session = sessionOver(workbook, previewing);
    await session.run('recalculate');
    await session.confirm();
    await session.run('revert');
    for (const later of [session, sessionOver(workbook, previewing)]) {
      calls.length = 0;
      expect(await later.run('recalculate')).toMatchObject({ isPreviewed: false });
      expect(calls).toEqual(['read', 'apply']);
      await later.run('revert');
    }
    expect(Object.keys((await file.read([])).settings)).toEqual(['confirmed']);
  });

  test('is shown whenever it is asked for, and nothing is written before the confirmation', async () => {
    const { workbook, calls } = sentTo(NAME);
    const session = sessionOver(workbook, previewing);
    await session.run('recalculate');
    await session.confirm();
    await session.run('revert');
    calls.length = 0;
    expect(await session.preview()).toMatchObject({ isPreviewed: true, written: 0, failure: null });
    expect(calls).toEqual(['read']);
    expect(session.state().pending).not.toBeNull();
    expect((await session.confirm()).failure).toBeNull();
    expect(calls).toEqual(['read', 'apply']);
  });

  test('nothing to write is nothing to confirm', async () => {
    const { workbook, calls } = sentTo('baiyushan-2020-summary.xlsx');
    const session = sessionOver(workbook, previewing);
    expect(await session.run('recalculate')).toMatchObject({ isPreviewed: false });
    expect(session.state().pending).toBeNull();
    expect(calls).toEqual(['read']);
  });

  test('is left out where the face does not want it: one batch to read, one to write', async () => {
    const { workbook, calls } = sentTo(NAME);
    const session = sessionOver(workbook, previewing);
    await session.run('recalculate', { previews: false });
    expect(calls).toEqual(['read', 'apply']);
  });

  test('a cancelled preview is written by nobody', async () => {
    const { workbook, calls } = sentTo(NAME);
    const session = sessionOver(workbook, previewing);
    await session.run('recalculate');
    session.cancel();
    expect(session.state().pending).toBeNull();
    expect((await session.confirm()).failure).toMatchObject({ problem: { code: 'nothing-to-confirm' } });
    expect(calls).toEqual(['read']);
  });

  test('what was changed since is shown anew before it is written', async () => {
    const { workbook, file, calls } = sentTo(NAME);
    const session = sessionOver(workbook, previewing);
    await session.run('recalculate');
    const shown = session.state().pending;
    await session.refresh();
    expect(session.state().pending).toBe(shown);
    const sheet = '宣城-一级只剩分值';
    const write = { cell: 'F19', value: 0.45, from: '', to: '', before: null };
    const { marks = [] } = (await file.read([sheet])).sheets[0] ?? {};
    await file.apply([{ sheet, marks, writes: [write, { ...write, cell: 'H19', value: '' }] }]);
    const refreshed = session.refresh();
    const outcome = session.confirm();
    await refreshed;
    expect((await outcome).failure).toMatchObject({ problem: { code: 'preview-outdated' } });
    expect(calls).not.toContain('apply');
    expect(session.state().pending).not.toBeNull();
    expect((await session.confirm()).failure).toBeNull();
  });

  test('a confirmation that cannot be kept still holds for the session', async () => {
    const broken = { saveSettings: () => Promise.reject(new HostFailure('busy', 'untouched', 'x')) };
    const { workbook } = sentTo(NAME, broken);
    const session = sessionOver(workbook, previewing);
    await session.run('recalculate');
    expect((await session.confirm()).failure).toBeNull();
    await session.run('revert');
    expect(await session.run('recalculate')).toMatchObject({ isPreviewed: false });
  });
});

describe('a refresh', () => {
  test('writes nothing, and is no command', async () => {
    const { workbook, calls } = sentTo(FORM);
    const session = sessionOver(workbook);
    const seen: (readonly [boolean, unknown])[] = [];
    session.subscribe(() => seen.push([session.state().isRefreshing, session.state().running]));
    await session.refresh();
    expect(calls).toEqual(['read']);
    expect(seen).toContainEqual([true, null]);
    expect(session.state()).toMatchObject({ isRefreshing: false, outcome: null, checkedAt: NOW });
    expect(session.state().sheets).not.toBeNull();
  });

  test('asked for many times is done once more at most', async () => {
    const { workbook, calls } = sentTo(FORM);
    const session = sessionOver(workbook);
    const first = session.refresh();
    await Promise.resolve();
    expect(calls.length).toBe(1);
    await Promise.all([first, ...Array.from({ length: 10 }, () => session.refresh())]);
    expect(calls.length).toBe(2);
  });

  test('is left out while a command runs or waits', async () => {
    const { workbook, calls } = sentTo(FORM);
    const session = sessionOver(workbook);
    const command = session.run('check');
    await session.refresh();
    await command;
    expect(calls).toEqual(['read']);
  });

  test('that is under way is waited for by a command, and not repeated before it', async () => {
    const { workbook, calls } = sentTo(FORM);
    const session = sessionOver(workbook);
    let isOver = false;
    const refreshed = session.refresh().then(() => (isOver = true));
    void session.refresh();
    await Promise.resolve();
    const seen: boolean[] = [];
    session.subscribe(() => {
      if (session.state().outcome) seen.push(isOver);
    });
    await Promise.all([refreshed, session.run('check')]);
    expect(calls).toEqual(['read', 'read']);
    expect(seen).toEqual([true]);
  });

  test('that Excel keeps waiting makes a command wait, and the person is told', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const file = openFixture(FORM);
    const session = sessionOver({ ...file, read: (sheets) => held.then(() => file.read(sheets)) });
    const refreshed = session.refresh();
    await Promise.resolve();
    session.noteWaiting();
    expect(session.state().isWaiting).toBe(false);
    const command = session.run('check');
    await Promise.resolve();
    expect(session.state()).toMatchObject({ running: 'check', isWaiting: true });
    release();
    await Promise.all([refreshed, command]);
    expect(session.state()).toMatchObject({ running: null, isWaiting: false });
  });

  test('that fails is told apart from commands, and rejects nothing', async () => {
    const { workbook } = sentTo(FORM, {
      read: () => Promise.reject(new HostFailure('busy', 'untouched', 'x')),
    });
    const session = sessionOver(workbook);
    await session.refresh();
    expect(session.state()).toMatchObject({ refreshFailure: { kind: 'host' }, outcome: null });
  });

  test('asked for by whoever is told of a change ends all the same', async () => {
    const { workbook, calls } = sentTo(FORM);
    const session = sessionOver(workbook);
    let asked = 0;
    session.subscribe(() => {
      asked += 1;
      if (asked <= 3) void session.refresh();
    });
    await session.refresh();
    expect(calls.length).toBeLessThanOrEqual(3);
  });
});

test('the selection tells its form, and its row can be explained', async () => {
  const session = sessionOver(openFixture('variety-open.xlsx'));
  const sheet = '三表上下排列';
  session.select(sheet, 1);
  expect(session.state().current).toBeNull();
  await session.run('check');
  const forms = session.state().sheets?.find((result) => result.sheet === sheet)?.forms ?? [];
  expect(forms.length).toBeGreaterThan(1);
  for (const form of forms) {
    const row = form.scored?.facts.indicators[0]?.row ?? 0;
    session.select(sheet, row);
    expect(session.state().current?.form).toBe(form);
    expect(explainSelected(session.state())).toMatchObject({ sheet, row, kind: 'indicator' });
  }
  session.select(sheet, null);
  expect(explainSelected(session.state())).toBeNull();
});

test('a person’s defaults count where nothing was chosen for the workbook', async () => {
  const defaults = {
    rules: { kind: 'shipped', id: 'sichuan', changes: {} },
    options: { marks: false },
  } as const;
  const session = sessionOver(openFixture(FORM), { defaults });
  await session.run('check');
  expect(formOf(session).rules.id).toBe('sichuan');
  await session.chooseRules({ kind: 'shipped', id: 'mof-2021', changes: {} });
  expect(formOf(session).rules.id).toBe('mof-2021');
  expect(session.state().choices).toMatchObject({ rulesFrom: 'workbook', options: { marks: false } });
});

test('without highlights only the scores that are ours are remembered', async () => {
  const file = openFixture('variety-open.xlsx');
  const session = sessionOver(file);
  await session.changeOptions({ marks: false });
  await session.run('recalculate');
  const labels = (await file.read(null)).sheets.flatMap(({ marks }) => marks.map(({ label }) => label));
  expect(labels.filter((label) => !label.startsWith('score:'))).toEqual([]);
});

test('typed scores are replaced in a workbook for which a person said so', async () => {
  const session = sessionOver(openFixture(FORM));
  await session.changeOptions({ typedScores: 'overwrite' });
  await session.run('recalculate');
  expect(formOf(session).plan?.total?.toString()).toBe('91.66');
});

test('settings that cannot be used are named', async () => {
  const file = openFixture(FORM);
  await file.saveSettings({ rules: '{', ignored: '[]' });
  const session = sessionOver(file);
  expect((await session.run('check')).failure).toBeNull();
  expect(session.state().choices?.unusable).toEqual(['rules', 'ignored']);
});
