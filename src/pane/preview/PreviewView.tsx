/** What a recalculation would write, before it is written: cell by cell, sheet by sheet. The person says whether it is. */
import { memo, useEffect, useRef, type JSX } from 'react';
import type { Session } from '../../app/session';
import type { Pending } from '../../app/sessionState';
import type { Say } from '../../locales/sentences';
import { PreviewSheet } from './PreviewSheet';
import { Button } from '../look/Button';
import { Subtitle, Text } from '../look/Text';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  preview: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalXS} 0`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: { margin: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export interface PreviewViewProps {
  readonly pending: Pending;
  readonly session: Session;
  readonly isRunning: boolean;
  readonly goTo: (sheet: string, cell: string) => void;
  readonly say: Say;
}

export const PreviewView = memo(function PreviewView({
  pending,
  session,
  isRunning,
  goTo,
  say,
}: PreviewViewProps): JSX.Element {
  const styles = useStyles();
  const buttons = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    // Whoever asked for it in the pane goes on with Enter; asked for by the ribbon, the focus stays in Excel.
    if (document.hasFocus()) buttons.current?.querySelector('button')?.focus();
    return () => {
      // From a focus that fell to the page, Office.js takes the next Tab for the way out of the pane.
      const isLost = document.hasFocus() && document.activeElement === document.body;
      if (isLost && before instanceof HTMLElement) before.focus();
    };
  }, []);
  const cells = pending.sheets.reduce((count, { writes }) => count + writes.length, 0);
  const marks = pending.sheets.reduce((count, sheet) => count + sheet.marks, 0);
  return (
    <section
      className={styles.preview}
      aria-label={say('preview.title')}
      onKeyDown={({ key }) => {
        if (key === 'Escape') session.cancel();
      }}
    >
      <div className={styles.head}>
        <Subtitle as="h2" className={styles.title}>
          {say('preview.title')}
        </Subtitle>
        <Text>
          {say('preview.summary', {
            cells: String(cells),
            marks: String(marks),
            sheets: String(pending.sheets.length),
          })}
        </Text>
        <div ref={buttons} className={styles.buttons}>
          <Button
            appearance="primary"
            disabledFocusable={isRunning}
            onClick={() => {
              void session.confirm();
            }}
          >
            {say('preview.write')}
          </Button>
          <Button disabledFocusable={isRunning} onClick={session.cancel}>
            {say('pane.cancel')}
          </Button>
        </div>
      </div>
      {pending.sheets.map((sheet) => (
        <PreviewSheet key={sheet.sheet} pending={sheet} goTo={goTo} say={say} />
      ))}
    </section>
  );
});
