/** The bar above the sheet: the name of what is selected, where one can type an address to go to, and what is in the cell, where one can type too. */
import type { Area } from '../book/book';
import type { Direction } from './grid/areas';
import { parseArea } from './grid/areas';
import { sentence } from './sentence';

export interface FormulaBarEvents {
  go(area: Area): void;
  /** Whether the active cell may be edited; says why not by itself. */
  begin(): boolean;
  enter(text: string, move: Direction | null): void;
  /** The editing has ended, whether entered or not. */
  ended(): void;
  refused(sentence: string): void;
  leave(): void;
}

export interface FormulaBar {
  show(cell: { readonly name: string; readonly text: string }, typing: string | null): void;
}

export function createFormulaBar(
  nameBox: HTMLInputElement,
  textBox: HTMLInputElement,
  events: FormulaBarEvents,
): FormulaBar {
  let shown = { name: '', text: '' };
  let isEditing = false;

  nameBox.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      nameBox.value = shown.name;
      events.leave();
    }
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const area = parseArea(nameBox.value);
    if (area) {
      events.go(area);
      events.leave();
    } else {
      events.refused(sentence('badAddress', { address: nameBox.value }));
      nameBox.value = shown.name;
    }
  });
  nameBox.addEventListener('focus', () => {
    nameBox.select();
  });

  const end = (text: string | null, move: Direction | null): void => {
    if (!isEditing) return;
    isEditing = false;
    if (text !== null) events.enter(text, move);
    events.ended();
  };
  textBox.addEventListener('focus', () => {
    isEditing = events.begin();
    textBox.readOnly = !isEditing;
  });
  textBox.addEventListener('blur', () => {
    // A click into the pane leaves the cell in edit, as in Excel.
    setTimeout(() => {
      const isElsewhere =
        document.activeElement !== textBox && !(document.activeElement instanceof HTMLIFrameElement);
      if (isElsewhere) end(textBox.value, null);
    });
  });
  textBox.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      end(textBox.value, event.shiftKey ? 'up' : 'down');
      events.leave();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      end(null, null);
      textBox.value = shown.text;
      events.leave();
    }
  });

  return {
    show(cell, typing) {
      shown = { name: cell.name, text: cell.text };
      nameBox.value = cell.name;
      if (!isEditing) textBox.value = typing ?? cell.text;
    },
  };
}
