/** The four tabs of the pane and what the chosen one shows. */
import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { Suspense, useId, type JSX } from 'react';
import type { Session } from '../app/session';
import type { SessionState } from '../app/sessionState';
import type { Say } from '../locales/sentences';
import type { FindingDeeds } from './findings/findingDeeds';
import { FindingsPanel } from './FindingsPanel';
import { Loading } from './Loading';
import { OverviewTab, RowTab, SettingsTab } from './parts';
import type { PreferenceKeeper, Preferences } from './preferences';

const TABS = ['findings', 'row', 'overview', 'settings'] as const;
export type TabName = (typeof TABS)[number];

const useStyles = makeStyles({
  tabs: { flexWrap: 'wrap', marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

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
  const styles = useStyles();
  return (
    <>
      <TabList
        className={styles.tabs}
        selectedValue={tab}
        onTabSelect={(_, { value }) => {
          setTab(TABS.find((name) => name === value) ?? 'findings');
        }}
      >
        {TABS.map((name) => (
          <Tab
            key={name}
            id={`${id}${name}`}
            value={name}
            aria-controls={name === tab ? `${id}panel` : undefined}
          >
            {say(`pane.tab.${name}`)}
          </Tab>
        ))}
      </TabList>
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
