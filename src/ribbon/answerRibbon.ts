/** Answers the ribbon: runs the command of a button, and opens the pane when there is something to tell. */
import type { Session } from '../app/session';
import type { Outcome } from '../app/sessionState';

/**
 * Associates the functions that `manifest.xml` names.
 * @param previews whether the first recalculation of a workbook is to show what it would write
 */
export function answerRibbon(session: Session, previews: () => boolean = () => false): void {
  const commands: Readonly<Record<string, () => Promise<Outcome>>> = {
    recalculate: () => session.run('recalculate', { previews: previews() }),
    check: () => session.run('check'),
    revert: () => session.run('revert'),
    clearMarks: () => session.clearMarks(),
  };
  for (const [name, command] of Object.entries(commands)) {
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
      void answer(command, session).finally(() => {
        event.completed();
      });
    });
  }
}

async function answer(command: () => Promise<Outcome>, session: Session): Promise<void> {
  const outcome = await command();
  // A pane that cannot be opened is no reason to fail: the sheet shows the result as well.
  if (hasNews(outcome, session)) await Office.addin.showAsTaskpane().catch(() => undefined);
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
