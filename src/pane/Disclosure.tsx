/** A heading that opens and closes what stands below it; what is closed is not drawn at all. */
import { useId, useState, type JSX, type ReactNode } from 'react';
import { makeStyles, mergeClasses } from './look/makeStyles';
import { tokens } from './look/tokens';

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: 'inherit' },
  button: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    width: '100%',
    minHeight: '32px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXXS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorTransparentBackground,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  arrow: { flexShrink: 0 },
  isOpen: { transform: 'rotate(90deg)' },
  label: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
});

export interface DisclosureProps {
  readonly label: string;
  /** Stands behind the label and belongs to the button's name. */
  readonly aside?: ReactNode;
  readonly isOpenAtFirst?: boolean;
  readonly onToggle?: (isOpen: boolean) => void;
  readonly children: ReactNode;
}

export function Disclosure({
  label,
  aside,
  isOpenAtFirst = false,
  onToggle,
  children,
}: DisclosureProps): JSX.Element {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const region = useId();
  const styles = useStyles();
  return (
    <section>
      <h2 className={styles.heading}>
        <button
          type="button"
          className={styles.button}
          aria-expanded={isOpen}
          aria-controls={isOpen ? region : undefined}
          onClick={() => {
            setOpen(!isOpen);
            onToggle?.(!isOpen);
          }}
        >
          <svg
            className={mergeClasses(styles.arrow, isOpen && styles.isOpen)}
            width="12"
            height="12"
            viewBox="0 0 12 12"
            aria-hidden="true"
          >
            <path d="M4 2l4 4-4 4" fill="none" stroke="currentColor" strokeWidth="1.5" />
          </svg>
          <span className={styles.label}>{label}</span>
          {aside}
        </button>
      </h2>
      {isOpen && <div id={region}>{children}</div>}
    </section>
  );
}
