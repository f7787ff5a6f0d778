/** Applies write plans to an open workbook: all of them, or none when one is refused. */
import type { EntryValue } from '../../engine/entry';
import type { MarkLevel, WritePlan } from '../../form/writePlan';
import { standsForError } from '../errorCode';
import { checkWrites, wantedMarks } from '../planCheck';
import { WriteRefused } from '../writeRefused';
import { calculationSheet, contentOf, writtenOperand } from './calculation';
import { withFullCalculation } from './calculationPatch';
import { cellEdits, type CellChange, type CellContent } from './cellPatch';
import { DATE_1904_OFFSET } from '../dateSystem';
import { Unreadable } from './fileError';
import { recalculate } from './formula/recalculate';
import { levelOf, orderLabels } from '../makeMarkRules';
import { hasMarks, markEdits, type WantedMarks } from './markPatch';
import { showsDate } from './numberText';
import { readSheet } from './openPackage';
import type { OpenSheet, OpenWorkbook } from './openWorkbook';
import { withMissingResults } from './missingResults';
import { createPartEditor, type PartEditor } from './partEditor';
import { mapSheet } from './sheetLayout';
import { defaultStyle } from './sheetParser';
import { EMPTY_STYLESHEET, NEW_STYLES, STYLES_CONTENT_TYPE, withMarkFormats } from './stylePatch';
import { DEFAULT_STYLE, type CellStyle } from './styles';
import { applyEdits } from './textEdit';
import { withContentType, withRelationship } from './packagePatch';
import { CONTENT_TYPES, partXml, relationshipsKey } from './workbookParts';
import { openArchive, repack } from './zip';

/** What one sheet is to become. */
interface SheetTask {
  readonly sheet: OpenSheet;
  readonly typed: readonly CellChange[];
  readonly marks: WantedMarks | null;
}

/**
 * The workbook with the plans applied; the same workbook when they change nothing. Throws `WriteRefused` when
 * a cell must not be written.
 */
export function applyPlans(workbook: OpenWorkbook, plans: readonly WritePlan[]): OpenWorkbook {
  const tasks = new Map<string, SheetTask>();
  for (const plan of plans) {
    const sheet = workbook.sheets.find(({ part }) => part.name === plan.sheet);
    if (!sheet) throw new WriteRefused({ kind: 'no-sheet', sheet: plan.sheet });
    const task = tasks.get(plan.sheet) ?? { sheet, typed: [], marks: null };
    const typed = [...task.typed, ...typedChanges(workbook, sheet, plan)];
    tasks.set(plan.sheet, { sheet, typed, marks: addMarks(plan, task.marks) });
  }
  const parts = createPartEditor(workbook.archive);
  const changes = withResults(workbook, [...tasks.values()]);
  for (const sheet of workbook.sheets) {
    patchSheet(workbook, parts, sheet, {
      cells: changes.get(sheet.part.name) ?? [],
      // As in Excel, nobody changes the formats of a protected sheet, and a mark that is there could not be taken off.
      marks: sheet.snapshot.isProtected ? null : (tasks.get(sheet.part.name)?.marks ?? null),
    });
  }
  const isTyped = [...tasks.values()].some(({ typed }) => typed.length > 0);
  if (isTyped && hasFormulas(workbook)) {
    parts.edit(workbook.parts.workbook, (xml) => withFullCalculation(xml, workbook.parts.workbook));
  }
  const changed = parts.changed();
  if (changed.size === 0) return workbook;
  if (workbook.parts.isSigned) throw new WriteRefused({ kind: 'signed' });
  return reopened(workbook, changed);
}

/** Reads the changed sheets of our own output again, so that what was written is what is shown. */
function reopened(workbook: OpenWorkbook, changed: ReadonlyMap<string, Uint8Array>): OpenWorkbook {
  try {
    const archive = openArchive(repack(workbook.archive, changed));
    const counter = { cells: 0 };
    const sheets = workbook.sheets.map((sheet) => {
      const { part } = sheet;
      if (!changed.has(part.key)) return sheet;
      return readSheet(partXml(archive, part.key), part, { meaning: workbook.meaning, counter });
    });
    const styles = workbook.parts.styles ?? (changed.has(NEW_STYLES) ? NEW_STYLES : null);
    const { date1904 } = workbook.meaning;
    return {
      ...workbook,
      archive,
      sheets: withMissingResults(sheets, date1904),
      parts: { ...workbook.parts, styles },
    };
  } catch (error) {
    if (error instanceof Unreadable) throw new WriteRefused({ kind: 'result' });
    throw error;
  }
}

