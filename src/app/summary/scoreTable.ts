/** The table of scores of a summary in the two styles in which such tables are published. */
import { percent, plain } from '../../engine/checks/figures';
import { sum, type Decimal } from '../../engine/decimal';
import type { Category, CategoryLine } from '../../engine/summary/scoreLines';
import type { Summary } from '../../engine/summary/summary';
import type { TableBlock, TableCell, TableColumn, TableRow } from '../../form/summary/textDocument';
import { fillPlaces } from '../../form/templates/wording';
import wording from './wording.json';

/** `goals`: 序号/类别/分值/得分 by goal; `levels`: 评价项目/权重/标准分值/本项得分/得分率 by first level. */
export type TableStyle = 'goals' | 'levels';

export const TABLE_STYLES: readonly TableStyle[] = ['goals', 'levels'];

export function scoreTable({ score, subject }: Summary, style: TableStyle): TableBlock {
  const lines = style === 'goals' ? score.byGoal : score.byLevel;
  const columns = columnsOf(style, lines);
  const total = addLines(lines);
  return {
    kind: 'table',
    caption: wording.table.caption[subject.kind],
    columns,
    rows: lines.map((line, index) =>
      rowOf(columns, { ...line, order: String(index + 1), label: nameCategory(line.category) }, total.weight),
    ),
    total: rowOf(
      columns,
      style === 'goals'
        ? { ...total, order: wording.table.total, label: '' }
        : { ...total, order: '', label: wording.table.total },
      total.weight,
    ),
  };
}

/** What a part of the score is called in the document. */
export function nameCategory(category: Category): string {
  switch (category.kind) {
    case 'execution':
      return wording['execution-row'];
    case 'goal':
      return fillPlaces(wording.goal, { number: String(category.number) });
    case 'level':
      return category.label ?? wording.indicators;
    case 'block':
      return category.label;
  }
}

/** A percentage is given to two places; that of a weight without any when none is needed. */
const RATE_DECIMALS = 2;
/** A score with more places than this is shown rounded. */
const MOST_DECIMALS = 4;

function columnsOf(style: TableStyle, lines: readonly CategoryLine[]): readonly TableColumn[] {
  const { headers } = wording.table;
  const figures = lines.flatMap(({ weight, score }) => [weight, score]).flatMap((figure) => figure ?? []);
  const decimals = Math.min(MOST_DECIMALS, Math.max(0, ...figures.map((figure) => figure.decimalPlaces())));
  if (style === 'goals') {
    return [
      { header: headers.order, role: 'order', width: 0.14, decimals: 0 },
      { header: headers.goal, role: 'label', width: 0.42, decimals: 0 },
      { header: headers.points, role: 'weight', width: 0.22, decimals },
      { header: headers.score, role: 'score', width: 0.22, decimals },
    ];
  }
  const total = addLines(lines).weight;
  const isWhole = lines.every(({ weight }) => !weight || !total?.gt(0) || isWholePercent(weight.div(total)));
  return [
    { header: headers.level, role: 'label', width: 0.32, decimals: 0 },
    { header: headers.share, role: 'share', width: 0.17, decimals: isWhole ? 0 : RATE_DECIMALS },
    { header: headers.standard, role: 'weight', width: 0.17, decimals },
    { header: headers.own, role: 'score', width: 0.17, decimals },
    { header: headers.rate, role: 'rate', width: 0.17, decimals: RATE_DECIMALS },
  ];
}

function isWholePercent(share: Decimal): boolean {
  return share.times(100).isInteger();
}

interface Figures {
  readonly weight: Decimal | null;
  readonly score: Decimal | null;
}

/** The weight is null where a line has none. */
function addLines(lines: readonly CategoryLine[]): Figures & { readonly share: Decimal | null } {
  const weights = lines.flatMap(({ weight }) => weight ?? []);
  const weight = weights.length === lines.length && lines.length > 0 ? sum(weights) : null;
  const score = sum(lines.flatMap((line) => line.score ?? []));
  return { weight, score, share: weight?.gt(0) ? score.div(weight) : null };
}

function rowOf(
  columns: readonly TableColumn[],
  row: Figures & { readonly share: Decimal | null; readonly order: string; readonly label: string },
  total: Decimal | null,
): TableRow {
  return columns.map(({ role, decimals }): TableCell => {
    switch (role) {
      case 'order':
        return { text: row.order, value: null };
      case 'label':
        return { text: row.label, value: null };
      case 'weight':
        return points(row.weight, decimals);
      case 'score':
        return points(row.score, decimals);
      case 'share':
        return rate(row.weight && total?.gt(0) ? row.weight.div(total) : null, decimals);
      case 'rate':
        return rate(row.share, decimals);
    }
  });
}

function points(value: Decimal | null, decimals: number): TableCell {
  return { text: value?.toFixed(decimals) ?? wording.notKnown, value };
}

function rate(value: Decimal | null, decimals: number): TableCell {
  return { text: value ? percent(value, decimals) : wording.notKnown, value };
}

/** "18.5" as a sentence gives it; what is not known is a dash. */
export function figure(value: Decimal | null): string {
  return value ? plain(value) : wording.notKnown;
}
