/** "说明这一行": what is known of one row and how its score came about, as data for a face to show. */
import type { Decimal } from '../engine/decimal';
import type { Entry } from '../engine/entry';
import type { NumberCell } from '../engine/facts';
import type { Basis, Direction, DirectionSource, JudgedReason, Reading, Step } from '../engine/outcome';
import { scoreBands, type ScoreBand } from '../engine/scoreBands';
import { canAccept } from './accept';
import type { SheetResult } from './formResult';
import { isJudged } from './scoreByHand';
import { placeAt, type ScoredPlace } from './scoredPlaces';
import type { SessionState } from './sessionState';

export interface ExplainedCell {
  /** As it stands on the sheet. */
  readonly entry: Entry;
  readonly reading: Reading;
}

export interface RowExplanation {
  readonly sheet: string;
  readonly row: number;
  readonly kind: ScoredPlace['source']['kind'];
  readonly name: string;
  readonly level1: string | null;
  readonly level2: string | null;
  readonly goal: number | null;
  /** Null for anything but an indicator. */
  readonly target: ExplainedCell | null;
  readonly actual: ExplainedCell | null;
  /** Null where nothing is compared. */
  readonly direction: { readonly kind: Direction; readonly from: DirectionSource } | null;
  /** Null for anything but an indicator. */
  readonly basis: Basis | null;
  readonly met: boolean | null;
  /** Why a person has to score the row; null where nobody has to, or nothing more is known. */
  readonly judged: JudgedReason | null;
  readonly steps: readonly Step[];
  readonly weight: Decimal | null;
  /** The score cell as it stands. */
  readonly score: NumberCell;
  readonly computed: Decimal | null;
  /** True when the computed score differs from what stands there and can be accepted. */
  readonly canAccept: boolean;
  /** The other rows that share the score cell. */
  readonly sharedWith: readonly number[];
  /** For a row that a person scores and that has a weight: the bands, the best first; else null. */
  readonly bands: readonly (ScoreBand & { readonly isCurrent: boolean })[] | null;
}

/** Explains the row that the person selected; null when nothing is scored there. */
export function explainSelected({
  sheets,
  activeSheet,
  selectedRow,
}: Pick<SessionState, 'sheets' | 'activeSheet' | 'selectedRow'>): RowExplanation | null {
  if (!sheets || activeSheet === null || selectedRow === null) return null;
  return explainRow(sheets, activeSheet, selectedRow);
}

/** Explains the indicator, fund row or judged block at a row; null when nothing is scored there. */
export function explainRow(
  sheets: readonly SheetResult[],
  sheet: string,
  row: number,
): RowExplanation | null {
  const place = placeAt(sheets, sheet, row);
  if (!place) return null;
  const { source, score, weight, computed, rows } = place;
  return {
    ...NOTHING_COMPARED,
    ...describe(place, row),
    sheet,
    row,
    kind: source.kind,
    weight,
    score,
    computed,
    canAccept: canAccept(place),
    sharedWith: source.kind === 'indicator' ? rows.filter((other) => other !== row) : [],
    bands: isJudged(place) && weight?.gt(0) ? markCurrent(place, weight) : null,
  };
}

type Described = Pick<
  RowExplanation,
  | 'name'
  | 'level1'
  | 'level2'
  | 'goal'
  | 'target'
  | 'actual'
  | 'direction'
  | 'basis'
  | 'met'
  | 'judged'
  | 'steps'
>;

const NOTHING_COMPARED: Omit<Described, 'name' | 'steps'> = {
  level1: null,
  level2: null,
  goal: null,
  target: null,
  actual: null,
  direction: null,
  basis: null,
  met: null,
  judged: null,
};

function describe(
  { source, scored }: ScoredPlace,
  row: number,
): Partial<Described> & Pick<Described, 'name' | 'steps'> {
  if (source.kind === 'block') return { name: source.name, steps: [] };
  if (source.kind === 'execution') {
    return { name: scored.facts.budget?.total.label.trim() ?? '', steps: source.outcome?.steps ?? [] };
  }
  const own = scored.rows.find(({ facts }) => facts.row === row);
  if (!own) return { name: '', steps: source.outcome.steps };
  const { facts, outcome } = own;
  const { level1, level2, goal } = facts;
  const { direction, basis, met, judged, steps } = outcome;
  return {
    name: facts.name === '' ? facts.label.trim() : facts.name,
    level1,
    level2,
    goal,
    target: { entry: facts.target, reading: outcome.target },
    actual: { entry: facts.actual, reading: outcome.actual },
    direction,
    basis,
    met,
    judged,
    steps,
  };
}

/** The band in which a score lies, an edge in the better one; null for what is below 0 or above the weight. */
export function bandOf<Band extends ScoreBand>(bands: readonly Band[], score: Decimal): Band | null {
  const [best] = bands;
  if (!best || score.gt(best.high) || score.lt(0)) return null;
  return bands.find(({ low }) => score.gte(low)) ?? null;
}

function markCurrent({ score, scored }: ScoredPlace, weight: Decimal): RowExplanation['bands'] {
  const bands = scoreBands(weight, scored.rules);
  const current = score.value && bandOf(bands, score.value);
  return bands.map((band) => ({ ...band, isCurrent: band === current }));
}
