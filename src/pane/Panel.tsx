/** The pane: the commands, how the last one ended, and for each form its score and its findings. */
import {
  Button,
  Divider,
  FluentProvider,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  Text,
  tokens,
  webLightTheme,
} from '@fluentui/react-components';
import { useState, useSyncExternalStore, type JSX } from 'react';
import type { Session } from '../app/session';
import type { Command, SessionState } from '../app/sessionState';
import type { Say } from '../locales/sentences';
import { FormCard } from './FormCard';
import { detailsOf, sayOutcome } from './sayOutcome';

const COMMANDS: readonly Command[] = ['recalculate', 'check', 'revert'];

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    minHeight: '100vh',
    boxSizing: 'border-box',
  },
  commands: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  details: { overflowWrap: 'anywhere' },
});

export interface PanelProps {
  readonly session: Session;
  readonly select: (sheet: string, cell: string) => Promise<boolean>;
  readonly say: Say;
}

export function Panel({ session, select, say }: PanelProps): JSX.Element {
  const state = useSyncExternalStore(session.subscribe, session.state);
  const [notice, setNotice] = useState<string | null>(null);
  const styles = useStyles();

  const goTo = (sheet: string, cell: string): void => {
    void select(sheet, cell).then((isThere) => {
      setNotice(isThere ? null : say('pane.cannotGo', { sheet, cell }));
    });
  };
  const run = (command: Command): void => {
    setNotice(null);
    void session.run(command);
  };

  return (
    <FluentProvider theme={webLightTheme}>
      <main className={styles.pane} aria-busy={state.running !== null}>
        <div className={styles.commands} role="group" aria-label={say('pane.actions')}>
          {COMMANDS.map((command) => (
            <Button
              key={command}
              appearance={command === 'recalculate' ? 'primary' : 'secondary'}
              disabled={state.running !== null || (command === 'revert' && !state.canRevert)}
              onClick={() => {
                run(command);
              }}
            >
              {say(`pane.${command}`)}
            </Button>
          ))}
        </div>
        <Status state={state} say={say} />
        {notice !== null && (
          <MessageBar intent="info">
            <MessageBarBody>{notice}</MessageBarBody>
          </MessageBar>
        )}
        <Forms state={state} goTo={goTo} say={say} />
      </main>
    </FluentProvider>
  );
}

/** What runs, or how the last command ended; announced to screen readers. */
function Status({ state, say }: { readonly state: SessionState; readonly say: Say }): JSX.Element {
  const { running, isWaiting, outcome } = state;
  const styles = useStyles();
  if (running) {
    const label = isWaiting ? say('pane.waiting') : say(`pane.running.${running}`);
    return <Spinner size="tiny" label={label} role="status" />;
  }
  if (!outcome) return <Text role="status">{say('pane.welcome')}</Text>;
  const { failure } = outcome;
  return (
    <MessageBar intent={failure ? 'error' : 'success'} layout="multiline" role={failure ? 'alert' : 'status'}>
      <MessageBarBody>
        {sayOutcome(outcome, say).map((sentence) => (
          <div key={sentence}>{sentence}</div>
        ))}
        {failure && (
          <details className={styles.details}>
            <summary>{say('pane.details')}</summary>
            {detailsOf(failure)}
          </details>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}

interface FormsProps {
  readonly state: SessionState;
  readonly goTo: (sheet: string, cell: string) => void;
  readonly say: Say;
}

/** The forms of all sheets, those of the active sheet first. */
function Forms({ state: { sheets, activeSheet }, goTo, say }: FormsProps): JSX.Element | null {
  if (!sheets) return null;
  const isActive = (sheet: string): number => (sheet === activeSheet ? 0 : 1);
  const forms = [...sheets]
    .sort((one, other) => isActive(one.sheet) - isActive(other.sheet))
    .flatMap(({ sheet, isProtected, forms: ofSheet }) =>
      ofSheet.map((form) => ({ sheet, isProtected, form })),
    );
  if (forms.length === 0) return <Text>{say('error.no-form')}</Text>;
  return (
    <>
      {forms.map(({ sheet, isProtected, form }) => (
        <div key={`${sheet} ${form.facts.range}`}>
          <Divider />
          <FormCard
            sheet={sheet}
            form={form}
            isProtected={isProtected}
            say={say}
            goTo={(cell) => {
              goTo(sheet, cell);
            }}
          />
        </div>
      ))}
    </>
  );
}
