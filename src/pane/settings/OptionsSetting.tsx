/** How a recalculation works: what becomes of typed scores, and whether rows are highlighted. */
import { Field, Radio, RadioGroup, Switch } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { Options } from '../../app/choices/options';
import type { Say } from '../../locales/sentences';
import { useSaving } from './useSaving';
import { Text } from '../look/Text';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  warning: {
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `${tokens.strokeWidthThicker} solid ${tokens.colorStatusWarningBorderActive}`,
    overflowWrap: 'anywhere',
  },
});

export interface OptionsSettingProps {
  readonly options: Options;
  readonly save: (options: Partial<Options>) => Promise<unknown>;
  readonly say: Say;
}

export function OptionsSetting({ options, save, say }: OptionsSettingProps): JSX.Element {
  const styles = useStyles();
  const [typedScores, keepTyped] = useSaving(options.typedScores, (value) => save({ typedScores: value }));
  const [marks, showMarks] = useSaving(options.marks, (value) => save({ marks: value }));
  return (
    <>
      <Field label={say('settings.typed')}>
        <RadioGroup
          value={typedScores}
          onChange={(_, { value }) => {
            keepTyped(value === 'overwrite' ? 'overwrite' : 'keep');
          }}
        >
          <Radio value="keep" label={say('settings.typed.keep')} />
          <Radio value="overwrite" label={say('settings.typed.overwrite')} />
        </RadioGroup>
      </Field>
      {typedScores === 'overwrite' && (
        <Text role="note" className={styles.warning}>
          {say('settings.typed.warning')}
        </Text>
      )}
      <Switch
        label={say('settings.marks')}
        checked={marks}
        onChange={(_, { checked }) => {
          showMarks(checked);
        }}
      />
    </>
  );
}
