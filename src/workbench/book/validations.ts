/** The validations of a sheet: which cells have which, given, taken away, and their formulas seen from other cells. */
import { moveFormula, tokenise } from '../../workbook/xlsx/formula/tokens';
import { holds, requireArea, withoutAreas } from './areas';
import { BookRefusal, type Area, type BookValidation, type Validation } from './book';
import type { Calculation } from './calculation';
import type { ValidationState } from './state';

/** The list with a validation for areas in place of those they have; null takes theirs away. */
export function withValidation(
  validations: readonly ValidationState[],
  areas: readonly Area[],
  validation: Validation | null,
): readonly ValidationState[] {
  const others = validations.flatMap((one) => {
    const left = withoutAreas(one.areas, areas);
    if (left === one.areas) return [one];
    return left.length === 0 ? [] : [{ ...one, areas: left, formulas: formulasFrom(one, left) }];
  });
  return validation ? [...others, { ...validation, areas, place: null }] : others;
}

/** The formulas of a validation as seen from the first cell of other areas. */
export function formulasFrom(
  { formulas, areas: [from] }: Pick<BookValidation, 'formulas' | 'areas'>,
  [to]: readonly Pick<Area, 'top' | 'left'>[],
): readonly string[] {
  if (!from || !to || (from.top === to.top && from.left === to.left)) return formulas;
  return formulas.map((formula) => {
    const tokens = tokenise(formula);
    return tokens ? moveFormula(tokens, to.top - from.top, to.left - from.left) : formula;
  });
}

export function validationIn<T extends BookValidation>(
  validations: readonly T[],
  row: number,
  column: number,
): T | null {
  return validations.find(({ areas }) => areas.some((area) => holds(area, row, column))) ?? null;
}

/** Do two lists say the same, of the same places in the file? */
export function sameValidations(a: readonly ValidationState[], b: readonly ValidationState[]): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** Throws InvalidArgument for areas or formulas that Excel would refuse. */
export function requireValidation(
  calculation: Calculation,
  areas: readonly Area[],
  validation: Validation | null,
): void {
  if (areas.length === 0) throw new BookRefusal('InvalidArgument', 'A validation needs an area.');
  areas.forEach(requireArea);
  const isWrong = (validation?.formulas ?? []).some(
    (formula) => formula === '' || formula.startsWith('=') || !calculation.canRead(formula),
  );
  if (isWrong) throw new BookRefusal('InvalidArgument', 'The formula of the validation cannot be read.');
}
