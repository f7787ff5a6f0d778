/** Conditional formats between the workbook's contract and its state. */
import { requireArea } from './areas';
import { BookRefusal, type BookFormat, type NewFormat } from './book';
import type { Calculation } from './calculation';
import type { FormatState, SheetState } from './state';

/** A format as others see it; `index` is its place by priority. */
export function bookFormat(format: FormatState, index: number): BookFormat {
  const { id, areas, stopsIfTrue, type, formulas, fill, fontColor } = format;
  const rule: BookFormat['rule'] =
    type === 'expression' ? { kind: 'formula', formula: formulas[0] ?? '' } : { kind: 'other', type };
  return { id, areas, priority: index, stopsIfTrue, rule, fill, fontColor };
}

/** A format that is new. */
export function formatState(
  id: string,
  { areas, stopsIfTrue, fill, fontColor, formula }: NewFormat,
): FormatState {
  return {
    id,
    place: null,
    areas,
    stopsIfTrue,
    type: 'expression',
    formulas: [formula],
    options: {},
    fill,
    fontColor,
  };
}

/** A format with what is given changed; a formula makes it a formula rule. */
export function changedFormat(format: FormatState, { formula, ...change }: Partial<NewFormat>): FormatState {
  const rule = formula === undefined ? {} : { type: 'expression', formulas: [formula], options: {} };
  return { ...format, ...change, ...rule };
}

/** The format of an id; throws ItemNotFound when it is not on the sheet. */
export function knownFormat({ formats }: SheetState, id: string): FormatState {
  const found = formats.find((one) => one.id === id);
  if (!found) throw new BookRefusal('ItemNotFound', 'The conditional format is not there.');
  return found;
}

/** Throws InvalidArgument for areas or formulas that Excel would refuse. */
export function requireFormat(calculation: Calculation, { areas, formula }: Partial<NewFormat>): void {
  if (areas?.length === 0) throw new BookRefusal('InvalidArgument', 'A format needs an area.');
  areas?.forEach(requireArea);
  const isWrong =
    formula !== undefined && (formula === '' || formula.startsWith('=') || !calculation.canRead(formula));
  if (isWrong) throw new BookRefusal('InvalidArgument', 'The formula of the format cannot be read.');
}
