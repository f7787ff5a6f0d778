/**
 * A severity as a shape, so that nobody has to tell it by its colour; its word stands beside it. The shapes are borders and corners of a box: a list
 * of hundreds of small pictures costs the browser half as much again while it is scrolled.
 */
import type { JSX } from 'react';
import type { Severity } from '../../engine/finding';
import { makeStyles, mergeClasses, type Style } from '../look/makeStyles';
import { tokens } from '../look/tokens';

/** A sign through which the background is seen. */
const CUT_OUT: Style = {
  color: tokens.colorNeutralBackground1,
  '@media (forced-colors: active)': { color: 'Canvas' },
};

const useStyles = makeStyles({
  mark: {
    display: 'inline-block',
    flexShrink: 0,
    boxSizing: 'border-box',
    width: '14px',
    height: '14px',
    margin: '1px',
    verticalAlign: 'text-bottom',
    fontFamily: 'Arial, Helvetica, sans-serif',
    fontWeight: tokens.fontWeightBold,
    textAlign: 'center',
    // Whatever a contrast theme makes of its surroundings, the shape stands out from them.
    '@media (forced-colors: active)': { color: 'inherit', forcedColorAdjust: 'none' },
    '::before': { display: 'block' },
  },
  error: {
    // An octagon; where the browser knows round corners only, a rounded square.
    borderRadius: '4px',
    cornerShape: 'bevel',
    color: tokens.colorStatusDangerForeground1,
    backgroundColor: 'currentColor',
    '::before': { content: '"×"', fontSize: '14px', lineHeight: '14px', ...CUT_OUT },
  },
  warning: {
    height: '13px',
    marginTop: '2px',
    border: '0 solid transparent',
    borderWidth: '0 7px 13px',
    borderBottomColor: 'currentColor',
    color: tokens.colorStatusWarningForeground1,
    '::before': {
      content: '"!"',
      width: '8px',
      marginLeft: '-4px',
      fontSize: '10px',
      lineHeight: '15px',
      ...CUT_OUT,
    },
  },
  info: {
    border: '1px solid currentColor',
    borderRadius: tokens.borderRadiusCircular,
    color: tokens.colorNeutralForeground3,
    '::before': { content: '"i"', fontSize: '10px', lineHeight: '12px' },
  },
});

export function SeverityMark({ severity }: { readonly severity: Severity }): JSX.Element {
  const styles = useStyles();
  return <span className={mergeClasses(styles.mark, styles[severity])} aria-hidden="true" />;
}
