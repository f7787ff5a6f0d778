import vocabulary from '../../src/form/vocabulary.json';
import {
  compact,
  headerWord,
  isLabel,
  matchFundWord,
  matchIndicatorWord,
  matchSummaryWord,
  pointsInLabel,
  type LabelRole,
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

describe('one spelling', () => {
  test.each([
    ['【甲】〔乙〕[丙]（丁）', '(甲)(乙)(丙)(丁)'],
    [' 甲 \n\t乙\u3000', '甲乙'],
    ['１２．５％', '12.5%'],
    ['ＡＢ：＋', 'AB:+'],
    ['指标_1+2-3/4,5;6', '指标_1+2-3/4,5;6'],
    ['≥5', '≥5'],
    ['', ''],
  ])('%j is %j', (text, spelling) => {
    expect(compact(text)).toBe(spelling);
  });

  test.each([
    ['分值：', '分值'],
    ['★指标名称*', '指标名称'],
    ['实际完成值B', '实际完成值'],
    ['得分D', '得分'],
    ['得分E', '得分E'],
    ['A类指标', 'A类指标'],
    ['执行率(B/A)A', '执行率'],
    ['目标(一)值(二)', '目标值'],
    ['(万元)', '(万元)'],
    ['A', 'A'],
    ['：', ''],
  ])('%j as a header is %j', (text, word) => {
    expect(headerWord(text)).toBe(word);
  });
});

/** Every word with the roles that the vocabulary lists it under, and how far down it stands there. */
function listed(
  roles: Readonly<Record<string, readonly string[]>>,
): readonly (readonly [string, string[]])[] {
  const places = new Map<string, string[]>();
  for (const [role, words] of Object.entries(roles))
    for (const [rank, word] of words.entries())
      places.set(compact(word), [...(places.get(compact(word)) ?? []), `${role} ${rank}`]);
  return [...places];
}

test.each([
  ['indicators', vocabulary.indicator, matchIndicatorWord],
  ['money', vocabulary.fund, matchFundWord],
  ['scores', vocabulary.summary, matchSummaryWord],
] as const)(
  'every word of a table of %s is known, the first of its role as the strongest',
  (_, roles, match) => {
    const wrong = listed(roles).filter(([word, places]) => {
      const found = match(word);
      return !places.includes(`${found?.role ?? ''} ${found?.rank ?? ''}`);
    });
    expect(wrong).toEqual([]);
  },
);

describe('a year in a header says nothing', () => {
  test.each([
    ['2022年目标值', '目标值'],
    ['2022年度目标值', '目标值'],
    ['预期2022年实现值', '预期实现值'],
    ['本年目标值', '目标值'],
    ['本年度目标值', '目标值'],
    ['当年目标值', '目标值'],
  ])('%s is %s', (text, word) => {
    expect(matchIndicatorWord(text)).not.toBeNull();
    expect(matchIndicatorWord(text)).toEqual(matchIndicatorWord(word));
  });

  test.each(['目标本年值', '2022度目标值', '202年完成值', '值当年度目'])('%s is no such header', (text) => {
    expect(matchIndicatorWord(text)).toBeNull();
  });
});

describe('brackets', () => {
  test.each([
    ['备注', 'evidence'],
    ['备注（偏差原因分析）', 'reason'],
    ['备注（随便）', 'evidence'],
    ['备注（）', 'evidence'],
    ['佐证材料（得分）', 'score'],
    ['随便什么（得分）', 'score'],
    ['分值（得分）', 'weight'],
  ])('%s stands for %s', (text, role) => {
    expect(matchIndicatorWord(text)?.role).toBe(role);
  });

  test('a header has at most 40 characters', () => {
    const header = (length: number) => matchIndicatorWord(`得分(${'说'.repeat(length - 4)})`);
    expect(header(40)?.role).toBe('score');
    expect(header(41)).toBeNull();
    expect(matchFundWord(`得分(${'说'.repeat(37)})`)).toBeNull();
  });
});

describe('words that are written a little otherwise', () => {
  // 年初目标值 is the second word for a target, 全年执行数 the first for what was spent.
  test.each([
    ['年初目标植', 'target', 91],
    ['年末目标值', 'target', 91],
    ['年初目标数值', 'target', 91],
    ['年初标值', 'target', 91],
    ['初目标值', 'target', 91],
    ['年初目标值数', 'target', 91],
  ])('%s is close to a target', (text, role, rank) => {
    expect(matchIndicatorWord(text)).toEqual({ role, rank });
  });

  test.each([
    ...['年末目标植', '目标初年值', '年初目标数值表', '目标初值', '初目值'],
    // Only words of some length, and only those of figures and reasons.
    ...['三级指标名', '自评得分数'],
    ...['年度指标值1', '年初目标一', '年初目标十'],
    ...vocabulary.neverClose.filter((word) => !vocabulary.indicator.name.includes(word)),
  ])('%s is not', (text) => {
    expect(matchIndicatorWord(text)).toBeNull();
  });

  test('a figure in it says that it is something else', () => {
    expect(matchFundWord('全年执行额')).toEqual({ role: 'spent', rank: 90 });
    expect(matchFundWord('3年执行数')).toBeNull();
  });
});

describe('labels of a form', () => {
  const words = Object.entries(vocabulary.labels) as [LabelRole, readonly string[]][];

  test.each(words)('the words of %s are labels of it, with a colon and with remarks too', (role, known) => {
    expect(known.filter((word) => !isLabel(role, word))).toEqual([]);
    expect(known.filter((word) => !isLabel(role, ` ${word}：`))).toEqual([]);
    expect(known.filter((word) => isLabel(role, `不${word}的`))).toEqual([]);
  });

  test.each<[LabelRole, string, boolean]>([
    ['total', '项目自评总分', true],
    ['total', '本年度项目总得分', true],
    ['total', '各项合计得分', true],
    ['total', '各项得分合计', true],
    ['total', '一二三四五六七八总分', true],
    ['total', '一二三四五六七八九总分', false],
    ['total', '总分说明', false],
    ['subtotal', '产出小计', true],
    ['subtotal', '产出小计（30）', true],
    ['subtotal', '小计（30）分', false],
    ['subtotal', '小计说明', false],
    ['subtotal', '产出指标合计', true],
    ['subtotal', '年度目标合计', true],
    ['subtotal', '年度目标12合计', true],
    ['subtotal', '本单位的目标合计', true],
    ['subtotal', '年度目标一合计', false],
    ['subtotal', '产出指标合计数', false],
    ['subtotal', '成本合计', false],
    ['total', '产出小计', false],
    ['afterTable', '（备注', true],
    ['afterTable', '备注（1）说明', true],
    ['afterTable', '备注说明', false],
    ['afterTable', '关于（备注）', false],
    ['afterTable', '见备注：无', false],
    ['afterTable', '见备注（无）', false],
    ['grade', '备注：等级', false],
  ])('as a %s %s counts: %p', (role, text, counts) => {
    expect(isLabel(role, text)).toBe(counts);
  });

  test.each(['', '：', '5', '2022', '-3.5%'])('%j is a label of nothing', (text) => {
    expect(words.filter(([role]) => isLabel(role, text))).toEqual([]);
    expect([matchIndicatorWord(text), matchFundWord(text), matchSummaryWord(text)]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

test.each([
  ['(权重20分)', '20'],
  ['(100分)', '100'],
  ['(2.55分)', '2.55'],
  ['(20 x 执行率)', '20'],
  ['(20X执行率)', '20'],
  ['(12.25)', '12.25'],
  ['(10)', '10'],
  ['(9.99)', null],
  ['(9)', null],
  ['(1000分)', null],
  ['(分20)', null],
  ['(比重20分)', null],
  ['20分', null],
  ['(5分)(10分)', '5'],
  ['(20分(上限))', null],
  ['(20.分)', null],
])('in %s there are %s points', (label, points) => {
  expect(pointsInLabel(label)).toBe(points);
});
