/** The box in which a cell is edited: laid over the cell, it takes typing until Enter, Tab, Escape or a click elsewhere ends it. */
import type { Direction } from './areas';

export interface CellEditorEvents {
  /** The text is to be entered; then the selection moves on. */
  commit(text: string, move: Direction | null): void;
  cancel(): void;
  /** The text as it is being typed. */
  typed(text: string): void;
}

export interface CellEditor {
  readonly isOpen: boolean;
  /**
   * Opens over a cell. `isReplacing` is true when typing began it: then an arrow key enters the text and moves on, as in Excel, instead of moving the
   * caret.
   */
  open(cell: HTMLElement, text: string, label: string, isReplacing: boolean): void;
  /** Enters what was typed, if anything is open. */
  finish(): void;
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
  box.className = 'cell-editor';
  box.spellcheck = false;
  box.rows = 1;
  let isOpen = false;
  let movesByArrows = false;

  const close = (): void => {
    isOpen = false;
    box.remove();
  };
  const commit = (move: Direction | null): void => {
    if (!isOpen) return;
    const text = box.value;
    close();
    events.commit(text, move);
  };
  const cancel = (): void => {
    close();
    events.cancel();
  };
  const fit = (): void => {
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight + 2}px`;
  };

  box.addEventListener('input', () => {
    fit();
    events.typed(box.value);
  });
  box.addEventListener('keydown', (event) => {
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
      cancel();
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
    get isOpen() {
      return isOpen;
    },
    open(cell, text, label, isReplacing) {
      isOpen = true;
      movesByArrows = isReplacing;
      const place = cell.getBoundingClientRect();
      const frame = layer.getBoundingClientRect();
      const look = cell.firstElementChild instanceof HTMLElement ? cell.firstElementChild.style : null;
      box.style.cssText = `left:${place.left - frame.left - 1}px;top:${place.top - frame.top - 1}px;min-width:${place.width + 1}px;min-height:${place.height + 1}px`;
      box.style.width = `${Math.max(place.width + 1, 120)}px`;
      if (look) {
        box.style.fontFamily = look.fontFamily;
        box.style.fontSize = look.fontSize;
      }
      box.value = text;
      box.setAttribute('aria-label', label);
      layer.append(box);
      box.focus({ preventScroll: true });
      box.setSelectionRange(text.length, text.length);
      fit();
    },
    finish() {
      commit(null);
    },
  };
}
