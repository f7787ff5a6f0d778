/** Draws the whole pane over a real session on a real workbook. */
import '../workbench/host/jsdomGaps';
import { act, configure, render, screen } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { createSession, type Session, type SessionWorkbook } from '../../src/app/session';
import { keepTask, type TaskKeeper } from '../../src/app/task';
import { speak } from '../../src/locales/sentences';
import { Panel } from '../../src/pane/Panel';
import { fetchParts } from '../../src/pane/parts';
import { keepPreferences, type PreferenceKeeper, type Preferences } from '../../src/pane/preferences';

// Parts that are loaded on demand come slowly to a machine that does other things as well.
configure({ asyncUtilTimeout: 15_000 });

export const SAY = speak('zh-CN');
export const NOW = new Date('2026-11-21T09:30:00Z');

export interface DrawnPanel {
  readonly session: Session;
  readonly preferences: PreferenceKeeper;
  readonly tasks: TaskKeeper;
  readonly user: UserEvent;
  /** Cells that Excel was asked to go to. */
  readonly goneTo: readonly string[];
}

export interface DrawOptions {
  /** The sheet that the person looks at; null leaves the workbook unread. */
  readonly sheet: string | null;
  readonly preferences?: Partial<Preferences>;
  /** Whether Excel goes where it is sent. */
  readonly goes?: boolean;
}

export async function drawPanel(
  workbook: SessionWorkbook,
  { sheet, preferences: preferred = {}, goes = true }: DrawOptions,
): Promise<DrawnPanel> {
  const goneTo: string[] = [];
  // As in a pane that has been idle for a moment.
  await fetchParts(SAY, (task) => {
    task();
  });
  const session = createSession(workbook, () => NOW);
  const tasks = keepTask();
  const preferences = keepPreferences(null, '');
  preferences.change({ isWelcomed: true, ...preferred });
  if (sheet !== null) {
    session.select(sheet, null);
    await session.refresh();
  }
  render(
    <Panel
      session={session}
      preferences={preferences}
      tasks={tasks}
      theme={{ isDark: () => false, subscribe: () => () => undefined }}
      select={(onSheet, cell) => {
        goneTo.push(`${onSheet}!${cell}`);
        return Promise.resolve(goes);
      }}
      say={SAY}
    />,
  );
  return { session, preferences, tasks, user: userEvent.setup(), goneTo };
}

/** Waits until no command runs. */
export async function settled({ session }: DrawnPanel): Promise<void> {
  await act(async () => {
    while (session.state().running !== null || session.state().isRefreshing) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  });
}

/** Presses a button behind which a part is that has to be fetched first. A click of user-event does not wait for React to begin with that. */
export async function pressAhead(element: HTMLElement): Promise<void> {
  await act(async () => {
    element.focus();
    element.click();
    await Promise.resolve();
  });
}

export function button(name: string | RegExp): HTMLElement {
  return screen.getByRole('button', { name });
}

/** The findings in the order in which they are shown. */
export function shownFindings(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('button[data-finding]')];
}
