/** A line to type in, with its name above and below it what is wrong with what was typed; and one to search by. */
import { useId, type ComponentProps, type JSX, type ReactNode } from 'react';
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
  /** The frame, whose lower edge grows strong with the focus. */
  frame: {
    display: 'flex',
    position: 'relative',
    alignItems: 'center',
    boxSizing: 'border-box',
    width: '100%',
    minHeight: '32px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    '::after': {
      content: '""',
      position: 'absolute',
      left: '-1px',
      right: '-1px',
      bottom: '-1px',
      boxSizing: 'border-box',
      height: tokens.borderRadiusMedium,
      borderBottom: `2px solid ${tokens.colorCompoundBrandStroke}`,
      borderBottomLeftRadius: tokens.borderRadiusMedium,
      borderBottomRightRadius: tokens.borderRadiusMedium,
      // Without the horns at its ends.
      clipPath: 'inset(calc(100% - 2px) 0 0 0)',
      transform: 'scaleX(0)',
      transitionProperty: 'transform',
      transitionDuration: tokens.durationUltraFast,
      '@media (prefers-reduced-motion: reduce)': { transitionDuration: '0.01ms' },
    },
    ':hover': {
      borderColor: tokens.colorNeutralStroke1Hover,
      borderBottomColor: tokens.colorNeutralStrokeAccessibleHover,
    },
    ':focus-within': {
      // Windows' contrast themes show it.
      outline: '2px solid transparent',
      borderColor: tokens.colorNeutralStroke1Pressed,
      borderBottomColor: tokens.colorNeutralStrokeAccessiblePressed,
    },
    ':focus-within::after': { transform: 'scaleX(1)', transitionDuration: tokens.durationNormal },
  },
  invalid: { ':not(:focus-within)': { borderColor: tokens.colorPaletteRedBorder2 } },
  small: {
    minHeight: '24px',
    padding: `0 ${tokens.spacingHorizontalSNudge}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  input: {
    flexGrow: 1,
    alignSelf: 'stretch',
    boxSizing: 'border-box',
    minWidth: 0,
    padding: `0 ${tokens.spacingHorizontalM}`,
    border: 'none',
    outlineStyle: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: 'inherit',
    lineHeight: 'inherit',
    '::placeholder': { color: tokens.colorNeutralForeground4, opacity: 1 },
    '::-webkit-search-decoration': { display: 'none' },
    '::-webkit-search-cancel-button': { display: 'none' },
  },
  searchInput: { padding: `0 0 0 ${tokens.spacingHorizontalSNudge}`, appearance: 'none' },
  sign: { flexShrink: 0, width: '16px', height: '16px', color: tokens.colorNeutralForeground3 },
  clear: {
    display: 'flex',
    padding: `0 0 0 ${tokens.spacingHorizontalM}`,
    border: 'none',
    backgroundColor: 'transparent',
    cursor: 'pointer',
  },
});

const SIGNS = {
  error:
    'M6 11A5 5 0 1 0 6 1a5 5 0 0 0 0 10m-.75-2.75a.75.75 0 1 1 1.5 0 .75.75 0 0 1-1.5 0m.26-4.84a.5.5 0 0 1 .98 0l.01.09v2.59a.5.5 0 0 1-1 0V3.41',
  search:
    'M13.73 14.44a6.5 6.5 0 1 1 .7-.7l3.42 3.4a.5.5 0 0 1-.63.77l-.07-.06zm-.71-.71A5.5 5.5 0 0 0 15 9.5a5.5 5.5 0 1 0-1.98 4.23',
  clear:
    'm4.09 4.22.06-.07a.5.5 0 0 1 .63-.06l.07.06L10 9.29l5.15-5.14a.5.5 0 0 1 .63-.06l.07.06c.18.17.2.44.06.63l-.06.07L10.71 10l5.14 5.15c.18.17.2.44.06.63l-.06.07a.5.5 0 0 1-.63.06l-.07-.06L10 10.71l-5.15 5.14a.5.5 0 0 1-.63.06l-.07-.06a.5.5 0 0 1-.06-.63l.06-.07L9.29 10 4.15 4.85a.5.5 0 0 1-.06-.63z',
};

export interface TextFieldProps extends Omit<ComponentProps<'input'>, 'onChange' | 'className'> {
  readonly label: string;
  /** What is wrong with what was typed; null when nothing is. */
  readonly error: ReactNode;
  readonly onChange: (value: string) => void;
}

export function TextField({ label, error, required, onChange, ...rest }: TextFieldProps): JSX.Element {
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
      <span className={mergeClasses(styles.frame, isWrong && styles.invalid)}>
        <input
          {...rest}
          id={id}
          className={styles.input}
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
            <path d={SIGNS.error} />
          </svg>
          {error}
        </div>
      )}
    </div>
  );
}

export interface SearchFieldProps {
  readonly label: string;
  /** What the button that empties it is called. */
  readonly clearLabel: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function SearchField({ label, clearLabel, value, onChange }: SearchFieldProps): JSX.Element {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.frame, styles.small)}>
      <svg className={styles.sign} viewBox="0 0 20 20" fill="currentColor" aria-hidden="true">
        <path d={SIGNS.search} />
      </svg>
      <input
        type="search"
        className={mergeClasses(styles.input, styles.searchInput)}
        value={value}
        placeholder={label}
        aria-label={label}
        onChange={({ currentTarget }) => {
          onChange(currentTarget.value);
        }}
      />
      {/* Beside an empty field it would not be seen, but stick out. */}
      {value !== '' && (
        <button
          type="button"
          className={styles.clear}
          aria-label={clearLabel}
          // The Escape key does the same.
          tabIndex={-1}
          onClick={({ currentTarget }) => {
            currentTarget.parentElement?.querySelector('input')?.focus();
            onChange('');
          }}
        >
          <svg className={styles.sign} viewBox="0 0 20 20" fill="currentColor" aria-hidden="true">
            <path d={SIGNS.clear} />
          </svg>
        </button>
      )}
    </span>
  );
}
