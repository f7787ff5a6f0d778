/** The time from cells to scores and findings, and that of a spreadsheet engine for the same rows, as a program of its own: run from a bundle, as the add-in is. */
import { Model } from '@ironcalc/wasm';
import { checkForm } from '../../src/engine/checks/checkForm';
import { guessRuleSet } from '../../src/engine/guessRuleSet';
import { scoreForm } from '../../src/engine/scoreForm';
import type { Grid } from '../../src/form/grid';
import { recogniseForms } from '../../src/form/recognise';
import { loadEngineInNode } from '../../src/workbench/book/loadEngineInNode';
import { drawLongForm, type LongForm, type NumberRow } from './longForm';
import { median, processorTime } from './medianTimes';

const ROWS = 20_000;
const ROUNDS = 9;
/** Rounds until both sides are compiled for speed. */
const FIRST_ROUNDS = 3;

export interface FormulaTimes {
  readonly ours: number;
  readonly load: number;
  readonly evaluate: number;
}

function measureRound({ grid, numbers }: LongForm): FormulaTimes {
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
  return { ours, load, evaluate };
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

function measureFormulas(): FormulaTimes {
  loadEngineInNode(process.argv[2]);
  // Drawn before anything is measured, so that neither side collects the garbage of the drawing.
  const forms = Array.from({ length: FIRST_ROUNDS + ROUNDS }, (_, round) => drawLongForm(ROWS, round));
  const rounds = forms.map(measureRound).slice(FIRST_ROUNDS);
  const middle = (name: keyof FormulaTimes): number => median(rounds.map((times) => times[name]));
  return { ours: middle('ours'), load: middle('load'), evaluate: middle('evaluate') };
}

process.stdout.write(JSON.stringify(measureFormulas()));
