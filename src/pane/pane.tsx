/**
 * The page of the add-in: opens the workbook, draws the pane and answers the ribbon. Pane and ribbon share this one page (shared runtime), so
 * that a button works while the pane is closed and both know what was written last.
 */
import { createRoot } from 'react-dom/client';
import { createSession } from '../app/session';
import { speak, type Language } from '../locales/sentences';
import { answerRibbon } from '../ribbon/answerRibbon';
import { detectCapabilities, openExcel } from '../workbook/excel';
import { CrashNote } from './CrashNote';
import { Panel } from './Panel';

/** After so long without an answer the person is told why that may be; after so long we stop waiting. */
const SLOW_AFTER_MS = 2_000;
const GIVE_UP_AFTER_MS = 60_000;

async function start(place: HTMLElement): Promise<void> {
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) {
    place.textContent = speak(languageOf(navigator.language))('pane.noOffice');
    return;
  }
  const language = languageOf(Office.context.displayLanguage);
  document.documentElement.lang = language;
  const say = speak(language);
  document.title = say('pane.title');
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
  const session = createSession(workbook, () => new Date());
  answerRibbon(session);
  const select = (sheet: string, cell: string): Promise<boolean> => workbook.select(sheet, cell);
  createRoot(place).render(
    <CrashNote text={say('pane.crash')}>
      <Panel session={session} select={select} say={say} />
    </CrashNote>,
  );
  // Reading works without it, in one more round trip.
  await workbook.follow(() => undefined).catch(() => undefined);
}

/** Chinese unless Office speaks English. */
function languageOf(displayLanguage: string): Language {
  return displayLanguage.toLowerCase().startsWith('en') ? 'en-US' : 'zh-CN';
}

const place = document.getElementById('pane');
if (place) void start(place);
