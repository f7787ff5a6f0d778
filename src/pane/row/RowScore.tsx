/** The score of a row as it stands and as it was computed, beside its weight; where they differ, the computed one can be accepted. */
import type { JSX } from 'react';
import type { RowExplanation } from '../../app/explainRow';
import type { Session } from '../../app/session';
import type { Say } from '../../locales/sentences';
import { Button } from '../look/Button';
import { Caption, Text } from '../look/Text';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  score: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXS,
  },
  figures: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalXXL, margin: 0 },
  term: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  figure: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
});

export interface RowScoreProps {
  readonly row: RowExplanation;
  readonly session: Session;
  readonly isBusy: boolean;
  readonly say: Say;
}

export function RowScore({ row, session, isBusy, say }: RowScoreProps): JSX.Element {
  const styles = useStyles();
  const { score, computed, weight, sharedWith } = row;
  const figures = [
    [say('row.score'), score.value?.toString() ?? score.entry.text.trim()],
    [say('row.computed'), computed?.toString() ?? ''],
    [say('row.weight'), weight?.toString() ?? ''],
  ] as const;
  return (
    <div className={styles.score}>
      <dl className={styles.figures}>
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt className={styles.term}>{name}</dt>
            <dd className={styles.figure}>{value === '' ? say('row.none') : value}</dd>
          </div>
        ))}
      </dl>
      {row.canAccept && computed && (
        <Button
          disabledFocusable={isBusy}
          onClick={() => {
            void session.accept({ kind: 'row', sheet: row.sheet, row: row.row });
          }}
        >
          {say('row.accept', { score: computed.toString() })}
        </Button>
      )}
      {score.formula && <Caption>{say('row.formula')}</Caption>}
      {sharedWith.length > 0 && (
        <Text>{say('row.shared', { rows: sharedWith.join(say('list.comma')) })}</Text>
      )}
    </div>
  );
}
