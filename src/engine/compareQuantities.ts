/**
 * Brings a target and an actual into one unit: converts, lets a bare number take the unit and scale of the other
 * side, and refuses where the two are not of one kind or a borrowed unit gives nonsense.
 */
import { compare, Decimal, ONE, scaleBy } from './decimal';
import { namesCount, namesRate } from './findDirection';
import type { JudgedReason, Step, Trail } from './outcome';
import { findChange, type Change } from './readEntry';
import { conversionFactor, isBare, isSamePer, type Unit } from './readUnit';
import { writeQuantity } from './writeStep';

export interface Side {
  readonly number: Decimal;
  readonly unit: Unit;
  readonly change: Change;
}

export interface Aligned {
  /** Both in base units: 95% is 0.95, 2万 is 20000. */
  readonly target: Decimal;
  readonly actual: Decimal;
  /** The unit both are compared in. */
  readonly unit: Unit;
}

export interface NotAligned {
  readonly judged: JudgedReason;
}

/** What the row says about its numbers; few rows need any of it. */
export interface RowClues {
  readonly name: string;
  /** The unit column, "" if the form has none. */
  readonly unit: string;
}

/** Its unit column says %. */
function hasPercentColumn({ unit }: RowClues): boolean {
  return /[%％]|百分比/.test(unit);
}

const PERCENT_OF_ONE = new Decimal('0.01');
/** A bare number that took the other side's scale and then is this many times larger or smaller was no such number. */
const FAR = new Decimal(100);
/** The same for a bare amount of money that took 元. */
const FAR_MONEY = new Decimal(100);
/** Two bare shares that are this many times apart were not written alike. */
const FAR_SHARE = new Decimal(40);
/** A bare number beside a percentage is trusted under a name without 率 only when it is about as large. */
const NEAR_RATIO = new Decimal(5);

function isFar(one: Decimal, other: Decimal, limit: Decimal): boolean {
  if (one.isZero() || other.isZero()) return false;
  const ratio = one.dividedBy(other).abs();
  return compare(ratio, limit) > 0 || compare(ratio, ONE.dividedBy(limit)) < 0;
}

function withBorrowed(own: Unit, other: Unit): Unit {
  return { ...other, per: own.per.length > 0 ? own.per : other.per };
}

type BareReading = 'percent' | 'fraction' | 'unclear';

/** A bare 0.95 beside 95% is 95 %; a bare 0.1 beside 0.4% is 0.1 %; in between nobody knows. */
function readBareBesidePercent(
  bare: Decimal,
  percent: Decimal,
  row: RowClues,
  isTarget: boolean,
): BareReading {
  if (bare.isZero()) return 'percent';
  if (percent.isZero()) return bare.abs().greaterThan(1) ? 'percent' : 'unclear';
  const asPercent = bare.dividedBy(percent).abs();
  const asFraction = asPercent.times(100);
  const isFraction = asFraction.greaterThanOrEqualTo('0.5') && asFraction.lessThanOrEqualTo(2);
  if (isFraction && asPercent.lessThan('0.05')) {
    const isMeant = percent.greaterThanOrEqualTo(50) && bare.lessThanOrEqualTo(1);
    return isMeant && (namesRate(row.name) || !bare.isInteger()) ? 'fraction' : 'unclear';
  }
  if (hasPercentColumn(row)) return 'percent';
  if (isTarget && namesCount(row.name)) return 'unclear';
  if (namesRate(row.name) || !isFar(bare, percent, NEAR_RATIO)) return 'percent';
  return 'unclear';
}

function alignBareWithPercent(bare: Side, percent: Side, row: RowClues, isTarget: boolean): Unit | null {
  if (percent.unit.kind !== 'percent' || percent.unit.scaled) return null;
  if (!percent.unit.scale.equals(PERCENT_OF_ONE)) return withBorrowed(bare.unit, percent.unit);
  const reading = readBareBesidePercent(bare.number, percent.number, row, isTarget);
  if (reading === 'unclear') return null;
  return reading === 'percent' ? withBorrowed(bare.unit, percent.unit) : { ...percent.unit, scale: ONE };
}

