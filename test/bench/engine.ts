/** Forms of 200, 2,000 and 20,000 rows: recognised, scored, checked and planned, against the least that any host must do with their cells. */
import { calculateWorkbook } from '../../src/app/calculateWorkbook';
import type { Grid } from '../../src/form/grid';
import type { WritePlan } from '../../src/form/writePlan';
import { compareFigures, tellFigure, type Figure, type Measurement } from './figure';
import { drawLongForm } from './longForm';
import { medianTimes } from './medianTimes';

/** So many rounds, since a short time is measured less surely. */
const SIZES = [
  { rows: 200, rounds: 21, budget: null },
  { rows: 2000, rounds: 9, budget: null },
  { rows: 20_000, rounds: 5, budget: 4 },
] as const;

const MOST_GROWTH = 11;

export const engine: Measurement = {
  name: 'Engine',
  about:
    'One form of so many rows, of all kinds of targets and actuals, in a sheet of nine columns: recognised, scored, checked, its writes and marks ' +
    'planned, and what stands on it afterwards checked again; against `JSON.parse` and `JSON.stringify` of the same cells, each with value, text, ' +
    'number format, formula and whether it may be written, as the port of the workbook carries them. Processor time, medians of alternating runs in one process, each with another form, so that no text was read before.',
  shortfall:
    'What costs, by a profile of 10,000 rows: 29 % reading targets and actuals and scoring them, 29 % the checks, 26 % finding out what each cell is and what stands in its row, ' +
    '9 % planning; within all of this, 22 % the collection of garbage and 20 % looking once more at what stands there after writing, at the written rows only. No function ' +
    'takes more than 5 %. To come near the budget the facts of a row would have to be columns of numbers instead of objects with exact decimals.',
  measure: measureEngine,
};

function measureEngine(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const { rows, rounds, budget } of SIZES) {
    let grid = drawLongForm(rows).grid;
    let json = JSON.stringify(grid);
    const prepare = (round: number): void => {
      grid = drawLongForm(rows, round).grid;
      json = JSON.stringify(grid);
    };
    const { ours, against } = medianTimes(
      {
        ours: () => {
          calculateGrid(grid);
        },
        against: () => JSON.stringify(JSON.parse(json)),
      },
      rounds,
      prepare,
    );
    figures.push(
      compareFigures(`${rows.toLocaleString('en')} rows, against JSON`, { ours, against }, budget, 'ms'),
    );
  }
  const [, middle, long] = figures;
  const growth = (long?.ours ?? NaN) / (middle?.ours ?? NaN);
  return Promise.resolve([...figures, tellFigure('20,000 rows against 2,000', growth, MOST_GROWTH, 'times')]);
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
