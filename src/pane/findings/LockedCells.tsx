/** Cells that are locked, with the value that the person is to type in. */
import { memo, type JSX } from 'react';
import type { LockedOnSheet } from '../../app/sessionState';
import type { Say } from '../../locales/sentences';
import { Link } from '../look/Link';
import { Text } from '../look/Text';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  locked: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  table: { borderCollapse: 'collapse', width: '100%', fontVariantNumeric: 'tabular-nums' },
  cell: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
});

export interface LockedCellsProps {
  readonly locked: readonly LockedOnSheet[];
  readonly goTo: (sheet: string, cell: string) => void;
  readonly say: Say;
}

export const LockedCells = memo(function LockedCells({ locked, goTo, say }: LockedCellsProps): JSX.Element {
  const styles = useStyles();
  return (
    <section className={styles.locked} aria-label={say('findings.locked')}>
      <Text weight="semibold">{say('findings.locked')}</Text>
      <table className={styles.table}>
        <thead>
          <tr>
            <th className={styles.cell}>{say('preview.cell')}</th>
            <th className={styles.cell}>{say('preview.from')}</th>
            <th className={styles.cell}>{say('findings.locked.type')}</th>
          </tr>
        </thead>
        <tbody>
          {locked.map(({ sheet, cell, from, to }) => (
            <tr key={`${sheet} ${cell}`}>
              <td className={styles.cell}>
                <Link
                  onClick={() => {
                    goTo(sheet, cell);
                  }}
                >
                  {say('findings.locked.cell', { sheet, cell })}
                </Link>
              </td>
              <td className={styles.cell}>{from === '' ? say('report.blank') : from}</td>
              <td className={styles.cell}>{to}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
});
