/** The active sheet on the page: drawn as a table, selected with mouse and keys, edited in place. */
import { cellName } from '../../../form/address';
import type { Area, Book, BookChange, Sheet } from '../../book/book';
import { sentence } from '../sentence';
import type { Direction } from './areas';
import { areaAt, isInside, nameArea, spanAreas, stepFrom } from './areas';
import { createCellEditor } from './cellEditor';
import type { DrawnSheet } from './drawSheet';
import { drawSheet } from './drawSheet';
import { enterValue, explainLock } from './enterText';
import { chooseWindow } from './gridWindow';
import { typedText } from './typedText';

export interface SheetViewEvents {
  /** A cell is being edited, or no longer. */
  editing(isEditing: boolean): void;
  /** Something was refused; the sentence says why. */
  refused(sentence: string): void;
  /** The selection or what is in it changed; `typing` is the text that is being typed, null when nothing is edited. */
  shown(cell: { readonly name: string; readonly text: string }, typing: string | null): void;
  undo(): void;
  redo(): void;
}

export interface SheetView {
  /** Shows the active sheet of a workbook from now on. */
  show(book: Book): void;
  /** Shows what changed. */
  follow(change: BookChange): void;
  /** Enters a text into the active cell, from the formula bar. */
  enter(text: string, move: Direction | null): void;
  select(area: Area): void;
  /** Enters what is being typed in a cell. */
  finishEditing(): void;
  focus(): void;
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

const pageRows = 20;

export function createSheetView(surface: HTMLElement, events: SheetViewEvents): SheetView {
  const layer = document.createElement('div');
  layer.className = 'layer';
  const note = document.createElement('div');
  note.className = 'part-note';
  surface.append(layer, note);

  let book: Book | null = null;
  let drawn: DrawnSheet | null = null;
  /** Where a selection began; its other end is `head`. */
  let anchor: Area = { top: 0, left: 0, bottom: 0, right: 0 };
  let head: Area = anchor;
  let isRepaintDue = false;
  let isRedrawDue = false;
  let marked: Element[] = [];

  const editor = createCellEditor(layer, {
    commit(text, move) {
      enterInto(text);
      events.editing(false);
      if (move) step(move, false);
      tell();
      focusCell();
    },
    cancel() {
      events.editing(false);
      tell();
      focusCell();
    },
    typed: (text) => {
      tell(text);
    },
  });

  function activeSheet(): Sheet | null {
    return book?.activeSheet ?? null;
  }

  function enterInto(text: string): void {
    const sheet = activeSheet();
    if (!sheet || text === typedText(sheet.cell(anchor.top, anchor.left))) return;
    const refusal = enterValue(sheet, anchor.top, anchor.left, text);
    if (refusal !== null) events.refused(refusal);
  }

  function tell(typing: string | null = null): void {
    const sheet = activeSheet();
    if (!sheet || !book) return;
    const cell = sheet.cell(anchor.top, anchor.left);
    events.shown({ name: nameArea(sheet, book.selection), text: typedText(cell) }, typing);
  }

  function isGridFocused(): boolean {
    return layer.contains(document.activeElement);
  }

  function focusCell(): void {
    drawn?.elementAt(anchor.top, anchor.left)?.focus({ preventScroll: true });
  }

  function redraw(): void {
    const sheet = activeSheet();
    if (!sheet) return;
    const wasFocused = isGridFocused() && !editor.isOpen;
    drawn = drawSheet(sheet, chooseWindow(sheet, head));
    const old = layer.querySelector('table');
    if (old) old.replaceWith(drawn.table);
    else layer.prepend(drawn.table);
    showNote(sheet);
    markSelection();
    if (wasFocused) focusCell();
  }

  /** Of a huge sheet only a part is drawn; this says which, and leads to the others. */
  function showNote(sheet: Sheet): void {
    const rows = drawn?.window.rows ?? [];
    const count = drawn?.window.rowCount ?? 0;
    const first = rows[0] ?? 0;
    const last = rows.at(-1) ?? 0;
    const isWhole = !rows.length || (first < 50 && last + 50 > count && count <= 300);
    note.hidden = isWhole;
    note.replaceChildren();
    if (isWhole) return;
    const label = document.createElement('span');
    label.textContent = sentence('part', { first: first + 1, last: last + 1, count });
    const lead = (key: 'earlier' | 'later', row: number) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = sentence(key);
      button.disabled = row < 0 || row >= count;
      button.addEventListener('click', () => {
        selectArea(areaAt(sheet, row, anchor.left), areaAt(sheet, row, anchor.left));
      });
      return button;
    };
    note.append(lead('earlier', first - 1), label, lead('later', last + 1));
  }

