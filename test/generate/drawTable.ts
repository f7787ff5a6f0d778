/** Draws the indicator table: headers, goal headings, rows, subtotals, leftovers of the template; and says what has to be read from it. */
import { Decimal, sum, ZERO } from '../../src/engine/decimal';
import type { Canvas } from './canvas';
import type { Chooser } from './choose';
import { columnOf, isUnscored, labelText, seenLabel, type Drawing, type SeenTable } from './drawing';
import { drawRow } from './drawRow';
import type { Layout } from './layout';
import { type MeantForm, type MeantGoal, type ScoredRow } from './meantForm';
import { textOf, toList } from './spelling';
import { plainLabel } from './seen';
import words from './words.json';

export function drawTable(canvas: Canvas, choose: Chooser, form: MeantForm, layout: Layout): SeenTable {
  const seen: SeenTable = { goals: [], rows: [], groups: [], subtotals: [], placeholders: [] };
  const drawing: Drawing = { canvas, choose, form, layout, seen };
  const { goalPlace } = layout;
  if (form.goals.length === 0) {
    drawHeader(drawing, null);
    drawRows(drawing, form.rows, null);
    return seen;
  }
  form.goals.forEach((goal, index) => {
    const rows = form.rows.filter((row) => row.goal === goal.number);
    const repeats =
      goalPlace === 'heading-repeat' ||
      goalPlace === 'side-header' ||
      (goalPlace === 'side-row' && choose.chance('repeatHeader', 50));
    const isUnder = goalPlace === 'heading';
    if (isUnder && index === 0) drawHeader(drawing, null);
    if (goalPlace === 'heading' || goalPlace === 'heading-repeat') drawGoalHeading(drawing, goal);
    if (!isUnder && (repeats || index === 0)) drawHeader(drawing, goalPlace === 'side-header' ? goal : null);
    drawRows(drawing, rows, goalPlace === 'side-row' ? goal : null);
  });
  return seen;
}

function drawHeader(drawing: Drawing, goal: MeantGoal | null): void {
  const { canvas, form, layout, seen } = drawing;
  const { columns, hasSide } = layout;
  const shift = hasSide ? 1 : 0;
  const hasTwoRows = columns.some(({ group }) => group !== null);
  canvas.next();
  if (hasSide && goal === null) canvas.put(0, layout.sideLabel);
  if (goal) putGoal(drawing, goal, 0, true);
  const cells = columns.map(({ header, group }, index) =>
    group === null ? canvas.put(index + shift, header) : group === '' ? '' : canvas.put(index + shift, group),
  );
  const score = columns.findIndex(({ role }) => role === 'score');
  if (form.carrier === 'header') {
    seen.groups.push({
      level: 1,
      label: plainLabel(textOf(columns[score]?.header ?? null)),
      cell: cells[score] ?? '',
      points: sum(form.rows.map(({ points }) => points)).toFixed(),
      rows: [],
    });
  }
  if (!hasTwoRows) return;
  canvas.next(true);
  columns.forEach(({ header, group }, index) => {
    if (group !== null) canvas.put(index + shift, header);
  });
}

const NUMERALS = ['零', '一', '二', '三'];

/** The label of a goal; `isAlone` where its title, if any, has to stand in the same cell. */
function putGoal(
  { canvas, choose, form, seen }: Drawing,
  goal: MeantGoal,
  column: number,
  isAlone: boolean,
): void {
  const word = choose.pick('goal.word', ['年度绩效目标', '年度目标', '年度目标 ', '绩效目标']);
  const number = choose.pick('goal.numeral', [String(goal.number), NUMERALS[goal.number] ?? '']);
  const hasPoints =
    form.carrier === 'goals' || (form.carrier !== 'nowhere' && choose.chance('goal.points', 50));
  const points = hasPoints
    ? choose.pick('goal.pointsStyle', [
        `(${goal.points.toFixed()}分)`,
        `（${goal.points.toFixed()} 分）`,
        `\n(${goal.points.toFixed()}分)`,
      ])
    : '';
  const titlePlace = choose.pick('goal.title', isAlone ? ['none', 'own'] : ['beside', 'own', 'none']);
  const text =
    titlePlace === 'own'
      ? choose.pick('goal.order', [
          `${word}${number}：${goal.title}${points}`,
          `${word}${number}${points}：${goal.title}`,
        ])
      : choose.pick('goal.colon', [`${word}${number}${points}`, `${word}${number}：${points}`]);
  const cell = canvas.put(column, text);
  if (titlePlace === 'beside') canvas.put(column + 1, goal.title);
  seen.goals.push({
    number: goal.number,
    title: titlePlace === 'none' ? '' : goal.title,
    cell,
    points: hasPoints ? goal.points.toFixed() : null,
  });
}

