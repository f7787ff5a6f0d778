/** The commands of the pane. While one runs the others wait, but keep the focus, so that nobody loses the place. */
import { memo, type JSX } from 'react';
import type { Session } from '../app/session';
import type { Action } from '../app/sessionState';
import { sayUndo } from '../app/wording';
import type { Say } from '../locales/sentences';
import { Button } from './look/Button';
import { makeStyles } from './look/makeStyles';
import { tokens } from './look/tokens';

const useStyles = makeStyles({
  commands: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  command: {
    minWidth: 0,
    paddingLeft: tokens.spacingHorizontalS,
    paddingRight: tokens.spacingHorizontalS,
    // Excel gives the focus to the first of them, before Fluent has seen any key in the pane.
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
});

export interface CommandBarProps {
  readonly session: Session;
  readonly isRunning: boolean;
  readonly nextUndo: Action | null;
  /** A command is about to be run. */
  readonly onRun: () => void;
  /** Whether the first recalculation of a workbook shows what it would write. */
  readonly previews: boolean;
  readonly say: Say;
}

export const CommandBar = memo(function CommandBar({
  session,
  isRunning,
  nextUndo,
  onRun,
  previews,
  say,
}: CommandBarProps): JSX.Element {
  const styles = useStyles();
  const run = (command: () => Promise<unknown>) => (): void => {
    onRun();
    void command();
  };
  const undo =
    nextUndo === null ? say('pane.undo.nothing') : say('pane.undo', { what: sayUndo(nextUndo, say) });
  const common = { className: styles.command, disabledFocusable: isRunning };
  return (
    <div className={styles.commands} role="group" aria-label={say('pane.actions')}>
      <Button {...common} appearance="primary" onClick={run(() => session.run('recalculate', { previews }))}>
        {say('pane.recalculate')}
      </Button>
      <Button {...common} title={say('pane.preview.tip')} onClick={run(session.preview)}>
        {say('pane.preview')}
      </Button>
      <Button {...common} title={say('pane.check.tip')} onClick={run(() => session.run('check'))}>
        {say('pane.check')}
      </Button>
      <Button
        {...common}
        appearance="subtle"
        disabledFocusable={isRunning || nextUndo === null}
        // Whoever has just taken the last thing back keeps the focus; nobody else stops here in vain.
        tabIndex={nextUndo === null ? -1 : 0}
        title={undo}
        onClick={run(() => session.run('revert'))}
      >
        {say('pane.revert')}
      </Button>
    </div>
  );
});
