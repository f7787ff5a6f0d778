/** @jest-environment jsdom */
/** Tasks: they take the place of the tabs, and give it back. */
import { button, drawPanel, pressAhead, SAY } from './drawPanel';
import { act, screen } from '@testing-library/react';
import { openFixture } from '../app/openFixture';

// A machine that does other things as well is slow to draw.
jest.setTimeout(60_000);

const FORM = 'baoxie-2022-department.xlsx';
const SHEET = '自评表';

function openTask(name: 'templates' | 'rollUp' | 'summary'): Promise<void> {
  return pressAhead(button(SAY(`pane.task.${name}`)));
}

test.each(['templates', 'rollUp', 'summary'] as const)(
  'the task %s takes the place of the tabs until the person goes back',
  async (name) => {
    const { user } = await drawPanel(openFixture(FORM), { sheet: SHEET });
    await openTask(name);
    screen.getByRole('heading', { name: SAY(`pane.task.${name}`) });
    expect(screen.queryByRole('tablist')).toBeNull();
    await user.click(screen.getByRole('button', { name: SAY('pane.task.back') }));
    screen.getByRole('tablist');
    expect(screen.queryByRole('heading', { name: SAY(`pane.task.${name}`) })).toBeNull();
  },
);

test('a task that is opened from the pane has the focus, and Esc leaves it', async () => {
  const { user } = await drawPanel(openFixture(FORM), { sheet: SHEET });
  await openTask('templates');
  expect(screen.getByRole('heading', { name: SAY('pane.task.templates') })).toHaveProperty('tabIndex', -1);
  expect(document.activeElement?.textContent).toBe(SAY('pane.task.templates'));
  await user.keyboard('{Escape}');
  screen.getByRole('tablist');
});

test('a task that the ribbon opens is shown at once', async () => {
  const { tasks } = await drawPanel(openFixture(FORM), { sheet: SHEET });
  await act(async () => {
    tasks.open({ name: 'nextYear' });
    await Promise.resolve();
  });
  screen.getByRole('heading', { name: SAY('pane.task.nextYear') });
});
