/**
 * Which cells of a form hold the results of its year (actuals, scores, reasons, spending, conclusions) and which hold its plan (targets,
 * budgets), so that a form can be emptied for another year. Columns that the facts leave out count as well.
 */
import words from './nextYear.json';
import type { FormFacts, NumberCell, ScoredFormFacts, SummaryTableFacts } from '../engine/facts';
import { cellName, parseRange } from './address';
import type { Grid } from './grid';
import {
  columnInRow,
  filledCells,
  findFundHeader,
  findIndicatorHeader,
  type ColumnSpan,
  type IndicatorHeader,
} from './headers';
import { compact, headerWord, isLabel, matchIndicatorWord } from './words';

export type ResultKind =
  'actual' | 'score' | 'reason' | 'fund' | 'total' | 'conclusion' | 'target' | 'budget' | 'date';

/** Cells by address, each with what it holds. */
export type ResultCells = ReadonlyMap<string, ResultKind>;

/** The cells of one form in its rows, both counted from 0. */
export function findResults(grid: Grid, facts: FormFacts): ResultCells {
  const found = new Map<string, ResultKind>();
  const add = (cell: string | null | undefined, kind: ResultKind): void => {
    if (cell !== null && cell !== undefined && !found.has(cell)) found.set(cell, kind);
  };
  if (facts.kind === 'summary-table') addSummary(facts, add);
  else {
    addFacts(facts, add);
    addColumns(grid, facts, add);
    addFundColumns(grid, facts, add);
    addGoals(grid, facts, add);
  }
  addBeside(grid, rowsOf(facts), add);
  return found;
}

type Add = (cell: string | null | undefined, kind: ResultKind) => void;

/** The first and last row of a form, counted from 0. */
export function rowsOf({ range }: FormFacts): { readonly top: number; readonly bottom: number } {
  const { top, bottom } = parseRange(range) ?? { top: 0, bottom: 0 };
  return { top, bottom };
}

/** A mark such as "—" says that a place has no number: it is part of the layout. */
function addNumber(add: Add, cell: NumberCell, kind: ResultKind): void {
  if (cell.state !== 'none' && cell.state !== 'blank') add(cell.cell, kind);
}

function addSummary({ rows, total }: SummaryTableFacts, add: Add): void {
  for (const { score, rate } of [...rows, ...(total ? [total] : [])]) {
    addNumber(add, score, 'score');
    if (rate) addNumber(add, rate, 'score');
  }
}

function addFacts(facts: ScoredFormFacts, add: Add): void {
  const { budget, indicators, judgedBlocks, subtotals, total, formReason } = facts;
  for (const row of indicators) {
    add(row.actualCell, 'actual');
    addNumber(add, row.score, 'score');
    add(row.reason?.cell, 'reason');
  }
  for (const { score } of [...judgedBlocks, ...subtotals]) addNumber(add, score, 'score');
  if (total) addNumber(add, total.score, 'total');
  add(total?.grade?.cell, 'total');
  add(formReason?.cell, 'reason');
  if (!budget) return;
  for (const row of [budget.total, ...budget.parts]) {
    addNumber(add, row.spent, 'fund');
    addNumber(add, row.rate, 'fund');
    addNumber(add, row.budget, 'budget');
  }
  addNumber(add, budget.score, 'score');
  add(budget.reason?.cell, 'reason');
}

/** Columns of results that the facts leave out: 是否完成, 完成率, 得分率, 折算得分, 复核得分, a second 得分 or 原因. */
function addColumns(grid: Grid, facts: ScoredFormFacts, add: Add): void {
  const { top, bottom } = rowsOf(facts);
  const rows = new Set(
    [...facts.indicators, ...facts.subtotals, ...(facts.total ? [facts.total] : [])].map(
      ({ row }) => row - 1,
    ),
  );
  let columns: readonly ResultColumn[] = [];
  for (let row = top; row <= bottom; row += 1) {
    const header = findIndicatorHeader(grid, row);
    if (header) columns = resultColumns(grid, header);
    else if (rows.has(row)) {
      for (const { span, kind } of columns) {
        const column = columnInRow(grid, row, span);
        const isMark = words.marks.includes(compact(grid.rows[row]?.[column]?.text ?? ''));
        if (kind !== 'score' || !isMark) add(cellName(row, column), kind);
      }
    }
  }
}

interface ResultColumn {
  readonly span: ColumnSpan;
  readonly kind: ResultKind;
}

/** The columns under a header of one or two rows that hold targets or results, by each header cell's own word. */
function resultColumns(grid: Grid, { row, lastRow }: IndicatorHeader): readonly ResultColumn[] {
  const lower = lastRow > row ? filledCells(grid, lastRow) : [];
  const upper = filledCells(grid, row).filter(({ column }, index, cells) => {
    const next = cells[index + 1]?.column ?? Infinity;
    return !lower.some((cell) => cell.column >= column && cell.column < next);
  });
  const cells = [...upper, ...lower].sort((a, b) => a.column - b.column);
  return cells.flatMap(({ column, text }, index) => {
    const kind = columnKind(text);
    const to = Math.max(column, (cells[index + 1]?.column ?? column + 1) - 1);
    return kind === null ? [] : [{ span: { from: column, to, text }, kind }];
  });
}