  function markSelection(): void {
    for (const element of marked) {
      element.classList.remove('is-selected', 'is-active');
      if (element.getAttribute('role') === 'gridcell') {
        element.removeAttribute('aria-selected');
        if (element instanceof HTMLElement) element.tabIndex = -1;
      }
    }
    marked = [];
    if (!drawn || !book) return;
    const area = book.selection;
    for (const row of drawn.window.rows) {
      if (row < area.top || row > area.bottom) continue;
      for (const column of drawn.window.columns) {
        if (column < area.left || column > area.right) continue;
        const box = drawn.elementAt(row, column);
        if (!box || box.classList.contains('is-selected')) continue;
        box.classList.add('is-selected');
        box.setAttribute('aria-selected', 'true');
        marked.push(box);
      }
    }
    for (const header of drawn.table.querySelectorAll<HTMLElement>('[data-row], [data-column]')) {
      const row = Number(header.dataset['row'] ?? NaN);
      const column = Number(header.dataset['column'] ?? NaN);
      if ((row >= area.top && row <= area.bottom) || (column >= area.left && column <= area.right)) {
        header.classList.add('is-selected');
        marked.push(header);
      }
    }
    const active = drawn.elementAt(anchor.top, anchor.left);
    if (active) {
      active.classList.add('is-active');
      active.tabIndex = 0;
    }
  }

  function isDrawn(area: Area): boolean {
    return (drawn?.elementAt(area.top, area.left) ?? null) !== null;
  }

  /** Shows the selection of the workbook, scrolled into view. */
  function showSelection(): void {
    if (!isDrawn(head) && activeSheet()?.isRowHidden(head.top) === false) redraw();
    else markSelection();
    drawn?.elementAt(head.top, head.left)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (isGridFocused() && !editor.isOpen) focusCell();
    tell();
  }

  function selectArea(from: Area, to: Area): void {
    const sheet = activeSheet();
    if (!sheet || !book) return;
    anchor = from;
    head = to;
    book.select(sheet, spanAreas(sheet, from, to));
    showSelection();
  }

  function step(direction: Direction, isExtending: boolean): void {
    const sheet = activeSheet();
    if (!sheet) return;
    const to = stepFrom(sheet, isExtending ? head : anchor, direction);
    const area = areaAt(sheet, to.row, to.column);
    selectArea(isExtending ? anchor : area, area);
  }

  function startEditing(text: string | null): void {
    const sheet = activeSheet();
    const box = drawn?.elementAt(anchor.top, anchor.left);
    if (!sheet || !box) return;
    const locked = explainLock(sheet, anchor.top, anchor.left);
    if (locked !== null) {
      events.refused(locked);
      return;
    }
    const start = text ?? typedText(sheet.cell(anchor.top, anchor.left));
    events.editing(true);
    editor.open(
      box,
      start,
      sentence('editorLabel', { cell: cellName(anchor.top, anchor.left) }),
      text !== null,
    );
    tell(start);
  }

  function clearSelection(): void {
    const sheet = activeSheet();
    if (!sheet || !book) return;
    const used = sheet.usedArea(true);
    if (!used) return;
    const area = book.selection;
    // Only used cells are gone through: a whole column may be selected.
    for (let row = Math.max(area.top, used.top); row <= Math.min(area.bottom, used.bottom); row++) {
      for (
        let column = Math.max(area.left, used.left);
        column <= Math.min(area.right, used.right);
        column++
      ) {
        if (sheet.cell(row, column).value === null && sheet.cell(row, column).formula === null) continue;
        const refusal = enterValue(sheet, row, column, null);
        if (refusal !== null) {
          events.refused(refusal);
          return;
        }
      }
    }
  }

  function jump(event: KeyboardEvent): boolean {
    const sheet = activeSheet();
    if (!sheet) return false;
    const used = sheet.usedArea(true);
    const to = (row: number, column: number) => {
      const area = areaAt(sheet, Math.max(row, 0), Math.max(column, 0));
      selectArea(event.shiftKey ? anchor : area, area);
      return true;
    };
    const isWide = event.ctrlKey || event.metaKey;
    if (event.key === 'Home') return to(isWide ? 0 : head.top, 0);
    if (event.key === 'End') return to(isWide ? (used?.bottom ?? 0) : head.top, used?.right ?? 0);
    if (event.key === 'PageDown') return to(head.top + pageRows, head.left);
    if (event.key === 'PageUp') return to(head.top - pageRows, head.left);
    return false;
  }

