/** For whoever sees the pane for the first time: what it does, and two ways to begin without a form. Once read, it does not come back. */
import type { JSX } from 'react';
import type { Session } from '../app/session';
import type { Task } from '../app/task';
import type { Say } from '../locales/sentences';
import { Button } from './look/Button';
import { Subtitle } from './look/Text';
import { makeStyles } from './look/makeStyles';
import { tokens } from './look/tokens';

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
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    marginTop: tokens.spacingVerticalXS,
  },
  steps: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});

export interface WelcomeProps {
  readonly session: Session;
  readonly isRunning: boolean;
  readonly open: (task: Task) => void;
  readonly onRead: () => void;
  readonly say: Say;
}

export function Welcome({ session, isRunning, open, onRead, say }: WelcomeProps): JSX.Element {
  const styles = useStyles();
  const trySample = async (): Promise<void> => {
    // The templates are needed by few people, and by them only now.
    const { insertSample } = await import('../app/insertSample');
    await insertSample(session, new Date());
  };
  return (
    <section className={styles.welcome} aria-label={say('pane.welcome.title')}>
      <Subtitle as="h2" className={styles.title}>
        {say('pane.welcome.title')}
      </Subtitle>
      <ul className={styles.steps}>
        <li>{say('pane.welcome.recalculate')}</li>
        <li>{say('pane.welcome.findings')}</li>
      </ul>
      <div className={styles.buttons}>
        <Button
          size="small"
          onClick={() => {
            open({ name: 'templates', template: null });
          }}
        >
          {say('welcome.template')}
        </Button>
        <Button
          size="small"
          disabledFocusable={isRunning}
          onClick={() => {
            if (!isRunning) void trySample();
          }}
        >
          {say('welcome.sample')}
        </Button>
        <Button size="small" appearance="subtle" onClick={onRead}>
          {say('pane.welcome.read')}
        </Button>
      </div>
    </section>
  );
}
