/** What a row is to a roll-up: numbers that are added or averaged, a date, a range, a text, or something that cannot be read. */
import type { Decimal } from '../decimal';
import { seenText } from '../describeReading';
import { namesCount, namesRate } from '../findDirection';
import { normaliseText } from '../normaliseText';
import type { Direction, JudgedReason, Outcome, Reading } from '../outcome';
import { findChange, type Change } from '../readEntry';
import { conversionFactor, NO_UNIT, readUnit, type Unit } from '../readUnit';
import type { ScoredRow } from '../scoreForm';
import units from '../units.json';
import words from './words.json';

export interface NumberSense {
  readonly kind: 'number';
  /** Absolute values are added, relative ones averaged. */
  readonly way: 'sum' | 'mean';
  /** The unit as the target is written in, scale and all. */
  readonly unit: Unit;
  readonly direction: Direction;
  /** Whether the figures are a growth or a fall. */
  readonly change: Change;
  /** In base units: 95% is 0.95, 2万 is 20000. */
  readonly target: Decimal;
  readonly actual: Decimal;
}

export type RowSense =
  | NumberSense
  /** A due date, a range, a limit of time, or words. */
  | { readonly kind: 'date' | 'range' | 'limit' | 'text' }
  /** A figure was asked for, but none could be compared with it. */
  | { readonly kind: 'unreadable'; readonly why: JudgedReason | null }
  | { readonly kind: 'blank' };

export function senseOf({ facts, outcome }: ScoredRow): RowSense {
  const { basis, target } = outcome;
  if (basis === 'blank') return { kind: 'blank' };
  if (basis === 'at-least' || basis === 'at-most') return senseOfNumbers(facts.name, facts.target, outcome);
  if (basis === 'by-date' || target.kind === 'date') return { kind: 'date' };
  if (target.kind === 'range') return { kind: 'range' };
  if (basis === 'judged' && target.kind === 'quantity') return { kind: 'unreadable', why: outcome.judged };
  return { kind: 'text' };
}

function senseOfNumbers(name: string, targetEntry: ScoredRow['facts']['target'], outcome: Outcome): RowSense {
  const { targetValue: target, actualValue: actual, direction } = outcome;
  if (target === null || actual === null || direction === null) return { kind: 'unreadable', why: null };
  const unit = unitOf(outcome.target, outcome.actual);
  if (words.durationUnits.includes(unit.name) && direction.kind === 'ceiling') return { kind: 'limit' };
  return {
    kind: 'number',
    way: isRelative(name, unit) ? 'mean' : 'sum',
    unit,
    direction: direction.kind,
    change: findChange(normaliseText(seenText(targetEntry))),
    target,
    actual,
  };
}

/** The unit both are written in: the target's, or the actual's where the target is bare. */
function unitOf(target: Reading, actual: Reading): Unit {
  const unitIn = (reading: Reading): Unit =>
    reading.kind === 'quantity' ? readUnit(reading.unit).unit : NO_UNIT;
  const [own, other] = [unitIn(target), unitIn(actual)];
  return own.kind === 'none' && !own.scaled ? other : own;
}

/** Shares, scores, temperatures and amounts per head are averaged; people, events, lengths and money are added. */
function isRelative(rawName: string, { kind, name: unit, per }: Unit): boolean {
  const name = normaliseText(rawName);
  if (kind === 'percent' || per.length > 0 || words.levelUnits.includes(unit)) return true;
  const isAverage =
    words.averageNames.some((word) => name.includes(word)) ||
    words.averageEndings.some((word) => name.endsWith(word));
  if (isAverage) return true;
  return kind === 'none' && namesRate(name) && !namesCount(name);
}

/** How two units agree: fully, only if a missing unit is taken for the other one, or not at all. */
export type UnitAgreement = 'same' | 'assumed' | 'differ';

export function agreeUnits(one: Unit, other: Unit): UnitAgreement {
  if (one.per.join('·') !== other.per.join('·')) return 'differ';
  if (one.kind === 'none' && other.kind === 'none') return 'same';
  if (one.kind === 'none' || other.kind === 'none') {
    const [bare, named] = one.kind === 'none' ? [one, other] : [other, one];
    // "5万" is money beside 万元; a bare 50 is a count beside 个, but may be anything beside a percentage or 万元.
    const isClear = bare.scaled ? named.kind === 'money' : named.kind === 'other' && !named.scaled;
    return isClear ? 'assumed' : 'differ';
  }
  return factorBetween(one, other) === null ? 'differ' : 'same';
}

/** Turns base units of `other` into base units of `one` (公里 into 米: 1000); null where they are not the same thing. */
export function factorBetween(one: Unit, other: Unit): Decimal | null {
  const factor = conversionFactor(one, other);
  const isPlain = one.kind === 'none' || other.kind === 'none' || one.name === other.name;
  if (factor === null || isPlain || !factor.equals(1)) return factor;
  // 次 and 人次 may be compared, but they are not added.
  const isSameSize = words.sameUnits.some((group) => group.includes(one.name) && group.includes(other.name));
  return isSameSize || isMeasure(one, other) ? factor : null;
}

/** True for two words of one measure (公里 and 千米), which no counter is. */
function isMeasure(one: Unit, other: Unit): boolean {
  return units.dimensions.some((words) => Object.hasOwn(words, one.name) && Object.hasOwn(words, other.name));
}
