/** Writes cells into the text of a worksheet; everything that is not written keeps every byte. */
import { cellName, parseCellName, rangeName } from '../../form/address';
import type { CellPlace, RowPlace, SheetLayout } from './sheetLayout';
import { defaultStyle, type DefaultStyles } from './sheetParser';
import { editAttributes, type TextEdit } from './textEdit';
import { encodeXstring, escapeXml } from './xml';

/** What a cell is to hold. An error is its code, such as "#DIV/0!". */
export type CellContent =
  | { readonly kind: 'blank' }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'error'; readonly value: string };

export interface CellChange {
  readonly row: number;
  readonly column: number;
  readonly content: CellContent;
  /** Without "="; null for none. The formula stays when it is absent. */
  readonly formula?: string | null;
  /** Index of the cell's format; it stays when it is absent. */
  readonly style?: number;
}

/** The edits for typed values and for refreshed results of formula cells. A cell is in one change at most. */
export function cellEdits(
  xml: string,
  layout: SheetLayout,
  changes: readonly CellChange[],
  defaults: DefaultStyles,
): TextEdit[] {
  const byRow = new Map<number, CellChange[]>();
  for (const change of [...changes].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const inRow = byRow.get(change.row);
    if (inRow) inRow.push(change);
    else byRow.set(change.row, [change]);
  }
  const places = new Map(layout.rows.map((place) => [place.row, place]));
  const edits: TextEdit[] = [];
  const newRows: NewRow[] = [];
  for (const [row, inRow] of byRow) {
    const place = places.get(row);
    if (place) edits.push(...rowEdits(xml, layout.prefix, place, inRow, defaults));
    else newRows.push({ row, text: newRow(layout.prefix, row, inRow, defaults) });
  }
  return [...edits, ...newRowEdits(xml, layout, newRows), ...dimensionEdits(xml, layout, changes)];
}

interface NewRow {
  readonly row: number;
  readonly text: string;
}

function rowEdits(
  xml: string,
  prefix: string,
  place: RowPlace,
  changes: readonly CellChange[],
  defaults: DefaultStyles,
): TextEdit[] {
  const edits: TextEdit[] = [];
  const added: CellChange[] = [];
  for (const change of changes) {
    const cell = place.cells.find(({ column }) => column === change.column);
    if (cell) edits.push({ start: cell.start, end: cell.end, text: patchedCell(xml, prefix, cell, change) });
    else added.push(change);
  }
  if (added.length === 0) return edits;
  const open = withSpans(xml.slice(place.start, place.openEnd), added);
  if (place.closeStart === place.openEnd && place.end === place.openEnd) {
    const cells = added.map((change) => newCell(prefix, change, defaults)).join('');
    const text = `${open.replace(/\s*\/>$/, '>')}${cells}</${prefix}row>`;
    return [...edits, { start: place.start, end: place.end, text }];
  }
  for (const change of added) {
    const next = place.cells.find(({ column }) => column > change.column);
    const at = next ? next.start : place.closeStart;
    edits.push({ start: at, end: at, text: newCell(prefix, change, defaults) });
  }
  return [...edits, { start: place.start, end: place.openEnd, text: open }];
}

/** An element without a formula or a hint where it stands, as some programs write it: the cell holds what somebody typed. */
const NO_FORMULA = /^<[^\s>/]+\s*(?:\/>|><\/[^>]+>)$/;

/** An existing cell with new content: its other attributes stay, and so does the formula of a result. */
function patchedCell(xml: string, p: string, cell: CellPlace, change: CellChange): string {
  const { content, style } = change;
  const found = cell.formula ? xml.slice(cell.formula.start, cell.formula.end) : '';
  const kept = NO_FORMULA.test(found) ? '' : found;
  const formula = change.formula === undefined ? kept : formulaElement(p, change.formula);
  const isFormula = formula !== '';
  const open = editAttributes(xml.slice(cell.start, cell.openEnd), {
    t: typeAttribute(content, isFormula),
    // Metadata of the value that is replaced; that of a formula (dynamic arrays) goes on to hold.
    vm: null,
    ...(isFormula && change.formula === undefined ? {} : { cm: null }),
    ...(style === undefined ? {} : { s: style === 0 ? null : String(style) }),
  });
  return `${open.replace(/\s*\/>$/, '>')}${formula}${valueElement(p, content, isFormula)}</${p}c>`;
}

