/** 汇总: which forms, what is put together, what is left to a person, and the button that makes the department form. */
import { useCallback, useDeferredValue, useEffect, useMemo, useState, type JSX } from 'react';
import {
  drawShown,
  proposeRollUp,
  rollUpCandidates,
  USUAL_CHOICES,
  type RollUpChoices,
} from '../../app/rollUp';
import type { Session } from '../../app/session';
import { sayProblem } from '../../app/sayFailure';
import { fetchSpeech } from '../../locales/speech';
import type { Correction } from '../../engine/rollUp/rolledUp';
import type { TaskProps } from '../tasks/taskProps';
import { NothingToRollUp } from './NothingToRollUp';
import { ProposalView } from './ProposalView';
import { RollUpOptions } from './RollUpOptions';
import { Button } from '../look/Button';
import { Text } from '../look/Text';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  warning: {
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `${tokens.strokeWidthThicker} solid ${tokens.colorStatusWarningBorderActive}`,
  },
  /** Stays in sight below a long matching. */
  foot: {
    position: 'sticky',
    bottom: 0,
    padding: `${tokens.spacingVerticalS} 0`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
});

/** What a person chose in this pane: it is there again when the task is opened once more. */
const CHOSEN = new WeakMap<Session, RollUpChoices>();

const NO_CANDIDATES: ReturnType<typeof rollUpCandidates> = [];

export function RollUpView(props: TaskProps<'rollUp'>): JSX.Element {
  const { session, state, goTo, open, close, say } = props;
  const styles = useStyles();
  const [kept, setKept] = useState(() => CHOSEN.get(session) ?? USUAL_CHOICES);
  const { sheets } = state;
  const isRead = sheets !== null;
  useEffect(() => {
    if (!isRead) void session.refresh();
  }, [isRead, session]);
  const candidates = useMemo(() => (sheets ? rollUpCandidates(sheets) : NO_CANDIDATES), [sheets]);
  const rules = state.choices?.ruleSet ?? null;
  const choices = useMemo(() => ({ ...kept, rules }), [kept, rules]);
  // A tick shows at once, the matching of hundreds of rows a moment later.
  const settled = useDeferredValue(choices);
  const proposed = useMemo(() => proposeRollUp(candidates, settled), [candidates, settled]);
  const change = useCallback(
    (part: (before: RollUpChoices) => Partial<RollUpChoices>): void => {
      setKept((before) => {
        const next = { ...before, ...part(before) };
        CHOSEN.set(session, next);
        return next;
      });
    },
    [session],
  );
  const choose = useCallback(
    (part: Partial<RollUpChoices>): void => {
      change(() => part);
    },
    [change],
  );
  const correct = useCallback(
    (more: readonly Correction[]): void => {
      change(({ corrections }) => ({ corrections: [...corrections, ...more] }));
    },
    [change],
  );
  const reset = useCallback((): void => {
    choose({ corrections: [] });
  }, [choose]);
  if (candidates.length < 2) {
    return (
      <NothingToRollUp
        count={isRead ? candidates.length : null}
        isRunning={state.running !== null}
        check={() => void session.run('check')}
        insert={() => {
          open({ name: 'templates', template: null });
        }}
        say={say}
      />
    );
  }
  const make = async (): Promise<void> => {
    if (!proposed.ok || state.running !== null) return;
    const { matching } = proposed.result;
    const sayChinese = await fetchSpeech('zh-CN');
    const { failure } = await session.addReport('rollUp', (found) =>
      drawShown(found.sheets, settled, matching, sayChinese),
    );
    if (failure) return;
    close();
    await session.refresh();
  };
  return (
    <div className={styles.view}>
      <Text>{say('rollUp.intro')}</Text>
      <RollUpOptions
        candidates={candidates}
        choices={kept}
        unit={proposed.ok ? proposed.result.unit : (kept.unit ?? '')}
        change={choose}
        say={say}
      />
      {proposed.ok ? (
        <ProposalView
          proposal={proposed.result}
          isCorrected={kept.corrections.length > 0}
          correct={correct}
          reset={reset}
          goTo={goTo}
          say={say}
        />
      ) : (
        <Text role="alert" className={styles.warning}>
          {sayProblem(proposed.problem, say)}
        </Text>
      )}
      <div className={styles.foot}>
        <Button
          appearance="primary"
          disabledFocusable={state.running !== null || !proposed.ok}
          onClick={() => void make()}
        >
          {say('rollUp.make')}
        </Button>
      </div>
    </div>
  );
}
