/** The four tabs of the pane and what the chosen one shows. */
import { Suspense, useId, type JSX } from 'react';
import type { Session } from '../app/session';
import type { SessionState } from '../app/sessionState';
import type { Say } from '../locales/sentences';
import type { FindingDeeds } from './findings/findingDeeds';
import { FindingsPanel } from './FindingsPanel';
import { Loading } from './Loading';
import { OverviewTab, RowTab, SettingsTab } from './parts';
import type { PreferenceKeeper, Preferences } from './preferences';
import { Tabs } from './Tabs';

const TABS = ['findings', 'row', 'overview', 'settings'] as const;
export type TabName = (typeof TABS)[number];

export interface PanelTabsProps {
  readonly tab: TabName;
  readonly setTab: (tab: TabName) => void;
  readonly state: SessionState;
  readonly session: Session;
  readonly preferences: Preferences;
  readonly changePreferences: PreferenceKeeper['change'];
  readonly deeds: FindingDeeds;
  readonly say: Say;
}

export function PanelTabs({
  tab,
  setTab,
  state,
  session,
  preferences,
  changePreferences,
  deeds,
  say,
}: PanelTabsProps): JSX.Element {
  const id = useId();
  return (
    <>
      <Tabs names={TABS} selected={tab} select={setTab} id={id} labelOf={(name) => say(`pane.tab.${name}`)} />
      <div role="tabpanel" id={`${id}panel`} aria-labelledby={`${id}${tab}`}>
        <Suspense fallback={<Loading say={say} />}>
          {tab === 'findings' && <FindingsPanel state={state} session={session} deeds={deeds} say={say} />}
          {tab === 'row' && <RowTab state={state} session={session} goTo={deeds.goTo} say={say} />}
          {tab === 'overview' && <OverviewTab state={state} session={session} goTo={deeds.goTo} say={say} />}
          {tab === 'settings' && (
            <SettingsTab
              state={state}
              session={session}
              defaults={preferences}
              changeDefaults={(habits) => {
                changePreferences(habits);
                session.useDefaults(habits);
              }}
              say={say}
            />
          )}
        </Suspense>
      </div>
    </>
  );
}
