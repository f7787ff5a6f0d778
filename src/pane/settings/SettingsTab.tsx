/** "设置": how this workbook is calculated, which is kept with it, and what the person prefers in every workbook. */
import { Switch } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { Choices, Defaults } from '../../app/choices/choices';
import { USUAL_OPTIONS } from '../../app/choices/options';
import { resolveRules, type RulesChoice } from '../../app/choices/rulesChoice';
import type { Session } from '../../app/session';
import type { SessionState } from '../../app/sessionState';
import type { Say } from '../../locales/sentences';
import { Disclosure } from '../Disclosure';
import { OptionsSetting } from './OptionsSetting';
import { RulesSetting } from './RulesSetting';
import { Button } from '../look/Button';
import { Caption, Text } from '../look/Text';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  tab: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  small: { color: tokens.colorNeutralForeground2 },
  clear: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start' },
});

/** What a person prefers in every workbook. */
export interface Habits extends Defaults {
  /** Whether the first recalculation of a workbook shows what it would write before it writes. */
  readonly previews: boolean;
}

export interface SettingsTabProps {
  readonly state: SessionState;
  readonly session: Session;
  readonly defaults: Habits;
  readonly changeDefaults: (defaults: Habits) => void;
  readonly say: Say;
}

export function SettingsTab(props: SettingsTabProps): JSX.Element {
  const { state, say } = props;
  const styles = useStyles();
  return (
    <div className={styles.tab}>
      <Disclosure label={say('settings.workbook')} isOpenAtFirst>
        {state.choices ? (
          <OfWorkbook {...props} choices={state.choices} />
        ) : (
          <Text>{say('settings.workbook.unread')}</Text>
        )}
      </Disclosure>
      <Disclosure label={say('settings.person')}>
        <OfPerson {...props} />
      </Disclosure>
    </div>
  );
}

function OfWorkbook({
  state,
  session,
  defaults,
  choices,
  say,
}: SettingsTabProps & { readonly choices: Choices }): JSX.Element {
  const styles = useStyles();
  const guessed = guessIn(state);
  return (
    <div className={styles.section} role="group" aria-label={say('settings.workbook')}>
      <Caption className={styles.small}>{say('settings.workbook.note')}</Caption>
      <RulesSetting
        choice={choices.rulesFrom === 'workbook' ? choices.rules : null}
        otherwise={defaults.rules ?? guessed}
        openLabel={
          nameIn('settings.rules.habit', defaults.rules, say) ??
          nameIn('settings.rules.guessed', guessed, say) ??
          say('settings.rules.guess')
        }
        save={session.chooseRules}
        say={say}
      />
      <OptionsSetting options={choices.options} save={session.changeOptions} say={say} />
      {Object.keys(choices.ownOptions).length > 0 && (
        <div className={styles.clear}>
          <Button
            disabledFocusable={state.running !== null}
            onClick={() => {
              void session.changeOptions(null);
            }}
          >
            {say('settings.options.reset')}
          </Button>
          <Caption className={styles.small}>{say('settings.options.resetNote')}</Caption>
        </div>
      )}
      <div className={styles.clear}>
        <Button
          disabledFocusable={state.running !== null}
          onClick={() => {
            void session.clearMarks();
          }}
        >
          {say('settings.marks.clear')}
        </Button>
        <Caption className={styles.small}>{say('settings.marks.clearNote')}</Caption>
      </div>
    </div>
  );
}

function OfPerson({ defaults, changeDefaults, say }: SettingsTabProps): JSX.Element {
  const styles = useStyles();
  const save = (part: Partial<Habits>): Promise<void> => {
    changeDefaults({ ...defaults, ...part });
    return Promise.resolve();
  };
  return (
    <div className={styles.section} role="group" aria-label={say('settings.person')}>
      <Caption className={styles.small}>{say('settings.person.note')}</Caption>
      <Switch
        label={say('settings.previews')}
        checked={defaults.previews}
        onChange={(_, { checked }) => {
          void save({ previews: checked });
        }}
      />
      <RulesSetting
        choice={defaults.rules}
        otherwise={null}
        openLabel={say('settings.rules.guess')}
        save={(rules) => save({ rules })}
        say={say}
      />
      <OptionsSetting
        options={{ ...USUAL_OPTIONS, ...defaults.options }}
        save={(options) => save({ options: { ...defaults.options, ...options } })}
        say={say}
      />
    </div>
  );
}

/** The rule set that was guessed for the form that the person looks at. */
function guessIn({ current }: SessionState): RulesChoice | null {
  const form = current?.form;
  return form?.isGuessed === true ? { kind: 'shipped', id: form.rules.id, changes: {} } : null;
}

function nameIn(
  key: 'settings.rules.habit' | 'settings.rules.guessed',
  choice: RulesChoice | null,
  say: Say,
): string | null {
  const resolved = choice && resolveRules(choice);
  return resolved?.ok ? say(key, { rules: resolved.rules.name[say('language')] ?? resolved.rules.id }) : null;
}
