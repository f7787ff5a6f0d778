/** Two lines for whoever sees the pane for the first time; read once, they do not come back. */
import { Button, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { Say } from '../locales/sentences';

const useStyles = makeStyles({
  welcome: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  title: { margin: 0 },
  steps: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});

export interface WelcomeProps {
  readonly onRead: () => void;
  readonly say: Say;
}

export function Welcome({ onRead, say }: WelcomeProps): JSX.Element {
  const styles = useStyles();
  return (
    <section className={styles.welcome} aria-label={say('pane.welcome.title')}>
      <Subtitle2 as="h2" className={styles.title}>
        {say('pane.welcome.title')}
      </Subtitle2>
      <ul className={styles.steps}>
        <li>{say('pane.welcome.recalculate')}</li>
        <li>{say('pane.welcome.findings')}</li>
      </ul>
      <Button size="small" onClick={onRead}>
        {say('pane.welcome.read')}
      </Button>
    </section>
  );
}
