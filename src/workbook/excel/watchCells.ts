/**
 * Looks at what a batch is about to replace, in the same batch and just before it does: where guards cannot tell, since a cell holds something
 * already, what stood there is known afterwards and can be put back.
 */
import { cellName, parseCellName, rangeName } from '../../form/address';
import type { Grid, GridCell } from '../../form/grid';
import { from1904 } from './dates1904';
import { contentOf, type CellContent } from './gridOfRange';
import type { ReadSheet } from './readSheets';
import { writtenCells, type ValueRun } from './valueRuns';

/** A cell that held something else than what was read, as Excel gives it. */
export interface EditedCell extends CellContent {
  readonly cell: string;
  /** Its number format. */
  readonly format: string;
}

/** The sheet as it was read. */
type WatchedSheet = Pick<ReadSheet, 'snapshot' | 'isFrom1904'>;

/** So many labels are looked at: more could make the answer too large. */
const MOST_LABELS = 5_000;

/** The cells of a run in Excel. */
export interface PlacedRun {
  readonly run: ValueRun;
  readonly cells: Excel.Range;
}

/**
 * To be called before the runs are written.
 * @param runs those whose cells are to be looked at
 * @returns what tells, once the batch was answered, which cells were not as in the grid
 */
export function watchCells(read: WatchedSheet, runs: readonly PlacedRun[]): () => readonly EditedCell[] {
  for (const { cells } of runs) cells.load('values,formulas,numberFormat');
  return () => runs.flatMap((placed) => editedIn(read, placed));
}

/**
 * As `watchCells`, for the labels in the rows of all runs: they tell whether rows have moved.
 * @returns what tells which labels were not as in the grid
 */
export function watchLabels(
  sheet: Excel.Worksheet,
  { snapshot: { grid } }: WatchedSheet,
  runs: readonly ValueRun[],
): () => readonly string[] {
  const rows = runs.flatMap(({ range }) => range.split(':').flatMap((cell) => parseCellName(cell) ?? []));
  if (rows.length === 0) return () => [];
  const top = Math.min(...rows.map(({ row }) => row));
  const bottom = Math.min(Math.max(...rows.map(({ row }) => row)), top + MOST_LABELS - 1);
  const column = labelColumn(grid, top, bottom, new Set(rows.map((cell) => cell.column)));
  if (column === null) return () => [];
  const labels = sheet.getRange(rangeName(top, column, bottom, column));
  labels.load('formulas');
  return () =>
    labels.formulas.flatMap(([found]: unknown[], index) => {
      const expected = enteredIn(grid.rows[top + index]?.[column]);
      return expected === null || found === expected ? [] : [cellName(top + index, column)];
    });
}

/** What Excel gives for a cell in `formulas`; null for a number or a logical value, which tells little. */
function enteredIn(cell: GridCell | undefined): string | null {
  const [value, formula] = [cell?.value ?? '', cell?.formula ?? null];
  if (formula !== null) return `=${formula}`;
  return typeof value === 'string' ? value : null;
}

function editedIn(
  { snapshot: { grid }, isFrom1904 }: WatchedSheet,
  { run, cells: { values, formulas, numberFormat } }: PlacedRun,
): readonly EditedCell[] {
  const written = writtenCells(run);
  const top = written[0]?.row ?? 0;
  return written.flatMap(({ row, column }): readonly EditedCell[] => {
    const at = row - top;
    const content = contentOf(values[at]?.[0], formulas[at]?.[0]);
    const format = String(numberFormat[at]?.[0] ?? 'General');
    const found = { ...content, format, text: '', writable: true };
    if (isSameContent(grid.rows[row]?.[column], isFrom1904 ? from1904(found) : found)) return [];
    return [{ cell: cellName(row, column), ...content, format }];
  });
}

/** True when a cell holds the same; what a formula gives may change at any time. */
export function isSameContent(
  one: GridCell | CellContent | undefined,
  other: CellContent | undefined,
): boolean {
  const [before, now] = [one?.formula ?? null, other?.formula ?? null];
  return before === now && (now !== null || (one?.value ?? null) === (other?.value ?? null));
}

/** The column with the most different texts in these rows; null without any. */
function labelColumn(grid: Grid, top: number, bottom: number, taken: ReadonlySet<number>): number | null {
  let best: number | null = null;
  let most = 0;
  for (let column = 0; column < grid.columnCount; column += 1) {
    if (taken.has(column)) continue;
    const texts = new Set<string>();
    for (let row = top; row <= bottom; row += 1) {
      const cell = grid.rows[row]?.[column];
      if (cell?.formula === null && typeof cell.value === 'string') texts.add(cell.value);
    }
    if (texts.size <= most) continue;
    [best, most] = [column, texts.size];
  }
  return best;
}
