/** What every control of the ribbon shows: its icon, its label and its supertip. */
import type { RibbonControl } from './manifest';

/** Width of a button's icon in the page, as in Excel's ribbon. */
const ICON = 32;

/** The icon of the size that the screen shows at its scale, as Excel chooses it. */
function drawIcon(icons: RibbonControl['icons']): HTMLImageElement {
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
function drawTip({ id, tip }: RibbonControl): HTMLDivElement {
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

export interface Face {
  /** The button, and its tip beside it. */
  readonly place: HTMLDivElement;
  readonly button: HTMLButtonElement;
  readonly tip: HTMLDivElement;
}

/** Draws a button, or what opens a menu. */
export function drawFace(control: RibbonControl, act: () => void): Face {
  const place = document.createElement('div');
  place.className = 'ribbon-button';
  const button = document.createElement('button');
  button.type = 'button';
  button.id = control.id;
  const tip = drawTip(control);
  // The tip's title is the button's name already.
  button.setAttribute('aria-describedby', `${tip.id}.Text`);
  if (control.icons.size > 0) button.append(drawIcon(control.icons));
  const label = document.createElement('span');
  label.textContent = control.label;
  button.append(label);
  button.addEventListener('click', () => {
    place.classList.add('is-dismissed');
    act();
  });
  place.append(button, tip);
  for (const arrival of ['pointerenter', 'focusin'])
    place.addEventListener(arrival, () => {
      place.classList.remove('is-dismissed');
    });
  return { place, button, tip };
}
