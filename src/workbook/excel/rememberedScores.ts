/**
 * Remembers marks of scores that may have been lost when a write failed and could not be put back: without them a score of ours would pass for one
 * that a person typed, and never be brought up to date again.
 */
import { parseCellName } from '../../form/address';
import type { Mark } from '../../form/writePlan';
import type { Grid } from '../../form/grid';
import { isHighlight, ownScoresFrom } from '../../form/marks';

/**
 * The marks that stand, with those of scores that were known, where they are missing or tell another score and theirs stands in the cell.
 * @param known from before the write and from the write
 */
export function withKnownScores(
  standing: readonly Mark[],
  known: readonly Mark[],
  grid: Grid,
): readonly Mark[] {
  const marked = ownScoresFrom(standing);
  const missing = known
    .filter((mark) => !isHighlight(mark))
    .flatMap(({ label, ranges }): readonly Mark[] => {
      const cells = [...ownScoresFrom([{ label, ranges }])].flatMap(([cell, score]) => {
        const at = parseCellName(cell);
        const value = (at && grid.rows[at.row]?.[at.column]?.value) ?? null;
        const isThere = typeof value !== 'boolean' && value !== null && score.eq(numberIn(value));
        return isThere && marked.get(cell)?.eq(score) !== true ? [cell] : [];
      });
      return cells.length === 0 ? [] : [{ label, ranges: cells }];
    });
  return [...standing, ...missing];
}

/** The number that a cell begins with: "8.5分" is 8.5. */
function numberIn(value: string | number): number {
  return typeof value === 'number' ? value : Number.parseFloat(value);
}