function typedChanges(workbook: OpenWorkbook, sheet: OpenSheet, plan: WritePlan): CellChange[] {
  const { grid, isProtected } = sheet.snapshot;
  const styleOf = (row: number, column: number): CellStyle =>
    workbook.meaning.styles[defaultStyle(sheet.defaults, row, column)] ?? DEFAULT_STYLE;
  const needed = checkWrites(plan, grid, (row, column) => isProtected && styleOf(row, column).locked);
  return needed.map(({ row, column, write }) => {
    const format = grid.rows[row]?.[column]?.format ?? styleOf(row, column).format;
    const isShifted = workbook.meaning.date1904 && showsDate(format);
    if (typeof write.value === 'string' && standsForError(write.value, format))
      return { row, column, content: { kind: 'error', value: write.value } };
    return { row, column, content: contentFor(write.value, isShifted) };
  });
}

function contentFor(value: EntryValue, isShifted: boolean): CellContent {
  if (value === null || value === '') return { kind: 'blank' };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (typeof value === 'string') return { kind: 'text', value };
  return { kind: 'number', value: isShifted ? value - DATE_1904_OFFSET : value };
}

/** The marks of a plan; two plans for one sheet add up. */
function addMarks(plan: WritePlan, before: WantedMarks | null): WantedMarks {
  const earlier = [...(before ?? [])].map(([label, ranges]) => ({ label, ranges }));
  return wantedMarks({ ...plan, marks: [...earlier, ...plan.marks] });
}

function hasFormulas({ sheets }: OpenWorkbook): boolean {
  return sheets.some(({ snapshot }) =>
    snapshot.grid.rows.some((row) => row?.some((cell) => (cell?.formula ?? null) !== null)),
  );
}

/** The typed changes of each sheet, and the results that change with them. */
function withResults(workbook: OpenWorkbook, tasks: readonly SheetTask[]): Map<string, CellChange[]> {
  const changes = new Map(tasks.map(({ sheet, typed }) => [sheet.part.name, [...typed]]));
  const written = tasks.flatMap(({ sheet, typed }) =>
    typed.map(({ row, column, content }) => ({
      sheet: sheet.part.name,
      row,
      column,
      value: writtenOperand(content),
    })),
  );
  if (written.length === 0) return changes;
  const { date1904 } = workbook.meaning;
  const sheets = workbook.sheets.map((sheet) => calculationSheet(sheet, date1904));
  for (const { sheet, row, column, value } of recalculate(sheets, written)) {
    const inSheet = changes.get(sheet) ?? [];
    inSheet.push({ row, column, content: contentOf(value) });
    changes.set(sheet, inSheet);
  }
  return changes;
}

function patchSheet(
  workbook: OpenWorkbook,
  parts: PartEditor,
  sheet: OpenSheet,
  { cells, marks }: { cells: readonly CellChange[]; marks: WantedMarks | null },
): void {
  if (cells.length === 0 && marks === null) return;
  const { key } = sheet.part;
  parts.edit(key, (xml) => {
    const layout = mapSheet(xml, key, new Set(cells.map(({ row }) => row)));
    const edits = cellEdits(xml, layout, cells, sheet.defaults);
    if (marks && !hasMarks(layout, marks)) {
      return applyEdits(xml, [...edits, ...markEdits(layout, marks, markFormatIds(workbook, parts, marks))]);
    }
    return applyEdits(xml, edits);
  });
}

function markFormatIds(
  workbook: OpenWorkbook,
  parts: PartEditor,
  marks: WantedMarks,
): ReadonlyMap<MarkLevel, number> {
  const styles = workbook.parts.styles ?? NEW_STYLES;
  const levels = orderLabels([...marks.keys()]).flatMap((label) => levelOf(label) ?? []);
  if (levels.length === 0) return new Map();
  if (workbook.parts.styles === null) addStylesheet(workbook, parts);
  let ids: ReadonlyMap<MarkLevel, number> = new Map();
  parts.edit(styles, (xml) => {
    const formats = withMarkFormats(xml, styles, levels);
    ids = formats.ids;
    return formats.xml;
  });
  return ids;
}

/** Most workbooks have a stylesheet; some programs leave it out. */
function addStylesheet(workbook: OpenWorkbook, parts: PartEditor): void {
  if (!parts.create(NEW_STYLES, EMPTY_STYLESHEET)) return;
  parts.edit(CONTENT_TYPES, (xml) => withContentType(xml, NEW_STYLES, STYLES_CONTENT_TYPE));
  const relationships = relationshipsKey(workbook.parts.workbook);
  parts.edit(relationships, (xml) => withRelationship(xml, relationships, 'styles', NEW_STYLES));
}
