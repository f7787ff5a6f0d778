import { checkForm } from '../../../src/engine/checks/checkForm';
import { compared, form, judged, lines, sameText, type RowChange } from './buildFacts';

interface Case {
  readonly name: string;
  readonly row: RowChange;
  readonly expected: readonly string[];
}

function texts(target: string, actual: string): RowChange {
  return { target, actual, outcome: judged() };
}

const SHIFTED = 'error columns-shifted 10 F10';
const NOT_MEASURED = 'info not-measured 10 F10';
const COPIED = 'info actual-copied 10 F10';

const cases: readonly Case[] = [
  {
    name: 'a name in the target beside a bound in the actual',
    row: texts('质量达标率', '≥95%'),
    expected: [SHIFTED],
  },
  {
    name: 'a longer name in the target',
    row: texts('服务对象对项目实施效果的满意程度', '≥95%'),
    expected: [SHIFTED],
  },
  {
    name: 'the name of a whole group in the target',
    row: texts('社会公众或服务对象满意度指标', '>=90%'),
    expected: [SHIFTED],
  },
  {
    name: 'a method in the target is not shifted',
    row: texts('根据问卷结果统计', '≥90%'),
    expected: [NOT_MEASURED],
  },
  { name: 'a name in the target beside a result', row: texts('项目完成率', '95%'), expected: [] },
  {
    name: 'a bound in the actual',
    row: { target: '≥80%', actual: '≥90%', outcome: compared('at-least', '≥80%', '≥90%', '20') },
    expected: [NOT_MEASURED],
  },
  { name: 'a bound in words in the actual', row: texts('长期', '不低于90%'), expected: [NOT_MEASURED] },
  { name: 'a bound in words behind the number', row: texts('长期', '95%以上'), expected: [NOT_MEASURED] },
  {
    name: 'a bound in words beside a name is not shifted',
    row: texts('质量达标率', '95%以上'),
    expected: [NOT_MEASURED],
  },
  { name: 'a word of a bound without a number', row: texts('长期', '中等以上'), expected: [] },
  {
    name: 'reaching a figure is a result',
    row: { target: '90%', actual: '满意度达90%', outcome: compared('at-least', '90%', '90%', '20') },
    expected: [],
  },
  {
    name: 'an equals sign states a result',
    row: { target: '=100%', actual: '=100%', outcome: compared('at-least', '100%', '100%', '20') },
    expected: [],
  },
  {
    name: 'a bound copied from the target',
    row: { target: '≥266米', actual: '≥266米', outcome: compared('at-least', '266', '266', '20') },
    expected: [NOT_MEASURED, COPIED],
  },
  {
    name: 'a figure equal to the target is honest',
    row: { target: '266米', actual: '266米', outcome: compared('at-least', '266', '266', '20') },
    expected: [],
  },
  {
    name: 'a short text equal to the target is honest',
    row: { target: '改善学校的办学条件', actual: '改善学校的办学条件', outcome: sameText('20') },
    expected: [],
  },
  {
    name: 'a long text copied word for word',
    row: {
      target: '做好辖区营商环境的治理，营造良好经济发展环境',
      actual: '做好辖区营商环境的治理，营造良好经济发展环境',
      outcome: sameText('20'),
    },
    expected: [COPIED],
  },
  {
    name: 'a bracket of a title for an operator',
    row: { target: '0.95', actual: '》0.95', outcome: compared('at-least', '0.95', '0.95', '20') },
    expected: [NOT_MEASURED, 'info malformed-operator 10 F10'],
  },
  {
    name: 'such a bracket in the target',
    row: { target: '《 3起', actual: '2起', outcome: compared('at-most', '3', '2', '20') },
    expected: ['info malformed-operator 10 E10'],
  },
  { name: 'a title is no operator', row: texts('《办法》2份', '《办法》2份'), expected: [] },
  {
    name: 'variants of the equals sign are no mistake',
    row: { target: '═100%', actual: '100%', outcome: compared('at-least', '100', '100', '20') },
    expected: [],
  },
  {
    name: 'a name that repeats the level above',
    row: { level2: '质量指标', name: '质量指标' },
    expected: ['info label-missing 10 D10'],
  },
  {
    name: 'a name that repeats the level above without 指标',
    row: { level2: '社会效益指标', name: '社会效益' },
    expected: ['info label-missing 10 D10'],
  },
  { name: 'a row without a name', row: { name: '' }, expected: ['info label-missing 10 D10'] },
  {
    name: 'an error value in the target',
    row: texts('#REF!', '95%'),
    expected: ['error error-value 10 E10'],
  },
  {
    name: 'an error value in the actual',
    row: texts('≥95%', '#DIV/0!'),
    expected: ['error error-value 10 F10'],
  },
];

test.each(cases)('$name', ({ row, expected }) => {
  expect(lines(checkForm(form({ rows: { 10: row } })).findings)).toEqual(expected);
});

test('each leftover of a template is named with what stands there', () => {
  const placeholders = [
    { cell: 'D15', text: '……' },
    { cell: 'D16', text: ' 指标2： ' },
  ];
  const found = checkForm(form({ facts: { placeholders } })).findings;
  expect(lines(found)).toEqual(['info placeholder-left - D15', 'info placeholder-left - D16']);
  expect(found.map(({ params }) => params)).toEqual([{ printed: '……' }, { printed: '指标2：' }]);
});

test('a satisfaction rate is named by its level', () => {
  const row = { level2: '服务对象满意度指标', name: '服务对象满意度' };
  expect(checkForm(form({ rows: { 14: row } })).findings).toEqual([]);
});

test.each([
  ['甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛', [COPIED]],
  ['甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚', []],
])('a text of as many characters as %s, word for word', (text, expected) => {
  const row = { target: text, actual: text, outcome: sameText('20') };
  expect(lines(checkForm(form({ rows: { 10: row } })).findings)).toEqual(expected);
});
