/** Below a huge sheet, of which only a part is drawn: which part it is, and buttons that lead to the others. */
import { sentence } from '../sentence';
import type { GridWindow } from './gridWindow';

export function showPartNote(
  place: HTMLElement,
  { part, rowCount: count }: GridWindow,
  go: (row: number) => void,
): void {
  place.hidden = part === null;
  place.replaceChildren();
  if (!part) return;
  const lead = (key: 'earlier' | 'later', row: number): HTMLButtonElement => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = sentence(key);
    button.disabled = row < 0 || row >= count;
    button.addEventListener('click', () => {
      go(row);
    });
    return button;
  };
  const label = document.createElement('span');
  label.textContent = sentence('part', { first: part.first + 1, last: part.last + 1, count });
  place.append(lead('earlier', part.first - 1), label, lead('later', part.last + 1));
}
