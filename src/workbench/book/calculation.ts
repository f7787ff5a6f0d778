/**
 * Evaluates formulas with the spreadsheet engine. The engine mirrors one state of the workbook; before it is asked, it is brought up to date with
 * what differs. What it makes of the file as opened is its baseline: a formula whose result is still that keeps the result the file has, so a
 * function that the engine does not know, or knows otherwise, changes nothing.
 */
import { Model } from '@ironcalc/wasm';
import { tokenise } from '../../workbook/xlsx/formula/tokens';
import { cellName } from '../../form/address';
import type { CellValue } from './book';
import { canBeRead } from './formulaSyntax';
import { quoteSheet, forEngine, type Meanings } from './formulaText';
import type { BookState, Cell, Content, Result, Row, Rows, SheetState } from './state';

export interface Calculation {
  /** The result of a formula in the given state; the stored one where the engine has no other. */
  result(state: BookState, sheet: SheetState, place: Place, content: FormulaContent): Result;
  /**
   * Evaluates formulas (without "=", references with sheet names) in passing, in the given state. Null for one that the engine
   * cannot read.
   */
  evaluate(state: BookState, formulas: readonly string[]): readonly (Result | null)[];
  /** Is the formula one that can be read at all? */
  canRead(formula: string): boolean;
}

export interface Place {
  readonly row: number;
  readonly column: number;
}

type FormulaContent = Extract<Content, { kind: 'formula' }>;

const NUMBER = 1;
const BOOLEAN = 4;
const ERROR = 16;

/** What the engine says when it does not know a function, a reference or the syntax. */
const NOT_KNOWN = /^#(?:ERROR!|NAME\?|N\/IMPL|CIRC!|SPILL!|CALC!)/;

/** The formula cells of each sheet of the engine, by "row column". */
type FormulaPlaces = Map<string, FormulaContent>;

interface Mirror {
  readonly model: Model;
  state: BookState;
  readonly formulas: FormulaPlaces[];
}

/** A calculation over a workbook as it was opened. The engine must have been loaded. */
export function createCalculation(opened: BookState): Calculation {
  const baseline = new WeakMap<Result, Result | null>();
  let mirror: Mirror | null = null;
  let failed: BookState | null = null;

  /** What the engine makes of a state; null when it breaks over it, after which it must begin anew. */
  const ask = <T>(state: BookState, question: (model: Model) => T): T | null => {
    if (state === failed) return null;
    try {
      return question(mirrorOf(state).model);
    } catch (error) {
      if (!isTrap(error)) throw error;
      mirror = null;
      failed = state;
      return null;
    }
  };

  const mirrorOf = (state: BookState): Mirror => {
    if (!mirror) {
      mirror = load(opened);
      noteBaseline(mirror);
    }
    if (mirror.state === state) return mirror;
    if (hasSameSheets(mirror.state, state)) update(mirror, state);
    else {
      mirror.model.free();
      mirror = load(state);
    }
    return mirror;
  };

  const noteBaseline = ({ model, formulas, state }: Mirror): void => {
    formulas.forEach((places, index) => {
      for (const [key, content] of places) {
        const [row = 0, column = 0] = key.split(' ').map(Number);
        if (content.stored)
          baseline.set(content.stored, read(model, state.sheets.length, index, { row, column }));
      }
    });
  };

  return {
    result(state, sheet, place, content) {
      if (content.isArray || (state === opened && content.stored)) return content.stored ?? BLANK_RESULT;
      const index = state.sheets.indexOf(sheet);
      const result = ask(state, (model) => read(model, state.sheets.length, index, place));
      const { stored } = content;
      if (result === null) return stored ?? BLANK_RESULT;
      const first = stored && baseline.get(stored);
      return stored && first && sameResult(first, result) ? stored : result;
    },
    evaluate(state, formulas) {
      if (formulas.length === 0) return [];
      const results = ask(state, (model) => evaluateAside(model, state, formulas));
      return results ?? formulas.map(() => null);
    },
    // Brackets stand for tables and other workbooks, which are Excel's to judge.
    canRead: (formula) => formula.includes('[') || canBeRead(tokenise(formula)),
  };
}

function evaluateAside(
  model: Model,
  state: BookState,
  formulas: readonly string[],
): readonly (Result | null)[] {
  const sheet = state.sheets.length * 2;
  const meanings = meaningsOf(state, null);
  formulas.forEach((formula, row) => {
    input(model, sheet, row, 0, `=${forEngine(formula, meanings)}`);
    input(model, sheet, row, 1, `=${cellName(row, 0)}&""`);
  });
  model.evaluate();
  const results = formulas.map((_, row) =>
    readAt(model, sheet, { row, column: 0 }, sheet, { row, column: 1 }),
  );
  model.rangeClearContents(sheet, 1, 1, formulas.length, 2);
  model.flushSendQueue();
  return results;
}

/** Has the engine's program broken off? Some formulas bring that about: EDATE with a million years. */
function isTrap(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === 'RuntimeError';
}

const BLANK_RESULT: Result = { value: null, isError: false };

export function sameResult(a: Result, b: Result): boolean {
  return a.value === b.value && a.isError === b.isError;
}

/**
 * A model with the sheets of the state, behind each of them one that spells its results (`=A1&""` gives all digits of a number), and at the
 * end one for evaluations in passing.
 */
