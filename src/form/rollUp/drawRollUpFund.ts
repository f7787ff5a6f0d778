/** Draws the fund block of a rolled-up form: the sums, and one row for each form that they are made of. */
import type { RolledUp } from '../../engine/rollUp/rolledUp';
import type { Decimal } from '../../engine/decimal';
import { cellName } from '../address';
import { columnRange, spanOf, type Canvas, type Content } from '../templates/canvas';
import { executionFormula, shareFormula, sumFormula } from '../templates/formulas';
import { fillPlaces } from '../templates/wording';
import { heightFor } from './heights';
import text from './sheet.json';
import { tellFund } from './tellSources';

/** Where the points of the execution stand; the weight is a number, since the form has no cell for it. */
export interface DrawnFund {
  readonly weight: string;
  readonly score: string;
}

const AT = { label: 'C', budget: 'D', spent: 'E:F', rate: 'G', score: 'H', source: 'I' };
const ROLES = ['label', 'budget', 'spent', 'rate', 'score', 'source'] as const;

const STYLE_OF: Readonly<Record<(typeof ROLES)[number], string>> = {
  label: 'level',
  budget: 'amount',
  spent: 'amount',
  rate: 'rate',
  score: 'points',
  source: 'source',
};

/** Decimals of an added-up amount: 亿元 down to the 分. */
const AMOUNT_DECIMALS = 10;

export function drawRollUpFund(canvas: Canvas, { fund, rules }: RolledUp): DrawnFund {
  const header = canvas.addRow(text.heights.fund);
  const execution = fund.weight?.toFixed() ?? '';
  const points = fund.weight === null ? '' : fillPlaces(text.fund.points, { execution });
  const money = fund.unit === null ? '' : wordOf(text.money, fund.unit);
  for (const role of ROLES) {
    const isScore = role === 'score' && fund.weight !== null;
    const content = isScore ? fillPlaces(text.fund.score, { execution }) : text.fund.headers[role];
    canvas.fill(spanOf(AT[role]), { top: header, bottom: header }, 'header', content);
  }
  const total = header + 1;
  const bottom = total + fund.sources.length;
  const nameIn = (role: 'budget' | 'spent' | 'score', row: number): string =>
    cellName(row, spanOf(AT[role]).left);
  const rateIn = (row: number): Content => ({
    formula: shareFormula(nameIn('spent', row), nameIn('budget', row)),
  });
  const drawRow = (height: number, contents: Readonly<Record<(typeof ROLES)[number], Content>>): void => {
    const row = canvas.addRow(height);
    for (const role of ROLES)
      canvas.fill(spanOf(AT[role]), { top: row, bottom: row }, STYLE_OF[role], contents[role]);
  };
  const score = executionFormula(execution, nameIn('budget', total), nameIn('spent', total), rules.decimals);
  drawRow(text.heights.line, {
    label: text.fund.total,
    budget: addUp('budget', total + 1, bottom),
    spent: addUp('spent', total + 1, bottom),
    rate: rateIn(total),
    score: fund.weight === null ? text.fund.noPoints : { formula: score },
    source: text.fund.sum,
  });
  for (const [index, source] of fund.sources.entries()) {
    const label = fillPlaces(text.fund.part, { form: source.formName });
    const told = tellFund(source);
    drawRow(
      heightFor([
        [label, AT.label],
        [told, AT.source],
      ]),
      {
        label,
        budget: source.budget?.toNumber() ?? null,
        spent: source.spent?.toNumber() ?? null,
        rate: rateIn(total + 1 + index),
        score: text.fund.noPoints,
        source: told,
      },
    );
  }
  for (const role of ['budget', 'spent'] as const)
    canvas.validate(columnRange(spanOf(AT[role]).left, total + 1, bottom), 'amount', {
      kind: 'number',
      from: '0',
      to: null,
    });
  const side = `${fillPlaces(text.fund.side, { money })}${points}`;
  canvas.fill(spanOf('A:B'), { top: header, bottom }, 'label', side);
  return { weight: execution, score: nameIn('score', total) };
}

/** The word for a unit of so many 元, "" for one that has none. */
function wordOf(words: Readonly<Record<string, string>>, unit: Decimal): string {
  return words[unit.toFixed()] ?? '';
}

function addUp(role: 'budget' | 'spent', top: number, bottom: number): Content {
  const range = columnRange(spanOf(AT[role]).left, top, bottom);
  return { formula: sumFormula(range, AMOUNT_DECIMALS) };
}
