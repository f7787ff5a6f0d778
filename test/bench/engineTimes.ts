/** The times of the engine beside those of JSON, as a program of its own: run from a bundle, as the add-in is, it pays for nothing that only development needs. */
import { calculateWorkbook } from '../../src/app/calculateWorkbook';
import type { Grid } from '../../src/form/grid';
import type { WritePlan } from '../../src/form/writePlan';
import { drawLongForm } from './longForm';
import { medianTimes, type ComparedTimes } from './medianTimes';

/** So many rounds, since a short time is measured less surely. */
const SIZES = [
  { rows: 200, rounds: 21 },
  { rows: 2000, rounds: 9 },
  { rows: 20_000, rounds: 9 },
] as const;

export interface SizeTimes extends ComparedTimes {
  readonly rows: number;
}

function measureSize({ rows, rounds }: (typeof SIZES)[number]): SizeTimes {
  // Drawn before anything is measured, so that neither side collects the garbage of the drawing.
  const forms = Array.from({ length: rounds + 1 }, (_, round) => {
    const { grid } = drawLongForm(rows, round);
    return { grid, json: JSON.stringify(grid) };
  });
  const things = {
    ours: (round: number) => forms[round] && calculateGrid(forms[round].grid),
    against: (round: number) => JSON.stringify(JSON.parse(forms[round]?.json ?? '')),
  };
  return { rows, ...medianTimes(things, rounds) };
}

/** All that a recalculation does between reading and writing. */
function calculateGrid(grid: Grid): readonly WritePlan[] {
  const sheet = { grid, visibility: 'visible', isProtected: false, marks: [] } as const;
  const found = calculateWorkbook(
    { sheets: [sheet], settings: {}, activeSheet: null },
    { rules: null, overwriteScores: false },
  );
  // The plans, and what stands on the sheet afterwards, are worked out when somebody asks for them.
  return found.undo;
}

process.stdout.write(JSON.stringify(SIZES.map(measureSize)));
