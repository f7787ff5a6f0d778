/**
 * Plans what a recalculation writes into one form: fills blank scores, keeps typed ones, brings the execution rate,
 * subtotals and the total up to date in the style of their cells. A plan is data; nothing is written here.
 */
import { rateOf } from '../engine/checks/figures';
import type { NumberCell } from '../engine/facts';
import { isRatePrintedRight } from '../engine/printedRate';
import { compare, Decimal, isSame, sumGiven, ZERO } from '../engine/decimal';
import { storedNumber } from '../engine/numberFormat';
import type { ScoredForm } from '../engine/scoreForm';
import { applyExecutionCap, carriesGrandTotal } from '../engine/totals';
import { parseCellName } from './address';
import { listFormulas, takenBy, type Formulas } from './takenBy';
import { styleRate, styleScore, type StyledValue } from './cellStyle';
import type { Grid } from './grid';
import type { CellResult, CellWrite } from './writePlan';

export interface PlanOptions {
  /** Replace scores that a person typed by the computed ones. */
  readonly overwriteScores: boolean;
  /** Scores that an earlier recalculation wrote, by cell: such a score is ours and is brought up to date. */
  readonly ownScores: ReadonlyMap<string, Decimal>;
  /** Only these scores are to change, and the sums that follow from them; null for a whole recalculation. */
  readonly edits?: ScoreEdits | null;
}

/** Scores that a person decides on one by one, by cell. */
export interface ScoreEdits {
  /** Cells that are to hold their computed score, whatever was typed. */
  readonly accepted: ReadonlySet<string>;
  /** Scores that a person chose: they count as typed. */
  readonly chosen: ReadonlyMap<string, Decimal>;
}

/** A cell that should be written but is locked: the person is told what to type. */
export interface LockedCell {
  readonly cell: string;
  readonly from: string;
  readonly to: string;
}

/** What the form will say once the plan is applied. */
export interface FormPlan {
  readonly writes: readonly CellWrite[];
  readonly locked: readonly LockedCell[];
  /** Sums that are formulas, with what they will say. */
  readonly follows: readonly CellResult[];
  /** The score that stands in each indicator row afterwards, by row number; null where none does. */
  readonly scores: ReadonlyMap<number, Decimal | null>;
  readonly budgetScore: Decimal | null;
  /** Σ of the scores that stand afterwards; null when none stands. */
  readonly total: Decimal | null;
  /** Cells whose score is ours after the plan, with the value. */
  readonly ownScores: ReadonlyMap<string, Decimal>;
}

/** Plans the writes of one scored form. Applying the plan and planning again yields no writes. */
export function planForm(scored: ScoredForm, grid: Grid, options: PlanOptions): FormPlan {
  const draft = new Draft(grid, options);
  const { budget } = scored.facts;
  if (budget && scored.budget?.rate && !options.edits) {
    draft.writeRate(budget.total.rate, scored.budget.rate, true);
    for (const part of budget.parts) {
      const rate = rateOf(part);
      if (rate) draft.writeRate(part.rate, rate, false);
    }
  }
  const circles = draft.findCircles(scored);
  const budgetScore = budget ? draft.settleScore(budget.score, scored.budget?.computed ?? null) : null;
  const scores = new Map<number, Decimal | null>();
  const standing: (Decimal | null)[] = [budgetScore];
  for (const { facts, outcome } of scored.rows) {
    const computed = circles.has(facts.row) ? null : outcome.computed;
    const score = facts.sharesScore ? null : draft.settleScore(facts.score, computed);
    scores.set(facts.row, score);
    standing.push(score);
  }
  for (const { score } of scored.facts.judgedBlocks) standing.push(draft.settleScore(score, null));
  const isAffected = draft.isAffected();
  const subtotals = isAffected ? scored.facts.subtotals : [];
  const scoreCells = new Map(
    subtotals.length === 0 ? [] : scored.rows.map(({ facts }) => [facts.row, facts.score]),
  );
  for (const subtotal of subtotals) {
    draft.writeSum(
      subtotal.score,
      sumGiven(subtotal.rows.map((row) => scores.get(row) ?? null)),
      subtotal.rows.flatMap((row) => scoreCells.get(row) ?? []),
    );
  }
  const added = sumGiven(standing);
  const total = added && applyExecutionCap(added, scored.budget?.rate ?? null, scored.rules);
  // A grand total in the fund row would be added to itself: a person has to take it out first.
  if (isAffected && scored.facts.total && !carriesGrandTotal(scored.facts))
    draft.writeSum(scored.facts.total.score, total, [
      ...(budget ? [budget.score] : []),
      ...scored.rows.map(({ facts }) => facts.score),
      ...scored.facts.judgedBlocks.map(({ score }) => score),
    ]);
  return {
    writes: draft.writes,
    locked: draft.locked,
    follows: draft.follows,
    scores,
    budgetScore,
    total,
    ownScores: draft.ownScores,
  };
}

