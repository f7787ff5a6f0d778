/** Shows on a drawn sheet which cells, rows and columns are selected. */
import type { Area } from '../../book/book';
import type { DrawnSheet } from './drawSheet';

/** Takes the marks of before away. */
export function unmark(marked: readonly Element[]): void {
  for (const element of marked) {
    element.classList.remove('is-selected', 'is-active');
    element.removeAttribute('aria-selected');
  }
}

/** Marks an area, `active` among its cells; gives what is marked. */
export function markSelection(
  drawn: DrawnSheet,
  area: Area,
  active: HTMLElement | null,
): readonly HTMLElement[] {
  const marked = new Set<HTMLElement>();
  const { rows, columns } = drawn.window;
  for (const row of rows.filter((one) => one >= area.top && one <= area.bottom)) {
    for (const column of columns.filter((one) => one >= area.left && one <= area.right)) {
      const box = drawn.elementAt(row, column);
      if (box) marked.add(box);
    }
  }
  for (const box of marked) box.setAttribute('aria-selected', 'true');
  for (const header of drawn.table.querySelectorAll<HTMLElement>('[data-row], [data-column]')) {
    const row = Number(header.dataset['row'] ?? NaN);
    const column = Number(header.dataset['column'] ?? NaN);
    if ((row >= area.top && row <= area.bottom) || (column >= area.left && column <= area.right)) {
      marked.add(header);
    }
  }
  for (const element of marked) element.classList.add('is-selected');
  active?.classList.add('is-active');
  return [...marked];
}
