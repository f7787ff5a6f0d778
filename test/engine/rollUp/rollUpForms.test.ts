/** Rolling forms up by section 8 of the rules: what is added, what is averaged, and what is left to a person. */
import { sum } from '../../../src/engine/decimal';
import type { Correction } from '../../../src/engine/rollUp/rolledUp';
import { findRuleSet } from '../../../src/engine/ruleSets/shippedRuleSets';
import { buildForm, buildForms, codesAbout, rollUp, rowNamed, type FormWords } from './buildForms';

function two(one: FormWords['rows'][number], other: FormWords['rows'][number]): readonly FormWords[] {
  return [
    { name: '甲项目', rows: [one], budget: '40', spent: '30' },
    { name: '乙项目', rows: [other], budget: '20', spent: '10' },
  ];
}

test('1000 posts wanted and 410 filled in all earn 41 % of the weight, not the mean of two percentages', () => {
  // 10 of 600 and 400 of 400: the mean of the two percentages would be 50.8 %.
  const rolled = rollUp(
    buildForms(
      two(['公益性岗位', '≥600个', '10个', '90', '1.5'], ['公益性岗位', '≥400个', '400个', '90', '90']),
    ),
  );
  const row = rowNamed(rolled, '公益性岗位');
  expect(row).toMatchObject({ way: 'sum', target: '≥1000个', actual: '410个', isComputed: true });
  expect(row.weight.toFixed()).toBe('90');
  // 90 × 41 %
  expect(row.score?.toFixed()).toBe('36.9');
});

test.each([
  // [name, first target, first actual, second target, second actual, way, target, actual]
  ['培训人数', '≥100人', '90人', '≥50人', '60人', 'sum', '≥150人', '150人'],
  ['修路里程', '2公里', '2公里', '500米', '400米', 'sum', '≥2.5公里', '2.4公里'],
  ['投入成本', '≤1.5万元', '1万元', '≤5000元', '5000元', 'sum', '≤2万元', '1.5万元'],
  ['服务人次', '≥1万人次', '1.2万人次', '≥2千人次', '2千人次', 'sum', '≥1.2万人次', '1.4万人次'],
  ['志愿者人数', '≥30名', '30名', '≥20人', '18人', 'sum', '≥50名', '48名'],
  // (90 × 30 + 80 × 10) ÷ 40 = 87.5; (92 × 30 + 76 × 10) ÷ 40 = 88
  ['满意度', '≥90%', '92%', '≥80%', '76%', 'mean', '≥87.5%', '88%'],
  // (3 × 30 + 5 × 10) ÷ 40 = 3.5; (2 × 30 + 4 × 10) ÷ 40 = 2.5
  ['死亡率', '≤3‰', '2‰', '≤5‰', '4‰', 'mean', '≤3.5‰', '2.5‰'],
  // (500 × 30 + 300 × 10) ÷ 40 = 450; (480 × 30 + 320 × 10) ÷ 40 = 440
  ['补助水平', '≤500元/人', '480元/人', '≤300元/人', '320元/人', 'mean', '≤450元/人', '440元/人'],
  ['人均补助', '≥500元', '480元', '≥300元', '320元', 'mean', '≥450元', '440元'],
] as const)('%s: %s | %s and %s | %s become one by %s', (name, t1, a1, t2, a2, way, target, actual) => {
  const row = rowNamed(rollUp(buildForms(two([name, t1, a1, '10'], [name, t2, a2, '10']))), name);
  expect(row).toMatchObject({ way, target, actual });
});

test('averages are weighted by the budget where a person chose it', () => {
  const forms = buildForms(two(['满意度', '≥90%', '92%', '10'], ['满意度', '≥90%', '86%', '10']));
  // (92 × 40 + 86 × 20) ÷ 60 = 90, against (92 × 30 + 86 × 10) ÷ 40 = 90.5
  expect(rowNamed(rollUp(forms, { money: 'budget' }), '满意度').actual).toBe('90%');
  expect(rowNamed(rollUp(forms), '满意度').actual).toBe('90.5%');
});

