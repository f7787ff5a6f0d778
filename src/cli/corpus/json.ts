/** Reads JSON written by people without trusting its shape: what is absent or of another type is null. */
import { Decimal } from '../../engine/decimal';

export type JsonRecord = ReadonlyMap<string, unknown>;

/** The properties of an object, empty for anything else. */
export function recordOf(value: unknown): JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Map<string, unknown>(Object.entries(value))
    : new Map();
}

/** The objects in a list, none for anything else. */
export function recordsOf(value: unknown): readonly JsonRecord[] {
  return Array.isArray(value) ? value.map(recordOf) : [];
}

export function textIn(record: JsonRecord, key: string): string | null {
  const value = record.get(key);
  return typeof value === 'string' ? value : null;
}

/** A number, or a text that holds one, as the decimal text that our report writes; null for all else. */
export function numberIn(record: JsonRecord, key: string): string | null {
  const value = record.get(key);
  if (typeof value === 'number') return plain(String(value));
  return typeof value === 'string' && value.trim() !== '' ? plain(value) : null;
}

/** A row number or the number of a goal. */
export function countIn(record: JsonRecord, key: string): number | null {
  const value = record.get(key);
  return typeof value === 'number' ? value : null;
}

export function truthIn(record: JsonRecord, key: string): boolean | null {
  const value = record.get(key);
  return typeof value === 'boolean' ? value : null;
}

function plain(text: string): string | null {
  return Number.isFinite(Number(text)) ? new Decimal(text).toFixed() : null;
}
