/** What the columns of a form are: those whose header is not known can be named, and the names that a person gave can be taken back. */
import { Dropdown, Field, Option } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { TextCell } from '../../engine/facts';
import type { HeaderNames } from '../../form/headerNames';
import type { IndicatorRole } from '../../form/words';
import type { Say } from '../../locales/sentences';
import { NAMEABLE_ROLES } from './roles';
import { Button } from '../look/Button';
import { Link } from '../look/Link';
import { Text } from '../look/Text';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalXS} 0`,
    overflowWrap: 'anywhere',
  },
  roles: { minWidth: 0 },
  named: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

export interface ColumnNamesProps {
  readonly sheet: string;
  readonly unknown: readonly TextCell[];
  readonly names: HeaderNames;
  readonly isRunning: boolean;
  readonly goTo: (sheet: string, cell: string) => void;
  readonly nameHeader: (header: string, role: IndicatorRole | null) => void;
  readonly say: Say;
}

export function ColumnNames({
  sheet,
  unknown,
  names,
  isRunning,
  goTo,
  nameHeader,
  say,
}: ColumnNamesProps): JSX.Element {
  const styles = useStyles();
  return (
    <div className={styles.list}>
      {unknown.map(({ cell, text }) => (
        <div key={cell}>
          <Field
            label={
              <>
                {say('diagnosis.column', { header: text })}{' '}
                <Link
                  onClick={() => {
                    goTo(sheet, cell);
                  }}
                >
                  {cell}
                </Link>
              </>
            }
          >
            <Dropdown
              className={styles.roles}
              inlinePopup
              aria-label={say('diagnosis.column', { header: text })}
              disabled={isRunning}
              placeholder={say('diagnosis.unread')}
              selectedOptions={[]}
              onOptionSelect={(_, { optionValue }) => {
                const role = NAMEABLE_ROLES.find((known) => known === optionValue);
                if (role) nameHeader(text, role);
              }}
            >
              {NAMEABLE_ROLES.map((known) => (
                <Option key={known} value={known}>
                  {say(`role.${known}`)}
                </Option>
              ))}
            </Dropdown>
          </Field>
        </div>
      ))}
      {[...names].map(([header, role]) => (
        <div key={header} className={styles.named}>
          <Text>{say('diagnosis.named', { header, role: say(`role.${role}`) })}</Text>
          <Button
            size="small"
            disabledFocusable={isRunning}
            onClick={() => {
              nameHeader(header, null);
            }}
          >
            {say('diagnosis.unname')}
          </Button>
        </div>
      ))}
    </div>
  );
}
