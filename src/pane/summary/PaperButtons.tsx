/** What can be done with a summary: onto a new sheet, onto the clipboard, into a Word file; and what came of it. */
import { useState, type JSX, type RefObject } from 'react';
import type { TextDocument } from '../../form/summary/textDocument';
import type { Say, SentenceKey } from '../../locales/sentences';
import { copyDocument } from './copyDocument';
import { saveWord } from './saveWord';
import { Button } from '../look/Button';
import { MessageBar } from '../look/MessageBar';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

type Result = 'copied' | 'copyByHand' | 'making' | 'handed' | 'notMade';

const SENTENCES: Readonly<Record<Result, SentenceKey>> = {
  copied: 'summary.copied',
  copyByHand: 'summary.copyByHand',
  making: 'summary.making',
  handed: 'summary.handed',
  notMade: 'summary.notMade',
};

const INTENTS = {
  copied: 'success',
  copyByHand: 'warning',
  making: 'info',
  handed: 'info',
  notMade: 'warning',
} as const;

export interface PaperButtonsProps {
  readonly paper: TextDocument;
  /** The paper as the pane shows it. */
  readonly shown: RefObject<HTMLElement | null>;
  /** True while a command runs: nothing can be written meanwhile. */
  readonly isRunning: boolean;
  readonly write: () => void;
  readonly say: Say;
}

export function PaperButtons({ paper, shown, isRunning, write, say }: PaperButtonsProps): JSX.Element {
  const styles = useStyles();
  const [done, setDone] = useState<{ readonly paper: TextDocument; readonly result: Result } | null>(null);
  const note = (result: Result): void => {
    setDone({ paper, result });
  };
  const copy = async (): Promise<void> => {
    if (!shown.current) return;
    note((await copyDocument(paper, shown.current)) ? 'copied' : 'copyByHand');
  };
  const save = async (): Promise<void> => {
    note('making');
    try {
      await saveWord(paper);
      note('handed');
    } catch {
      note('notMade');
    }
  };
  // What was said of another form, or of another table, says nothing of this one.
  const result = done?.paper === paper ? done.result : null;
  return (
    <>
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={isRunning} onClick={write}>
          {say('summary.write')}
        </Button>
        <Button onClick={() => void copy()}>{say('summary.copy')}</Button>
        <Button disabledFocusable={result === 'making'} onClick={() => void save()}>
          {say('summary.word')}
        </Button>
      </div>
      <div role="status">
        {result && <MessageBar intent={INTENTS[result]}>{say(SENTENCES[result])}</MessageBar>}
      </div>
    </>
  );
}
