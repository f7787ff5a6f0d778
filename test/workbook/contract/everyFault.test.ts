/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import { createSession, type Session } from '../../../src/app/session';
import { done } from '../../../src/app/problem';
import type { CommandFailure } from '../../../src/app/sessionState';
import { drawOverview } from '../../../src/form/overview/drawOverview';
import { overviewOf } from '../../../src/app/overview';
import type { SheetDrawing } from '../../../src/form/templates/sheetDrawing';
import { LANGUAGES, speak } from '../../../src/locales/sentences';
import { sayFailure } from '../../../src/app/sayFailure';
import { detailsOf } from '../../../src/pane/detailsOf';
import type { FaultRule } from '../../../src/workbench/host/host';
import { ownScoresFrom } from '../../../src/form/marks';
import codes from '../../../src/workbook/hostProblems.json';
import { marksOfRule } from '../../../src/workbook/markRule';
import { rawParts } from '../../app/rawParts';
import { bookContent } from './bookContent';
import { openInExcel, type ExcelDoor } from './doors';
import { smallBook } from './smallForm';

const SHEET = '自评表';
const GIVE_UP_AFTER = 60;

interface Scene extends ExcelDoor {
  readonly session: Session;
}

function open(): Scene {
  // One score is blank, one is typed and too low, one is for a person to judge.
  const bytes = smallBook([SHEET], { scores: [null, 30, null], isJudged: true });
  const door = openInExcel(bytes, { giveUpAfter: GIVE_UP_AFTER });
  return { ...door, session: createSession(door.workbook, () => new Date(0)) };
}

const DRAWING: SheetDrawing = drawOverview([]);

interface Command {
  readonly name: string;
  /** True: also tried without any answer, which takes its time. */
  readonly isWaitedFor?: boolean;
  /** What goes before. */
  readonly prepare?: (session: Session) => Promise<unknown>;
  readonly run: (session: Session) => Promise<unknown>;
}

const firstFinding = async (session: Session): Promise<unknown> => {
  await session.run('check');
  const [finding] = session.state().sheets?.[0]?.forms[0]?.findings ?? [];
  return finding && session.ignore(SHEET, finding, '已经核实');
};

const COMMANDS: readonly Command[] = [
  { name: 'check', run: (session) => session.run('check') },
  { name: 'recalculate', isWaitedFor: true, run: (session) => session.run('recalculate') },
  { name: 'confirm', prepare: (session) => session.preview(), run: (session) => session.confirm() },
  { name: 'accept', run: (session) => session.accept({ kind: 'row', sheet: SHEET, row: 4 }) },
  {
    name: 'accept all',
    run: (session) => session.accept({ kind: 'finding', sheet: null, code: 'score-below-rule' }),
  },
  { name: 'score', run: (session) => session.scoreByHand({ sheet: SHEET, row: 5, score: '8' }) },
  {
    name: 'revert',
    isWaitedFor: true,
    prepare: (session) => session.run('recalculate'),
    run: (session) => session.run('revert'),
  },
  {
    name: 'clear marks',
    prepare: (session) => session.run('recalculate'),
    run: (session) => session.clearMarks(),
  },
  { name: 'ignore', run: firstFinding },
  { name: 'rules', run: (session) => session.chooseRules({ kind: 'shipped', id: 'wuhan', changes: {} }) },
  { name: 'options', isWaitedFor: true, run: (session) => session.changeOptions({ marks: false }) },
  { name: 'insert', isWaitedFor: true, run: (session) => session.addSheet('insert', DRAWING) },
  {
    name: 'overview',
    run: (session) =>
      session.addReport('overview', ({ sheets }) => done(drawOverview(overviewOf(sheets, speak('zh-CN'))))),
  },
  {
    name: 'next year',
    isWaitedFor: true,
    run: (session) => session.nextYear(SHEET, { clearsTargets: false }),
  },
];

/** The workbook after a command without a fault, and how many batches that took. */
async function cleanRun({ prepare, run }: Command): Promise<{ content: unknown; batches: number }> {
  const { session, host, book } = open();
  await prepare?.(session);
  host.startCommand();
  await run(session);
  expect(session.state().outcome?.failure).toBeNull();
  return { content: bookContent(book), batches: host.batches.length };
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | null = null;
  return () => (result ??= work());
}

function expectTold(failure: CommandFailure): void {
  for (const language of LANGUAGES) {
    const sentences = sayFailure(failure, speak(language));
    expect(sentences.flatMap(rawParts)).toEqual([]);
    expect(sentences.every((sentence) => /[。.]$/.test(sentence))).toBe(true);
  }
  expect(detailsOf(failure)).not.toBe('');
}