/** Beyond it a cell cannot hold a sum exactly, and no form has so many points: the finding about the total says it. */
const LARGEST = new Decimal(1e15);

/** As a fraction: beyond it there is no rate that anybody would print. */
const LARGEST_RATE = new Decimal(1e9);

/** True for a score that a cell keeps to the last digit; only a weight beyond all sense earns another. */
function fitsCell(score: Decimal): boolean {
  return isBelow(score, LARGEST) && isSame(storedNumber(score.toNumber()), score);
}

/** By its size, whatever its sign. */
function isBelow(value: Decimal, limit: Decimal): boolean {
  return compare(value.isNegative() ? value.negated() : value, limit) < 0;
}

/** True when a cell holds a sum as far as a cell can: a stored number has fifteen digits. */
function holds({ value, entry }: NumberCell, total: Decimal): boolean {
  const held = value ?? ZERO;
  return (
    isSame(held, total) || (typeof entry.value === 'number' && isSame(held, storedNumber(total.toNumber())))
  );
}

/** Gathers the writes of one form. */
class Draft {
  readonly writes: CellWrite[] = [];
  readonly locked: LockedCell[] = [];
  readonly follows: CellResult[] = [];
  readonly ownScores = new Map<string, Decimal>();
  private hasEdit = false;
  private formulas: Formulas | null = null;

  constructor(
    private readonly grid: Grid,
    private readonly options: PlanOptions,
  ) {}

  /** True when sums may have to follow: always, save when the scores to be changed are all in other forms. */
  isAffected(): boolean {
    return !this.options.edits || this.hasEdit;
  }

  /**
   * Rows (by number) whose target, actual or weight is a formula that takes the row's own score, or a sum that the score counts in: a score worked
   * out from itself never comes to rest, so that it is left to a person.
   */
  findCircles({ facts, rows }: ScoredForm): ReadonlySet<number> {
    if (this.listFormulas().size === 0) return new Set();
    const sums = [...facts.subtotals, ...(facts.total ? [facts.total] : [])].flatMap(
      ({ score }) => score.cell ?? [],
    );
    const fed = rows.flatMap(({ facts: row }) => {
      const formulas = [...row.targetCells, row.actualCell, row.weight.cell].filter(
        (cell): cell is string => cell !== null && this.listFormulas().has(cell),
      );
      const { cell } = row.score;
      return formulas.length > 0 && cell !== null
        ? [{ row: row.row, formulas, results: [cell, ...sums] }]
        : [];
    });
    // All rows at once first: in nearly every form no formula takes a score, and nothing has to be followed row by row.
    const isTaken = this.takenBy(fed.flatMap(({ formulas }) => formulas));
    const taken = new Set(fed.flatMap(({ results }) => results).filter(isTaken));
    const circles = fed.filter(({ formulas, results }) => {
      const risky = results.filter((cell) => taken.has(cell));
      return risky.length > 0 && risky.some(this.takenBy(formulas));
    });
    return new Set(circles.map(({ row }) => row));
  }

  private takenBy(cells: readonly string[]): (source: string) => boolean {
    return cells.length === 0 ? () => false : takenBy(this.listFormulas(), cells);
  }

  private listFormulas(): Formulas {
    return (this.formulas ??= listFormulas(this.grid));
  }

