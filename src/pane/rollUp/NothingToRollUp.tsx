/** What stands in place of a roll-up while the workbook has fewer than two forms, or was not read yet. */
import type { JSX } from 'react';
import type { Say } from '../../locales/sentences';
import { Button } from '../look/Button';
import { Text } from '../look/Text';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  view: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export interface NothingToRollUpProps {
  /** Forms in the workbook; null before it was read. */
  readonly count: number | null;
  readonly isRunning: boolean;
  readonly check: () => void;
  /** To the blank forms. */
  readonly insert: () => void;
  readonly say: Say;
}

export function NothingToRollUp({ count, isRunning, check, insert, say }: NothingToRollUpProps): JSX.Element {
  const styles = useStyles();
  return (
    <div className={styles.view}>
      {count === null ? (
        <Text>{say('rollUp.notRead')}</Text>
      ) : (
        <>
          <Text weight="semibold">{say(count === 0 ? 'rollUp.none' : 'rollUp.onlyOne')}</Text>
          <Text>{say('rollUp.howTo')}</Text>
        </>
      )}
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={isRunning} onClick={check}>
          {say('pane.check')}
        </Button>
        {count !== null && <Button onClick={insert}>{say('rollUp.insert')}</Button>}
      </div>
    </div>
  );
}
