/** Conditional formats: what they show, and that they come and go without a trace. */
import type { Book, NewFormat } from '../../../src/workbench/book/book';
import { buildXlsx, textParts } from '../../workbook/xlsxPackage';
import { area, openedBook, place, sheetOf, smallBook, write } from './opened';

const SHEET = 'xl/worksheets/sheet1.xml';
const RULES =
  '<conditionalFormatting sqref="A1:A5">' +
  '<cfRule type="cellIs" dxfId="0" priority="2" operator="greaterThan"><formula>3</formula></cfRule>' +
  '<cfRule type="expression" dxfId="1" priority="1" stopIfTrue="1"><formula>$B1="停"</formula></cfRule></conditionalFormatting>' +
  '<conditionalFormatting sqref="C1:C5"><cfRule type="colorScale" priority="3"><colorScale><cfvo type="min"/><cfvo type="max"/><color rgb="FFFFFFFF"/><color rgb="FF000000"/></colorScale></cfRule></conditionalFormatting>';
const ROWS = [1, 2, 3, 4, 5]
  .map(
    (n) =>
      `<row r="${n}"><c r="A${n}"><v>${n}</v></c>${n === 5 ? '<c r="B5" t="inlineStr"><is><t>停</t></is></c>' : ''}<c r="D${n}"><v>${n % 3}</v></c></row>`,
  )
  .join('');
const SOURCE = {
  sheets: { 表: `<sheetData>${ROWS}</sheetData>${RULES}` },
  styles:
    '<dxfs count="2"><dxf><fill><patternFill><bgColor rgb="FF00FF00"/></patternFill></fill></dxf>' +
    '<dxf><font><color rgb="FFFF0000"/></font></dxf></dxfs>',
};

function shownFills(book: Book, addresses: string): (string | null)[] {
  const { top, bottom, left } = area(addresses);
  return Array.from({ length: bottom - top + 1 }, (_, index) => sheetOf(book).shown(top + index, left).fill);
}

const RED: NewFormat = {
  areas: [area('A1:B2')],
  formula: 'N("ziping:error")=0',
  fill: '#FFC7CE',
  fontColor: null,
  stopsIfTrue: false,
};

test('those of a file are listed by priority', () => {
  expect(sheetOf(smallBook(SOURCE)).formats).toMatchObject([
    {
      priority: 0,
      stopsIfTrue: true,
      rule: { kind: 'formula', formula: '$B1="停"' },
      fontColor: '#FF0000',
      fill: null,
    },
    { priority: 1, stopsIfTrue: false, rule: { kind: 'other', type: 'cellIs' }, fill: '#00FF00' },
    { priority: 2, rule: { kind: 'other', type: 'colorScale' }, fill: null },
  ]);
});

test('rules of a file show, each cell by itself, and stop where they say so', () => {
  const book = smallBook(SOURCE);
  expect(shownFills(book, 'A1:A5')).toEqual([null, null, null, '#00FF00', null]);
  expect(sheetOf(book).shown(4, 0).fontColor).toBe('#FF0000');
  write(sheetOf(book), 'A1', 9);
  write(sheetOf(book), 'B4', '停');
  expect(shownFills(book, 'A1:A5')).toEqual(['#00FF00', null, null, null, null]);
});

test.each([
  ['N("ziping:error")=0', '#FFC7CE'],
  ['AND(N("ziping:error")=0,COUNTA($A$9:$H$9)>=0)', '#FFC7CE'],
  ['AND(N("ziping:warning")=0,COUNTA($A$1:$B$2,$D$3)>=0)', '#FFC7CE'],
  ['N("ziping:score:0.66")=1', null],
  ['A1', '#FFC7CE'],
  ['A1-1', null],
  ['1/0', null],
  ['"x"', null],
])('the rule %s shows %s', (formula, fill) => {
  const book = smallBook(SOURCE);
  sheetOf(book).addFormat({ ...RED, formula });
  expect(sheetOf(book).shown(0, 0).fill).toBe(fill);
});

test.each([
  ['duplicateValues', '', [null, null, null, null, null], 'A1:A5'],
  ['duplicateValues', '', ['#00FF00', '#00FF00', null, '#00FF00', '#00FF00'], 'D1:D5'],
  ['uniqueValues', '', [null, null, '#00FF00', null, null], 'D1:D5'],
  ['top10', 'rank="2"', [null, null, null, '#00FF00', '#00FF00'], 'A1:A5'],
  ['top10', 'rank="20" percent="1" bottom="1"', ['#00FF00', null, null, null, null], 'A1:A5'],
  ['aboveAverage', '', [null, null, null, '#00FF00', '#00FF00'], 'A1:A5'],
  [
    'aboveAverage',
    'aboveAverage="0" equalAverage="1"',
    ['#00FF00', '#00FF00', '#00FF00', null, null],
    'A1:A5',
  ],
])('rules of the kind %s (%s) show', (type, attributes, fills, range) => {
  const rule = `<conditionalFormatting sqref="${range}"><cfRule type="${type}" dxfId="0" priority="1" ${attributes}/></conditionalFormatting>`;
  const book = smallBook({ ...SOURCE, sheets: { 表: `<sheetData>${ROWS}</sheetData>${rule}` } });
  expect(shownFills(book, range)).toEqual(fills);
});

