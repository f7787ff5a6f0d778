/** The unit of a fund block's amounts, and amounts that carry a unit of their own ("1,250,000元" beside "120万元"). */
import type { NumberCell } from '../engine/facts';
import { Decimal, ONE } from '../engine/decimal';
import type { Grid } from './grid';
import { filledCells } from './headers';
import { compact } from './words';

const UNITS: readonly { readonly ending: RegExp; readonly yuan: Decimal }[] = [
  { ending: /亿元?$/, yuan: new Decimal(100_000_000) },
  { ending: /万元?$/, yuan: new Decimal(10_000) },
  { ending: /元$/, yuan: ONE },
];

/** Rows above the header in which a unit may stand ("金额单位：元"). */
const ROWS_ABOVE = 6;

/** How many 元 make one of the block's amounts, by its headers, its labels or the lines above; null when nothing says. */
export function findMoneyUnit(grid: Grid, headerRow: number): Decimal | null {
  const rows = [
    headerRow,
    headerRow + 1,
    ...Array.from({ length: ROWS_ABOVE }, (_, back) => headerRow - 1 - back),
  ];
  for (const row of rows) {
    const labels = filledCells(grid, row)
      .map(({ text }) => compact(text))
      .filter((text) => !/^[\d.,]/.test(text));
    if (labels.some((text) => text.includes('万元'))) return new Decimal(10_000);
    if (labels.some((text) => /\(元\)|单位:元/.test(text))) return ONE;
  }
  return null;
}

/** The unit glued to an amount, in 元; null when the cell holds a bare number. */
export function gluedUnit({ value, entry }: NumberCell): Decimal | null {
  if (value === null || typeof entry.value !== 'string') return null;
  return UNITS.find(({ ending }) => ending.test(compact(entry.text)))?.yuan ?? null;
}

/** The amount in the unit of its block; an amount without a unit of its own is in it already. */
export function inUnit(amount: NumberCell, unit: Decimal | null): NumberCell {
  const own = gluedUnit(amount);
  if (own === null || unit === null || amount.value === null || own.eq(unit)) return amount;
  return { ...amount, value: amount.value.times(own).div(unit) };
}
