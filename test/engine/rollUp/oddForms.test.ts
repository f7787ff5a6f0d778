// Rolling up forms that lack something or are written in an odd way: names, cells, money, weights.
import { Decimal } from '../../../src/engine/decimal';
import type { IndicatorRow } from '../../../src/engine/facts';
import { correctMatching, proposeMatching } from '../../../src/engine/rollUp/matchRows';
import type { RollUpForm } from '../../../src/engine/rollUp/rolledUp';
import { agreedWeight, executionWeight, splitWeights } from '../../../src/engine/rollUp/splitWeights';
import { MOF_2020 } from '../../../src/engine/ruleSets/shippedRuleSets';
import { buildForms, codesAbout, rollUp, rowNamed, type FormWords, type RowWords } from './buildForms';

/** Two projects of one row each; 30 and 10 were spent of 40 and 20. */
function two(one: RowWords, other: RowWords, change: Partial<FormWords> = {}): readonly RollUpForm[] {
  return buildForms([
    { name: '甲', rows: [one], budget: '40', spent: '30' },
    { name: '乙', rows: [other], budget: '20', spent: '10', ...change },
  ]);
}

/** The forms with something else in the facts of their rows. */
function withFacts(forms: readonly RollUpForm[], change: Partial<IndicatorRow>): readonly RollUpForm[] {
  return forms.map((form) => {
    const rows = form.scored.rows.map((row) => ({ ...row, facts: { ...row.facts, ...change } }));
    const indicators = rows.map(({ facts }) => facts);
    return { ...form, scored: { ...form.scored, rows, facts: { ...form.scored.facts, indicators } } };
  });
}

test.each([
  ['养护里程', '养护里程', 1],
  ['养护里程（公里）', '养护里程', 1],
  ['养护里程（公里）', '养护里程(千米)', 1],
  ['养护里程（A）', '养护里程', 2],
  ['养护里程（公里以上）', '养护里程', 2],
  ['养护，里程', '养护里程。', 1],
  ['GDP增量', 'gdp增量', 1],
  ['——', '——', 1],
  ['——', '///', 2],
])('indicators called %s and %s make %i', (one, other, count) => {
  const forms = two([one, '≥5公里', '5公里', '90'], [other, '≥5公里', '5公里', '90']);
  expect(proposeMatching(forms)).toHaveLength(count);
});

test('rows without names of their own are known by form and number', () => {
  const forms = two(['里程', '≥5公里', '5公里', '90'], ['场次', '≥5次', '5次', '90']);
  const bare = forms.map((form) => ({ ...form, rowKeys: new Map<number, string>() }));
  expect(proposeMatching(bare).map(({ rows }) => rows)).toEqual([['甲#9'], ['乙#9']]);
});

test('what stands alone cannot be split, and nothing is joined to itself or to what is gone', () => {
  const matching = proposeMatching(two(['里程', '≥5公里', '5公里', '90'], ['场次', '≥5次', '5次', '90']));
  expect(correctMatching(matching, [{ kind: 'split', row: '甲#9' }])).toEqual(matching);
  expect(correctMatching(matching, [{ kind: 'join', row: '甲#9', to: '甲#9' }])).toEqual(matching);
  expect(correctMatching(matching, [{ kind: 'join', row: '甲#9', to: '丙#9' }])).toEqual(matching);
  expect(correctMatching(matching, [{ kind: 'join', row: '甲#9', to: '乙#9' }])).toEqual([
    { id: '乙#9', rows: ['乙#9', '甲#9'], isLeftOut: false, isByPerson: true },
  ]);
});

test.each([
  ['budget', { budget: '' }, ['budget-missing E5', 'money-missing E5']],
  ['budget', { spent: '' }, ['spent-missing F5']],
  ['spent', { spent: '' }, ['spent-missing F5', 'money-missing F5']],
] as const)('by %s, a form with %j is named with the cell that lacks', (money, change, expected) => {
  const { left } = rollUp(two(['里程', '≥5公里', '5公里', '90'], ['里程', '≥5公里', '5公里', '90'], change), {
    money,
  });
  const ofForms = left.filter(({ match }) => match === null);
  expect(ofForms.map(({ code, places }) => `${code} ${places[0]?.cell ?? ''}`)).toEqual(expected);
});

test('the target of a row in three cells is taken from the middle one', () => {
  const forms = two(['里程', '≥5公里', '5公里', '90'], ['里程', '≥5公里', '5公里', '90']);
  const targetOf = (...targetCells: string[]) =>
    rowNamed(rollUp(withFacts(forms, { targetCells })), '里程').sources.map(({ targetCell }) => targetCell);
  expect(targetOf('E9', 'F9', 'G9')).toEqual(['F9', 'F9']);
  expect(targetOf('E9', 'F9')).toEqual(['E9', 'E9']);
  expect(targetOf()).toEqual([null, null]);
});

test('what has no cell for its actual is found at its name', () => {
  const forms = two(['效果', '良好', '良好', '90', '80'], ['效果', '良好', '较好', '90', '']);
  const { left } = rollUp(withFacts(forms, { actualCell: null }));
  expect(
    left
      .filter(({ code }) => code === 'score-missing')
      .flatMap(({ places }) => places.map(({ cell }) => cell)),
  ).toEqual(['D9', 'D9']);
});

