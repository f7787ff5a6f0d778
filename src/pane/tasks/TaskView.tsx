/** The frame of a task: its title, a way back, and the view, which is loaded when it is first opened. */
import { Suspense, useEffect, useRef, type JSX } from 'react';
import type { Task } from '../../app/task';
import { Loading } from '../Loading';
import { onDemand } from '../onDemand';
import type { TaskProps } from './taskProps';
import { Button } from '../look/Button';
import { Subtitle } from '../look/Text';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const TemplatesView = onDemand(async () => (await import('../templates/TemplatesView')).TemplatesView);
const NextYearView = onDemand(async () => (await import('../templates/NextYearView')).NextYearView);
const RollUpView = onDemand(async () => (await import('../rollUp/RollUpView')).RollUpView);
const SummaryView = onDemand(async () => (await import('../summary/SummaryView')).SummaryView);

const useStyles = makeStyles({
  task: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
  },
  title: { margin: 0, ':focus-visible': { outlineStyle: 'none' } },
});

export function TaskView(props: TaskProps & { readonly task: Task }): JSX.Element {
  const { task, close, say } = props;
  const styles = useStyles();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    // Opened in the pane, reading goes on at the title; opened by the ribbon, the focus stays in Excel.
    if (document.hasFocus()) title.current?.focus();
    return () => {
      const isLost = document.hasFocus() && document.activeElement === document.body;
      if (isLost && before instanceof HTMLElement) before.focus();
    };
  }, [task.name]);
  return (
    <section
      className={styles.task}
      aria-label={say(`pane.task.${task.name}`)}
      onKeyDown={(event) => {
        // What is open within the view (a list, a dialog) is closed first.
        if (event.key === 'Escape' && !event.defaultPrevented) close();
      }}
    >
      <div className={styles.head}>
        <h2 ref={title} tabIndex={-1} className={styles.title}>
          <Subtitle>{say(`pane.task.${task.name}`)}</Subtitle>
        </h2>
        <Button size="small" appearance="subtle" onClick={close}>
          {say('pane.task.back')}
        </Button>
      </div>
      <Suspense fallback={<Loading say={say} />}>
        <TaskBody {...props} />
      </Suspense>
    </section>
  );
}

function TaskBody({ task, ...rest }: TaskProps): JSX.Element {
  switch (task.name) {
    case 'templates':
      return <TemplatesView task={task} {...rest} />;
    case 'nextYear':
      return <NextYearView task={task} {...rest} />;
    case 'rollUp':
      return <RollUpView task={task} {...rest} />;
    case 'summary':
      return <SummaryView task={task} {...rest} />;
  }
}
