/** How numbers, percentages, dates and words may be typed into cells. */
import type { Decimal } from '../../src/engine/decimal';
import type { CellSpec } from '../form/buildGrid';
import type { Chooser } from './choose';

/** A list of which it is known that it is not empty. */
export function toList<Item>(items: readonly Item[]): readonly [Item, ...Item[]] {
  const [first, ...others] = items;
  if (first === undefined) throw new Error('an empty list');
  return [first, ...others];
}

/** "12500" with or without thousands separators, in full or half width. */
export function spell(choose: Chooser, key: string, number: string): string {
  const [whole = '', places] = number.split('.');
  const grouped = choose.chance(`${key}.grouped`, 25) ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  const plain = places === undefined ? grouped : `${grouped}.${places}`;
  return choose.chance(`${key}.wide`, 10) ? widen(plain) : plain;
}

/** Full-width digits, letters and signs. */
export function widen(text: string): string {
  return text.replace(/[0-9A-Za-z%.,()]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}

/** A percentage as Excel stores it. */
export function percentCell(percent: Decimal, places: number): CellSpec {
  return {
    value: percent.div(100).toNumber(),
    text: `${percent.toFixed(places)}%`,
    format: places === 0 ? '0%' : `0.${'0'.repeat(places)}%`,
  };
}

/** A day as Excel stores it: the number of days since the end of 1899. */
export function dateCell(year: number, month: number, day: number): CellSpec {
  const days = Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000);
  return { value: days, text: `${year}年${month}月${day}日`, format: 'yyyy"年"m"月"d"日"' };
}

/** The text of a cell as a person sees it. */
export function textOf(spec: CellSpec): string {
  if (spec === null) return '';
  return typeof spec === 'object' ? (spec.text ?? String(spec.value ?? '')) : String(spec);
}
