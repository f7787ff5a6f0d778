/** The pane: what it sees, the commands, how the last one ended, and below that a preview that waits for the person, or the tabs. */
import {
  Suspense,
  useCallback,
  useLayoutEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type JSX,
} from 'react';
import type { Session } from '../app/session';
import type { TaskKeeper } from '../app/task';
import type { Say } from '../locales/sentences';
import { rowOf } from './rowOf';
import { CommandBar } from './CommandBar';
import type { FindingDeeds } from './findings/findingDeeds';
import type { ThemeFollower } from './followTheme';
import { FormHeader } from './FormHeader';
import { Notices } from './Notices';
import { Loading } from './Loading';
import { PanelTabs, type TabName } from './PanelTabs';
import { PreviewView, TaskView } from './parts';
import type { PreferenceKeeper } from './preferences';
import { StatusLine } from './StatusLine';
import { TaskBar } from './tasks/TaskBar';
import { Welcome } from './Welcome';
import { makeStyles } from './look/makeStyles';
import { tokens } from './look/tokens';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    minHeight: '100vh',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalL}`,
  },
  /** Regions that are empty take no room. */
  messages: { '> *:not(:empty)': { marginBottom: tokens.spacingVerticalS } },
});

export interface PanelProps {
  readonly session: Session;
  readonly preferences: PreferenceKeeper;
  readonly theme: ThemeFollower;
  readonly tasks: TaskKeeper;
  /** Goes to a cell in Excel; false when Excel would not. */
  readonly select: (sheet: string, cell: string) => Promise<boolean>;
  readonly say: Say;
}

const NOTHING: readonly never[] = [];

export function Panel({ session, preferences, theme, tasks, select, say }: PanelProps): JSX.Element {
  const state = useSyncExternalStore(session.subscribe, session.state);
  const preferred = useSyncExternalStore(preferences.subscribe, preferences.current);
  const isDark = useSyncExternalStore(theme.subscribe, theme.isDark);
  const task = useSyncExternalStore(tasks.subscribe, tasks.current);
  const [tab, setTab] = useState<TabName>('findings');
  const [notice, setNotice] = useState<string | null>(null);
  const styles = useStyles();

  useLayoutEffect(() => {
    // The style sheet of the page has both themes.
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
  }, [isDark]);
  const clearNotice = useCallback((): void => {
    setNotice(null);
  }, []);
  const refresh = useCallback((): void => {
    void session.refresh();
  }, [session]);
  const changeRules = useCallback((): void => {
    tasks.close();
    setTab('settings');
  }, [tasks]);
  const deeds = useMemo(
    (): FindingDeeds => ({
      goTo(sheet, cell) {
        void select(sheet, cell).then((isThere) => {
          // Excel tells of it as well, but not every version and not at once.
          if (isThere) session.select(sheet, rowOf(cell));
          setNotice(isThere ? null : say('pane.cannotGo', { sheet, cell }));
        });
      },
      accept: (request) => void session.accept(request),
      ignore: (sheet, finding, reason) => void session.ignore(sheet, finding, reason),
      unignore: (sheet, finding) => void session.unignore(sheet, finding),
    }),
    [session, select, say],
  );

  const isRunning = state.running !== null;
  return (
    <main className={styles.pane} aria-busy={isRunning}>
      <FormHeader
        current={state.current}
        checkedAt={state.checkedAt}
        isRefreshing={state.isRefreshing}
        nextUndo={state.nextUndo}
        changeRules={changeRules}
        say={say}
      />
      <CommandBar
        session={session}
        isRunning={isRunning}
        nextUndo={state.nextUndo}
        previews={preferred.previews}
        onRun={clearNotice}
        say={say}
      />
      <TaskBar current={task?.name ?? null} open={tasks.open} say={say} />
      <div className={styles.messages}>
        <StatusLine running={state.running} isWaiting={state.isWaiting} outcome={state.outcome} say={say} />
        <Notices
          notice={notice}
          isStale={state.isStale && !isRunning}
          refreshFailure={state.refreshFailure}
          unusable={state.choices?.unusable ?? NOTHING}
          refresh={refresh}
          say={say}
        />
      </div>
      {!preferred.isWelcomed && state.outcome === null && task === null && (
        <Welcome
          session={session}
          isRunning={isRunning}
          open={tasks.open}
          onRead={() => {
            preferences.change({ isWelcomed: true });
          }}
          say={say}
        />
      )}
      <Suspense fallback={<Loading say={say} />}>
        {state.pending ? (
          <PreviewView
            pending={state.pending}
            session={session}
            isRunning={isRunning}
            goTo={deeds.goTo}
            say={say}
          />
        ) : task ? (
          <TaskView
            task={task}
            session={session}
            state={state}
            goTo={deeds.goTo}
            open={tasks.open}
            close={tasks.close}
            say={say}
          />
        ) : (
          <PanelTabs
            tab={tab}
            setTab={setTab}
            state={state}
            session={session}
            preferences={preferred}
            changePreferences={preferences.change}
            deeds={deeds}
            say={say}
          />
        )}
      </Suspense>
    </main>
  );
}
