/** What runs, or how the last command ended. It stands in one live region, so that a screen reader tells of it without being asked. */
import { memo, Suspense, type JSX } from 'react';
import type { Action, Outcome } from '../app/sessionState';
import type { Say } from '../locales/sentences';
import { FailureNote } from './parts';
import { SuccessNote } from './SuccessNote';
import { Working } from './Working';
import { makeStyles } from './look/makeStyles';
import { tokens } from './look/tokens';

const useStyles = makeStyles({
  running: {
    minHeight: '32px',
    padding: `${tokens.spacingVerticalXXS} 0`,
  },
});

export interface StatusLineProps {
  readonly running: Action | null;
  readonly isWaiting: boolean;
  readonly outcome: Outcome | null;
  readonly say: Say;
}

export const StatusLine = memo(function StatusLine({
  running,
  isWaiting,
  outcome,
  say,
}: StatusLineProps): JSX.Element {
  const styles = useStyles();
  const failure = running === null ? (outcome?.failure ?? null) : null;
  return (
    <>
      <div role="status">
        {running !== null ? (
          <Working
            className={styles.running}
            label={isWaiting ? say('pane.waiting') : say(`pane.running.${running}`)}
          />
        ) : (
          outcome && !failure && <SuccessNote outcome={outcome} say={say} />
        )}
      </div>
      {outcome && failure && (
        <Suspense fallback={null}>
          <FailureNote key={outcome.at.getTime()} failure={failure} say={say} />
        </Suspense>
      )}
    </>
  );
});