/** All codes that Office.js knows: those of its types, and those of the scripts themselves. */
function officeCodes(): readonly string[] {
  open();
  const office = globalThis as unknown as {
    Excel: { ErrorCodes: Record<string, string> };
    OfficeExtension: { ErrorCodes: Record<string, string>; CoreErrorCodes: Record<string, string> };
  };
  const types = readFileSync(require.resolve('@types/office-js/index.d.ts'), 'utf8');
  const excel = types.slice(types.indexOf('declare namespace Excel'));
  const [, listed = ''] = /enum ErrorCodes \{([^}]*)\}/.exec(excel) ?? [];
  const [, common = ''] = /class ErrorCodes \{([^}]*)\}/.exec(types) ?? [];
  return [
    ...new Set([
      ...[...listed.matchAll(/"(\w+)"/g)].map(([, code = '']) => code),
      ...[...common.matchAll(/static (\w)(\w*)/g)].map(
        ([, first = '', rest = '']) => first.toUpperCase() + rest,
      ),
      ...Object.values(office.Excel.ErrorCodes),
      ...Object.values(office.OfficeExtension.ErrorCodes),
      ...Object.values(office.OfficeExtension.CoreErrorCodes),
    ]),
  ].sort();
}

const KNOWN: readonly string[] = Object.values(codes).flat();

test('every code of Office.js is in our table, once', () => {
  const all = officeCodes();
  expect(all.length).toBeGreaterThan(45);
  expect(all.filter((code) => !KNOWN.includes(code))).toEqual([]);
  expect(KNOWN.filter((code, index) => KNOWN.indexOf(code) !== index)).toEqual([]);
});

describe.each([
  ['reading', 1],
  ['writing', 2],
])('every code, while %s', (_, batch) => {
  test('leaves the workbook as it was and is told without the code, and the next try works', async () => {
    const all = [...officeCodes(), 'SomethingNewOfExcel'];
    const { session, host, book, workbook } = open();
    await workbook.follow(() => undefined);
    const before = bookContent(book);
    for (const code of all) {
      // What is too large is asked for once more, in slices; and what is refused while a cell is being edited, so that it waits.
      const isTriedAgain = batch === 1 || code === 'InvalidOperationInCellEditMode';
      host.fail({ batch, code, times: isTriedAgain ? 2 : 1 });
      const { failure } = await session.run('recalculate');
      host.fail(null);
      if (failure?.kind !== 'host') throw new Error(`${code} was not told`);
      expect([code, failure.failure.state]).toEqual([code, 'untouched']);
      expect(failure.failure.details).toContain(code);
      expectTold(failure);
      expect([code, bookContent(book)]).toEqual([code, before]);
    }
    expect((await session.run('recalculate')).failure).toBeNull();
    expect(bookContent(book)).not.toEqual(before);
  });
});

const KINDS: readonly (readonly [string, Pick<FaultRule, 'at' | 'code' | 'times'>])[] = [
  ['fails before it is begun', { at: 'before', code: 'GeneralException' }],
  ['fails in its midst', { at: 12, code: 'AccessDenied' }],
  ['fails when all is done', { at: 'after', code: 'ConnectionFailure' }],
  ['is never answered', { at: 'silent' }],
  ['is done and never answered', { at: 'lost' }],
  ['fails, as does all that follows', { at: 6, code: 'ItemNotFound', times: 99 }],
];

describe.each(COMMANDS.map((command) => [command.name, command] as const))('%s', (_, command) => {
  const kinds = KINDS.filter(
    ([, { at }]) => command.isWaitedFor === true || (at !== 'silent' && at !== 'lost'),
  );
  const clean = once(() => cleanRun(command));

  test.each(kinds)(
    'when a batch %s: told in words, the workbook as before or said to be unsure, and the next try works',
    async (_kind, rule) => {
      const { content, batches } = await clean();
      expect(batches).toBeGreaterThan(0);
      for (let batch = 1; batch <= batches; batch += 1) {
        const { session, host, book } = open();
        await command.prepare?.(session);
        const before = bookContent(book);
        host.fail({ ...rule, batch });
        await command.run(session);
        host.fail(null);
        const failure = session.state().outcome?.failure ?? null;
        const after = bookContent(book);
        if (failure) {
          expectTold(failure);
          const isUnsure = failure.kind === 'host' && failure.failure.state !== 'untouched';
          if (!isUnsure) expect(after).toEqual(before);
        } else {
          // Only that a preview was confirmed may be forgotten.
          expect({ ...(after as object), settings: [] }).toEqual({
            ...(content as object),
            settings: [],
          });
          continue;
        }
        // What is unsure is looked after first, as the person is told.
        if (session.state().canRevert && command.name !== 'revert') await session.run('revert');
        await command.prepare?.(session);
        await command.run(session);
        expect([batch, session.state().outcome?.failure]).toEqual([batch, null]);
      }
    },
  );
});

