/** A line to type in, with its name above and below it what is wrong with what was typed. */
import { useId, type ComponentProps, type JSX, type ReactNode } from 'react';
import { useFieldStyles } from './fieldStyles';
import { makeStyles, mergeClasses } from './makeStyles';
import { tokens } from './tokens';

const useStyles = makeStyles({
  field: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', overflowWrap: 'anywhere' },
  label: {
    maxWidth: 'max-content',
    padding: `${tokens.spacingVerticalXXS} 0`,
    marginBottom: tokens.spacingVerticalXXS,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  required: { paddingLeft: tokens.spacingHorizontalXS, color: tokens.colorPaletteRedForeground3 },
  error: {
    marginTop: tokens.spacingVerticalXXS,
    color: tokens.colorPaletteRedForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  errorIcon: {
    width: '12px',
    height: '12px',
    marginRight: tokens.spacingHorizontalXS,
    verticalAlign: '-1px',
  },
  invalid: { ':not(:focus-within)': { borderColor: tokens.colorPaletteRedBorder2 } },
});

const ERROR_SIGN =
  'M6 11A5 5 0 1 0 6 1a5 5 0 0 0 0 10m-.75-2.75a.75.75 0 1 1 1.5 0 .75.75 0 0 1-1.5 0m.26-4.84a.5.5 0 0 1 .98 0l.01.09v2.59a.5.5 0 0 1-1 0V3.41';

export interface TextFieldProps extends Omit<ComponentProps<'input'>, 'onChange' | 'className'> {
  readonly label: string;
  /** What is wrong with what was typed; null when nothing is. */
  readonly error: ReactNode;
  readonly onChange: (value: string) => void;
}

export function TextField({ label, error, required, onChange, ...rest }: TextFieldProps): JSX.Element {
  const { frame, input } = useFieldStyles();
  const styles = useStyles();
  const id = useId();
  const isWrong = error !== null;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {required && (
          <span className={styles.required} aria-hidden="true">
            *
          </span>
        )}
      </label>
      <span className={mergeClasses(frame, isWrong && styles.invalid)}>
        <input
          {...rest}
          id={id}
          className={input}
          required={required}
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? `${id}error` : undefined}
          onChange={({ currentTarget }) => {
            onChange(currentTarget.value);
          }}
        />
      </span>
      {isWrong && (
        <div id={`${id}error`} className={styles.error} role="alert">
          <svg className={styles.errorIcon} viewBox="0 0 12 12" fill="currentColor" aria-hidden="true">
            <path d={ERROR_SIGN} />
          </svg>
          {error}
        </div>
      )}
    </div>
  );
}