test('between takes its ends in any order', () => {
  const rule = (operator: string): string =>
    `<conditionalFormatting sqref="A1:A5"><cfRule type="cellIs" dxfId="0" priority="1" operator="${operator}"><formula>4</formula><formula>2</formula></cfRule></conditionalFormatting>`;
  const fills = (operator: string): (string | null)[] =>
    shownFills(
      smallBook({ ...SOURCE, sheets: { 表: `<sheetData>${ROWS}</sheetData>${rule(operator)}` } }),
      'A1:A5',
    );
  const green = '#00FF00';
  expect(fills('between')).toEqual([null, green, green, green, null]);
  expect(fills('notBetween')).toEqual([green, null, null, null, green]);
});

test('a new one is the first', () => {
  const book = smallBook(SOURCE);
  const sheet = sheetOf(book);
  const added = sheet.addFormat(RED);
  expect(sheet.formats[0]).toEqual(added);
  const again = sheetOf(openedBook(book.bytes()));
  expect(again.formats.map(({ fill, rule }) => [fill, rule.kind])).toEqual(
    sheet.formats.map(({ fill, rule }) => [fill, rule.kind]),
  );
});

test('one that is added and removed leaves no trace', () => {
  const bytes = buildXlsx(SOURCE);
  const book = openedBook(bytes);
  const added = sheetOf(book).addFormat(RED);
  expect(book.bytes()).not.toEqual(bytes);
  sheetOf(book).removeFormat(added.id);
  expect(book.bytes()).toEqual(bytes);
});

test('one that is removed takes its own bytes alone', () => {
  const bytes = buildXlsx(SOURCE);
  const book = openedBook(bytes);
  const sheet = sheetOf(book);
  const [first, , third] = sheet.formats;
  sheet.removeFormat(first?.id ?? '');
  sheet.removeFormat(third?.id ?? '');
  const before = textParts(bytes)[SHEET] ?? '';
  const rest = before
    .replace(/<cfRule type="expression".*?<\/cfRule>/, '')
    .replace(/<conditionalFormatting sqref="C1:C5">.*?<\/conditionalFormatting>/, '');
  expect(textParts(book.bytes())).toEqual({ ...textParts(bytes), [SHEET]: rest });
});

test('one that is removed and put back has its bytes again', () => {
  const bytes = buildXlsx(SOURCE);
  const book = openedBook(bytes);
  const sheet = sheetOf(book);
  const [first] = sheet.formats;
  if (first?.rule.kind !== 'formula') throw new Error('no formula rule');
  sheet.removeFormat(first.id);
  expect(book.bytes()).not.toEqual(bytes);
  const { areas, fill, fontColor, stopsIfTrue, rule } = first;
  sheet.addFormat({ areas, fill, fontColor, stopsIfTrue, formula: rule.formula });
  expect(book.bytes()).toEqual(bytes);
});

test('one that is changed is written anew, and as it was when it is changed back', () => {
  const bytes = buildXlsx(SOURCE);
  const book = openedBook(bytes);
  const sheet = sheetOf(book);
  const [stop, above] = sheet.formats;
  sheet.changeFormat(stop?.id ?? '', { fill: '#123456' });
  sheet.changeFormat(above?.id ?? '', { areas: [area('A1:A2'), area('D1')] });
  const again = sheetOf(openedBook(book.bytes()));
  expect(again.formats.map(({ fill, areas, rule }) => ({ fill, areas, rule }))).toEqual(
    sheet.formats.map(({ fill, areas, rule }) => ({ fill, areas, rule })),
  );
  sheet.changeFormat(stop?.id ?? '', { fill: null });
  sheet.changeFormat(above?.id ?? '', { areas: [area('A1:A5')] });
  expect(book.bytes()).toEqual(bytes);
});

test('a sheet of 60 rows and 15 columns with marks is shown in a moment', () => {
  const book = smallBook(SOURCE);
  const sheet = sheetOf(book);
  for (let row = 0; row < 60; row += 1)
    for (let column = 0; column < 15; column += 1) sheet.write(row, column, row * column);
  for (let row = 0; row < 60; row += 3) sheet.addFormat({ ...RED, areas: [area(`A${row + 1}:O${row + 1}`)] });
  sheet.addFormat({ ...RED, areas: [area('A1:O60')], formula: 'A1=40', fill: '#FFEB9C' });
  const start = performance.now();
  let shown = 0;
  for (let row = 0; row < 60; row += 1) {
    for (let column = 0; column < 15; column += 1) if (sheet.shown(row, column).fill !== null) shown += 1;
  }
  expect(shown).toBeGreaterThan(300);
  expect(performance.now() - start).toBeLessThan(1500);
});

test('one whose rows are deleted is gone', () => {
  const sheet = sheetOf(smallBook(SOURCE));
  sheet.deleteRows(0, 5);
  expect(sheet.formats).toEqual([]);
  expect(sheet.shown(place('A1').row, 0).fill).toBeNull();
});
