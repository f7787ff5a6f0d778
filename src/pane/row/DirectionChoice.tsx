/** Which way a row is compared, where that was taken from, and a person's word on it. */
import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { RowExplanation } from '../../app/explainRow';
import type { Session } from '../../app/session';
import { wordingIn } from '../../app/wording';
import type { Say } from '../../locales/sentences';
import { Caption } from '../look/Text';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  group: { flexWrap: 'wrap' },
  because: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

const CHOICES = { rules: null, floor: 'floor', ceiling: 'ceiling' } as const;

export interface DirectionChoiceProps {
  readonly row: RowExplanation;
  readonly session: Session;
  readonly isBusy: boolean;
  readonly say: Say;
}

export function DirectionChoice({ row, session, isBusy, say }: DirectionChoiceProps): JSX.Element | null {
  const styles = useStyles();
  const { direction, steps, sheet } = row;
  if (!direction) return null;
  const chosen = direction.from === 'person' ? direction.kind : 'rules';
  const because = steps.find(({ code }) => /^(floor|ceiling)-from-|^equals-as-/.test(code));
  return (
    <div>
      <Field label={say('row.direction')}>
        <RadioGroup
          layout="horizontal"
          className={styles.group}
          value={chosen}
          onChange={(_, { value }) => {
            if (isBusy || !isChoice(value)) return;
            void session.chooseDirection(sheet, row.row, CHOICES[value]);
          }}
        >
          <Radio value="rules" label={say('row.direction.rules')} />
          <Radio value="floor" label={say('row.direction.floor')} />
          <Radio value="ceiling" label={say('row.direction.ceiling')} />
        </RadioGroup>
      </Field>
      {because && <Caption className={styles.because}>{wordingIn(say).step(because)}</Caption>}
    </div>
  );
}

function isChoice(value: string): value is keyof typeof CHOICES {
  return Object.hasOwn(CHOICES, value);
}
