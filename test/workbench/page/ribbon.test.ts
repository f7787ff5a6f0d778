/** @jest-environment jsdom */
import type { RibbonButton, RibbonTab } from '../../../src/workbench/page/manifest';
import { drawRibbon } from '../../../src/workbench/page/ribbon';

const CHECK: RibbonButton = {
  id: 'Check',
  label: '检查',
  tip: { title: '检查', text: '检查各自评表。\n不改动内容。' },
  icons: new Map([
    [16, '/check-16.png'],
    [32, '/check-32.png'],
    [48, '/check-48.png'],
    [80, '/check-80.png'],
  ]),
  action: { kind: 'function', name: 'check' },
};
const TAB: RibbonTab = {
  id: 'Tab',
  label: '绩效自评',
  groups: [{ id: 'Form', label: '自评表', buttons: [CHECK] }],
};

function draw(press: (button: RibbonButton) => void = () => undefined): HTMLElement {
  const place = document.createElement('nav');
  document.body.replaceChildren(place);
  drawRibbon(place, [TAB], press);
  return place;
}

function found(place: HTMLElement, selector: string): Element {
  const element = place.querySelector(selector);
  if (!element) throw new Error(`no ${selector}`);
  return element;
}

test('the icon is the one that fits the scale of the screen', () => {
  const icon = found(draw(), 'img');
  expect(icon.getAttribute('src')).toBe('/check-32.png');
  expect(icon.getAttribute('width')).toBe('32');
  expect(icon.getAttribute('srcset')).toBe('/check-32.png 1x, /check-48.png 1.5x, /check-80.png 2.5x');
});

test('a button without icons shows its label alone', () => {
  const place = document.createElement('nav');
  const bare = {
    ...TAB,
    groups: [{ id: 'Form', label: '自评表', buttons: [{ ...CHECK, icons: new Map() }] }],
  };
  drawRibbon(place, [bare], () => undefined);
  expect(place.querySelector('img')).toBeNull();
});

test('the supertip is a tooltip that describes its button, and no part of its name', () => {
  const place = draw();
  const button = found(place, '#Check');
  expect(button.textContent).toBe('检查');
  const tip = found(place, '[role="tooltip"]');
  expect(tip.querySelector('strong')?.textContent).toBe('检查');
  const described = button.getAttribute('aria-describedby') ?? '';
  expect(document.getElementById(described)?.textContent).toBe('检查各自评表。\n不改动内容。');
  expect(tip.contains(document.getElementById(described))).toBe(true);
});

test.each(['pointerenter', 'focusin'])('Escape takes the tip away until %s', (arrival) => {
  const item = found(draw(), '.ribbon-button');
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
  expect(item.classList.contains('is-dismissed')).toBe(false);
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  expect(item.classList.contains('is-dismissed')).toBe(true);
  item.dispatchEvent(new Event(arrival));
  expect(item.classList.contains('is-dismissed')).toBe(false);
});

test('a press tells which button it was, and takes its tip away', () => {
  const pressed: string[] = [];
  const place = draw(({ id }) => pressed.push(id));
  found(place, '#Check').dispatchEvent(new MouseEvent('click'));
  expect(pressed).toEqual(['Check']);
  expect(found(place, '.ribbon-button').classList.contains('is-dismissed')).toBe(true);
});
