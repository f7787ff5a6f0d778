/** The score of a form at a glance: its total as it stands, whether that adds up, its grade, its rule set, and how each part did. */
import { memo, useMemo, type JSX } from 'react';
import type { FormResult } from '../../app/formResult';
import { standingScore, type StandingScore } from '../../app/standingScore';
import type { Say } from '../../locales/sentences';
import { CategoryTable } from './CategoryTable';
import { Caption, Text, Title } from '../look/Text';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  card: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  headline: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
  },
  total: { fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
  /** For what is not one number. */
  text: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  grade: {
    display: 'inline-flex',
    alignItems: 'center',
    alignSelf: 'center',
    boxSizing: 'border-box',
    height: '24px',
    padding: `0 ${tokens.spacingHorizontalSNudge}`,
    border: `1px solid ${tokens.colorBrandForeground1}`,
    borderRadius: tokens.borderRadiusCircular,
    color: tokens.colorBrandForeground1,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase200,
  },
  sentences: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS },
  small: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

export interface ScoreCardProps {
  readonly form: FormResult;
  /** False where the head of the pane tells it. */
  readonly tellsRules: boolean;
  readonly say: Say;
}

export const ScoreCard = memo(function ScoreCard({ form, tellsRules, say }: ScoreCardProps): JSX.Element {
  const standing = useMemo(() => standingScore(form), [form]);
  const styles = useStyles();
  const { weight, grade, lines } = standing;
  return (
    <section className={styles.card}>
      <div className={styles.headline}>
        <Text>{say('score.total')}</Text>
        <Total standing={standing} say={say} />
        {weight && <Text>{say('score.outOf', { weight: weight.toString() })}</Text>}
        {grade !== null && <span className={styles.grade}>{grade}</span>}
      </div>
      <div className={styles.sentences}>
        {remarks(standing, say).map((sentence) => (
          <Text key={sentence}>{sentence}</Text>
        ))}
      </div>
      <div className={styles.sentences}>
        {facts(form, standing, tellsRules, say).map((sentence) => (
          <Caption key={sentence} className={styles.small}>
            {sentence}
          </Caption>
        ))}
      </div>
      {lines.length > 0 && <CategoryTable lines={lines} say={say} />}
    </section>
  );
});

interface TotalProps {
  readonly standing: StandingScore;
  readonly say: Say;
}

function Total({ standing: { total }, say }: TotalProps): JSX.Element {
  const styles = useStyles();
  switch (total.kind) {
    case 'printed':
    case 'added':
      return <Title className={styles.total}>{total.value.toString()}</Title>;
    case 'unreadable':
      return <Text className={styles.text}>{total.text}</Text>;
    case 'none':
      return <Text className={styles.text}>{say('score.none')}</Text>;
  }
}

/** What has to be said about the total. */
function remarks({ total, expected, recalculated }: StandingScore, say: Say): readonly string[] {
  const sentences: string[] = [];
  if (total.kind === 'added' && !total.isBlank) sentences.push(say('score.added'));
  if (total.kind === 'added' && total.isBlank) sentences.push(say('score.blank'));
  if (total.kind === 'unreadable') sentences.push(say('score.unreadable'));
  if (expected) sentences.push(say('score.expected', { expected: expected.toString() }));
  if (recalculated) sentences.push(say('score.recalculated', { total: recalculated.toString() }));
  return sentences;
}

/** How many indicators are completed, and by which rule set. */
function facts(
  form: FormResult,
  { indicators, completed }: StandingScore,
  tellsRules: boolean,
  say: Say,
): readonly string[] {
  const { rules, isGuessed } = form;
  // A summary table is only added up: no rule set has a say in it.
  if (!form.scored) return [];
  const count = { indicators: String(indicators), completed: String(completed ?? '') };
  const counted = say(completed === null ? 'score.indicators' : 'score.completed', count);
  return [
    ...(indicators === 0 ? [] : [counted]),
    ...(tellsRules
      ? [
          say(isGuessed ? 'score.rulesGuessed' : 'score.rules', {
            rules: rules.name[say('language')] ?? rules.id,
          }),
        ]
      : []),
  ];
}
