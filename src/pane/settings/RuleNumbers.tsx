/** All numbers of a rule set, to be read or changed. */
import { Switch } from '@fluentui/react-components';
import type { JSX } from 'react';
import {
  changeRuleNumber,
  changeRuleTable,
  NUMBER_LIMITS,
  readRuleNumber,
  readRuleTable,
  RULE_NUMBERS,
  RULE_TABLES,
  type RuleNumber,
} from '../../app/choices/ruleNumbers';
import type { RuleSet } from '../../engine/ruleSet';
import type { RuleSetJson } from '../../engine/ruleSets/writeRuleSet';
import type { Say } from '../../locales/sentences';
import { TableSetting } from './TableSetting';
import { TextSetting } from './TextSetting';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  numbers: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

export interface RuleNumbersProps {
  readonly rules: RuleSet;
  readonly readOnly: boolean;
  /** Takes the fields of the rule set that change. */
  readonly change: (changes: RuleSetJson) => void;
  readonly say: Say;
}

export function RuleNumbers({ rules, readOnly, change, say }: RuleNumbersProps): JSX.Element {
  const styles = useStyles();
  const attempt = (changes: RuleSetJson | null): boolean => {
    if (changes) change(changes);
    return changes !== null;
  };
  return (
    <div className={styles.numbers}>
      {RULE_NUMBERS.map((id) => (
        <TextSetting
          key={id}
          label={say(`settings.number.${id}`)}
          value={readRuleNumber(rules, id)}
          readOnly={readOnly}
          allowed={allowedIn(id, say)}
          save={(text) => attempt(changeRuleNumber(rules, id, text))}
          {...(NUMBER_LIMITS[id].kind === 'percent' && { unit: say('settings.unit.percent') })}
        />
      ))}
      <Switch
        label={say('settings.satisfaction')}
        checked={rules.satisfactionExpected}
        disabled={readOnly}
        onChange={(_, { checked }) => {
          change({ satisfactionExpected: checked });
        }}
      />
      {RULE_TABLES.map((id) => (
        <TableSetting
          key={id}
          label={say(`settings.table.${id}`)}
          columns={[say(`settings.table.${id}.first`), say(`settings.table.${id}.second`)]}
          rows={readRuleTable(rules, id)}
          readOnly={readOnly}
          allowed={say(`settings.table.${id}.allowed`)}
          save={(rows) => attempt(changeRuleTable(rules, id, rows))}
          say={say}
        />
      ))}
    </div>
  );
}

function allowedIn(id: RuleNumber, say: Say): string {
  if (id === 'firstBand' || id === 'secondBand') return say('settings.allowed.bands');
  const { kind, from, to } = NUMBER_LIMITS[id];
  return say(`settings.allowed.${kind}`, { from: String(from), to: String(to) });
}