test('amounts in 元 and in 万元 weigh what they are worth', () => {
  const [one, other] = two(['满意度', '≥90%', '92%', '10'], ['满意度', '≥90%', '86%', '10']);
  if (!one || !other) throw new Error('no forms');
  const rolled = rollUp(buildForms([one, { ...other, budget: '200000', spent: '100000', unit: '1' }]));
  expect(rowNamed(rolled, '满意度').actual).toBe('90.5%');
  expect([rolled.fund.budget?.toFixed(), rolled.fund.spent?.toFixed()]).toEqual(['60', '40']);
  // 10 × 40 ÷ 60
  expect(rolled.fund.outcome.computed?.toFixed()).toBe('6.67');
});

test('without the money of a form nothing is averaged, and nobody weighs the forms alike in silence', () => {
  const [one, other] = two(['满意度', '≥90%', '92%', '10'], ['满意度', '≥90%', '86%', '10']);
  if (!one || !other) throw new Error('no forms');
  const rolled = rollUp(buildForms([one, { ...other, spent: '' }]));
  expect(rowNamed(rolled, '满意度')).toMatchObject({ way: 'open', actual: '', score: null });
  expect(codesAbout(rolled, '满意度')).toContain('no-average');
  expect(rolled.left.filter(({ match }) => match === null).map(({ code }) => code)).toEqual([
    'spent-missing',
    'money-missing',
  ]);
});

test('a form that does not say 元 or 万元 beside one that does has no known money', () => {
  const [one, other] = two(['满意度', '≥90%', '92%', '10'], ['满意度', '≥90%', '86%', '10']);
  if (!one || !other) throw new Error('no forms');
  const rolled = rollUp(buildForms([one, { ...other, unit: null }]));
  expect(rowNamed(rolled, '满意度').way).toBe('open');
  expect(rolled.left.map(({ code }) => code)).toContain('money-unit-unknown');
  expect(rolled.fund.budget?.toFixed()).toBe('40');
});

test.each([
  // Equal weights: (9 × 30 + 5 × 10) ÷ 40 = 8
  ['10', '9', '10', '5', '90', '72'],
  // Shares where weights differ: (18/20 × 30 + 5/10 × 10) ÷ 40 = 0.8
  ['20', '18', '10', '5', '90', '72'],
])(
  'judged scores %s|%s and %s|%s are averaged as shares of their weights',
  (w1, s1, w2, s2, weight, score) => {
    const rolled = rollUp(
      buildForms(two(['社会影响', '良好影响', '较好', w1, s1], ['社会影响', '良好影响', '显著', w2, s2])),
    );
    const row = rowNamed(rolled, '社会影响');
    expect(row).toMatchObject({ way: 'judged', isComputed: false, target: '良好影响', actual: '较好；显著' });
    expect([row.weight.toFixed(), row.score?.toFixed()]).toEqual([weight, score]);
  },
);

test('a judged score that is missing in one form leaves the whole to a person', () => {
  const rolled = rollUp(
    buildForms(two(['社会影响', '良好', '较好', '10', '9'], ['社会影响', '良好', '显著', '10'])),
  );
  expect(rowNamed(rolled, '社会影响')).toMatchObject({ way: 'open', score: null });
  expect(codesAbout(rolled, '社会影响')).toContain('score-missing');
});

test.each([
  ['2020年底', '2020年底', '2020年底', '2020年底', '2020年底', '2020年底'],
  ['2020年底', '2020年底已完成', '2020年底', '2020年12月', '2020年底', '已完成'],
  ['2020年10月', '2020年10月', '2020年底', '2020年底', '2020年10月；2020年底', '2项中2项达到目标'],
])('dates %s | %s and %s | %s that were kept earn the whole weight', (t1, a1, t2, a2, target, actual) => {
  const row = rowNamed(
    rollUp(buildForms(two(['完成时间', t1, a1, '10'], ['完成时间', t2, a2, '10']))),
    '完成时间',
  );
  expect(row).toMatchObject({ way: 'met', target, actual });
  expect(row.score?.toFixed()).toBe('90');
});

test('dates that were not all kept are counted, scored by what people gave them, and left to a person', () => {
  const rolled = rollUp(
    buildForms(
      two(
        ['完成时间', '2020年6月', '2020年6月', '10', '10'],
        ['完成时间', '2020年6月', '2020年9月', '10', '6'],
      ),
    ),
  );
  const row = rowNamed(rolled, '完成时间');
  expect(row).toMatchObject({ way: 'judged', actual: '2项中1项达到目标', isComputed: false });
  // 90 × (10/10 × 30 + 6/10 × 10) ÷ 40 = 90 × 0.9
  expect(row.score?.toFixed()).toBe('81');
  expect(codesAbout(rolled, '完成时间')).toEqual(expect.arrayContaining(['not-all-met', 'text-to-write']));
});

