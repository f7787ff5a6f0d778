/** Draws a filled form with a few typical mistakes, to be tried out: a template with the figures of `sample.json`. */
import sample from './sample.json';
import { spanOf } from './canvas';
import { drawTemplate, type TemplateDrawing } from './drawTemplate';
import template from './project-2020.json';
import type { SheetDrawing } from './sheetDrawing';
import { fillPlaces } from './wording';

/** `year` is the year that is evaluated. */
export function drawSample(year: number): SheetDrawing {
  const { unit, project } = sample;
  const blank = drawTemplate(template, { year, unit, project, goals: 1, rows: 1 });
  const entries = entriesOf(blank, year);
  return {
    ...blank,
    name: sample.sheet,
    cells: blank.cells.map((cell) => {
      const entry = entries.get(`${cell.row} ${cell.column}`);
      return entry === undefined ? cell : { ...cell, value: entry, formula: null };
    }),
  };
}

/** What is typed into the blank form, by row and column. */
function entriesOf({ print }: TemplateDrawing, year: number): ReadonlyMap<string, string | number> {
  const { head, fund, indicators, total } = template;
  const entries = new Map<string, string | number>();
  const type = (row: number, { at }: { readonly at: string }, value: string | number | undefined): void => {
    if (value === undefined) return;
    const text = typeof value === 'string' ? fillPlaces(value, { year: String(year) }) : value;
    entries.set(`${row} ${spanOf(at).left}`, text);
  };
  // Header and total stand above the parts.
  const firstPart = head.length + 2;
  sample.parts.forEach(({ initial, budget, spent }, index) => {
    type(firstPart + index, fund.columns.initial, initial);
    type(firstPart + index, fund.columns.budget, budget);
    type(firstPart + index, fund.columns.spent, spent);
  });
  const { first: header, last } = print.repeatedRows;
  for (const goal of sample.goal) type(header - 1, goal, goal.text);
  const firstIndicator = last + 1;
  sample.indicators.forEach(({ name, target, actual, score }, index) => {
    type(firstIndicator + index, indicators.columns.name, name);
    type(firstIndicator + index, indicators.columns.target, target);
    type(firstIndicator + index, indicators.columns.actual, actual);
    type(firstIndicator + index, indicators.columns.score, score);
  });
  // Added up by hand, as so often.
  type(firstIndicator + sample.indicators.length, { at: total.score }, sample.total);
  return entries;
}
