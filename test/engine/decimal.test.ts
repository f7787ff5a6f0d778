// Comparing and adding exact figures: the same as decimal.js says, by a shorter way.
import fc from 'fast-check';
import { clamp, compare, Decimal, isSame, roundTo, sum } from '../../src/engine/decimal';

// Figures of all sizes: those that are summed as whole numbers, and those that are too large or too fine for that.
const figure = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.integer({ min: -2, max: 12 }))
  .map(([digits, places]) => new Decimal(digits.toString()).times(`1e${-places}`));
const usual = fc.integer({ min: -100_000, max: 100_000 }).map((cents) => new Decimal(cents).div(100));
const anyFigure = fc.oneof(
  figure,
  usual,
  fc.constantFrom('0', '-0', '1e15', '1e-7', '9999999.9999999').map((text) => new Decimal(text)),
);

test('two figures compare as decimal.js compares them', () => {
  fc.assert(
    fc.property(anyFigure, anyFigure, (one, other) => {
      expect(Math.sign(compare(one, other)) === one.cmp(other)).toBe(true);
      expect(isSame(one, new Decimal(one))).toBe(true);
      expect(isSame(one, other)).toBe(one.eq(other));
    }),
  );
});

test('a figure is rounded as decimal.js rounds it', () => {
  const odd = fc
    .constantFrom('NaN', 'Infinity', '0.005', '-0.005', '1e-8', '5e-8')
    .map((text) => new Decimal(text));
  fc.assert(
    fc.property(fc.oneof(anyFigure, odd), fc.integer({ min: 0, max: 9 }), (value, decimals) => {
      const expected = value.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
      expect(roundTo(value, decimals).toString()).toBe(expected.toString());
    }),
  );
});

test('a figure is kept within its limits', () => {
  fc.assert(
    fc.property(anyFigure, anyFigure, anyFigure, (value, least, most) => {
      expect(clamp(value, least, most).toString()).toBe(
        Decimal.max(least, Decimal.min(value, most)).toString(),
      );
    }),
  );
});

test('a sum is what adding one by one gives, whatever the sizes', () => {
  fc.assert(
    fc.property(fc.array(anyFigure), (values) => {
      const exact = values.reduce((total, value) => total.plus(value), new Decimal(0));
      expect(sum(values).eq(exact)).toBe(true);
    }),
  );
});
