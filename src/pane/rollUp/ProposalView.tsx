/** What the chosen forms come to: the result in one sentence, what was put together, and what is left to a person. */
import { useCallback, useEffect, useMemo, useRef, type JSX } from 'react';
import type { RollUpProposal } from '../../app/rollUp';
import { matchLines, type MatchLine } from '../../app/rollUpLines';
import { groupLeft } from '../../app/rollUpWording';
import { type Decimal, roundTo } from '../../engine/decimal';
import type { Correction } from '../../engine/rollUp/rolledUp';
import { writeNumber } from '../../engine/writeStep';
import type { Say } from '../../locales/sentences';
import { Disclosure } from '../Disclosure';
import { LeftList } from './LeftList';
import { MatchItem, type MatchDeeds } from './MatchItem';
import { sayMoneyUnit } from './sayMoneyUnit';
import { Button } from '../look/Button';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  result: { margin: 0, fontVariantNumeric: 'tabular-nums', ':focus-visible': { outlineStyle: 'none' } },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

export interface ProposalViewProps {
  readonly proposal: RollUpProposal;
  readonly isCorrected: boolean;
  /** Adds corrections to those made before. */
  readonly correct: (corrections: readonly Correction[]) => void;
  /** Takes all corrections back. */
  readonly reset: () => void;
  readonly goTo: (sheet: string, cell: string) => void;
  readonly say: Say;
}

export function ProposalView(props: ProposalViewProps): JSX.Element {
  const { proposal, isCorrected, correct, reset, goTo, say } = props;
  const styles = useStyles();
  const result = useRef<HTMLParagraphElement>(null);
  const lines = useMemo(() => matchLines(proposal), [proposal]);
  const left = useMemo(() => groupLeft(proposal.rolled.left), [proposal]);
  const others = useMemo(
    () => [...lines.together, ...lines.alone].map(({ id, name }) => ({ id, name })),
    [lines],
  );
  const deeds = useMemo(
    (): MatchDeeds => ({
      goTo,
      split(row) {
        correct([{ kind: 'split', row }]);
      },
      join(row, to) {
        correct([{ kind: 'join', row, to }]);
      },
      leaveOut(row) {
        correct([{ kind: 'leave-out', row }]);
      },
      takeIn(row) {
        correct([{ kind: 'take-in', row }]);
      },
    }),
    [correct, goTo],
  );
  const correctAll = useCallback(
    (kind: 'leave-out' | 'take-in', shown: readonly MatchLine[]): void => {
      correct(shown.map(({ id }) => ({ kind, row: id })));
    },
    [correct],
  );
  useEffect(() => {
    // The button that was pressed may be gone with its row.
    const isLost = document.hasFocus() && document.activeElement === document.body;
    if (isCorrected && isLost) result.current?.focus();
  }, [isCorrected, proposal]);
  const drawList = (shown: readonly MatchLine[]): JSX.Element => (
    <ul className={styles.list}>
      {shown.map((line) => (
        <MatchItem
          key={line.id}
          line={line}
          money={proposal.rolled.money}
          others={others}
          deeds={deeds}
          say={say}
        />
      ))}
    </ul>
  );
  const count = (shown: readonly unknown[]): string => say('rollUp.count', { count: String(shown.length) });
  return (
    <div className={styles.view}>
      <p ref={result} tabIndex={-1} className={styles.result} role="status">
        {sayResult(proposal, lines.together.length, say)}
      </p>
      {isCorrected && (
        <div>
          <Button size="small" onClick={reset}>
            {say('rollUp.reset')}
          </Button>
        </div>
      )}
      <div>
        {lines.together.length > 0 && (
          <Disclosure label={say('rollUp.together')} aside={count(lines.together)} isOpenAtFirst>
            {drawList(lines.together)}
          </Disclosure>
        )}
        {lines.alone.length > 0 && (
          <Disclosure label={say('rollUp.alone')} aside={count(lines.alone)}>
            <Button
              size="small"
              onClick={() => {
                correctAll('leave-out', lines.alone);
              }}
            >
              {say('rollUp.leaveAllOut')}
            </Button>
            {drawList(lines.alone)}
          </Disclosure>
        )}
        {lines.leftOut.length > 0 && (
          <Disclosure label={say('rollUp.leftOut')} aside={count(lines.leftOut)}>
            <Button
              size="small"
              onClick={() => {
                correctAll('take-in', lines.leftOut);
              }}
            >
              {say('rollUp.takeAllIn')}
            </Button>
            {drawList(lines.leftOut)}
          </Disclosure>
        )}
        {left.length > 0 && (
          <Disclosure label={say('rollUp.toCheck')} aside={count(left.flatMap(({ items }) => items))}>
            <LeftList groups={left} goTo={goTo} say={say} />
          </Disclosure>
        )}
      </div>
    </div>
  );
}

/** Hundredths of a percent of the execution rate. */
const RATE_DECIMALS = 2;

function sayResult({ forms, rolled }: RollUpProposal, together: number, say: Say): string {
  const { budget, spent, unit, outcome } = rolled.fund;
  const money = (amount: Decimal | null): string => (amount ? writeNumber(amount) : '');
  return say('rollUp.result', {
    forms: String(forms.length),
    rows: String(rolled.rows.length),
    together: String(together),
    budget: money(budget),
    spent: money(spent),
    unit: sayMoneyUnit(unit, say),
    rate: outcome.rate ? `${roundTo(outcome.rate.times(100), RATE_DECIMALS).toFixed()}%` : '',
    score: rolled.score.toFixed(),
  });
}
