/** Draws the fund block: amounts, execution rate and its score, with formulas that need no add-in. */
import type { RuleSet } from '../../engine/ruleSet';
import { cellName } from '../address';
import { columnRange, spanOf, type Canvas, type Content } from './canvas';
import type { Column, FundBlock, FundRole } from './template';
import { executionFormula, shareFormula, sumFormula } from './formulas';
import { executionPoints, fillPlaces, type Places } from './wording';

/** Where the points of the execution stand; `weight` is a number where the form has no cell for it. */
export interface DrawnFund {
  readonly weight: string;
  readonly score: string;
}

/** Decimals of an added-up amount: 万元 down to the 分. */
const AMOUNT_DECIMALS = 6;

export function drawFund(canvas: Canvas, block: FundBlock, rules: RuleSet, places: Places): DrawnFund {
  const top = canvas.addRow(block.heights.header);
  const rows = block.rows.map((label) => ({ label, row: canvas.addRow(block.heights.row) }));
  const total = top + 1;
  const bottom = top + rows.length;
  canvas.fill(spanOf(block.side.at), { top, bottom }, 'label', fillPlaces(block.side.header, places));
  const nameIn = ({ at }: Column, row: number): string => cellName(row, spanOf(at).left);
  const { budget, spent, score } = block.columns;
  const execution = executionPoints(rules);
  const weight = block.columns.weight ? nameIn(block.columns.weight, total) : execution.toFixed();
  for (const role of ROLES) {
    const column = block.columns[role];
    if (!column) continue;
    canvas.fill(spanOf(column.at), { top, bottom: top }, 'header', fillPlaces(column.header, places));
    for (const { label, row } of rows) {
      const isTotal = row === total;
      const content = contentOf(role, isTotal, {
        label,
        noPoints: block.noPoints,
        weight: execution.toNumber(),
        sum: addUp(columnRange(spanOf(column.at).left, total + 1, bottom), rows.length > 1),
        rate: { formula: shareFormula(nameIn(spent, row), nameIn(budget, row)) },
        score: {
          formula: executionFormula(weight, nameIn(budget, row), nameIn(spent, row), rules.decimals),
        },
      });
      canvas.fill(spanOf(column.at), { top: row, bottom: row }, STYLE_OF[role], content);
    }
    validate(canvas, role, column, { total, bottom });
  }
  return { weight, score: nameIn(score, total) };
}

const ROLES: readonly FundRole[] = [
  'label',
  'initial',
  'budget',
  'spent',
  'weight',
  'rate',
  'score',
  'reason',
];

const STYLE_OF: Readonly<Record<FundRole, string>> = {
  label: 'label',
  initial: 'amount',
  budget: 'amount',
  spent: 'amount',
  weight: 'points',
  rate: 'rate',
  score: 'points',
  reason: 'input',
};

interface Contents {
  readonly label: string;
  readonly noPoints: string;
  readonly weight: number;
  readonly sum: Content;
  readonly rate: Content;
  readonly score: Content;
}

function contentOf(role: FundRole, isTotal: boolean, contents: Contents): Content {
  switch (role) {
    case 'label':
      return contents.label;
    case 'initial':
    case 'budget':
    case 'spent':
      return isTotal ? contents.sum : null;
    case 'weight':
      return isTotal ? contents.weight : contents.noPoints;
    case 'rate':
      return contents.rate;
    case 'score':
      return isTotal ? contents.score : contents.noPoints;
    case 'reason':
      return null;
  }
}

/** The total row adds up its parts once one of them is filled in; without parts it is typed. */
function addUp(range: string, hasParts: boolean): Content {
  if (!hasParts) return null;
  return { formula: sumFormula(range, AMOUNT_DECIMALS) };
}

function validate(
  canvas: Canvas,
  role: FundRole,
  { at }: Column,
  { total, bottom }: { readonly total: number; readonly bottom: number },
): void {
  const { left } = spanOf(at);
  if (role === 'initial' || role === 'budget' || role === 'spent') {
    const first = bottom > total ? total + 1 : total;
    canvas.validate(columnRange(left, first, bottom), 'amount', { kind: 'number', from: '0', to: null });
  }
  if (role === 'weight')
    canvas.validate(cellName(total, left), 'weight', { kind: 'number', from: '0', to: '100' });
}
