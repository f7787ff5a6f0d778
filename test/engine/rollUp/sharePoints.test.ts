/** Shares of points in given proportions. */
import fc from 'fast-check';
import { Decimal, sum } from '../../../src/engine/decimal';
import { sharePoints } from '../../../src/engine/rollUp/sharePoints';

const written = (whole: number, ratios: readonly number[]): readonly string[] =>
  sharePoints(
    new Decimal(whole),
    ratios.map((ratio) => new Decimal(ratio)),
    2,
  ).map((part) => part.toFixed());

test.each([
  // [whole, ratios, parts]: 50 × 2 ÷ 7 = 14.2857, 50 × 1 ÷ 7 = 7.1428, 50 × 4 ÷ 7 = 28.5714
  [50, [2, 1, 4], ['14.29', '7.14', '28.57']],
  [10, [1, 1, 1], ['3.34', '3.33', '3.33']],
  [30, [0, 0], ['15', '15']],
  [30, [0, 5], ['0', '30']],
  [30, [], []],
] as const)('%d shared as %j gives %j', (whole, ratios, parts) => {
  expect(written(whole, ratios)).toEqual(parts);
});

test('parts add up to the whole, are less than a hundredth from their share, and none is negative', () => {
  const ratios = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 }), ratios, (whole, shares) => {
      const parts = sharePoints(
        new Decimal(whole),
        shares.map((ratio) => new Decimal(ratio)),
        2,
      );
      expect(sum(parts).toNumber()).toBe(whole);
      const all = shares.reduce((total, share) => total + share, 0);
      for (const [index, part] of parts.entries()) {
        const exact = all === 0 ? whole / shares.length : (whole * (shares[index] ?? 0)) / all;
        expect(Math.abs(part.toNumber() - exact)).toBeLessThan(0.010001);
        expect(part.isNegative()).toBe(false);
      }
    }),
  );
});
