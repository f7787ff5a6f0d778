import fc from 'fast-check';
import { Decimal } from '../../src/engine/decimal';
import { findRuleSet, MOF_2020 } from '../../src/engine/ruleSets/shippedRuleSets';
import {
  applyExecutionCap,
  sumGoal,
  sumGroup,
  sumLevel1,
  sumPrinted,
  sumWeights,
} from '../../src/engine/totals';
import { form, judged, numberCell, type FormChange, type RowChange } from './checks/buildFacts';

const PLATFORM = findRuleSet('platform') ?? MOF_2020;

const printed: readonly (readonly [string, FormChange, string])[] = [
  ['execution and indicators are added', {}, '100'],
  ['a blank score is nothing', { rows: { 13: { score: '' } } }, '70'],
  ['an error value is nothing', { rows: { 13: { score: '#REF!' } } }, '70'],
  ['a negative score is taken off', { rows: { 13: { score: '-5' } } }, '65'],
  ['a merged score counts once', { rows: { 11: { score: '20', sharesScore: true } } }, '80'],
  ['a form without a fund block has its indicators', { budget: null }, '90'],
  [
    'a judged block is added',
    {
      facts: {
        judgedBlocks: [
          { row: 8, name: '资金管理', weight: numberCell('G8', '20'), score: numberCell('H8', '17.5') },
        ],
      },
    },
    '117.5',
  ],
];

test.each(printed)('of the printed scores, %s', (_, change, sum) => {
  expect(sumPrinted(form(change).facts).toString()).toBe(sum);
});

test('weights include the execution and judged blocks', () => {
  const block = { row: 8, name: '资金管理', weight: numberCell('G8', '20'), score: numberCell('H8', '') };
  expect(sumWeights(form({ facts: { judgedBlocks: [block] } }).facts)?.toString()).toBe('120');
});

test('rows that carry no weights have no sum of weights', () => {
  expect(sumWeights(form({ everyRow: { weight: '', outcome: judged() } }).facts)).toBeNull();
});

test('a goal has the points of its own rows', () => {
  const { facts } = form({ rows: { 10: { goal: 2 }, 12: { goal: 2, score: '7' } } });
  const goal = { number: 2, title: '', cell: 'A9', points: null };
  const { weight, score } = sumGoal(facts, goal);
  expect([weight?.toString(), score.toString()]).toEqual(['30', '27']);
});

test('a subtotal has the points of the rows that it names', () => {
  const { weight, score } = sumGroup(form({ rows: { 12: { score: '7' } } }).facts, { rows: [10, 12] });
  expect([weight?.toString(), score.toString()]).toEqual(['30', '27']);
});

test('a first level has the weights of its own rows', () => {
  expect(sumLevel1(form().facts, '产出')?.toString()).toBe('50');
  expect(sumLevel1(form().facts, '成本')).toBeNull();
});

test.each([
  ['0.9', '95'],
  ['0.8', '95'],
  ['0.7999', '89'],
  ['0.7', '89'],
  ['0.6999', '79'],
  ['0.6', '79'],
  ['0.5999', '69'],
  ['0.5', '69'],
  ['0.4999', '59'],
  ['0', '59'],
])('an execution of %s leaves %s of 95 points', (rate, left) => {
  expect(applyExecutionCap(new Decimal(95), new Decimal(rate), PLATFORM).toString()).toBe(left);
});

test('a total below its cap stays, and so does one whose rate is unknown or whose rules cap nothing', () => {
  expect(applyExecutionCap(new Decimal(40), new Decimal('0.1'), PLATFORM).toString()).toBe('40');
  expect(applyExecutionCap(new Decimal(95), null, PLATFORM).toString()).toBe('95');
  expect(applyExecutionCap(new Decimal(95), new Decimal('0.1'), MOF_2020).toString()).toBe('95');
});

test('what the goals earned and what the execution earned make the whole', () => {
  const cents = fc.integer({ min: -3000, max: 3000 });
  const goals = fc.array(fc.tuple(fc.constantFrom(1, 2, 3), cents), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(goals, cents, (rows, execution) => {
      const changes = rows.map(([goal, score], index): [number, RowChange] => [
        10 + index,
        { goal, score: String(score / 100) },
      ]);
      const { facts } = form({
        rows: Object.fromEntries(changes),
        budget: { score: String(execution / 100) },
      });
      const earned = [1, 2, 3].map(
        (number) => sumGoal(facts, { number, title: '', cell: '', points: null }).score,
      );
      const whole = earned.reduce((total, score) => total.plus(score), new Decimal(execution).div(100));
      expect(sumPrinted(facts).eq(whole)).toBe(true);
    }),
  );
});