test('limits of time are not added: they are met out of all', () => {
  const row = rowNamed(
    rollUp(
      buildForms(
        two(['办理时限', '≤5个工作日', '4个工作日', '10'], ['办理时限', '≤3个工作日', '3个工作日', '10']),
      ),
    ),
    '办理时限',
  );
  expect(row).toMatchObject({ way: 'met', actual: '2项中2项达到目标' });
});

test.each([
  ['units-differ', ['覆盖数量', '≥90%', '92%'], ['覆盖数量', '≥80个', '80个']],
  ['units-differ', ['培训规模', '≥50人次', '50人次'], ['培训规模', '≥3次', '3次']],
  ['directions-differ', ['维修数量', '≥3处', '3处'], ['维修数量', '≤2处', '1处']],
  ['kinds-differ', ['宣传活动', '≥3场', '3场'], ['宣传活动', '按计划开展', '已按计划开展']],
] as const)('%s: rows of one name stay apart and are listed', (code, [n1, t1, a1], [n2, t2, a2]) => {
  const rolled = rollUp(buildForms(two([n1, t1, a1, '10', '10'], [n2, t2, a2, '10', '10'])));
  expect(rolled.rows.map(({ sources }) => sources.length)).toEqual([1, 1]);
  expect(codesAbout(rolled, n1)).toEqual([code, code]);
});

test('a row whose actual cannot be read is kept out of the sum and listed', () => {
  const rolled = rollUp(
    buildForms([
      { name: '甲', rows: [['培训人数', '≥50人', '50人', '10']] },
      { name: '乙', rows: [['培训人数', '≥30人', '大部分', '10', '8']] },
      { name: '丙', rows: [['培训人数', '≥20人', '', '10']] },
      { name: '丁', rows: [['培训人数', '≥10人', '8人', '10']] },
    ]),
  );
  expect(rolled.rows.map(({ target, actual }) => `${target}|${actual}`)).toEqual([
    '≥60人|58人',
    '≥30人|大部分',
    '≥20人|',
  ]);
  expect(codesAbout(rolled, '培训人数')).toEqual(expect.arrayContaining(['unreadable', 'actual-missing']));
});

test('an indicator of one form only stays as it stands and is listed', () => {
  const rolled = rollUp(
    buildForms(two(['开展培训', '不少于3次', '3次', '10', '10'], ['购置设备', '2台', '2台', '10', '10'])),
  );
  expect(rowNamed(rolled, '开展培训')).toMatchObject({ way: 'alone', target: '不少于3次', actual: '3次' });
  expect(codesAbout(rolled, '开展培训')).toEqual(['only-one-form', 'weights-differ'].slice(0, 1));
});

test('a bare number is taken for the unit of the other form, and that is said', () => {
  const rolled = rollUp(buildForms(two(['培训人数', '≥50人', '50人', '10'], ['培训人数', '30', '20', '10'])));
  expect(rowNamed(rolled, '培训人数')).toMatchObject({ target: '≥80人', actual: '70人' });
  expect(codesAbout(rolled, '培训人数')).toContain('unit-assumed');
});

test('a growth is not added to a level, and stays a growth', () => {
  const rolled = rollUp(
    buildForms(two(['游客量', '增长5%', '增长6%', '10'], ['游客量', '增长3%', '增长2%', '10'])),
  );
  // (5 × 30 + 3 × 10) ÷ 40 = 4.5; (6 × 30 + 2 × 10) ÷ 40 = 5
  expect(rowNamed(rolled, '游客量')).toMatchObject({ target: '增长≥4.5%', actual: '增长5%', way: 'mean' });
});

test('a direction that a person chose holds in the department form', () => {
  const words = two(['设备数量', '5台', '8台', '10'], ['设备数量', '5台', '8台', '10']);
  const forms = words.map((form, place) =>
    buildForm({ ...form, directions: new Map([[9, 'ceiling']]) }, place),
  );
  const row = rowNamed(rollUp(forms), '设备数量');
  expect(row).toMatchObject({ target: '≤10台', actual: '16台' });
  // 90 × 10 ÷ 16
  expect(row.score?.toFixed()).toBe('56.25');
});