/** Operators and units stay with a target that is emptied: they are part of the layout. */
function columnKind(header: string): ResultKind | null {
  const role = matchIndicatorWord(header)?.role ?? '';
  if (role === 'reason') return 'reason';
  if (words.targetColumns.includes(role)) return 'target';
  if (words.resultColumns.includes(role)) return 'actual';
  const word = headerWord(header);
  const isScore =
    words.scoreColumns.includes(role) || words.scoreEndings.some((ending) => word.endsWith(ending));
  return isScore ? 'score' : null;
}

/** The whole fund block: 年初预算数 and 到位数 are no facts, nor are parts above their total. */
function addFundColumns(grid: Grid, facts: ScoredFormFacts, add: Add): void {
  const { budget } = facts;
  if (!budget) return;
  const known = [budget.total, ...budget.parts].map(({ row }) => row - 1);
  const bottom = Math.max(...known);
  for (let row = Math.min(...known) - 1; row >= rowsOf(facts).top; row -= 1) {
    const header = findFundHeader(grid, row);
    if (!header) continue;
    for (const [role, span] of header.columns) {
      const isResult = words.fundResultColumns.includes(role);
      if (!isResult && !words.fundPlanColumns.includes(role)) continue;
      for (let own = header.lastRow + 1; own <= bottom; own += 1) {
        const column = columnInRow(grid, own, span);
        const isNumber = /\d/.test(grid.rows[own]?.[column]?.text ?? '');
        if (isNumber || role === 'reason') add(cellName(own, column), isResult ? 'fund' : 'budget');
      }
    }
    return;
  }
}

/**
 * What became of the goals: the texts below a header such as 全年实际完成情况, or the second text beside a label such as 年度总体目标. What was
 * wanted is their plan.
 */
function addGoals(grid: Grid, facts: ScoredFormFacts, add: Add): void {
  const { top, bottom } = rowsOf(facts);
  for (let row = top; row <= bottom && !findIndicatorHeader(grid, row); row += 1) {
    const [label, ...others] = filledCells(grid, row);
    if (!label || findFundHeader(grid, row)) continue;
    const results = others.filter(({ text }) => isGoalResult(text));
    if (results.length > 0) {
      for (const other of others) {
        const kind = results.includes(other) ? 'conclusion' : 'target';
        if (kind === 'conclusion' || isPlan(other.text)) addBelow(grid, row, other.column, kind, add);
      }
    } else if (words.goalLabels.includes(headerWord(label.text))) {
      const [wanted, reached] = others;
      if (wanted) add(cellName(row, wanted.column), 'target');
      if (reached) add(cellName(row, reached.column), 'conclusion');
    }
  }
}

function isGoalResult(text: string): boolean {
  const word = headerWord(text);
  return words.goalResultEndings.some((ending) => word.endsWith(ending)) && word.length <= LONGEST_LABEL;
}

/** 年初设定目标, 预期目标. */
function isPlan(text: string): boolean {
  return headerWord(text).endsWith('目标');
}

const LONGEST_LABEL = 20;

/** The texts below a header, as far as they go. */
function addBelow(grid: Grid, header: number, column: number, kind: ResultKind, add: Add): void {
  for (let row = header + 1; row < grid.rowCount; row += 1) {
    const text = grid.rows[row]?.[column]?.text.trim() ?? '';
    if (text === '' || findIndicatorHeader(grid, row) || findFundHeader(grid, row)) return;
    add(cellName(row, column), kind);
  }
}

/** What stands beside the label of an amount that was spent, of a conclusion, of a grade or of the day on which the form was filled in. */
function addBeside(grid: Grid, rows: ReturnType<typeof rowsOf>, add: Add): void {
  for (let row = rows.top; row <= rows.bottom; row += 1) {
    const cells = filledCells(grid, row);
    for (const [index, { text }] of cells.entries()) {
      const word = headerWord(text);
      const beside = cells[index + 1];
      if (!beside || isLabel('total', beside.text)) continue;
      if (words.amountLabels.includes(word) && /^[\d.,]+$/.test(compact(beside.text)))
        add(cellName(row, beside.column), 'fund');
      if (words.fillingDateLabels.includes(word)) add(cellName(row, beside.column), 'date');
      if (index === 0 && words.conclusionLabels.includes(word))
        add(cellName(row, beside.column), 'conclusion');
    }
  }
}

/** "填报日期：2022年3月" without the day: what follows the label in its own cell. */
export function withoutFillingDate(text: string): string {
  const labels = words.fillingDateLabels.join('|');
  const date = '(?:19|20)\\d{2}\\s*[年./-]\\s*\\d{1,2}(?:\\s*[月./-])?(?:\\s*\\d{1,2}\\s*日?)?';
  return text.replace(new RegExp(`((?:${labels})\\s*[:：]\\s*)${date}`, 'g'), '$1');
}

/** True for a label beside which the year of the form stands alone: 预算年度. */
export function isYearLabel(text: string): boolean {
  return words.yearLabels.includes(headerWord(text)) || words.yearLabels.includes(compact(text));
}
