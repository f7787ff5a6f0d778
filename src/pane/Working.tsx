/** Says that something is under way, with a ring that turns; Fluent's own draws the same with far more. */
import { useId, type JSX } from 'react';
import { makeStyles, mergeClasses } from './look/makeStyles';
import { tokens } from './look/tokens';

const useStyles = makeStyles({
  working: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  ring: {
    boxSizing: 'border-box',
    flexShrink: 0,
    width: '20px',
    height: '20px',
    border: `2px solid ${tokens.colorBrandStroke2Contrast}`,
    borderTopColor: tokens.colorBrandStroke1,
    borderRadius: '50%',
    animationName: { from: { transform: 'rotate(0deg)' }, to: { transform: 'rotate(360deg)' } },
    animationDuration: '1.5s',
    animationIterationCount: 'infinite',
    animationTimingFunction: 'linear',
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
    '@media (forced-colors: active)': { borderTopColor: 'Highlight', forcedColorAdjust: 'none' },
  },
});

export interface WorkingProps {
  readonly label: string;
  readonly className?: string | undefined;
}

export function Working({ label, className }: WorkingProps): JSX.Element {
  const id = useId();
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.working, className)} role="progressbar" aria-labelledby={id}>
      <span className={styles.ring} />
      <span id={id}>{label}</span>
    </div>
  );
}
