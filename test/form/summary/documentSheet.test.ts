// A document on a sheet: what each row holds, how high it is, and that the figures of a table follow each other.
import { Decimal } from '../../../src/engine/decimal';
import { drawDocument } from '../../../src/form/summary/drawDocument';
import look from '../../../src/form/summary/sheetLook.json';
import type { Block, Run, TableBlock, TableCell, TableColumn } from '../../../src/form/summary/textDocument';
import { shareFormula } from '../../../src/form/templates/formulas';
import { shownAreas } from '../templates/shownAreas';

const drawn = (...blocks: readonly Block[]) =>
  drawDocument({ parts: [{ title: '摘要', blocks }] }, '结果摘要');
/** The rows below the title. */
const below = (...blocks: readonly Block[]) => shownAreas(drawn(...blocks)).slice(1);

const said = (text: string): Run => ({ kind: 'text', text });
const open = (text: string): Run => ({ kind: 'blank', text });

test('each block has its rows and its style, and what is open stands out', () => {
  expect(
    below(
      { kind: 'heading', level: 1, text: '一、概况' },
      { kind: 'heading', level: 2, text: '（一）项目' },
      { kind: 'heading', level: 3, text: '1.资金' },
      { kind: 'paragraph', runs: [said('已经'), said('写了')] },
      { kind: 'paragraph', runs: [said('还要写'), open('【原因】')] },
      { kind: 'list', items: [[said('甲')], [open('乙')]] },
      { kind: 'signature', lines: [[said('城管局')], [said('日期'), open('【日】')]] },
    ),
  ).toEqual([
    ...['A2 heading1 一、概况', 'A3 heading2 （一）项目', 'A4 heading3 1.资金'],
    ...['A5 text 　　已经写了', 'A6 open 　　还要写【原因】', 'A7 text 　　（1）甲', 'A8 open 　　（2）乙'],
    ...['A10 signature 城管局', 'A11 openSignature 日期【日】'],
  ]);
});

// A line is one and a half times as high as its letters, with 6 points around all.
test.each<[string, Block, readonly number[]]>([
  ['a large heading', { kind: 'heading', level: 1, text: '甲' }, [27]],
  ['a heading', { kind: 'heading', level: 2, text: '甲' }, [26]],
  ['a small heading', { kind: 'heading', level: 3, text: '甲' }, [24]],
  ['a blank line', { kind: 'heading', level: 3, text: '' }, [24]],
  // 458 points hold 38 letters of 12.
  ['as much as a line holds', { kind: 'heading', level: 3, text: '甲'.repeat(38) }, [24]],
  ['one letter more', { kind: 'heading', level: 3, text: '甲'.repeat(39) }, [42]],
  ['with its indent', { kind: 'paragraph', runs: [said('甲'.repeat(36))] }, [24]],
  ['more with its indent', { kind: 'paragraph', runs: [said('甲'.repeat(37))] }, [42]],
  ['69 narrow letters', { kind: 'heading', level: 3, text: 'a'.repeat(69) }, [24]],
  ['70 narrow letters', { kind: 'heading', level: 3, text: 'a'.repeat(70) }, [42]],
  ['the last narrow letter', { kind: 'heading', level: 3, text: 'ɏ'.repeat(39) }, [24]],
  ['the first wide letter', { kind: 'heading', level: 3, text: 'ɐ'.repeat(39) }, [42]],
  // 456 points hold 35 letters of 13 and 32 of 14.
  ['35 larger letters', { kind: 'heading', level: 2, text: '甲'.repeat(35) }, [26]],
  ['36 larger letters', { kind: 'heading', level: 2, text: '甲'.repeat(36) }, [45]],
  ['a signature', { kind: 'signature', lines: [[said('甲')], [said('乙')]] }, [18, 24, 24]],
])('%s takes rows of these points: %j', (_, block, heights) => {
  expect(drawn(block).rowHeights).toEqual([30, ...heights]);
});

test('a row holds 600 characters, of which none is cut in two', () => {
  const text = '𠮷'.repeat(601);
  const rows = below({ kind: 'heading', level: 3, text }).map(
    (line) => Array.from(line.split(' ')[2] ?? '').length,
  );
  expect(rows).toEqual([600, 1]);
  expect(below({ kind: 'heading', level: 3, text: '甲'.repeat(600) })).toHaveLength(1);
});

function column(role: TableColumn['role'], width: number, decimals = 2): TableColumn {
  return { header: role, role, width, decimals };
}
const words = (text: string): TableCell => ({ text, value: null });
const figure = (value: string): TableCell => ({ text: value, value: new Decimal(value) });

