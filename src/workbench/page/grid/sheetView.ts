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
import { clearCells, enterLines, enterValue, explainLock } from './enterCells';
import { chooseWindow } from './gridWindow';
import { createInputHint } from './inputHint';
import { markSelection, unmark } from './markSelection';
import { showPartNote } from './partNote';
import { readSheetKey } from './sheetKeys';
import type { SheetCommand } from './sheetKeys';
import { typedText } from './typedText';
import { explainInvalid, hintOf } from './validationWords';

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
  let marked: readonly Element[] = [];

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

  const hint = createInputHint(layer, editor.box);

  function activeSheet(): Sheet | null {
    return book?.activeSheet ?? null;
  }

  function enterInto(text: string): void {
    const sheet = activeSheet();
    if (!sheet || text === typedText(sheet.cell(anchor.top, anchor.left))) return;
    const invalid = explainInvalid(sheet, anchor.top, anchor.left, text);
    refuse(invalid?.isStrict ? invalid.sentence : enterValue(sheet, anchor.top, anchor.left, text));
    if (invalid?.isStrict === false) refuse(invalid.sentence);
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
    showPartNote(note, drawn.window, (row) => {
      const area = areaAt(sheet, row, anchor.left);
      selectArea(area, area);
    });
    mark();
  }

  function mark(): void {
    unmark(marked);
    if (!drawn || !book) return;
    const active = drawn.elementAt(anchor.top, anchor.left);
    marked = markSelection(drawn, book.selection, active);
    const { text } = book.activeSheet.cell(anchor.top, anchor.left);
    editor.rest(active, `${cellName(anchor.top, anchor.left)} ${text}`.trim());
    hint.show(hintOf(book.activeSheet.validationAt(anchor.top, anchor.left)), active);
  }

  function isDrawn(area: Area): boolean {
    return (drawn?.elementAt(area.top, area.left) ?? null) !== null;
  }

  /** Shows the selection of the workbook, scrolled into view. */
  function showSelection(): void {
    if (!isDrawn(head) && activeSheet()?.isRowHidden(head.top) === false) redraw();
    else mark();
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

  function refuse(refusal: string | null): void {
    if (refusal !== null) events.refused(refusal);
  }

  function jump(to: (SheetCommand & { kind: 'jump' })['to'], isExtending: boolean): void {
    const sheet = activeSheet();
    if (!sheet) return;
    const used = sheet.usedArea(true);
    const lastColumn = used?.right ?? 0;
    const targets = {
      'row-start': [head.top, 0],
      'row-end': [head.top, lastColumn],
      'sheet-start': [0, 0],
      'sheet-end': [used?.bottom ?? 0, lastColumn],
      'page-up': [Math.max(0, head.top - pageRows), head.left],
      'page-down': [head.top + pageRows, head.left],
    } as const;
    const [row, column] = targets[to];
    const area = areaAt(sheet, row, column);
    selectArea(isExtending ? anchor : area, area);
  }

  function obey(command: SheetCommand): void {
    const sheet = activeSheet();
    if (!sheet || !book) return;
    switch (command.kind) {
      case 'step':
        step(command.direction, command.isExtending);
        break;
      case 'jump':
        jump(command.to, command.isExtending);
        break;
      case 'edit':
        editor.open(command.isReplacing ? '' : typedText(sheet.cell(anchor.top, anchor.left)));
        break;
      case 'clear':
        refuse(clearCells(sheet, book.selection));
        break;
      case 'undo':
        events.undo();
        break;
      case 'redo':
        events.redo();
        break;
      case 'leave':
        events.leave();
        break;
    }
  }

  layer.addEventListener('keydown', (event) => {
    if (!book || editor.isOpen || event.isComposing) return;
    const command = readSheetKey(event);
    if (!command) return;
    event.preventDefault();
    obey(command);
  });

  layer.addEventListener('copy', (event) => {
    const sheet = activeSheet();
    if (!sheet || !book || editor.isOpen) return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', copyArea(sheet, book.selection));
  });
  layer.addEventListener('paste', (event) => {
    const sheet = activeSheet();
    if (!sheet || editor.isOpen) return;
    event.preventDefault();
    const text = event.clipboardData?.getData('text/plain') ?? '';
    refuse(enterLines(sheet, anchor, parsePasted(text)));
  });

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
    if (cellUnder(event.target)) obey({ kind: 'edit', isReplacing: false });
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
        mark();
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
