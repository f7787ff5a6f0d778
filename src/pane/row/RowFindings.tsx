/** The findings of the explained row, repeated beside the explanation: severity by shape and word, and the sentence. */
import type { JSX } from 'react';
import { wordingIn } from '../../app/wording';
import type { Finding } from '../../engine/finding';
import type { Say } from '../../locales/sentences';
import { SeverityMark } from '../findings/SeverityMark';
import { Text } from '../look/Text';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  finding: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS },
  sentence: { minWidth: 0, overflowWrap: 'anywhere' },
});

export interface RowFindingsProps {
  readonly findings: readonly Finding[];
  readonly say: Say;
}

export function RowFindings({ findings, say }: RowFindingsProps): JSX.Element | null {
  const styles = useStyles();
  if (findings.length === 0) return null;
  const wording = wordingIn(say);
  return (
    <ul className={styles.list} aria-label={say('row.findings')}>
      {findings.map((finding, index) => (
        <li key={index} className={styles.finding}>
          <SeverityMark severity={finding.severity} />
          <Text className={styles.sentence}>
            <strong>{say(`pane.severity.${finding.severity}`)}</strong> {wording.finding(finding)}
          </Text>
        </li>
      ))}
    </ul>
  );
}
