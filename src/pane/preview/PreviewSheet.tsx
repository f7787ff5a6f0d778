/** What would be written into one sheet, as a table: cell, from, to. */
import type { JSX } from 'react';
import type { Pending } from '../../app/sessionState';
import type { Say } from '../../locales/sentences';
import { Link } from '../look/Link';
import { Caption, Text } from '../look/Text';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  sheet: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  table: {
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    width: '100%',
    fontSize: tokens.fontSizeBase300,
    fontVariantNumeric: 'tabular-nums',
  },
  cell: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
  head: { color: tokens.colorNeutralForeground2 },
  to: { fontWeight: tokens.fontWeightSemibold },
});

export interface PreviewSheetProps {
  readonly pending: Pending['sheets'][number];
  readonly goTo: (sheet: string, cell: string) => void;
  readonly say: Say;
}

export function PreviewSheet({
  pending: { sheet, writes, locked, marks },
  goTo,
  say,
}: PreviewSheetProps): JSX.Element {
  const styles = useStyles();
  const shown = (text: string): string => (text === '' ? say('report.blank') : text);
  const rows = [
    ...writes.map((write) => ({ ...write, isLocked: false })),
    ...locked.map((cell) => ({ ...cell, isLocked: true })),
  ];
  return (
    <section className={styles.sheet} aria-label={sheet}>
      <Text weight="semibold">{sheet}</Text>
      {rows.length > 0 && (
        <table className={styles.table}>
          <thead className={styles.head}>
            <tr>
              <th className={styles.cell}>{say('preview.cell')}</th>
              <th className={styles.cell}>{say('preview.from')}</th>
              <th className={styles.cell}>{say('preview.to')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ cell, from, to, isLocked }) => (
              <tr key={cell}>
                <td className={styles.cell}>
                  <Link
                    onClick={() => {
                      goTo(sheet, cell);
                    }}
                  >
                    {cell}
                  </Link>
                </td>
                <td className={styles.cell}>{shown(from)}</td>
                <td className={styles.cell}>
                  <span className={styles.to}>{shown(to)}</span>
                  {isLocked && <div>{say('preview.locked')}</div>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Caption>{say('preview.marks', { count: String(marks) })}</Caption>
    </section>
  );
}
