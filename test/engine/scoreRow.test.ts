// Targets and actuals as forms write them, each with the basis, the verdict and the score worked out by hand.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decimal } from '../../src/engine/decimal';
import { BLANK, textEntry, type Entry } from '../../src/engine/entry';
import type { Outcome } from '../../src/engine/outcome';
import type { RuleSet } from '../../src/engine/ruleSet';
import { MOF_2020 } from '../../src/engine/ruleSets/shippedRuleSets';
import { scoreRow, type RowInput } from '../../src/engine/scoreRow';

interface Case {
  level2: string;
  name: string;
  target: string;
  actual: string;
  weight: string;
  basis: string;
  met: boolean | null;
  computed: string | null;
}

const cases = readFileSync(join(__dirname, '../fixtures/rows/invented.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Case);

function row(target: Entry | string, actual: Entry | string, more: Partial<RowInput> = {}): RowInput {
  const entry = (cell: Entry | string) => (typeof cell === 'string' ? textEntry(cell) : cell);
  return {
    level1: null,
    level2: null,
    name: '',
    target: entry(target),
    unit: '',
    actual: entry(actual),
    weight: new Decimal(10),
    direction: null,
    ...more,
  };
}

function earned({ basis, met, computed }: Outcome) {
  return { basis, met, computed: computed?.toFixed() ?? null };
}

test.each(
  cases.map((each) => [`${each.level2} ${each.name}: ${each.target} / ${each.actual}`, each] as const),
)('%s', (_, { level2, name, target, actual, weight, basis, met, computed }) => {
  const outcome = scoreRow(row(target, actual, { level2, name, weight: new Decimal(weight) }), MOF_2020);
  expect(earned(outcome)).toEqual({ basis, met, computed });
});

const percent = (value: number, text: string): Entry => ({ value, text, format: '0%' });
const date = (value: number, text: string, format = 'yyyy"年"m"月"d"日"'): Entry => ({ value, text, format });
const plain = (value: number, text = String(value), format = 'General'): Entry => ({ value, text, format });

describe('Excel numbers', () => {
  test.each<[string, Entry | string, Entry | string, string, string | null]>([
    ['a percent format is a percentage', '≥95%', percent(0.96, '96%'), 'at-least', '10'],
    ['the stored number counts, not the rounded text', '≥95%', percent(0.9464, '95%'), 'at-least', '9.96'],
    ['a small percentage is not taken for a plain number', '≤1%', percent(0.006, '1%'), 'at-most', '10'],
    ['a unit in the format is a unit', '≥8个', plain(4, '4个', '0"个"'), 'at-least', '5'],
    ['a scale in the format is a scale', '≥2万元', plain(1.5, '1.5万元', '0.0"万元"'), 'at-least', '7.5'],
    [
      'a format that shows ten thousands hides four digits',
      '≥2万元',
      plain(15_000, '1.5万元', '0!.0,"万元"'),
      'at-least',
      '7.5',
    ],
    ['hash signs in a narrow column hide nothing', '≥8个', plain(4, '####'), 'at-least', '5'],
    ['0.1 + 0.2 is 0.3', plain(0.3), plain(0.1 + 0.2, '0.3'), 'at-least', '10'],
    [
      'a date serial keeps a date in words',
      '2021年12月底前完成',
      date(44526, '2021年11月26日'),
      'by-date',
      '10',
    ],
    ['a later date serial is late', '2021年11月底前完成', date(44550, '2021年12月20日'), 'judged', null],
    [
      'two date serials',
      date(44561, '2021-12-31', 'yyyy-mm-dd'),
      date(44550, '2021/12/20', 'yyyy/m/d'),
      'by-date',
      '10',
    ],
    [
      'a month format means the whole month',
      date(44531, '2021年12月', 'yyyy"年"m"月"'),
      '2021年12月31日',
      'by-date',
      '10',
    ],
    ['a date is no number', '≥5个', date(44526, '2021年11月26日'), 'judged', null],
    [
      'a time of day is a ratio that Excel misread',
      '1:2',
      plain(0.0430555555, '1:02', 'h:mm'),
      'judged',
      null,
    ],
    ['a stored fraction beside a percentage', '≥95%', plain(0.96), 'at-least', '10'],
    ['a negative number in brackets', '≤5', plain(-3, '(3)', '0_);(0)'), 'at-most', '10'],
    ['a number stored as text', '5', textEntry('4'), 'at-least', '8'],
    ['a boolean is text', '是', { value: true, text: 'TRUE', format: 'General' }, 'judged', null],
  ])('%s', (_, target, actual, basis, computed) => {
    expect(scoreRow(row(target, actual), MOF_2020)).toMatchObject({ basis });
    expect(earned(scoreRow(row(target, actual), MOF_2020)).computed).toBe(computed);
  });
});

describe('what an outcome tells', () => {
  test('the steps follow a missed floor to its score', () => {
    const outcome = scoreRow(row('800 个', '210 个', { weight: new Decimal('2.5') }), MOF_2020);
    expect(outcome.steps).toEqual([
      { code: 'took-target', params: { text: '800 个', taken: '800 个', value: '800', unit: '个' } },
      { code: 'took-actual', params: { text: '210 个', taken: '210 个', value: '210', unit: '个' } },
      { code: 'floor-from-default', params: { because: '' } },
      {
        code: 'floor-missed',
        params: { target: '800个', actual: '210个', formula: '2.5 × 210个 ÷ 800个 = 0.65625 → 0.66' },
      },
    ]);
  });

  test('a quotient without end is shown with six decimals and ≈', () => {
    const outcome = scoreRow(row('≥90%', '88%'), MOF_2020);
    expect(outcome.steps.at(-1)?.params['formula']).toBe('10 × 88% ÷ 90% ≈ 9.777778 → 9.78');
  });

  test('a quotient that needs no rounding has no arrow', () => {
    const outcome = scoreRow(row('≥10个', '8个'), MOF_2020);
    expect(outcome.steps.at(-1)?.params['formula']).toBe('10 × 8个 ÷ 10个 = 8');
  });

  test('numbers are given in base units', () => {
    const outcome = scoreRow(row('≤90万元', '90'), MOF_2020);
    expect([outcome.targetValue?.toNumber(), outcome.actualValue?.toNumber()]).toEqual([900_000, 900_000]);
    expect(outcome.steps).toContainEqual({
      code: 'actual-borrowed-unit',
      params: { number: '90', read: '90万元' },
    });
  });

  test('an actual is converted into the unit of the target', () => {
    const outcome = scoreRow(row('≥5公里', '4800米'), MOF_2020);
    expect(outcome.steps).toContainEqual({
      code: 'actual-converted',
      params: { from: '4800米', to: '4.8公里' },
    });
  });

  test('an actual with an operator is said to be no measurement', () => {
    const outcome = scoreRow(row('≥90%', '≥95%'), MOF_2020);
    expect(outcome.steps).toContainEqual({ code: 'actual-not-measured', params: { taken: '≥95%' } });
    expect(outcome.actual).toMatchObject({ kind: 'quantity', hasOperator: true });
  });

  test.each([
    ['≥90%', '80%', '成本指标', '', 'floor', 'operator'],
    ['不低于90%', '80%', '成本指标', '', 'floor', 'word'],
    ['0起', '0起', '数量指标', '活动', 'ceiling', 'zero'],
    ['5万元', '4万元', '成本指标', '', 'ceiling', 'category'],
    ['5%', '4%', '质量指标', '预算调整率', 'ceiling', 'name'],
    ['5个', '4个', '数量指标', '项目数量', 'floor', 'default'],
  ] as const)(
    'the direction of %s under %s %s and where it comes from',
    (target, actual, level2, name, kind, from) => {
      expect(scoreRow(row(target, actual, { level2, name }), MOF_2020).direction).toEqual({ kind, from });
    },
  );

  test.each([
    ['抓好安全', '100%', 'no-number'],
    ['5个，10次', '5个', 'several-numbers'],
    ['完成计3分，未完成不得分', '完成', 'scoring-rule'],
    ['优良中低差', '优', 'option-list'],
    ['100%', '部分达成预期指标', 'band-name'],
    ['前三', '第四', 'rank'],
    ['1:2', '1:3', 'ratio'],
    ['每周一次', '每月一次', 'frequency'],
    ['—', '100%', 'no-target'],
    ['≥3起', '无', 'not-given'],
    ['12,34', '1234', 'unclear'],
    ['100%', '8个', 'units-differ'],
    ['±5%', '8%', 'outside-range'],
    ['2021年6月底前', '2021年7月', 'late'],
    ['≤90万元', '900000', 'not-comparable'],
  ])('%s against %s is judged because of %s', (target, actual, reason) => {
    const outcome = scoreRow(row(target, actual), MOF_2020);
    expect(outcome).toMatchObject({ basis: 'judged', judged: reason, met: null, computed: null });
    expect(outcome.steps.at(-1)?.code).toBe(`judged-${reason}`);
  });
});

test('a person’s direction overrides what was inferred', () => {
  const flipped = scoreRow(row('100%', '98%', { level2: '成本指标', direction: 'floor' }), MOF_2020);
  expect(earned(flipped)).toEqual({ basis: 'at-least', met: false, computed: '9.8' });
});

test('a person’s direction is kept where the row is judged all the same, so that it can be taken back', () => {
  const { basis, direction } = scoreRow(row('≥5个', '若干', { direction: 'ceiling' }), MOF_2020);
  expect({ basis, direction }).toEqual({ basis: 'judged', direction: { kind: 'ceiling', from: 'person' } });
  expect(scoreRow(row('≥5个', '若干'), MOF_2020).direction).toBeNull();
});

test('a row without a weight is judged met or missed but not scored', () => {
  const outcome = scoreRow(row('≥100%', '98%', { weight: null }), MOF_2020);
  expect(earned(outcome)).toEqual({ basis: 'at-least', met: false, computed: null });
  expect(outcome.steps.at(-1)?.code).toBe('no-weight');
});

test('a blank actual comes before everything else', () => {
  expect(scoreRow(row('≥100%', BLANK), MOF_2020)).toMatchObject({
    basis: 'blank',
    met: null,
    computed: null,
  });
  expect(scoreRow(row(BLANK, BLANK), MOF_2020)).toMatchObject({ basis: 'blank' });
});

test('the level-1 label makes a cost row where level 2 does not', () => {
  const outcome = scoreRow(row('5万元', '6万元', { level1: '成本指标', level2: '预算' }), MOF_2020);
  expect(outcome.direction).toEqual({ kind: 'ceiling', from: 'category' });
});

test('the unit column is used where the target has no unit, and never twice', () => {
  const bare = scoreRow(row('95', '96%', { unit: '%' }), MOF_2020);
  expect(bare.targetValue?.toNumber()).toBe(0.95);
  const written = scoreRow(row('≧95%', '96', { unit: '%(百分比)' }), MOF_2020);
  expect(written.targetValue?.toNumber()).toBe(0.95);
});

test('a text of a split target may be repeated without its unit', () => {
  expect(scoreRow(row('=优等级', '优', { unit: '等级' }), MOF_2020)).toMatchObject({ basis: 'same-text' });
});

describe('a rule set that takes points off what is far exceeded', () => {
  const platform: RuleSet = {
    ...MOF_2020,
    overachieved: { from: new Decimal('1.3'), deduct: new Decimal(2) },
  };

  test.each([
    ['≥10个', '13个', '8'],
    ['≥10个', '12个', '10'],
    ['≤10个', '1个', '10'],
    ['≥0个', '5个', '10'],
  ])('%s with %s earns %s of 10', (target, actual, computed) => {
    expect(earned(scoreRow(row(target, actual), platform)).computed).toBe(computed);
  });

  test('never below 0', () => {
    expect(earned(scoreRow(row('≥1个', '5个', { weight: new Decimal(1) }), platform)).computed).toBe('0');
  });
});

test('a rule set with one decimal rounds to it', () => {
  expect(earned(scoreRow(row('≥90%', '88%'), { ...MOF_2020, decimals: 1 })).computed).toBe('9.8');
});

test.each([
  [2024, '2025年3月15日', 'judged', null],
  [2024, '2024年12月20日', 'by-date', true],
  [2024, '12月20日', 'by-date', true],
  [null, '2025年3月15日', 'by-date', true],
])('a target date without a year is of the year under evaluation (%s, %s)', (year, actual, basis, met) => {
  expect(scoreRow(row('12月31日前', actual, { year }), MOF_2020)).toMatchObject({ basis, met });
});

test('rounding never lifts a score above a weight with more decimals', () => {
  const weight = new Decimal('0.815');
  expect(scoreRow(row('≥30', '32', { weight }), MOF_2020).computed?.toString()).toBe('0.815');
  expect(scoreRow(row('≥1000', '999', { weight }), MOF_2020).computed?.toString()).toBe('0.81');
});

test.each([
  ['≤2743天', '1948', 'at-most', true],
  ['≤30天', '2021', 'at-most', false],
  ['≥12月', '12月', 'at-least', true],
  // Beside a share or a date, a year stays a year.
  ['≥95%', '2021', 'judged', null],
  ['2021年12月底前', '2021', 'by-date', true],
])('in a row about time, %s beside %s', (target, actual, basis, met) => {
  const timely = { level2: '时效指标', name: '办理时限' };
  expect(scoreRow(row(target, actual, timely), MOF_2020)).toMatchObject({ basis, met });
});
