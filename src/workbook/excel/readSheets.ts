/**
 * Reads sheets out of Excel: values, texts, formats, formulas, locks, marks and settings in one round trip when the sheets are known
 * beforehand, in two when they are not. What is too large for one answer is read in slices.
 */
import type { Mark } from '../../form/writePlan';
import { isEmptyRule, marksOfRule } from '../markRule';
import type { SheetSnapshot } from '../workbook';
import { showDatesFrom1904 } from './dates1904';
import { gridOfBlocks, type CellBlock } from './gridOfRange';
import { askLocks, CELL_CONTENT, isUnbounded, locksOf, outlineOf, readInBlocks } from './readBlocks';

/** What is known of a sheet before it is read. */
export interface KnownSheet {
  readonly id: string;
  readonly name: string;
  readonly isProtected: boolean;
}

/** A mark as it stands in Excel; the id is that of its rule, and holds as long as nobody changes the rules. */
export interface StandingMark extends Mark {
  readonly id: string;
}

/** A sheet as it is listed. */
interface ListedSheet extends KnownSheet {
  readonly visibility: SheetSnapshot['visibility'];
}

export interface ReadSheet {
  readonly id: string;
  readonly snapshot: SheetSnapshot;
  readonly marks: readonly StandingMark[];
  /** Ids of rules that say nothing. */
  readonly emptyRules: readonly string[];
  /** All conditional formats of the sheet, others' included. */
  readonly ruleCount: number;
  /** True when rows that are used are hidden, by a filter or by hand, or may be. */
  readonly hasHiddenRows: boolean;
  /** True when the sheet's dates are counted from 1904 in Excel; the grid has them as everywhere else. */
  readonly isFrom1904: boolean;
}

export interface ReadRequest {
  /** Null for all sheets. */
  readonly names: readonly string[] | null;
  /** The sheets as they were last seen; empty when nothing is known yet. */
  readonly known: readonly KnownSheet[];
  /** The sheet that the person was last seen to look at; null when that is not known. */
  readonly active: string | null;
  /** True reads cells block by block, for sheets that Excel will not give at once. */
  readonly inSlices: boolean;
}

export interface ReadResult {
  /** In the order of the tabs. */
  readonly sheets: readonly ReadSheet[];
  readonly known: readonly KnownSheet[];
  /** Null when only some sheets were asked for. */
  readonly activeSheet: string | null;
  /** All settings of the workbook, other add-ins' included: values as they are stored. */
  readonly settings: readonly { readonly key: string; readonly value: unknown }[];
}

const WHOLE = `address,rowHidden,${CELL_CONTENT}`;

interface SheetRequest {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  readonly formats: Excel.ConditionalFormatCollection;
  locks: OfficeExtension.ClientResult<Excel.CellProperties[][]> | null;
}

export async function readSheets(context: Excel.RequestContext, request: ReadRequest): Promise<ReadResult> {
  const { worksheets, settings } = context.workbook;
  worksheets.load('items/id,items/name,items/visibility,items/protection/protected');
  settings.load('items/key,items/value');
  // A sheet that is alone is the one that the person looks at: nothing need be asked about that.
  const isAlone = request.known.length === 1;
  const active = isAlone || request.names !== null ? null : askActive(worksheets);
  const requests = new Map<string, SheetRequest>();
  const ask = (name: string, sheet: Excel.Worksheet, isProtected: boolean): void => {
    requests.set(name, askSheet(sheet, isProtected, request.inSlices));
  };
  const names = request.names ?? request.known.map((sheet) => sheet.name);
  // By its place a sheet is asked for in fewer words than by its name, and found when it has another one by now.
  const placed = names.find((name) => isAlone || (active && name === request.active)) ?? null;
  for (const name of names) {
    if (name !== placed)
      ask(name, worksheets.getItemOrNullObject(name), isKnownProtected(request.known, name));
  }
  const isNew = request.names === null && request.known.length === 0;
  const atPlace =
    isNew || placed !== null
      ? askSheet(
          active ?? worksheets.getFirst(),
          placed !== null && isKnownProtected(request.known, placed),
          request.inSlices,
        )
      : null;
  await context.sync();

  const known = worksheets.items.map((sheet): ListedSheet => ({
    id: sheet.id,
    name: sheet.name,
    isProtected: sheet.protection.protected,
    visibility: visibilityOf(sheet),
  }));
  const nameAtPlace = active ? active.name : (known[0]?.name ?? '');
  if (atPlace) requests.set(nameAtPlace, atPlace);
  const wanted = known.filter(({ name }) => request.names?.includes(name) ?? true);
  const moreActive = request.names === null && !active && known.length > 1 ? askActive(worksheets) : null;
  let isIncomplete = moreActive !== null;
  for (const { id, name, isProtected } of wanted) {
    const asked = requests.get(name);
    if (!asked || asked.sheet.isNullObject) {
      ask(name, worksheets.getItem(name), isProtected);
      isIncomplete = true;
    } else if (
      isProtected &&
      !request.inSlices &&
      !asked.locks &&
      !asked.used.isNullObject &&
      !isUnbounded(outlineOf(asked.used.address))
    ) {
      // Its range is gone with the first answer: nothing was kept of it.
      const { rowIndex, columnIndex, rowCount, columnCount } = outlineOf(asked.used.address);
      const cells = worksheets.getItem(id).getRangeByIndexes(rowIndex, columnIndex, rowCount, columnCount);
      asked.locks = askLocks(cells);
      isIncomplete = true;
    }
  }
  if (isIncomplete) await context.sync();

  const found: {
    readonly sheet: ListedSheet;
    readonly asked: SheetRequest;
    readonly blocks: readonly CellBlock[];
  }[] = [];
  for (const sheet of wanted) {
    const asked = requests.get(sheet.name);
    if (!asked) continue;
    const { inSlices } = request;
    const blocks = await cellsOf(context, asked, { id: sheet.id, isProtected: sheet.isProtected, inSlices });
    found.push({ sheet, asked, blocks });
  }
  const isFrom1904 = showDatesFrom1904(found.flatMap(({ blocks }) => blocks.map(({ used }) => used)));
  return {
    sheets: found.map(({ sheet, asked, blocks }) => sheetOf(asked, blocks, sheet, isFrom1904)),
    known,
    activeSheet: request.names === null ? (moreActive?.name ?? nameAtPlace) : null,
    settings: settings.items.map(({ key, value }) => ({ key, value: value as unknown })),
  };
}