test('a typed score beside figures gives way to the computed one, and that is said', () => {
  const rolled = rollUp(
    buildForms(two(['培训人数', '≥50人', '50人', '10', '9'], ['培训人数', '≥50人', '50人', '10', '10'])),
  );
  expect(rowNamed(rolled, '培训人数').score?.toFixed()).toBe('90');
  expect(codesAbout(rolled, '培训人数')).toContain('typed-differs');
});

test('corrections split, join and leave out, and a correction of what is gone does nothing', () => {
  const forms = buildForms([
    {
      name: '甲',
      rows: [
        ['培训人数', '≥50人', '50人', '10'],
        ['参训人员', '≥5人', '5人', '10'],
      ],
    },
    {
      name: '乙',
      rows: [
        ['培训人数', '≥30人', '30人', '10'],
        ['购置设备', '≥2台', '2台', '10'],
      ],
    },
  ]);
  const targets = (corrections: readonly Correction[]): readonly string[] =>
    rollUp(forms, { corrections }).rows.map(({ target }) => target);
  expect(targets([])).toEqual(['≥80人', '≥5人', '≥2台']);
  expect(targets([{ kind: 'split', row: '乙#9' }])).toEqual(['≥50人', '≥30人', '≥5人', '≥2台']);
  expect(targets([{ kind: 'join', row: '甲#10', to: '甲#9' }])).toEqual(['≥85人', '≥2台']);
  expect(targets([{ kind: 'leave-out', row: '乙#9' }])).toEqual(['≥5人', '≥2台']);
  expect(
    targets([
      { kind: 'leave-out', row: '乙#9' },
      { kind: 'take-in', row: '甲#9' },
    ]),
  ).toEqual(['≥80人', '≥5人', '≥2台']);
  expect(
    targets([
      { kind: 'split', row: '丙#9' },
      { kind: 'join', row: '甲#9', to: '丙#9' },
    ]),
  ).toEqual(['≥80人', '≥5人', '≥2台']);
});

test('rows that a person joined although their units differ are scored by their scores', () => {
  const forms = buildForms(two(['覆盖', '≥90%', '90%', '10', '10'], ['覆盖', '≥80个', '40个', '10', '5']));
  const rolled = rollUp(forms, { corrections: [{ kind: 'join', row: '乙项目#9', to: '甲项目#9' }] });
  const row = rowNamed(rolled, '覆盖');
  expect(row).toMatchObject({ way: 'judged', isComputed: false });
  // 90 × (1 × 30 + 0.5 × 10) ÷ 40 = 78.75
  expect(row.score?.toFixed()).toBe('78.75');
});

test('weights on which the forms agree are kept, the others share the rest of their level, and all come to 100', () => {
  const rolled = rollUp(
    buildForms([
      {
        name: '甲',
        rows: [
          ['培训人数', '≥50人', '50人', '20'],
          ['购置设备', '≥2台', '2台', '30'],
          ['社会影响', '良好', '较好', '30', '27', '效益指标'],
          ['满意度', '≥90%', '95%', '10', '10', '满意度指标'],
        ],
      },
      {
        name: '乙',
        rows: [
          ['培训人数', '≥30人', '30人', '20'],
          ['修缮房屋', '≥3间', '3间', '15'],
          ['发放资料', '≥3本', '3本', '15'],
          ['社会影响', '良好', '较好', '30', '27', '效益指标'],
          ['满意度', '≥90%', '95%', '10', '10', '满意度指标'],
        ],
      },
    ]),
  );
  // 产出 50: 20 kept, 30 shared as 30 : 15 : 15
  expect(rolled.rows.map(({ weight }) => weight.toFixed())).toEqual(['20', '15', '7.5', '7.5', '30', '10']);
  expect(rolled.weight.toFixed()).toBe('100');
});

test('weights on which the forms differ are split by the rule set', () => {
  const rows = (weight: string): FormWords['rows'] => [
    ['培训人数', '≥50人', '50人', weight],
    ['满意度', '≥90%', '95%', String(90 - Number(weight)), '', '满意度指标'],
    ['社会影响', '良好', '较好', '5', '4', '效益指标'],
  ];
  const rolled = rollUp(
    buildForms([
      { name: '甲', rows: rows('70') },
      { name: '乙', rows: rows('40') },
    ]),
  );
  // 财预〔2020〕10号: 产出 50, 满意度 10, 效益 30
  expect(rolled.rows.map(({ weight }) => weight.toFixed())).toEqual(['50', '10', '30']);
  expect(codesAbout(rolled, '培训人数')).toContain('weights-differ');
});

