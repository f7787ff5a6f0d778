/** What is given for a cell, as the content it becomes. */
import { MAX_CELL_TEXT } from '../../workbook/xlsx/limits';
import { BookRefusal } from './book';
import type { Content } from './state';
import { readTyped, type Typed } from './typedText';

/** What a value stands for in a cell of this number format; throws InvalidArgument for what no cell can hold. */
export function typedOf(value: number | string | boolean, numberFormat: string, date1904: boolean): Typed {
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new BookRefusal('InvalidArgument', 'This is no number.');
    return { kind: 'number', value, numberFormat: null };
  }
  if (value.length > MAX_CELL_TEXT)
    throw new BookRefusal('InvalidArgument', 'The text is too long for a cell.');
  return readTyped(value, { numberFormat, date1904, year: new Date().getFullYear() });
}

/** The content that it becomes; null for none. */
export function contentOf(typed: Typed): Content | null {
  switch (typed.kind) {
    case 'blank':
      return null;
    case 'formula':
      return { kind: 'formula', formula: typed.formula, stored: null, isArray: false };
    case 'text':
      return typed.value === '' ? null : { kind: 'value', value: typed.value, isError: false };
    default:
      return { kind: 'value', value: typed.value, isError: typed.kind === 'error' };
  }
}
