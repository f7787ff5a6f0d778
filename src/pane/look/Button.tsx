/** A button that looks and acts as Fluent's does, with a fraction of its code and of its styles. */
import type { ComponentProps, JSX, ReactNode } from 'react';
import { makeStyles, mergeClasses } from './makeStyles';
import { tokens } from './tokens';

const useStyles = makeStyles({
  button: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    boxSizing: 'border-box',
    verticalAlign: 'middle',
    minWidth: '96px',
    margin: 0,
    padding: `5px ${tokens.spacingHorizontalM}`,
    overflow: 'hidden',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase300,
    transitionDuration: tokens.durationFaster,
    transitionProperty: 'background, border, color',
    transitionTimingFunction: tokens.curveEasyEase,
    ':hover': {
      borderColor: tokens.colorNeutralStroke1Hover,
      backgroundColor: tokens.colorNeutralBackground1Hover,
      color: tokens.colorNeutralForeground1Hover,
      cursor: 'pointer',
    },
    ':active': {
      borderColor: tokens.colorNeutralStroke1Pressed,
      backgroundColor: tokens.colorNeutralBackground1Pressed,
      color: tokens.colorNeutralForeground1Pressed,
    },
    ':focus-visible': {
      zIndex: 1,
      outline: `2px solid ${tokens.colorTransparentStroke}`,
      borderColor: tokens.colorStrokeFocus2,
      boxShadow: `0 0 0 1px ${tokens.colorStrokeFocus2} inset`,
    },
    '@media (prefers-reduced-motion: reduce)': { transitionDuration: '0.01ms' },
    '@media (forced-colors: active)': {
      ':hover': {
        borderColor: 'Highlight',
        backgroundColor: 'HighlightText',
        color: 'Highlight',
        forcedColorAdjust: 'none',
      },
    },
  },
  secondary: {},
  primary: {
    borderColor: 'transparent',
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    ':hover': {
      borderColor: 'transparent',
      backgroundColor: tokens.colorBrandBackgroundHover,
      color: tokens.colorNeutralForegroundOnBrand,
    },
    ':active': {
      borderColor: 'transparent',
      backgroundColor: tokens.colorBrandBackgroundPressed,
      color: tokens.colorNeutralForegroundOnBrand,
    },
    ':focus-visible': {
      borderColor: tokens.colorStrokeFocus2,
      boxShadow: `0 0 0 1px ${tokens.colorStrokeFocus2} inset, 0 0 0 2px ${tokens.colorNeutralForegroundOnBrand} inset`,
    },
    '@media (forced-colors: active)': {
      borderColor: 'HighlightText',
      backgroundColor: 'Highlight',
      color: 'HighlightText',
      forcedColorAdjust: 'none',
    },
  },
  subtle: {
    borderColor: 'transparent',
    backgroundColor: tokens.colorSubtleBackground,
    color: tokens.colorNeutralForeground2,
    ':hover': {
      borderColor: 'transparent',
      backgroundColor: tokens.colorSubtleBackgroundHover,
      color: tokens.colorNeutralForeground2Hover,
    },
    ':active': {
      borderColor: 'transparent',
      backgroundColor: tokens.colorSubtleBackgroundPressed,
      color: tokens.colorNeutralForeground2Pressed,
    },
  },
  pressed: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    '@media (forced-colors: active)': {
      borderColor: 'Highlight',
      backgroundColor: 'Highlight',
      color: 'HighlightText',
      forcedColorAdjust: 'none',
    },
  },
  medium: {},
  small: {
    minWidth: '64px',
    padding: `3px ${tokens.spacingHorizontalS}`,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    lineHeight: tokens.lineHeightBase200,
    ':focus-visible': { borderRadius: tokens.borderRadiusSmall },
  },
  /** The icon is as high as the button is without its border and a hair. */
  withIcon: { paddingTop: '1px', paddingBottom: '1px' },
  iconOnly: { minWidth: '24px', maxWidth: '24px', padding: '1px' },
  disabled: {
    borderColor: tokens.colorNeutralStrokeDisabled,
    backgroundColor: tokens.colorNeutralBackgroundDisabled,
    color: tokens.colorNeutralForegroundDisabled,
    cursor: 'not-allowed',
    ':hover': {
      borderColor: tokens.colorNeutralStrokeDisabled,
      backgroundColor: tokens.colorNeutralBackgroundDisabled,
      color: tokens.colorNeutralForegroundDisabled,
      cursor: 'not-allowed',
    },
    '@media (forced-colors: active)': {
      borderColor: 'GrayText',
      backgroundColor: 'ButtonFace',
      color: 'GrayText',
      ':hover': { borderColor: 'GrayText', backgroundColor: 'ButtonFace', color: 'GrayText' },
    },
  },
  /** Of an appearance without a border. */
  disabledPrimary: { borderColor: 'transparent', ':hover': { borderColor: 'transparent' } },
  disabledSubtle: {
    borderColor: 'transparent',
    backgroundColor: tokens.colorTransparentBackground,
    ':hover': { borderColor: 'transparent', backgroundColor: tokens.colorTransparentBackground },
  },
  icon: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '20px',
    height: '20px',
    fontSize: '20px',
  },
  iconBefore: { marginRight: tokens.spacingHorizontalXS },
});

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  readonly appearance?: 'primary' | 'secondary' | 'subtle';
  readonly size?: 'small' | 'medium';
  /** An image that says nothing that the text does not say. */
  readonly icon?: ReactNode;
  /** Makes it a button that stays pressed until it is pressed again. */
  readonly isPressed?: boolean;
  /** Cannot be pressed, but keeps the focus, so that nobody loses the place. */
  readonly disabledFocusable?: boolean;
}

export function Button({
  appearance = 'secondary',
  size = 'medium',
  icon,
  isPressed,
  disabledFocusable = false,
  className,
  onClick,
  children,
  ...rest
}: ButtonProps): JSX.Element {
  const styles = useStyles();
  const look = mergeClasses(
    styles.button,
    styles[appearance],
    isPressed && styles.pressed,
    styles[size],
    icon !== undefined && (children === undefined ? styles.iconOnly : styles.withIcon),
    disabledFocusable && styles.disabled,
    disabledFocusable && appearance === 'primary' && styles.disabledPrimary,
    disabledFocusable && appearance === 'subtle' && styles.disabledSubtle,
    className,
  );
  return (
    <button
      type="button"
      {...rest}
      className={look}
      aria-pressed={isPressed}
      aria-disabled={disabledFocusable || undefined}
      onClick={disabledFocusable ? undefined : onClick}
    >
      {icon !== undefined && (
        <span className={mergeClasses(styles.icon, children !== undefined && styles.iconBefore)}>{icon}</span>
      )}
      {children}
    </button>
  );
}
