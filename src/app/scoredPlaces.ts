/** The places of a form that earn points, by sheet and row: indicators, the execution of the budget, judged blocks. */
import { scoreSpans } from '../engine/checks/rows';
import type { Decimal } from '../engine/decimal';
import type { IndicatorRow, NumberCell } from '../engine/facts';
import type { BudgetOutcome, Outcome } from '../engine/outcome';
import type { ScoredForm } from '../engine/scoreForm';
import type { FormResult, SheetResult } from './formResult';

/** One score cell and what is known of it; several rows may share it. */
export interface ScoredPlace {
  readonly sheet: string;
  readonly form: FormResult;
  readonly scored: ScoredForm;
  readonly source:
    | { readonly kind: 'indicator'; readonly rows: readonly IndicatorRow[]; readonly outcome: Outcome }
    | { readonly kind: 'execution'; readonly outcome: BudgetOutcome | null }
    | { readonly kind: 'block'; readonly name: string };
  /** Row numbers that the place covers, the first one first. */
  readonly rows: readonly number[];
  readonly score: NumberCell;
  readonly weight: Decimal | null;
  /** Null where a person scores it. */
  readonly computed: Decimal | null;
}

/** All places of the sheets, form by form. */
export function scoredPlaces(sheets: readonly SheetResult[]): readonly ScoredPlace[] {
  return sheets.flatMap(({ sheet, forms }) =>
    forms.flatMap((form) => (form.scored ? placesOf(sheet, form, form.scored) : [])),
  );
}

/** The place at a row; null when nothing is scored there. */
export function placeAt(sheets: readonly SheetResult[], sheet: string, row: number): ScoredPlace | null {
  const onSheet = sheets.filter((result) => result.sheet === sheet);
  return scoredPlaces(onSheet).find(({ rows }) => rows.includes(row)) ?? null;
}

/** All cells that hold a score or a sum of scores, and the execution rates. */
export function scoreCells(sheets: readonly SheetResult[]): readonly NumberCell[] {
  const sums = sheets.flatMap(({ forms }) =>
    forms.flatMap(({ scored }) => {
      if (!scored) return [];
      const { budget, subtotals, total } = scored.facts;
      return [
        ...(budget ? [budget.total.rate] : []),
        ...subtotals.map(({ score }) => score),
        ...(total ? [total.score] : []),
      ];
    }),
  );
  return [...scoredPlaces(sheets).map(({ score }) => score), ...sums];
}

function placesOf(sheet: string, form: FormResult, scored: ScoredForm): readonly ScoredPlace[] {
  const { budget, judgedBlocks } = scored.facts;
  const shared = { sheet, form, scored };
  const execution: readonly ScoredPlace[] = budget
    ? [
        {
          ...shared,
          source: { kind: 'execution', outcome: scored.budget },
          rows: [budget.total.row, ...budget.parts.map(({ row }) => row)],
          score: budget.score,
          weight: budget.weight.value,
          computed: scored.budget?.computed ?? null,
        },
      ]
    : [];
  const blocks = judgedBlocks.map(({ row, name, weight, score }): ScoredPlace => ({
    ...shared,
    source: { kind: 'block', name },
    rows: [row],
    score,
    weight: weight.value,
    computed: null,
  }));
  const indicators = scoreSpans(scored).map(({ first, rows, score, weight, computed }): ScoredPlace => {
    const facts = rows.map((row) => row.facts);
    return {
      ...shared,
      source: { kind: 'indicator', rows: facts, outcome: first.outcome },
      rows: facts.map(({ row }) => row),
      score,
      weight,
      computed,
    };
  });
  return [...execution, ...blocks, ...indicators];
}
