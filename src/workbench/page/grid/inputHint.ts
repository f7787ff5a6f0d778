/** The note beside the active cell that says what belongs there, as its validation has it. */
import type { Hint } from './validationWords';

export interface InputHint {
  /** Shows a hint at a cell; null takes it away. */
  show(hint: Hint | null, cell: HTMLElement | null): void;
}

/** Pixels between the cell and the note. */
const GAP = 6;

/** `layer` scrolls with the cells and is the frame of their places; `box` is described by the note. */
export function createInputHint(layer: HTMLElement, box: HTMLElement): InputHint {
  const note = document.createElement('div');
  note.id = 'input-hint';
  note.className = 'input-hint';
  note.setAttribute('role', 'note');
  const title = document.createElement('strong');
  const text = document.createElement('span');
  note.append(title, text);
  note.hidden = true;
  layer.append(note);
  return {
    show(hint, cell) {
      note.hidden = hint === null || cell === null;
      if (!hint || !cell) {
        box.removeAttribute('aria-describedby');
        return;
      }
      title.textContent = hint.title;
      text.textContent = hint.text;
      box.setAttribute('aria-describedby', note.id);
      const place = cell.getBoundingClientRect();
      const frame = layer.getBoundingClientRect();
      note.style.left = `${place.left - frame.left}px`;
      note.style.top = `${place.bottom - frame.top + GAP}px`;
    },
  };
}
