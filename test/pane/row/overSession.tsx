/** Draws a part of the pane over a real session on a real workbook, as the pane does: anew at every change of the state. */
import '../../workbench/host/jsdomGaps';
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { act, configure, render } from '@testing-library/react';
import { useSyncExternalStore, type JSX } from 'react';
import { createSession, type Session, type SessionWorkbook } from '../../../src/app/session';
import type { SessionState } from '../../../src/app/sessionState';
import { speak } from '../../../src/locales/sentences';

// Looking up the styles of every ancestor takes seconds; nothing is drawn that is not to be seen.
// Parts that are loaded on demand come slowly to a machine that does other things as well.
configure({ defaultHidden: true, asyncUtilTimeout: 15_000 });

export const SAY = speak('zh-CN');

export interface Drawn {
  readonly session: Session;
  /** The person selects a row in Excel. */
  readonly select: (row: number | null) => void;
}

/**
 * Reads the workbook and draws the part; `sheet` is the one that the person looks at, null before anything was read.
 */
export async function drawOver(
  file: SessionWorkbook,
  sheet: string | null,
  draw: (state: SessionState, session: Session) => JSX.Element | null,
): Promise<Drawn> {
  const session = createSession(file, () => new Date('2026-11-21T09:30:00Z'));
  if (sheet !== null) {
    await session.run('check');
    session.select(sheet, null);
  }
  function Part(): JSX.Element {
    const state = useSyncExternalStore(session.subscribe, session.state);
    return <FluentProvider theme={webLightTheme}>{draw(state, session)}</FluentProvider>;
  }
  render(<Part />);
  return {
    session,
    select(row) {
      act(() => {
        session.select(sheet ?? '', row);
      });
    },
  };
}
