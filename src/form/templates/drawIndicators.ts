/** Draws the table of indicators, once for each goal: levels, rows, and the points of every row. */
import { Decimal, sum } from '../../engine/decimal';
import type { RuleSet } from '../../engine/ruleSet';
import { cellName } from '../address';
import { columnRange, spanOf, type Canvas, type Content } from './canvas';
import { splitPoints } from './splitPoints';
import type { IndicatorBlock, IndicatorRole, Level, TemplateAnswers } from './template';
import { executionPoints, fillPlaces, labelWithPoints, type Places } from './wording';

export interface DrawnIndicators {
  /** Cells of the weights, one range for each goal; none where the form has no weight column. */
  readonly weights: readonly string[];
  readonly scores: readonly string[];
  /** The header above the rows of the first goal. */
  readonly header: { readonly first: number; readonly last: number };
}

/** All the points of a form. */
const FULL = new Decimal(100);

export function drawIndicators(
  canvas: Canvas,
  block: IndicatorBlock,
  rules: RuleSet,
  answers: TemplateAnswers,
  places: Places,
): DrawnIndicators {
  const goalPoints = splitPoints(FULL.minus(executionPoints(rules)), answers.goals, rules.decimals);
  const header = nextHeader(canvas, block);
  const goals = goalPoints.map((points, index) =>
    drawGoal(canvas, block, {
      points,
      levels: sharePoints(block.levels, points, rules, answers.rows),
      rows: answers.rows,
      places: { ...places, goal: String(index + 1) },
    }),
  );
  return {
    weights: goals.flatMap(({ weights }) => weights ?? []),
    scores: goals.map(({ scores }) => scores),
    header,
  };
}

/** A first level with the points of each of its rows. */
interface LevelPoints {
  readonly level: Level;
  readonly points: readonly Decimal[];
}

/** The points of every row, level by level: by the rule set where it gives each level its share, else all rows alike. */
function sharePoints(
  levels: readonly Level[],
  whole: Decimal,
  { level1Weights, decimals }: RuleSet,
  rows: number,
): readonly LevelPoints[] {
  const countRows = ({ level2 }: Level): number => level2.length * rows;
  if (level1Weights === null) {
    const all = splitPoints(
      whole,
      levels.reduce((count, level) => count + countRows(level), 0),
      decimals,
    );
    let next = 0;
    return levels.map((level) => ({ level, points: all.slice(next, (next += countRows(level))) }));
  }
  return levels.map((level) => {
    const own = [...level1Weights].flatMap(([word, points]) => (level.label.includes(word) ? points : []));
    return { level, points: splitPoints(sum(own), countRows(level), decimals) };
  });
}

interface GoalTask {
  readonly points: Decimal;
  readonly levels: readonly LevelPoints[];
  readonly rows: number;
  readonly places: Places;
}

interface DrawnGoal {
  readonly weights: string | null;
  readonly scores: string;
}

function drawGoal(canvas: Canvas, block: IndicatorBlock, task: GoalTask): DrawnGoal {
  const { places, points } = task;
  const header = nextHeader(canvas, block);
  const heading = block.heading ? canvas.addRow(block.heading.height) : null;
  drawHeader(canvas, block, header);
  const top = header.last + 1;
  const bottom = header.last + task.levels.reduce((count, level) => count + level.points.length, 0);
  const weightColumn = block.columns.weight ? spanOf(block.columns.weight.at).left : null;
  const weights = weightColumn === null ? null : columnRange(weightColumn, top, bottom);
  if (block.heading && heading !== null) {
    const { label, title } = block.heading;
    const rows = { top: heading, bottom: heading };
    canvas.fill(spanOf(label.at), rows, 'label', labelWithPoints(label.header, places, points, weights));
    canvas.fill(spanOf(title.at), rows, 'input', null);
  }
  for (const level of task.levels) drawLevel(canvas, block, level, task);
  const side = labelWithPoints(block.side.header, places, points, weights);
  canvas.fill(spanOf(block.side.at), { top: header.first, bottom }, 'label', side);
  return { weights, scores: columnRange(spanOf(block.columns.score.at).left, top, bottom) };
}

