/** The use case "人工评分": a person scores a row that no formula can score. */
import { Decimal } from '../engine/decimal';
import { earnWhole } from '../engine/earnPoints';
import type { SheetEdits } from './calculateWorkbook';
import type { SheetResult } from './formResult';
import { done, failed, type Attempt } from './problem';
import { placeAt, type ScoredPlace } from './scoredPlaces';

export interface HandScore {
  readonly sheet: string;
  readonly row: number;
  /** As the person gave it: "8.5" or 8.5. */
  readonly score: string | number;
}

/** The score that is to be written: from 0 to the weight, with no more decimals than the rule set has. */
export function chooseScore(
  sheets: readonly SheetResult[],
  { sheet, row, score }: HandScore,
): Attempt<SheetEdits> {
  const place = placeAt(sheets, sheet, row);
  if (!place) return failed('no-such-row', { row: String(row) });
  if (!isJudged(place)) return failed('not-judged');
  const { cell, formula } = place.score;
  if (cell === null) return failed('no-score-cell');
  if (formula) return failed('formula', { cell });
  const chosen = readScore(String(score).trim(), place);
  if (!chosen.ok) return chosen;
  return done(new Map([[sheet, { accepted: new Set(), chosen: new Map([[cell, chosen.result]]) }]]));
}

/** True for a place that a person has to score. */
export function isJudged({ source, rows }: ScoredPlace): boolean {
  if (source.kind !== 'indicator') return source.kind === 'block';
  return source.outcome.basis === 'judged' || rows.length > 1;
}

function readScore(text: string, { weight, scored }: ScoredPlace): Attempt<Decimal> {
  if (weight === null) return failed('no-weight');
  if (!/^[-+]?\d{1,9}(\.\d{1,9})?$/.test(text)) return failed('score-not-a-number', { score: text });
  const score = new Decimal(text);
  if (score.lt(0) || score.gt(weight)) {
    return failed('score-out-of-range', { score: text, weight: weight.toFixed() });
  }
  const { decimals } = scored.rules;
  // A weight with more decimals than the rule set has can be earned in full.
  const isWhole = earnWhole(weight, scored.rules)?.eq(score) === true;
  if (score.decimalPlaces() > decimals && !isWhole) {
    return failed('score-too-fine', { score: text, decimals: String(decimals) });
  }
  return done(score);
}
