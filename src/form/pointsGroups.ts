/** Points printed in level labels ("产出指标(50分)") and the rows that each of them covers, gathered while a form is walked down. */
import type { PointsGroup } from '../engine/facts';
import { Decimal } from '../engine/decimal';
import { cellName } from './address';
import { entryAt, type Grid } from './grid';
import { columnInRow, type IndicatorHeader } from './headers';
import type { Labels } from './readIndicators';
import { compact, pointsInLabel } from './words';

/** A group that still takes rows, or has been closed by the next label of its level. */
export interface OpenGroup {
  readonly group: PointsGroup & { readonly rows: number[] };
  readonly isOpen: boolean;
}

export type OpenGroups = readonly OpenGroup[];

const BARE_POINTS = /^\(?\d+(?:\.\d+)?分?\)?$/;

/**
 * Opens the groups of the level labels in a row. `above` are the labels that held before it: one that is only repeated goes on with its
 * group.
 */
export function openLevelGroups(
  groups: OpenGroups,
  grid: Grid,
  header: IndicatorHeader,
  row: number,
  above: Labels,
): OpenGroups {
  let opened = groups;
  let isNewAbove = false;
  for (const level of [1, 2] as const) {
    const span = header.columns.get(level === 1 ? 'level1' : 'level2');
    if (!span) continue;
    const column = columnInRow(grid, row, span);
    const text = entryAt(grid, row, column).text.trim();
    if (text === '') continue;
    const label = compact(text);
    const last = compact((level === 1 ? above.level1 : above.level2) ?? '');
    // A label of points alone names nothing that could be repeated: each one is a group of its own.
    const isRepeated = !isNewAbove && label === last && !BARE_POINTS.test(label);
    if (isRepeated) continue;
    isNewAbove = true;
    // The points over the score column belong to the whole block, whatever its first levels.
    if (!header.blockPoints || level === 2) opened = closeGroups(opened, level);
    opened = openGroup(opened, level, text, cellName(row, column));
  }
  return opened;
}

/** Opens a group for a label with points; the groups as they are for one without. */
export function openGroup(groups: OpenGroups, level: 1 | 2, label: string, cell: string): OpenGroups {
  const points = pointsInLabel(label) ?? /^(\d+(?:\.\d+)?)分?$/.exec(compact(label))?.[1];
  if (points === undefined) return groups;
  const group = { level, label: compact(label), cell, points: new Decimal(points), rows: [] };
  return [...groups, { group, isOpen: true }];
}

/** Closes the groups of a level and of those below it. */
export function closeGroups(groups: OpenGroups, level: 1 | 2): OpenGroups {
  return groups.map((open) => (open.group.level >= level ? { ...open, isOpen: false } : open));
}

/** Counts a row to all open groups. */
export function addToGroups(groups: OpenGroups, row: number): void {
  for (const { group, isOpen } of groups) if (isOpen) group.rows.push(row);
}
