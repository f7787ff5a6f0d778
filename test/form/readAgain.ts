/** Sheets that are read again after some of their cells were written: what is expected is what somebody finds who never saw them. */
import type { Grid } from '../../src/form/grid';
import { recogniseForms } from '../../src/form/recognise';
import { cell, projectRows, type CellSpec } from './buildGrid';

/** Row and column counted from 0. */
type Change = readonly [row: number, column: number, spec: CellSpec];

/** The grid with other cells; rows without any stay the very same. */
export function changed(grid: Grid, changes: readonly Change[]): Grid {
  const rows = grid.rows.map((line, row) => {
    const own = changes.filter(([at]) => at === row);
    if (own.length === 0) return line;
    const cells = [...(line ?? [])];
    for (const [, column, spec] of own)
      cells[column] = spec === null ? undefined : cell(typeof spec === 'object' ? spec : { value: spec });
    return cells;
  });
  return { ...grid, rows };
}

/** A grid of the same content in which no row has been seen before. */
export const unseen = (grid: Grid): Grid => ({ ...grid, rows: grid.rows.map((line) => line && [...line]) });

export function expectSame(before: Grid, after: Grid): void {
  const { forms } = recogniseForms(before);
  const [again, anew] = [recogniseForms(after, { grid: before, forms }), recogniseForms(unseen(after))];
  // Thousands of sheets are compared: as texts, and word by word only where they differ.
  if (JSON.stringify(again) !== JSON.stringify(anew)) expect(again).toEqual(anew);
}

export const SCORES: CellSpec[][] = [
  ['绩效自评得分情况表'],
  ['序号', '类别', '分值', '得分'],
  [1, '预算执行', 20, 18],
  ['合计', null, 20, 18],
];
/** Rows without labels of their own, one score over two rows, points in names, and a table of scores below. */
const ODD: CellSpec[][] = [
  ['2024年度部门整体绩效自评表'],
  ['年度绩效目标1（60分）', '一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
  [null, '产出指标', '数量指标', '养护里程', '≥30公里', '32公里', 30, 30],
  [null, null, null, '养护桥梁', '≥3座', '3座', null, null],
  [null, null, null, null, '≥5座', '5座', 30, 30],
  ['年度绩效目标2（40分）', '一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
  [null, '效益指标', '社会效益指标', '投诉', '≤20件', '16件', 40, 40],
  ['总分', null, null, null, null, null, 100, 100],
  [],
  ...SCORES,
];

/** A header of two rows, under which the target is split. */
const SPLIT: CellSpec[][] = [
  ['2024年度项目支出绩效自评表'],
  ['一级指标', '二级指标', '三级指标', '年度指标值', null, null, '实际完成值', '分值', '得分'],
  [null, null, null, '指标性质', '指标值', '度量单位', null, null, null],
  ['产出指标', '数量指标', '养护里程', '≥', 30, '公里', '32公里', 50, 50],
  [null, '质量指标', '合格率', '≥', 95, '%', '96%', 50, null],
  ['总分', null, null, null, null, null, null, 100, 50],
];

export const SHEETS: readonly (readonly [string, readonly (readonly CellSpec[])[]])[] = [
  ['a project form', projectRows()],
  ['a table of scores', SCORES],
  ['two forms of several tables', ODD],
  ['a form with a header of two rows', SPLIT],
];
