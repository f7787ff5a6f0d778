/** "本行": the row selected in Excel explained, with what a person can decide about it: its direction, the computed score, a score by hand. */
import { useMemo, type JSX } from 'react';
import { explainSelected, type RowExplanation } from '../../app/explainRow';
import { findingsAtRow } from '../../app/findingsAtRow';
import type { Session } from '../../app/session';
import type { SessionState } from '../../app/sessionState';
import type { Say } from '../../locales/sentences';
import { DirectionChoice } from './DirectionChoice';
import { HandScore } from './HandScore';
import { Readings } from './Readings';
import { RowFindings } from './RowFindings';
import { RowScore } from './RowScore';
import { Steps } from './Steps';
import { Link } from '../look/Link';
import { Caption, Subtitle, Text } from '../look/Text';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  tab: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  head: { display: 'flex', flexDirection: 'column' },
  title: { margin: 0, overflowWrap: 'anywhere' },
  labels: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  cell: { alignSelf: 'flex-start' },
});

export interface RowTabProps {
  readonly state: SessionState;
  readonly session: Session;
  readonly goTo: (sheet: string, cell: string) => void;
  readonly say: Say;
}

export function RowTab({ state, session, goTo, say }: RowTabProps): JSX.Element {
  const { current, sheets, activeSheet, selectedRow } = state;
  const explained = useMemo(
    () => explainSelected({ sheets, activeSheet, selectedRow }),
    [sheets, activeSheet, selectedRow],
  );
  const styles = useStyles();
  const form = current?.form;
  if (!sheets || !form || !explained) return <Text as="p">{hintFor(state, say)}</Text>;
  const { sheet, row, score } = explained;
  const isBusy = state.running !== null;
  return (
    <section className={styles.tab} aria-label={titleOf(explained, say)} key={`${sheet} ${row}`}>
      <div className={styles.head}>
        <Subtitle as="h2" className={styles.title}>
          {titleOf(explained, say)}
        </Subtitle>
        <Caption className={styles.labels}>{labelsOf(explained, say)}</Caption>
        {score.cell !== null && <CellLink sheet={sheet} cell={score.cell} goTo={goTo} say={say} />}
      </div>
      <RowFindings findings={findingsAtRow(form, explained)} say={say} />
      <RowScore row={explained} session={session} isBusy={isBusy} say={say} />
      <HandScore
        key={score.value?.toString()}
        row={explained}
        sheets={sheets}
        decimals={form.rules.decimals}
        session={session}
        isBusy={isBusy}
        say={say}
      />
      <Readings row={explained} say={say} />
      <DirectionChoice row={explained} session={session} isBusy={isBusy} say={say} />
      <Steps row={explained} say={say} />
    </section>
  );
}

function hintFor({ sheets, current, selectedRow }: SessionState, say: Say): string {
  if (!sheets) return say('row.hint.unread');
  if (!current?.form) return say('row.hint.noForm');
  return selectedRow === null
    ? say('row.hint.select')
    : say('row.hint.unscored', { row: String(selectedRow) });
}

function titleOf({ row, name }: RowExplanation, say: Say): string {
  return say('row.title', { row: String(row), name: name === '' ? say('row.unnamed') : name });
}

/** Where the row stands: goal, first and second level. */
function labelsOf({ goal, level1, level2 }: RowExplanation, say: Say): string {
  const labels = [goal === null ? null : say('row.goal', { number: String(goal) }), level1, level2];
  return labels.filter((label) => label !== null && label !== '').join(' › ');
}

interface CellLinkProps {
  readonly sheet: string;
  readonly cell: string;
  readonly goTo: (sheet: string, cell: string) => void;
  readonly say: Say;
}

function CellLink({ sheet, cell, goTo, say }: CellLinkProps): JSX.Element {
  const styles = useStyles();
  return (
    <Link
      className={styles.cell}
      onClick={() => {
        goTo(sheet, cell);
      }}
    >
      {say('row.goTo', { cell })}
    </Link>
  );
}
