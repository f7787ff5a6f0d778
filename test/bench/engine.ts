/** Forms of 200, 2,000 and 20,000 rows: recognised, scored, checked and planned, against the least that any host must do with their cells. */
import type { SizeTimes } from './engineTimes';
import { compareFigures, tellFigure, type Figure, type Measurement } from './figure';
import { askProgram } from './runProgram';

/** At so many rows, so many times at most. */
const BUDGETS: ReadonlyMap<number, number> = new Map([[20_000, 4]]);
const MOST_GROWTH = 11;

export const engine: Measurement = {
  name: 'Engine',
  about:
    'One form of so many rows, of all kinds of targets and actuals, in a sheet of nine columns: recognised, scored, its writes planned, what stands on it afterwards checked, and ' +
    'its marks planned; against `JSON.parse` and `JSON.stringify` of the same cells, each with value, text, number format, formula and whether it may be written, as the port of the ' +
    'workbook carries them. Run from a bundle, as the add-in is. Processor time, medians of alternating runs in one process, each with another form, so that no text was read before; all ' +
    'forms are drawn before the first run.',
  shortfall:
    'What costs, by a profile of 20,000 rows: 39 % reading targets and actuals and scoring them, 26 % finding out what each cell is and what stands in its row, 25 % the checks, 5 % ' +
    'planning, 3 % marks; within all of this, 15 % the collection of garbage. No function takes more than 3 %.',
  measure: measureEngine,
};

function measureEngine(): Promise<readonly Figure[]> {
  const times = askProgram('engineTimes') as readonly SizeTimes[];
  const figures = times.map(({ rows, ...compared }) =>
    compareFigures(
      `${rows.toLocaleString('en')} rows, against JSON`,
      compared,
      BUDGETS.get(rows) ?? null,
      'ms',
    ),
  );
  const [, middle, long] = times;
  const growth = (long?.ours ?? NaN) / (middle?.ours ?? NaN);
  return Promise.resolve([...figures, tellFigure('20,000 rows against 2,000', growth, MOST_GROWTH, 'times')]);
}
