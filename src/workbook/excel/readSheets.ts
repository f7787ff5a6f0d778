/**
 * Reads sheets out of Excel: values, texts, formats, formulas, locks, marks and settings in one round trip when the sheets are known
 * beforehand, in two when they are not. What is too large for one answer is read in slices.
 */
import type { Mark } from '../../form/writePlan';
import { isEmptyRule, labelOfRule, rangesOfRule } from '../markRule';
import type { SheetSnapshot } from '../workbook';
import { gridOfRange, type Locks, type UsedRange } from './gridOfRange';

/** What is known of a sheet before it is read. */
export interface KnownSheet {
  readonly id: string;
  readonly name: string;
  readonly isProtected: boolean;
}

/** A mark as it stands in Excel; the id holds as long as nobody changes the rules. */
export interface StandingMark extends Mark {
  readonly id: string;
}

export interface ReadSheet {
  readonly id: string;
  readonly snapshot: SheetSnapshot;
  readonly marks: readonly StandingMark[];
  /** Ids of rules that say nothing. */
  readonly emptyRules: readonly string[];
  /** All conditional formats of the sheet, others' included. */
  readonly ruleCount: number;
}

export interface ReadRequest {
  /** Null for all sheets. */
  readonly names: readonly string[] | null;
  /** The sheets as they were last seen; empty when nothing is known yet. */
  readonly known: readonly KnownSheet[];
  /** True reads cells block by block, for sheets that Excel will not give at once. */
  readonly inSlices: boolean;
}

export interface ReadResult {
  /** In the order of the tabs. */
  readonly sheets: readonly ReadSheet[];
  readonly known: readonly KnownSheet[];
  readonly activeSheet: string;
  /** All settings of the workbook, other add-ins' included: values as they are stored. */
  readonly settings: readonly { readonly key: string; readonly value: unknown }[];
}

/** About 1.5 MB an answer; Excel on the web gives 5 MB at most. */
const CELLS_PER_SLICE = 20_000;

const CELL_CONTENT = 'values,text,formulas,numberFormat';
const USED_WHOLE = `rowIndex,columnIndex,${CELL_CONTENT}`;
const USED_OUTLINE = 'rowIndex,columnIndex,rowCount,columnCount';

interface SheetRequest {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  readonly formats: Excel.ConditionalFormatCollection;
  locks: OfficeExtension.ClientResult<Excel.CellProperties[][]> | null;
}

export async function readSheets(context: Excel.RequestContext, request: ReadRequest): Promise<ReadResult> {
  const { worksheets, settings } = context.workbook;
  const active = worksheets.getActiveWorksheet();
  active.load('name');
  worksheets.load('items/id,items/name,items/protection/protected');
  settings.load('items/key,items/value');
  const requests = new Map<string, SheetRequest>();
  const ask = (name: string, sheet: Excel.Worksheet, isProtected: boolean): void => {
    requests.set(name, askSheet(sheet, isProtected, request.inSlices));
  };
  for (const name of request.names ?? request.known.map((sheet) => sheet.name)) {
    ask(name, worksheets.getItemOrNullObject(name), isKnownProtected(request.known, name));
  }
  const isNew = request.names === null && request.known.length === 0;
  const unknownActive = isNew ? askSheet(active, false, request.inSlices) : null;
  await context.sync();

  const known = worksheets.items.map((sheet) => ({
    id: sheet.id,
    name: sheet.name,
    isProtected: sheet.protection.protected,
  }));
  if (unknownActive) requests.set(active.name, unknownActive);
  const wanted = known.filter(({ name }) => request.names?.includes(name) ?? true);
  let isIncomplete = false;
  for (const { name, isProtected } of wanted) {
    const asked = requests.get(name);
    if (!asked || asked.sheet.isNullObject) {
      ask(name, worksheets.getItem(name), isProtected);
      isIncomplete = true;
    } else if (isProtected && !request.inSlices && !asked.locks && !asked.used.isNullObject) {
      asked.locks = askLocks(asked.used);
      isIncomplete = true;
    }
  }
  if (isIncomplete) await context.sync();

  const sheets: ReadSheet[] = [];
  for (const { id, name, isProtected } of wanted) {
    const asked = requests.get(name);
    if (!asked) continue;
    const cells = request.inSlices ? await readInSlices(context, asked, isProtected) : cellsAtOnce(asked);
    sheets.push(sheetOf(asked, cells, { id, name, isProtected }));
  }
  return {
    sheets,
    known,
    activeSheet: active.name,
    settings: settings.items.map(({ key, value }) => ({ key, value: value as unknown })),
  };
}

