/** Answers the ribbon: runs the command of a button, and opens the pane when there is something to tell. */
import type { Session } from '../app/session';
import type { Command, Outcome } from '../app/sessionState';

/** The functions that `manifest.xml` names. */
const COMMANDS: readonly Command[] = ['recalculate', 'check', 'revert'];

export function answerRibbon(session: Session): void {
  for (const command of COMMANDS) {
    Office.actions.associate(command, (event: Office.AddinCommands.Event) => {
      void answer(command, session).finally(() => {
        event.completed();
      });
    });
  }
}

async function answer(command: Command, session: Session): Promise<void> {
  const outcome = await session.run(command);
  // A pane that cannot be opened is no reason to fail: the sheet shows the result as well.
  if (hasNews(outcome, session)) await Office.addin.showAsTaskpane().catch(() => undefined);
}

/** A clean recalculation needs no pane: the numbers on the sheet say it all. */
function hasNews({ command, failure, reverted, undone }: Outcome, session: Session): boolean {
  if (failure || command === 'check') return true;
  if (command === 'revert')
    return undone === null || (reverted !== null && reverted.kept.length + reverted.missingSheets.length > 0);
  const forms = session.state().sheets?.flatMap((sheet) => sheet.forms) ?? [];
  return (
    forms.length === 0 || forms.some(({ findings }) => findings.some(({ severity }) => severity !== 'info'))
  );
}
