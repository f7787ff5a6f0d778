/**
 * Reads the fund block (项目资金 / 预算执行情况): its total row, the parts below it, and what the execution can earn and earned.
 * 预算数 is the adjusted one, carry-over included; 年初预算数 counts only where the form has no other.
 */
import vocabulary from './vocabulary.json';
import type { BudgetBlock, FundRow, NumberCell } from '../engine/facts';
import type { Decimal } from '../engine/decimal';
import type { Grid } from './grid';
import {
  columnInRow,
  filledCells,
  findIndicatorHeader,
  findScoredBlockHeader,
  type ColumnSpan,
  type FundHeader,
} from './headers';
import { findMoneyUnit, gluedUnit, inUnit } from './money';
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
  if (totalRow === undefined) return readInline(grid, header);
  const unit = findMoneyUnit(grid, header.row) ?? gluedUnit(readFundRow(grid, header, totalRow, null).budget);
  const total = readFundRow(grid, header, totalRow, unit);
  const reason = header.columns.get('reason');
  const score = header.columns.get('score');
  return {
    block: {
      total,
      parts: rows.filter((row) => row > totalRow).map((row) => readFundRow(grid, header, row, unit)),
      weight: readWeight(grid, header, totalRow),
      score: score ? numberAt(grid, totalRow, columnInRow(grid, totalRow, score)) : numberWithoutCell(null),
      unit,
      reason: reason ? textAt(grid, totalRow, columnInRow(grid, totalRow, reason)) : null,
    },
    lastRow: rows.at(-1) ?? header.row,
  };
}

/** A block in one line, each figure beside its label: "全年预算数 | 80 | 全年执行数 | 76 | 执行率 | 95%". */
function readInline(grid: Grid, header: FundHeader): FundReading | null {
  const unit = findMoneyUnit(grid, header.row);
  const cells = filledCells(grid, header.row);
  const labelled = new Set([...header.columns.values()].map(({ from }) => from));
  const valueOf = (role: FundRole): NumberCell => {
    const beside = cells[cells.findIndex(({ column }) => column === header.columns.get(role)?.from) + 1];
    // Beside a label without a figure stands the next label, which must never be written over.
    return header.columns.has(role) && beside && !labelled.has(beside.column)
      ? numberAt(grid, header.row, beside.column)
      : numberWithoutCell(null);
  };
  const budget = BUDGET_ROLES.map(valueOf).find(holdsNumber);
  const spent = valueOf('spent');
  if (!budget || !holdsNumber(spent)) return null;
  const points = cells.map(({ text }) => pointsInLabel(text));
  const weight = valueOf('weight');
  const total = {
    row: header.row + 1,
    label: '',
    budget: inUnit(budget, unit),
    spent: inUnit(spent, unit),
    rate: asRate(valueOf('rate'), ''),
  };
  const block = {
    total,
    parts: [],
    weight: holdsNumber(weight) ? weight : numberWithoutCell(points.find((found) => found !== null) ?? null),
    score: valueOf('score'),
    unit,
    reason: null,
  };
  return { block, lastRow: header.row };
}

/** Where the budget stands, the adjusted one first. */
const BUDGET_ROLES: readonly FundRole[] = ['adjusted', 'budget', 'initial'];

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
    const hasAmount = amounts.some((amount) => holdsNumber(amount) && !isSentence(amount));
    const texts = labels(grid, header, row);
    const isPart = texts.some(isFundLabel) && !amounts.some(isSentence);
    // The total row of a blank form says by its label alone what it is.
    const isLabelled = rows.length > 0 ? isPart : texts.some((text) => isLabel('fundTotal', text));
    if (startsOtherBlock(grid, row) || (!hasAmount && !isLabelled)) break;
    rows.push(row);
  }
  return rows;
}

/** Words in an amount's column: a goal or a remark below the block, with or without a number in it. */
function isSentence({ state, entry }: NumberCell): boolean {
  return state === 'unreadable' && /\p{Script=Han}{2}/u.test(entry.text);
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

function readFundRow(grid: Grid, header: FundHeader, row: number, unit: Decimal | null): FundRow {
  const { columns } = header;
  const [adjusted] = BUDGET_ROLES.flatMap((role) => columns.get(role) ?? []);
  const spent = columns.get('spent');
  const rate = columns.get('rate');
  const texts = labels(grid, header, row).filter((text) => !/^[\d.,]+$/.test(compact(text)));
  return {
    row: row + 1,
    label: (texts.at(-1) ?? '').trim(),
    budget: adjusted ? inUnit(numberInSpan(grid, row, adjusted), unit) : numberWithoutCell(null),
    spent: spent ? inUnit(numberInSpan(grid, row, spent), unit) : numberWithoutCell(null),
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
