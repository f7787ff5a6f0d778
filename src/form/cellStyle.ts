/**
 * Writes a number the way its cell is written: "97.5分" stays text with 分, a percent cell stays a percent, a number stays a
 * number. Formats are never changed, so the value has to fit the format that is there.
 */
import type { NumberCell } from '../engine/facts';
import { Decimal, roundTo, ZERO } from '../engine/decimal';
import { readNumberFormat } from '../engine/numberFormat';
import { RATE_DECIMALS } from '../engine/printedRate';

export interface StyledValue {
  /** What is stored. */
  readonly value: number | string;
  /** What a person will read. */
  readonly text: string;
}

const TEXT_FORMAT = '@';

/** Signs behind a number that is a share, and how many of them make a whole. */
const SHARES = [
  { sign: /[%％]/, parts: 100 },
  { sign: /‰/, parts: 1000 },
  { sign: /‱/, parts: 10_000 },
] as const;

/** A score or total for a cell, in the cell's own style. */
export function styleScore(cell: NumberCell, score: Decimal): StyledValue {
  const plain = score.toString();
  const affixes =
    cell.value !== null && typeof cell.entry.value === 'string' ? splitAffixes(cell.entry.value) : null;
  if (affixes) {
    // "≥ 90 %" is no share that could be read: its number counts as it stands.
    const parts = SHARES.find(({ sign }) => sign.test(affixes.after))?.parts ?? 1;
    const isShare = cell.value?.times(parts).eq(affixes.number) === true;
    return asText(`${affixes.before}${isShare ? score.times(parts).toString() : plain}${affixes.after}`);
  }
  if (cell.entry.format === TEXT_FORMAT || showsOtherwise(cell)) return asText(plain);
  return { value: score.toNumber(), text: plain };
}

/** True where the format would show a number as a date, a time or, in a blank cell, as a percentage: text is shown as it is. */
function showsOtherwise({ entry, state }: NumberCell): boolean {
  const kind = readNumberFormat(entry.format);
  return kind === 'percent' ? state === 'blank' : kind !== 'plain';
}

/** A bare number up to here is read as a fraction, above as a percentage: where it would be misread, the sign is written. */
const LARGEST_FRACTION = 2;

/**
 * An execution rate (as a fraction) for a cell: a fraction under a percent format, a bare percentage where the form prints it without a
 * sign, else a text with its sign.
 */
export function styleRate(cell: NumberCell, rate: Decimal): StyledValue {
  const percent = roundTo(rate.times(100), RATE_DECIMALS);
  const { value, format, text } = cell.entry;
  if (isPercent(format)) {
    const shown = roundTo(percent, decimalsOf(format)).toFixed(decimalsOf(format));
    return { value: percent.div(100).toNumber(), text: `${shown}%` };
  }
  if (cell.state === 'blank') return asText(`${percent.toFixed(RATE_DECIMALS)}%`);
  const hasSign = cell.state !== 'number' || isPercent(text);
  // A zero does not tell whether fractions or percentages are written here.
  if (hasSign || cell.value === null || cell.value.isZero()) return asText(`${percent.toString()}%`);
  const isFraction =
    typeof value === 'number'
      ? cell.value.eq(value)
      : typeof value === 'string' && splitAffixes(value)?.number.eq(cell.value) === true;
  const shown = isFraction ? percent.div(100) : percent;
  if (shown.gt(LARGEST_FRACTION) === isFraction) return asText(`${percent.toString()}%`);
  return typeof value === 'string' || format === TEXT_FORMAT
    ? asText(shown.toString())
    : { value: shown.toNumber(), text: shown.toString() };
}

function asText(text: string): StyledValue {
  return { value: text, text };
}

/** Decimals that a number format shows: 1 for "0.0%". */
function decimalsOf(format: string): number {
  return /\.(0+)/.exec(format)?.[1]?.length ?? 0;
}

function isPercent(text: string): boolean {
  return /[%％]/.test(text);
}

interface Affixes {
  readonly before: string;
  readonly number: Decimal;
  readonly after: string;
}

/** One number, ".5" among them, and what stands before and behind it. */
const AFFIXES = /^([^\d０-９-]*?)(-?(?:[\d０-９,，]+(?:[.．][\d０-９]+)?|[.．][\d０-９]+))([^\d０-９]*)$/;

/** What stands around the one number of a text: "97.5分" is "", "分". Null for none or several numbers. */
function splitAffixes(text: string): Affixes | null {
  const match = AFFIXES.exec(text.trim());
  if (!match) return null;
  const [, before = '', number = '', after = ''] = match;
  const digits = number.normalize('NFKC').replaceAll(',', '');
  return { before, after, number: /\d/.test(digits) ? new Decimal(digits) : ZERO };
}
