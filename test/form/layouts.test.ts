/** Which column plays which role, in the layouts that offices use. */
import type { ScoredFormFacts } from '../../src/engine/facts';
import { recogniseForms } from '../../src/form/recognise';
import { buildGrid, percent, type CellSpec } from './buildGrid';

function onlyForm(rows: readonly (readonly CellSpec[])[]): ScoredFormFacts {
  const [form] = recogniseForms(buildGrid(rows)).forms;
  if (!form || form.kind === 'summary-table') throw new Error('no form');
  return form;
}

/** What matters of the rows: name, target, actual, weight and score. */
function rowsOf(form: ScoredFormFacts): unknown[] {
  return form.indicators.map((row) => [
    row.name,
    row.target.text,
    row.actual.text,
    row.weight.value?.toString() ?? null,
    row.score.value?.toString() ?? null,
  ]);
}

describe('columns are found by their words', () => {
  test.each<[string, CellSpec[][], unknown[]]>([
    [
      'weight before target',
      [
        ['一级指标', '二级指标', '三级指标', '分值', '年度指标值', '全年实际值', '得分', '未完成原因'],
        ['产出指标', '数量指标', '水尺', 10, '≥266米', '270米', 10, null],
      ],
      [['水尺', '≥266米', '270米', '10', '10']],
    ],
    [
      'operator, value and unit in columns of their own',
      [
        ['一级指标', '二级指标', '三级指标', '指标性质', '指标值', '度量单位', '完成值', '权重', '得分'],
        ['产出指标', '数量指标', '培训人次', '≥', 200, '人次', 198, 10, 9.9],
        ['产出指标', '质量指标', '覆盖率', '═', percent(1, '100%'), '%', '100%', 10, 10],
        ['效益指标', '社会效益指标', '效果', '定性', '优良中低差', null, '优', 10, 9],
      ],
      [
        ['培训人次', '≥200人次', '198', '10', '9.9'],
        ['覆盖率', '═100%', '100%', '10', '10'],
        ['效果', '优良中低差', '优', '10', '9'],
      ],
    ],
    [
      'a header of two rows',
      [
        ['一级指标', '二级指标', '三级指标', '年度指标值', null, null, '实际完成值', '分值', '得分'],
        [null, null, null, '指标性质', '指标值', '度量单位', null, null, null],
        ['产出指标', '数量指标', '天数', '≧', 200, '天', 198, 10, 9.9],
      ],
      [['天数', '≧200天', '198', '10', '9.9']],
    ],
    [
      'no levels, the adjusted target before the initial one unless blank',
      [
        [
          '指标名称',
          '计量单位',
          '指标性质',
          '年初指标值',
          '调整指标值',
          '全年完成值',
          '得分系数(%)',
          '指标权重(分)',
          '指标得分(分)',
        ],
        ['任务完成数', '件', '≥', 100, 80, 82, 100, 20, 20],
        ['按时办结率', '%', '≥', 90, null, 95, 100, 10, 10],
      ],
      [
        ['任务完成数', '≥80件', '82', '20', '20'],
        ['按时办结率', '≥90%', '95', '10', '10'],
      ],
    ],
    [
      'three score columns, of which the one in points counts',
      [
        ['一级指标', '二级指标', '三级指标', '指标分值', '预期指标值', '实际完成值', '自评得分', null, null],
        [null, null, null, null, null, null, '单项指标得分', '权重占比(%)', '单项指标折算得分'],
        ['产出指标', '数量指标', '人数', 25, '≥12人', '12人', 25, 25, 6.25],
      ],
      [['人数', '≥12人', '12人', '25', '25']],
    ],
    [
      "the unit's own score beside a reviewer's",
      [
        [
          '一级指标',
          '二级指标',
          '指标名称(三级指标)',
          '年初指标值',
          '年终完成值',
          '分值',
          '复核分',
          '自评分',
          '评价标准',
        ],
        ['产出指标', '数量指标', '场次', '4次', '5次', 5, 4, 5, '每少一次扣1分'],
      ],
      [['场次', '4次', '5次', '5', '5']],
    ],
    [
      'a weight in the name',
      [
        ['一级指标', '二级指标', '三级指标(权重)', '年初目标值(A)', '实际完成值(B)', '得分'],
        ['产出指标', '质量指标', '指标1：党员学习培训出勤率(4分)', '≥95%', '99%', 4],
      ],
      [['党员学习培训出勤率', '≥95%', '99%', '4', '4']],
    ],
    [
      'weights as percentages',
      [
        ['一级指标', '二级指标', '三级指标', '权重', '目标值', '实际值', '得分'],
        ['产出指标', '数量指标', '场次', percent(0.15, '15%'), '4次', '5次', 15],
      ],
      [['场次', '4次', '5次', '15', '15']],
    ],
    [
      'a misspelt header word',
      [
        ['一级指标', '二级指标', '三级指标', '年度标值', '实际完成值', '分值', '得分'],
        ['产出指标', '数量指标', '场次', '4次', '5次', 10, 10],
      ],
      [['场次', '4次', '5次', '10', '10']],
    ],
    [
      'scores only, without weights',
      [
        ['绩效内容', '绩效目标值', '实际完成值', '累计完成率'],
        ['人才驿站数量', '>=2个', '0个', '0%'],
      ],
      [['人才驿站数量', '>=2个', '0个', null, null]],
    ],
    [
      'numbers of merged cells one column to the right of their header',
      [
        ['一级指标', '二级指标', '三级指标', '指标值', null, '实际值', '分值', null, '得分'],
        ['产出指标', '数量指标', '场次', null, '4次', '5次', null, 10, 10],
        ['产出指标', '数量指标', '人次', null, '40人次', '50人次', null, 20, 20],
      ],
      [
        ['场次', '4次', '5次', '10', '10'],
        ['人次', '40人次', '50人次', '20', '20'],
      ],
    ],
  ])('%s', (_, rows, expected) => {
    expect(rowsOf(onlyForm([['绩效自评表'], ...rows]))).toEqual(expected);
  });

  test('a bare number over the scores is what the block can earn', () => {
    const form = onlyForm([
      ['转移支付绩效自评表', null, null, null, null, null],
      ['资金情况(万元)', null, '全年预算数(A)', '全年执行数(B)', '执行率(B/A)', 20],
      [null, '年度资金总额', 100, 100, '100%', 20],
      ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成指标值', 50],
      ['产出指标', '数量指标', '场次', '4次', '5次', 30],
      [null, '质量指标', '合格率', '100%', '100%', 20],
      ['总分', null, null, null, null, 70],
    ]);
    expect(form.budget?.weight.value?.toString()).toBe('20');
    expect(form.budget?.score.value?.toString()).toBe('20');
    expect(form.groups.map(({ points, rows }) => [points.toString(), rows])).toEqual([['50', [5, 6]]]);
    expect(rowsOf(form).map((row) => (row as unknown[])[4])).toEqual(['30', '20']);
  });
});
