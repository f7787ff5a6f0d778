/** The one renderer of all templates: from a template and what was answered to a sheet, as plain data. */
import type { RuleSet } from '../../engine/ruleSet';
import { findRuleSet } from '../../engine/ruleSets/shippedRuleSets';
import { cellName, rangeName } from '../address';
import { createCanvas, spanOf, STYLES, type Canvas } from './canvas';
import { drawFund, type DrawnFund } from './drawFund';
import { drawIndicators } from './drawIndicators';
import { drawSummary } from './drawSummary';
import { shareFormula } from './formulas';
import type { SheetDrawing } from './sheetDrawing';
import look from './styles.json';
import { ANSWER_LIMITS, type Line, type Template, type TemplateAnswers, type TotalLine } from './template';
import { fillPlaces, placesOf, type Places } from './wording';

/** The header of its table is printed on top of every page. */
export type TemplateDrawing = SheetDrawing & {
  readonly print: { readonly repeatedRows: DrawnTable['header'] };
};

/** Draws a blank form. Answers out of their limits are moved to the nearest one. */
export function drawTemplate(template: Template, answers: TemplateAnswers): TemplateDrawing {
  const rules = findRuleSet(template.rules);
  if (!rules) throw new Error(`the template ${template.id} follows a rule set that does not exist`);
  const asked = withinLimits(template, answers);
  const places = placesOf(asked, rules);
  const canvas = createCanvas();
  drawLines(canvas, template.head, places);
  const fund = template.fund ? drawFund(canvas, template.fund, rules, places) : null;
  drawLines(canvas, template.middle, places);
  const table = drawTable(canvas, template, rules, asked, places);
  drawTotal(canvas, template.total, fund, table);
  drawLines(canvas, template.foot, places);
  const { rowHeights, cells, merges, validations } = canvas.drawn();
  return {
    name: fillPlaces(template.sheet, places),
    font: look.font,
    columnWidths: template.columns,
    rowHeights,
    styles: STYLES,
    cells,
    merges,
    validations,
    print: {
      area: rangeName(0, 0, rowHeights.length - 1, template.columns.length - 1),
      isLandscape: template.isLandscape,
      margins: look.margins,
      isCentred: true,
      repeatedRows: table.header,
      footer: look.footer,
    },
    frozenRows: template.frozenRows,
  };
}

function withinLimits({ hasGoals }: Template, answers: TemplateAnswers): TemplateAnswers {
  const limit = (name: keyof typeof ANSWER_LIMITS): number => {
    const { from, to } = ANSWER_LIMITS[name];
    return Math.min(to, Math.max(from, Math.trunc(answers[name])));
  };
  return { ...answers, year: limit('year'), goals: hasGoals ? limit('goals') : 1, rows: limit('rows') };
}

function drawLines(canvas: Canvas, lines: readonly Line[], places: Places): void {
  for (const { height, cells } of lines) {
    const top = canvas.addRow(height);
    for (const [at = '', style = '', text = '', rows = '1'] of cells) {
      const bottom = top + Number(rows) - 1;
      canvas.fill(spanOf(at), { top, bottom }, style, fillPlaces(text, places));
    }
  }
}

/** Ranges of the weights and scores of a form without its fund block, and the header above them. */
interface DrawnTable {
  readonly weights: readonly string[];
  readonly scores: readonly string[];
  readonly header: { readonly first: number; readonly last: number };
}

function drawTable(
  canvas: Canvas,
  template: Template,
  rules: RuleSet,
  answers: TemplateAnswers,
  places: Places,
): DrawnTable {
  if (template.indicators) return drawIndicators(canvas, template.indicators, rules, answers, places);
  const { weights, scores, header } = drawSummary(canvas, template.summary, rules, answers.goals);
  return { weights: [weights], scores: [scores], header };
}

/** Weights and scores are added up exactly as they stand; the score stays blank until there is one. */
function drawTotal(canvas: Canvas, line: TotalLine, fund: DrawnFund | null, table: DrawnTable): void {
  const row = canvas.addRow(line.height);
  const rows = { top: row, bottom: row };
  const scores = [...(fund ? [fund.score] : []), ...table.scores].join(',');
  const weights = [...(fund ? [fund.weight] : []), ...table.weights].join(',');
  canvas.fill(spanOf(line.label.at), rows, 'total', line.label.header);
  if (line.weight !== null)
    canvas.fill(spanOf(line.weight), rows, 'total', { formula: `ROUND(SUM(${weights}),2)` });
  canvas.fill(spanOf(line.score), rows, 'total', {
    formula: `IF(COUNT(${scores})=0,"",ROUND(SUM(${scores}),2))`,
  });
  if (line.rate !== null && line.weight !== null) {
    const cellIn = (at: string): string => cellName(row, spanOf(at).left);
    canvas.fill(spanOf(line.rate), rows, 'rate', {
      formula: shareFormula(cellIn(line.score), cellIn(line.weight)),
    });
  }
  if (line.rest !== null) canvas.fill(spanOf(line.rest), rows, 'label', null);
}
