/** Reads what stands behind a number: its scale (万), its unit (亩) and what it is counted per (元/人·月). */
import { Decimal, isSame, ONE } from './decimal';
import { remember } from './remember';
import units from './units.json';

export type UnitKind = 'percent' | 'money' | 'other' | 'none';

export interface Unit {
  readonly kind: UnitKind;
  /** The unit in one spelling, "" for none; every percent-like sign is "%". */
  readonly name: string;
  /** False for a word that is in no table: it is then held against the other side's word only. */
  readonly known: boolean;
  /** What one of them is in base units: 0.01 for %, 10000 for 万元. */
  readonly scale: Decimal;
  /** True when the scale was written in words (万), so that a bare number may borrow it. */
  readonly scaled: boolean;
  /** The parts of "/人·月", sorted; the year of the form itself is left out. */
  readonly per: readonly string[];
}

export const NO_UNIT: Unit = { kind: 'none', name: '', known: true, scale: ONE, scaled: false, per: [] };

export const PERCENT: Unit = { ...NO_UNIT, kind: 'percent', name: '%', scale: new Decimal('0.01') };

interface Named {
  readonly kind: UnitKind;
  readonly name: string;
  readonly scale: Decimal;
}

function nameUnits(): ReadonlyMap<string, Named> {
  const named = new Map<string, Named>();
  const other = (word: string, name: string) => named.set(word, { kind: 'other', name, scale: ONE });
  for (const word of [...units.counters, ...units.events]) other(word, word);
  for (const [word, name] of Object.entries(units.synonyms)) other(word, name);
  for (const dimension of units.dimensions) for (const word of Object.keys(dimension)) other(word, word);
  for (const [word, name] of Object.entries(units.money))
    named.set(word, { kind: 'money', name, scale: ONE });
  for (const [word, scale] of Object.entries(units.percent)) {
    named.set(word, { kind: 'percent', name: '%', scale: new Decimal(scale) });
  }
  for (const [word, scale] of Object.entries(units.points)) {
    named.set(word, { kind: 'other', name: '百分点', scale: new Decimal(scale) });
  }
  return named;
}

const NAMED = nameUnits();
const LONGEST = Math.max(...[...NAMED.keys()].map((word) => word.length));
const SCALES = Object.entries(units.scales)
  .sort(([one], [other]) => other.length - one.length)
  .map(([word, size]) => ({ word, size: new Decimal(size) }));
const LETTERS = /^[A-Za-zμ°Ω][A-Za-z]{0,7}\d?(?![A-Za-z\d])/;
const HAN = /^[\u4e00-\u9fff]{1,3}/;

function findNamed(text: string): { word: string; named: Named } | null {
  const letters = LETTERS.exec(text)?.[0];
  if (letters !== undefined) {
    const named = NAMED.get(letters.toLowerCase());
    return named === undefined ? null : { word: letters, named };
  }
  for (let length = Math.min(LONGEST, text.length); length > 0; length -= 1) {
    const word = text.slice(0, length);
    const named = NAMED.get(word);
    if (named !== undefined) return { word, named };
  }
  return null;
}

/** Words that follow a number without being its unit: 以上, 覆盖, 完成 … */
function startsWithOrdinaryWord(text: string): boolean {
  return units.notUnits.some((word) => text.startsWith(word));
}

/** One part of a denominator: a known unit, letters, or up to three characters. */
function readPart(text: string): string {
  const known =
    findNamed(text)?.word ?? [...units.shortTimes, ...units.formPeriod].find((word) => text.startsWith(word));
  return known ?? LETTERS.exec(text)?.[0] ?? HAN.exec(text)?.[0] ?? '';
}

