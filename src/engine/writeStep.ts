/** Numbers and formulas as they stand in a step: 2.5 × 210 ÷ 800 = 0.65625 → 0.66. */
import { Decimal, isSame, ONE, roundTo } from './decimal';
import type { Unit } from './readUnit';
import units from './units.json';

const SHOWN_PLACES = 6;

/** The number as people write it, with at most six decimals. */
export function writeNumber(value: Decimal): string {
  return roundTo(value, SHOWN_PLACES).toFixed();
}

/** The words by how much they stand for; of several the first one. */
const SCALE_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...units.scales, ...units.percent })
    .map(([word, size]) => [new Decimal(size).toString(), word] as const)
    .reverse(),
);

/** The unit behind a number: "%", "万元", "元/人·月". */
export function writeUnit(unit: Unit): string {
  const name = unit.kind === 'percent' ? '' : unit.name;
  const hasScaleWord = unit.scale !== ONE && unit.name !== '百分点' && !isSame(unit.scale, ONE);
  const scale = hasScaleWord ? (SCALE_WORDS.get(unit.scale.toString()) ?? '') : '';
  return `${scale}${name}${unit.per.map((part, index) => `${index === 0 ? '/' : '·'}${part}`).join('')}`;
}

/** A number with its unit: 95%, 9.74万元, 583元/人·月. */
export function writeQuantity(number: Decimal, unit: Unit): string {
  return `${writeNumber(number)}${writeUnit(unit)}`;
}

/** The sign and the result of an equation: "= 0.65625 → 0.66", "≈ 9.777778 → 9.78", "= 4". */
export function writeResult(exact: Decimal, rounded: Decimal): string {
  const shown = roundTo(exact, SHOWN_PLACES);
  const sign = shown.equals(exact) ? '=' : '≈';
  return rounded.equals(exact)
    ? `= ${rounded.toFixed()}`
    : `${sign} ${shown.toFixed()} → ${rounded.toFixed()}`;
}
