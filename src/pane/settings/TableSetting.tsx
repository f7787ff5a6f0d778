/** A setting of several rows of two cells: saved when the person leaves the table, presses Enter or removes a row, and only when it is allowed. */
import { Input } from '@fluentui/react-components';
import { useId, useState, type JSX } from 'react';
import type { RuleTableRow } from '../../app/choices/ruleNumbers';
import type { Say } from '../../locales/sentences';
import { Button } from '../look/Button';
import { Caption, Text } from '../look/Text';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  setting: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXXS,
  },
  table: { width: '100%', tableLayout: 'fixed', borderCollapse: 'collapse' },
  header: {
    padding: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'left',
  },
  cell: { padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS} 0 0` },
  removal: { width: '32px', padding: 0 },
  input: { width: '100%', minWidth: 0, fontVariantNumeric: 'tabular-nums' },
  message: { color: tokens.colorStatusDangerForeground1 },
});

export interface TableSettingProps {
  readonly label: string;
  readonly columns: readonly [string, string];
  readonly rows: readonly RuleTableRow[];
  readonly readOnly: boolean;
  /** What may be entered: said when something else was. */
  readonly allowed: string;
  /** False when the rows are not allowed. */
  readonly save: (rows: readonly RuleTableRow[]) => boolean;
  readonly say: Say;
}

export function TableSetting(props: TableSettingProps): JSX.Element {
  const { label, columns, rows, readOnly, allowed, save, say } = props;
  const styles = useStyles();
  const id = useId();
  const [draft, setDraft] = useState<readonly RuleTableRow[] | null>(null);
  const [isRefused, setRefused] = useState(false);
  const shown = draft ?? rows;
  const settle = (entered: readonly RuleTableRow[] | null): void => {
    const isDone = entered === null || save(entered);
    setDraft(isDone ? null : entered);
    setRefused(!isDone);
  };
  return (
    <div
      className={styles.setting}
      role="group"
      aria-labelledby={id}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) settle(draft);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || draft === null) return;
        event.stopPropagation();
        settle(null);
      }}
    >
      <Text id={id}>{label}</Text>
      {shown.length === 0 ? (
        <Caption>{say('settings.table.none')}</Caption>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" className={styles.header}>
                  {column}
                </th>
              ))}
              {!readOnly && <td className={styles.removal} />}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, index) => (
              <tr key={index}>
                {columns.map((column, place) => (
                  <td key={column} className={styles.cell}>
                    <Input
                      size="small"
                      className={styles.input}
                      aria-label={say('settings.table.cell', { row: String(index + 1), column })}
                      aria-invalid={isRefused}
                      readOnly={readOnly}
                      value={place === 0 ? row[0] : row[1]}
                      onChange={(_, { value }) => {
                        setDraft(shown.with(index, place === 0 ? [value, row[1]] : [row[0], value]));
                      }}
                      onKeyDown={({ key }) => {
                        if (key === 'Enter') settle(draft);
                      }}
                    />
                  </td>
                ))}
                {!readOnly && (
                  <td className={styles.removal}>
                    <Button
                      size="small"
                      appearance="subtle"
                      aria-label={say('settings.table.remove', { row: String(index + 1) })}
                      icon={<Cross />}
                      onClick={() => {
                        settle(shown.toSpliced(index, 1));
                      }}
                    />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {isRefused && (
        <Caption as="p" role="alert" className={styles.message}>
          {allowed}
        </Caption>
      )}
      {!readOnly && (
        <Button
          size="small"
          onClick={() => {
            setDraft([...shown, ['', '']]);
          }}
        >
          {say('settings.table.add')}
        </Button>
      )}
    </div>
  );
}

function Cross(): JSX.Element {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <path d="M2 2l8 8M10 2l-8 8" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  );
}
