/** Reads the one form of a grid, for tests. */
import type { ScoredFormFacts } from '../../src/engine/facts';
import { recogniseForms } from '../../src/form/recognise';
import { buildGrid, type CellSpec } from './buildGrid';

export function onlyForm(rows: readonly (readonly CellSpec[])[]): ScoredFormFacts {
  const { forms } = recogniseForms(buildGrid(rows));
  expect(forms).toHaveLength(1);
  const [form] = forms;
  if (!form || form.kind === 'summary-table') throw new Error('no form');
  return form;
}

/** What matters of the rows: name, target, actual, weight and score. */
export function rowsOf(form: ScoredFormFacts): unknown[] {
  return form.indicators.map((row) => [
    row.name,
    row.target.text,
    row.actual.text,
    row.weight.value?.toString() ?? null,
    row.score.value?.toString() ?? null,
  ]);
}
