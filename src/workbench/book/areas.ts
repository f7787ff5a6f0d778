/** Rectangles of cells. */
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

/** Throws InvalidArgument for what is no area of a sheet. */
export function requireArea({ top, left, bottom, right }: Area): void {
  const isWhole = [top, left, bottom, right].every((one) => Number.isInteger(one) && one >= 0);
  if (!isWhole || top > bottom || left > right || bottom > LAST_ROW || right > LAST_COLUMN) {
    throw new BookRefusal('InvalidArgument', 'This is no area of a sheet.');
  }
}