function isKnownProtected(known: readonly KnownSheet[], name: string): boolean {
  return known.some((sheet) => sheet.name === name && sheet.isProtected);
}

function askSheet(sheet: Excel.Worksheet, isProtected: boolean, inSlices: boolean): SheetRequest {
  sheet.load('visibility');
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load(inSlices ? USED_OUTLINE : USED_WHOLE);
  const formats = sheet.getRange().conditionalFormats;
  formats.load('items/id,items/customOrNullObject/rule/formula');
  return { sheet, used, formats, locks: isProtected && !inSlices ? askLocks(used) : null };
}

function askLocks(used: Excel.Range): OfficeExtension.ClientResult<Excel.CellProperties[][]> {
  return used.getCellProperties({ format: { protection: true } });
}

interface ReadCells {
  readonly used: UsedRange;
  readonly locks: Locks;
}

/** Null for an empty sheet. */
function cellsAtOnce({ used, locks }: SheetRequest): ReadCells | null {
  if (used.isNullObject) return null;
  const { rowIndex, columnIndex, values, text, formulas, numberFormat } = used;
  return {
    used: { rowIndex, columnIndex, values, text, formulas, numberFormat },
    locks: locks && locksOf(locks.value),
  };
}

function locksOf(rows: readonly (readonly Excel.CellProperties[])[]): readonly (readonly boolean[])[] {
  return rows.map((row) => row.map((cell) => cell.format?.protection?.locked ?? true));
}

/** Reads the cells of one sheet in blocks of whole rows: the one place where round trips grow with the size of a sheet. */
async function readInSlices(
  context: Excel.RequestContext,
  { sheet, used }: SheetRequest,
  isProtected: boolean,
): Promise<ReadCells | null> {
  if (used.isNullObject) return null;
  const { rowIndex, columnIndex, rowCount, columnCount } = used;
  const whole: UsedRange & {
    values: unknown[][];
    text: string[][];
    formulas: unknown[][];
    numberFormat: unknown[][];
  } = { rowIndex, columnIndex, values: [], text: [], formulas: [], numberFormat: [] };
  const locks: (readonly boolean[])[] = [];
  const rowsPerSlice = Math.max(1, Math.floor(CELLS_PER_SLICE / columnCount));
  for (let row = 0; row < rowCount; row += rowsPerSlice) {
    const rows = Math.min(rowsPerSlice, rowCount - row);
    const slice = sheet.getRangeByIndexes(rowIndex + row, columnIndex, rows, columnCount);
    slice.load(CELL_CONTENT);
    const sliceLocks = isProtected ? askLocks(slice) : null;
    // A slice must not be asked for before the one ahead of it was answered: together they are too large.
    await context.sync();
    for (let r = 0; r < rows; r += 1) {
      whole.values.push(slice.values[r] ?? []);
      whole.text.push(slice.text[r] ?? []);
      whole.formulas.push(slice.formulas[r] ?? []);
      whole.numberFormat.push(slice.numberFormat[r] ?? []);
    }
    if (sliceLocks) locks.push(...locksOf(sliceLocks.value));
    slice.untrack();
  }
  return { used: whole, locks: isProtected ? locks : null };
}

function sheetOf(
  asked: SheetRequest,
  cells: ReadCells | null,
  { id, name, isProtected }: KnownSheet,
): ReadSheet {
  const rules = asked.formats.items.flatMap(({ id, customOrNullObject: { isNullObject, rule } }) =>
    isNullObject ? [] : [{ id, formula: rule.formula }],
  );
  const marks = rules.flatMap(({ id, formula }): StandingMark[] => {
    const label = labelOfRule(formula);
    return label === null ? [] : [{ id, label, ranges: rangesOfRule(formula) }];
  });
  return {
    id,
    marks,
    emptyRules: rules.filter(({ formula }) => isEmptyRule(formula)).map((rule) => rule.id),
    ruleCount: asked.formats.items.length,
    snapshot: {
      grid: gridOfRange(name, cells?.used ?? null, isProtected ? (cells?.locks ?? null) : null),
      visibility: visibilityOf(asked.sheet),
      isProtected,
      marks: marks.map(({ label, ranges }) => ({ label, ranges })),
    },
  };
}

function visibilityOf({ visibility }: Excel.Worksheet): SheetSnapshot['visibility'] {
  if (visibility === 'VeryHidden') return 'very-hidden';
  return visibility === 'Hidden' ? 'hidden' : 'visible';
}
