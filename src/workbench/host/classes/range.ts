/** Excel.Range: cells of one rectangle. */
import type { Area } from '../../book/book';
import { parseAddresses, placeAddress } from '../addresses';
import { choiceAt, flagAt, integerAt, invalid, valueAt } from '../arguments';
import { bind, type Argument, type ClassDefinition, type Instance, type Scope } from '../definition';
import { HostError } from '../hostError';
import {
  areaOf,
  cellCount,
  cellsOf,
  columnCount,
  common,
  isEntireColumn,
  isEntireRow,
  rowCount,
  telling,
  type Place,
} from '../place';
import { isList, isObject, type Json } from '../protocol';
import { readWanted, wantedOfOptions } from '../query';
import { writeState } from '../update';
import {
  formulaOf,
  MAX_CELLS,
  readGrid,
  valueOf,
  valueTypeOf,
  writeNumberFormats,
  writeValues,
  type RangeTarget,
} from './cellGrid';
import { conditionalFormatCollection } from './conditionalFormats';
import { dataValidation } from './dataValidation';
import { rangeFormat } from './rangeFormat';
import { rangePaths } from './rangePaths';
import { bindWorksheet } from './worksheet';

/** Excel gives -1 for a range with more cells. */
const MAX_CELL_COUNT = 2 ** 31 - 1;

const CLEARED = {
  All: 'all',
  Contents: 'contents',
  Formats: 'formats',
  ResetContents: 'contents',
} as const;

export function bindRange(range: RangeTarget, scope: Scope): Instance {
  return bind(rangeClass, range, scope);
}

