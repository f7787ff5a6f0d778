/** The active sheet on the page: drawn as a table, selected with mouse and keys, edited in place. */
import { cellName } from '../../../form/address';
import type { Area, Book, BookChange, Sheet } from '../../book/book';
import { sentence } from '../sentence';
import type { Direction } from './areas';
import { areaAt, isInside, nameArea, spanAreas, stepFrom } from './areas';
import { createCellEditor } from './cellEditor';
import { copyArea, parsePasted } from './clipboard';
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
  /** The keyboard is to go on to the next part of the page. */
  leave(): void;
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

/** `surface` scrolls the sheet; `note` says which part of a huge sheet is drawn. */
export function createSheetView(surface: HTMLElement, note: HTMLElement, events: SheetViewEvents): SheetView {
  const layer = document.createElement('div');
  layer.className = 'layer';
  surface.append(layer);

  let book: Book | null = null;
  let drawn: DrawnSheet | null = null;
  /** Where a selection began; its other end is `head`. */
  let anchor: Area = { top: 0, left: 0, bottom: 0, right: 0 };
  let head: Area = anchor;
  let isRepaintDue = false;
  let isRedrawDue = false;
  let marked: Element[] = [];

  const editor = createCellEditor(layer, {
    begin() {
      const sheet = activeSheet();
      const element = drawn?.elementAt(anchor.top, anchor.left);
      if (!sheet || !element) return null;
      const locked = explainLock(sheet, anchor.top, anchor.left);
      if (locked !== null) {
        events.refused(locked);
        return null;
      }
      events.editing(true);
      return { element, label: sentence('editorLabel', { cell: cellName(anchor.top, anchor.left) }) };
    },
    commit(text, move) {
      enterInto(text);
      events.editing(false);
      if (move) step(move, false);
      tell();
    },
    cancel() {
      events.editing(false);
      tell();
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

  function redraw(): void {
    const sheet = activeSheet();
    if (!sheet) return;
    drawn = drawSheet(sheet, chooseWindow(sheet, head));
    const old = layer.querySelector('table');
    if (old) old.replaceWith(drawn.table);
    else layer.prepend(drawn.table);
    showNote(sheet);
    markSelection();
  }

  /** Of a huge sheet only a part is drawn; this says which, and leads to the others. */
  function showNote(sheet: Sheet): void {
    const part = drawn?.window.part ?? null;
    note.hidden = part === null;
    note.replaceChildren();
    if (!part) return;
    const count = drawn?.window.rowCount ?? 0;
    const label = document.createElement('span');
    label.textContent = sentence('part', { first: part.first + 1, last: part.last + 1, count });
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
    note.append(lead('earlier', part.first - 1), label, lead('later', part.last + 1));
  }

  function markSelection(): void {
    for (const element of marked) {
      element.classList.remove('is-selected', 'is-active');
      element.removeAttribute('aria-selected');
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
    active?.classList.add('is-active');
    const { text } = book.activeSheet.cell(anchor.top, anchor.left);
    editor.rest(active, `${cellName(anchor.top, anchor.left)} ${text}`.trim());
  }

  function isDrawn(area: Area): boolean {
    return (drawn?.elementAt(area.top, area.left) ?? null) !== null;
  }

  /** Shows the selection of the workbook, scrolled into view. */
  function showSelection(): void {
    if (!isDrawn(head) && activeSheet()?.isRowHidden(head.top) === false) redraw();
    else markSelection();
    drawn?.elementAt(head.top, head.left)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
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

  function editActiveCell(): void {
    const sheet = activeSheet();
    if (sheet) editor.open(typedText(sheet.cell(anchor.top, anchor.left)));
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
    if (event.isComposing) return;
    if (direction && !isCommand) {
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
      editActiveCell();
    } else if (event.key === 'Delete') {
      event.preventDefault();
      clearSelection();
    } else if (event.key === 'Backspace') {
      event.preventDefault();
      editor.open('');
    } else if (event.key === 'F6') {
      event.preventDefault();
      events.leave();
    } else if (isCommand && event.key.toLowerCase() === 'z' && !event.shiftKey) {
      event.preventDefault();
      events.undo();
    } else if (isCommand && (event.key.toLowerCase() === 'y' || event.key.toLowerCase() === 'z')) {
      event.preventDefault();
      events.redo();
    } else if (jump(event)) {
      event.preventDefault();
    }
  });

  layer.addEventListener('copy', (event) => {
    const sheet = activeSheet();
    if (!sheet || !book || editor.isOpen) return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', copyArea(sheet, book.selection));
  });
  layer.addEventListener('paste', (event) => {
    if (editor.isOpen) return;
    event.preventDefault();
    paste(parsePasted(event.clipboardData?.getData('text/plain') ?? ''));
  });

  /** Enters texts from the active cell on, to the right and down. */
  function paste(lines: readonly (readonly string[])[]): void {
    const sheet = activeSheet();
    if (!sheet) return;
    for (const [down, texts] of lines.entries()) {
      for (const [right, text] of texts.entries()) {
        const refusal = enterValue(sheet, anchor.top + down, anchor.left + right, text);
        if (refusal === null) continue;
        events.refused(refusal);
        return;
      }
    }
  }

  // Whatever puts the focus on a cell selects it; the keyboard stays with the editor.
  layer.addEventListener('focusin', (event) => {
    const area = cellUnder(event.target);
    if (!area) return;
    selectArea(area, area);
    editor.focus();
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
    editor.focus();
  });
  layer.addEventListener('mousemove', (event) => {
    if (event.buttons !== 1 || editor.isOpen) return;
    const area = cellUnder(event.target);
    if (area && (area.top !== head.top || area.left !== head.left)) selectArea(anchor, area);
  });
  layer.addEventListener('dblclick', (event) => {
    if (cellUnder(event.target)) editActiveCell();
  });

  function repaintSoon(isWholly: boolean): void {
    isRedrawDue ||= isWholly;
    if (isRepaintDue) return;
    isRepaintDue = true;
    // A batch makes many changes in a row; they are shown together.
    queueMicrotask(() => {
      isRepaintDue = false;
      if (isRedrawDue) redraw();
      else {
        drawn?.repaint();
        markSelection();
      }
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
    focus: () => {
      editor.focus();
    },
  };
}
