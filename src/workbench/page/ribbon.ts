/** Draws the ribbon: the add-in's tabs, with groups of buttons and menus. */
import type { RibbonButton, RibbonControl, RibbonTab } from './manifest';
import { drawFace } from './ribbonFace';
import { drawMenu } from './ribbonMenu';

export interface Ribbon {
  /** Shows that the button's command runs, or that it ended. */
  setRunning(buttonId: string, isRunning: boolean): void;
  /** The button or the item of a menu with this label in any tab; null when there is none. */
  find(label: string): RibbonButton | null;
}

/** Escape takes a tip away without moving the pointer or the focus, wherever that is. */
function dismissTips(place: HTMLElement): void {
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    for (const button of place.querySelectorAll('.ribbon-button')) button.classList.add('is-dismissed');
  });
}

function drawControl(control: RibbonControl, press: (button: RibbonButton) => void): HTMLDivElement {
  if ('items' in control) return drawMenu(control, press);
  return drawFace(control, () => {
    press(control);
  }).place;
}

export function drawRibbon(
  place: HTMLElement,
  tabs: readonly RibbonTab[],
  press: (button: RibbonButton) => void,
): Ribbon {
  const strip = document.createElement('div');
  strip.className = 'ribbon-tabs';
  strip.setAttribute('role', 'tablist');
  strip.setAttribute('aria-label', '功能区选项卡');
  const panels: HTMLElement[] = [];
  const handles: HTMLButtonElement[] = [];
  const activate = (index: number): void => {
    handles.forEach((handle, at) => {
      handle.setAttribute('aria-selected', String(at === index));
      handle.tabIndex = at === index ? 0 : -1;
    });
    panels.forEach((panel, at) => {
      panel.hidden = at !== index;
    });
  };
  tabs.forEach((tab, index) => {
    const handle = document.createElement('button');
    handle.type = 'button';
    handle.setAttribute('role', 'tab');
    handle.id = `${tab.id}.Handle`;
    handle.textContent = tab.label;
    handle.setAttribute('aria-controls', tab.id);
    handle.addEventListener('click', () => {
      activate(index);
    });
    handles.push(handle);
    strip.append(handle);

    const panel = document.createElement('div');
    panel.className = 'ribbon-panel';
    panel.id = tab.id;
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', handle.id);
    for (const group of tab.groups) {
      const box = document.createElement('div');
      box.className = 'ribbon-group';
      box.setAttribute('role', 'group');
      box.setAttribute('aria-label', group.label);
      const buttons = document.createElement('div');
      buttons.className = 'ribbon-buttons';
      buttons.append(...group.controls.map((control) => drawControl(control, press)));
      const label = document.createElement('div');
      label.className = 'ribbon-group-label';
      label.setAttribute('aria-hidden', 'true');
      label.textContent = group.label;
      box.append(buttons, label);
      panel.append(box);
    }
    panels.push(panel);
  });
  strip.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const now = handles.findIndex((handle) => handle.tabIndex === 0);
    const next = (now + step + handles.length) % handles.length;
    activate(next);
    handles[next]?.focus();
  });
  place.replaceChildren(strip, ...panels);
  dismissTips(place);
  activate(0);

  const controls = tabs.flatMap((tab) => tab.groups.flatMap((group) => group.controls));
  return {
    setRunning(buttonId, isRunning) {
      // An item is out of sight while its command runs: its menu shows it.
      const shown = controls.find(
        (control) =>
          control.id === buttonId || ('items' in control && control.items.some(({ id }) => id === buttonId)),
      );
      document.getElementById(shown?.id ?? '')?.setAttribute('aria-busy', String(isRunning));
    },
    find: (label) =>
      controls
        .flatMap((control) => ('items' in control ? control.items : [control]))
        .find((one) => one.label === label) ?? null,
  };
}