export const rangeClass: ClassDefinition<RangeTarget> = {
  name: 'Range',
  move: ({ sheet, area }, [moved = area]) => ({ sheet, area: moved }),
  place: placeOf,
  members: {
    address: { kind: 'value', since: '1.1', read: (range) => placeAddress(placeOf(range)) },
    addressLocal: { kind: 'value', since: '1.1', read: (range) => placeAddress(placeOf(range)) },
    cellCount: { kind: 'value', since: '1.1', read: ({ area }) => countedCells([area]) },
    columnCount: { kind: 'value', since: '1.1', read: ({ area }) => columnCount(area) },
    columnIndex: { kind: 'value', since: '1.1', read: ({ area }) => area.left },
    rowCount: { kind: 'value', since: '1.1', read: ({ area }) => rowCount(area) },
    rowIndex: { kind: 'value', since: '1.1', read: ({ area }) => area.top },
    isEntireColumn: { kind: 'value', since: '1.7', read: ({ area }) => isEntireColumn(area) },
    isEntireRow: { kind: 'value', since: '1.7', read: ({ area }) => isEntireRow(area) },
    values: {
      kind: 'value',
      since: '1.1',
      read: (range) => readGrid(range, 'Range.values', valueOf),
      write: (range, value, scope) => {
        writeValues(range, value, scope, 'Range.values');
      },
    },
    formulas: {
      kind: 'value',
      since: '1.1',
      read: (range) => readGrid(range, 'Range.formulas', formulaOf),
      write: (range, value, scope) => {
        writeValues(range, value, scope, 'Range.formulas');
      },
    },
    text: {
      kind: 'value',
      since: '1.1',
      read: (range) => readGrid(range, 'Range.text', (cell) => cell.text),
    },
    valueTypes: {
      kind: 'value',
      since: '1.1',
      read: (range) => readGrid(range, 'Range.valueTypes', valueTypeOf),
    },
    numberFormat: {
      kind: 'value',
      since: '1.1',
      read: (range) => readGrid(range, 'Range.numberFormat', (cell) => cell.look.numberFormat),
      write: (range, value, scope) => {
        writeNumberFormats(range, value, scope, 'Range.numberFormat');
      },
    },
    hasSpill: { kind: 'value', since: '1.12', read: () => false },
    rowHidden: {
      kind: 'value',
      since: '1.2',
      read: rowsHidden,
      write: ({ sheet, area }, value, scope) => {
        if (typeof value !== 'boolean') throw invalid('Range.rowHidden');
        sheet.setRowsHidden(area.top, area.bottom, value);
        scope.noteChanges(1);
      },
    },
    columnHidden: {
      kind: 'value',
      since: '1.2',
      read: columnsHidden,
      write: ({ sheet, area }, value, scope) => {
        if (typeof value !== 'boolean') throw invalid('Range.columnHidden');
        sheet.setColumnsHidden(area.left, area.right, value);
        scope.noteChanges(1);
      },
    },
    hidden: {
      kind: 'value',
      since: '1.2',
      read: (range) => {
        const both = [rowsHidden(range), columnsHidden(range)];
        if (both.includes(true)) return true;
        return both.includes(null) ? null : false;
      },
    },
    worksheet: { kind: 'object', since: '1.1', get: ({ sheet }, scope) => bindWorksheet(sheet, scope) },
    format: { kind: 'object', since: '1.1', get: (range, scope) => bind(rangeFormat, placeOf(range), scope) },
    conditionalFormats: {
      kind: 'object',
      since: '1.6',
      get: (range, scope) => bind(conditionalFormatCollection, placeOf(range), scope),
    },
    dataValidation: {
      kind: 'object',
      since: '1.8',
      get: (range, scope) => bind(dataValidation, placeOf(range), scope),
    },
    ...rangePaths,
    select: {
      kind: 'method',
      since: '1.1',
      call: (range, _args, { book }) => {
        const { sheet, area } = range;
        if (sheet.visibility !== 'visible') throw new HostError('InvalidOperation', 'Range.select');
        if (book.activeSheet.id !== sheet.id) book.activate(sheet);
        book.select(sheet, area);
        return undefined;
      },
    },
    clear: {
      kind: 'method',
      since: '1.1',
      writes: true,
      call: (range, args, scope) => {
        clearAreas(placeOf(range), args, scope, 'Range.clear');
        return undefined;
      },
    },
    insert: {
      kind: 'path',
      since: '1.1',
      writes: true,
      get: (range, args, scope) => {
        insertCells(range, choiceAt(args, 0, ['Down', 'Right'], 'Range.insert'), scope);
        return bindRange(range, scope);
      },
    },
    delete: {
      kind: 'method',
      since: '1.1',
      writes: true,
      call: (range, args, scope) => {
        deleteCells(range, choiceAt(args, 0, ['Up', 'Left'], 'Range.delete'), scope);
        return undefined;
      },
    },
    merge: {
      kind: 'method',
      since: '1.2',
      writes: true,
      call: ({ sheet, area }, args, scope) => {
        const isAcross = flagAt(args, 0, 'Range.merge');
        if (!isAcross) sheet.merge(area);
        else {
          for (let row = area.top; row <= area.bottom; row += 1)
            sheet.merge({ ...area, top: row, bottom: row });
        }
        scope.noteChanges(1);
        return undefined;
      },
    },
    unmerge: {
      kind: 'method',
      since: '1.2',
      writes: true,
      call: ({ sheet, area }, _args, scope) => {
        sheet.unmerge(area);
        scope.noteChanges(1);
        return undefined;
      },
    },
    getCellProperties: {
      kind: 'method',
      since: '1.9',
      call: (range, args, scope) => {
        const { area } = range;
        if (cellCount(area) > MAX_CELLS) {
          throw new HostError('ResponsePayloadSizeLimitExceeded', 'Range.getCellProperties');
        }
        const rows: Json[] = [];
        for (let row = area.top; row <= area.bottom; row += 1) {
          rows.push(
            [...cellsOf({ ...area, top: row, bottom: row })].map((cell) =>
              readOptions(
                { ...range, area: areaOf(row, cell.column, row, cell.column) },
                args,
                scope,
                'Range.getCellProperties',
              ),
            ),
          );
        }
        return rows;
      },
    },
    getRowProperties: {
      kind: 'method',
      since: '1.9',
      call: (range, args, scope) =>
        rowsOf(range.area).map((area) =>
          readOptions({ ...range, area }, args, scope, 'Range.getRowProperties'),
        ),
    },
    getColumnProperties: {
      kind: 'method',
      since: '1.9',
      call: (range, args, scope) =>
        columnsOf(range.area).map((area) =>
          readOptions({ ...range, area }, args, scope, 'Range.getColumnProperties'),
        ),
    },
    setCellProperties: {
      kind: 'method',
      since: '1.9',
      writes: true,
      call: (range, args, scope) => {
        const rows = valueAt(args, 0, 'Range.setCellProperties');
        if (!isList(rows) || rows.length !== rowCount(range.area)) throw invalid('Range.setCellProperties');
        for (const [rowIndex, cells] of rows.entries()) {
          if (!isList(cells) || cells.length !== columnCount(range.area)) {
            throw invalid('Range.setCellProperties');
          }
          for (const [columnIndex, properties] of cells.entries()) {
            if (!isObject(properties)) throw invalid('Range.setCellProperties');
            const top = range.area.top + rowIndex;
            const left = range.area.left + columnIndex;
            const cell = { sheet: range.sheet, area: areaOf(top, left, top, left) };
            writeState(bindRange(cell, scope), properties, scope);
          }
        }
        return undefined;
      },
    },
    /** Office.js asks this before it sends a large array in parts. */
    _ValidateArraySize: {
      kind: 'method',
      since: null,
      call: ({ area }, args) => {
        const rows = integerAt(args, 0, 'Range.values');
        const columns = integerAt(args, 1, 'Range.values');
        if (rows !== rowCount(area) || columns !== columnCount(area)) throw invalid('Range.values');
        return undefined;
      },
    },
  },
};

