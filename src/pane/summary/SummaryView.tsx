/** The summary of a form: which form, which table, the whole text to read, and what to do with it. */
import { Field, Radio, RadioGroup, Select } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState, type JSX } from 'react';
import { done } from '../../app/problem';
import type { SessionState } from '../../app/sessionState';
import {
  countErrors,
  formsToSummarise,
  summarise,
  type FormPlace,
  type FormToSummarise,
} from '../../app/summarise';
import { TABLE_STYLES, type TableStyle } from '../../app/summary/scoreTable';
import { sayProblem } from '../../app/sayFailure';
import { countBlanks } from '../../form/summary/textDocument';
import type { Say } from '../../locales/sentences';
import type { TaskProps } from '../tasks/taskProps';
import { DocumentPreview } from './DocumentPreview';
import { PaperButtons } from './PaperButtons';
import { Button } from '../look/Button';
import { Text } from '../look/Text';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  // A long title is cut off, and the pane keeps its width.
  select: { minWidth: 0, '> select': { minWidth: 0, width: '100%', textOverflow: 'ellipsis' } },
  read: { alignSelf: 'flex-start' },
  warning: {
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `${tokens.strokeWidthThicker} solid ${tokens.colorStatusWarningBorderActive}`,
  },
});

const NO_FORMS: readonly FormToSummarise[] = [];

export function SummaryView({ session, state, say }: TaskProps<'summary'>): JSX.Element {
  const styles = useStyles();
  const paper = useRef<HTMLElement>(null);
  const [place, setPlace] = useState<FormPlace | null>(null);
  const [style, setStyle] = useState<TableStyle>('goals');
  const { sheets } = state;
  const isRead = sheets !== null;
  useEffect(() => {
    if (!isRead) void session.refresh();
  }, [isRead, session]);

  const forms = useMemo(() => (sheets ? formsToSummarise(sheets) : NO_FORMS), [sheets]);
  const chosen = forms.find((form) => isSame(form, place)) ?? lookedAt(forms, state) ?? forms[0];
  const made = useMemo(
    () => (sheets && chosen ? summarise(sheets, chosen, style) : null),
    [sheets, chosen, style],
  );
  if (!chosen || !made) {
    return (
      <div className={styles.view}>
        <Text>{say(isRead ? 'summary.none' : 'summary.notRead')}</Text>
        <Button
          className={styles.read}
          disabledFocusable={state.running !== null}
          onClick={() => void session.run('check')}
        >
          {say('pane.check')}
        </Button>
      </div>
    );
  }
  const write = async (): Promise<void> => {
    // The person will look at the new sheet, and still at this form here.
    setPlace(chosen);
    const { failure } = await session.addReport('summary', (found) => {
      const drawn = summarise(found.sheets, chosen, style);
      return drawn.ok ? done(drawn.result.drawing) : drawn;
    });
    if (!failure) await session.refresh();
  };
  return (
    <div className={styles.view}>
      <Field label={say('summary.form')}>
        <Select
          className={styles.select}
          value={String(forms.indexOf(chosen))}
          onChange={(_, { value }) => {
            setPlace(forms[Number(value)] ?? null);
          }}
        >
          {forms.map((form, index) => (
            <option key={index} value={String(index)}>
              {nameOf(form, say)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={say('summary.table')}>
        <RadioGroup
          value={style}
          onChange={(_, { value }) => {
            setStyle(TABLE_STYLES.find((known) => known === value) ?? 'goals');
          }}
        >
          <Radio value="goals" label={say('summary.table.goals')} />
          <Radio value="levels" label={say('summary.table.levels')} />
        </RadioGroup>
      </Field>
      {made.ok ? (
        <>
          <Advice errors={countErrors([chosen.form])} blanks={countBlanks(made.result.document)} say={say} />
          <PaperButtons
            paper={made.result.document}
            shown={paper}
            isRunning={state.running !== null}
            write={() => void write()}
            say={say}
          />
          {made.result.document.parts.map((part, index) => (
            <DocumentPreview key={index} part={part} label={say('summary.preview')} paper={paper} />
          ))}
        </>
      ) : (
        <Text role="alert" className={styles.warning}>
          {sayProblem(made.problem, say)}
        </Text>
      )}
    </div>
  );
}

function isSame(form: FormToSummarise, place: FormPlace | null): boolean {
  return form.sheet === place?.sheet && form.index === place.index;
}

/** The form that the person looks at in Excel. */
function lookedAt(forms: readonly FormToSummarise[], { current }: SessionState): FormToSummarise | undefined {
  return forms.find(({ form }) => form === current?.form);
}

/** The sheet, and what the form on it is about. */
function nameOf({ sheet, form: { facts } }: FormToSummarise, say: Say): string {
  const project = facts.kind === 'summary-table' ? null : facts.projectName;
  const title = (project ?? facts.title).replace(/\s+/g, ' ').trim();
  return title === '' ? sheet : say('summary.formOnSheet', { sheet, title });
}

/** What is still to be done before the summary can be handed in. */
function Advice({
  errors,
  blanks,
  say,
}: {
  readonly errors: number;
  readonly blanks: number;
  readonly say: Say;
}): JSX.Element {
  const styles = useStyles();
  return (
    <>
      {errors > 0 && (
        <Text role="note" className={styles.warning}>
          {say('summary.errors', { errors: String(errors) })}
        </Text>
      )}
      <Text>{say('summary.blanks', { blanks: String(blanks) })}</Text>
    </>
  );
}
