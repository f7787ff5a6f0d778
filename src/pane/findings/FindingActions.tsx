/** What can be done about a finding: accept the computed score, here or wherever the same is found, or ignore it with a reason. */
import { Suspense, useRef, useState, type JSX } from 'react';
import type { Say } from '../../locales/sentences';
import type { FindingDeeds } from './findingDeeds';
import type { ListedFinding } from './listFindings';
import { IgnoreForm } from '../parts';
import { Button } from '../look/Button';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    padding: `0 ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalS} 24px`,
  },
});

export interface FindingActionsProps {
  readonly listed: ListedFinding;
  readonly isRunning: boolean;
  readonly deeds: FindingDeeds;
  readonly say: Say;
}

export function FindingActions({ listed, isRunning, deeds, say }: FindingActionsProps): JSX.Element {
  const [isIgnoring, setIgnoring] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const styles = useStyles();
  const { sheet, finding, acceptable } = listed;
  const endIgnoring = (): void => {
    // The form takes the focus with it when it goes.
    place.current?.parentElement?.querySelector('button')?.focus();
    setIgnoring(false);
  };
  if (isIgnoring) {
    return (
      <div ref={place}>
        <Suspense fallback={null}>
          <IgnoreForm
            say={say}
            onIgnore={(reason) => {
              endIgnoring();
              deeds.ignore(sheet, finding, reason);
            }}
            onCancel={endIgnoring}
          />
        </Suspense>
      </div>
    );
  }
  return (
    <div ref={place} className={styles.actions}>
      {acceptable && (
        <Button
          size="small"
          disabledFocusable={isRunning}
          onClick={() => {
            deeds.accept({ kind: 'row', sheet, row: acceptable.row });
          }}
        >
          {say('findings.accept', { computed: acceptable.computed })}
        </Button>
      )}
      {acceptable && acceptable.alike > 1 && (
        <Button
          size="small"
          disabledFocusable={isRunning}
          onClick={() => {
            deeds.accept({ kind: 'finding', code: finding.code, sheet });
          }}
        >
          {say('findings.acceptAlike', { count: String(acceptable.alike) })}
        </Button>
      )}
      <Button
        size="small"
        appearance="subtle"
        disabledFocusable={isRunning}
        onClick={() => {
          setIgnoring(true);
        }}
      >
        {say('findings.ignore')}
      </Button>
    </div>
  );
}
