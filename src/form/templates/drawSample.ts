/** Draws a filled form with a few typical mistakes, to be tried out: a template with the figures of `sample.json`. */
import sample from './sample.json';
import { spanOf } from './canvas';
import { drawTemplate } from './drawTemplate';
import type { SheetDrawing } from './sheetDrawing';
import type { Column, Template } from './template';
import { findTemplate } from './templates';
import { fillPlaces } from './wording';

/** `year` is the year that is evaluated. */
export function drawSample(year: number): SheetDrawing {
  const template = findTemplate(sample.template);
  if (!template) throw new Error(`the sample is drawn from ${sample.template}, which does not exist`);
  const { unit, project } = sample;
  const blank = drawTemplate(template, { year, unit, project, goals: 1, rows: 1 });
  const entries = entriesOf(template, blank, year);
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
function entriesOf(
  { head, fund, middle, indicators, total }: Template,
  { print }: SheetDrawing,
  year: number,
): ReadonlyMap<string, string | number> {
  const entries = new Map<string, string | number>();
  const type = (row: number, column: Column | undefined, value: string | number | undefined): void => {
    if (column === undefined || value === undefined) return;
    const text = typeof value === 'string' ? fillPlaces(value, { year: String(year) }) : value;
    entries.set(`${row} ${spanOf(column.at).left}`, text);
  };
  // Header and total stand above the parts.
  const firstPart = head.length + 2;
  sample.parts.forEach(([initial, budget, spent], index) => {
    type(firstPart + index, fund?.columns.initial, initial);
    type(firstPart + index, fund?.columns.budget, budget);
    type(firstPart + index, fund?.columns.spent, spent);
  });
  const goalRow = head.length + (fund ? 1 + fund.rows.length : 0) + middle.length - 1;
  middle.at(-1)?.cells.forEach(([at = ''], index) => {
    type(goalRow, { at, header: '' }, sample.goal[index]);
  });
  const firstIndicator = (print.repeatedRows?.last ?? -1) + 1;
  sample.indicators.forEach(({ name, target, actual, score }, index) => {
    type(firstIndicator + index, indicators?.columns.name, name);
    type(firstIndicator + index, indicators?.columns.target, target);
    type(firstIndicator + index, indicators?.columns.actual, actual);
    type(firstIndicator + index, indicators?.columns.score, score);
  });
  // Added up by hand, as so often.
  type(firstIndicator + sample.indicators.length, { at: total.score, header: '' }, sample.total);
  return entries;
}
