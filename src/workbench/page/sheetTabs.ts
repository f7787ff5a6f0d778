/** The tabs of the sheets that are not hidden. */
import type { Book, Sheet } from '../book/book';

export function drawSheetTabs(place: HTMLElement, book: Book, panelId: string, leave: () => void): void {
  const wasFocused = place.contains(document.activeElement);
  const sheets = book.sheets.filter((sheet) => sheet.visibility === 'visible');
  const activate = (sheet: Sheet): void => {
    // What is being typed belongs to the sheet that is left.
    leave();
    book.activate(sheet);
  };
  const tabs = sheets.map((sheet) => {
    const isActive = sheet === book.activeSheet;
    const tab = document.createElement('button');
    tab.type = 'button';
    tab.setAttribute('role', 'tab');
    tab.setAttribute('aria-selected', String(isActive));
    tab.setAttribute('aria-controls', panelId);
    tab.tabIndex = isActive ? 0 : -1;
    tab.textContent = sheet.name;
    tab.addEventListener('click', () => {
      activate(sheet);
    });
    return tab;
  });
  place.onkeydown = (event) => {
    const now = sheets.indexOf(book.activeSheet);
    const to =
      event.key === 'ArrowRight'
        ? now + 1
        : event.key === 'ArrowLeft'
          ? now - 1
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? sheets.length - 1
              : -1;
    const sheet = sheets[to];
    if (!sheet) return;
    event.preventDefault();
    activate(sheet);
  };
  place.replaceChildren(...tabs);
  const active = tabs[sheets.indexOf(book.activeSheet)];
  active?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  if (wasFocused) active?.focus();
}
