/** Why no form was found on a sheet: which header words stand where and which are missing, with a way to name a column. */
import type { JSX } from 'react';
import type { Diagnosis } from '../../form/recognise';
import type { IndicatorRole } from '../../form/words';
import type { Say } from '../../locales/sentences';
import { NameColumn } from './NameColumn';
import { Link } from '../look/Link';
import { Text } from '../look/Text';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  card: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, overflowWrap: 'anywhere' },
});

export interface DiagnosisCardProps {
  readonly sheet: string;
  readonly diagnosis: Diagnosis;
  readonly isRunning: boolean;
  readonly goTo: (sheet: string, cell: string) => void;
  readonly nameHeader: (header: string, role: IndicatorRole) => void;
  readonly say: Say;
}

export function DiagnosisCard({
  sheet,
  diagnosis: { found, missing, unknown },
  isRunning,
  goTo,
  nameHeader,
  say,
}: DiagnosisCardProps): JSX.Element {
  const styles = useStyles();
  return (
    <section className={styles.card} aria-label={say('diagnosis.title', { sheet })}>
      <Text weight="semibold">{say('diagnosis.title', { sheet })}</Text>
      {found.length === 0 ? (
        <Text>{say('diagnosis.nothing')}</Text>
      ) : (
        <>
          <Text>{say('diagnosis.found')}</Text>
          <ul className={styles.list}>
            {found.map(({ text, cell }) => (
              <li key={cell}>
                {text}{' '}
                <Link
                  onClick={() => {
                    goTo(sheet, cell);
                  }}
                >
                  {cell}
                </Link>
              </li>
            ))}
          </ul>
          {missing.length > 0 && (
            <Text>
              {say('diagnosis.missing', {
                roles: missing.map((role) => sayRole(role, say)).join(say('list.comma')),
              })}
            </Text>
          )}
          <NameColumn
            words={[...new Set(unknown.map(({ text }) => text.trim()))]}
            isRunning={isRunning}
            nameHeader={nameHeader}
            say={say}
          />
        </>
      )}
    </section>
  );
}

/** What a role is called on the form. */
function sayRole(role: string, say: Say): string {
  const key = `role.${role}`;
  return say.has(key) ? say(key) : role;
}