  layer.addEventListener('keydown', (event) => {
    if (!book || editor.isOpen) return;
    const isCommand = event.ctrlKey || event.metaKey;
    const direction = directions[event.key];
    if (event.isComposing || event.key === 'Process') {
      // An input method begins: let it compose inside the editor.
      startEditing('');
    } else if (direction && !isCommand) {
      event.preventDefault();
      step(direction, event.shiftKey);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      step(event.shiftKey ? 'up' : 'down', false);
    } else if (event.key === 'Tab') {
      event.preventDefault();
      step(event.shiftKey ? 'left' : 'right', false);
    } else if (event.key === 'F2') {
      event.preventDefault();
      startEditing(null);
    } else if (event.key === 'Delete') {
      event.preventDefault();
      clearSelection();
    } else if (event.key === 'Backspace') {
      event.preventDefault();
      startEditing('');
    } else if (isCommand && event.key.toLowerCase() === 'z' && !event.shiftKey) {
      event.preventDefault();
      events.undo();
    } else if (isCommand && (event.key.toLowerCase() === 'y' || event.key.toLowerCase() === 'z')) {
      event.preventDefault();
      events.redo();
    } else if (jump(event)) {
      event.preventDefault();
    } else if (event.key.length === 1 && !isCommand && !event.altKey) {
      event.preventDefault();
      startEditing(event.key);
    }
  });

  function cellUnder(target: EventTarget | null): Area | null {
    const sheet = activeSheet();
    const cell = target instanceof Element ? drawn?.cellOf(target) : null;
    return sheet && cell ? areaAt(sheet, cell.row, cell.column) : null;
  }

  layer.addEventListener('mousedown', (event) => {
    const area = cellUnder(event.target);
    if (!area || event.button !== 0) return;
    event.preventDefault();
    editor.finish();
    selectArea(event.shiftKey ? anchor : area, area);
    focusCell();
  });
  layer.addEventListener('mousemove', (event) => {
    if (event.buttons !== 1 || editor.isOpen) return;
    const area = cellUnder(event.target);
    if (area && (area.top !== head.top || area.left !== head.left)) selectArea(anchor, area);
  });
  layer.addEventListener('dblclick', (event) => {
    if (cellUnder(event.target)) startEditing(null);
  });

  function repaintSoon(isWholly: boolean): void {
    isRedrawDue ||= isWholly;
    if (isRepaintDue) return;
    isRepaintDue = true;
    // A batch makes many changes in a row; they are shown together.
    queueMicrotask(() => {
      isRepaintDue = false;
      if (isRedrawDue) redraw();
      else drawn?.repaint();
      isRedrawDue = false;
      tell();
    });
  }

  /** Takes over a selection that was made elsewhere, keeping the ends of our own. */
  function adoptSelection(): void {
    if (!book) return;
    const area = book.selection;
    const isOurs =
      isInside(area, anchor.top, anchor.left) &&
      isInside(area, head.top, head.left) &&
      nameArea(book.activeSheet, spanAreas(book.activeSheet, anchor, head)) ===
        nameArea(book.activeSheet, area);
    if (isOurs) return;
    anchor = areaAt(book.activeSheet, area.top, area.left);
    head = anchor;
    showSelection();
  }

  return {
    show(shown) {
      book = shown;
      const { top, left } = shown.selection;
      anchor = areaAt(shown.activeSheet, top, left);
      head = anchor;
      surface.scrollTo(0, 0);
      redraw();
      tell();
    },
    follow(change) {
      if (!book) return;
      if (change.kind === 'selection') {
        if (change.sheet === book.activeSheet) adoptSelection();
      } else if (change.kind === 'activation') {
        editor.finish();
        const { top, left } = book.selection;
        anchor = areaAt(book.activeSheet, top, left);
        head = anchor;
        surface.scrollTo(0, 0);
        repaintSoon(true);
      } else if (change.kind === 'cells' || change.kind === 'formats') {
        repaintSoon(false);
      } else if (change.kind !== 'settings') {
        repaintSoon(true);
      }
    },
    enter(text, move) {
      enterInto(text);
      if (move) step(move, false);
      tell();
    },
    select(area) {
      const sheet = activeSheet();
      if (!sheet) return;
      selectArea(areaAt(sheet, area.top, area.left), areaAt(sheet, area.bottom, area.right));
    },
    finishEditing: () => {
      editor.finish();
    },
    focus: focusCell,
  };
}
