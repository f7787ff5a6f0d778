/**
 * Workbooks that count days from 1904, as those of old Macs do. Excel gives their serials as they are and does not tell of it, but the texts of
 * their dates do: each is a day four years after the one that the serial means elsewhere.
 */
import { readNumberFormat } from '../../engine/numberFormat';
import { readSerial } from '../../engine/readDate';
import { parseCellName } from '../../form/address';
import type { Grid, GridCell } from '../../form/grid';
import type { CellWrite } from '../../form/writePlan';
import { DATE_1904_OFFSET } from '../dateSystem';
import type { UsedRange } from './gridOfRange';

/** So many dates tell enough. */
const MOST_VOTES = 20;

/** Do the dates among these cells show that the workbook counts from 1904? */
export function showDatesFrom1904(blocks: readonly UsedRange[]): boolean {
  let votes = 0;
  let all = 0;
  for (const { values, text, numberFormat } of blocks) {
    for (const [r, cells] of values.entries()) {
      for (const [c, value] of cells.entries()) {
        if (typeof value !== 'number' || !isDate(numberFormat[r]?.[c])) continue;
        const [isUsual, isEarly] = [value, value + DATE_1904_OFFSET].map((serial) =>
          shows(text[r]?.[c] ?? '', serial),
        );
        if (isUsual === isEarly) continue;
        votes += isEarly ? 1 : -1;
        all += 1;
        if (all === MOST_VOTES) return votes > 0;
      }
    }
  }
  return votes > 0;
}

/** A cell of such a workbook as the same cell of another one. */
export function from1904(cell: GridCell): GridCell {
  const { value, format } = cell;
  return typeof value === 'number' && isDate(format) ? { ...cell, value: value + DATE_1904_OFFSET } : cell;
}

/** Writes as such a workbook takes them. */
export function to1904(writes: readonly CellWrite[], grid: Grid): readonly CellWrite[] {
  return writes.map((write) => {
    const at = parseCellName(write.cell);
    const format = at && grid.rows[at.row]?.[at.column]?.format;
    return typeof write.value === 'number' && isDate(format)
      ? { ...write, value: write.value - DATE_1904_OFFSET }
      : write;
  });
}

function isDate(format: unknown): boolean {
  return typeof format === 'string' && ['date', 'month'].includes(readNumberFormat(format));
}

/** True when all numbers of a text can be those of the day of a serial. */
function shows(text: string, serial: number): boolean {
  const day = readSerial(serial, false)?.from;
  if (!day || day.year === null) return false;
  const numbers = [day.year, day.year % 100, day.month, day.day];
  const shown = text.split(/\d+:\d+/)[0]?.match(/\d+/g) ?? [];
  return shown.length > 0 && shown.every((digits) => numbers.includes(Number(digits)));
}
