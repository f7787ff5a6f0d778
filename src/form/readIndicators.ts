/**
 * Reads one indicator row under its header: labels inherited from merged cells above, target joined from its columns,
 * the weight from its column or from the name, and whether the row shares the score cell above it.
 */
import vocabulary from './vocabulary.json';
import type { IndicatorRow, NumberCell, TextCell } from '../engine/facts';
import { sum, ZERO, type Decimal } from '../engine/decimal';
import { textEntry, type Entry } from '../engine/entry';
import { cellName } from './address';
import { entryAt, type Grid } from './grid';
import { columnInRow, type ColumnSpan, type IndicatorHeader } from './headers';
import { holdsNumber, labelAt, numberAt, numberWithoutCell, textAt, weightAt } from './readCells';
import { compact, type IndicatorRole } from './words';

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
    if (span.from === span.to) return span.from;
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
  const level1 = ownLabel(grid, row, header, 'level1');
  const level2 = ownLabel(grid, row, header, 'level2');
  if (level1 === null) return level2 === null ? above : { ...above, level2 };
  return { ...above, level1, level2: level2 ?? (level1 === above.level1 ? above.level2 : null) };
}

function ownLabel(
  grid: Grid,
  row: number,
  header: IndicatorHeader,
  level: 'level1' | 'level2',
): string | null {
  const span = header.columns.get(level);
  return span ? labelAt(grid, row, columnInRow(grid, row, span)) : null;
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
  const { name: ownName, weight: weightInName } = splitName(label, header.columns.get('name')?.text);
  const weight = readWeight(grid, row, columns, weightInName);
  const isFilled =
    target.entry.text.trim() !== '' ||
    actualEntry.text.trim() !== '' ||
    score.state !== 'blank' ||
    (weight.cell === null ? weightInName !== null : weight.state !== 'blank');
  if (!isFilled) {
    return isPlaceholder(label) && nameCell ? { kind: 'placeholder', cell: nameCell } : { kind: 'other' };
  }
  if (
    nameCell &&
    !holdsNumber(weight) &&
    !holdsNumber(score) &&
    isPlaceholder(label) &&
    (isNotGiven(target.entry) || isPlaceholder(target.entry.text)) &&
    isNotGiven(actualEntry)
  ) {
    return { kind: 'placeholder', cell: nameCell };
  }
  const hasNoName = ownName === '' && labelAt(grid, row, header.columns.get('level2')?.from ?? -1) === null;
  if (hasNoName && !holdsNumber(weight) && isNotGiven(target.entry) && isNotGiven(actualEntry))
    return { kind: 'other' };
  const isUnnamed = label === '' && isNotGiven(target.entry) && isNotGiven(actualEntry);
  if (isUnnamed && addsUpBelow(grid, row, header, columns, weight)) return { kind: 'other' };
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
      sharesScore: mayShareScore({ weight, score }) && coversNext(above),
      reason: reason ? textAt(grid, row, columnInRow(grid, row, reason)) : null,
    },
  };
}

/** True for a row that holds a level label and the points of the rows below it, up to the next row of its kind. */
function addsUpBelow(
  grid: Grid,
  row: number,
  header: IndicatorHeader,
  columns: ScoreColumns,
  weight: NumberCell,
): boolean {
  const name = header.columns.get('name');
  if (columns.weight === null || weight.value === null || !name) return false;
  const below: Decimal[] = [];
  for (let next = row + 1; next < grid.rowCount; next += 1) {
    if (textAt(grid, next, columnInRow(grid, next, name)).text === '') break;
    below.push(weightAt(grid, next, columns.weight).value ?? ZERO);
  }
  return below.length > 0 && sum(below).eq(weight.value);
}

/** A row with nothing to earn of its own may stand for points together with the row above it. */
export function mayShareScore({ weight, score }: Pick<IndicatorRow, 'weight' | 'score'>): boolean {
  return score.state === 'blank' && !holdsNumber(weight);
}

/** A row above that has a score can cover a row below it whose own score cell was merged away. */
export function coversNext(above: IndicatorRow | null): boolean {
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
  const own = column === null ? null : cellName(row, column);
  const sign = operator && !vocabulary.qualitative.includes(compact(operator.text)) ? operator.text : '';
  const unitText = unit && !vocabulary.notGiven.includes(compact(unit.text)) ? unit.text : '';
  return {
    entry: joinTarget(sign, value, unitText),
    cells: operator || unit || own === null ? namedOf([operator?.cell, own, unit?.cell]) : [own],
    unit: unitText,
  };
}

/** Needed where a target stands in several cells, or in none. */
function namedOf(cells: readonly (string | null | undefined)[]): readonly string[] {
  return cells.filter((cell) => typeof cell === 'string');
}

function joinTarget(sign: string, value: Entry, unit: string): Entry {
  const text = value.text.trim();
  if (text === '') return value;
  const tail =
    unit !== '' && !text.endsWith(unit) && !(/[%％]$/.test(text) && /^[%％]/.test(unit)) ? unit : '';
  const head = /^[≥≤>＞<＜=＝≧≦》《]/.test(text) ? '' : sign;
  return head === '' && tail === '' ? value : textEntry(`${head}${text}${tail}`);
}

/** The weight column, or the points behind the name: "党员学习培训出勤率(4分)". */
function readWeight(grid: Grid, row: number, columns: ScoreColumns, inName: string | null): NumberCell {
  const inColumn = columns.weight === null ? null : weightAt(grid, row, columns.weight);
  if (inColumn && inColumn.state !== 'blank') return inColumn;
  return inName === null && inColumn ? inColumn : numberWithoutCell(inName);
}

/** A weight in brackets behind a name, with its 分. */
const WEIGHT_IN_NAME = /\s*[(（【[〔]\s*(\d+(?:\.\d+)?)\s*分\s*[)）】\]〕]\s*$/;
/** Under a header that says so (三级指标(权重)) the brackets or the 分 may be missing. */
const LOOSE_WEIGHT_IN_NAME =
  /\s*(?:[(（【[〔]\s*(\d+(?:\.\d+)?)\s*分?\s*[)）】\]〕]|(?<=\D)(\d+(?:\.\d+)?)\s*分)\s*$/;

/** What a name with a weight ends with. */
const WEIGHT_ENDING = /[)）】\]〕分]$/;

interface NameParts {
  /** The name without its list mark ("指标1：") and without the weight behind it. */
  readonly name: string;
  readonly weight: string | null;
}

/** Parts a name from what stands before and behind it. `header` is the text over the names. */
function splitName(label: string, header = ''): NameParts {
  const marked = label.trim().replace(/^指标\s*[\d０-９]+\s*[:：.、．]?\s*/, '');
  if (!WEIGHT_ENDING.test(marked)) return { name: marked, weight: null };
  const pattern = /[(（【[〔].*(权重|分值|分)/.test(header) ? LOOSE_WEIGHT_IN_NAME : WEIGHT_IN_NAME;
  const found = pattern.exec(halfWidth(marked));
  if (!found) return { name: marked, weight: null };
  return { name: marked.slice(0, found.index).trim(), weight: found[1] ?? found[2] ?? null };
}

/** Digits, brackets and points in half width, each character in its place. */
function halfWidth(text: string): string {
  return text.replace(/[０-９（）．]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
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
