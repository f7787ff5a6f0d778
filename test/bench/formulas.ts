/** The rows of a form as formulas in a spreadsheet engine, which multiplies and rounds; we also read their texts and check them. */
import { compareFigures, type Figure, type Measurement } from './figure';
import type { FormulaTimes } from './formulaTimes';
import { askProgram } from './runProgram';

/** A fifth of loading and evaluating, twice the evaluation. */
const BUDGETS = { whole: 0.2, evaluation: 2 };

export const formulas: Measurement = {
  name: 'Formulas',
  about:
    'The same 20,000 rows as numbers with `=ROUND(MIN(1,B/A)*W,2)` in IronCalc, the spreadsheet engine of the workbench: loaded cell by cell while evaluation is ' +
    'paused, then evaluated; against what we take from cells to scores and findings. Run from a bundle, as the add-in is. Processor time, medians of alternating runs in one process, each with another form; all forms are drawn before the first run.',
  shortfall:
    'A formula multiplies two numbers that are numbers already. We find the table, read each target and actual as text with its signs, words and units, and ask some thirty ' +
    'questions about every row. By a profile: 45 % is reading and scoring, 30 % the checks, 25 % finding out what each cell is; within all of this, 15 % the collection of ' +
    'garbage. No function takes more than 3 %; a row costs us some 23 µs, and the spreadsheet engine 5 to evaluate.',
  measure: measureFormulas,
};

function measureFormulas(): Promise<readonly Figure[]> {
  const engine = require.resolve('@ironcalc/wasm/wasm_bg.wasm');
  const { ours, load, evaluate } = askProgram('formulaTimes', engine) as FormulaTimes;
  return Promise.resolve([
    compareFigures('against loading and evaluating', { ours, against: load + evaluate }, BUDGETS.whole, 'ms'),
    compareFigures('against evaluating alone', { ours, against: evaluate }, BUDGETS.evaluation, 'ms'),
  ]);
}