function drawGoalHeading(drawing: Drawing, goal: MeantGoal): void {
  drawing.canvas.next();
  putGoal(drawing, goal, 0, false);
}

function drawRows(drawing: Drawing, rows: readonly ScoredRow[], goal: MeantGoal | null): void {
  const { choose, layout, seen, canvas } = drawing;
  rows.forEach((row, index) => {
    const above = rows[index - 1];
    const below = rows[index + 1];
    const starts = {
      level1: above?.level1 !== row.level1,
      level2: above?.level1 !== row.level1 || above.level2 !== row.level2,
    };
    const number = canvas.next();
    if (goal && index === 0) putGoal(drawing, goal, 0, true);
    putLabels(drawing, rows, row, starts);
    seen.rows.push(drawRow(drawing, row, number));
    for (const group of seen.groups) {
      if (group.label.startsWith(OPEN) || isHeaderGroup(drawing, group.level, group.label))
        group.rows.push(number);
    }
    const own = choose.within(`after${seen.rows.length}.`);
    if (!drawing.form.isClean && own.chance('placeholder', 4)) drawPlaceholder(drawing, own, row);
    const endsLevel = below?.level1 !== row.level1;
    if (endsLevel && layout.hasSubtotals && !isUnscored(layout)) drawSubtotal(drawing, own);
    closeGroups(seen, endsLevel, endsLevel || below.level2 !== row.level2);
  });
}

/** Marks the label of a group that still takes rows; taken off when the group ends. */
const OPEN = '\u0000';

function isHeaderGroup({ form }: Drawing, level: number, label: string): boolean {
  return form.carrier === 'header' && level === 1 && !label.startsWith(OPEN);
}

function closeGroups(seen: SeenTable, level1: boolean, level2: boolean): void {
  for (const group of seen.groups) {
    if (group.level === 1 ? level1 : level2) group.label = group.label.replace(OPEN, '');
  }
}

function putLabels(
  drawing: Drawing,
  rows: readonly ScoredRow[],
  row: ScoredRow,
  starts: Readonly<Record<'level1' | 'level2', boolean>>,
): void {
  const { canvas, layout, seen } = drawing;
  for (const level of ['level1', 'level2'] as const) {
    const column = columnOf(layout, level);
    if (column === null) continue;
    const text = labelText(drawing, rows, row, level);
    const isPut = starts[level] || !layout.mergesLabels;
    const cell = isPut ? canvas.put(column, text) : canvas.at(column);
    if (!starts[level] || !layout.levelPoints.includes(level)) continue;
    const own = rows.filter(
      (other) => other.level1 === row.level1 && (level === 'level1' || other.level2 === row.level2),
    );
    seen.groups.push({
      level: level === 'level1' ? 1 : 2,
      label: `${OPEN}${plainLabel(text)}`,
      cell,
      points: sum(own.map((other) => other.points)).toFixed(),
      rows: [],
    });
  }
  const order = columnOf(layout, 'order');
  if (order !== null) canvas.put(order, seen.rows.length + 1);
}

function drawPlaceholder(drawing: Drawing, choose: Chooser, row: ScoredRow): void {
  const { canvas, layout, seen } = drawing;
  canvas.next();
  const name = columnOf(layout, 'name') ?? 0;
  if (!layout.mergesLabels) {
    for (const level of ['level1', 'level2'] as const) {
      const column = columnOf(layout, level);
      if (column !== null) canvas.put(column, seenLabel(drawing, row, level));
    }
  }
  seen.placeholders.push(canvas.put(name, choose.pick('text', toList(words.placeholders))));
}

function drawSubtotal(drawing: Drawing, choose: Chooser): void {
  const { canvas, form, layout, seen } = drawing;
  const covered = new Set(seen.subtotals.flatMap(({ rows }) => rows));
  const rows = seen.rows.filter(({ row }) => !covered.has(row));
  const row = canvas.next();
  const label = columnOf(layout, choose.pick('subtotalColumn', ['level1', 'name']));
  canvas.put(label ?? 0, choose.pick('subtotal', toList(words.subtotals)));
  const add = (numbers: readonly (string | null)[]): Decimal =>
    sum(numbers.map((number) => new Decimal(number ?? ZERO)));
  const weight = columnOf(layout, 'weight');
  const weights = add(rows.map((line) => line.weight));
  if (weight !== null) canvas.put(weight, weights.toNumber());
  const scores = add(rows.map((line) => line.score)).plus(form.isClean ? 0 : choose.pick('off', [0, 0, 2]));
  canvas.put(columnOf(layout, 'score') ?? 0, scores.toNumber());
  seen.subtotals.push({
    row,
    weight: weight === null ? null : weights.toFixed(),
    score: scores.toFixed(),
    rows: rows.map((line) => line.row),
  });
}
