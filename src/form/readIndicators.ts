/**
 * Reads one indicator row under its header: labels inherited from merged cells above, target joined from its columns,
 * the weight from its column or from the name, and whether the row shares the score cell above it.
 */
import vocabulary from './vocabulary.json';
import type { IndicatorRow, NumberCell, TextCell } from '../engine/facts';
import { textEntry, type Entry } from '../engine/entry';
import { cellName } from './address';
import { entryAt, type Grid } from './grid';
import { columnInRow, type ColumnSpan, type IndicatorHeader } from './headers';
import { holdsNumber, labelAt, numberAt, numberWithoutCell, textAt, weightAt } from './readCells';
import { compact, pointsInLabel, type IndicatorRole } from './words';

/** The labels that hold for a row until the next one is met. */
export interface Labels {
  readonly goal: number | null;
  readonly level1: string | null;
  readonly level2: string | null;
}

/** The columns of the weights and scores, settled once for all rows under a header. */
export interface ScoreColumns {
  readonly weight: number | null;
  readonly score: number | null;
}

/** Of the columns that a header spans, the one in which most rows hold a number. */
export function settleScoreColumns(grid: Grid, header: IndicatorHeader, bottom: number): ScoreColumns {
  const settle = (role: IndicatorRole): number | null => {
    const span = header.columns.get(role);
    if (!span) return null;
    let best = { column: span.from, count: 0 };
    for (let column = span.from; column <= span.to; column += 1) {
      let count = 0;
      for (let row = header.lastRow + 1; row <= bottom; row += 1) {
        if (grid.rows[row]?.[column] && holdsNumber(numberAt(grid, row, column))) count += 1;
      }
      if (count > best.count) best = { column, count };
    }
    return best.column;
  };
  return { weight: settle('weight'), score: settle('score') };
}

/** The levels that hold in this row: its own labels, or those above. A new first level ends the second one. */
export function readLabels(grid: Grid, row: number, header: IndicatorHeader, above: Labels): Labels {
  const own = (role: IndicatorRole): string | null => {
    const span = header.columns.get(role);
    return span ? labelAt(grid, row, columnInRow(grid, row, span)) : null;
  };
  const level1 = own('level1');
  const level2 = own('level2');
  if (level1 === null) return { ...above, level2: level2 ?? above.level2 };
  return { ...above, level1, level2: level2 ?? (level1 === above.level1 ? above.level2 : null) };
}

export type RowReading =
  | { readonly kind: 'indicator'; readonly row: IndicatorRow }
  | { readonly kind: 'placeholder'; readonly cell: TextCell }
  | { readonly kind: 'other' };

/** Reads a row of the table; `other` when neither a name, a target nor a score stands in it. */
export function readRow(
  grid: Grid,
  row: number,
  header: IndicatorHeader,
  columns: ScoreColumns,
  labels: Labels,
  above: IndicatorRow | null,
): RowReading {
  const nameCell = spanCell(grid, row, header.columns.get('name'));
  const label = nameCell?.text ?? '';
  const target = readTarget(grid, row, header);
  const actual = spanColumn(grid, row, header.columns.get('actual'));
  const actualEntry = actual === null ? textEntry('') : entryAt(grid, row, actual);
  const score = columns.score === null ? numberWithoutCell(null) : numberAt(grid, row, columns.score);
  const weight = readWeight(grid, row, columns, label);
  const isFilled =
    target.entry.text.trim() !== '' ||
    actualEntry.text.trim() !== '' ||
    score.state !== 'blank' ||
    (weight.cell !== null && weight.state !== 'blank');
  if (!isFilled) {
    return isPlaceholder(label) && nameCell ? { kind: 'placeholder', cell: nameCell } : { kind: 'other' };
  }
  if (
    isPlaceholder(label) &&
    nameCell &&
    isNotGiven(target.entry) &&
    isNotGiven(actualEntry) &&
    !holdsNumber(weight) &&
    !holdsNumber(score)
  ) {
    return { kind: 'placeholder', cell: nameCell };
  }
  const ownName = stripName(label);
  const hasNoName = ownName === '' && labelAt(grid, row, header.columns.get('level2')?.from ?? -1) === null;
  if (hasNoName && !holdsNumber(weight) && isNotGiven(target.entry) && isNotGiven(actualEntry))
    return { kind: 'other' };
  const reason = header.columns.get('reason');
  return {
    kind: 'indicator',
    row: {
      row: row + 1,
      goal: labels.goal,
      level1: labels.level1,
      level2: labels.level2,
      name: ownName,
      nameCell: nameCell?.cell ?? null,
      label,
      target: target.entry,
      targetCells: target.cells,
      unit: target.unit,
      actual: actualEntry,
      actualCell: actual === null ? null : cellName(row, actual),
      weight,
      score,
      sharesScore: score.state === 'blank' && !holdsNumber(weight) && coversNext(above),
      reason: reason ? textAt(grid, row, columnInRow(grid, row, reason)) : null,
    },
  };
}

