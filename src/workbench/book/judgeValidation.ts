/** Judges what stands in a cell by its validation, as Excel does when something is typed. */
import { moveFormula, tokenise } from '../../workbook/xlsx/formula/tokens';
import { cellName, parseCellName } from '../../form/address';
import type { CellValue, Validation, ValidationOperator } from './book';
import type { Calculation } from './calculation';
import { onSheet } from './formulaText';
import { cellIn, type BookState, type Result, type SheetState, type ValidationState } from './state';

interface Judged {
  readonly calculation: Calculation;
  readonly state: BookState;
  readonly sheet: SheetState;
  readonly row: number;
  readonly column: number;
}

/** Does a value that stands in a cell of the state obey the validation? What the engine cannot work out is let pass. */
export function obeys(validation: ValidationState, { value, isError }: Result, at: Judged): boolean {
  const { type, ignoresBlanks } = validation;
  if (type === 'none') return true;
  if (value === null || value === '') return ignoresBlanks;
  if (isError) return false;
  if (type === 'custom') return isMet(ask(validation, at)[0]);
  if (type === 'list') return isListed(validation, value, at);
  const measure = type === 'textLength' ? String(value).length : value;
  if (typeof measure !== 'number' || (type === 'whole' && !Number.isInteger(measure))) return false;
  if (ignoresBlanks && validation.formulas.some((_, index) => namesBlank(validation, index, at))) return true;
  const bounds = ask(validation, at);
  if (bounds.includes(null)) return true;
  const [one, two] = bounds.map((bound) => (bound?.isError === false ? Number(bound.value ?? 0) : NaN));
  return compares(validation.operator, measure, one ?? NaN, two ?? NaN);
}

/** The words of a list that is written out; null for a list that stands in cells. */
export function wordsOf({ type, formulas: [formula = ''] }: Validation): readonly string[] | null {
  const words = /^"((?:[^"]|"")*)"$/.exec(formula)?.[1];
  if (type !== 'list' || words === undefined) return null;
  return words
    .replaceAll('""', '"')
    .split(',')
    .map((word) => word.trim());
}

/** Words are compared letter for letter, cells as Excel compares texts. */
function isListed(validation: ValidationState, value: CellValue, at: Judged): boolean {
  const words = wordsOf(validation);
  if (words) return words.includes(String(value).trim());
  const { sheet, row, column } = at;
  const cell = onSheet([{ kind: 'cell', text: cellName(row, column) }], sheet.name);
  const [range] = formulasAt(validation, at);
  return isMet(at.calculation.evaluate(at.state, [`COUNTIF(${range ?? ''},${cell})>0`])[0]);
}

function isMet(result: Result | null | undefined): boolean {
  if (!result) return true;
  return (
    !result.isError && (result.value === true || (typeof result.value === 'number' && result.value !== 0))
  );
}

function ask(validation: ValidationState, at: Judged): readonly (Result | null)[] {
  return at.calculation.evaluate(at.state, formulasAt(validation, at));
}

/** The formulas as read at the cell, their references with the sheet's name. */
function formulasAt({ formulas, areas: [first] }: ValidationState, at: Judged): readonly string[] {
  return formulas.map((formula) => {
    const tokens = first && tokenise(formula);
    if (!tokens) return formula;
    const moved = tokenise(moveFormula(tokens, at.row - first.top, at.column - first.left));
    return moved ? onSheet(moved, at.sheet.name) : formula;
  });
}

/** A limit in a cell that is still blank is no limit. */
function namesBlank({ formulas, areas: [first] }: ValidationState, index: number, at: Judged): boolean {
  const tokens = tokenise(formulas[index] ?? '');
  const [token, ...more] = tokens ?? [];
  if (!first || token?.kind !== 'cell' || more.length > 0) return false;
  const moved = moveFormula([token], at.row - first.top, at.column - first.left);
  const place = parseCellName(moved.toUpperCase());
  return place !== null && !cellIn(at.sheet, place.row, place.column)?.content;
}

function compares(operator: ValidationOperator, measure: number, one: number, two: number): boolean {
  switch (operator) {
    case 'between':
      return measure >= one && measure <= two;
    case 'notBetween':
      return measure < one || measure > two;
    case 'equal':
      return measure === one;
    case 'notEqual':
      return measure !== one;
    case 'greaterThan':
      return measure > one;
    case 'lessThan':
      return measure < one;
    case 'greaterThanOrEqual':
      return measure >= one;
    case 'lessThanOrEqual':
      return measure <= one;
  }
}