function askActive(worksheets: Excel.WorksheetCollection): Excel.Worksheet {
  const active = worksheets.getActiveWorksheet();
  active.load('name');
  return active;
}

function isKnownProtected(known: readonly KnownSheet[], name: string): boolean {
  return known.some((sheet) => sheet.name === name && sheet.isProtected);
}

function askSheet(sheet: Excel.Worksheet, isProtected: boolean, inSlices: boolean): SheetRequest {
  const used = sheet.getUsedRangeOrNullObject(true);
  // Constants say what is loaded: the rule reads literals only.
  // eslint-disable-next-line office-addins/no-empty-load
  used.load(inSlices ? 'address,rowHidden' : WHOLE);
  const formats = sheet.getRange().conditionalFormats;
  formats.load('items/id,items/customOrNullObject/rule/formula');
  return { sheet, used, formats, locks: isProtected && !inSlices ? askLocks(used) : null };
}

/** Reads the cells of one sheet, at once where Excel has given them; none for an empty sheet. */
async function cellsOf(
  context: Excel.RequestContext,
  { used, locks }: SheetRequest,
  { id, isProtected, inSlices }: Pick<KnownSheet, 'id' | 'isProtected'> & { readonly inSlices: boolean },
): Promise<readonly CellBlock[]> {
  if (used.isNullObject) return [];
  const outline = outlineOf(used.address);
  if (inSlices || isUnbounded(outline))
    return readInBlocks(context, context.workbook.worksheets.getItem(id), outline, isProtected);
  const { rowIndex, columnIndex } = outline;
  const { values, text, formulas, numberFormat } = used;
  const read = { rowIndex, columnIndex, values, text, formulas, numberFormat };
  return [{ used: read, locks: isProtected && locks ? locksOf(locks.value) : null }];
}

function sheetOf(
  asked: SheetRequest,
  blocks: readonly CellBlock[],
  { id, name, isProtected, visibility }: ListedSheet,
  isFrom1904: boolean,
): ReadSheet {
  const rules = asked.formats.items.flatMap(({ id, customOrNullObject: { isNullObject, rule } }) =>
    isNullObject ? [] : [{ id, formula: rule.formula }],
  );
  const marks = rules.flatMap(({ id, formula }) =>
    (marksOfRule(formula) ?? []).map((mark): StandingMark => ({ id, ...mark })),
  );
  return {
    id,
    marks,
    emptyRules: rules.filter(({ formula }) => isEmptyRule(formula)).map((rule) => rule.id),
    isFrom1904,
    ruleCount: asked.formats.items.length,
    hasHiddenRows: !asked.used.isNullObject && mayBeHidden(asked.used.rowHidden),
    snapshot: {
      grid: gridOfBlocks(name, blocks, isFrom1904),
      visibility,
      isProtected,
      marks: marks.map(({ label, ranges }) => ({ label, ranges })),
    },
  };
}

/** Excel gives null where some are. */
function mayBeHidden(rowHidden: boolean | null): boolean {
  return rowHidden !== false;
}

function visibilityOf({ visibility }: Excel.Worksheet): SheetSnapshot['visibility'] {
  if (visibility === 'VeryHidden') return 'very-hidden';
  return visibility === 'Hidden' ? 'hidden' : 'visible';
}
