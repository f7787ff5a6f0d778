// The unit of amounts: of a block, glued to an amount, and from one into the other.
import { Decimal } from '../../src/engine/decimal';
import { findMoneyUnit, gluedUnit, inUnit } from '../../src/form/money';
import { numberAt } from '../../src/form/readCells';
import { buildGrid, type CellSpec } from './buildGrid';

test.each<[string, readonly (readonly CellSpec[])[], number, string | null]>([
  ['the header itself', [['资金（万元）', '预算数']], 0, '10000'],
  ['a label below it', [['资金'], ['总额（元）', 5]], 0, '1'],
  ['a line above', [['单位：元'], [], ['资金']], 2, '1'],
  ['a line six rows above', [['单位：万元'], [], [], [], [], [], ['资金']], 6, '10000'],
  ['a line seven rows above', [['单位：万元'], [], [], [], [], [], [], ['资金']], 7, null],
  ['the nearer of two lines', [['单位：万元'], ['单位：元'], ['资金']], 2, '1'],
  ['an amount with its unit', [['资金', '5万元']], 0, null],
  ['a name with 元', [['资金', '美元']], 0, null],
  ['nothing', [['资金']], 0, null],
])('the unit of a block stands in %s', (_, rows, header, yuan) => {
  expect(findMoneyUnit(buildGrid(rows), header)?.toString() ?? null).toBe(yuan);
});

const amount = (value: CellSpec) => numberAt(buildGrid([[value]]), 0, 0);

test.each<[CellSpec, string | null]>([
  ['5万元', '10000'],
  ['5万', '10000'],
  ['5亿元', '100000000'],
  ['5 亿', '100000000'],
  ['5元', '1'],
  ['5', null],
  [5, null],
  ['', null],
])('the unit glued to %j is %s', (value, yuan) => {
  expect(gluedUnit(amount(value))?.toString() ?? null).toBe(yuan);
});

test.each<[CellSpec, string | null, string | undefined]>([
  ['50000元', '10000', '5'],
  ['5万元', '1', '50000'],
  ['5万元', '10000', '5'],
  ['5', '10000', '5'],
  ['5万元', null, '5'],
])('%j in a block of %s is %s', (value, unit, expected) => {
  expect(inUnit(amount(value), unit === null ? null : new Decimal(unit)).value?.toString()).toBe(expected);
});

test('an amount that is in the unit of its block is left as it is', () => {
  const same = amount('5万元');
  expect(inUnit(same, new Decimal(10_000))).toBe(same);
});
