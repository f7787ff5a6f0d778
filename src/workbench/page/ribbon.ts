/** Draws the ribbon: the add-in's tabs, with groups of buttons. */
import type { RibbonButton, RibbonTab } from './manifest';

export interface Ribbon {
  /** Shows that the button's command runs, or that it ended. */
  setRunning(buttonId: string, isRunning: boolean): void;
  /** The button with this label in any tab; null when there is none. */
  find(label: string): RibbonButton | null;
}

/** Width of a button's icon in the page, as in Excel's ribbon. */
const ICON = 32;

/** The icon of the size that the screen shows at its scale, as Excel chooses it. */
function drawIcon(icons: RibbonButton['icons']): HTMLImageElement {
  const icon = document.createElement('img');
  icon.src = icons.get(ICON) ?? '';
  icon.srcset = [...icons]
    .filter(([size]) => size >= ICON)
    .map(([size, path]) => `${path} ${size / ICON}x`)
    .join(', ');
  icon.alt = '';
  icon.width = ICON;
  icon.height = ICON;
  return icon;
}

/** The supertip, shown by the style sheet while its button is pointed at or has the focus. */
function drawTip({ id, tip }: RibbonButton): HTMLDivElement {
  const element = document.createElement('div');
  element.className = 'ribbon-tip';
  element.id = `${id}.Supertip`;
  element.setAttribute('role', 'tooltip');
  const title = document.createElement('strong');
  title.textContent = tip.title;
  const text = document.createElement('span');
  text.id = `${id}.Supertip.Text`;
  text.textContent = tip.text;
  element.append(title, text);
  return element;
}

/** A button, and its tip beside it. */
function drawButton(button: RibbonButton, press: (button: RibbonButton) => void): HTMLDivElement {
  const place = document.createElement('div');
  place.className = 'ribbon-button';
  const element = document.createElement('button');
  element.type = 'button';
  element.id = button.id;
  const tip = drawTip(button);
  // The tip's title is the button's name already.
  element.setAttribute('aria-describedby', `${tip.id}.Text`);
  if (button.icons.size > 0) element.append(drawIcon(button.icons));
  const label = document.createElement('span');
  label.textContent = button.label;
  element.append(label);
  element.addEventListener('click', () => {
    place.classList.add('is-dismissed');
    press(button);
  });
  place.append(element, tip);
  for (const arrival of ['pointerenter', 'focusin'])
    place.addEventListener(arrival, () => {
      place.classList.remove('is-dismissed');
    });
  return place;
}

/** Escape takes a tip away without moving the pointer or the focus, wherever that is. */
function dismissTips(place: HTMLElement): void {
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    for (const button of place.querySelectorAll('.ribbon-button')) button.classList.add('is-dismissed');
  });
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
  dismissTips(place);
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
