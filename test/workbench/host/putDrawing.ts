/** Puts a drawing on a new sheet by plain calls of Office.js, each as the API documents it. */
import type { DrawnCell, DrawnValidation, SheetDrawing } from '../../../src/form/templates/sheetDrawing';
import { cellName } from '../../../src/form/address';

const HORIZONTAL = { left: 'Left', center: 'Center', right: 'Right' } as const;
const VERTICAL = { top: 'Top', center: 'Center' } as const;
const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;

/** In one batch; the new sheet is activated. */
export async function putDrawing(drawing: SheetDrawing): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add(drawing.name);
    drawing.columnWidths.forEach((width, column) => {
      sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width;
    });
    drawing.rowHeights.forEach((height, row) => {
      sheet.getRangeByIndexes(row, 0, 1, 1).format.rowHeight = height;
    });
    for (const cell of drawing.cells) putCell(sheet, drawing, cell);
    for (const range of drawing.merges) sheet.getRange(range).merge();
    for (const validation of drawing.validations) putValidation(sheet, validation);
    putPage(sheet, drawing);
    if (drawing.frozenRows > 0) sheet.freezePanes.freezeRows(drawing.frozenRows);
    sheet.activate();
    await context.sync();
  });
}

function putCell(sheet: Excel.Worksheet, drawing: SheetDrawing, cell: DrawnCell): void {
  const range = sheet.getRange(cellName(cell.row, cell.column));
  const style = drawing.styles[cell.style];
  if (!style) throw new Error(cell.style);
  const { format } = range;
  format.font.name = drawing.font;
  format.font.size = style.size;
  format.font.bold = style.isBold;
  format.horizontalAlignment = HORIZONTAL[style.horizontal];
  format.verticalAlignment = VERTICAL[style.vertical];
  format.wrapText = style.wraps;
  if (style.fill !== null) format.fill.color = style.fill;
  if (style.hasBorder) for (const edge of EDGES) format.borders.getItem(edge).style = 'Continuous';
  if (cell.formula !== null) range.formulas = [[`=${cell.formula}`]];
  range.numberFormat = [[style.numberFormat]];
  if (cell.formula === null && cell.value !== null) range.values = [[cell.value]];
}

function putValidation(sheet: Excel.Worksheet, validation: DrawnValidation): void {
  const { rule, hint, refusal, isStrict } = validation;
  const { dataValidation } = sheet.getRange(validation.range);
  if (rule.kind === 'list') {
    dataValidation.rule = { list: { inCellDropDown: true, source: rule.items.join(',') } };
  } else {
    const operand = (text: string): string => (Number.isFinite(Number(text)) ? text : `=${text}`);
    const formula1 = operand(rule.from);
    dataValidation.rule = {
      decimal:
        rule.to === null
          ? { formula1, operator: 'GreaterThanOrEqualTo' }
          : { formula1, formula2: operand(rule.to), operator: 'Between' },
    };
  }
  dataValidation.prompt = { title: hint.title, message: hint.text, showPrompt: true };
  const style = isStrict ? 'Stop' : 'Warning';
  dataValidation.errorAlert = { title: refusal.title, message: refusal.text, showAlert: true, style };
}

function putPage({ pageLayout }: Excel.Worksheet, { print }: SheetDrawing): void {
  pageLayout.orientation = print.isLandscape ? 'Landscape' : 'Portrait';
  pageLayout.paperSize = 'A4';
  pageLayout.zoom = { horizontalFitToPages: 1 };
  pageLayout.centerHorizontally = print.isCentred;
  pageLayout.setPrintMargins('Points', { ...print.margins });
  pageLayout.setPrintArea(print.area);
  if (print.repeatedRows) {
    pageLayout.setPrintTitleRows(`$${print.repeatedRows.first + 1}:$${print.repeatedRows.last + 1}`);
  }
  pageLayout.headersFooters.defaultForAllPages.centerFooter = print.footer;
}
