/** The picture of a template: it shows what is inserted, word for word and at its place. */
import { drawTemplate } from '../../../src/form/templates/drawTemplate';
import type { SheetDrawing } from '../../../src/form/templates/sheetDrawing';
import { TEMPLATES } from '../../../src/form/templates/templates';
import { breakLines } from '../../../src/pane/templates/breakLines';
import { layPicture } from '../../../src/pane/templates/layPicture';
import { readShownTexts } from '../../../src/pane/templates/shownTexts';
import { newXlsx } from '../../../src/workbook/xlsxFile';
import { gridOf } from '../../workbook/opened';

const ANSWERS = { year: 2025, unit: '清河街道办事处', project: '道路养护' };
const DRAWN = TEMPLATES.map((template): [string, SheetDrawing] => [
  template.id,
  drawTemplate(template, { ...ANSWERS, ...template.defaults }),
]);

test.each(DRAWN)('%s shows the texts and results that stand on the inserted sheet', async (_id, drawing) => {
  const shown = readShownTexts(drawing);
  const { rows } = await gridOf(newXlsx(drawing));
  const [onSheet, inPicture] = [new Map<string, string>(), new Map<string, string>()];
  for (const { row, column } of drawing.cells) {
    onSheet.set(`${row} ${column}`, rows[row]?.[column]?.text ?? '');
    inPicture.set(`${row} ${column}`, shown(row, column));
  }
  expect(inPicture).toEqual(onSheet);
  expect([...inPicture.values()].filter((text) => text !== '').length).toBeGreaterThan(10);
});

test.each(DRAWN)('%s has all its lines of text on the paper', (_id, drawing) => {
  const { width, height, lines } = layPicture(drawing);
  expect(width).toBe(drawing.columnWidths.reduce((sum, one) => sum + one, 0));
  expect(height).toBe(drawing.rowHeights.reduce((sum, one) => sum + one, 0));
  for (const { text, y, size } of lines) {
    expect(text).not.toBe('');
    expect(y - size).toBeGreaterThanOrEqual(-1);
    expect(y).toBeLessThanOrEqual(height);
  }
});

const PLAIN = {
  size: 10,
  isBold: false,
  horizontal: 'center',
  vertical: 'center',
  wraps: true,
  hasBorder: true,
  fill: null,
  numberFormat: 'General',
} as const;
const cell = (row: number, column: number, value: string | number | null, style = 'plain') => ({
  row,
  column,
  value,
  formula: null,
  style,
});
const SMALL: SheetDrawing = {
  name: '表',
  font: '宋体',
  columnWidths: [40, 60],
  rowHeights: [20, 30],
  styles: {
    plain: PLAIN,
    head: { ...PLAIN, fill: '#F2F2F2', isBold: true, horizontal: 'left' },
    note: { ...PLAIN, hasBorder: false, vertical: 'top', horizontal: 'right' },
  },
  cells: [cell(0, 0, '合并', 'head'), cell(0, 1, null, 'head'), cell(1, 0, 4.5), cell(1, 1, '注', 'note')],
  merges: ['A1:B1'],
  validations: [],
  print: {
    area: 'A1:B2',
    isLandscape: false,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    isCentred: true,
    repeatedRows: null,
    footer: '',
  },
  frozenRows: 0,
};

test('a merged area is one frame on its ground, and a cell without a border has none', () => {
  const { frames, grounds } = layPicture(SMALL);
  expect(frames).toBe('M0 0h100v20h-100zM0 20h40v30h-40z');
  expect(grounds).toEqual([{ color: '#F2F2F2', path: 'M0 0h100v20h-100z' }]);
});

test('a text stands at its side of the cell, in its weight', () => {
  const { lines } = layPicture(SMALL);
  expect(lines).toMatchObject([
    { text: '合并', x: 2, anchor: 'start', isBold: true },
    { text: '4.5', x: 20, anchor: 'middle', isBold: false },
    { text: '注', x: 98, anchor: 'end' },
  ]);
  const [, centred, top] = lines;
  expect(centred?.y).toBeGreaterThan(top?.y ?? Infinity);
});

test('lines that do not fit the height of their cell are left out', () => {
  const text = '一二三四五六七八九十';
  const { lines } = layPicture({ ...SMALL, cells: [cell(1, 0, text)], merges: [] });
  expect(lines.map((line) => line.text)).toEqual(['一二三', '四五六']);
});

test.each<[string, number, readonly string[]]>([
  ['一二三四', 20, ['一二', '三四']],
  ['1234', 20, ['1234']],
  ['分值\n（50分）', 40, ['分值', '（50分）']],
  ['执行率，得分', 30, ['执行率，', '得分']],
  ['很窄', 1, ['很', '窄']],
  ['', 10, ['']],
])('%j in %d points is broken into %j', (text, width, lines) => {
  expect(breakLines(text, 10, width)).toEqual(lines);
});
