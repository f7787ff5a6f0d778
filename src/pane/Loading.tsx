/** Stands where a part of the pane will be, while its code is fetched. */
import type { JSX } from 'react';
import type { Say } from '../locales/sentences';
import { Working } from './Working';
import { makeStyles } from './look/makeStyles';

const useStyles = makeStyles({
  // As high as the first line of most parts, so that what stands below hardly moves.
  loading: { minHeight: '32px' },
});

export function Loading({ say }: { readonly say: Say }): JSX.Element {
  const styles = useStyles();
  return <Working className={styles.loading} label={say('pane.loading')} />;
}
