/** Which cells of a range hold something. */
import type { Area } from '../../book/book';
import { areaOf, boundingArea, cellsOf, intersection } from '../place';
import type { RangeTarget } from './cellGrid';

/** The cells of a range that hold something; whole rows and columns are cut to the used area first. */
export function usedIn({ sheet, area }: RangeTarget, valuesOnly: boolean): Area | null {
  const used = sheet.usedArea(valuesOnly);
  const inside = used && intersection(used, area);
  if (!inside || !valuesOnly) return inside;
  let found: Area | null = null;
  for (const { row, column } of cellsOf(inside)) {
    const cell = sheet.cell(row, column);
    if (cell.value === null && cell.formula === null) continue;
    const here = areaOf(row, column, row, column);
    found = found ? boundingArea(found, here) : here;
  }
  return found;
}
