/**
 * Draws a new sheet into Excel in one round trip, with ExcelApi 1.9: cells as blocks, looks by unions of ranges, so that the number of
 * actions grows with the kinds of cells and not with the cells.
 */
import type { DrawnValidation, PrintSetUp, SheetDrawing } from '../../form/templates/sheetDrawing';
import { contentBlocks } from './drawnContent';
import { borderPlaces, columnPlaces, mergings, placesBy, rowPlaces, type Places } from './drawnLook';
import { showSheet } from './newSheets';
import { isPlainNumber, joinValidations, type JoinedValidation } from './drawnValidations';

/** Adds the sheet behind the others under this name, which must be legal and free, draws it and goes to its first cell. Resolves to its id. */
export async function drawSheet(
  context: Excel.RequestContext,
  drawing: SheetDrawing,
  { name, setsUpPrint }: { readonly name: string; readonly setsUpPrint: boolean },
): Promise<string> {
  const sheet = context.workbook.worksheets.add(name);
  sheet.load('id');
  fillCells(sheet, drawing);
  drawLook(sheet, drawing);
  for (const { range, isAcross } of mergings(drawing.merges)) sheet.getRange(range).merge(isAcross);
  for (const validation of joinValidations(drawing.validations)) validate(sheet, validation);
  setSizes(sheet, drawing);
  if (setsUpPrint) setUpPrint(sheet, drawing.print);
  if (drawing.frozenRows > 0) sheet.freezePanes.freezeRows(drawing.frozenRows);
  showSheet(sheet);
  await context.sync();
  return sheet.id;
}

function fillCells(sheet: Excel.Worksheet, drawing: SheetDrawing): void {
  const content = contentBlocks(drawing);
  const range = sheet.getRange(content.range);
  range.numberFormat = content.formatsMeanwhile;
  range.formulas = content.formulas;
  // Excel gives the cell of a formula the format of what it points at.
  range.numberFormat = content.formats;
}

function drawLook(sheet: Excel.Worksheet, drawing: SheetDrawing): void {
  const draw = <T>(
    places: readonly Places<T>[],
    set: (format: Excel.RangeFormat, value: T) => void,
  ): void => {
    for (const { value, addresses } of places)
      for (const address of addresses) set(sheet.getRanges(address).format, value);
  };
  draw(
    placesBy(drawing, () => drawing.font),
    (format, font) => (format.font.name = font),
  );
  draw(
    placesBy(drawing, ({ size }) => size),
    (format, size) => (format.font.size = size),
  );
  draw(
    placesBy(drawing, ({ isBold }) => isBold || null),
    (format, isBold) => (format.font.bold = isBold),
  );
  draw(
    placesBy(drawing, ({ horizontal }) => HORIZONTAL[horizontal]),
    (format, alignment) => (format.horizontalAlignment = alignment),
  );
  draw(
    placesBy(drawing, ({ vertical }) => VERTICAL[vertical]),
    (format, alignment) => (format.verticalAlignment = alignment),
  );
  draw(
    placesBy(drawing, ({ wraps }) => wraps || null),
    (format, wraps) => (format.wrapText = wraps),
  );
  draw(
    placesBy(drawing, ({ fill }) => fill),
    (format, color) => (format.fill.color = color),
  );
  draw(borderPlaces(drawing), (format, side) => (format.borders.getItem(side).style = 'Continuous'));
}

const HORIZONTAL = { left: 'Left', center: 'Center', right: 'Right' } as const;
const VERTICAL = { top: 'Top', center: 'Center' } as const;

/** After everything else, since Excel fits rows to what is put into them until somebody gives them a height. */
function setSizes(sheet: Excel.Worksheet, drawing: SheetDrawing): void {
  for (const { value, addresses } of columnPlaces(drawing))
    for (const address of addresses) sheet.getRanges(address).format.columnWidth = value;
  for (const { value, addresses } of rowPlaces(drawing))
    for (const address of addresses) sheet.getRanges(address).format.rowHeight = value;
}

function validate(
  sheet: Excel.Worksheet,
  { address, rule, hint, refusal, isStrict }: JoinedValidation,
): void {
  const { dataValidation } = address.includes(',') ? sheet.getRanges(address) : sheet.getRange(address);
  dataValidation.rule = validationRule(rule);
  dataValidation.prompt = { showPrompt: true, title: hint.title, message: hint.text };
  dataValidation.errorAlert = {
    showAlert: true,
    style: isStrict ? 'Stop' : 'Warning',
    title: refusal.title,
    message: refusal.text,
  };
}

function validationRule(rule: DrawnValidation['rule']): Excel.DataValidationRule {
  if (rule.kind === 'list') return { list: { inCellDropDown: true, source: rule.items.join(',') } };
  const { from, to } = rule;
  return to === null
    ? { decimal: { operator: 'GreaterThanOrEqualTo', formula1: limit(from) } }
    : { decimal: { operator: 'Between', formula1: limit(from), formula2: limit(to) } };
}

function limit(text: string): string | number {
  return isPlainNumber(text) ? Number(text) : `=${text}`;
}

/** True for a call of `setUpPrint`: Excel for Windows knows no pages where no printer is installed. */
export function isPrintSetUp(place: string): boolean {
  return /^(PageLayout|HeaderFooter)/.test(place);
}

function setUpPrint(
  { pageLayout }: Excel.Worksheet,
  { area, isLandscape, margins, isCentred, repeatedRows, footer }: PrintSetUp,
): void {
  pageLayout.paperSize = 'A4';
  pageLayout.orientation = isLandscape ? 'Landscape' : 'Portrait';
  pageLayout.zoom = { horizontalFitToPages: 1 };
  pageLayout.setPrintMargins('Points', { ...margins });
  pageLayout.centerHorizontally = isCentred;
  pageLayout.setPrintArea(area);
  if (repeatedRows) pageLayout.setPrintTitleRows(`$${repeatedRows.first + 1}:$${repeatedRows.last + 1}`);
  if (footer !== '') pageLayout.headersFooters.defaultForAllPages.centerFooter = footer;
}
