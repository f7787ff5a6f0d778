/** How many findings of each kind a sheet that is not opened has. */
import type { JSX } from 'react';
import type { Say } from '../../locales/sentences';
import { SEVERITIES, type SeverityCounts } from './listFindings';
import { SeverityMark } from './SeverityMark';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  counts: {
    display: 'flex',
    flexShrink: 0,
    gap: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightRegular,
    fontVariantNumeric: 'tabular-nums',
  },
  count: { display: 'flex', alignItems: 'center', gap: '2px' },
  // The word is read out; beside the mark there is no room to show it.
  word: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

export interface SheetCountsProps {
  readonly counts: SeverityCounts;
  readonly say: Say;
}

export function SheetCounts({ counts, say }: SheetCountsProps): JSX.Element {
  const styles = useStyles();
  return (
    <span className={styles.counts}>
      {SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => (
        <span key={severity} className={styles.count} title={say(`pane.severity.${severity}`)}>
          <SeverityMark severity={severity} />
          <span className={styles.word}>{say(`pane.severity.${severity}`)}</span>
          {counts[severity]}
        </span>
      ))}
    </span>
  );
}
