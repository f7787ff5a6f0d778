/** The use case "采用计算得分": a person lets the computed score replace the typed one, of one row or of all rows with the same finding. */
import type { FindingCode } from '../engine/finding';
import type { ScoreEdits } from '../form/planWrites';
import type { SheetEdits } from './calculateWorkbook';
import type { SheetResult } from './formResult';
import { done, failed, type Attempt } from './problem';
import { placeAt, scoredPlaces, type ScoredPlace } from './scoredPlaces';

export type AcceptRequest =
  /** An indicator's row, or a row of the fund block for the execution score. */
  | { readonly kind: 'row'; readonly sheet: string; readonly row: number }
  /** Every row with a finding of this code that is not ignored, on one sheet or on all (null). */
  | { readonly kind: 'finding'; readonly code: FindingCode; readonly sheet: string | null };

/** The scores that are to be replaced. */
export function acceptScores(sheets: readonly SheetResult[], request: AcceptRequest): Attempt<SheetEdits> {
  if (request.kind === 'row') {
    const place = placeAt(sheets, request.sheet, request.row);
    if (!place) return failed('no-such-row', { row: String(request.row) });
    if (place.score.formula) return failed('formula', { cell: place.score.cell ?? '' });
    return canAccept(place) ? done(editsFor([place])) : failed('nothing-to-accept');
  }
  const places = scoredPlaces(sheets).filter(
    (place) =>
      (request.sheet === null || place.sheet === request.sheet) &&
      canAccept(place) &&
      hasFinding(place, request.code),
  );
  return places.length === 0 ? failed('nothing-to-accept') : done(editsFor(places));
}

/** True when the place has a computed score that its cell does not hold yet and can take. */
export function canAccept({ score, computed }: ScoredPlace): boolean {
  if (computed === null || score.cell === null || score.formula || score.state === 'none') return false;
  return score.state !== 'number' || score.value?.eq(computed) !== true;
}

function hasFinding({ form, source, rows, score }: ScoredPlace, code: FindingCode): boolean {
  return form.findings.some((finding) => {
    if (finding.code !== code) return false;
    return source.kind === 'indicator' && finding.row !== null
      ? rows.includes(finding.row)
      : finding.row === null && finding.cell === score.cell;
  });
}

function editsFor(places: readonly ScoredPlace[]): SheetEdits {
  const cells = new Map<string, Set<string>>();
  for (const { sheet, score } of places) {
    const ofSheet = cells.get(sheet) ?? new Set();
    if (score.cell !== null) ofSheet.add(score.cell);
    cells.set(sheet, ofSheet);
  }
  return new Map(
    [...cells].map(([sheet, accepted]): [string, ScoreEdits] => [sheet, { accepted, chosen: new Map() }]),
  );
}
