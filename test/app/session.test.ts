import { createSession, type Session, type SessionWorkbook } from '../../src/app/session';
import type { SessionState } from '../../src/app/sessionState';
import { HostFailure } from '../../src/workbook/hostFailure';
import { openFixture } from './openFixture';

const NOW = new Date(2026, 10, 21, 9, 30);
const FORM = 'baoxie-2022-department.xlsx';

function sessionOver(workbook: SessionWorkbook): Session {
  return createSession(workbook, () => NOW);
}

test('a check reads and writes nothing', async () => {
  const workbook = openFixture(FORM);
  const before = workbook.bytes();
  const session = sessionOver(workbook);
  const outcome = await session.run('check');
  expect(outcome).toMatchObject({ command: 'check', failure: null, written: 0, at: NOW });
  expect(session.state().sheets?.length).toBeGreaterThan(0);
  expect(session.state().canRevert).toBe(false);
  expect(workbook.bytes()).toBe(before);
});

test('what was recalculated can be reverted, once', async () => {
  const session = sessionOver(openFixture(FORM));
  await session.run('recalculate');
  expect(session.state().canRevert).toBe(true);
  expect((await session.run('revert')).reverted).not.toBeNull();
  expect(session.state().canRevert).toBe(false);
  expect((await session.run('revert')).reverted).toBeNull();
});

test('commands run one behind the other, however fast they are pressed', async () => {
  const running: (string | null)[] = [];
  const session = sessionOver(openFixture(FORM));
  session.subscribe(() => running.push(session.state().running));
  await Promise.all([session.run('recalculate'), session.run('check'), session.run('revert')]);
  const starts = running.filter((now, index) => now !== null && now !== running[index - 1]);
  expect(starts).toEqual(['recalculate', 'check', 'revert']);
});

test('a failure is told, and the next command runs', async () => {
  const file = openFixture(FORM);
  let isBroken = true;
  const workbook: SessionWorkbook = {
    ...file,
    apply: (plans) =>
      isBroken ? Promise.reject(new HostFailure('busy', 'untouched', 'x')) : file.apply(plans),
  };
  const session = sessionOver(workbook);
  expect((await session.run('recalculate')).failure).toMatchObject({ kind: 'host' });
  expect(session.state()).toMatchObject({ running: null, canRevert: false });
  expect(session.state().sheets).not.toBeNull();
  isBroken = false;
  expect((await session.run('recalculate')).failure).toBeNull();
});

test('what may be half-written can be taken back', async () => {
  const file = openFixture(FORM);
  const workbook: SessionWorkbook = {
    ...file,
    apply: () => Promise.reject(new HostFailure('no-answer', 'unsure', 'x')),
  };
  const session = sessionOver(workbook);
  await session.run('recalculate');
  expect(session.state()).toMatchObject({ canRevert: true, isStale: true });
});

test('what the writing mends is shown at no moment of a recalculation', async () => {
  const codesIn = ({ sheets }: SessionState): readonly string[] =>
    (sheets ?? []).flatMap(({ forms }) =>
      forms.flatMap(({ findings }) => findings.map(({ code, cell }) => `${code} ${cell ?? ''}`)),
    );
  const wrong = 'hemenkou-2020-projects-a.xlsx';
  const checked = sessionOver(openFixture(wrong));
  await checked.run('check');
  const session = sessionOver(openFixture(wrong));
  const shown = new Set<string>();
  session.subscribe(() => {
    for (const code of codesIn(session.state())) shown.add(code);
  });
  await session.run('recalculate');
  const standing = codesIn(session.state());
  const mended = codesIn(checked.state()).filter((code) => !standing.includes(code));
  expect(mended).not.toEqual([]);
  expect(mended.filter((code) => shown.has(code))).toEqual([]);
});

test('a part of the program that its server does not give is told as that', async () => {
  const workbook: SessionWorkbook = {
    ...openFixture(FORM),
    apply: () =>
      Promise.reject(Object.assign(new Error('Loading chunk 7 failed.'), { name: 'ChunkLoadError' })),
  };
  expect((await sessionOver(workbook).run('recalculate')).failure).toMatchObject({
    kind: 'problem',
    problem: { code: 'not-fetched' },
  });
});

test('a fault of our own becomes an outcome, not a rejection', async () => {
  const workbook: SessionWorkbook = {
    ...openFixture(FORM),
    read: () => Promise.reject(new TypeError('oops')),
  };
  expect((await sessionOver(workbook).run('check')).failure).toEqual({ kind: 'unexpected', details: 'oops' });
});

test('waiting is only told while a command runs', () => {
  const session = sessionOver(openFixture(FORM));
  session.noteWaiting();
  expect(session.state().isWaiting).toBe(false);
  void session.run('check');
});
