/** The workbook over its store: sheets, settings, selection, steps. */
import { BookRefusal, type Area, type Book, type Sheet } from './book';
import { requireArea } from './areas';
import { createCalculation, type Calculation } from './calculation';
import { withCopy } from './copySheet';
import { sheetId } from './ids';
import { makeSheet } from './makeSheet';
import type { OpenedFile } from './openBook';
import { NEW_PAGE } from './readPage';
import { saveBook } from './saveBook';
import { freeSheetName, isSheetName, sameSheetName } from './sheetName';
import { createShownLooks, type ShownLooks } from './shownLooks';
import { renamedInFormulas, withoutSheet } from './sheetFormulas';
import type { BookState, SheetState } from './state';
import { createStore, type Store } from './store';

/** What the sheets of a workbook share. */
export interface Workings {
  readonly file: OpenedFile;
  readonly store: Store;
  readonly calculation: Calculation;
  readonly shown: ShownLooks;
  readonly newFormatId: () => string;
}

const FIRST_CELL: Area = { top: 0, left: 0, bottom: 0, right: 0 };

/** The book of a file that was read. */
export function makeBook(file: OpenedFile, name: string): Book {
  const store = createStore(file.state);
  const calculation = createCalculation(file.state);
  let formatCount = 0;
  const workings: Workings = {
    file,
    store,
    calculation,
    shown: createShownLooks(calculation),
    newFormatId: () =>
      `{${(formatCount += 1).toString(16).toUpperCase().padStart(8, '0')}-0003-0000-0000-000000000000}`,
  };
  const handles = new Map<string, Sheet>();
  const selections = new Map(file.selections);
  let sheetCount = file.state.sheets.length;
  let activeId = firstActive(file);

  const handleOf = ({ id }: SheetState): Sheet => {
    const known = handles.get(id);
    if (known) return known;
    const handle = makeSheet(workings, id);
    handles.set(id, handle);
    return handle;
  };
  const stateOf = (sheet: Sheet): SheetState => {
    const found = store.state.sheets.find(({ id }) => id === sheet.id);
    if (!found) throw new BookRefusal('ItemNotFound', 'The sheet is not there any more.');
    return found;
  };
  /** The active sheet; the first visible one when it is gone. */
  const activeState = (): SheetState => {
    const { sheets } = store.state;
    const found =
      sheets.find(({ id, visibility }) => id === activeId && visibility === 'visible') ??
      sheets.find(({ visibility }) => visibility === 'visible') ??
      sheets[0];
    if (!found) throw new BookRefusal('ItemNotFound', 'The workbook has no sheet.');
    return found;
  };
  const requireStructure = (): void => {
    if (file.isStructureProtected)
      throw new BookRefusal('AccessDenied', 'The structure of the workbook is protected.');
  };
  const requireName = (wanted: string, except: string | null): void => {
    if (!isSheetName(wanted))
      throw new BookRefusal('InvalidArgument', 'Excel refuses this name for a sheet.');
    const isTaken = store.state.sheets.some(
      (sheet) => sheet.id !== except && sameSheetName(sheet.name, wanted),
    );
    if (isTaken) throw new BookRefusal('ItemAlreadyExists', 'There is a sheet of this name.');
  };
  const changeStructure = (state: BookState, sheet: string): void => {
    store.change(state, { sheet, kind: 'structure', area: null });
  };

  const book: Book = {
    name,
    get sheets() {
      return store.state.sheets.map(handleOf);
    },
    get activeSheet() {
      return handleOf(activeState());
    },
    get selection() {
      return selections.get(activeState().id) ?? FIRST_CELL;
    },
    activate(sheet) {
      const { id, visibility } = stateOf(sheet);
      if (visibility !== 'visible')
        throw new BookRefusal('InvalidOperation', 'A hidden sheet cannot be activated.');
      if (id === activeState().id) return;
      activeId = id;
      store.tell({ sheet: id, kind: 'activation', area: null });
    },
    select(sheet, area) {
      requireArea(area);
      const { id } = stateOf(sheet);
      if (id !== activeState().id)
        throw new BookRefusal('InvalidOperation', 'The sheet is not the active one.');
      selections.set(id, area);
      store.tell({ sheet: id, kind: 'selection', area });
    },
    addSheet(wanted) {
      requireStructure();
      const added = wanted ?? freeSheetName(store.state.sheets.map((sheet) => sheet.name));
      requireName(added, null);
      const sheet = emptySheet(sheetId(sheetCount), added, file);
      sheetCount += 1;
      changeStructure({ ...store.state, sheets: [...store.state.sheets, sheet] }, sheet.id);
      return handleOf(sheet);
    },
    copySheet(sheet, position) {
      requireStructure();
      const source = stateOf(sheet);
      if (source.visibility === 'very-hidden')
        throw new BookRefusal('InvalidOperation', 'A very hidden sheet cannot be copied.');
      const id = sheetId(sheetCount);
      const state = withCopy(store.settled(), source.id, { id, position, newFormatId: workings.newFormatId });
      sheetCount += 1;
      selections.set(id, selections.get(source.id) ?? FIRST_CELL);
      changeStructure(state, id);
      return handleOf(state.sheets.find((one) => one.id === id) ?? source);
    },
    moveSheet(sheet, position) {
      requireStructure();
      const moved = stateOf(sheet);
      const { state } = store;
      if (!Number.isInteger(position) || position < 0 || position >= state.sheets.length)
        throw new BookRefusal('InvalidArgument', 'There is no such place among the sheets.');
      const others = state.sheets.filter((one) => one !== moved);
      const sheets = others.toSpliced(position, 0, moved);
      if (sheets.some((one, index) => one !== state.sheets[index])) {
        changeStructure({ ...state, sheets }, moved.id);
      }
    },
    deleteSheet(sheet) {
      requireStructure();
      const { id, visibility } = stateOf(sheet);
      const others = store.state.sheets.filter((one) => one.visibility === 'visible' && one.id !== id);
      if (visibility === 'very-hidden')
        throw new BookRefusal('InvalidOperation', 'A very hidden sheet cannot be deleted.');
      if (others.length === 0) throw new BookRefusal('InvalidOperation', 'A workbook needs a visible sheet.');
      changeStructure(withoutSheet(store.settled(), id), id);
    },
    renameSheet(sheet, wanted) {
      requireStructure();
      const { id, name: before } = stateOf(sheet);
      requireName(wanted, id);
      if (wanted === before) return;
      changeStructure(renamedInFormulas(store.settled(), id, wanted), id);
    },
    isStructureProtected: file.isStructureProtected,
    get names() {
      const { names, sheets } = store.state;
      return names.map(({ name: label, formula, sheet }) => ({
        name: label,
        formula,
        sheet: sheets.find(({ id }) => id === sheet)?.name ?? null,
      }));
    },
    get settings() {
      return store.state.settings;
    },
    setSetting(key, json) {
      const { state } = store;
      if ((state.settings.get(key) ?? null) === json) return;
      const settings = new Map(state.settings);
      if (json === null) settings.delete(key);
      else settings.set(key, json);
      store.change({ ...state, settings }, { sheet: activeState().id, kind: 'settings', area: null });
    },
    asAddIn: (work) => store.asAddIn(work),
    undo: () => store.undo(),
    redo: () => store.redo(),
    clearUndo() {
      store.clearUndo();
    },
    onChange: (listener) =>
      store.onChange(({ sheet, kind, area }, by) => {
        const state = store.state.sheets.find(({ id }) => id === sheet) ?? activeState();
        listener({ sheet: handles.get(sheet) ?? handleOf(state), kind, area, by });
      }),
    bytes: () => saveBook(file, store.settled(), { calculation, activeSheet: activeState().id }),
  };
  return book;
}

function firstActive({ activeSheet, state }: OpenedFile): string | null {
  const isVisible = state.sheets.some(({ id, visibility }) => id === activeSheet && visibility === 'visible');
  return isVisible ? activeSheet : null;
}

function emptySheet(id: string, name: string, { state }: OpenedFile): SheetState {
  const [first] = state.sheets;
  return {
    id,
    part: null,
    origin: null,
    name,
    visibility: 'visible',
    rows: new Map(),
    rowSettings: new Map(),
    columns: [],
    defaultHeight: first?.defaultHeight ?? 15,
    defaultWidth: first?.defaultWidth ?? 48,
    merges: [],
    frozen: { rows: 0, columns: 0 },
    showsGridlines: true,
    page: NEW_PAGE,
    validations: [],
    filter: null,
    formats: [],
    protection: null,
    shifts: [],
  };
}
