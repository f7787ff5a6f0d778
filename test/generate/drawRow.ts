/** Draws one indicator row into the columns of its form, and says what has to be read from it. */
import type { CellSpec } from '../form/buildGrid';
import { columnOf, seenLabel, type Drawing } from './drawing';
import { writeNumber, type Role } from './layout';
import type { ScoredRow } from './meantForm';
import { isNoTarget, type SeenRow } from './seen';
import { textOf } from './spelling';

export function drawRow(drawing: Drawing, row: ScoredRow, number: number): SeenRow {
  const { canvas, choose, form, layout, seen } = drawing;
  const index = seen.rows.length;
  const own = choose.within(`row${index}.`);
  const put = (role: Role, spec: CellSpec): string | null => {
    const column = columnOf(layout, role);
    return column === null ? null : canvas.put(column, spec);
  };
  const inName =
    form.carrier === 'names'
      ? own.pick('namePoints', [`(${row.points.toFixed()}分)`, `（${row.points.toFixed()}分）`])
      : '';
  const mark = own.chance('listMark', 8) ? `指标${index + 1}：` : '';
  put('name', `${mark}${row.name}${inName}`);
  const target = drawTarget(drawing, row, index);
  const actualCell = put('actual', row.actual);
  const points = row.shares ? null : row.points;
  put('weight', points === null ? null : writeNumber(points, layout.weightStyle));
  const scoreCell = put('score', row.score === null ? null : writeNumber(row.score, layout.scoreStyle));
  const extra = row.score?.toNumber() ?? null;
  put('reviewed', extra === null ? null : Math.max(0, extra - 1));
  put('share', points === null ? null : 25);
  put('converted', extra === null ? null : extra / 4);
  put('coefficient', extra === null ? null : 100);
  const reasonCell = put('reason', row.reason);
  put('remark', own.pick('remark', ['', '按季度统计']));
  return {
    row: number,
    goal: row.goal,
    level1: seenLabel(drawing, row, 'level1'),
    level2: seenLabel(drawing, row, 'level2'),
    name: row.name,
    target: target.text,
    targetCell: isNoTarget(target.text) ? '' : target.cells.trim(),
    unit: target.unit,
    actual: textOf(row.actual),
    actualCell,
    weight: form.carrier === 'column' || form.carrier === 'names' ? (points?.toFixed() ?? null) : null,
    score: scoreCell === null ? null : (row.score?.toFixed() ?? null),
    scoreCell,
    shares: scoreCell !== null && row.shares,
    reason: reasonCell === null ? null : row.reason,
  };
}

interface DrawnTarget {
  readonly text: string;
  readonly cells: string;
  readonly unit: string;
}

function drawTarget({ canvas, choose, layout }: Drawing, row: ScoredRow, index: number): DrawnTarget {
  const own = choose.within(`target${index}.`);
  const [target, initial, operator, unit] = (['target', 'initial', 'operator', 'unit'] as const).map((role) =>
    columnOf(layout, role),
  );
  const { whole, value, unit: unitText } = row.target;
  const isText = row.target.operator === '' && unitText === '' && typeof value === 'string';
  const sign = row.target.operator;
  const put = (column: number | null | undefined, spec: CellSpec): string =>
    column === null || column === undefined ? '' : canvas.put(column, spec);
  const putValue = (spec: CellSpec): string => {
    if (!layout.hasAdjusted) return put(target, spec);
    if (isNoTarget(textOf(spec))) put(initial, spec);
    if (isNoTarget(textOf(spec))) return put(target, spec);
    const keepsInitial = own.chance('keepsInitial', 40);
    put(
      keepsInitial ? target : initial,
      keepsInitial ? own.pick<CellSpec>('notAdjusted', [null, '/', '—']) : other(spec),
    );
    return put(keepsInitial ? initial : target, spec);
  };
  if (layout.target === 'whole') return { text: textOf(whole), cells: putValue(whole), unit: '' };
  const unitCell = put(unit, unitText === '' ? own.pick<CellSpec>('noUnit', [null, '/', '—']) : unitText);
  if (layout.target === 'unit') {
    const spec = sign === '' ? value : `${sign}${textOf(value)}`;
    const cell = putValue(spec);
    return { text: join('', textOf(spec), unitText), cells: `${cell} ${unitCell}`, unit: unitText };
  }
  const operatorCell = put(operator, isText ? own.pick<CellSpec>('noOperator', [null, '定性']) : sign);
  const cell = putValue(value);
  return {
    text: join(sign, textOf(value), unitText),
    cells: `${operatorCell} ${cell} ${unitCell}`,
    unit: unitText,
  };
}

/** An earlier target that no longer counts. */
function other(spec: CellSpec): CellSpec {
  return typeof spec === 'number' ? spec + 7 : spec === '' || spec === null ? null : '原指标值';
}

/** Operator, value and unit as one target; % is not written twice, and nothing is joined to nothing. */
function join(operator: string, value: string, unit: string): string {
  if (value === '') return '';
  return `${operator}${value}${unit === '%' && /[%％]$/.test(value) ? '' : unit}`;
}
