/** Colours and looks as Excel shows them, from theme, tint, palette and formats. */
import { tinted } from '../../../src/workbench/book/colors';
import { cellAt, area, sheetOf, smallBook } from './opened';

test.each([
  // The lighter and darker shades of Excel's own palette for the Office theme.
  ['#4472C4', 0.79998168889431442, '#D9E1F2'],
  ['#4472C4', 0.39997558519241921, '#8EA9DB'],
  ['#4472C4', -0.249977111117893, '#305496'],
  ['#ED7D31', 0.59999389629810485, '#F8CBAD'],
  ['#FFFFFF', -0.14999847407452621, '#D9D9D9'],
  ['#000000', 0.499984740745262, '#808080'],
])('%s with a tint of %s is %s', (color, tint, expected) => {
  expect(tinted(color, tint)).toBe(expected);
});

const STYLES =
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="0.0&quot;分&quot;"/></numFmts>' +
  '<fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><i val="0"/><u/><strike/><sz val="14"/><color indexed="10"/><name val="黑体"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor theme="0" tint="-0.14999847407452621"/></patternFill></fill></fills>' +
  '<borders count="2"><border/><border><left style="thin"><color rgb="FF112233"/></left><bottom style="double"><color auto="1"/></bottom></border></borders>' +
  '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164" fontId="1" fillId="2" borderId="1" quotePrefix="1">' +
  '<alignment horizontal="distributed" vertical="center" wrapText="1" indent="2"/><protection locked="0"/></xf></cellXfs>';

test('a look is read whole', () => {
  const sheet = sheetOf(
    smallBook({
      sheets: { 表: '<sheetData><row r="1"><c r="A1" s="1"><v>8</v></c></row></sheetData>' },
      styles: STYLES,
    }),
  );
  expect(cellAt(sheet, 'A1')).toMatchObject({
    text: '8.0分',
    look: {
      numberFormat: '0.0"分"',
      fill: '#D9D9D9',
      font: {
        name: '黑体',
        size: 14,
        isBold: true,
        isItalic: false,
        isUnderlined: true,
        isStruck: true,
        color: '#FF0000',
      },
      border: {
        top: null,
        right: null,
        bottom: { style: 'double', color: '#000000' },
        left: { style: 'thin', color: '#112233' },
      },
      horizontal: 'distributed',
      vertical: 'center',
      wraps: true,
      indent: 2,
      isLocked: false,
      hasQuotePrefix: true,
    },
  });
});

test('sizes, panes, filter, merges and hidden rows are read', () => {
  const sheet = sheetOf(
    smallBook({
      sheets: {
        表:
          '<sheetViews><sheetView><pane xSplit="1" ySplit="3" topLeftCell="B4" state="frozen"/></sheetView></sheetViews>' +
          '<sheetFormatPr defaultRowHeight="14.25"/><cols><col min="2" max="3" width="10" customWidth="1"/><col min="4" max="4" width="5" hidden="1"/></cols>' +
          '<sheetData><row r="2" ht="30.5"/><row r="3" hidden="1"/></sheetData><autoFilter ref="A3:D9"/><mergeCells><mergeCell ref="A1:D1"/></mergeCells>',
      },
      styles: STYLES,
    }),
  );
  expect([sheet.frozen, sheet.filter, sheet.merges]).toEqual([
    { rows: 3, columns: 1 },
    area('A3:D9'),
    [area('A1:D1')],
  ]);
  expect([sheet.rowHeight(0), sheet.rowHeight(1), sheet.isRowHidden(2), sheet.isColumnHidden(3)]).toEqual([
    14.25,
    30.5,
    true,
    true,
  ]);
  // Under 宋体 11 a digit has 8 pixels, and a column without a width 72.
  expect([sheet.columnWidth(0), sheet.columnWidth(1), sheet.columnWidth(2)]).toEqual([54, 60, 60]);
});
