import { Decimal } from '../../src/engine/decimal';
import { gradeOf } from '../../src/engine/gradeOf';
import { MOF_2020 } from '../../src/engine/ruleSets/shippedRuleSets';

test.each([
  ['100', '优'],
  ['90', '优'],
  ['89.99', '良'],
  ['80', '良'],
  ['79.99', '中'],
  ['60', '中'],
  ['59.99', '差'],
  ['0', '差'],
  ['-1', null],
])('%s is %s', (total, word) => {
  expect(gradeOf(new Decimal(total), MOF_2020)?.word ?? null).toBe(word);
});

test('a rule set without grades grades nothing', () => {
  expect(gradeOf(new Decimal(95), { ...MOF_2020, grades: [] })).toBeNull();
});
