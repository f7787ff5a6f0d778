/** The findings of a form that a person set aside, with their reasons, each of which can be taken up again. */
import { memo, type JSX } from 'react';
import type { Ignored } from '../../app/formResult';
import { wordingIn } from '../../app/wording';
import type { Say } from '../../locales/sentences';
import { Disclosure } from '../Disclosure';
import type { FindingDeeds } from './findingDeeds';
import { Button } from '../look/Button';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXS} 24px`,
    overflowWrap: 'anywhere',
  },
  reason: { color: tokens.colorNeutralForeground2 },
});

export interface IgnoredListProps {
  readonly sheet: string;
  readonly ignored: readonly Ignored[];
  readonly isRunning: boolean;
  readonly deeds: FindingDeeds;
  readonly say: Say;
}

export const IgnoredList = memo(function IgnoredList({
  sheet,
  ignored,
  isRunning,
  deeds,
  say,
}: IgnoredListProps): JSX.Element {
  const styles = useStyles();
  const wording = wordingIn(say);
  return (
    <Disclosure label={say('findings.ignored', { count: String(ignored.length) })}>
      <ul className={styles.list}>
        {ignored.map(({ finding, reason, at }, index) => (
          <li key={`${finding.code} ${finding.cell ?? ''} ${index}`} className={styles.item}>
            <span>
              {finding.cell ?? say('report.wholeForm')} {wording.finding(finding)}
            </span>
            <span className={styles.reason}>
              {say('findings.ignored.reason', {
                reason,
                date: new Date(at).toLocaleDateString(say('language')),
              })}
            </span>
            <Button
              size="small"
              disabledFocusable={isRunning}
              onClick={() => {
                deeds.unignore(sheet, finding);
              }}
            >
              {say('findings.unignore')}
            </Button>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
});
