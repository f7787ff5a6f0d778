/** Writes what differs on a sheet into the text of its part. */
import { cellEdits, type CellChange, type CellContent } from '../../workbook/xlsx/cellPatch';
import { mapSheet, type CellPlace, type SheetLayout } from '../../workbook/xlsx/sheetLayout';
import type { DefaultStyles } from '../../workbook/xlsx/sheetParser';
import { applyEdits, editAttributes, type TextEdit } from '../../workbook/xlsx/textEdit';
import { sameResult } from './calculation';
import { formatEdits, type FormatPatching } from './formatPatch';
import { patchLists } from './listPatch';
import { emptiedXml, isMoved } from './movedSheet';
import { emptyState } from './newSheet';
import { patchPage } from './pagePatch';
import { patchRows } from './rowPatch';
import {
  blankStyle,
  cellIn,
  sameContent,
  type Cell,
  type Content,
  type Result,
  type SheetState,
  type Style,
} from './state';
import { patchValidations } from './validationPatch';
import { patchView } from './viewPatch';

export interface SheetPatching extends FormatPatching {
  readonly part: string;
  readonly styleIndex: (style: Style) => number;
  readonly digitWidth: number;
  /** The style of cells that have none. */
  readonly plain: Style;
  readonly resultOf: (row: number, column: number, content: FormulaContent) => Result;
}

type FormulaContent = Extract<Content, { kind: 'formula' }>;

export interface PatchedSheet {
  readonly xml: string;
  /** Did values change, did formulas come or go? */
  readonly hasCells: boolean;
  readonly hasFormulas: boolean;
}

/** The text of a sheet's part for another state of the sheet. */
export function patchSheet(
  xml: string,
  before: SheetState,
  after: SheetState,
  patching: SheetPatching,
): PatchedSheet {
  if (isMoved(before, after, patching.plain)) {
    const emptied = emptiedXml(xml, patching.part, after.shifts);
    const from: SheetState = { ...emptyState(after), ...keptOf(before) };
    const patched = patchSheet(emptied, from, { ...after, shifts: [] }, patching);
    return { ...patched, hasFormulas: true };
  }
  const { changes, restyled } = differences(before, after, patching);
  const withCells = patchCells(xml, after, { changes, restyled }, patching);
  const withRows = patchRows(withCells, before, after, patching);
  const withLists = patchLists(withRows, before, after, patching);
  const withFormats =
    before.formats === after.formats
      ? withLists
      : ((): string => {
          const layout = mapSheet(withLists, patching.part, new Set());
          return applyEdits(
            withLists,
            formatEdits(withLists, layout, before.formats, after.formats, patching),
          );
        })();
  const withRules = patchValidations(withFormats, patching.part, before.validations, after.validations);
  const withPage = patchPage(withRules, patching.part, before.page, after.page);
  return {
    xml: patchView(withPage, patching.part, before, after),
    hasCells: changes.length > 0,
    hasFormulas: changes.some(({ formula }) => formula !== undefined),
  };
}

/** What stays in the text of a part whose cells are written anew. */
function keptOf(before: SheetState): Partial<SheetState> {
  const { columns, merges, filter, frozen, showsGridlines, page, formats, validations, protection } = before;
  return { columns, merges, filter, frozen, showsGridlines, page, formats, validations, protection };
}

/** A cell whose look alone differs: its content keeps its bytes. */
interface Restyled {
  readonly row: number;
  readonly column: number;
  readonly style: number;
}

function differences(
  before: SheetState,
  after: SheetState,
  { styleIndex, plain, resultOf }: SheetPatching,
): { changes: CellChange[]; restyled: Restyled[] } {
  const changes: CellChange[] = [];
  const restyled: Restyled[] = [];
  const compare = (row: number, column: number, was: Cell | undefined, is: Cell | undefined): void => {
    const oldStyle = was?.style ?? blankStyle(before, row, column, plain);
    const style = is?.style ?? blankStyle(after, row, column, plain);
    const old = was?.content ?? null;
    const content = is?.content ?? null;
    if (sameContent(old, content)) {
      if (oldStyle !== style) restyled.push({ row, column, style: styleIndex(style) });
      return;
    }
    const isFormula = content?.kind === 'formula';
    const hadFormula = old?.kind === 'formula';
    changes.push({
      row,
      column,
      content: isFormula ? writtenResult(resultOf(row, column, content)) : written(content),
      ...(isFormula ? { formula: content.formula } : hadFormula ? { formula: null } : {}),
      ...(oldStyle === style ? {} : { style: styleIndex(style) }),
    });
  };
  for (const row of new Set([...before.rows.keys(), ...after.rows.keys()])) {
    const was = before.rows.get(row);
    const is = after.rows.get(row);
    if (was === is) continue;
    for (const column of new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])) {
      compare(row, column, was?.get(column), is?.get(column));
    }
  }
  return { changes: [...changes, ...refreshed(before, after, resultOf)], restyled };
}

