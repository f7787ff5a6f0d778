/**
 * Reads the fund block (项目资金 / 预算执行情况): its total row, the parts below it, and what the execution can earn and earned.
 * 预算数 is the adjusted one, carry-over included; 年初预算数 counts only where the form has no other.
 */
import vocabulary from './vocabulary.json';
import type { BudgetBlock, FundRow, NumberCell } from '../engine/facts';
import { Decimal, ONE } from '../engine/decimal';
import type { Grid } from './grid';
import {
  columnInRow,
  filledCells,
  findIndicatorHeader,
  findScoredBlockHeader,
  type ColumnSpan,
  type FundHeader,
} from './headers';
import { holdsNumber, numberAt, numberWithoutCell, textAt, weightAt } from './readCells';
import { compact, isLabel, pointsInLabel, type FundRole } from './words';

export interface FundReading {
  readonly block: BudgetBlock;
  readonly lastRow: number;
}

/** The block under a fund header, looking no further down than `bottom`; null when no row of it holds an amount or a label. */
export function readFundBlock(grid: Grid, header: FundHeader, bottom: number): FundReading | null {
  const rows = findFundRows(grid, header, bottom);
  const totalRow =
    rows.find((row) => labels(grid, header, row).some((text) => isLabel('fundTotal', text))) ?? rows[0];
  if (totalRow === undefined) return null;
  const total = readFundRow(grid, header, totalRow);
  const reason = header.columns.get('reason');
  const score = header.columns.get('score');
  return {
    block: {
      total,
      parts: rows.filter((row) => row > totalRow).map((row) => readFundRow(grid, header, row)),
      weight: readWeight(grid, header, totalRow),
      score: score ? numberAt(grid, totalRow, columnInRow(grid, totalRow, score)) : numberWithoutCell(null),
      unit: findMoneyUnit(grid, header),
      reason: reason ? textAt(grid, totalRow, columnInRow(grid, totalRow, reason)) : null,
    },
    lastRow: rows.at(-1) ?? header.row,
  };
}

/** Rows below the header as long as they look like rows of a fund block. */
function findFundRows(grid: Grid, header: FundHeader, bottom: number): readonly number[] {
  const rows: number[] = [];
  for (let row = header.lastRow + 1; row <= bottom; row += 1) {
    const cells = filledCells(grid, row);
    if (cells.length === 0) {
      if (rows.length > 0) break;
      continue;
    }
    const amounts = amountSpans(header).map((span) => numberInSpan(grid, row, span));
    const hasAmount = amounts.some(holdsNumber);
    const isPart =
      labels(grid, header, row).some(isFundLabel) && !amounts.some(({ state }) => state === 'unreadable');
    if (startsOtherBlock(grid, row) || (!hasAmount && !(isPart && rows.length > 0))) break;
    rows.push(row);
  }
  return rows;
}

function startsOtherBlock(grid: Grid, row: number): boolean {
  return findIndicatorHeader(grid, row) !== null || findScoredBlockHeader(grid, row) !== null;
}

function amountSpans(header: FundHeader): readonly ColumnSpan[] {
  const roles: readonly FundRole[] = ['initial', 'adjusted', 'budget', 'spent'];
  return roles.flatMap((role) => header.columns.get(role) ?? []);
}

function isFundLabel(text: string): boolean {
  const word = compact(text);
  return word.length <= 30 && vocabulary.labels.fundPart.some((known) => word.includes(known));
}

/** The texts to the left of the first amount. */
function labels(grid: Grid, header: FundHeader, row: number): readonly string[] {
  const left = Math.min(...amountSpans(header).map(({ from }) => from));
  return filledCells(grid, row).flatMap(({ column, text }) => (column < left ? [text] : []));
}

function numberInSpan(grid: Grid, row: number, span: ColumnSpan): NumberCell {
  return numberAt(grid, row, columnInRow(grid, row, span));
}

function readFundRow(grid: Grid, header: FundHeader, row: number): FundRow {
  const { columns } = header;
  const adjusted = columns.get('adjusted') ?? columns.get('budget') ?? columns.get('initial');
  const spent = columns.get('spent');
  const rate = columns.get('rate');
  const texts = labels(grid, header, row);
  return {
    row: row + 1,
    label: (texts.at(-1) ?? '').trim(),
    budget: adjusted ? numberInSpan(grid, row, adjusted) : numberWithoutCell(null),
    spent: spent ? numberInSpan(grid, row, spent) : numberWithoutCell(null),
    rate: rate ? asRate(numberInSpan(grid, row, rate), rate.text) : numberWithoutCell(null),
  };
}

/**
 * A rate as a fraction. Without a percent sign it is one in percent when the header says so or when it is too large for a fraction
 * (97.25 under 执行率); 1 without a sign stays 1.
 */
function asRate(cell: NumberCell, header: string): NumberCell {
  if (cell.value === null || /[%％]/.test(cell.entry.text)) return cell;
  const isPercent = /[%％]/.test(header.replace(/[×xX*]\s*100\s*[%％]/, '')) || cell.value.gt(2);
  return isPercent ? { ...cell, value: cell.value.div(100) } : cell;
}

/** 分值 beside the amounts, or the points in "得分(20分*执行率)", "预算执行情况(20分)", or a bare number over the scores. */
function readWeight(grid: Grid, header: FundHeader, totalRow: number): NumberCell {
  const column = header.columns.get('weight');
  if (column) return weightAt(grid, totalRow, columnInRow(grid, totalRow, column));
  if (header.blockPoints) return numberAt(grid, header.row, header.blockPoints.column);
  const texts = [
    header.columns.get('score')?.text ?? '',
    ...labels(grid, header, header.row),
    ...labels(grid, header, totalRow),
  ];
  const points = texts.map(pointsInLabel).find((found) => found !== null);
  return numberWithoutCell(points ?? null);
}

/** 万元 or 元, as written in the block's headers or labels or above them ("金额单位：元"). */
function findMoneyUnit(grid: Grid, header: FundHeader): Decimal | null {
  const rows = [header.row, header.row + 1, ...Array.from({ length: 6 }, (_, back) => header.row - 1 - back)];
  for (const row of rows) {
    const text = filledCells(grid, row)
      .map((cell) => compact(cell.text))
      .join('|');
    if (/\(?(单位[:：])?万元\)?/.test(text)) return new Decimal(10000);
    if (/\(元\)|单位[:：]元/.test(text)) return ONE;
  }
  return null;
}
