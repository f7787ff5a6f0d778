/**
 * The box in which a cell is edited. It always holds the keyboard's focus of the sheet, unseen while it rests, so that an input method composes in it
 * from the first key on; typing opens it over the active cell until Enter, Tab, Escape or a click elsewhere ends it.
 */
import type { Direction } from './areas';

export interface CellEditorEvents {
  /** Typing begins: what to edit, or null when the active cell may not be edited. */
  begin(): EditedCell | null;
  /** The text is to be entered; then the selection moves on. */
  commit(text: string, move: Direction | null): void;
  cancel(): void;
  /** The text as it is being typed. */
  typed(text: string): void;
}

export interface EditedCell {
  readonly element: HTMLElement;
  /** What the box is called meanwhile. */
  readonly label: string;
}

export interface CellEditor {
  /** Where the person types. */
  readonly box: HTMLElement;
  readonly isOpen: boolean;
  /** Opens with a text to change; typing alone opens it empty. */
  open(text: string): void;
  /** Enters what was typed, if anything is open. */
  finish(): void;
  /** Waits at a cell, called after it. */
  rest(element: HTMLElement | null, label: string): void;
  focus(): void;
}

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** `layer` scrolls with the cells and is the frame of their places. */
export function createCellEditor(layer: HTMLElement, events: CellEditorEvents): CellEditor {
  const box = document.createElement('textarea');
  box.spellcheck = false;
  box.rows = 1;
  box.className = 'cell-editor is-resting';
  layer.append(box);
  let isOpen = false;
  /** Typing began the edit: then an arrow key enters the text and moves on, as in Excel, instead of moving the caret. */
  let movesByArrows = false;
  let resting: EditedCell | null = null;

  const placeAt = (element: HTMLElement): void => {
    const place = element.getBoundingClientRect();
    const frame = layer.getBoundingClientRect();
    box.style.left = `${place.left - frame.left - 1}px`;
    box.style.top = `${place.top - frame.top - 1}px`;
    box.style.minHeight = isOpen ? `${place.height + 1}px` : '';
    box.style.width = isOpen ? `${Math.max(place.width + 1, 120)}px` : '';
  };
  const fit = (): void => {
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight + 2}px`;
  };
  const rest = (): void => {
    isOpen = false;
    box.value = '';
    box.className = 'cell-editor is-resting';
    box.style.cssText = '';
    if (!resting) return;
    box.setAttribute('aria-label', resting.label);
    placeAt(resting.element);
  };
  const open = (isTyping: boolean): boolean => {
    const cell = events.begin();
    if (!cell) return false;
    isOpen = true;
    movesByArrows = isTyping;
    box.className = 'cell-editor';
    box.setAttribute('aria-label', cell.label);
    const text = cell.element.firstElementChild;
    if (text instanceof HTMLElement) {
      box.style.fontFamily = text.style.fontFamily;
      box.style.fontSize = text.style.fontSize;
    }
    placeAt(cell.element);
    return true;
  };
  const commit = (move: Direction | null): void => {
    if (!isOpen) return;
    const text = box.value;
    rest();
    events.commit(text, move);
  };

  box.addEventListener('beforeinput', (event) => {
    if (!isOpen && !open(true)) event.preventDefault();
  });
  box.addEventListener('input', () => {
    if (isOpen) {
      fit();
      events.typed(box.value);
    } else {
      // An input method composes even where it may not.
      box.value = '';
    }
  });
  box.addEventListener('keydown', (event) => {
    if (!isOpen) return;
    event.stopPropagation();
    if (event.isComposing) return;
    const arrow = arrows[event.key];
    if (event.key === 'Enter' && event.altKey) {
      event.preventDefault();
      box.setRangeText('\n', box.selectionStart, box.selectionEnd, 'end');
      fit();
      events.typed(box.value);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      commit(event.shiftKey ? 'up' : 'down');
    } else if (event.key === 'Tab') {
      event.preventDefault();
      commit(event.shiftKey ? 'left' : 'right');
    } else if (event.key === 'Escape') {
      event.preventDefault();
      rest();
      events.cancel();
    } else if (event.key === 'F2') {
      event.preventDefault();
      movesByArrows = false;
    } else if (arrow && movesByArrows) {
      event.preventDefault();
      commit(arrow);
    }
  });
  box.addEventListener('mousedown', (event) => {
    event.stopPropagation();
    movesByArrows = false;
  });
  box.addEventListener('blur', () => {
    // A click into the pane leaves the cell in edit, as in Excel; so does leaving the window.
    setTimeout(() => {
      const isElsewhere =
        document.activeElement !== box && !(document.activeElement instanceof HTMLIFrameElement);
      if (isElsewhere) commit(null);
    });
  });

  return {
    box,
    get isOpen() {
      return isOpen;
    },
    open(text) {
      if (isOpen || !open(false)) return;
      box.value = text;
      box.focus({ preventScroll: true });
      box.setSelectionRange(text.length, text.length);
      fit();
      events.typed(text);
    },
    finish() {
      commit(null);
    },
    rest(element, label) {
      resting = element ? { element, label } : null;
      if (!isOpen) rest();
    },
    focus() {
      box.focus({ preventScroll: true });
    },
  };
}