export function countedCells(areas: readonly Area[]): number {
  const count = areas.reduce((sum, area) => sum + cellCount(area), 0);
  return count > MAX_CELL_COUNT ? -1 : count;
}

export function clearAreas(
  { sheet, areas }: Place,
  args: readonly Argument[],
  scope: Scope,
  location: string,
): void {
  const applyTo = choiceAt(
    args,
    0,
    ['All', 'Contents', 'Formats', 'ResetContents', 'Hyperlinks', 'RemoveHyperlinks'],
    location,
  );
  if (applyTo === 'Hyperlinks' || applyTo === 'RemoveHyperlinks') {
    throw new HostError('UnsupportedOperation', location, 'The workbench keeps no hyperlinks.');
  }
  for (const area of areas) {
    if (sheet.isProtected) {
      const isLocked = [...telling(sheet, area)].some(
        ({ row, column }) => sheet.cell(row, column).look.isLocked,
      );
      if (isLocked || applyTo !== 'Contents') throw new HostError('AccessDenied', location);
    }
    sheet.clear(area, CLEARED[applyTo]);
    scope.noteChanges(1);
  }
}

function placeOf({ sheet, area }: RangeTarget): Place {
  return { sheet, areas: [area] };
}

function rowsHidden({ sheet, area }: RangeTarget): boolean | null {
  return common(rowSample({ sheet, area }).map((row) => sheet.isRowHidden(row)));
}

function columnsHidden({ sheet, area }: RangeTarget): boolean | null {
  return common(columnsOf(area).map(({ left }) => sheet.isColumnHidden(left)));
}

/** The rows of a range down to the last used one, and the last. */
function rowSample({ sheet, area }: RangeTarget): number[] {
  const lastUsed = Math.min(area.bottom, sheet.usedArea(false)?.bottom ?? 0);
  const rows: number[] = [];
  for (let row = area.top; row <= lastUsed; row += 1) rows.push(row);
  if (lastUsed < area.bottom) rows.push(area.bottom);
  return rows;
}

function rowsOf(area: Area): Area[] {
  return Array.from({ length: rowCount(area) }, (_, index) => ({
    ...area,
    top: area.top + index,
    bottom: area.top + index,
  }));
}

function columnsOf(area: Area): Area[] {
  return Array.from({ length: columnCount(area) }, (_, index) => ({
    ...area,
    left: area.left + index,
    right: area.left + index,
  }));
}

function readOptions(range: RangeTarget, args: readonly Argument[], scope: Scope, location: string): Json {
  const options = valueAt(args, 0, location);
  if (!isObject(options)) throw invalid(location);
  return readWanted(bindRange(range, scope), wantedOfOptions(options), 'plain', scope);
}

function insertCells({ sheet, area }: RangeTarget, shift: 'Down' | 'Right', scope: Scope): void {
  const axis = axisOf(area, shift === 'Down', 'Range.insert');
  scope.noteShift(axis === 'rows' ? 'RowInserted' : 'ColumnInserted', area);
  if (axis === 'rows') sheet.insertRows(area.top, rowCount(area));
  else sheet.insertColumns(area.left, columnCount(area));
  scope.references.shift(sheet.id, { axis, area, isInserted: true });
  scope.noteChanges(1);
}

function deleteCells({ sheet, area }: RangeTarget, shift: 'Up' | 'Left', scope: Scope): void {
  const axis = axisOf(area, shift === 'Up', 'Range.delete');
  scope.noteShift(axis === 'rows' ? 'RowDeleted' : 'ColumnDeleted', area);
  if (axis === 'rows') sheet.deleteRows(area.top, rowCount(area));
  else sheet.deleteColumns(area.left, columnCount(area));
  scope.references.shift(sheet.id, { axis, area, isInserted: false });
  scope.noteChanges(1);
}

/** Whether whole rows or whole columns come or go. */
function axisOf(area: Area, isUpright: boolean, location: string): 'rows' | 'columns' {
  if (isEntireRow(area) && (isUpright || !isEntireColumn(area))) return 'rows';
  if (isEntireColumn(area)) return 'columns';
  throw partOfLines(location);
}

function partOfLines(location: string): HostError {
  return new HostError('UnsupportedOperation', location, 'The workbench moves whole rows and columns only.');
}

/** The one range of an address on a sheet. */
export function rangeAt(
  address: string,
  sheet: RangeTarget['sheet'],
  scope: Scope,
  location: string,
): Instance {
  const [area, ...more] = parseAddresses(address, sheet, scope.book, location).areas;
  if (!area || more.length > 0) throw invalid(location);
  return bindRange({ sheet, area }, scope);
}
