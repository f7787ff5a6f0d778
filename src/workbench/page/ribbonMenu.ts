/** A menu of the ribbon: a button that opens a list of commands, used with the pointer or with the keys of a menu. */
import type { RibbonButton, RibbonMenu } from './manifest';
import { drawFace } from './ribbonFace';

export function drawMenu(menu: RibbonMenu, press: (button: RibbonButton) => void): HTMLDivElement {
  const { place, button } = drawFace(menu, () => {
    show(list.hidden);
  });
  const list = document.createElement('div');
  list.className = 'ribbon-menu';
  list.id = `${menu.id}.Items`;
  list.setAttribute('role', 'menu');
  list.setAttribute('aria-labelledby', menu.id);
  list.hidden = true;
  const items = menu.items.map((item) => {
    const face = drawFace(item, () => {
      leave();
      press(item);
    });
    face.place.setAttribute('role', 'none');
    face.button.setAttribute('role', 'menuitem');
    face.button.tabIndex = -1;
    // A menu has items alone; the tip still describes its item.
    face.tip.setAttribute('aria-hidden', 'true');
    list.append(face.place);
    return face.button;
  });
  button.setAttribute('aria-haspopup', 'menu');
  button.setAttribute('aria-expanded', 'false');
  button.setAttribute('aria-controls', list.id);
  place.append(list);

  function show(isOpen: boolean): void {
    list.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) items[0]?.focus();
  }
  function leave(): void {
    show(false);
    button.focus();
  }
  function step(by: 1 | -1): void {
    const now = items.findIndex((item) => item === document.activeElement);
    items.at((now + by) % items.length)?.focus();
  }
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => {
      step(1);
    },
    ArrowUp: () => {
      step(-1);
    },
    Home: () => items[0]?.focus(),
    End: () => items.at(-1)?.focus(),
    Escape: leave,
  };
  list.addEventListener('keydown', (event) => {
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  button.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    show(true);
    if (event.key === 'ArrowUp') items.at(-1)?.focus();
  });
  place.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && place.contains(relatedTarget))) show(false);
  });
  return place;
}
