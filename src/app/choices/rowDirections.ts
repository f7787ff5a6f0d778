/** What a person said about the direction of a row: more is better, or less. */
import type { Direction } from '../../engine/outcome';
import { readEntries, readText, writeKept, type Fields, type Read } from './keptJson';

export interface RowDirection {
  readonly sheet: string;
  /** The row by what it is, from `identify`. */
  readonly row: string;
  readonly direction: Direction;
}

const LONGEST_NAME = 600;

export function readDirections(json: string | undefined): Read<readonly RowDirection[]> {
  return readEntries(json, 'directions', readOne);
}

function readOne(fields: Fields): RowDirection | null {
  const sheet = readText(fields.get('sheet'), LONGEST_NAME);
  const row = readText(fields.get('row'), LONGEST_NAME);
  const direction = fields.get('direction');
  if (sheet === null || row === null || (direction !== 'floor' && direction !== 'ceiling')) return null;
  return { sheet, row, direction };
}

export function writeDirections(directions: readonly RowDirection[]): string | null {
  return directions.length === 0 ? null : writeKept({ directions });
}
