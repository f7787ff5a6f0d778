/** The tab "总览": all forms of the workbook in a table, and the button that writes it to a sheet of its own. */
import { useCallback, useMemo, useState, type JSX } from 'react';
import { overviewOf } from '../../app/overview';
import { done } from '../../app/problem';
import type { Session } from '../../app/session';
import type { SessionState } from '../../app/sessionState';
import { drawOverview } from '../../form/overview/drawOverview';
import type { Say } from '../../locales/sentences';
import type { FindingDeeds } from '../findings/findingDeeds';
import { OverviewTable } from './OverviewTable';
import { nextSorting, sortOverview, type SortColumn, type Sorting } from './sortOverview';
import { Button } from '../look/Button';
import { Caption, Text } from '../look/Text';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  // The table asks how wide it is: see `narrow.ts`.
  tab: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    containerType: 'inline-size',
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
  },
});

export interface OverviewTabProps {
  readonly state: Pick<SessionState, 'sheets' | 'activeSheet' | 'running'>;
  readonly session: Session;
  readonly goTo: FindingDeeds['goTo'];
  readonly say: Say;
}

export function OverviewTab({
  state: { sheets, activeSheet, running },
  session,
  goTo,
  say,
}: OverviewTabProps): JSX.Element {
  const styles = useStyles();
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const rows = useMemo(() => overviewOf(sheets ?? [], say), [sheets, say]);
  const sorted = useMemo(() => sortOverview(rows, sorting, say('language')), [rows, sorting, say]);
  const sort = useCallback((column: SortColumn): void => {
    setSorting((current) => nextSorting(current, column));
  }, []);
  if (rows.length === 0) return <Text>{say(sheets ? 'overview.none' : 'overview.unread')}</Text>;
  const add = (pick: 'errors' | 'warnings'): string => String(rows.reduce((sum, row) => sum + row[pick], 0));
  return (
    <div className={styles.tab}>
      <div className={styles.head}>
        <Caption>
          {say('overview.counts', {
            forms: String(rows.length),
            errors: add('errors'),
            warnings: add('warnings'),
          })}
        </Caption>
        <Button
          size="small"
          disabledFocusable={running !== null}
          onClick={() => {
            if (running !== null) return;
            void session.addReport('overview', (found) => done(drawOverview(overviewOf(found.sheets, say))));
          }}
        >
          {say('overview.write')}
        </Button>
      </div>
      <OverviewTable
        rows={sorted}
        sorting={sorting}
        sort={sort}
        activeSheet={activeSheet}
        goTo={goTo}
        say={say}
      />
    </div>
  );
}
