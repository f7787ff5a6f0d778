import fc from 'fast-check';
import { Decimal, sum } from '../../../src/engine/decimal';
import { splitPoints } from '../../../src/form/templates/splitPoints';

test.each([
  ['80', 3, ['26.67', '26.67', '26.66']],
  ['50', 8, ['6.25', '6.25', '6.25', '6.25', '6.25', '6.25', '6.25', '6.25']],
  ['10', 1, ['10']],
  ['0.02', 3, ['0.01', '0.01', '0']],
  ['10', 0, []],
])('%s points over %i rows', (whole, count, parts) => {
  expect(splitPoints(new Decimal(whole), count, 2).map(String)).toEqual(parts);
});

test('the parts add up to the whole and differ by a hundredth at most', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 1, max: 200 }), (cents, count) => {
      const whole = new Decimal(cents).div(100);
      const parts = splitPoints(whole, count, 2);
      expect(parts).toHaveLength(count);
      expect(sum(parts).eq(whole)).toBe(true);
      expect(
        Decimal.max(...parts)
          .minus(Decimal.min(...parts))
          .lte('0.01'),
      ).toBe(true);
    }),
  );
});
