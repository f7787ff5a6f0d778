/**
 * Draws a rolled-up form as a sheet of its own: the department form with one more column that says where each figure comes from, and
 * below it what is left to a person.
 */
import type { RolledUp, RolledUpRow } from '../../engine/rollUp/rolledUp';
import { sum, ZERO } from '../../engine/decimal';
import { cellName, rangeName } from '../address';
import { columnRange, createCanvas, spanOf, STYLES, type Canvas, type Content } from '../templates/canvas';
import type { DrawnStyle, SheetDrawing } from '../templates/sheetDrawing';
import look from '../templates/styles.json';
import { fillPlaces } from '../templates/wording';
import { drawRollUpFund, type DrawnFund } from './drawRollUpFund';
import { heightFor } from './heights';
import text from './sheet.json';
import { tellReasons, tellSources } from './tellSources';

export interface RollUpAnswers {
  /** The department; "" to leave the place blank. */
  readonly unit: string;
  /** What is left to a person, one sentence a line. */
  readonly left: readonly string[];
}

/** The columns of the sheet, by what stands in them. */
const AT = {
  level1: 'B',
  level2: 'C',
  name: 'D',
  target: 'E',
  actual: 'F',
  weight: 'G',
  score: 'H',
  source: 'I',
};

const SOURCE: DrawnStyle = { ...look.plain, horizontal: 'left', vertical: 'center', size: 9 };
/** What was taken from other sheets stays text, whatever it begins with. */
const LEVEL: DrawnStyle = { ...look.plain, horizontal: 'center', vertical: 'center', numberFormat: '@' };

const WIDE = 'A:I';

/** @param rolled with one row at least */
export function drawRollUp(rolled: RolledUp, { unit, left }: RollUpAnswers): SheetDrawing {
  const canvas = createCanvas();
  const year = rolled.year === null ? '' : fillPlaces(text.yearOf, { year: String(rolled.year) });
  drawLine(canvas, text.heights.title, [[WIDE, 'title', fillPlaces(text.title, { year, unit })]]);
  drawLine(canvas, text.heights.line, [
    ['A:B', 'label', text.unitLabel],
    ['C:I', 'input', unit],
  ]);
  const fund = drawRollUpFund(canvas, rolled);
  const table = drawTable(canvas, rolled);
  drawTotal(canvas, rolled, fund, table);
  drawFoot(canvas, rolled, left);
  const { rowHeights, cells, merges, validations } = canvas.drawn();
  return {
    name: text.sheet,
    font: look.font,
    columnWidths: text.columns,
    rowHeights,
    styles: { ...STYLES, source: SOURCE, level: LEVEL },
    cells,
    merges,
    validations,
    print: {
      area: rangeName(0, 0, rowHeights.length - 1, text.columns.length - 1),
      isLandscape: true,
      margins: look.margins,
      isCentred: true,
      repeatedRows: table.header,
      footer: look.footer,
    },
    frozenRows: 0,
  };
}

function drawLine(
  canvas: Canvas,
  height: number,
  cells: readonly (readonly [at: string, style: string, content: Content])[],
): void {
  const row = canvas.addRow(height);
  for (const [at, style, content] of cells)
    canvas.fill(spanOf(at), { top: row, bottom: row }, style, content);
}

interface DrawnTable {
  readonly weights: string;
  readonly scores: string;
  readonly header: { readonly first: number; readonly last: number };
}

function drawTable(canvas: Canvas, { rows, money }: RolledUp): DrawnTable {
  const header = canvas.addRow(text.heights.header);
  for (const [index, word] of text.indicators.headers.entries())
    canvas.fill({ left: index + 1, right: index + 1 }, { top: header, bottom: header }, 'header', word);
  const top = header + 1;
  for (const row of rows) drawRow(canvas, row, tellSources(row, money));
  const bottom = canvas.height() - 1;
  canvas.fill(spanOf('A'), { top: header, bottom }, 'label', text.indicators.side);
  drawLevels(canvas, rows, top);
  const range = (at: string): string => columnRange(spanOf(at).left, top, bottom);
  return { weights: range(AT.weight), scores: range(AT.score), header: { first: header, last: header } };
}

