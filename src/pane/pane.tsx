/**
 * The page of the add-in: opens the workbook, draws the pane and answers the ribbon. Pane and ribbon share this one page (shared runtime), so
 * that a button works while the pane is closed and both know what was written last.
 */
import { createRoot } from 'react-dom/client';
import { createSession, type Session } from '../app/session';
import { keepTask } from '../app/task';
import type { Language } from '../locales/sentences';
import { fetchSpeech } from '../locales/speech';
import { answerRibbon } from '../ribbon/answerRibbon';
import { detectCapabilities, openExcel, type ExcelWorkbook } from '../workbook/excel';
import { CrashNote } from './CrashNote';
import { followTheme, officeTheme } from './followTheme';
import { keepFresh } from './keepFresh';
import { Panel } from './Panel';
import { fetchParts } from './parts';
import { keepPreferences, openStore } from './preferences';
import { rowOf } from './rowOf';

/** After so long without an answer the person is told why that may be; after so long we stop waiting. */
const SLOW_AFTER_MS = 2_000;
const GIVE_UP_AFTER_MS = 60_000;
/** A page that is never idle reads the sheets all the same. */
const IDLE_WITHIN_MS = 1_000;
/** Without Office for so long, the person is told what to do. */
const NO_OFFICE_AFTER_MS = 10_000;

async function start(place: HTMLElement): Promise<void> {
  const lost = setTimeout(() => {
    void tellNoOffice(place);
  }, NO_OFFICE_AFTER_MS);
  const { host } = await Office.onReady();
  clearTimeout(lost);
  if (host !== Office.HostType.Excel) {
    await tellNoOffice(place);
    return;
  }
  const language = languageOf(Office.context.displayLanguage);
  document.documentElement.lang = language;
  const speech = fetchSpeech(language);
  const workbook = openExcel({
    capabilities: detectCapabilities(),
    patience: {
      slowAfter: SLOW_AFTER_MS,
      giveUpAfter: GIVE_UP_AFTER_MS,
      onSlow: () => {
        session.noteWaiting();
      },
    },
  });
  const preferences = keepPreferences(openStore(), partitionKey());
  const session = createSession(workbook, () => new Date(), { defaults: preferences.current() });
  const tasks = keepTask();
  answerRibbon(session, { previews: () => preferences.current().previews, openTask: tasks.open });
  // The ribbon works, and the sheets are known, before the sentences are there.
  const looking = lookAround(workbook, session);
  const say = await speech;
  document.title = say('pane.title');
  const select = (sheet: string, cell: string): Promise<boolean> => workbook.select(sheet, cell);
  createRoot(place).render(
    <CrashNote text={say('pane.crash')} copy={say('pane.copyDetails')}>
      <Panel
        session={session}
        preferences={preferences}
        tasks={tasks}
        theme={followTheme(officeTheme, window.matchMedia('(prefers-color-scheme: dark)'))}
        select={select}
        say={say}
      />
    </CrashNote>,
  );
  await looking;
  await workbook.prepareToWrite();
  await session.prepare();
  await fetchParts(say, whenIdle);
}

/** Follows what happens in the workbook, and reads it whenever that is due. Ends when it was read for the first time. */
async function lookAround(workbook: ExcelWorkbook, session: Session): Promise<void> {
  const isVisible = (): boolean => document.visibilityState === 'visible';
  const freshness = keepFresh(session, { now: () => Date.now(), isVisible, whenIdle });
  window.addEventListener('focus', freshness.noteFocus);
  document.addEventListener('visibilitychange', freshness.noteVisibility);
  // Reading works without it, in one more round trip.
  await workbook
    .follow(({ kind, sheet, range }) => {
      if (kind === 'edited') freshness.noteEdit();
      else session.select(sheet, rowOf(range));
    })
    .catch(() => undefined);
  freshness.noteOpened();
  await firstReading(session);
}

/** Ends when the sheets were read for the first time. */
function firstReading(session: Session): Promise<void> {
  const isRead = (): boolean => session.state().sheets !== null;
  return new Promise((resolve) => {
    if (isRead()) {
      resolve();
      return;
    }
    const stop = session.subscribe(() => {
      if (!isRead()) return;
      stop();
      resolve();
    });
  });
}

/** Safari has no such call. */
function whenIdle(task: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(task, { timeout: IDLE_WITHIN_MS });
  else setTimeout(task, 0);
}

async function tellNoOffice(place: HTMLElement): Promise<void> {
  const say = await fetchSpeech(languageOf(navigator.language));
  place.textContent = say('pane.noOffice');
}

/** The type promises a text; on Windows there is none. */
function partitionKey(): string {
  const key = Office.context.partitionKey as string | undefined;
  return key ?? '';
}

/** Chinese unless Office speaks English. */
function languageOf(displayLanguage: string): Language {
  return displayLanguage.toLowerCase().startsWith('en') ? 'en-US' : 'zh-CN';
}

const place = document.getElementById('pane');
if (place) void start(place);
