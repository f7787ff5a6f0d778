import {
  compact,
  headerWord,
  isLabel,
  matchFundWord,
  matchIndicatorWord,
  pointsInLabel,
} from '../../src/form/words';

describe('header words', () => {
  test.each([
    ['年初目标值\n(A)', 'target'],
    ['年度标值', 'target'],
    ['年初 目标值（Ａ）', 'target'],
    ['全年实际值(B)', 'actual'],
    ['单项指标实际完成值', 'actual'],
    ['三级指标(权重)', 'name'],
    ['指标权重(分)', 'weight'],
    ['单位(文字描述)', 'unit'],
    ['指标性质', 'operator'],
    ['得分\n(20*执行率)', 'score'],
    ['单项指标折算得分', 'converted'],
    ['复核分', 'reviewed'],
    ['未完成原因及拟采取的改进措施', 'reason'],
  ])('%j stands for %s', (text, role) => {
    expect(matchIndicatorWord(text)?.role).toBe(role);
  });

  test.each(['年度总体目标', '绩效目标', '年度绩效目标', '产出指标', '≥95%', '项目名称', ''])(
    '%j is no header of an indicator table',
    (text) => {
      expect(matchIndicatorWord(text)).toBeNull();
    },
  );

  test.each([
    ['全年预算数(A)', 'adjusted'],
    ['年初预算数', 'initial'],
    ['转移支付执行数(B)', 'spent'],
    ['预算执行进度(%)', 'rate'],
    ['执行率(B/A)', 'rate'],
    ['得分(20分*执行率)', 'score'],
  ])('%j in a fund block stands for %s', (text, role) => {
    expect(matchFundWord(text)?.role).toBe(role);
  });

  test('white space, full-width letters and brackets make no difference', () => {
    expect(compact(' 实际\n完成值（Ｂ）')).toBe('实际完成值(B)');
    expect(headerWord('实际\n完成值（Ｂ）')).toBe('实际完成值');
  });
});

describe('points in labels', () => {
  test.each([
    ['产出指标\n(50分)', '50'],
    ['产出指标(50)', '50'],
    ['年度目标 1: (11 分)', '11'],
    ['得分\n(20*执行率)', '20'],
    ['得分（20分×执行率）', '20'],
    ['预算执行情况\n(万元)\n(10 分)', '10'],
    ['成本指标(5.5分)', '5.5'],
    ['(30分)', '30'],
  ])('%j carries %s', (label, points) => {
    expect(pointsInLabel(label)).toBe(points);
  });

  test.each(['产出指标', '执行率(B/A)', '指标权重(分)', '（2022年度）', '偏差率(%)', '质量指标(1)'])(
    '%j carries none',
    (label) => {
      expect(pointsInLabel(label)).toBeNull();
    },
  );
});

describe('labels', () => {
  test('a total is known by its word, with or without a colon', () => {
    expect(isLabel('total', '总分')).toBe(true);
    expect(isLabel('total', '合 计：')).toBe(true);
    expect(isLabel('total', '总分值的说明')).toBe(false);
  });

  test('notes go on after their word', () => {
    expect(isLabel('afterTable', '备注：1.涉密部门不公开')).toBe(true);
    expect(isLabel('afterTable', '注：得分不超过分值')).toBe(true);
    expect(isLabel('afterTable', '注册企业数量')).toBe(false);
  });
});
