/** The way to the clerk's guide, which lies beside the pane: it opens in a window of its own and needs no network. */
import type { JSX } from 'react';
import type { Say } from '../locales/sentences';
import { makeStyles } from './look/makeStyles';
import { tokens } from './look/tokens';

const useStyles = makeStyles({
  link: {
    color: tokens.colorBrandForegroundLink,
    whiteSpace: 'nowrap',
    ':hover': { color: tokens.colorBrandForegroundLinkHover },
    ':focus-visible': {
      outlineStyle: 'none',
      textDecorationColor: tokens.colorStrokeFocus2,
      textDecorationStyle: 'double',
    },
  },
});

export function HelpLink({ say }: { readonly say: Say }): JSX.Element {
  const styles = useStyles();
  return (
    <a href="help/index.html" target="_blank" rel="noopener" className={styles.link}>
      {say('pane.help')}
    </a>
  );
}