test('a first look that fails is told, and the next one works', async () => {
  const { session, host, workbook } = open();
  host.fail({ code: 'GeneralException' });
  await expect(workbook.follow(() => undefined)).rejects.toMatchObject({ problem: 'unknown' });
  host.fail({ code: 'ServiceNotAvailable', times: 2 });
  await session.refresh();
  const failure = session.state().refreshFailure;
  expect(failure).toMatchObject({ failure: { problem: 'busy' } });
  if (failure) expectTold(failure);
  host.fail(null);
  await session.refresh();
  expect(session.state()).toMatchObject({ refreshFailure: null });
  expect(session.state().sheets).toHaveLength(1);
});

describe('an answer that comes too late', () => {
  const late = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => setTimeout(resolve, milliseconds));

  test.each([
    ['of the reading', 1],
    ['of the writing', 2],
  ])('%s changes nothing of what was told, and the next try is right', async (_, batch) => {
    const { session, host, book, workbook } = open();
    await workbook.follow(() => undefined);
    const before = bookContent(book);
    const answer = host.answer.bind(host);
    let sent = 0;
    host.answer = async (body, options) => {
      if (!body.includes('"_RemoveReference"')) sent += 1;
      const isLate = sent === batch && !body.includes('"_RemoveReference"');
      const given = await answer(body, options);
      if (isLate) await late(3 * GIVE_UP_AFTER);
      return given;
    };
    const { failure } = await session.run('recalculate');
    expect(failure).toMatchObject({ failure: { problem: 'no-answer', state: 'untouched' } });
    expect(bookContent(book)).toEqual(before);
    const told = session.state();
    await late(3 * GIVE_UP_AFTER);
    expect(session.state()).toBe(told);
    expect(bookContent(book)).toEqual(before);
    expect((await session.run('recalculate')).failure).toBeNull();
    expect(book.sheets[0]?.cell(2, 6).value).toBe(50);
  });
});

describe('the pane is closed', () => {
  test.each([
    ['before the write is sent', false],
    ['while the write is on its way', true],
  ])('%s: all or nothing is written, and whoever opens it next can go on', async (_, isSent) => {
    const clean = await cleanRun({ name: '', run: (session) => session.run('recalculate') });
    const { session, host, book, bytes } = open();
    const before = bookContent(book);
    // Nobody listens any more: what was sent is done, what was not is lost.
    const answer = host.answer.bind(host);
    let sent = 0;
    const closed = new Promise<void>((resolve) => {
      host.answer = async (body, options) => {
        sent += 1;
        if (sent < 2) return answer(body, options);
        if (isSent) await answer(body, options);
        resolve();
        return new Promise(() => undefined);
      };
    });
    void session.run('recalculate');
    await closed;
    expect(bookContent(book)).toEqual(isSent ? clean.content : before);
    const next = openInExcel(bytes());
    const again = createSession(next.workbook, () => new Date(0));
    expect((await again.run('recalculate')).failure).toBeNull();
    expect(bookContent(next.book)).toEqual(clean.content);
  });
});

test('scores of ours stay ours when a write stops in its midst and nothing works any more', async () => {
  const { session, host, book } = open();
  const [sheet] = book.sheets;
  const remembered = (): boolean => {
    const rules = sheet?.formats.flatMap(({ rule }) => (rule.kind === 'formula' ? [rule.formula] : [])) ?? [];
    const own = ownScoresFrom(rules.flatMap((rule) => marksOfRule(rule) ?? []));
    return own.get('G3')?.toNumber() === sheet?.cell(2, 6).value;
  };
  await session.run('recalculate');
  expect([sheet?.cell(2, 6).value, remembered()]).toEqual([50, true]);
  const answer = host.answer.bind(host);
  let isLost = false;
  for (let at = 20; at < 70; at += 3) {
    const isHalf = sheet?.cell(2, 4).value !== '5次';
    sheet?.write(2, 4, isHalf ? '5次' : '10次');
    host.answer = async (body, options) => {
      if (body.includes('"Name":"Values"')) host.fail({ at });
      const given = await answer(body, options);
      if (body.includes('"Name":"Values"')) host.fail({ times: 99 });
      return given;
    };
    await session.run('recalculate');
    isLost ||= !remembered();
    host.answer = answer;
    host.fail(null);
    expect((await session.run('recalculate')).failure).toBeNull();
    expect([at, sheet?.cell(2, 6).value]).toEqual([at, isHalf ? 25 : 50]);
  }
  expect(isLost).toBe(true);
});