const TABLE: TableBlock = {
  kind: 'table',
  caption: '得分情况表',
  columns: [
    ...[column('order', 0.1), column('label', 0.3), column('weight', 0.15, 0), column('score', 0.15)],
    ...[column('rate', 0.15, 1), column('share', 0.15)],
  ],
  rows: [
    [words('1'), words('产出'), figure('60'), figure('54.5'), figure('0.9083'), figure('0.6')],
    [words('2'), words('效益'), figure('40'), words('—'), words('—'), figure('0.4')],
  ],
  total: [words('合计'), words(''), figure('100'), figure('54.5'), figure('0.545'), figure('1')],
};

test('the sums and rates of a table are formulas over its own rows', () => {
  const rate = (row: number) => shareFormula(`D${row}`, `C${row}`);
  const share = (row: number) => shareFormula(`C${row}`, 'C6');
  expect(below(TABLE)).toEqual([
    'A2:F2 caption 得分情况表',
    ...['A3 header order', 'B3 header label', 'C3 header weight', 'D3 header score'],
    ...['E3 header rate', 'F3 header share'],
    ...['A4 cell 1', 'B4 cell 产出', 'C4 cell 0 60', 'D4 cell 0.00 54.5'],
    ...[`E4 cell 0.0% =${rate(4)}`, `F4 cell 0.00% =${share(4)}`],
    ...['A5 cell 2', 'B5 cell 效益', 'C5 cell 0 40', 'D5 cell —', 'E5 cell —', `F5 cell 0.00% =${share(5)}`],
    ...['A6:B6 total 合计', 'C6 total 0 =ROUND(SUM(C4:C5),0)', 'D6 total 0.00 =ROUND(SUM(D4:D5),2)'],
    ...[`E6 total 0.0% =${rate(6)}`, `F6 total 0.00% =${share(6)}`],
  ]);
  // Of the 470 points of a page.
  expect(drawn(TABLE).columnWidths).toEqual([47, 141, 71, 71, 71, 71]);
  expect(drawn(TABLE).rowHeights.slice(2)).toEqual([24, 24, 24, 24]);
});

test('all texts run across the columns of the first table', () => {
  expect(shownAreas(drawn({ kind: 'heading', level: 3, text: '甲' }, TABLE)).slice(0, 2)).toEqual([
    'A1:F1 title 摘要',
    'A2:F2 heading3 甲',
  ]);
});

test('a label that is a figure stays one, and a row that ends early leaves the rest blank', () => {
  const columns = [column('label', 0.4, 0), column('order', 0.2, 0), column('weight', 0.4)];
  const short: TableBlock = { ...TABLE, columns, rows: [[figure('2024'), figure('3')]], total: [] };
  expect(below(short).slice(4)).toEqual([
    'A4 cell 0 2024',
    'B4 cell 0 3',
    'C4 cell',
    'A5 total',
    'B5 total',
    'C5 total',
  ]);
});

test('each style is what its data says', () => {
  const { styles } = drawn(TABLE);
  for (const [name, style] of Object.entries(look.styles))
    expect(styles[name]).toEqual({ ...look.plain, ...style, vertical: 'center' });
  expect(styles['cell 0.00%']).toEqual({ ...styles['cell'], numberFormat: '0.00%' });
  expect(styles['total 0']).toEqual({ ...styles['total'], numberFormat: '0' });
});

test('every part begins with its title, and the page is A4 upright', () => {
  const heading: Block = { kind: 'heading', level: 1, text: '一' };
  const two = drawDocument(
    {
      parts: [
        { title: '甲', blocks: [heading] },
        { title: '乙', blocks: [] },
      ],
    },
    '文',
  );
  expect(shownAreas(two)).toEqual(['A1 title 甲', 'A2 heading1 一', 'A3 title 乙']);
  const { name, font, validations, print, frozenRows, columnWidths } = two;
  expect({ name, font, validations, frozenRows, columnWidths }).toEqual({
    ...{ name: '文', font: '宋体', validations: [], frozenRows: 0, columnWidths: [470] },
  });
  expect(print).toEqual({
    area: 'A1:A3',
    isLandscape: false,
    margins: look.margins,
    isCentred: true,
    repeatedRows: null,
    footer: '第 &P 页，共 &N 页',
  });
  expect(drawDocument({ parts: [] }, '文').print.area).toBe('A1:A1');
});
