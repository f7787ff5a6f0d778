/** The rows of a form as formulas in a spreadsheet engine, which multiplies and rounds; we also read their texts and check them. */
import { Model } from '@ironcalc/wasm';
import { checkForm } from '../../src/engine/checks/checkForm';
import { guessRuleSet } from '../../src/engine/guessRuleSet';
import { scoreForm } from '../../src/engine/scoreForm';
import type { Grid } from '../../src/form/grid';
import { recogniseForms } from '../../src/form/recognise';
import { loadEngineInNode } from '../../src/workbench/book/loadEngineInNode';
import { compareFigures, type Figure, type Measurement } from './figure';
import { drawLongForm, type NumberRow } from './longForm';
import { median, processorTime } from './medianTimes';

const ROWS = 20_000;
const ROUNDS = 5;
/** A fifth of loading and evaluating, twice the evaluation. */
const BUDGETS = { whole: 0.2, evaluation: 2 };

export const formulas: Measurement = {
  name: 'Formulas',
  about:
    'The same 20,000 rows as numbers with `=ROUND(MIN(1,B/A)*W,2)` in IronCalc, the spreadsheet engine of the workbench: loaded cell by cell while evaluation is ' +
    'paused, then evaluated; against what we take from cells to scores and findings. Processor time, medians of alternating runs in one process, each with another form.',
  shortfall:
    'A formula multiplies two numbers that are numbers already. We find the table, read each target and actual as text with its signs, words and units, and ask some thirty ' +
    'questions about every row; see above for what that costs.',
  measure: measureFormulas,
};

function measureFormulas(): Promise<readonly Figure[]> {
  loadEngineInNode();
  const times: { ours: number; load: number; evaluate: number }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const { grid, numbers } = drawLongForm(ROWS, round);
    const ours = processorTime(() => findInGrid(grid));
    const model = new Model('行', 'en', 'UTC', 'en');
    const load = processorTime(() => {
      loadFormulas(model, numbers);
    });
    const evaluate = processorTime(() => {
      model.resumeEvaluation();
      model.evaluate();
    });
    model.free();
    if (round > 0) times.push({ ours, load, evaluate });
  }
  const ours = median(times.map((time) => time.ours));
  const load = median(times.map((time) => time.load));
  const evaluate = median(times.map((time) => time.evaluate));
  return Promise.resolve([
    compareFigures('against loading and evaluating', { ours, against: load + evaluate }, BUDGETS.whole, 'ms'),
    compareFigures('against evaluating alone', { ours, against: evaluate }, BUDGETS.evaluation, 'ms'),
  ]);
}

/** From cells to scores and findings. */
function findInGrid(grid: Grid): number {
  return recogniseForms(grid).forms.flatMap((facts) =>
    facts.kind === 'summary-table' ? [] : checkForm(scoreForm(facts, guessRuleSet(facts))).findings,
  ).length;
}

function loadFormulas(model: Model, rows: readonly NumberRow[]): void {
  model.pauseEvaluation();
  rows.forEach(({ target, actual, weight }, index) => {
    const row = index + 1;
    model.setUserInput(0, row, 1, String(target));
    model.setUserInput(0, row, 2, String(actual));
    model.setUserInput(0, row, 3, String(weight));
    model.setUserInput(0, row, 4, `=ROUND(MIN(1,B${row}/A${row})*C${row},2)`);
  });
}
