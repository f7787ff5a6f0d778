/** @jest-environment jsdom */
import { screen, within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { RibbonButton, RibbonMenu, RibbonTab } from '../../../src/workbench/page/manifest';
import { drawRibbon, type Ribbon } from '../../../src/workbench/page/ribbon';

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
  groups: [{ id: 'Form', label: '自评表', controls: [CHECK] }],
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
    groups: [{ id: 'Form', label: '自评表', controls: [{ ...CHECK, icons: new Map() }] }],
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

describe('a menu', () => {
  const item = (name: string): RibbonButton => ({
    ...CHECK,
    id: name,
    label: `模板${name}`,
    action: { kind: 'function', name },
  });
  const MENU: RibbonMenu = { ...CHECK, id: 'Menu', label: '插入模板', items: ['A', 'B', 'C'].map(item) };

  function drawMenus(press: (button: RibbonButton) => void = () => undefined): Ribbon {
    const place = document.createElement('nav');
    document.body.replaceChildren(place);
    return drawRibbon(place, [{ ...TAB, groups: [{ id: 'Form', label: '文档', controls: [MENU] }] }], press);
  }

  const opener = (): HTMLElement => screen.getByRole('button', { name: '插入模板' });
  const focused = (): string | null => document.activeElement?.textContent ?? null;

  test('tells that it is one, and opens at its first item', async () => {
    drawMenus();
    expect(opener().getAttribute('aria-haspopup')).toBe('menu');
    expect(screen.queryByRole('menu')).toBeNull();
    await userEvent.click(opener());
    expect(opener().getAttribute('aria-expanded')).toBe('true');
    const menu = screen.getByRole('menu', { name: '插入模板' });
    expect(within(menu).getAllByRole('menuitem')).toHaveLength(3);
    expect(focused()).toBe('模板A');
  });

  test('is walked with the keys of a menu, around its ends', async () => {
    drawMenus();
    opener().focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(focused()).toBe('模板A');
    await userEvent.keyboard('{ArrowUp}');
    expect(focused()).toBe('模板C');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(focused()).toBe('模板B');
    await userEvent.keyboard('{End}');
    expect(focused()).toBe('模板C');
    await userEvent.keyboard('{Home}');
    expect(focused()).toBe('模板A');
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(opener());
  });

  test('runs the item that is chosen, and closes', async () => {
    const pressed: string[] = [];
    drawMenus(({ id }) => pressed.push(id));
    opener().focus();
    await userEvent.keyboard('{ArrowUp}{Enter}');
    expect(pressed).toEqual(['C']);
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(opener());
  });

  test('closes when the person goes elsewhere', async () => {
    drawMenus();
    const elsewhere = document.createElement('button');
    document.body.append(elsewhere);
    await userEvent.click(opener());
    await userEvent.click(elsewhere);
    expect(screen.queryByRole('menu')).toBeNull();
    expect(opener().getAttribute('aria-expanded')).toBe('false');
  });

  test('its items are found by their labels, and it shows that one of them runs', () => {
    const ribbon = drawMenus();
    expect(ribbon.find('模板B')?.id).toBe('B');
    expect(ribbon.find('插入模板')).toBeNull();
    ribbon.setRunning('B', true);
    expect(opener().getAttribute('aria-busy')).toBe('true');
    ribbon.setRunning('B', false);
    expect(opener().getAttribute('aria-busy')).toBe('false');
  });
});
