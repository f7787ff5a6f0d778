/** Answers the ribbon: runs the command of a button, and opens the pane when there is something to tell. */
import type { Session } from '../app/session';
import type { Outcome } from '../app/sessionState';
import type { Task } from '../app/task';
import TEMPLATE_IDS from './templateIds.json';

export interface RibbonAnswers {
  /** Whether the first recalculation of a workbook is to show what it would write. */
  readonly previews: () => boolean;
  /** Turns the pane to what a person has to answer questions for. */
  readonly openTask: (task: Task) => void;
}

/** Associates the functions that `manifest.xml` names. */
export function answerRibbon(session: Session, { previews, openTask }: RibbonAnswers): void {
  const commands: Readonly<Record<string, () => Promise<Outcome>>> = {
    recalculate: () => session.run('recalculate', { previews: previews() }),
    check: () => session.run('check'),
    revert: () => session.run('revert'),
    clearMarks: () => session.clearMarks(),
  };
  for (const [name, command] of Object.entries(commands)) {
    associate(name, () => answer(command, session));
  }
  for (const [name, task] of TASKS) {
    associate(name, () => {
      openTask(task);
      return showPane();
    });
  }
}

/** The functions that open a task: one for each, and one for each template of the menu. */
const TASKS: readonly (readonly [string, Task])[] = [
  ['openTemplates', { name: 'templates', template: null }],
  ...TEMPLATE_IDS.map((id): [string, Task] => [templateFunction(id), { name: 'templates', template: id }]),
  ['openNextYear', { name: 'nextYear' }],
  ['openRollUp', { name: 'rollUp' }],
  ['openSummary', { name: 'summary' }],
];

/** The function of a template's item: an identifier, as Office may look for a global function of that name. */
function templateFunction(id: string): string {
  const words = id.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `openTemplate${words.join('')}`;
}

function associate(name: string, run: () => Promise<void>): void {
  Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
    void run().finally(() => {
      event.completed();
    });
  });
}

async function answer(command: () => Promise<Outcome>, session: Session): Promise<void> {
  const outcome = await command();
  if (hasNews(outcome, session)) await showPane();
}

/** A pane that cannot be opened is no reason to fail: the sheet shows the result as well. */
function showPane(): Promise<void> {
  return Office.addin.showAsTaskpane().catch(() => undefined);
}

/** A clean recalculation needs no pane: the numbers on the sheet say it all. So do marks that are gone. */
function hasNews(
  { command, failure, isPreviewed, locked, reverted, undone }: Outcome,
  session: Session,
): boolean {
  if (failure || command === 'check' || isPreviewed || locked.length > 0) return true;
  if (command === 'clear') return false;
  if (command === 'revert')
    return undone === null || (reverted !== null && reverted.kept.length + reverted.missingSheets.length > 0);
  const forms = session.state().sheets?.flatMap((sheet) => sheet.forms) ?? [];
  return (
    forms.length === 0 || forms.some(({ findings }) => findings.some(({ severity }) => severity !== 'info'))
  );
}
