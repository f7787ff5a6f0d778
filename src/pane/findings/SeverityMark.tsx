/** A severity as a shape, so that nobody has to tell it by its colour; its word stands beside it. */
import type { JSX } from 'react';
import type { Severity } from '../../engine/finding';
import { makeStyles, mergeClasses } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  mark: { flexShrink: 0, verticalAlign: 'text-bottom' },
  // Whatever a contrast theme makes of its surroundings, the shape stands out from them.
  forced: { '@media (forced-colors: active)': { color: 'inherit' } },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  info: { color: tokens.colorNeutralForeground3 },
});

/** A filled octagon, a triangle, a circle. */
const SHAPES: Readonly<Record<Severity, JSX.Element>> = {
  error: (
    <path
      fill="currentColor"
      fillRule="evenodd"
      d="M5 1h6l4 4v6l-4 4H5l-4-4V5zm.4 3.5-.9.9L7.1 8l-2.6 2.6.9.9L8 8.9l2.6 2.6.9-.9L8.9 8l2.6-2.6-.9-.9L8 7.1z"
    />
  ),
  warning: (
    <path
      fill="currentColor"
      fillRule="evenodd"
      d="M8 1.5 15.3 14.5H.7zM7.3 6v4.2h1.4V6zm0 5.4v1.4h1.4v-1.4z"
    />
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" strokeWidth="1.2" />
      <path fill="currentColor" d="M7.3 7h1.4v4.6H7.3zm0-2.6h1.4v1.4H7.3z" />
    </>
  ),
};

export function SeverityMark({ severity }: { readonly severity: Severity }): JSX.Element {
  const styles = useStyles();
  return (
    <svg
      className={mergeClasses(styles.mark, styles[severity], styles.forced)}
      width="16"
      height="16"
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      {SHAPES[severity]}
    </svg>
  );
}