/** A row above that has a score can cover a row below it whose own score cell was merged away. */
function coversNext(above: IndicatorRow | null): boolean {
  return above !== null && (holdsNumber(above.score) || above.sharesScore);
}

interface Target {
  readonly entry: Entry;
  readonly cells: readonly string[];
  readonly unit: string;
}

/** The target as one entry: the adjusted one where it is given; operator, value and unit joined where the form splits them. */
function readTarget(grid: Grid, row: number, header: IndicatorHeader): Target {
  const adjusted = spanColumn(grid, row, header.columns.get('adjustedTarget'));
  const initial = spanColumn(grid, row, header.columns.get('target'));
  const column =
    adjusted !== null && !isNotGiven(entryAt(grid, row, adjusted)) ? adjusted : (initial ?? adjusted);
  const operator = spanCell(grid, row, header.columns.get('operator'));
  const unit = spanCell(grid, row, header.columns.get('unit'));
  const value = column === null ? textEntry('') : entryAt(grid, row, column);
  const cells = [operator?.cell, column === null ? undefined : cellName(row, column), unit?.cell];
  const sign = operator && !vocabulary.qualitative.includes(compact(operator.text)) ? operator.text : '';
  const unitText = unit && !vocabulary.notGiven.includes(compact(unit.text)) ? unit.text : '';
  return {
    entry: joinTarget(sign, value, unitText),
    cells: cells.filter((cell) => cell !== undefined),
    unit: unitText,
  };
}

function joinTarget(sign: string, value: Entry, unit: string): Entry {
  const text = value.text.trim();
  if (text === '') return value;
  const tail =
    unit !== '' && !text.endsWith(unit) && !(/[%％]$/.test(text) && /^[%％]/.test(unit)) ? unit : '';
  const head = /^[≥≤>＞<＜=＝≧≦》《]/.test(text) ? '' : sign;
  return head === '' && tail === '' ? value : textEntry(`${head}${text}${tail}`);
}

/** The weight column, or the points in the name: "党员学习培训出勤率(4分)". */
function readWeight(grid: Grid, row: number, columns: ScoreColumns, label: string): NumberCell {
  const inColumn = columns.weight === null ? null : weightAt(grid, row, columns.weight);
  if (inColumn && inColumn.state !== 'blank') return inColumn;
  const inName = /[(（]\s*\d+(\.\d+)?\s*分\s*[)）]\s*$/.test(label)
    ? pointsInLabel(label.slice(label.search(/[(（][^(（]*$/)))
    : null;
  return inName === null && inColumn ? inColumn : numberWithoutCell(inName);
}

/** The name without its list mark ("指标1：") and without the weight behind it ("(4分)"). */
export function stripName(label: string): string {
  return label
    .trim()
    .replace(/^指标\s*\d+\s*[:：.、．]?\s*/, '')
    .replace(/\s*[(（]\s*\d+(\.\d+)?\s*分\s*[)）]$/, '')
    .trim();
}

/** Template leftovers such as "……", "指标2：", "指标1：/". */
function isPlaceholder(label: string): boolean {
  const rest = compact(label).replace(/^指标\d*[:.、]?/, '');
  return compact(label) !== '' && (/^[.…·]*$/.test(rest) || vocabulary.notGiven.includes(rest));
}

function isNotGiven(entry: Entry): boolean {
  return vocabulary.notGiven.includes(compact(entry.text));
}

function spanColumn(grid: Grid, row: number, span: ColumnSpan | undefined): number | null {
  return span ? columnInRow(grid, row, span) : null;
}

function spanCell(grid: Grid, row: number, span: ColumnSpan | undefined): TextCell | null {
  return span ? textAt(grid, row, columnInRow(grid, row, span)) : null;
}