/** A cell that has no element yet. */
export function newCell(p: string, change: CellChange, defaults: DefaultStyles): string {
  const { row, column, content } = change;
  const style = change.style ?? defaultStyle(defaults, row, column);
  const formula = formulaElement(p, change.formula ?? null);
  const type = typeAttribute(content, formula !== '');
  const attributes = (style === 0 ? '' : ` s="${style}"`) + (type === null ? '' : ` t="${type}"`);
  const inner = formula + valueElement(p, content, formula !== '');
  return `<${p}c r="${cellName(row, column)}"${attributes}>${inner}</${p}c>`;
}

function formulaElement(p: string, formula: string | null): string {
  return formula === null ? '' : `<${p}f>${escapeXml(formula)}</${p}f>`;
}

function newRow(p: string, row: number, changes: readonly CellChange[], defaults: DefaultStyles): string {
  const cells = changes.map((change) => newCell(p, change, defaults)).join('');
  return `<${p}row r="${row + 1}">${cells}</${p}row>`;
}

function newRowEdits(
  xml: string,
  { sheetData, rows, prefix }: SheetLayout,
  added: readonly NewRow[],
): TextEdit[] {
  if (added.length === 0) return [];
  if (sheetData.end === sheetData.openEnd) {
    const open = xml.slice(sheetData.start, sheetData.openEnd).replace(/\s*\/>$/, '>');
    const text = `${open}${added.map((row) => row.text).join('')}</${prefix}sheetData>`;
    return [{ start: sheetData.start, end: sheetData.end, text }];
  }
  return added.map(({ row, text }) => {
    const at = rows.find((place) => place.row > row)?.start ?? sheetData.closeStart;
    return { start: at, end: at, text };
  });
}

function typeAttribute(content: CellContent, isFormula: boolean): string | null {
  switch (content.kind) {
    case 'blank':
    case 'number':
      return null;
    case 'text':
      return isFormula ? 'str' : 'inlineStr';
    case 'boolean':
      return 'b';
    case 'error':
      return 'e';
  }
}

/** Numbers are written as the shortest text that reads back the same; texts never become formulas. */
function valueElement(p: string, content: CellContent, isFormula: boolean): string {
  if (content.kind === 'blank') return '';
  if (content.kind === 'text' && !isFormula) {
    return `<${p}is><${p}t xml:space="preserve">${escapeText(content.value)}</${p}t></${p}is>`;
  }
  const text = content.kind === 'boolean' ? (content.value ? '1' : '0') : escapeText(String(content.value));
  return `<${p}v>${text}</${p}v>`;
}

function escapeText(text: string): string {
  return escapeXml(encodeXstring(text));
}

/** Widens the `spans` hint of a row to its new cells. */
function withSpans(tag: string, added: readonly CellChange[]): string {
  const [, first, last] = /\sspans\s*=\s*["'](\d+):(\d+)["']/.exec(tag) ?? [];
  if (first === undefined || last === undefined) return tag;
  const columns = added.map(({ column }) => column + 1);
  const spans = `${Math.min(Number(first), ...columns)}:${Math.max(Number(last), ...columns)}`;
  return spans === `${first}:${last}` ? tag : editAttributes(tag, { spans });
}

/** Widens the sheet's dimension to the written cells. */
function dimensionEdits(xml: string, { dimension }: SheetLayout, changes: readonly CellChange[]): TextEdit[] {
  if (!dimension || changes.length === 0) return [];
  const [first = '', last = first] = dimension.ref.split(':');
  const from = parseCellName(first);
  const to = parseCellName(last);
  if (!from || !to) return [];
  const top = changes.reduce((least, { row }) => Math.min(least, row), from.row);
  const left = changes.reduce((least, { column }) => Math.min(least, column), from.column);
  const bottom = changes.reduce((most, { row }) => Math.max(most, row), to.row);
  const right = changes.reduce((most, { column }) => Math.max(most, column), to.column);
  const isWithin = top === from.row && left === from.column && bottom === to.row && right === to.column;
  if (isWithin) return [];
  const { start, end } = dimension;
  return [
    { start, end, text: editAttributes(xml.slice(start, end), { ref: rangeName(top, left, bottom, right) }) },
  ];
}
