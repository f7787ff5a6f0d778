// The texts of a template with their places filled in, and labels that follow the points below them.
import { Decimal } from '../../../src/engine/decimal';
import { MOF_2020 } from '../../../src/engine/ruleSets/shippedRuleSets';
import { executionPoints, fillPlaces, labelWithPoints, placesOf } from '../../../src/form/templates/wording';

test('a text may hold what was answered, the points of the execution and the edges of the bands', () => {
  const answers = { year: 2025, unit: '城管局', project: '道路', goals: 1, rows: 1 };
  expect(placesOf(answers, MOF_2020)).toEqual({
    ...{ year: '2025', unit: '城管局', project: '道路' },
    ...{ execution: '10', band1: '80', band2: '60' },
  });
});

test.each([
  ['{year}年{unit}', '2025年城管局'],
  ['{unit}{unit}', '城管局城管局'],
  ['（{unknown}）', '（）'],
  ['没有', '没有'],
  ['{year', '{year'],
  ['{ year }', '{ year }'],
])('%s becomes %s', (text, filled) => {
  expect(fillPlaces(text, { year: '2025', unit: '城管局' })).toBe(filled);
});

test('the first of the usual points of the execution counts, and there must be one', () => {
  const points = (...weights: readonly string[]) =>
    executionPoints({ ...MOF_2020, executionWeights: weights.map((weight) => new Decimal(weight)) });
  expect(points('20', '10').toFixed()).toBe('20');
  expect(() => points()).toThrow('mof-2020');
});

test.each([
  ['目标{goal}（{points}分）', 'G3:G5', { formula: '"目标2（"&ROUND(SUM(G3:G5),2)&"分）"' }],
  ['{points}', 'G3', { formula: '""&ROUND(SUM(G3),2)&""' }],
  ['"甲"{points}"乙"', 'G3', { formula: '"""甲"""&ROUND(SUM(G3),2)&"""乙"""' }],
  ['目标{goal}', 'G3:G5', '目标2'],
  ['目标{goal}（{points}分）', null, '目标2（12.5分）'],
  ['目标', null, '目标'],
])('%s above %s is %j', (text, range, content) => {
  expect(labelWithPoints(text, { goal: '2' }, new Decimal('12.50'), range)).toEqual(content);
});
