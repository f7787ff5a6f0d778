// A printed rate is held against the true one at the precision that was printed.
import { Decimal } from '../../src/engine/decimal';
import { textEntry } from '../../src/engine/entry';
import type { NumberCell } from '../../src/engine/facts';
import { isRatePrintedRight, printedDecimals } from '../../src/engine/printedRate';

function rate(text: string, value: string | null): NumberCell {
  const number = value === null ? null : new Decimal(value);
  return {
    cell: 'H6',
    entry: textEntry(text),
    formula: false,
    state: number === null ? 'blank' : 'number',
    value: number,
  };
}

test.each([
  ['96.5%', '0.965', 1],
  ['100%', '1', 0],
  ['96.54％', '0.9654', 2],
  ['97.25', '0.9725', 2],
  ['９６．５％', '0.965', 1],
  ['1,096.5%', '10.965', 1],
  // A fraction shows two places fewer of a percentage.
  ['0.9654', '0.9654', 2],
  ['0.965', '0.965', 1],
  ['0.9', '0.9', 0],
  ['1.2345', '1.2345', 2],
  ['0.972', '0.9715', 1],
  ['2', '2', 0],
  ['2.5', '2.5', 1],
  ['0.965', '0.00965', 3],
  ['', null, 0],
  ['—', null, 0],
])('%s shows %s with %s decimals', (text, value, decimals) => {
  expect(printedDecimals(rate(text, value))).toBe(decimals);
});

test.each([
  ['96.5%', '0.965', '0.9654', true],
  ['96.5%', '0.965', '0.9645', true],
  ['96.5%', '0.965', '0.9655', false],
  ['96.5%', '0.965', '0.96449', false],
  ['100%', '1', '0.995', true],
  ['100%', '1', '0.99499', false],
  ['0.97', '0.97', '0.9655', true],
  ['0.97', '0.97', '0.9649', false],
  // A cell may hold more than it shows; what is held is right as far as it goes.
  ['97.2%', '0.9715', '0.971494', true],
  ['97.2%', '0.972', '0.971494', false],
  ['0.972', '0.9715', '0.971494', true],
  ['97.1501%', '0.971501', '0.971494', false],
])('%s (%s) for %s is right: %s', (text, value, exact, right) => {
  expect(isRatePrintedRight(rate(text, value), new Decimal(exact))).toBe(right);
});

test('a rate that is not there is not right', () => {
  expect(isRatePrintedRight(rate('', null), new Decimal(0))).toBe(false);
});
