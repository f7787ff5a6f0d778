/** Holds the state of an open workbook, its steps back and forth, and who is told of changes. */
import type { Area, BookChange } from './book';
import type { Owned } from './cells';
import type { BookState, Rows } from './state';

/** Older steps are forgotten. */
const MOST_STEPS = 100;

export interface Told {
  readonly sheet: string;
  readonly kind: BookChange['kind'];
  readonly area: Area | null;
}

export interface Store {
  /** The state, which may still be changed in place by the step in progress. */
  readonly state: BookState;
  /** The state for those who keep it: from here on it is changed no more. */
  settled(): BookState;
  readonly owned: Owned;
  /** Who makes the changes of the moment. */
  readonly by: BookChange['by'];
  /** Goes to another state and tells of it; nothing happens when it is the same. */
  change(state: BookState, told: Told): void;
  /** Tells of something that is not part of the state. */
  tell(told: Told): void;
  asAddIn<T>(work: () => T): T;
  undo(): boolean;
  redo(): boolean;
  clearUndo(): void;
  onChange(listener: (told: Told, by: BookChange['by']) => void): () => void;
}

interface Step {
  readonly before: BookState;
  readonly after: BookState;
}

export function createStore(opened: BookState): Store {
  let state = opened;
  let owned: Owned = new WeakSet();
  let done: Step[] = [];
  let undone: Step[] = [];
  let addInDepth = 0;
  let batchStart = opened;
  const listeners = new Set<(told: Told, by: BookChange['by']) => void>();

  const tell = (told: Told): void => {
    const by = addInDepth > 0 ? 'add-in' : 'person';
    for (const listener of [...listeners]) listener(told, by);
  };
  const settle = (): void => {
    owned = new WeakSet();
  };
  const note = (before: BookState): void => {
    if (before === state) return;
    done = [...done.slice(1 - MOST_STEPS), { before, after: state }];
    undone = [];
  };
  const go = (to: BookState): void => {
    const from = state;
    state = to;
    settle();
    for (const told of differences(from, to)) tell(told);
  };

  return {
    get state() {
      return state;
    },
    get owned() {
      return owned;
    },
    get by() {
      return addInDepth > 0 ? 'add-in' : 'person';
    },
    settled() {
      settle();
      return state;
    },
    change(next, told) {
      if (next === state) return;
      const before = state;
      state = next;
      if (addInDepth === 0) {
        note(before);
        settle();
      }
      tell(told);
    },
    tell,
    asAddIn(work) {
      if (addInDepth === 0) {
        batchStart = state;
        settle();
      }
      addInDepth += 1;
      try {
        return work();
      } finally {
        addInDepth -= 1;
        if (addInDepth === 0) {
          note(batchStart);
          settle();
        }
      }
    },
    undo() {
      const step = done.pop();
      if (!step) return false;
      undone.push(step);
      go(step.before);
      return true;
    },
    redo() {
      const step = undone.pop();
      if (!step) return false;
      done.push(step);
      go(step.after);
      return true;
    },
    clearUndo() {
      done = [];
      undone = [];
      batchStart = state;
      settle();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** What is to be told when one state takes the place of another. */
function differences(from: BookState, to: BookState): Told[] {
  const told: Told[] = [];
  const ids = (state: BookState): string =>
    state.sheets.map(({ id, name, visibility }) => `${id}${name}${visibility}`).join();
  const [first] = to.sheets;
  if (first && ids(from) !== ids(to)) told.push({ sheet: first.id, kind: 'structure', area: null });
  for (const sheet of to.sheets) {
    const before = from.sheets.find(({ id }) => id === sheet.id);
    if (!before || before === sheet) continue;
    const isShifted = before.shifts !== sheet.shifts;
    if (isShifted) told.push({ sheet: sheet.id, kind: 'structure', area: null });
    if (before.rows !== sheet.rows)
      told.push({ sheet: sheet.id, kind: 'cells', area: changedArea(before.rows, sheet.rows) });
    if (isShifted) continue;
    if (before.formats !== sheet.formats) told.push({ sheet: sheet.id, kind: 'formats', area: null });
    const looks = ['rowSettings', 'columns', 'merges', 'protection'] as const;
    if (looks.some((name) => before[name] !== sheet[name]))
      told.push({ sheet: sheet.id, kind: 'looks', area: null });
    const layout = ['frozen', 'showsGridlines', 'page', 'validations'] as const;
    if (layout.some((name) => before[name] !== sheet[name]))
      told.push({ sheet: sheet.id, kind: 'layout', area: null });
  }
  if (first && from.settings !== to.settings) told.push({ sheet: first.id, kind: 'settings', area: null });
  return told;
}

function changedArea(before: Rows, after: Rows): Area | null {
  const places: { readonly row: number; readonly column: number }[] = [];
  for (const row of new Set([...before.keys(), ...after.keys()])) {
    const was = before.get(row);
    const is = after.get(row);
    if (was === is) continue;
    for (const column of new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])) {
      if (was?.get(column) !== is?.get(column)) places.push({ row, column });
    }
  }
  const rows = places.map(({ row }) => row);
  const columns = places.map(({ column }) => column);
  const least = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b), 0);
  if (places.length === 0) return null;
  return { top: least(rows), left: least(columns), bottom: most(rows), right: most(columns) };
}
