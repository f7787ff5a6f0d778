/** A button that looks like a link: it goes somewhere, but to no address. */
import type { ComponentProps, JSX } from 'react';
import { makeStyles, mergeClasses } from './makeStyles';
import { tokens } from './tokens';

const useStyles = makeStyles({
  link: {
    display: 'inline',
    boxSizing: 'border-box',
    margin: 0,
    padding: 0,
    overflow: 'inherit',
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorBrandForegroundLink,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'left',
    textDecorationLine: 'none',
    textDecorationThickness: '1px',
    textOverflow: 'inherit',
    userSelect: 'text',
    cursor: 'pointer',
    ':hover': { color: tokens.colorBrandForegroundLinkHover, textDecorationLine: 'underline' },
    ':active': { color: tokens.colorBrandForegroundLinkPressed, textDecorationLine: 'underline' },
    ':focus-visible': {
      outlineStyle: 'none',
      textDecorationColor: tokens.colorStrokeFocus2,
      textDecorationLine: 'underline',
      textDecorationStyle: 'double',
    },
  },
  inline: { textDecorationLine: 'underline' },
});

export interface LinkProps extends ComponentProps<'button'> {
  /** Within a sentence: underlined, so that nobody has to tell it by its colour. */
  readonly inline?: boolean;
}

export function Link({ inline = false, className, ...rest }: LinkProps): JSX.Element {
  const styles = useStyles();
  return (
    <button
      type="button"
      {...rest}
      className={mergeClasses(styles.link, inline && styles.inline, className)}
    />
  );
}
