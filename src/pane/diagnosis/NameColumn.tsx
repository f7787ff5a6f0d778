/** On a sheet that was not recognised: the person picks or types a header as it stands there and says what the column is. */
import { Field, Input, Select } from '@fluentui/react-components';
import { useId, useState, type JSX } from 'react';
import { LONGEST_HEADER, type IndicatorRole } from '../../form/words';
import type { Say } from '../../locales/sentences';
import { NAMEABLE_ROLES } from './roles';
import { Button } from '../look/Button';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalXS },
  field: { width: '100%' },
  input: { minWidth: 0 },
  // As wide as its longest choice otherwise.
  select: { minWidth: 0, width: '100%' },
});

export interface NameColumnProps {
  /** Texts beside the known header words. */
  readonly words: readonly string[];
  readonly isRunning: boolean;
  readonly nameHeader: (header: string, role: IndicatorRole) => void;
  readonly say: Say;
}

export function NameColumn({ words, isRunning, nameHeader, say }: NameColumnProps): JSX.Element {
  const [header, setHeader] = useState(words.length === 1 ? (words[0] ?? '') : '');
  const list = useId();
  const [role, setRole] = useState<IndicatorRole>('name');
  const styles = useStyles();
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isRunning && header.trim() !== '') nameHeader(header.trim(), role);
      }}
    >
      <Field className={styles.field} label={say('diagnosis.header')}>
        <Input
          className={styles.input}
          input={{ list }}
          value={header}
          maxLength={LONGEST_HEADER}
          onChange={(_, { value }) => {
            setHeader(value);
          }}
        />
        <datalist id={list}>
          {words.map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      </Field>
      <Field className={styles.field} label={say('diagnosis.role')}>
        <Select
          className={styles.input}
          select={{ className: styles.select }}
          value={role}
          onChange={(_, { value }) => {
            setRole(NAMEABLE_ROLES.find((known) => known === value) ?? 'name');
          }}
        >
          {NAMEABLE_ROLES.map((known) => (
            <option key={known} value={known}>
              {say(`role.${known}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Button type="submit" disabledFocusable={isRunning || header.trim() === ''}>
        {say('diagnosis.remember')}
      </Button>
    </form>
  );
}
