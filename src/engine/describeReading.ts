/** What was taken from a cell, as the outcome shows it: a reading, and a step that says so. */
import { scaleBy } from './decimal';
import type { Entry } from './entry';
import type { Reading, Step } from './outcome';
import type { CellReading, Quantity } from './readEntry';
import { writeNumber, writeQuantity, writeUnit } from './writeStep';

/** The text a person sees in a cell. */
export function seenText(entry: Entry): string {
  return entry.text.trim() === '' ? String(entry.value ?? '') : entry.text;
}

/** True when the number was written as a bound and not as a measurement. */
function isBound(quantity: Quantity): boolean {
  return quantity.sign !== null || quantity.word?.isWeak === false;
}

/** The reading in base units: 95% is 0.95, 2万 is 20000. */
export function toReading(cell: CellReading): Reading {
  switch (cell.kind) {
    case 'quantity': {
      const { number, unit, taken, near } = cell;
      const value = scaleBy(number, unit.scale);
      return {
        kind: 'quantity',
        value,
        unit: writeUnit(unit),
        taken,
        hasOperator: isBound(cell) || near !== null,
      };
    }
    case 'range': {
      const { unit, taken } = cell;
      const [low, high] = [cell.low.times(unit.scale), cell.high.times(unit.scale)];
      return { kind: 'range', low, high, unit: writeUnit(unit), taken };
    }
    case 'date':
      return { kind: 'date', taken: cell.taken };
    case 'text':
      return { kind: 'text', why: cell.why };
    case 'blank':
    case 'mark':
      return { kind: 'blank' };
  }
}

/** The step that tells what was taken from a cell; none for text, which is taken as a whole. */
export function describeTaken(side: 'target' | 'actual', entry: Entry, cell: CellReading): Step[] {
  const text = seenText(entry);
  switch (cell.kind) {
    case 'quantity': {
      const { taken, number, unit } = cell;
      return [
        { code: `took-${side}`, params: { text, taken, value: writeNumber(number), unit: writeUnit(unit) } },
      ];
    }
    case 'range': {
      const [low, high] = [writeQuantity(cell.low, cell.unit), writeQuantity(cell.high, cell.unit)];
      return [{ code: `took-${side}-range`, params: { text, taken: cell.taken, low, high } }];
    }
    case 'date':
      return [{ code: `took-${side}-date`, params: { text, taken: cell.taken } }];
    default:
      return [];
  }
}

/** Says so when an actual is a bound or inexact rather than a measurement. */
export function describeDoubt(actual: Quantity): Step[] {
  if (actual.near !== null) return [{ code: 'actual-inexact', params: { taken: actual.taken } }];
  return isBound(actual) ? [{ code: 'actual-not-measured', params: { taken: actual.taken } }] : [];
}