/** Reads "/人·月", "/人/月" or "每人每月" at the start of `text`. */
function readDenominator(text: string): { per: string[]; length: number } {
  const per: string[] = [];
  let length = 0;
  for (let parts = 0; parts < 4; parts += 1) {
    const rest = text.slice(length);
    const lead = (per.length === 0 ? /^ ?(?:\/|每) ?/ : /^ ?(?:[/*.·]|每) ?/).exec(rest)?.[0];
    if (lead === undefined) break;
    const part = readPart(rest.slice(lead.length).replace(/^每/, ''));
    if (part === '') break;
    length += lead.length + (rest.charAt(lead.length) === '每' ? 1 : 0) + part.length;
    per.push(part.toLowerCase());
  }
  return { per: canonicalPer(per), length };
}

/** Sorted, and without the year: a form covers one year, so 6次/年 and 7次 are the same. */
export function canonicalPer(per: readonly string[]): string[] {
  return per
    .filter((part) => !units.formPeriod.includes(part))
    .map((part) => (part === '个月' ? '月' : part === '天' ? '日' : part))
    .sort();
}

export interface UnitMatch {
  readonly unit: Unit;
  readonly length: number;
  /** "100余次": more than the number says. */
  readonly more: boolean;
}

/** Reads 万 and its like at the start of `text`, with 余 around it. */
function readScale(text: string): { scale: Decimal; length: number; more: boolean } {
  const lead = /^ *[余多]?/.exec(text)?.[0] ?? '';
  const none = { scale: ONE, length: lead.length, more: /[余多]$/.test(lead) };
  if (findNamed(text.slice(lead.length)) !== null) return none;
  const found = SCALES.find(({ word }) => text.startsWith(word, lead.length));
  if (found === undefined) return none;
  const { word, size } = found;
  const tail = /^[余多]? */.exec(text.slice(lead.length + word.length))?.[0] ?? '';
  return {
    scale: size,
    length: lead.length + word.length + tail.length,
    more: none.more || /^[余多]/.test(tail),
  };
}

/** Reads the unit at the start of `text`, which is normalised and begins right behind a number. */
export const readUnit = remember(findUnit);

function findUnit(text: string): UnitMatch {
  const { scale, length, more } = readScale(text);
  const scaled = !isSame(scale, ONE);
  const rest = text.slice(length);
  const found = findNamed(rest);
  if (found !== null) {
    const { kind, name } = found.named;
    const doubled = kind === 'percent' ? (/^[%‰ ]*/.exec(rest.slice(found.word.length))?.[0] ?? '') : '';
    const used = found.word.length + doubled.length;
    const denominator = readDenominator(rest.slice(used));
    const size = scaled ? scale.times(found.named.scale) : found.named.scale;
    const unit: Unit = { kind, name, known: true, scale: size, scaled, per: denominator.per };
    return { unit, length: length + used + denominator.length, more };
  }
  const word = startsWithOrdinaryWord(rest) ? undefined : (LETTERS.exec(rest) ?? HAN.exec(rest))?.[0];
  const denominator = readDenominator(rest.slice(word?.length ?? 0));
  const { per } = denominator;
  const unit: Unit =
    word === undefined
      ? { ...NO_UNIT, scale, scaled, per }
      : { kind: 'other', name: word.toLowerCase(), known: false, scale, scaled, per };
  const used = (word?.length ?? 0) + denominator.length;
  return { unit, length: used > 0 || more || scaled ? length + used : 0, more };
}

/** True when the unit says nothing: such a number takes the other side's unit and scale. */
export function isBare(unit: Unit): boolean {
  return unit.kind === 'none' && !unit.scaled;
}

function isAlike(one: string, other: string): boolean {
  if (one === other) return true;
  const counter = (word: string) => units.counters.includes(word);
  if ((one === units.generic && counter(other)) || (other === units.generic && counter(one))) return true;
  return units.alike.some((group) => group.includes(one) && group.includes(other));
}

/** Factor that turns the actual's unit into the target's (公里 into 米: 1000); null when they differ in kind. */
export function conversionFactor(target: Unit, actual: Unit): Decimal | null {
  if (target.kind === 'none' || actual.kind === 'none') return ONE;
  if (target.kind !== actual.kind) return null;
  if (target.name === actual.name) return ONE;
  if (target.kind !== 'other') return null;
  if (!target.known || !actual.known) {
    const [short, long] = [target.name, actual.name].sort((one, other) => one.length - other.length);
    return short !== undefined && long?.startsWith(short) === true ? ONE : null;
  }
  if (isAlike(target.name, actual.name)) return ONE;
  for (const dimension of units.dimensions) {
    const sizes: ReadonlyMap<string, string> = new Map(Object.entries(dimension));
    const [one, other] = [sizes.get(target.name), sizes.get(actual.name)];
    if (one !== undefined && other !== undefined) return new Decimal(other).dividedBy(one);
  }
  return null;
}

/** True when two denominators may be compared: the same, or one was left out and it names no time. */
export function isSamePer(target: Unit, actual: Unit): boolean {
  if (target.per.join('·') === actual.per.join('·')) return true;
  const [longer, shorter] = target.per.length > actual.per.length ? [target, actual] : [actual, target];
  if (shorter.per.length > 0) return false;
  return shorter.kind === 'none' || longer.per.every((part) => !units.shortTimes.includes(part));
}

/** True for a part of a denominator that is a time shorter than the year. */
export function isShortTime(part: string): boolean {
  return units.shortTimes.includes(part);
}

/** True for units that count how often something happened. */
export function countsEvents(unit: Unit): boolean {
  return units.events.includes(unit.name);
}
