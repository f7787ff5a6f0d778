/** Grids for tests, from rows of plain values; "=…" makes a formula whose result is given after "→". */
import type { Grid, GridCell } from '../../src/form/grid';

export type CellSpec = string | number | null | Partial<GridCell>;

export function cell(spec: Partial<GridCell>): GridCell {
  const value = spec.value ?? null;
  return {
    value,
    text: value === null ? '' : String(value),
    format: 'General',
    formula: null,
    writable: true,
    ...spec,
  };
}

export function buildGrid(rows: readonly (readonly CellSpec[])[], sheet = '自评表'): Grid {
  return {
    sheet,
    rowCount: rows.length,
    columnCount: Math.max(0, ...rows.map((row) => row.length)),
    rows: rows.map((row) =>
      row.map((spec) => {
        if (spec === null || spec === '') return undefined;
        return cell(typeof spec === 'object' ? spec : { value: spec });
      }),
    ),
  };
}

/** A percentage as Excel stores it: 0.95 shown as "95%". */
export function percent(value: number, text: string): Partial<GridCell> {
  return { value, text, format: text.includes('.') ? '0.00%' : '0%' };
}

/** The rows of a small project form in the central layout, for tests that change one thing about it. */
export function projectRows(): CellSpec[][] {
  return [
    ['项目支出绩效自评表', null, null, null, null, null, null, null, null],
    ['（2024年度）', null, null, null, null, null, null, null, null],
    ['项目名称', '道路养护', null, null, null, null, null, null, null],
    ['项目资金\n（万元）', null, null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    [null, '年度资金总额', null, 100, 100, 95, 10, percent(0.95, '95%'), 9.5],
    [null, '其中：当年财政拨款', null, 100, 100, 95, '—', percent(0.95, '95%'), '—'],
    [
      '绩效指标',
      '一级指标',
      '二级指标',
      '三级指标',
      '年度指标值',
      '实际完成值',
      '分值',
      '得分',
      '偏差原因分析及改进措施',
    ],
    [null, '产出指标', '数量指标', '养护里程', '≥30公里', '32公里', 30, 30, null],
    [null, null, '质量指标', '验收合格率', '100%', percent(1, '100%'), 20, 20, null],
    [null, '效益指标', '社会效益指标', '道路通行投诉', '≤20件', '16件', 30, 30, null],
    [null, '满意度指标', '服务对象满意度指标', '居民满意度', '≥90%', percent(0.936, '94%'), 10, 10, null],
    ['总分', null, null, null, null, null, 100, 99.5, null],
    ['注：分值与得分均以分计。', null, null, null, null, null, null, null, null],
  ];
}
