// What a floor or a ceiling earns, with the steps that lead there.
import { earnPoints, earnWhole } from '../../src/engine/earnPoints';
import { Decimal } from '../../src/engine/decimal';
import type { Direction, Step } from '../../src/engine/outcome';
import { NO_UNIT, PERCENT } from '../../src/engine/readUnit';
import { MOF_2020 } from '../../src/engine/ruleSets/shippedRuleSets';

const PLATFORM = { ...MOF_2020, overachieved: { from: new Decimal('1.3'), deduct: new Decimal(2) } };

function earn(direction: Direction, target: string, actual: string, weight: string | null, rules = MOF_2020) {
  const aligned = {
    target: new Decimal(target),
    actual: new Decimal(actual),
    unit: NO_UNIT,
  };
  const trail: Step[] = [];
  const points = weight === null ? null : new Decimal(weight);
  const earned = earnPoints(direction, aligned, points, rules, trail);
  expect(earnPoints(direction, aligned, points, rules)).toEqual(earned);
  return earned && [earned.met, earned.score?.toString() ?? null, ...trail.map(({ code }) => code)];
}

test.each<[Direction, string, string, string | null, readonly (boolean | string | null)[] | null]>([
  ['floor', '5', '5', '10', [true, '10', 'floor-met']],
  ['floor', '5', '6', '10', [true, '10', 'floor-met']],
  ['floor', '5', '4', '10', [false, '8', 'floor-missed']],
  ['floor', '5', '4', null, [false, null, 'floor-missed']],
  ['floor', '5', '6', null, [true, null, 'floor-met']],
  ['floor', '5', '-4', '10', [false, '0', 'floor-missed']],
  ['floor', '0', '-4', '10', [true, '10', 'zero-floor-met']],
  ['floor', '0', '0', '10', [true, '10', 'zero-floor-met']],
  ['floor', '-5', '-6', '10', null],
  ['floor', '-5', '-4', '10', [true, '10', 'floor-met']],
  ['ceiling', '5', '5', '10', [true, '10', 'ceiling-met']],
  ['ceiling', '5', '4', '10', [true, '10', 'ceiling-met']],
  ['ceiling', '5', '8', '10', [false, '6.25', 'ceiling-missed']],
  ['ceiling', '5', '8', null, [false, null, 'ceiling-missed']],
  ['ceiling', '0', '0', '10', [true, '10', 'zero-ceiling-met']],
  ['ceiling', '0', '1', '10', [false, '0', 'zero-ceiling-missed']],
  ['ceiling', '0', '1', null, [false, null, 'zero-ceiling-missed']],
  ['ceiling', '-5', '-4', '10', null],
])('a %s of %s with %s and a weight of %s', (direction, target, actual, weight, expected) => {
  expect(earn(direction, target, actual, weight)).toEqual(expected);
});

test.each<[Direction, string, string, string | null, readonly (boolean | string | null)[]]>([
  ['floor', '10', '13', '10', [true, '8', 'floor-met', 'overachieved']],
  ['floor', '10', '12.9', '10', [true, '10', 'floor-met']],
  ['floor', '10', '13', '1.5', [true, '0', 'floor-met', 'overachieved']],
  ['floor', '10', '13', null, [true, null, 'floor-met']],
  ['floor', '0', '13', '10', [true, '10', 'zero-floor-met']],
  ['floor', '-10', '13', '10', [true, '10', 'floor-met']],
  ['ceiling', '10', '1', '10', [true, '10', 'ceiling-met']],
])('where points are taken off, a %s of %s with %s and %s', (direction, target, actual, weight, expected) => {
  expect(earn(direction, target, actual, weight, PLATFORM)).toEqual(expected);
});

test('the steps show both sides in the unit of the target', () => {
  const shown = (direction: Direction, actual: string, weight: string | null, rules = MOF_2020) => {
    const trail: Step[] = [];
    const aligned = { target: new Decimal('0.5'), actual: new Decimal(actual), unit: PERCENT };
    earnPoints(direction, aligned, weight === null ? null : new Decimal(weight), rules, trail);
    return trail;
  };
  expect(shown('floor', '0.4', '10')).toEqual([
    { code: 'floor-missed', params: { target: '50%', actual: '40%', formula: '10 × 40% ÷ 50% = 8' } },
  ]);
  expect(shown('ceiling', '0.8', '10')).toEqual([
    { code: 'ceiling-missed', params: { target: '50%', actual: '80%', formula: '10 × 50% ÷ 80% = 6.25' } },
  ]);
  expect(shown('floor', '0.4', null)).toEqual([
    { code: 'floor-missed', params: { target: '50%', actual: '40%', formula: '' } },
  ]);
  expect(shown('floor', '0.75', '10', PLATFORM)).toEqual([
    { code: 'floor-met', params: { target: '50%', actual: '75%' } },
    { code: 'overachieved', params: { percent: '150%', formula: '10 − 2 = 8' } },
  ]);
});

test('the whole weight is rounded, but never up', () => {
  const whole = (weight: string | null) =>
    earnWhole(weight === null ? null : new Decimal(weight), MOF_2020)?.toString() ?? null;
  expect([whole('0.815'), whole('0.814'), whole('10'), whole('-1'), whole(null)]).toEqual([
    '0.815',
    '0.81',
    '10',
    '0',
    null,
  ]);
});
