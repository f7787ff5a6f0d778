/** A line to search by. */
import type { JSX } from 'react';
import { useFieldStyles } from './fieldStyles';
import { makeStyles, mergeClasses } from './makeStyles';
import { tokens } from './tokens';

const useStyles = makeStyles({
  small: {
    minHeight: '24px',
    padding: `0 ${tokens.spacingHorizontalSNudge}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  input: { padding: `0 0 0 ${tokens.spacingHorizontalSNudge}`, appearance: 'none' },
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
  search:
    'M13.73 14.44a6.5 6.5 0 1 1 .7-.7l3.42 3.4a.5.5 0 0 1-.63.77l-.07-.06zm-.71-.71A5.5 5.5 0 0 0 15 9.5a5.5 5.5 0 1 0-1.98 4.23',
  clear:
    'm4.09 4.22.06-.07a.5.5 0 0 1 .63-.06l.07.06L10 9.29l5.15-5.14a.5.5 0 0 1 .63-.06l.07.06c.18.17.2.44.06.63l-.06.07L10.71 10l5.14 5.15c.18.17.2.44.06.63l-.06.07a.5.5 0 0 1-.63.06l-.07-.06L10 10.71l-5.15 5.14a.5.5 0 0 1-.63.06l-.07-.06a.5.5 0 0 1-.06-.63l.06-.07L9.29 10 4.15 4.85a.5.5 0 0 1-.06-.63z',
};

export interface SearchFieldProps {
  readonly label: string;
  /** What the button that empties it is called. */
  readonly clearLabel: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function SearchField({ label, clearLabel, value, onChange }: SearchFieldProps): JSX.Element {
  const { frame, input } = useFieldStyles();
  const styles = useStyles();
  return (
    <span className={mergeClasses(frame, styles.small)}>
      <svg className={styles.sign} viewBox="0 0 20 20" fill="currentColor" aria-hidden="true">
        <path d={SIGNS.search} />
      </svg>
      <input
        type="search"
        className={mergeClasses(input, styles.input)}
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