test('levels that the rule set does not know share all points', () => {
  const rolled = rollUp(
    buildForms([
      {
        name: '甲',
        rows: [
          ['培训人数', '≥50人', '50人', '10', '', '履职指标'],
          ['机构数', '≥1家', '1家', '5', '', '履职指标'],
        ],
      },
      { name: '乙', rows: [['设备', '≥5台', '5台', '15', '', '产出指标']] },
    ]),
  );
  expect(rolled.rows.map(({ weight }) => weight.toFixed())).toEqual(['30', '15', '45']);
});

test('execution weights on which the forms differ give way to the rule set', () => {
  const forms = buildForms([
    { name: '甲', rows: [['培训人数', '≥50人', '50人', '10']], execution: '10' },
    { name: '乙', rows: [['培训人数', '≥50人', '50人', '10']], execution: '20' },
  ]);
  const wuhan = findRuleSet('wuhan');
  if (!wuhan) throw new Error('no rule set');
  expect(rollUp(forms, { rules: wuhan }).fund.weight?.toFixed()).toBe('20');
  expect(rollUp(forms).fund.weight?.toFixed()).toBe('10');
});

test('a total under the cap of the rule set is capped', () => {
  const platform = findRuleSet('platform');
  if (!platform) throw new Error('no rule set');
  const words: FormWords = {
    name: '甲',
    rows: [['培训人数', '≥50人', '50人', '10']],
    budget: '100',
    spent: '65',
  };
  const rolled = rollUp([buildForm(words, 0, platform), buildForm({ ...words, name: '乙' }, 1, platform)], {
    rules: platform,
  });
  expect(rolled.score.toFixed()).toBe('79');
  expect(sum(rolled.rows.map(({ score }) => score ?? rolled.score)).toFixed()).toBe('90');
});

test('forms of different years are told apart', () => {
  const rows: FormWords['rows'] = [['培训人数', '≥50人', '50人', '10']];
  const rolled = rollUp(
    buildForms([
      { name: '甲', rows, year: 2020 },
      { name: '乙', rows, year: 2021 },
    ]),
  );
  expect(rolled.left.filter(({ code }) => code === 'years-differ')).toHaveLength(2);
});

test('every figure names the cells it was made of', () => {
  const row = rowNamed(
    rollUp(buildForms(two(['修路里程', '2公里', '2公里', '10'], ['修路里程', '500米', '400米', '10']))),
    '修路里程',
  );
  expect(
    row.sources.map(({ sheet, targetCell, actualCell, target, actual, money }) => [
      sheet,
      targetCell,
      actualCell,
      target?.toFixed(),
      actual?.toFixed(),
      money?.toFixed(),
    ]),
  ).toEqual([
    ['甲项目', 'E9', 'F9', '2', '2', '30'],
    ['乙项目', 'E9', 'F9', '0.5', '0.4', '10'],
  ]);
});

test('actuals that are all blank stay blank, and nothing is said of what was met', () => {
  const rolled = rollUp(buildForms(two(['合格率', '≥95%', '', '10'], ['合格率', '≥95%', '', '10'])));
  expect(rowNamed(rolled, '合格率')).toMatchObject({ way: 'open', target: '≥95%', actual: '', score: null });
  expect(codesAbout(rolled, '合格率')).toContain('actual-missing');
});

test('a figure that every form has beside a target in words is not taken for that of the department', () => {
  const rolled = rollUp(
    buildForms(
      two(['出警次数', '据实出警', '412次', '10', '10'], ['出警次数', '据实出警', '412次', '10', '10']),
    ),
  );
  expect(rowNamed(rolled, '出警次数')).toMatchObject({
    way: 'judged',
    target: '据实出警',
    actual: '见数据来源',
  });
  expect(codesAbout(rolled, '出警次数')).toContain('text-to-write');
});

test('whether a target was met is not counted where nobody can tell', () => {
  const row = rowNamed(
    rollUp(
      buildForms(
        two(['培训人数', '≥50人', '大部分', '10', '8'], ['培训人数', '≥30人', '基本完成', '10', '9']),
      ),
    ),
    '培训人数',
  );
  expect(row.actual).toBe('大部分；基本完成');
});
