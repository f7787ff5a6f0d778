/** What the view of a task gets from the pane. */
import type { Session } from '../../app/session';
import type { SessionState } from '../../app/sessionState';
import type { Task } from '../../app/task';
import type { Say } from '../../locales/sentences';

export interface TaskProps<Name extends Task['name'] = Task['name']> {
  readonly task: Extract<Task, { readonly name: Name }>;
  readonly session: Session;
  readonly state: SessionState;
  /** Goes to a cell in Excel. */
  readonly goTo: (sheet: string, cell: string) => void;
  /** Goes on to another task. */
  readonly open: (task: Task) => void;
  /** Gives the pane back to the tabs: call it once the task is done. */
  readonly close: () => void;
  readonly say: Say;
}
