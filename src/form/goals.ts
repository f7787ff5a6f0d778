/** 年度(绩效)目标 N: knows the headings under which a department form repeats its indicators. */
import type { Goal } from '../engine/facts';
import { Decimal } from '../engine/decimal';
import { GOAL_NUMBER, readGoalNumber } from '../engine/goalNumber';
import { cellName } from './address';
import { entryAt, type Grid } from './grid';
import { filledCells } from './headers';
import { compact, pointsInLabel } from './words';

const HEADING = new RegExp(`^(年度|部门)?(?:总体)?(绩效)?目标(${GOAL_NUMBER})(?!.*(?:完成情况|完成值|得分))`);

/** The goal whose heading stands in this cell, or null. Its title is what follows the colon or the next filled cell. */
export function readGoalHeading(grid: Grid, row: number, column: number): Goal | null {
  const text = entryAt(grid, row, column).text;
  // Nearly every row of a form begins with something else.
  if (!text.includes('目')) return null;
  const word = compact(text);
  const [heading, year, kind, digits] = HEADING.exec(word) ?? [];
  if (heading === undefined || digits === undefined) return null;
  const points = pointsInLabel(text) ?? /:(\d+(?:\.\d+)?)分$/.exec(word)?.[1] ?? null;
  // A bare "目标1：…" is a line of the goals' text unless it has points.
  if (year === undefined && kind === undefined && points === null) return null;
  const own = word
    .replace(/^[^:(]*/, '')
    .replace(/^:/, '')
    .replace(/\([^()]*分\):?/, '')
    .replace(/^\d+(\.\d+)?分$/, '');
  const cells = filledCells(grid, row);
  // In a side column the next cell is a level or a header, not what the goal is about.
  const beside = cells.length <= 2 ? (cells.find((cell) => cell.column > column)?.text.trim() ?? '') : '';
  return {
    number: readGoalNumber(digits),
    title: own === '' ? beside : own,
    cell: cellName(row, column),
    points: points === null ? null : new Decimal(points),
  };
}
