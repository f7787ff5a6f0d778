/** Rectangles of cells. */
import { parseCellName } from '../../form/address';
import { LAST_COLUMN, LAST_ROW } from '../../workbook/xlsx/limits';
import { BookRefusal, type Area } from './book';

export function holds(area: Area, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

export function overlaps(a: Area, b: Area): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

export function sameArea(a: Area, b: Area): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}

export function sameAreas(a: readonly Area[], b: readonly Area[]): boolean {
  return (
    a.length === b.length &&
    a.every((area, index) => {
      const other = b[index];
      return other !== undefined && sameArea(area, other);
    })
  );
}

/** What is left of areas without the cells of others. */
export function withoutAreas(areas: readonly Area[], holes: readonly Area[]): readonly Area[] {
  if (!areas.some((area) => holes.some((hole) => overlaps(area, hole)))) return areas;
  return holes.reduce<readonly Area[]>((left, hole) => left.flatMap((area) => around(area, hole)), areas);
}

/** The parts of an area above, beside and below a hole. */
function around(area: Area, hole: Area): readonly Area[] {
  if (!overlaps(area, hole)) return [area];
  const { top, left, bottom, right } = area;
  const upper = Math.max(top, hole.top);
  const lower = Math.min(bottom, hole.bottom);
  const parts = [
    { top, left, bottom: upper - 1, right },
    { top: upper, left, bottom: lower, right: hole.left - 1 },
    { top: upper, left: hole.right + 1, bottom: lower, right },
    { top: lower + 1, left, bottom, right },
  ];
  return parts.filter((part) => part.top <= part.bottom && part.left <= part.right);
}

/** Throws InvalidArgument for what is no area of a sheet. */
export function requireArea({ top, left, bottom, right }: Area): void {
  const isWhole = [top, left, bottom, right].every((one) => Number.isInteger(one) && one >= 0);
  if (!isWhole || top > bottom || left > right || bottom > LAST_ROW || right > LAST_COLUMN) {
    throw new BookRefusal('InvalidArgument', 'This is no area of a sheet.');
  }
}

/** "A1:B2", "A1", "A:C" or "2:3" as an area; null when it is none. */
export function parseArea(ref: string): Area | null {
  const [first = '', last = first] = ref.toUpperCase().replaceAll('$', '').split(':');
  const isWhole = (pattern: RegExp): boolean => pattern.test(first) && pattern.test(last);
  const columns = isWhole(/^[A-Z]{1,3}$/);
  const rows = isWhole(/^[1-9]\d{0,6}$/);
  const from = parseCellName(columns ? `${first}1` : rows ? `A${first}` : first);
  const to = parseCellName(columns ? `${last}${LAST_ROW + 1}` : rows ? `XFD${last}` : last);
  if (!from || !to) return null;
  const area = {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
  return area.bottom > LAST_ROW || area.right > LAST_COLUMN ? null : area;
}

/** The areas of a list such as "A1:B2 C3". */
export function parseAreas(refs: string): Area[] {
  return refs.split(/\s+/).flatMap((ref) => parseArea(ref) ?? []);
}
