/** Rows of a form that were read before something was written to the sheet: those that stay as they are need not be read again. */
import type { FormFacts, IndicatorRow } from '../engine/facts';
import type { Grid } from './grid';
import type { IndicatorHeader } from './headers';
import {
  coversNext,
  mayShareScore,
  settleScoreColumns,
  type Labels,
  type ScoreColumns,
} from './readIndicators';

/** A sheet before it was written to, and what was read from it. */
export interface EarlierSheet {
  readonly grid: Grid;
  readonly forms: readonly FormFacts[];
}

export interface KnownRows {
  readonly grid: Grid;
  /** By row counted from 1, each with the row above it in its form. */
  readonly rows: ReadonlyMap<number, KnownRow>;
}

interface KnownRow {
  readonly row: IndicatorRow;
  readonly above: IndicatorRow | null;
}

export function knowRows({ grid, forms }: EarlierSheet): KnownRows {
  const rows = new Map<number, KnownRow>();
  for (const facts of forms) {
    if (facts.kind === 'summary-table') continue;
    let above: IndicatorRow | null = null;
    for (const row of facts.indicators) {
      rows.set(row.row, { row, above });
      above = row;
    }
  }
  return { grid, rows };
}

/** The known rows if the table below this header is read from the same columns as before, else null. */
export function knownUnder(
  known: KnownRows | null,
  grid: Grid,
  header: IndicatorHeader,
  columns: ScoreColumns,
  bottom: number,
): KnownRows | null {
  if (!known || known.grid.columnCount !== grid.columnCount) return null;
  for (let row = header.row; row <= header.row + 1; row += 1)
    if (grid.rows[row] !== known.grid.rows[row]) return null;
  const before = settleScoreColumns(known.grid, header, bottom);
  return before.weight === columns.weight && before.score === columns.score ? known : null;
}

/** The reading of a row (counted from 0) when nothing that it depends on has changed, else null. */
export function findKnown(
  known: KnownRows,
  grid: Grid,
  row: number,
  labels: Labels,
  above: IndicatorRow | null,
): IndicatorRow | null {
  const earlier = known.rows.get(row + 1);
  if (!earlier || grid.rows[row] !== known.grid.rows[row]) return null;
  const { row: read } = earlier;
  // Whether a row without a label is one depends on the rows below it.
  const isSame =
    read.label !== '' &&
    read.goal === labels.goal &&
    read.level1 === labels.level1 &&
    read.level2 === labels.level2 &&
    (!mayShareScore(read) || coversNext(above) === coversNext(earlier.above));
  return isSame ? read : null;
}
