// What an outcome shows of the two cells, and the steps that say so.
import { describeDoubt, describeTaken, seenText, toReading } from '../../src/engine/describeReading';
import { BLANK, textEntry } from '../../src/engine/entry';
import { readText } from '../../src/engine/readEntry';
import { writeNumber, writeQuantity, writeResult, writeUnit } from '../../src/engine/writeStep';
import { Decimal } from '../../src/engine/decimal';
import { readUnit } from '../../src/engine/readUnit';

test.each([
  ['95%', { kind: 'quantity', value: '0.95', unit: '%', taken: '95%', hasOperator: false }],
  ['2万元', { kind: 'quantity', value: '20000', unit: '万元', taken: '2万元', hasOperator: false }],
  ['≥5个', { kind: 'quantity', value: '5', unit: '个', taken: '≥5个', hasOperator: true }],
  ['不低于5个', { kind: 'quantity', value: '5', unit: '个', taken: '5个', hasOperator: true }],
  ['达到5个', { kind: 'quantity', value: '5', unit: '个', taken: '5个', hasOperator: false }],
  ['约5个', { kind: 'quantity', value: '5', unit: '个', taken: '5个', hasOperator: true }],
  ['80%-90%', { kind: 'range', low: '0.8', high: '0.9', unit: '%', taken: '80%-90%' }],
  ['2021年底', { kind: 'date', taken: '2021年底' }],
  ['前三', { kind: 'text', why: 'rank' }],
])('the reading of %s', (text, expected) => {
  const plain = (value: unknown) => (value instanceof Decimal ? value.toFixed() : value);
  const reading = Object.entries(toReading(readText(text, false))).map(([key, value]) => [key, plain(value)]);
  expect(Object.fromEntries(reading)).toEqual(expected);
});

test('what was not given is blank', () => {
  expect(toReading({ kind: 'blank' })).toEqual({ kind: 'blank' });
  expect(toReading({ kind: 'mark' })).toEqual({ kind: 'blank' });
});

test.each([
  ['95%', [{ code: 'took-target', params: { text: '95%', taken: '95%', value: '95', unit: '%' } }]],
  [
    '2-3万元',
    [
      {
        code: 'took-target-range',
        params: { text: '2-3万元', taken: '2-3万元', low: '2万元', high: '3万元' },
      },
    ],
  ],
  ['2021年底', [{ code: 'took-target-date', params: { text: '2021年底', taken: '2021年底' } }]],
  ['前三', []],
])('the step for %s', (text, expected) => {
  const steps = (side: 'target' | 'actual') => describeTaken(side, textEntry(text), readText(text, false));
  expect(steps('target')).toEqual(expected);
  expect(steps('actual').map(({ code }) => code)).toEqual(
    expected.map(({ code }) => code.replace('target', 'actual')),
  );
});

test.each([
  ['5个', []],
  ['达到5个', []],
  ['≥5个', [{ code: 'actual-not-measured', params: { taken: '≥5个' } }]],
  ['不低于5个', [{ code: 'actual-not-measured', params: { taken: '5个' } }]],
  ['约5个', [{ code: 'actual-inexact', params: { taken: '5个' } }]],
  ['约≥5个', [{ code: 'actual-inexact', params: { taken: '≥5个' } }]],
])('the doubt about an actual of %s', (text, expected) => {
  const read = readText(text, false);
  expect(read.kind === 'quantity' && describeDoubt(read)).toEqual(expected);
});

test('the text that is seen, or the value where none is shown', () => {
  expect(seenText(textEntry(' 5个 '))).toBe(' 5个 ');
  expect(seenText({ value: 5, text: ' ', format: 'General' })).toBe('5');
  expect(seenText(BLANK)).toBe('');
});

test.each([
  ['%', '%'],
  ['‰', '‰'],
  ['万元', '万元'],
  ['亿元', '亿元'],
  ['万', '万'],
  ['个', '个'],
  ['百分点', '百分点'],
  ['元/人·月', '元/人·月'],
  ['元/月', '元/月'],
  ['万元/户', '万元/户'],
  ['', ''],
])('the unit %s is written %s', (text, expected) => {
  const { unit } = readUnit(text);
  expect(writeUnit(unit)).toBe(expected);
  expect(writeQuantity(new Decimal('9.74'), unit)).toBe(`9.74${expected}`);
});

test('numbers are written with at most six decimals, results with their rounding', () => {
  expect(writeNumber(new Decimal('1.23456789'))).toBe('1.234568');
  expect(writeNumber(new Decimal('1000000'))).toBe('1000000');
  const result = (exact: string, rounded: string) => writeResult(new Decimal(exact), new Decimal(rounded));
  expect(result('0.65625', '0.66')).toBe('= 0.65625 → 0.66');
  expect(result('9.777777777', '9.78')).toBe('≈ 9.777778 → 9.78');
  expect(result('4', '4')).toBe('= 4');
});
