/** Why a command did not do what it should, with the details for whoever helps. */
import { useState, type JSX, type ReactNode } from 'react';
import type { CommandFailure } from '../app/sessionState';
import { sayFailure } from '../app/sayFailure';
import type { Say } from '../locales/sentences';
import { detailsOf } from './detailsOf';
import { Button } from './look/Button';
import { MessageBar } from './look/MessageBar';
import { makeStyles } from './look/makeStyles';
import { tokens } from './look/tokens';

const useStyles = makeStyles({
  details: {
    width: '100%',
    minHeight: '52px',
    boxSizing: 'border-box',
    marginTop: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalMNudge}`,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    resize: 'vertical',
  },
});

export interface FailureNoteProps {
  readonly failure: CommandFailure;
  readonly say: Say;
}

/** Is read out at once. */
export function FailureNote({ failure, say }: FailureNoteProps): JSX.Element {
  return (
    <NoteWithDetails
      intent={failure.kind === 'problem' ? 'warning' : 'error'}
      details={detailsOf(failure)}
      say={say}
    >
      <div role="alert">
        {sayFailure(failure, say).map((sentence) => (
          <div key={sentence}>{sentence}</div>
        ))}
      </div>
    </NoteWithDetails>
  );
}

export interface NoteWithDetailsProps {
  readonly intent: 'error' | 'warning';
  /** For whoever helps; never shown by themselves. */
  readonly details: string;
  /** Another button, ahead of the one that copies. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
  readonly say: Say;
}

export function NoteWithDetails({
  intent,
  details,
  action,
  children,
  say,
}: NoteWithDetailsProps): JSX.Element {
  const [copied, setCopied] = useState<'no' | 'yes' | 'by hand'>('no');
  const styles = useStyles();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(details);
      setCopied('yes');
    } catch {
      setCopied('by hand');
    }
  };
  return (
    <MessageBar
      intent={intent}
      actions={
        <>
          {action}
          <Button size="small" onClick={() => void copy()}>
            {say(copied === 'yes' ? 'pane.copied' : 'pane.copyDetails')}
          </Button>
        </>
      }
    >
      {children}
      {copied === 'by hand' && (
        <textarea
          className={styles.details}
          aria-label={say('pane.details')}
          readOnly
          defaultValue={details}
          onFocus={({ currentTarget }) => {
            currentTarget.select();
          }}
          autoFocus
        />
      )}
    </MessageBar>
  );
}
