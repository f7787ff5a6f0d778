/** The first tab, whatever state the workbook is in: nothing read yet, no form at all, a sheet without a form, or findings. */
import { Suspense, useCallback, type JSX } from 'react';
import type { Session } from '../app/session';
import type { SessionState } from '../app/sessionState';
import type { IndicatorRole } from '../form/words';
import type { Say } from '../locales/sentences';
import { UnknownHeaders } from './diagnosis/UnknownHeaders';
import type { FindingDeeds } from './findings/findingDeeds';
import { FindingsTab } from './findings/FindingsTab';
import { Loading } from './Loading';
import { DiagnosisCard } from './parts';
import { Working } from './Working';
import { Text } from './look/Text';
import { makeStyles } from './look/makeStyles';
import { tokens } from './look/tokens';

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

const NOTHING: readonly never[] = [];

export interface FindingsPanelProps {
  readonly state: SessionState;
  readonly session: Session;
  readonly deeds: FindingDeeds;
  readonly say: Say;
}

export function FindingsPanel({ state, session, deeds, say }: FindingsPanelProps): JSX.Element | null {
  const styles = useStyles();
  const nameHeader = useCallback(
    (header: string, role: IndicatorRole | null): void => {
      void session.nameHeader(header, role);
    },
    [session],
  );
  const { sheets, activeSheet, choices, lapsed, outcome } = state;
  const isRunning = state.running !== null;
  if (!sheets) {
    const isComing = state.isRefreshing || isRunning || (outcome === null && state.refreshFailure === null);
    return isComing ? <Working label={say('pane.reading.first')} /> : null;
  }
  const here = sheets.find(({ sheet }) => sheet === activeSheet);
  const shared = { isRunning, goTo: deeds.goTo, nameHeader, say };
  const hasForms = sheets.some(({ forms }) => forms.length > 0);
  return (
    <div className={styles.panel}>
      {!hasForms && !here?.diagnosis?.found.length && <Text>{say('pane.empty')}</Text>}
      {here?.diagnosis && (
        <Suspense fallback={<Loading say={say} />}>
          <DiagnosisCard sheet={here.sheet} diagnosis={here.diagnosis} {...shared} />
        </Suspense>
      )}
      {here && choices && <UnknownHeaders result={here} names={choices.headerNames} {...shared} />}
      {hasForms && here?.diagnosis && <Text weight="semibold">{say('pane.otherSheets')}</Text>}
      <FindingsTab
        sheets={sheets}
        activeSheet={activeSheet}
        lapsed={lapsed}
        locked={outcome?.locked ?? NOTHING}
        isRunning={isRunning}
        deeds={deeds}
        say={say}
      />
    </div>
  );
}
