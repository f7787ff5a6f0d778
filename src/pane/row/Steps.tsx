/** The computation of a row, step by step in words. */
import type { JSX } from 'react';
import type { RowExplanation } from '../../app/explainRow';
import { wordingIn } from '../../app/wording';
import type { Say } from '../../locales/sentences';
import { Text } from '../look/Text';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    margin: `${tokens.spacingVerticalXS} 0 0`,
    paddingLeft: '1.6em',
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
});

export interface StepsProps {
  readonly row: RowExplanation;
  readonly say: Say;
}

export function Steps({ row: { steps }, say }: StepsProps): JSX.Element {
  const styles = useStyles();
  if (steps.length === 0) return <Text>{say('row.noSteps')}</Text>;
  const wording = wordingIn(say);
  return (
    <div>
      <h3 className={styles.heading}>{say('row.steps')}</h3>
      <ol className={styles.list}>
        {steps.map((step, index) => (
          <li key={index}>{wording.step(step)}</li>
        ))}
      </ol>
    </div>
  );
}
