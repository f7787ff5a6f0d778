/** Draws the ribbon: the add-in's tabs, with groups of buttons. */
import type { RibbonButton, RibbonTab } from './manifest';

export interface Ribbon {
  /** Shows that the button's command runs, or that it ended. */
  setRunning(buttonId: string, isRunning: boolean): void;
  /** The button with this label in any tab; null when there is none. */
  find(label: string): RibbonButton | null;
}

function drawButton(button: RibbonButton, press: (button: RibbonButton) => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.id = button.id;
  element.title = `${button.tip.title}\n${button.tip.text}`;
  element.setAttribute('aria-label', button.label);
  element.setAttribute('aria-description', button.tip.text);
  if (button.icon !== null) {
    const icon = document.createElement('img');
    icon.src = button.icon;
    icon.alt = '';
    icon.width = 32;
    icon.height = 32;
    element.append(icon);
  }
  const label = document.createElement('span');
  label.textContent = button.label;
  element.append(label);
  element.addEventListener('click', () => {
    press(button);
  });
  return element;
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
      buttons.append(...group.buttons.map((button) => drawButton(button, press)));
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
  activate(0);

  return {
    setRunning(buttonId, isRunning) {
      document.getElementById(buttonId)?.setAttribute('aria-busy', String(isRunning));
    },
    find: (label) =>
      tabs
        .flatMap((tab) => tab.groups.flatMap((group) => group.buttons))
        .find((one) => one.label === label) ?? null,
  };
}
