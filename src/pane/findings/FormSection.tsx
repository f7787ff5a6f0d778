/** One form in the list: its score, and its findings in groups, the worst first. */
import { memo, Suspense, useMemo, type JSX } from 'react';
import type { Say } from '../../locales/sentences';
import { ScoreCard } from '../score/ScoreCard';
import type { FindingDeeds } from './findingDeeds';
import { FindingItem } from './FindingItem';
import { groupFindings, type ListedForm } from './listFindings';
import { IgnoredList } from '../parts';
import { Text } from '../look/Text';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  title: { margin: 0, overflowWrap: 'anywhere' },
  group: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    margin: 0,
    padding: `${tokens.spacingVerticalXXS} 0`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** What all findings of the list share. */
export interface ListProps {
  readonly active: string | null;
  readonly tabStop: string | null;
  readonly isRunning: boolean;
  readonly setActive: (id: string) => void;
  readonly deeds: FindingDeeds;
  readonly say: Say;
}

export interface FormSectionProps extends ListProps, ListedForm {
  readonly sheet: string;
  /** Whether its title and score are told here. */
  readonly isTitled: boolean;
}

export const FormSection = memo(function FormSection({
  sheet,
  form,
  isTitled,
  listed,
  active,
  tabStop,
  isRunning,
  setActive,
  deeds,
  say,
}: FormSectionProps): JSX.Element {
  const styles = useStyles();
  const groups = useMemo(() => groupFindings(listed), [listed]);
  const Heading = isTitled ? 'h3' : 'h2';
  const title = form.facts.title === '' ? say('report.untitled') : form.facts.title;
  return (
    <section className={styles.form} aria-label={title}>
      {isTitled && (
        <>
          <Text as="h2" weight="semibold" className={styles.title}>
            {say('findings.form', { title, range: form.facts.range })}
          </Text>
          <ScoreCard form={form} tellsRules say={say} />
        </>
      )}
      {listed.length === 0 && (
        <Text className={styles.quiet}>
          {say(form.findings.length === 0 ? 'findings.none' : 'findings.filtered')}
        </Text>
      )}
      {groups.map(({ severity, findings }) => {
        const name = say('findings.group', {
          severity: say(`pane.severity.${severity}`),
          count: String(findings.length),
        });
        return (
          <div key={severity}>
            <Heading className={styles.group}>{name}</Heading>
            <ul className={styles.list} aria-label={name}>
              {findings.map((one) => (
                <FindingItem
                  key={one.id}
                  listed={one}
                  isActive={one.id === active}
                  isTabStop={one.id === tabStop}
                  isRunning={isRunning}
                  setActive={setActive}
                  deeds={deeds}
                  say={say}
                />
              ))}
            </ul>
          </div>
        );
      })}
      {form.ignored.length > 0 && (
        <Suspense fallback={null}>
          <IgnoredList sheet={sheet} ignored={form.ignored} isRunning={isRunning} deeds={deeds} say={say} />
        </Suspense>
      )}
    </section>
  );
});
