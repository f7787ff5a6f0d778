/**
 * Brings a target and an actual into one unit: converts, lets a bare number take the unit and scale of the other
 * side, and refuses where the two are not of one kind or a borrowed unit gives nonsense.
 */
import { Decimal, ONE } from './decimal';
import type { JudgedReason, Step, Tell } from './outcome';
import type { Change } from './readEntry';
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
  readonly steps: Tell;
}

export interface NotAligned {
  readonly judged: JudgedReason;
}

export interface RowClues {
  /** The name says that a share is counted. */
  readonly isRate: boolean;
  /** The name says that things are counted: 人数, 次数. */
  readonly isCount: boolean;
  /** The unit column of the row says %. */
  readonly hasPercentColumn: boolean;
  /** Words of the row that say whether it counts a growth or a fall. */
  readonly change: Change;
}

const PERCENT_OF_ONE = new Decimal('0.01');
/** A bare number that took the other side's scale and then is this many times larger or smaller was no such number. */
const FAR = new Decimal(100);
/** The same for a bare amount of money that took 元. */
const FAR_MONEY = new Decimal(100);
/** A bare number beside a percentage is trusted under a name without 率 only when it is about as large. */
const NEAR_RATIO = new Decimal(5);

function isFar(one: Decimal, other: Decimal, limit: Decimal): boolean {
  if (one.isZero() || other.isZero()) return false;
  const ratio = one.dividedBy(other).abs();
  return ratio.greaterThan(limit) || ratio.lessThan(ONE.dividedBy(limit));
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
    return isMeant && (row.isRate || !bare.isInteger()) ? 'fraction' : 'unclear';
  }
  if (row.hasPercentColumn) return 'percent';
  if (isTarget && row.isCount) return 'unclear';
  if (row.isRate || !isFar(bare, percent, NEAR_RATIO)) return 'percent';
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
function mixesFraction(target: Side, actual: Side, isRate: boolean): boolean {
  return isRate && isFar(target.number, actual.number, new Decimal(40));
}

/**
 * A change of 5% is held against a change of 5%, never against a level. Under a target that is a change the actual
 * needs no word; a count that grew (新增5个) is still a count.
 */
function changesDiffer(target: Side, actual: Side, row: RowClues): boolean {
  if (actual.change === null) return false;
  const isShare = actual.unit.kind === 'percent' || actual.unit.name === '百分点' || isBare(actual.unit);
  if (actual.change === 'up' && !isShare) return false;
  return actual.change !== (target.change ?? row.change);
}

/** A number times the size of its unit, which most often is 1. */
function inBase(number: Decimal, scale: Decimal): Decimal {
  return scale === ONE ? number : number.times(scale);
}

/** Brings both sides into one unit, or says why a person has to judge. */
export function alignQuantities(target: Side, actual: Side, row: RowClues): Aligned | NotAligned {
  if (changesDiffer(target, actual, row)) return { judged: 'not-comparable' };
  let lent: Tell | null = null;
  const [bareTarget, bareActual] = [isBare(target.unit), isBare(actual.unit)];
  let [targetUnit, actualUnit] = [target.unit, actual.unit];
  if (!isSamePer(targetUnit, actualUnit)) return { judged: 'units-differ' };
  if (bareTarget && bareActual) {
    if (mixesFraction(target, actual, row.isRate)) return { judged: 'not-comparable' };
  } else if (bareTarget || bareActual) {
    const [bare, other] = bareTarget ? [target, actual] : [actual, target];
    const unit = borrow(bare, other, row, bareTarget);
    if (unit === null) return { judged: 'not-comparable' };
    if (bareTarget) targetUnit = unit;
    else actualUnit = unit;
    lent = () => [borrowed(bareTarget ? 'target' : 'actual', bare.number, unit)];
  }
  const factor = conversionFactor(targetUnit, actualUnit);
  if (factor === null) return { judged: 'units-differ' };
  const converted = inBase(inBase(actual.number, actualUnit.scale), factor);
  const steps: Tell = () => {
    const to = writeQuantity(converted.dividedBy(targetUnit.scale), targetUnit);
    const from = writeQuantity(actual.number, actualUnit);
    return [
      ...(lent?.() ?? []),
      ...(factor.equals(1) ? [] : [{ code: 'actual-converted' as const, params: { from, to } }]),
    ];
  };
  const unit = targetUnit.kind === 'none' ? { ...actualUnit, scale: targetUnit.scale } : targetUnit;
  return { target: inBase(target.number, targetUnit.scale), actual: converted, unit, steps };
}
