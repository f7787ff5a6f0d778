/**
 * What will stand on a sheet once it is written is worked out from what was read before, row by row. It has to be what a program finds that
 * opens the written sheet and knows nothing of before.
 */
import { calculateWorkbook } from '../../src/app/calculateWorkbook';
import type { SheetResult } from '../../src/app/formResult';
import { applyWrites } from '../../src/form/applyWrites';
import type { Grid } from '../../src/form/grid';
import { recogniseForms } from '../../src/form/recognise';
import { chooseBy } from '../generate/choose';
import { drawSheet } from '../generate/drawForm';
import { sheetOf } from './buildSnapshot';

/** Every other score that can be written is taken out, so that there is something to write. */
function withGaps(grid: Grid, seed: number): Grid {
  const { forms } = recogniseForms(grid);
  const cells = forms.flatMap((facts) =>
    facts.kind === 'summary-table' ? [] : facts.indicators.flatMap(({ score }) => score.cell ?? []),
  );
  const gaps = cells.filter((_, index) => (index + seed) % 2 === 0);
  return applyWrites(
    grid,
    gaps.map((cell) => ({ cell, value: null, to: '' })),
  );
}

function said(sheets: readonly SheetResult[]): unknown {
  return sheets.map(({ forms }) =>
    forms.map(({ facts, findings, plan, scored }) => ({
      facts,
      findings,
      plan: plan && { ...plan, ownScores: null },
      rows: scored?.rows.map(({ outcome }) => ({ met: outcome.met, computed: outcome.computed })),
    })),
  );
}

function checkAgain(grid: Grid, overwriteScores: boolean): number {
  const options = { rules: null, overwriteScores };
  const open = (of: Grid) =>
    calculateWorkbook({ sheets: [sheetOf(of)], settings: {}, activeSheet: null }, options);
  const found = open(grid);
  const writes = found.plans.flatMap((plan) => plan.writes);
  const follows = found.sheets.flatMap(({ forms }) => forms.flatMap(({ plan }) => plan?.follows ?? []));
  const fresh = open(applyWrites(grid, [...writes, ...follows]));
  expect(said(found.after)).toEqual(said(fresh.sheets));
  return writes.length;
}

test.each([false, true])(
  'of 60 invented forms with gaps, what will stand is what a fresh reading finds (typed scores replaced: %p)',
  (overwriteScores) => {
    let written = 0;
    for (let seed = 1; seed <= 60; seed += 1)
      written += checkAgain(withGaps(drawSheet(chooseBy(seed)).grid, seed), overwriteScores);
    expect(written).toBeGreaterThan(200);
  },
);