test('dates that were missed are not averaged without the money of all forms', () => {
  const row = (actual: string, score: string): RowWords => ['完工时间', '2020年6月底前', actual, '90', score];
  const forms = two(row('2020年5月', '90'), row('2020年9月', '40'), { spent: '' });
  const rolled = rollUp(forms);
  expect(rowNamed(rolled, '完工时间')).toMatchObject({ way: 'open', score: null });
  expect(codesAbout(rolled, '完工时间')).toEqual(expect.arrayContaining(['no-average', 'not-all-met']));
  // Where a score is missing too, that is what has to be filled in first.
  const unscored = two(row('2020年5月', '90'), row('2020年9月', ''), { spent: '' });
  expect(codesAbout(rollUp(unscored), '完工时间')).not.toContain('no-average');
});

test('a score that stands for several rows is no score of one of them', () => {
  const [first, second] = buildForms([
    {
      name: '甲',
      rows: [
        ['效果', '良好', '良好', '45', '80'],
        ['影响', '良好', '良好', '', ''],
      ],
    },
    {
      name: '乙',
      rows: [
        ['效果', '良好', '较好', '45', '40'],
        ['影响', '良好', '较好', '45', '40'],
      ],
    },
  ]);
  if (!first || !second) throw new Error('no forms');
  const rows = first.scored.rows.map((row, index) =>
    index === 0 ? row : { ...row, facts: { ...row.facts, sharesScore: true } },
  );
  const facts = { ...first.scored.facts, indicators: rows.map((row) => row.facts) };
  const rolled = rollUp([{ ...first, scored: { ...first.scored, rows, facts } }, second]);
  expect(codesAbout(rolled, '影响')).toContain('score-shared');
  expect(rowNamed(rolled, '影响')).toMatchObject({ way: 'open', score: null });
});

describe('weights', () => {
  const half = new Decimal(50);

  test('are agreed on only when every form gives the same', () => {
    expect([
      agreedWeight([]),
      agreedWeight([null]),
      agreedWeight([half, null]),
      agreedWeight([half, new Decimal(40)]),
    ]).toEqual([null, null, null, null]);
    expect(agreedWeight([half, new Decimal('50.0')])?.toFixed()).toBe('50');
  });

  test('of the execution, on which the forms differ, are the usual one, and the first where there is none', () => {
    const row: RowWords = ['里程', '≥5公里', '5公里', '90'];
    const [first, second] = ['20', '15'].flatMap((execution) =>
      buildForms([{ name: execution, rows: [row], execution }]),
    );
    if (!first || !second) throw new Error('no forms');
    const unusual = { ...MOF_2020, executionWeights: [] };
    expect(executionWeight([first, second], MOF_2020)?.toFixed()).toBe('10');
    expect(executionWeight([first, second], unusual)?.toFixed()).toBe('20');
    expect(executionWeight([second], unusual)?.toFixed()).toBe('15');
    expect(executionWeight([], MOF_2020)).toBeNull();
  });

  test('that no form gives are shared alike within the level of the rule set', () => {
    const forms = two(['里程', '≥5公里', '5公里', ''], ['场次', '≥5次', '5次', '']);
    const rows = ['产出指标', '产出指标', '效益指标'].map((level1) => ({ level1, weights: [null] }));
    const weights = splitWeights(rows, forms, new Decimal(10), MOF_2020);
    // 产出 50 and 效益 30 of the rule set, as parts of 90.
    expect(weights.map((weight) => weight.toFixed())).toEqual(['28.13', '28.12', '33.75']);
  });
});

test.each([
  ['产出指标（50分）', '产出指标', 1],
  ['产出 指标：', '产出', 1],
  ['产出(50', '产出', 1],
  ['产出', '效益', 2],
])('rows of the levels %s and %s stand under %i levels', (one, other, count) => {
  const row = (level1: string, name: string): RowWords => [name, '≥5公里', '5公里', '45', '', level1];
  const rolled = rollUp(two(row(one, '里程'), row(other, '里程')));
  expect(codesAbout(rolled, '里程').includes('levels-differ')).toBe(count > 1);
});

test('an amount that is blanks is none', () => {
  const row: RowWords = ['里程', '≥5公里', '5公里', '90'];
  const [first, second] = two(row, row);
  if (!first || !second) throw new Error('no forms');
  const { budget } = second.scored.facts;
  const blank = {
    state: 'blank',
    value: null,
    cell: 'E5',
    entry: { value: '  ', text: '  ', format: '@' },
    formula: false,
  } as const;
  const total = budget && { ...budget.total, budget: blank, spent: { ...blank, cell: 'F5' } };
  const facts = { ...second.scored.facts, budget: budget && total && { ...budget, total } };
  const { fund, left } = rollUp([first, { ...second, scored: { ...second.scored, facts } }]);
  expect(fund.sources[1]).toMatchObject({ budget: null, spent: null, budgetText: '', spentText: '' });
  expect(
    left
      .filter(({ match }) => match === null)
      .map(({ code }) => code)
      .sort(),
  ).toEqual(['budget-missing', 'money-missing', 'spent-missing']);
});

test('a growth and a fall of one name are not put together', () => {
  const forms = two(['收入', '增长≥5%', '增长6%', '90', '90'], ['收入', '下降≥5%', '下降6%', '90', '90']);
  expect(proposeMatching(forms)).toHaveLength(2);
  expect(codesAbout(rollUp(forms), '收入')).toContain('directions-differ');
});

test('very long words of several forms are not strung together', () => {
  const actual = (length: number) => `已建成${'长'.repeat(length - 3)}`;
  const rolled = (length: number) =>
    rowNamed(
      rollUp(
        two(
          ['效果', '良好', actual(length), '90', '80'],
          ['效果', '良好', `甲${actual(length)}`, '90', '70'],
        ),
      ),
      '效果',
    );
  expect(rolled(79).actual).toContain('已建成');
  expect(rolled(90).actual).not.toContain('已建成');
});
