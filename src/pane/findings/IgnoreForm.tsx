/** Asks why a finding is to be ignored. Enter confirms, Esc leaves everything as it is. */
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState, type JSX } from 'react';
import { LONGEST_REASON } from '../../app/choices/ignoredFindings';
import type { Say } from '../../locales/sentences';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `0 ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalS} 24px`,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  input: { width: '100%', minWidth: 0 },
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
      <Field
        label={say('findings.reason')}
        required
        validationState={isMissing ? 'error' : 'none'}
        validationMessage={isMissing ? say('problem.reason-missing') : null}
      >
        <Input
          autoFocus
          className={styles.input}
          value={reason}
          maxLength={LONGEST_REASON}
          onChange={(_, { value }) => {
            setReason(value);
            if (value.trim() !== '') setMissing(false);
          }}
        />
      </Field>
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
