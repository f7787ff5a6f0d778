/** A part of a template as it is drawn below one row that stands already, read out: so that no part takes itself for the first of its sheet. */
import { createCanvas, type Canvas } from '../../../src/form/templates/canvas';
import { shownAreas, shownRules } from './shownAreas';

export interface DrawnBelow<Places> {
  /** What the drawing says of where it put things. */
  readonly places: Places;
  /** Of all rows, the one above included. */
  readonly heights: readonly (number | null)[];
  readonly areas: readonly string[];
  readonly rules: readonly string[];
}

export function drawnBelow<Places>(draw: (canvas: Canvas) => Places): DrawnBelow<Places> {
  const canvas = createCanvas();
  canvas.addRow(30);
  const places = draw(canvas);
  const drawing = canvas.drawn();
  return { places, heights: drawing.rowHeights, areas: shownAreas(drawing), rules: shownRules(drawing) };
}
