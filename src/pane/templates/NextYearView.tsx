/** Turns the form in sight into that of the next year: what will be emptied and changed is told before the new sheet is made. */
import { Radio, RadioGroup, Spinner } from '@fluentui/react-components';
import { useEffect, useState, type JSX } from 'react';
import type { NextYearDraft } from '../../app/nextYear';
import type { TaskProps } from '../tasks/taskProps';
import { NextYearPlanView } from './NextYearPlanView';
import { Button } from '../look/Button';
import { Text } from '../look/Text';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  make: { alignSelf: 'flex-start' },
});

const TARGETS = ['keep', 'clear'] as const;
type Targets = (typeof TARGETS)[number];

/** The sheet in sight is followed, unless there is no form on it. */
export function NextYearView(props: TaskProps<'nextYear'>): JSX.Element {
  const { state, say } = props;
  const { current } = state;
  if (state.sheets === null) return <Spinner size="tiny" label={say('pane.loading')} />;
  if (!current?.form) return <Text>{say('nextYear.noSheet')}</Text>;
  return <SheetOfNextYear {...props} sheet={current.sheet.sheet} />;
}

function SheetOfNextYear({
  sheet,
  session,
  state,
  goTo,
  close,
  say,
}: TaskProps<'nextYear'> & { readonly sheet: string }): JSX.Element {
  const styles = useStyles();
  const [targets, setTargets] = useState<Targets>('keep');
  const [draft, setDraft] = useState<NextYearDraft | null | 'loading'>('loading');
  useEffect(() => {
    let isWanted = true;
    void session.draftNextYear(sheet, { clearsTargets: targets === 'clear' }).then((found) => {
      if (isWanted) setDraft(found);
    });
    return () => {
      isWanted = false;
    };
  }, [session, sheet, targets, state.checkedAt]);
  const make = async (): Promise<void> => {
    const { failure } = await session.nextYear(sheet, { clearsTargets: targets === 'clear' });
    if (failure) return;
    close();
    await session.refresh();
  };
  return (
    <div className={styles.view}>
      <Text>{say('nextYear.about', { sheet })}</Text>
      <RadioGroup
        aria-label={say('nextYear.targets')}
        value={targets}
        onChange={(_, { value }) => {
          setTargets(TARGETS.find((one) => one === value) ?? 'keep');
        }}
      >
        <Radio value="keep" label={say('nextYear.targets.keep')} />
        <Radio value="clear" label={say('nextYear.targets.clear')} />
      </RadioGroup>
      <Button
        className={styles.make}
        appearance="primary"
        disabledFocusable={state.running !== null}
        onClick={() => {
          if (state.running === null) void make();
        }}
      >
        {say('nextYear.make')}
      </Button>
      {draft === 'loading' ? (
        <Spinner size="tiny" label={say('pane.loading')} />
      ) : draft?.kind === 'planned' ? (
        <NextYearPlanView sheet={sheet} plan={draft.plan} goTo={goTo} say={say} />
      ) : (
        <Text>{say(draft === null ? 'nextYear.unread' : 'nextYear.noForm', { sheet })}</Text>
      )}
    </div>
  );
}
