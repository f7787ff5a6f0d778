/** The questions of a template. What is wrong is said at its field once that was left, and when the form is to be inserted. */
import { Field, Input } from '@fluentui/react-components';
import { useState, type JSX } from 'react';
import { ANSWER_LIMITS } from '../../form/templates/template';
import type { Say, SentenceKey } from '../../locales/sentences';
import { isCounted, type Draft, type Question } from './answers';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  questions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  long: { flexBasis: '100%' },
  text: { width: '100%', minWidth: 0 },
  count: { width: '7em', minWidth: 0, fontVariantNumeric: 'tabular-nums' },
});

const LABELS: Readonly<Record<Question, SentenceKey>> = {
  year: 'templates.year',
  unit: 'templates.unit',
  project: 'templates.project',
  goals: 'templates.goals',
  rows: 'templates.rows',
};

/** Longer names are no names. */
const LONGEST = 100;

export interface QuestionsProps {
  readonly questions: readonly Question[];
  readonly draft: Draft;
  readonly faults: readonly Question[];
  /** True once the form was to be inserted: then every fault is told. */
  readonly isTried: boolean;
  readonly change: (question: Question, answer: string) => void;
  readonly say: Say;
}

export function Questions({ questions, draft, faults, isTried, change, say }: QuestionsProps): JSX.Element {
  const styles = useStyles();
  const [left, setLeft] = useState<readonly Question[]>([]);
  return (
    <div className={styles.questions}>
      {questions.map((question) => {
        const isFault = faults.includes(question) && (isTried || left.includes(question));
        const limits = isCounted(question) ? ANSWER_LIMITS[question] : null;
        const range = limits && { from: String(limits.from), to: String(limits.to) };
        return (
          <Field
            key={question}
            className={range ? '' : styles.long}
            label={say(LABELS[question])}
            hint={range && !isFault ? say('templates.range', range) : null}
            required={range !== null}
            validationState={isFault ? 'error' : 'none'}
            validationMessage={range && isFault ? say('templates.limits', range) : null}
          >
            <Input
              className={range ? styles.count : styles.text}
              name={question}
              placeholder={range ? '' : say('templates.optional')}
              inputMode={range ? 'numeric' : 'text'}
              maxLength={LONGEST}
              value={draft[question]}
              onChange={(_, { value }) => {
                change(question, value);
              }}
              onFocus={({ target }) => {
                // A number is replaced, not added to; Office.js moves the focus without selecting.
                if (range) target.select();
              }}
              onBlur={() => {
                setLeft((before) => [...before, question]);
              }}
            />
          </Field>
        );
      })}
    </div>
  );
}
