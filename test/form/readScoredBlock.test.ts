// Blocks that are scored but hold neither funds nor indicators.
import { readScoredBlock } from '../../src/form/readScoredBlock';
import { buildGrid, type CellSpec } from './buildGrid';

function read(...rows: readonly (readonly CellSpec[])[]) {
  const block = readScoredBlock(buildGrid(rows), 0, rows.length - 1);
  return (
    block && [
      block.lastRow,
      ...block.rows.map(({ row, name, weight, score }) =>
        [row, name, weight.cell ?? '-', weight.value?.toString() ?? '', score.value?.toString() ?? ''].join(
          ' ',
        ),
      ),
    ]
  );
}

const HEADER: readonly CellSpec[] = ['资金管理', '情况说明', '分值', '得分'];

test.each<[string, readonly (readonly CellSpec[])[], readonly (string | number)[] | null]>([
  [
    'rows with points',
    [HEADER, [' 分配 ', '按因素', 2, 1], ['拨付', null, 3, 3]],
    [2, '2 分配 C2 2 1', '3 拨付 C3 3 3'],
  ],
  [
    'a row without numbers ends it',
    [HEADER, ['分配', null, 2, 1], ['拨付', '甲'], ['使用', null, 3, 3]],
    [1, '2 分配 C2 2 1'],
  ],
  [
    'a row with one of them does not',
    [HEADER, ['分配', null, 2, null], ['拨付', null, null, 3]],
    [2, '2 分配 C2 2 ', '3 拨付 C3  3'],
  ],
  ['a blank row ends it', [HEADER, ['分配', null, 2, 1], [], ['使用', null, 3, 3]], [1, '2 分配 C2 2 1']],
  ['a total ends it', [HEADER, ['分配', null, 2, 1], ['总分', null, 2, 1]], [1, '2 分配 C2 2 1']],
  [
    'another block ends it',
    [HEADER, ['分配', null, 2, 1], HEADER, ['使用', null, 3, 3]],
    [1, '2 分配 C2 2 1'],
  ],
  [
    'funds end it',
    [HEADER, ['分配', null, 2, 1], ['资金', '预算数', '执行数'], ['使用', null, 3, 3]],
    [1, '2 分配 C2 2 1'],
  ],
  ['nothing below it', [HEADER], [0]],
  [
    'points in its label',
    [
      ['年度目标完成情况（10分）', '预期目标', '实际完成情况', '得分'],
      ['市容', '甲', '乙', 9],
    ],
    [1, '2 年度目标完成情况（10分） - 10 9'],
  ],
  [
    'points over the scores',
    [
      ['年度总体目标', '预期目标', '实际完成情况', '10'],
      ['市容', '甲', '乙', 9],
    ],
    [1, '2 年度总体目标 D1 10 9'],
  ],
  [
    'points over two scores',
    [
      ['年度总体目标', '预期目标', '实际完成情况', '10'],
      ['市容', '甲', '乙', 9],
      ['就业', '甲', '乙', 1],
    ],
    [2, '2 市容 D1 10 9', '3 就业 -  1'],
  ],
  ['no block', [['甲', '乙']], null],
])('%s', (_, rows, expected) => {
  expect(read(...rows)).toEqual(expected);
});
