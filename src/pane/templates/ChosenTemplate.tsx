/** The template that was chosen: its picture as it will be inserted, its questions, and the button that inserts it. */
import { useDeferredValue, useEffect, useMemo, useRef, useState, type JSX } from 'react';
import type { Session } from '../../app/session';
import type { SessionState } from '../../app/sessionState';
import { Decimal } from '../../engine/decimal';
import { findRuleSet } from '../../engine/ruleSets/shippedRuleSets';
import { drawTemplate } from '../../form/templates/drawTemplate';
import type { Template } from '../../form/templates/template';
import { executionPoints } from '../../form/templates/wording';
import type { Say } from '../../locales/sentences';
import { answersOf, faultsIn, questionsOf, startDraft, type Draft } from './answers';
import { Questions } from './Questions';
import { SheetPicture } from './SheetPicture';
import { Button } from '../look/Button';
import { Caption, Text } from '../look/Text';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  chosen: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  head: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXS,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, ':focus-visible': { outlineStyle: 'none' } },
  figure: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, margin: 0 },
  picture: {
    width: '100%',
    maxWidth: '460px',
    height: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  small: { color: tokens.colorNeutralForeground2 },
  form: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    gap: tokens.spacingVerticalM,
  },
  insert: { alignSelf: 'flex-start' },
});

export interface ChosenTemplateProps {
  readonly template: Template;
  readonly session: Session;
  readonly state: SessionState;
  /** What was answered before; null the first time. */
  readonly kept: Draft | null;
  readonly keep: (draft: Draft) => void;
  /** True when the person came from the gallery: then reading goes on here. */
  readonly takesFocus: boolean;
  /** Back to the gallery. */
  readonly leave: () => void;
  readonly close: () => void;
  readonly say: Say;
}

export function ChosenTemplate(props: ChosenTemplateProps): JSX.Element {
  const { template, session, state, kept, keep, takesFocus, leave, close, say } = props;
  const styles = useStyles();
  const title = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<Partial<Draft>>({});
  // The form in sight may be read only after the questions are shown.
  const draft = useMemo(
    () => ({ ...startDraft(template, state.current?.form ?? null, kept, new Date()), ...typed }),
    [template, state.current?.form, kept, typed],
  );
  const [isTried, setTried] = useState(false);
  useEffect(() => {
    if (takesFocus) title.current?.focus();
  }, [takesFocus]);
  const faults = faultsIn(draft, template);
  const insert = async (): Promise<void> => {
    const answers = answersOf(draft, template);
    setTried(true);
    if (!answers) {
      form.current?.querySelector<HTMLInputElement>(`[name="${faults[0] ?? ''}"]`)?.focus();
      return;
    }
    if (state.running !== null) return;
    keep(draft);
    const { failure } = await session.addSheet('insert', drawTemplate(template, answers));
    if (failure) return;
    close();
    await session.refresh();
  };
  const language = say('language');
  return (
    <div className={styles.chosen}>
      <div className={styles.head}>
        <h3 ref={title} tabIndex={-1} className={styles.title}>
          {template.name[language]}
        </h3>
        {template.source !== null && (
          <Caption className={styles.small}>{say('templates.source', { source: template.source })}</Caption>
        )}
        <Text>{template.use[language]}</Text>
        <Button size="small" onClick={leave}>
          {say('templates.others')}
        </Button>
      </div>
      <form
        ref={form}
        noValidate
        className={styles.form}
        aria-label={say('templates.questions')}
        onSubmit={(event) => {
          event.preventDefault();
          void insert();
        }}
      >
        <Questions
          questions={questionsOf(template)}
          draft={draft}
          faults={faults}
          isTried={isTried}
          change={(question, answer) => {
            setTyped((before) => ({ ...before, [question]: answer }));
          }}
          say={say}
        />
        <Caption className={styles.small}>{saySplit(template, say)}</Caption>
        <Button
          className={styles.insert}
          type="submit"
          appearance="primary"
          disabledFocusable={state.running !== null}
        >
          {say('templates.insert')}
        </Button>
      </form>
      <Preview template={template} draft={draft} say={say} />
    </div>
  );
}

/** While an answer is not allowed, the picture stays as it was. */
function Preview({
  template,
  draft,
  say,
}: Pick<ChosenTemplateProps, 'template' | 'say'> & { readonly draft: Draft }): JSX.Element {
  const styles = useStyles();
  const asked = useMemo(() => answersOf(draft, template), [draft, template]);
  const answers = useDeferredValue(asked);
  const drawn = useMemo(() => answers && drawTemplate(template, answers), [template, answers]);
  const [last, setLast] = useState(drawn);
  if (drawn && drawn !== last) setLast(drawn);
  const drawing = drawn ?? last;
  return (
    <figure className={styles.figure}>
      {drawing && (
        <>
          <figcaption>
            <Caption className={styles.small}>
              {say(drawing.print.isLandscape ? 'templates.picture.landscape' : 'templates.picture.portrait', {
                rows: String(drawing.rowHeights.length),
                columns: String(drawing.columnWidths.length),
              })}
            </Caption>
          </figcaption>
          <SheetPicture drawing={drawing} shows="all" className={styles.picture} />
        </>
      )}
    </figure>
  );
}

/** How the 100 points are shared. */
function saySplit({ rules, hasGoals }: Template, say: Say): string {
  const found = findRuleSet(rules);
  if (!found) return '';
  const execution = executionPoints(found);
  return say(hasGoals ? 'templates.split.goals' : 'templates.split', {
    execution: execution.toFixed(),
    rest: new Decimal(100).minus(execution).toFixed(),
  });
}
