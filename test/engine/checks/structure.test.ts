import { checkForm } from '../../../src/engine/checks/checkForm';
import { Decimal } from '../../../src/engine/decimal';
import { findRuleSet, MOF_2020 } from '../../../src/engine/ruleSets/shippedRuleSets';
import { form, judged, lines, rowsOf, type FormChange, type RowChange } from './buildFacts';

interface Case {
  readonly name: string;
  readonly change: FormChange;
  readonly expected: readonly string[];
}

const WUHAN = findRuleSet('wuhan') ?? MOF_2020;
const PRODUCT = { level: 1 as const, label: '产出指标(50分)', cell: 'B10', rows: [10, 11, 12] };

function weighing(weight: string): RowChange {
  return { weight, score: weight, outcome: judged() };
}

const cases: readonly Case[] = [
  {
    name: 'points of a label that its rows make',
    change: { facts: { groups: [{ ...PRODUCT, points: new Decimal(50) }] } },
    expected: [],
  },
  {
    name: 'points of a label that its rows do not make',
    change: { facts: { groups: [{ ...PRODUCT, points: new Decimal(60) }] } },
    expected: ['warning level-points - B10'],
  },
  {
    name: 'points of a heading that its rows make',
    change: {
      rules: WUHAN,
      everyRow: { goal: 1 },
      facts: { goals: [{ number: 1, title: '年度目标1', cell: 'A9', points: new Decimal(90) }] },
    },
    expected: [],
  },
  {
    name: 'points of a heading that its rows do not make',
    change: {
      rules: WUHAN,
      everyRow: { goal: 1 },
      facts: { goals: [{ number: 1, title: '年度目标1', cell: 'A9', points: new Decimal(8) }] },
    },
    expected: ['warning goal-points - A9'],
  },
  {
    name: 'levels weighed otherwise than the rule asks',
    change: { rows: { 10: weighing('30'), 13: weighing('20') } },
    expected: ['warning level-weights - G10'],
  },
  {
    name: 'a rule set with free weights asks nothing of the levels',
    change: { rules: WUHAN, rows: { 10: weighing('30'), 13: weighing('20') } },
    expected: [],
  },
  {
    name: 'levels of another scheme are not held against the rule',
    change: { rows: { 10: { ...weighing('30'), level1: '项目决策' }, 13: weighing('20') } },
    expected: [],
  },
  {
    name: 'satisfaction below another first level counts as satisfaction',
    change: { rows: { 14: { level1: '效益指标' } } },
    expected: [],
  },
  {
    name: 'an execution weight of another scheme frees the levels',
    change: { budget: { weight: '20', score: '20', computed: '20' }, rows: { 13: weighing('20') } },
    expected: [],
  },
  {
    name: 'either of two usual execution weights binds the levels',
    change: {
      rules: { ...MOF_2020, executionWeights: [new Decimal(20), new Decimal(10)] },
      rows: { 10: weighing('30'), 13: weighing('20') },
    },
    expected: ['warning level-weights - G10'],
  },
  {
    name: 'a level of the rule that the form leaves out frees the others',
    change: { rows: { 14: { level1: '效益指标', level2: '社会满意指标' } } },
    expected: [],
  },
  {
    name: 'a form that asks nobody whether they are content',
    change: { rows: { 14: { level1: '效益指标', level2: '可持续影响指标', name: '长效机制' } } },
    expected: ['info satisfaction-missing - A1'],
  },
  {
    name: 'satisfaction may stand in the name alone',
    change: { everyRow: { level1: null, level2: null } },
    expected: [],
  },
  {
    name: 'a rule set that leaves satisfaction open',
    change: {
      rules: WUHAN,
      rows: { 14: { level1: '效益指标', level2: '可持续影响指标', name: '长效机制' } },
    },
    expected: [],
  },
];

test.each(cases)('$name', ({ change, expected }) => {
  expect(lines(checkForm(form(change)).findings)).toEqual(expected);
});

test('two indicators are too few, three are enough', () => {
  const codes = (...numbers: number[]): readonly string[] =>
    checkForm(form({ facts: { indicators: rowsOf(form(), ...numbers) } })).findings.map(({ code }) => code);
  expect(codes(10, 14)).toContain('too-few-indicators');
  expect(codes(10, 13, 14)).not.toContain('too-few-indicators');
});

test('wrong weights of levels are listed with those of the rule', () => {
  const [finding] = checkForm(form({ rows: { 10: weighing('30'), 13: weighing('20') } })).findings;
  expect(finding?.params).toEqual({
    name: '产出、效益',
    printed: '产出 60、效益 20',
    expected: '产出 50、效益 30',
  });
});
