/** The forms of a workbook as a table that can be sorted by each of its columns; where there is little room, a list. */
import { memo, useRef, useState, type JSX, type KeyboardEvent } from 'react';
import type { OverviewRow } from '../../app/overview';
import type { Say } from '../../locales/sentences';
import type { FindingDeeds } from '../findings/findingDeeds';
import { NARROW } from './narrow';
import { OverviewLine } from './OverviewLine';
import { SORT_COLUMNS, type SortColumn, type Sorting } from './sortOverview';
import { makeStyles, mergeClasses } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  table: {
    width: '100%',
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
    [NARROW]: { display: 'block' },
  },
  block: { [NARROW]: { display: 'block' } },
  headers: { [NARROW]: { display: 'flex', flexWrap: 'wrap' } },
  header: { padding: 0, fontWeight: tokens.fontWeightRegular, textAlign: 'right', verticalAlign: 'bottom' },
  name: { textAlign: 'left' },
  score: { width: '4.2em' },
  grade: { width: '2.6em' },
  completed: { width: '4.2em' },
  errors: { width: '3em' },
  warnings: { width: '3em' },
  free: { [NARROW]: { width: 'auto' } },
  button: {
    minWidth: '24px',
    minHeight: '24px',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXXS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorTransparentBackground,
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-1px' },
  },
  sorted: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
});

const STEPS: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowDown: (index, count) => Math.min(index + 1, count - 1),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};

export interface OverviewTableProps {
  readonly rows: readonly OverviewRow[];
  readonly sorting: Sorting | null;
  readonly sort: (column: SortColumn) => void;
  readonly activeSheet: string | null;
  readonly goTo: FindingDeeds['goTo'];
  readonly say: Say;
}

export const OverviewTable = memo(function OverviewTable({
  rows,
  sorting,
  sort,
  activeSheet,
  goTo,
  say,
}: OverviewTableProps): JSX.Element {
  const styles = useStyles();
  const body = useRef<HTMLTableSectionElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const ids = rows.map(idOf);
  // The lines are one stop for the Tab key; arrows move among them.
  const stop = chosen !== null && ids.includes(chosen) ? chosen : ids[0];
  const move = (event: KeyboardEvent): void => {
    const buttons = [...(body.current?.querySelectorAll<HTMLElement>('button[data-form]') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const step = STEPS[event.key];
    if (!step || at < 0) return;
    event.preventDefault();
    buttons[step(at, buttons.length)]?.focus();
  };
  return (
    <table className={styles.table} aria-label={say('overview.table')}>
      <thead className={styles.block}>
        <tr className={styles.headers}>
          {SORT_COLUMNS.map((column) => {
            const direction = sorting?.column === column ? sorting.direction : 'none';
            return (
              <th
                key={column}
                scope="col"
                aria-sort={direction}
                className={mergeClasses(styles.header, styles[column], styles.free)}
              >
                <button
                  type="button"
                  className={mergeClasses(styles.button, direction !== 'none' && styles.sorted)}
                  onClick={() => {
                    sort(column);
                  }}
                >
                  {say(`overview.column.${column}`)}
                  {direction !== 'none' && (
                    <span aria-hidden="true">{say(`overview.sorted.${direction}`)}</span>
                  )}
                </button>
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody ref={body} className={styles.block} onKeyDown={move}>
        {rows.map((row, index) => {
          const id = ids[index] ?? '';
          return (
            <OverviewLine
              key={id}
              id={id}
              row={row}
              isHere={row.sheet === activeSheet}
              isTabStop={id === stop}
              setChosen={setChosen}
              goTo={goTo}
              say={say}
            />
          );
        })}
      </tbody>
    </table>
  );
});

/** Two forms never begin in the same cell. */
function idOf({ sheet, cell }: OverviewRow): string {
  return `${sheet}!${cell}`;
}
