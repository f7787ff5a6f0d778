// Header words that nobody knows are worth a question only where their columns are filled in.
import { findIndicatorHeader } from '../../src/form/headers';
import { findUnknownHeaders } from '../../src/form/unknownHeaders';
import { buildGrid, type CellSpec } from './buildGrid';

const HEADER: CellSpec[] = [
  '一级指标',
  '三级指标',
  '年度指标值',
  '实际完成值',
  '责任科室',
  '分值',
  '得分',
  '附件号',
];

/** Rows of a table by what stands under 责任科室 and 附件号. */
const rowsOf = (...cells: readonly (readonly [CellSpec, CellSpec])[]): CellSpec[][] =>
  cells.map(([office, file], index) => [null, `指标${index}`, 5, 5, office, 10, 10, file]);

function unknown(rows: readonly (readonly CellSpec[])[], header = [HEADER], left = 0): readonly string[] {
  const grid = buildGrid([['自评表'], ...header, ...rows]);
  const found = findIndicatorHeader(grid, 1);
  if (!found) throw new Error('no header');
  return findUnknownHeaders(grid, found, grid.rowCount - 1 - left).map(({ cell, text }) => `${cell} ${text}`);
}

const BOTH = ['E2 责任科室', 'H2 附件号'];

test.each<[string, [CellSpec, CellSpec][], readonly string[]]>([
  ['all rows', [['甲', '1']], BOTH],
  [
    'every other row',
    [
      ['甲', null],
      [null, '1'],
    ],
    BOTH,
  ],
  [
    'one row of three',
    [
      ['甲', null],
      [null, '1'],
      [null, null],
    ],
    [],
  ],
  [
    'two rows of three, and one of three',
    [
      ['甲', '1'],
      ['乙', null],
      [null, null],
    ],
    ['E2 责任科室'],
  ],
  ['no row', [[null, null]], []],
  ['a table without rows', [], []],
])('filled in: %s', (_, cells, expected) => {
  expect(unknown(rowsOf(...cells))).toEqual(expected);
});

test('rows without a name, and rows below the table, do not count', () => {
  const [named = [], other = []] = rowsOf(['甲', null], ['乙', '1']);
  const nameless: CellSpec[] = [null, ' ', null, null, null, null, null, '1'];
  expect(unknown([named, nameless, nameless])).toEqual(['E2 责任科室']);
  expect(unknown([named, other])).toEqual(BOTH);
  expect(unknown([named, other], [HEADER], 1)).toEqual(['E2 责任科室']);
});

test('of a header in two rows each word is named where it stands', () => {
  const upper: CellSpec[] = [
    '一级指标',
    '三级指标',
    '年度指标值',
    null,
    '实际完成值',
    '责任科室',
    '分值',
    '得分',
  ];
  const lower: CellSpec[] = [null, null, '指标值', '度量单位'];
  expect(unknown([['产出', '场次', 5, '次', '5次', '甲', 10, 10]], [upper, lower])).toEqual(['F2 责任科室']);
  expect(unknown([['产出', '场次', 5, '次', '5次', null, 10, 10]], [upper, lower])).toEqual([]);
});
