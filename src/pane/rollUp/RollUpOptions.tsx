/** What a person chooses about a roll-up: the forms, the money that averages are weighted by, and the name of the department. */
import { Checkbox, Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { useId, type JSX } from 'react';
import type { RollUpCandidate, RollUpChoices } from '../../app/rollUp';
import { writeNumber } from '../../engine/writeStep';
import type { Say } from '../../locales/sentences';
import { sayMoneyUnit } from './sayMoneyUnit';
import { Button } from '../look/Button';
import { Caption } from '../look/Text';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  options: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  input: { minWidth: 0 },
  money: { flexWrap: 'wrap' },
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  forms: { listStyleType: 'none', margin: 0, padding: 0 },
  form: { alignItems: 'flex-start', overflowWrap: 'anywhere' },
  /** Below the label, beside the box. */
  small: {
    paddingLeft: '36px',
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
});

export interface RollUpOptionsProps {
  readonly candidates: readonly RollUpCandidate[];
  readonly choices: RollUpChoices;
  /** The name of the department as it will stand on the form. */
  readonly unit: string;
  readonly change: (part: Partial<RollUpChoices>) => void;
  readonly say: Say;
}

/** Fewer forms are ticked one by one. */
const MANY = 3;

export function RollUpOptions({ candidates, choices, unit, change, say }: RollUpOptionsProps): JSX.Element {
  const styles = useStyles();
  const ids = useId();
  const chosen = candidates.filter(({ form, isUsual }) =>
    choices.forms === null ? isUsual : choices.forms.has(form.id),
  );
  const isAll = chosen.length === candidates.length;
  const choose = (forms: readonly RollUpCandidate[]): void => {
    change({ forms: new Set(forms.map(({ form }) => form.id)) });
  };
  return (
    <div className={styles.options}>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>
          {say('rollUp.forms', { chosen: String(chosen.length), all: String(candidates.length) })}
        </legend>
        <ul className={styles.forms}>
          {candidates.map((candidate, index) => (
            <li key={candidate.form.id}>
              <Checkbox
                className={styles.form}
                checked={chosen.includes(candidate)}
                label={candidate.form.name}
                aria-describedby={`${ids}-${index}`}
                onChange={(_, { checked }) => {
                  choose(
                    candidates.filter((own) => (own === candidate ? checked === true : chosen.includes(own))),
                  );
                }}
              />
              <Caption id={`${ids}-${index}`} block className={styles.small}>
                {describe(candidate, say)}
              </Caption>
            </li>
          ))}
        </ul>
        {candidates.length > MANY && (
          <Button
            size="small"
            appearance="subtle"
            onClick={() => {
              choose(isAll ? [] : candidates);
            }}
          >
            {say(isAll ? 'rollUp.chooseNone' : 'rollUp.chooseAll')}
          </Button>
        )}
      </fieldset>
      <Field label={say('rollUp.money')}>
        <RadioGroup
          layout="horizontal"
          className={styles.money}
          value={choices.money}
          onChange={(_, { value }) => {
            change({ money: value === 'budget' ? 'budget' : 'spent' });
          }}
        >
          <Radio value="spent" label={say('rollUp.money.spent')} />
          <Radio value="budget" label={say('rollUp.money.budget')} />
        </RadioGroup>
      </Field>
      <Field label={say('rollUp.unit')}>
        <Input
          className={styles.input}
          value={unit}
          maxLength={100}
          onChange={(_, { value }) => {
            change({ unit: value });
          }}
        />
      </Field>
    </div>
  );
}

/** The sheet, what was spent, and why the form is not ticked by itself. */
function describe({ form, isUsual }: RollUpCandidate, say: Say): string {
  const { kind, budget } = form.scored.facts;
  const spent = budget?.total.spent;
  const parts = [
    form.sheet,
    spent?.value
      ? say('rollUp.form.spent', {
          amount: writeNumber(spent.value),
          unit: sayMoneyUnit(budget?.unit ?? null, say),
        })
      : say('rollUp.form.noSpent'),
    ...(isUsual ? [] : [say(kind === 'department' ? 'rollUp.form.department' : 'rollUp.form.blank')]),
  ];
  return parts.join(say('list.comma'));
}
