// Figures as the checks compare and write them.
import { percent, plain, rateOf, sameFigure } from '../../../src/engine/checks/figures';
import { Decimal } from '../../../src/engine/decimal';
import { fundRow } from './buildFacts';

test.each([
  ['20', '18', '0.9'],
  ['20', '0', '0'],
  ['20', '22', '1.1'],
  ['', '18', null],
  ['20', '', null],
  ['', '', null],
  ['0', '0', null],
  ['0', '5', null],
  ['-20', '18', null],
])('of %s budgeted and %s spent the rate is %s', (budget, spent, rate) => {
  expect(rateOf(fundRow(6, '', budget, spent, ''))?.toString() ?? null).toBe(rate);
});

test('the noise of binary fractions is neither written nor a difference', () => {
  expect(plain(new Decimal('90.660000000001'))).toBe('90.66');
  expect(plain(new Decimal('90.66000001'))).toBe('90.66000001');
  expect(sameFigure(new Decimal('0.3'), new Decimal('0.30000000000000004'))).toBe(true);
  expect(sameFigure(new Decimal('0.3'), new Decimal('0.30000001'))).toBe(false);
});

test('a rate is written with two decimals unless told otherwise', () => {
  expect(percent(new Decimal('0.972415'))).toBe('97.24%');
  expect(percent(new Decimal('0.97245'))).toBe('97.25%');
  expect(percent(new Decimal('0.975'), 0)).toBe('98%');
});