/** Formulas that stayed while their results changed. */
function refreshed(before: SheetState, after: SheetState, resultOf: SheetPatching['resultOf']): CellChange[] {
  const changes: CellChange[] = [];
  for (const [row, cells] of after.rows) {
    for (const [column, { content }] of cells) {
      if (content?.kind !== 'formula' || content.isArray) continue;
      if (!sameContent(content, cellIn(before, row, column)?.content ?? null)) continue;
      const result = resultOf(row, column, content);
      const shown = content.stored ?? { value: null, isError: false };
      if (!sameResult(result, shown)) changes.push({ row, column, content: writtenResult(result) });
    }
  }
  return changes;
}

function written(content: Content | null): CellContent {
  if (content?.kind !== 'value') return { kind: 'blank' };
  return writtenResult(content);
}

function writtenResult({ value, isError }: Result): CellContent {
  if (value === null) return { kind: 'blank' };
  if (typeof value === 'number') return { kind: 'number', value };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  return { kind: isError ? 'error' : 'text', value };
}

function patchCells(
  xml: string,
  after: SheetState,
  { changes, restyled }: { changes: readonly CellChange[]; restyled: readonly Restyled[] },
  patching: SheetPatching,
): string {
  if (changes.length === 0 && restyled.length === 0) return xml;
  const touchesFormulas = changes.some(({ formula }) => formula !== undefined);
  const rows = touchesFormulas ? after.rows.keys() : [...changes, ...restyled].map(({ row }) => row);
  const layout = mapSheet(xml, patching.part, new Set(rows));
  const edits: TextEdit[] = [];
  const added: CellChange[] = [];
  for (const { row, column, style } of restyled) {
    const place = placeOf(layout, row, column);
    if (!place) {
      added.push({ row, column, style, content: { kind: 'blank' } });
      continue;
    }
    const { start, openEnd } = place;
    const text = editAttributes(xml.slice(start, openEnd), { s: style === 0 ? null : String(style) });
    edits.push({ start, end: openEnd, text });
  }
  const unshared = touchesFormulas ? unsharedFormulas(xml, layout, after, changes, patching) : [];
  const unsharedAt = new Set(unshared.map(({ row, column }) => `${row} ${column}`));
  const others = changes.filter(({ row, column }) => !unsharedAt.has(`${row} ${column}`));
  const all = [...others, ...unshared, ...added];
  const cells = cellEdits(xml, layout, all, defaultsOf(after, patching));
  // A restyled cell that loses its shared formula is written as a whole.
  const whole = edits.filter(
    (edit) => !cells.some(({ start, end }) => start <= edit.start && edit.end <= end && end > start),
  );
  return applyEdits(xml, [...cells, ...whole]);
}

/** Cells that share the formula of a cell that changes get a formula of their own. */
function unsharedFormulas(
  xml: string,
  layout: SheetLayout,
  after: SheetState,
  changes: readonly CellChange[],
  { resultOf, styleIndex }: SheetPatching,
): CellChange[] {
  const sharedBy = (place: CellPlace | undefined): string | null => {
    const text = place?.formula ? xml.slice(place.formula.start, place.formula.end) : '';
    const open = text.slice(0, text.indexOf('>') + 1);
    return /\st\s*=\s*["']shared["']/.test(open)
      ? (/\ssi\s*=\s*["'](\d+)["']/.exec(open)?.[1] ?? null)
      : null;
  };
  const touched = new Set(
    changes
      .filter(({ formula }) => formula !== undefined)
      .flatMap(({ row, column }) => sharedBy(placeOf(layout, row, column)) ?? []),
  );
  if (touched.size === 0) return [];
  const changed = new Set(
    changes.filter(({ formula }) => formula !== undefined).map(({ row, column }) => `${row} ${column}`),
  );
  return layout.rows.flatMap(({ row, cells }) =>
    cells.flatMap((place): CellChange[] => {
      const { column } = place;
      const index = sharedBy(place);
      const cell = cellIn(after, row, column);
      if (index === null || !touched.has(index) || changed.has(`${row} ${column}`)) return [];
      if (cell?.content?.kind !== 'formula') return [];
      const { content, style } = cell;
      const result = writtenResult(resultOf(row, column, content));
      return [{ row, column, content: result, formula: content.formula, style: styleIndex(style) }];
    }),
  );
}

function placeOf({ rows }: SheetLayout, row: number, column: number): CellPlace | undefined {
  return rows.find((one) => one.row === row)?.cells.find((cell) => cell.column === column);
}

/** Styles of cells that are not there yet, as numbers. */
function defaultsOf(sheet: SheetState, { styleIndex }: SheetPatching): DefaultStyles {
  return {
    rows: new Map(
      [...sheet.rowSettings].flatMap(([row, { style }]) => (style ? [[row, styleIndex(style)]] : [])),
    ),
    columns: sheet.columns.flatMap(({ first, last, style }) =>
      style ? [[first, last, styleIndex(style)]] : [],
    ),
  };
}