function drawRow(canvas: Canvas, { name, target, actual, weight, score }: RolledUpRow, source: string): void {
  const height = heightFor([
    [name, AT.name],
    [target, AT.target],
    [actual, AT.actual],
    [source, AT.source],
  ]);
  drawLine(canvas, height, [
    [AT.name, 'input', name],
    [AT.target, 'entry', target],
    [AT.actual, 'entry', actual],
    [AT.weight, 'points', weight.toNumber()],
    [AT.score, 'points', score === null ? null : score.toNumber()],
    [AT.source, 'source', source],
  ]);
  const row = canvas.height() - 1;
  const [weightCell, scoreCell] = [
    cellName(row, spanOf(AT.weight).left),
    cellName(row, spanOf(AT.score).left),
  ];
  canvas.validate(weightCell, 'weight', { kind: 'number', from: '0', to: '100' });
  canvas.validate(scoreCell, 'score', { kind: 'number', from: '0', to: weightCell });
}

/** One merged label over the rows of a level; a level without a label is marked, so that it inherits none. */
function drawLevels(canvas: Canvas, rows: readonly RolledUpRow[], top: number): void {
  const hasLevel2 = rows.some(({ level2 }) => level2 !== '');
  const draw = (
    at: string,
    labelOf: (row: RolledUpRow) => string,
    path: (row: RolledUpRow) => string,
  ): void => {
    let first = 0;
    for (const [index, row] of rows.entries()) {
      const next = rows[index + 1];
      if (next && path(next) === path(row)) continue;
      canvas.fill(spanOf(at), { top: top + first, bottom: top + index }, 'level', labelOf(row));
      first = index + 1;
    }
  };
  draw(
    AT.level1,
    ({ level1 }) => level1,
    ({ level1 }) => level1,
  );
  draw(
    AT.level2,
    ({ level2 }) => (level2 === '' && hasLevel2 ? text.noLevel : level2),
    ({ level1, level2 }) => `${level1}\n${level2}`,
  );
}

/** Weights and scores added up as they stand; under the cap of the rule set where it has one. */
function drawTotal(canvas: Canvas, rolled: RolledUp, fund: DrawnFund, table: DrawnTable): void {
  const scores = [...(rolled.fund.weight ? [fund.score] : []), table.scores].join(',');
  const weights = [...(rolled.fund.weight ? [fund.weight] : []), table.weights].join(',');
  const added = sum([rolled.fund.outcome.computed ?? ZERO, ...rolled.rows.map(({ score }) => score ?? ZERO)]);
  const total = `ROUND(SUM(${scores}),2)`;
  const capped = rolled.score.lt(added) ? `MIN(${rolled.score.toFixed()},${total})` : total;
  drawLine(canvas, text.heights.line, [
    ['A:F', 'total', text.total],
    [AT.weight, 'total', { formula: `ROUND(SUM(${weights}),2)` }],
    [AT.score, 'total', { formula: `IF(COUNT(${scores})=0,"",${capped})` }],
    [AT.source, 'source', null],
  ]);
}

function drawFoot(canvas: Canvas, rolled: RolledUp, left: readonly string[]): void {
  const reasons = tellReasons(rolled.rows);
  drawLine(canvas, heightFor([[reasons, 'D:I']], 40), [
    ['A:C', 'label', text.foot.reason],
    ['D:I', 'words', reasons],
  ]);
  drawLine(canvas, 40, [
    ['A:C', 'label', text.foot.measures],
    ['D:I', 'words', null],
  ]);
  const choice = text.choice[rolled.money];
  for (const note of text.foot.notes)
    drawLine(canvas, text.heights.note, [[WIDE, 'note', fillPlaces(note, { choice })]]);
  const heading = left.length === 0 ? text.foot.nothingLeft : text.foot.left;
  drawLine(canvas, text.heights.line, [[WIDE, 'line', heading]]);
  for (const [index, sentence] of left.entries()) {
    const line = `${index + 1}．${sentence}`;
    drawLine(canvas, heightFor([[line, WIDE]], 15), [[WIDE, 'note', line]]);
  }
}
