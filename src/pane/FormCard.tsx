/** One form in the pane: its title, its score, and what was found, each finding a way to its cell. */
import { Badge, Button, makeStyles, Text, Title3, tokens } from '@fluentui/react-components';
import { useMemo, type JSX } from 'react';
import type { FormResult } from '../app/formResult';
import { reportForm } from '../app/report';
import { wordingIn } from '../app/wording';
import type { Severity } from '../engine/finding';
import type { Say } from '../locales/sentences';

const COLOURS = { error: 'danger', warning: 'warning', info: 'informative' } as const satisfies Record<
  Severity,
  string
>;

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalS,
  },
  score: { display: 'flex', alignItems: 'baseline', gap: tokens.spacingHorizontalS },
  findings: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  finding: {
    justifyContent: 'flex-start',
    textAlign: 'left',
    width: '100%',
    fontWeight: tokens.fontWeightRegular,
    gap: tokens.spacingHorizontalS,
    alignItems: 'flex-start',
  },
  badge: { flexShrink: 0 },
});

export interface FormCardProps {
  readonly sheet: string;
  readonly form: FormResult;
  readonly isProtected: boolean;
  readonly goTo: (cell: string) => void;
  readonly say: Say;
}

export function FormCard({ sheet, form, isProtected, goTo, say }: FormCardProps): JSX.Element {
  const styles = useStyles();
  const report = useMemo(() => reportForm(form, wordingIn(say)), [form, say]);
  const { total, findings } = report;
  return (
    <section className={styles.card} aria-label={report.title || say('report.untitled')}>
      <Text weight="semibold">
        {say('report.form', { sheet, title: report.title || say('report.untitled'), range: report.range })}
      </Text>
      <div className={styles.score}>
        <Text>{say('pane.score')}</Text>
        <Title3>{total.score ?? say('pane.noScore')}</Title3>
        {total.weight !== null && <Text>{say('pane.scoreOf', { weight: total.weight })}</Text>}
      </div>
      {isProtected && <Text>{say('pane.protected', { sheet })}</Text>}
      <Text weight="semibold">{say('pane.findings')}</Text>
      {findings.length === 0 ? (
        <Text>{say('report.noFindings')}</Text>
      ) : (
        <ul className={styles.findings}>
          {findings.map(({ code, cell, message }, index) => (
            <li key={`${code} ${cell ?? ''} ${index}`}>
              <Button
                appearance="subtle"
                className={styles.finding}
                disabled={cell === null}
                title={cell === null ? undefined : say('pane.goTo', { cell })}
                onClick={() => {
                  if (cell !== null) goTo(cell);
                }}
              >
                <Badge className={styles.badge} color={COLOURS[form.findings[index]?.severity ?? 'info']}>
                  {say(`pane.severity.${form.findings[index]?.severity ?? 'info'}`)}{' '}
                  {cell ?? say('report.wholeForm')}
                </Badge>
                {message}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
