/** Which cells of a range hold something. */
import type { Area } from '../../book/book';
import { intersection } from '../place';
import type { RangeTarget } from './cellGrid';

/** The cells of a range that hold something; with formats, the part of it that lies in the used area. */
export function usedIn({ sheet, area }: RangeTarget, valuesOnly: boolean): Area | null {
  if (valuesOnly) return sheet.usedArea(true, area);
  const used = sheet.usedArea(false);
  return used && intersection(used, area);
}
