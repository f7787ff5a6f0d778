/** What a measurement of `npm run bench` tells: one line of docs/performance.md. Each measurement is a file of its own beside this one. */

export interface Figure {
  /** What was measured and what it is held against, as one line that can stand alone. */
  readonly what: string;
  /** What we take, in `unit`. */
  readonly ours: number;
  /** What the other takes, in the same unit; null where a budget holds for our figure itself. */
  readonly against: number | null;
  /** Ours ÷ against; null without an other. */
  readonly ratio: number | null;
  /** The most that the ratio may be, or our figure where there is no ratio; null for a figure that is only told. */
  readonly budget: number | null;
  /** "ms", "KB", "batches" … */
  readonly unit: string;
}

/** A file of measurements; it takes no more than a few minutes. */
export interface Measurement {
  /** The heading above its figures, and what chooses it on the command line. */
  readonly name: string;
  /** What is compared with what, and how; stands below the heading in docs/performance.md. */
  readonly about: string;
  /** Why a budget is not kept, and what it would take; stands below the table as long as one is not. */
  readonly shortfall?: string;
  readonly measure: () => Promise<readonly Figure[]>;
}

/** The figure of ours held against another's. */
export function compareFigures(
  what: string,
  { ours, against }: { readonly ours: number; readonly against: number },
  budget: number | null,
  unit: string,
): Figure {
  return { what, ours, against, ratio: ours / against, budget, unit };
}

/** A figure without another to hold it against. */
export function tellFigure(what: string, ours: number, budget: number | null, unit: string): Figure {
  return { what, ours, against: null, ratio: null, budget, unit };
}

/** True where the budget is kept, or there is none. */
export function isKept({ ours, ratio, budget }: Figure): boolean {
  return budget === null || (ratio ?? ours) <= budget;
}
