/** Which rule set counts, for a workbook or for a person, and its numbers where a person wants their own. */
import { Dropdown, Field, Option } from '@fluentui/react-components';
import type { JSX } from 'react';
import { editRules, isEdited, resetRules } from '../../app/choices/editRules';
import { resolveRules, type RulesChoice } from '../../app/choices/rulesChoice';
import { MOF_2020, RULE_SETS } from '../../engine/ruleSets/shippedRuleSets';
import type { RuleSet } from '../../engine/ruleSet';
import type { Say } from '../../locales/sentences';
import { Disclosure } from '../Disclosure';
import { RuleNumbers } from './RuleNumbers';
import { TextSetting } from './TextSetting';
import { useSaving } from './useSaving';
import { Button } from '../look/Button';
import { Caption } from '../look/Text';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

/** Options that are no shipped rule set. */
const OPEN = 'open';
const EDITED = 'edited';

const useStyles = makeStyles({
  setting: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  dropdown: { minWidth: 0 },
  list: { minWidth: 0, overflowWrap: 'anywhere' },
  option: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  small: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export interface RulesSettingProps {
  /** What was chosen here; null leaves it open. */
  readonly choice: RulesChoice | null;
  /** What counts while it is open. */
  readonly otherwise: RulesChoice | null;
  /** What it is called to leave it open. */
  readonly openLabel: string;
  readonly save: (choice: RulesChoice | null) => Promise<unknown>;
  readonly say: Say;
}

export function RulesSetting(props: RulesSettingProps): JSX.Element {
  const { otherwise, openLabel, say } = props;
  const styles = useStyles();
  const [choice, change] = useSaving(props.choice, props.save);
  const inForce = choice ?? otherwise ?? { kind: 'shipped', id: MOF_2020.id, changes: {} };
  const resolved = resolveRules(inForce);
  const rules = resolved.ok ? resolved.rules : MOF_2020;
  const isOwn = choice !== null && isEdited(choice);
  const ownLabel = ownNameOf(rules, say);
  const shown = choice === null ? openLabel : isOwn ? ownLabel : nameOf(rules, say);
  return (
    <div className={styles.setting}>
      <Field label={say('settings.rules')} hint={choice === null ? null : rules.source}>
        <Dropdown
          className={styles.dropdown}
          inlinePopup
          listbox={{ className: styles.list }}
          value={shown}
          selectedOptions={[selectedIn(choice)]}
          onOptionSelect={(_, { optionValue }) => {
            if (optionValue === undefined || optionValue === EDITED) return;
            change(optionValue === OPEN ? null : { kind: 'shipped', id: optionValue, changes: {} });
          }}
        >
          <Option value={OPEN}>{openLabel}</Option>
          {isOwn ? <Option value={EDITED}>{ownLabel}</Option> : null}
          {RULE_SETS.map((set) => (
            <Option key={set.id} value={set.id} text={nameOf(set, say)}>
              <span className={styles.option}>
                {nameOf(set, say)}
                <Caption className={styles.small}>{set.source}</Caption>
              </span>
            </Option>
          ))}
        </Dropdown>
      </Field>
      {isOwn && (
        <TextSetting
          label={say('settings.rules.name')}
          value={nameOf(rules, say)}
          isLong
          readOnly={false}
          allowed={say('settings.rules.name.allowed')}
          save={(text) => {
            if (text.trim() !== '') change(editRules(choice, { name: text.trim() }));
            return text.trim() !== '';
          }}
        />
      )}
      <Disclosure label={say('settings.numbers')}>
        <div className={styles.setting}>
          {!isOwn && <Caption className={styles.small}>{say('settings.rules.makeNote')}</Caption>}
          <RuleNumbers
            rules={rules}
            readOnly={!isOwn}
            change={(changes) => {
              change(editRules(inForce, changes));
            }}
            say={say}
          />
        </div>
      </Disclosure>
      <div className={styles.buttons}>
        {isOwn ? (
          choice.kind === 'shipped' && (
            <Button
              onClick={() => {
                change(resetRules(choice));
              }}
            >
              {say('settings.rules.reset')}
            </Button>
          )
        ) : (
          <Button
            onClick={() => {
              const name = say('settings.rules.ownName', { rules: nameOf(rules, say) });
              change(editRules(inForce, { name }));
            }}
          >
            {say('settings.rules.make')}
          </Button>
        )}
      </div>
    </div>
  );
}

function selectedIn(choice: RulesChoice | null): string {
  if (choice === null) return OPEN;
  return choice.kind === 'own' || isEdited(choice) ? EDITED : choice.id;
}

/** Changed numbers show by the name, unless it was left as it was shipped. */
function ownNameOf(rules: RuleSet, say: Say): string {
  const name = nameOf(rules, say);
  const isShipped = RULE_SETS.some((set) => nameOf(set, say) === name);
  return isShipped ? say('settings.rules.edited', { rules: name }) : name;
}

function nameOf(rules: RuleSet, say: Say): string {
  return rules.name[say('language')] ?? rules.id;
}
