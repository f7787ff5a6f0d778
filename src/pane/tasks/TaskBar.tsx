/** The buttons that open a task; they stay while one is open, so that nobody loses the place. */
import { memo, type JSX } from 'react';
import type { Task } from '../../app/task';
import type { Say } from '../../locales/sentences';
import { Button } from '../look/Button';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  button: {
    minWidth: 0,
    paddingLeft: tokens.spacingHorizontalS,
    paddingRight: tokens.spacingHorizontalS,
  },
});

const TASKS: readonly Task[] = [
  { name: 'templates', template: null },
  { name: 'rollUp' },
  { name: 'summary' },
];

export interface TaskBarProps {
  /** The task that is open; null when none is. */
  readonly current: Task['name'] | null;
  readonly open: (task: Task) => void;
  readonly say: Say;
}

export const TaskBar = memo(function TaskBar({ current, open, say }: TaskBarProps): JSX.Element {
  const styles = useStyles();
  return (
    <div className={styles.bar} role="group" aria-label={say('pane.tasks')}>
      {TASKS.map((task) => (
        <Button
          key={task.name}
          className={styles.button}
          size="small"
          appearance="subtle"
          aria-expanded={task.name === current}
          onClick={() => {
            open(task);
          }}
        >
          {say(`pane.task.${task.name}`)}
        </Button>
      ))}
    </div>
  );
});