function load(state: BookState): Mirror {
  const model = new Model('book', 'en', 'UTC', 'en');
  model.pauseEvaluation();
  const count = state.sheets.length;
  for (let index = 1; index < count * 2 + 1; index += 1) model.newSheet();
  // Names of our own first, so that no name is taken while another sheet still has it.
  for (let index = 0; index < count * 2 + 1; index += 1) model.renameSheet(index, `ziping ${index}`);
  state.sheets.forEach(({ name }, index) => {
    model.renameSheet(index, name);
  });
  const mirror: Mirror = {
    model,
    state,
    formulas: state.sheets.map(() => new Map<string, FormulaContent>()),
  };
  state.sheets.forEach((sheet, index) => {
    updateRows(mirror, state, index, new Map(), sheet.rows);
  });
  model.evaluate();
  model.flushSendQueue();
  return mirror;
}

function hasSameSheets(a: BookState, b: BookState): boolean {
  return (
    a.names === b.names &&
    a.sheets.length === b.sheets.length &&
    a.sheets.every(({ id, name }, index) => id === b.sheets[index]?.id && name === b.sheets[index].name)
  );
}

function update(mirror: Mirror, state: BookState): void {
  const changes = state.sheets.map((sheet, index) => {
    const before = mirror.state.sheets[index]?.rows ?? new Map<number, Row>();
    return updateRows(mirror, state, index, before, sheet.rows);
  });
  mirror.state = state;
  if (changes.includes(true)) mirror.model.evaluate();
  mirror.model.flushSendQueue();
}

/** Gives the engine what differs between two sets of rows. */
function updateRows(mirror: Mirror, state: BookState, index: number, before: Rows, after: Rows): boolean {
  if (before === after) return false;
  const meanings = meaningsOf(state, state.sheets[index]?.id ?? null);
  let hasChanged = false;
  const set = (row: number, column: number, was: Cell | undefined, is: Cell | undefined): void => {
    if (was === is || was?.content === is?.content) return;
    hasChanged = true;
    setCell(mirror, { state, index, meanings }, { row, column }, is?.content ?? null);
  };
  for (const [row, cells] of after) {
    const old = before.get(row);
    if (old === cells) continue;
    for (const [column, cell] of cells) set(row, column, old?.get(column), cell);
    for (const [column, cell] of old ?? []) if (!cells.has(column)) set(row, column, cell, undefined);
  }
  for (const [row, cells] of before) {
    if (!after.has(row)) for (const [column, cell] of cells) set(row, column, cell, undefined);
  }
  return hasChanged;
}

function setCell(
  { model, formulas }: Mirror,
  { state, index, meanings }: { state: BookState; index: number; meanings: Meanings },
  { row, column }: Place,
  content: Content | null,
): void {
  const key = `${row} ${column}`;
  const spelling = state.sheets.length + index;
  const places = formulas[index];
  if (places?.delete(key)) input(model, spelling, row, column, '');
  if (content?.kind === 'formula' && !content.isArray) {
    input(model, index, row, column, `=${forEngine(content.formula, meanings)}`);
    const name = state.sheets[index]?.name ?? '';
    input(model, spelling, row, column, `=${quoteSheet(name)}!${cellName(row, column)}&""`);
    places?.set(key, content);
  } else {
    const value = content?.kind === 'formula' ? content.stored : content;
    input(model, index, row, column, value === null ? '' : typedFor(value.value, value.isError));
  }
}

function input(model: Model, sheet: number, row: number, column: number, text: string): void {
  try {
    model.setUserInput(sheet, row + 1, column + 1, text);
  } catch (error) {
    if (isTrap(error)) throw error;
    // A formula that the engine cannot hold has no result; what it stood on is as good as blank.
    model.setUserInput(sheet, row + 1, column + 1, '');
  }
}

function typedFor(value: CellValue, isError: boolean): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'number' || isError ? String(value) : `'${value}`;
}

/** What names stand for on a sheet: its own names come before those of the workbook. */
function meaningsOf({ names }: BookState, sheet: string | null): Meanings {
  const of = (id: string | null): [string, string][] =>
    names.filter((name) => name.sheet === id).map(({ name, formula }) => [name.toLowerCase(), formula]);
  return new Map([...of(null), ...(sheet === null ? [] : of(sheet))]);
}

function read(model: Model, sheetCount: number, index: number, place: Place): Result | null {
  return readAt(model, index, place, sheetCount + index, place);
}

/** The result in a cell, its number as spelt in another; null when the engine does not know. */
function readAt(model: Model, sheet: number, place: Place, spelling: number, spelt: Place): Result | null {
  const type = model.getCellType(sheet, place.row + 1, place.column + 1);
  const shown = model.getFormattedCellValue(sheet, place.row + 1, place.column + 1);
  switch (type) {
    case NUMBER: {
      const number = Number(model.getFormattedCellValue(spelling, spelt.row + 1, spelt.column + 1));
      return Number.isFinite(number) ? { value: number, isError: false } : null;
    }
    case BOOLEAN:
      return { value: shown === 'TRUE', isError: false };
    case ERROR:
      return NOT_KNOWN.test(shown) ? null : { value: shown, isError: true };
    default:
      return { value: shown === '' ? null : shown, isError: false };
  }
}