/** The rows of the next goal's header: one, or two where a group stands over some of the columns. */
function nextHeader(canvas: Canvas, { heading, group }: IndicatorBlock): DrawnIndicators['header'] {
  const first = canvas.height() + (heading ? 1 : 0);
  return { first, last: first + (group ? 1 : 0) };
}

function drawHeader(
  canvas: Canvas,
  { columns, group, heights }: IndicatorBlock,
  { first, last }: DrawnIndicators['header'],
): void {
  for (let row = first; row <= last; row += 1) canvas.addRow(heights.header);
  const grouped = group ? spanOf(group.at) : null;
  if (group && grouped) canvas.fill(grouped, { top: first, bottom: first }, 'header', group.header);
  for (const { at, header } of Object.values(columns)) {
    const span = spanOf(at);
    const isGrouped = grouped !== null && span.left >= grouped.left && span.right <= grouped.right;
    canvas.fill(span, { top: isGrouped ? last : first, bottom: last }, 'header', header);
  }
}

function drawLevel(
  canvas: Canvas,
  block: IndicatorBlock,
  { level, points }: LevelPoints,
  task: GoalTask,
): void {
  const top = canvas.height();
  const bottom = top + points.length - 1;
  for (const [index, own] of points.entries()) drawRow(canvas, block, own, (index % task.rows) + 1);
  const { level1, level2, weight } = block.columns;
  const weights = weight ? columnRange(spanOf(weight.at).left, top, bottom) : null;
  const label = labelWithPoints(level.label, task.places, sum(points), weights);
  canvas.fill(spanOf(level1.at), { top, bottom }, 'label', label);
  for (const [index, name] of level.level2.entries()) {
    const first = top + index * task.rows;
    canvas.fill(spanOf(level2.at), { top: first, bottom: first + task.rows - 1 }, 'label', name);
  }
}

const STYLE_OF: Readonly<Record<Exclude<IndicatorRole, 'level1' | 'level2'>, string>> = {
  name: 'input',
  operator: 'entry',
  target: 'entry',
  unit: 'entry',
  actual: 'entry',
  weight: 'points',
  score: 'points',
  reason: 'input',
};

const ROW_ROLES = [
  'name',
  'operator',
  'target',
  'unit',
  'actual',
  'weight',
  'score',
  'reason',
] as const satisfies readonly IndicatorRole[];

function drawRow(canvas: Canvas, block: IndicatorBlock, points: Decimal, number: number): void {
  const row = canvas.addRow(block.heights.row);
  for (const role of ROW_ROLES) {
    const column = block.columns[role];
    if (!column) continue;
    canvas.fill(
      spanOf(column.at),
      { top: row, bottom: row },
      STYLE_OF[role],
      contentOf(role, block, points, number),
    );
  }
  validateRow(canvas, block, row, points);
}

function contentOf(role: IndicatorRole, block: IndicatorBlock, points: Decimal, number: number): Content {
  if (role === 'weight') return points.toNumber();
  // The name is typed between the mark and the points: "指标1：" and "（5分）".
  if (role === 'name' && !block.columns.weight)
    return fillPlaces('指标{number}：（{points}分）', { number: String(number), points: points.toFixed() });
  return null;
}

function validateRow(canvas: Canvas, block: IndicatorBlock, row: number, points: Decimal): void {
  const { weight, score, operator } = block.columns;
  const weightCell = weight ? cellName(row, spanOf(weight.at).left) : null;
  if (weightCell !== null) canvas.validate(weightCell, 'weight', { kind: 'number', from: '0', to: '100' });
  // Where the points are part of the name they may be changed there: then the limit only warns.
  canvas.validate(
    cellName(row, spanOf(score.at).left),
    'score',
    { kind: 'number', from: '0', to: weightCell ?? points.toFixed() },
    weightCell !== null,
  );
  if (operator)
    canvas.validate(cellName(row, spanOf(operator.at).left), 'operator', {
      kind: 'list',
      items: block.operators,
    });
}
