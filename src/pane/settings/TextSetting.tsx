/** One text or number of a setting: saved when the person leaves the field or presses Enter, and only when it is allowed. Escape takes the entry back. */
import { Input, Label } from '@fluentui/react-components';
import { useId, useState, type JSX } from 'react';
import { Caption } from '../look/Text';
import { makeStyles, mergeClasses } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
  },
  label: { minWidth: 0, overflowWrap: 'anywhere' },
  short: { width: '92px', flexShrink: 0 },
  long: { flexGrow: 1, minWidth: 0, maxWidth: '200px' },
  number: { fontVariantNumeric: 'tabular-nums' },
  message: { color: tokens.colorStatusDangerForeground1 },
});

export interface TextSettingProps {
  readonly label: string;
  readonly value: string;
  /** What stands behind the value, such as "%". */
  readonly unit?: string;
  readonly isLong?: boolean;
  readonly readOnly: boolean;
  /** What may be entered: said when something else was. */
  readonly allowed: string;
  /** False when the text is not allowed. */
  readonly save: (text: string) => boolean;
}

export function TextSetting(props: TextSettingProps): JSX.Element {
  const { label, value, unit, isLong = false, readOnly, allowed, save } = props;
  const styles = useStyles();
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [isRefused, setRefused] = useState(false);
  const settle = (): void => {
    const isDone = draft === null || draft.trim() === value || save(draft);
    if (isDone) setDraft(null);
    setRefused(!isDone);
  };
  const takeBack = (): void => {
    setDraft(null);
    setRefused(false);
  };
  return (
    <div>
      <div className={styles.row}>
        <Label htmlFor={id} className={styles.label}>
          {label}
        </Label>
        <Input
          id={id}
          size="small"
          className={mergeClasses(isLong ? styles.long : styles.short, styles.number)}
          value={draft ?? value}
          readOnly={readOnly}
          aria-invalid={isRefused}
          aria-describedby={isRefused ? `${id}-allowed` : undefined}
          inputMode={isLong ? 'text' : 'decimal'}
          contentAfter={unit ?? null}
          onChange={(_, { value: text }) => {
            setDraft(text);
          }}
          onBlur={settle}
          onKeyDown={(event) => {
            if (event.key === 'Enter') settle();
            if (event.key === 'Escape' && draft !== null) {
              event.stopPropagation();
              takeBack();
            }
          }}
        />
      </div>
      {isRefused && (
        <Caption as="p" role="alert" id={`${id}-allowed`} className={styles.message}>
          {allowed}
        </Caption>
      )}
    </div>
  );
}
