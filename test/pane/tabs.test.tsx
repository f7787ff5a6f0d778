/** @jest-environment jsdom */
/** The row of tabs, by keyboard: one stop for the Tab key, arrows within it, and nothing chosen before Enter. */
import '../workbench/host/jsdomGaps';
import { render, screen } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { useState, type JSX } from 'react';
import { Tabs } from '../../src/pane/Tabs';

const NAMES = ['one', 'two', 'three'] as const;

function Row(): JSX.Element {
  const [selected, select] = useState<(typeof NAMES)[number]>('two');
  return (
    <>
      <Tabs names={NAMES} selected={selected} select={select} id="id" labelOf={(name) => name} />
      <button type="button">after</button>
    </>
  );
}

function drawn(): UserEvent {
  render(<Row />);
  return userEvent.setup();
}

const focused = (): string | undefined => document.activeElement?.id;
const selected = (): string => screen.getByRole('tab', { selected: true }).id;

test('the Tab key comes to the tab that is selected, and leaves the row from any other', async () => {
  const user = drawn();
  await user.tab();
  expect(focused()).toBe('idtwo');
  await user.keyboard('{ArrowLeft}');
  expect(focused()).toBe('idone');
  await user.tab();
  expect(document.activeElement?.textContent).toBe('after');
  await user.tab({ shift: true });
  expect(focused()).toBe('idtwo');
});

test.each([
  ['{ArrowRight}', 'idthree'],
  ['{ArrowRight}{ArrowRight}', 'idone'],
  ['{ArrowLeft}{ArrowLeft}', 'idthree'],
  ['{Home}', 'idone'],
  ['{End}', 'idthree'],
  ['{ArrowDown}', 'idtwo'],
])('%s leads to %s and selects nothing', async (keys, there) => {
  const user = drawn();
  await user.tab();
  await user.keyboard(keys);
  expect([focused(), selected()]).toEqual([there, 'idtwo']);
});

test.each(['{Enter}', ' '])('%j selects the tab that has the focus', async (key) => {
  const user = drawn();
  await user.tab();
  await user.keyboard(`{End}${key}`);
  expect([focused(), selected()]).toEqual(['idthree', 'idthree']);
  expect(screen.getByRole('tab', { selected: true }).getAttribute('aria-controls')).toBe('idpanel');
});
