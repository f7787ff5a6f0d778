/** Asks why a finding is to be ignored. Enter confirms, Esc leaves everything as it is. */
import { useRef, useState, type JSX } from 'react';
import { LONGEST_REASON } from '../../app/choices/ignoredFindings';
import type { Say } from '../../locales/sentences';
import { Button } from '../look/Button';
import { makeStyles } from '../look/makeStyles';
import { TextField } from '../look/TextField';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `0 ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalS} 24px`,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

export interface IgnoreFormProps {
  readonly onIgnore: (reason: string) => void;
  readonly onCancel: () => void;
  readonly say: Say;
}

export function IgnoreForm({ onIgnore, onCancel, say }: IgnoreFormProps): JSX.Element {
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const styles = useStyles();
  const confirm = (): void => {
    if (reason.trim() !== '') {
      onIgnore(reason);
      return;
    }
    setMissing(true);
    form.current?.querySelector('input')?.focus();
  };
  return (
    <form
      ref={form}
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        confirm();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <TextField
        label={say('findings.reason')}
        required
        error={isMissing ? say('problem.reason-missing') : null}
        autoFocus
        value={reason}
        maxLength={LONGEST_REASON}
        onChange={(value) => {
          setReason(value);
          if (value.trim() !== '') setMissing(false);
        }}
      />
      <div className={styles.buttons}>
        <Button size="small" appearance="primary" type="submit">
          {say('findings.ignore.confirm')}
        </Button>
        <Button size="small" onClick={onCancel}>
          {say('pane.cancel')}
        </Button>
      </div>
    </form>
  );
}