  /** Decides what score stands in a cell and writes it when it is blank, ours, to be overwritten or chosen by a person. */
  settleScore(score: NumberCell, computed: Decimal | null): Decimal | null {
    const chosen = score.cell === null ? undefined : this.options.edits?.chosen.get(score.cell);
    if (chosen) return this.writeChosen(score, chosen);
    const isOurs = this.isOurs(score);
    if (isOurs && score.cell && score.value) this.ownScores.set(score.cell, score.value);
    const mayWrite = this.options.edits
      ? this.isAccepted(score, this.options.edits)
      : score.state === 'blank' || isOurs || this.options.overwriteScores;
    const isRight =
      score.state === 'number' && score.value !== null && computed !== null && isSame(score.value, computed);
    if (computed === null || score.cell === null || !mayWrite || isRight || score.state === 'none')
      return score.value;
    if (!fitsCell(computed)) return score.value;
    if (!this.write(score, styleScore(score, computed), Boolean(this.options.edits))) return score.value;
    this.ownScores.set(score.cell, computed);
    return computed;
  }

  private writeChosen(score: NumberCell, chosen: Decimal): Decimal | null {
    this.hasEdit = true;
    if (score.state === 'number' && score.value?.eq(chosen)) return score.value;
    return this.write(score, styleScore(score, chosen), true) ? chosen : score.value;
  }

  private isAccepted(score: NumberCell, { accepted }: ScoreEdits): boolean {
    const isAccepted = score.cell !== null && accepted.has(score.cell);
    this.hasEdit ||= isAccepted;
    return isAccepted;
  }

  private isOurs(score: NumberCell): boolean {
    const own = score.cell === null ? undefined : this.options.ownScores.get(score.cell);
    return own !== undefined && score.value !== null && isSame(own, score.value);
  }

  /** Brings a printed rate up to date; a blank one is filled only in the total row of the block. */
  writeRate(rate: NumberCell, trueRate: Decimal, fillsBlank: boolean): void {
    if (rate.state === 'none' || (rate.state === 'blank' && !fillsBlank)) return;
    if (rate.state === 'number' && isRatePrintedRight(rate, trueRate)) return;
    // Over a budget of next to nothing; a cell could not hold it to the second decimal.
    if (!isBelow(trueRate, LARGEST_RATE)) return;
    this.write(rate, styleRate(rate, trueRate));
  }

  /** Brings a subtotal or the total up to date, save where a formula among its addends takes the sum itself: it would never come to rest. */
  writeSum(cell: NumberCell, total: Decimal | null, addends: readonly NumberCell[]): void {
    if (total === null || !isBelow(total, LARGEST) || (cell.state === 'number' && holds(cell, total))) return;
    if (cell.formula) {
      this.followSum(cell, total, addends);
      return;
    }
    const formulas = addends.flatMap((addend) => (addend.formula && addend.cell !== null ? addend.cell : []));
    if (cell.cell !== null && this.takenBy(formulas)(cell.cell)) return;
    // Exactly the sum is to stand there, not what looks like it.
    this.write(cell, styleScore(cell, total), true);
  }

  /** Notes what a formula will say: one that was right, and takes every score that is written, will be right. */
  private followSum(cell: NumberCell, total: Decimal, addends: readonly NumberCell[]): void {
    const standing = sumGiven(addends.map(({ value }) => value)) ?? ZERO;
    if (cell.cell === null || !(cell.value ?? ZERO).eq(standing)) return;
    const written = new Set(this.writes.map((write) => write.cell));
    const changed = addends.flatMap((addend) => addend.cell ?? []).filter((name) => written.has(name));
    if (changed.length === 0 || !changed.every(this.takenBy([cell.cell]))) return;
    this.follows.push({ cell: cell.cell, value: total.toNumber(), to: total.toString() });
  }

  /**
   * Adds a write; false when the cell holds a formula, does not exist or is locked. A cell that shows the same is left alone, save a sum and what a
   * person decided on: what is stored may differ from what is shown.
   */
  private write(cell: NumberCell, styled: StyledValue, isExact = false): boolean {
    const isSame = isExact ? styled.value === cell.entry.value : styled.text === cell.entry.text;
    if (cell.cell === null || cell.formula || isSame) return false;
    // A weight may be as large as numbers are.
    if (typeof styled.value === 'number' && !Number.isFinite(styled.value)) return false;
    const change = { cell: cell.cell, from: cell.entry.text, to: styled.text };
    const at = parseCellName(cell.cell);
    const place = at && this.grid.rows[at.row]?.[at.column];
    if (place?.isCovered) return false;
    if (place?.writable === false) {
      this.locked.push(change);
      return false;
    }
    this.writes.push({ ...change, value: styled.value, before: cell.entry.value });
    return true;
  }
}
