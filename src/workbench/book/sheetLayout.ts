/** The part of a sheet's handle that is about panes, page set-up and validations. */
import { LAST_COLUMN, LAST_ROW } from '../../workbook/xlsx/limits';
import { requireArea } from './areas';
import { BookRefusal, type Sheet } from './book';
import { cellIn, type BookState, type Content, type Result, type SheetState, type Style } from './state';
import { withContent } from './cells';
import { obeys } from './judgeValidation';
import type { Workings } from './makeBook';
import { printTitlesOf, withPrintArea, withPrintTitles } from './printNames';
import { contentOf, typedOf } from './typing';
import { requireValidation, validationIn, withValidation } from './validations';

export type SheetLayout = Pick<
  Sheet,
  | 'freeze'
  | 'setGridlines'
  | 'setPage'
  | 'setPrintArea'
  | 'setPrintTitles'
  | 'validationAt'
  | 'validate'
  | 'isValid'
  | 'holdsValid'
>;

/** What the handle lends. */
export interface SheetAccess {
  readonly id: string;
  readonly current: () => SheetState;
  readonly styleAt: (row: number, column: number) => Style;
  readonly resultOf: (sheet: SheetState, row: number, column: number, content: Content | null) => Result;
}

export function makeSheetLayout(
  { store, file, calculation }: Workings,
  { id, current, styleAt, resultOf }: SheetAccess,
): SheetLayout {
  const put = (change: Partial<SheetState>): void => {
    const { state } = store;
    const sheets = state.sheets.map((one) => (one.id === id ? { ...one, ...change } : one));
    go({ ...state, sheets });
  };
  const go = (state: BookState): void => {
    store.change(state, { sheet: id, kind: 'layout', area: null });
  };

  return {
    freeze({ rows, columns }) {
      const areCounts = [rows, columns].every((count) => Number.isInteger(count) && count >= 0);
      if (!areCounts || rows > LAST_ROW || columns > LAST_COLUMN)
        throw new BookRefusal('InvalidArgument', 'So many rows or columns cannot be frozen.');
      const { frozen } = current();
      if (rows !== frozen.rows || columns !== frozen.columns) put({ frozen: { rows, columns } });
    },
    setGridlines(areShown) {
      if (areShown !== current().showsGridlines) put({ showsGridlines: areShown });
    },
    setPage(change) {
      put({ page: { ...current().page, ...change } });
    },
    setPrintArea(areas) {
      areas?.forEach(requireArea);
      go(withPrintArea(store.state, current(), areas));
    },
    setPrintTitles(titles) {
      for (const area of [titles.rows, titles.columns]) if (area) requireArea(area);
      go(withPrintTitles(store.state, current(), { ...printTitlesOf(store.state, id), ...titles }));
    },
    validationAt(row, column) {
      return validationIn(current().validations, row, column);
    },
    validate(areas, validation) {
      const { protection, validations } = current();
      if (protection) throw new BookRefusal('AccessDenied', 'The sheet is protected.');
      requireValidation(calculation, areas, validation);
      put({ validations: withValidation(validations, areas, validation) });
    },
    isValid(row, column, value) {
      const sheet = current();
      const validation = validationIn(sheet.validations, row, column);
      if (!validation) return true;
      const { look } = styleAt(row, column);
      const content = contentOf(typedOf(value, look.numberFormat, file.workbook.meaning.date1904));
      // Judged as if it stood there already: rules speak of the cell itself.
      const changed = withContent(sheet, row, column, content, { owned: new WeakSet(), styles: file.styles });
      const settled = store.settled();
      const state = { ...settled, sheets: settled.sheets.map((one) => (one.id === id ? changed : one)) };
      const result =
        content?.kind === 'formula'
          ? calculation.result(state, changed, { row, column }, content)
          : (content ?? { value: null, isError: false });
      return obeys(validation, result, { calculation, state, sheet: changed, row, column });
    },
    holdsValid(row, column) {
      const sheet = current();
      const validation = validationIn(sheet.validations, row, column);
      if (!validation) return true;
      const result = resultOf(sheet, row, column, cellIn(sheet, row, column)?.content ?? null);
      return obeys(validation, result, { calculation, state: store.settled(), sheet, row, column });
    },
  };
}
