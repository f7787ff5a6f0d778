/** A person's score of a row that no formula can score: by band, by slider or as a number. Nothing is written before the button is pressed. */
import { Field, Input, Slider } from '@fluentui/react-components';
import { useState, type JSX } from 'react';
import type { RowExplanation } from '../../app/explainRow';
import type { SheetResult } from '../../app/formResult';
import { chooseScore } from '../../app/scoreByHand';
import type { Session } from '../../app/session';
import { sayProblem } from '../../app/sayFailure';
import type { Decimal } from '../../engine/decimal';
import type { Say } from '../../locales/sentences';
import { BandButtons } from './BandButtons';
import { Button } from '../look/Button';
import { Text } from '../look/Text';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  judge: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  slider: { minWidth: 0 },
  // So many marks would be a dotted line.
  rail: { '::before': { backgroundImage: 'none' } },
  entry: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  input: { width: '7em', fontVariantNumeric: 'tabular-nums' },
});

export interface HandScoreProps {
  readonly row: RowExplanation;
  readonly sheets: readonly SheetResult[];
  /** Decimals that a score may have. */
  readonly decimals: number;
  readonly session: Session;
  readonly isBusy: boolean;
  readonly say: Say;
}

export function HandScore(props: HandScoreProps): JSX.Element | null {
  const { row, say } = props;
  const isUnweighted = row.weight === null && (row.basis === 'judged' || row.kind === 'block');
  if (row.bands && row.weight) return <ScoreEntry {...props} bands={row.bands} weight={row.weight} />;
  return isUnweighted ? <Text>{say('problem.no-weight')}</Text> : null;
}

interface ScoreEntryProps extends HandScoreProps {
  readonly bands: NonNullable<RowExplanation['bands']>;
  readonly weight: Decimal;
}

function ScoreEntry({
  row,
  sheets,
  decimals,
  session,
  isBusy,
  say,
  bands,
  weight,
}: ScoreEntryProps): JSX.Element {
  const styles = useStyles();
  const [score, setScore] = useState(row.score.value?.toString() ?? '');
  const isGiven = score.trim() !== '';
  const chosen = chooseScore(sheets, { sheet: row.sheet, row: row.row, score });
  const problem = isGiven && !chosen.ok ? sayProblem(chosen.problem, say) : null;
  const limits = say('row.judge.limits', { weight: weight.toString(), decimals: String(decimals) });
  const write = (): void => {
    if (chosen.ok && !isBusy) void session.scoreByHand({ sheet: row.sheet, row: row.row, score });
  };
  return (
    <section className={styles.judge} aria-label={say('row.judge')}>
      <h3 className={styles.heading}>{say('row.judge')}</h3>
      <BandButtons bands={bands} score={chosen.ok ? score : null} choose={setScore} say={say} />
      <Slider
        className={styles.slider}
        rail={{ className: styles.rail }}
        aria-label={say('row.judge.slider')}
        min={0}
        max={weight.toNumber()}
        step={stepOf(weight, decimals)}
        value={chosen.ok ? Number(score) : 0}
        onChange={(_, { value }) => {
          setScore(String(value));
        }}
      />
      <Field validationState={problem === null ? 'none' : 'error'} validationMessage={problem ?? limits}>
        {(described) => (
          <div className={styles.entry}>
            <Input
              {...described}
              className={styles.input}
              aria-label={say('row.judge.score')}
              inputMode="decimal"
              value={score}
              onChange={(_, { value }) => {
                setScore(value);
              }}
              onKeyDown={({ key }) => {
                if (key === 'Enter') write();
              }}
            />
            <Button appearance="primary" disabledFocusable={isBusy || !chosen.ok} onClick={write}>
              {chosen.ok ? say('row.judge.write', { score: score.trim() }) : say('row.judge.writeNothing')}
            </Button>
          </div>
        )}
      </Field>
    </section>
  );
}

/** Fine enough for the score, and coarse enough for the arrow keys. */
function stepOf(weight: Decimal, decimals: number): number {
  if (decimals === 0) return 1;
  return weight.gt(20) ? 0.5 : 0.1;
}