/** The unit a bare side is read in, or null when it cannot be told. */
function borrow(bare: Side, other: Side, row: RowClues, isTarget: boolean): Unit | null {
  if (other.unit.kind === 'percent') return alignBareWithPercent(bare, other, row, isTarget);
  const unit = withBorrowed(bare.unit, other.unit);
  const takesScale = other.unit.scaled;
  if (takesScale && isFar(bare.number, other.number, FAR)) return null;
  if (other.unit.kind === 'money' && isFar(bare.number, other.number, FAR_MONEY)) return null;
  return unit;
}

function borrowed(side: 'target' | 'actual', number: Decimal, unit: Unit): Step {
  const isFraction = unit.kind === 'percent' && unit.scale.equals(1);
  const code = isFraction ? (`${side}-read-as-fraction` as const) : (`${side}-borrowed-unit` as const);
  const read = isFraction ? `${number.times(100).toFixed()}%` : writeQuantity(number, unit);
  return { code, params: { number: number.toFixed(), read } };
}

/** 0.95 against 95 under a name that counts a share: one of them was meant as a percentage. */
function mixesFraction(target: Side, actual: Side, { name }: RowClues): boolean {
  return isFar(target.number, actual.number, FAR_SHARE) && namesRate(name);
}

/**
 * A change of 5% is held against a change of 5%, never against a level. Under a target that is a change the actual
 * needs no word; a count that grew (新增5个) is still a count.
 */
function changesDiffer(target: Side, actual: Side, row: RowClues): boolean {
  if (actual.change === null) return false;
  const isShare = actual.unit.kind === 'percent' || actual.unit.name === '百分点' || isBare(actual.unit);
  if (actual.change === 'up' && !isShare) return false;
  return actual.change !== (target.change ?? findChange(row.name));
}

/** Brings both sides into one unit, or says why a person has to judge. */
export function alignQuantities(
  target: Side,
  actual: Side,
  row: RowClues,
  trail: Trail = null,
): Aligned | NotAligned {
  if (changesDiffer(target, actual, row)) return { judged: 'not-comparable' };
  const bareTarget = isBare(target.unit);
  const bareActual = isBare(actual.unit);
  let targetUnit = target.unit;
  let actualUnit = actual.unit;
  if (!isSamePer(targetUnit, actualUnit)) return { judged: 'units-differ' };
  if (bareTarget && bareActual) {
    if (mixesFraction(target, actual, row)) return { judged: 'not-comparable' };
  } else if (bareTarget || bareActual) {
    const bare = bareTarget ? target : actual;
    const unit = borrow(bare, bareTarget ? actual : target, row, bareTarget);
    if (unit === null) return { judged: 'not-comparable' };
    if (bareTarget) targetUnit = unit;
    else actualUnit = unit;
  }
  const factor = conversionFactor(targetUnit, actualUnit);
  if (factor === null) return { judged: 'units-differ' };
  const converted = scaleBy(scaleBy(actual.number, actualUnit.scale), factor);
  if (targetUnit !== target.unit) trail?.push(borrowed('target', target.number, targetUnit));
  if (actualUnit !== actual.unit) trail?.push(borrowed('actual', actual.number, actualUnit));
  if (factor !== ONE && !factor.equals(1)) {
    const to = writeQuantity(converted.dividedBy(targetUnit.scale), targetUnit);
    trail?.push({ code: 'actual-converted', params: { from: writeQuantity(actual.number, actualUnit), to } });
  }
  const unit = targetUnit.kind === 'none' ? { ...actualUnit, scale: targetUnit.scale } : targetUnit;
  return { target: scaleBy(target.number, targetUnit.scale), actual: converted, unit };
}
