/** Draws the rows of a 得分情况表: the execution and every goal, with what each can earn and has earned. */
import { Decimal } from '../../engine/decimal';
import type { RuleSet } from '../../engine/ruleSet';
import { cellName } from '../address';
import { columnRange, spanOf, type Canvas } from './canvas';
import { shareFormula } from './formulas';
import { splitPoints } from './splitPoints';
import type { SummaryBlock } from './template';
import { executionPoints, fillPlaces } from './wording';

export interface DrawnSummary {
  readonly weights: string;
  readonly scores: string;
  readonly header: { readonly first: number; readonly last: number };
}

const FULL = new Decimal(100);

export function drawSummary(
  canvas: Canvas,
  block: SummaryBlock,
  rules: RuleSet,
  goals: number,
): DrawnSummary {
  const { columns } = block;
  const header = canvas.addRow(block.heights.header);
  for (const { at, header: text } of Object.values(columns))
    canvas.fill(spanOf(at), { top: header, bottom: header }, 'header', text);
  const execution = executionPoints(rules);
  const rows = [
    { label: block.execution, points: execution },
    ...splitPoints(FULL.minus(execution), goals, rules.decimals).map((points, index) => ({
      label: fillPlaces(block.goal, { goal: String(index + 1) }),
      points,
    })),
  ];
  const weightColumn = spanOf(columns.weight.at).left;
  const scoreColumn = spanOf(columns.score.at).left;
  for (const [index, { label, points }] of rows.entries()) {
    const row = canvas.addRow(block.heights.row);
    const rows = { top: row, bottom: row };
    const weight = cellName(row, weightColumn);
    const score = cellName(row, scoreColumn);
    canvas.fill(spanOf(columns.order.at), rows, 'points', index + 1);
    canvas.fill(spanOf(columns.label.at), rows, 'label', label);
    canvas.fill(spanOf(columns.weight.at), rows, 'points', points.toNumber());
    canvas.fill(spanOf(columns.score.at), rows, 'points', null);
    canvas.fill(spanOf(columns.rate.at), rows, 'rate', { formula: shareFormula(score, weight) });
    canvas.validate(weight, 'weight', { kind: 'number', from: '0', to: '100' });
    canvas.validate(score, 'score', { kind: 'number', from: '0', to: weight });
  }
  const last = header + rows.length;
  return {
    weights: columnRange(weightColumn, header + 1, last),
    scores: columnRange(scoreColumn, header + 1, last),
    header: { first: header, last: header },
  };
}
