/** What the parts of a table being drawn share: the sheet, the choices, what was meant, and what has to be read from it so far. */
import { sum } from '../../src/engine/decimal';
import type { Canvas } from './canvas';
import type { Chooser } from './choose';
import type { Layout, Role } from './layout';
import type { MeantForm, ScoredRow } from './meantForm';
import type { SeenForm } from './seen';

export type SeenTable = Pick<SeenForm, 'goals' | 'rows' | 'groups' | 'subtotals' | 'placeholders'>;

export interface Drawing {
  readonly canvas: Canvas;
  readonly choose: Chooser;
  readonly form: MeantForm;
  readonly layout: Layout;
  readonly seen: SeenTable;
}

/** The logical column of a role, null where the form has none. */
export function columnOf({ hasSide, columns }: Layout, role: Role): number | null {
  const index = columns.findIndex((column) => column.role === role);
  return index === -1 ? null : index + (hasSide ? 1 : 0);
}

/** The label of a level, with the points of its rows where the form prints them. */
export function labelText(
  { layout, form }: Drawing,
  rows: readonly ScoredRow[],
  row: ScoredRow,
  level: 'level1' | 'level2',
): string {
  if (!layout.levelPoints.includes(level)) return row[level];
  const own = rows.filter(
    (other) => other.level1 === row.level1 && (level === 'level1' || other.level2 === row.level2),
  );
  const points = layout.pointsStyle(sum(own.map((other) => other.points)));
  return level === 'level1' && layout.onlyPoints && form.levels === 'both'
    ? points.trim()
    : `${row[level]}${points}`;
}

export function seenLabel(drawing: Drawing, row: ScoredRow, level: 'level1' | 'level2'): string | null {
  if (columnOf(drawing.layout, level) === null) return null;
  const rows = drawing.form.rows.filter(({ goal }) => goal === row.goal);
  return labelText(drawing, rows, row, level).replace(/\s+/g, '');
}

export function isUnscored({ columns }: Layout): boolean {
  return columns.every(({ role }) => role !== 'score');
}

export function lastColumn({ columns, hasSide }: Layout): number {
  return columns.length - 1 + (hasSide ? 1 : 0);
}
