/** Writes a drawing as the text of a worksheet part. */
import type {
  DrawnCell,
  DrawnMessage,
  DrawnValidation,
  PrintSetUp,
  SheetDrawing,
} from '../../form/templates/sheetDrawing';
import { rangeName } from '../../form/address';
import { newCell, type CellContent } from './cellPatch';
import { widthDigits } from './columnWidths';
import { encodeXstring, escapeXml } from './xml';

export interface SheetWriting {
  readonly styles: ReadonlyMap<string, number>;
  readonly digitWidth: number;
  /** The result of a formula. */
  readonly resultOf: (row: number, column: number) => CellContent;
}

const NO_DEFAULTS = { rows: new Map<number, number>(), columns: [] };
const POINTS_IN_INCH = 72;
const A4 = 9;

/** The whole part, selected as the sheet that is shown. */
export function drawnSheet(drawing: SheetDrawing, writing: SheetWriting): string {
  const { columnWidths, rowHeights, merges } = drawing;
  const columns = columnWidths.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${widthDigits(width, writing.digitWidth)}" customWidth="1"/>`,
  );
  const merged = merges.map((range) => `<mergeCell ref="${range}"/>`).join('');
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<dimension ref="${rangeName(0, 0, Math.max(0, rowHeights.length - 1), Math.max(0, columnWidths.length - 1))}"/>` +
    `<sheetViews><sheetView tabSelected="1" workbookViewId="0">${paneText(drawing.frozenRows)}</sheetView></sheetViews>` +
    '<sheetFormatPr defaultRowHeight="14.25"/>' +
    (columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`) +
    `<sheetData>${rowsText(drawing, writing)}</sheetData>` +
    (merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merged}</mergeCells>`) +
    validationsText(drawing.validations) +
    printText(drawing.print) +
    '</worksheet>'
  );
}

function paneText(rows: number): string {
  if (rows === 0) return '';
  const pane = `<pane ySplit="${rows}" topLeftCell="A${rows + 1}" activePane="bottomLeft" state="frozen"/>`;
  return `${pane}<selection pane="bottomLeft"/>`;
}

function rowsText({ rowHeights, cells }: SheetDrawing, writing: SheetWriting): string {
  const byRow = new Map<number, string[]>();
  for (const cell of cells) {
    const inRow = byRow.get(cell.row) ?? [];
    byRow.set(cell.row, inRow);
    inRow.push(cellText(cell, writing));
  }
  return rowHeights
    .map((height, row) => {
      const inRow = byRow.get(row)?.join('') ?? '';
      return `<row r="${row + 1}" ht="${height}" customHeight="1">${inRow}</row>`;
    })
    .join('');
}

function cellText({ row, column, value, formula, style }: DrawnCell, writing: SheetWriting): string {
  const content = formula === null ? contentOf(value) : writing.resultOf(row, column);
  const change = { row, column, content, formula, style: writing.styles.get(style) ?? 0 };
  return newCell('', change, NO_DEFAULTS);
}

function contentOf(value: DrawnCell['value']): CellContent {
  if (value === null) return { kind: 'blank' };
  return typeof value === 'number' ? { kind: 'number', value } : { kind: 'text', value };
}

function validationsText(validations: readonly DrawnValidation[]): string {
  if (validations.length === 0) return '';
  const texts = validations.map(validationText).join('');
  return `<dataValidations count="${validations.length}">${texts}</dataValidations>`;
}

function validationText({ range, rule, hint, refusal, isStrict }: DrawnValidation): string {
  const attributes =
    `allowBlank="1" showInputMessage="1" showErrorMessage="1"${isStrict ? '' : ' errorStyle="warning"'}` +
    `${messageText('error', refusal)}${messageText('prompt', hint)} sqref="${range}"`;
  if (rule.kind === 'list') {
    const items = escapeXml(`"${rule.items.join(',')}"`);
    return `<dataValidation type="list" ${attributes}><formula1>${items}</formula1></dataValidation>`;
  }
  const lower = `<formula1>${escapeXml(rule.from)}</formula1>`;
  if (rule.to === null)
    return `<dataValidation type="decimal" operator="greaterThanOrEqual" ${attributes}>${lower}</dataValidation>`;
  const upper = `<formula2>${escapeXml(rule.to)}</formula2>`;
  return `<dataValidation type="decimal" ${attributes}>${lower}${upper}</dataValidation>`;
}

function messageText(kind: 'error' | 'prompt', { title, text }: DrawnMessage): string {
  const write = (words: string): string => escapeXml(encodeXstring(words));
  return ` ${kind}Title="${write(title)}" ${kind}="${write(text)}"`;
}

function printText({ isLandscape, margins, isCentred, footer }: PrintSetUp): string {
  const inches = (points: number): string => String(points / POINTS_IN_INCH);
  return (
    (isCentred ? '<printOptions horizontalCentered="1"/>' : '') +
    `<pageMargins left="${inches(margins.left)}" right="${inches(margins.right)}" top="${inches(margins.top)}" ` +
    `bottom="${inches(margins.bottom)}" header="0.3" footer="0.3"/>` +
    `<pageSetup paperSize="${A4}" orientation="${isLandscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>` +
    (footer === '' ? '' : `<headerFooter><oddFooter>${escapeXml(`&C${footer}`)}</oddFooter></headerFooter>`)
  );
}
