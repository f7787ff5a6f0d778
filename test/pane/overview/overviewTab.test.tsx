/** @jest-environment jsdom */
import { drawPanel, settled, button, type DrawnPanel } from '../drawPanel';
import { drawOver, SAY } from '../row/overSession';
import { act, fireEvent, screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { drawOverview } from '../../../src/form/overview/drawOverview';
import { readOverview } from '../../../src/form/overview/readOverview';
import type { SessionWorkbook } from '../../../src/app/session';
import { OverviewTab } from '../../../src/pane/overview/OverviewTab';
import { newXlsx } from '../../../src/workbook/xlsxFile';
import { buildGrid, projectRows } from '../../form/buildGrid';
import { sheetOf } from '../../app/buildSnapshot';
import { openFixture } from '../../app/openFixture';

jest.setTimeout(30_000);

const PROJECTS = 'hemenkou-2020-projects-a.xlsx';

async function open(workbook: SessionWorkbook, sheet: string | null): Promise<DrawnPanel> {
  const drawn = await drawPanel(workbook, { sheet });
  await drawn.user.click(screen.getByRole('tab', { name: '总览' }));
  if (sheet !== null) await screen.findByRole('tabpanel');
  return drawn;
}

async function table(): Promise<HTMLElement> {
  return screen.findByRole('table', { name: '所有自评表' });
}

/** The lines as they are shown, cell by cell. */
async function lines(): Promise<readonly (readonly string[])[]> {
  const [, ...rows] = within(await table()).getAllByRole('row');
  return rows.map((row) => [...row.children].map(({ textContent }) => textContent));
}

const header = (name: string): HTMLElement =>
  screen.getByRole('columnheader', { name: new RegExp(`^${name}`) });

test('every form has a line with score, grade, completed indicators and findings', async () => {
  await open(openFixture('baoxie-2022-department.xlsx'), '自评表');
  const shown = await lines();
  expect(shown).toHaveLength(2);
  // 90.66 points, 47 of 54 indicators: as the published summary of this form says.
  expect(shown[1]?.slice(1)).toEqual(['90.66', '优', '47/54', '0', '13']);
  screen.getByText('共 2 份表，错误 3 处，警告 13 处');
});

test('a total that a recalculation changes is shown with what it becomes', async () => {
  await open(openFixture(PROJECTS), '环卫经费');
  const shown = (await lines()).map(([, score]) => score);
  expect(shown).toContain('98重算 78');
});

test('a header sorts, turns round and lets go, and says so', async () => {
  const { user } = await open(openFixture(PROJECTS), '环卫经费');
  const unsorted = await lines();
  const errors = (): Promise<readonly number[]> =>
    lines().then((shown) => shown.map((cells) => Number(cells[4])));
  await user.click(within(header('错误')).getByRole('button'));
  expect(header('错误').getAttribute('aria-sort')).toBe('descending');
  expect(await errors()).toEqual([...(await errors())].sort((a, b) => b - a));
  expect(await lines()).not.toEqual(unsorted);
  act(() => {
    within(header('错误')).getByRole('button').focus();
  });
  await user.keyboard('{Enter}');
  expect(header('错误').getAttribute('aria-sort')).toBe('ascending');
  expect(await errors()).toEqual([...(await errors())].sort((a, b) => a - b));
  await user.keyboard('{Enter}');
  expect(header('错误').getAttribute('aria-sort')).toBe('none');
  expect(await lines()).toEqual(unsorted);
});

test('a click anywhere on a line goes to the title of its form', async () => {
  const { user, goneTo } = await open(openFixture('baoxie-2022-department.xlsx'), '得分情况');
  const [, , second] = within(await table()).getAllByRole('row');
  await user.click(second?.lastElementChild ?? document.body);
  expect(goneTo).toEqual(['自评表!A2']);
});

test('the lines are one stop of the Tab key, arrows move among them, Enter goes there once', async () => {
  const { user, goneTo } = await open(openFixture(PROJECTS), '环卫经费');
  const buttons = within(await table())
    .getAllByRole('button')
    .slice(6);
  expect(buttons.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
  act(() => {
    buttons[0]?.focus();
  });
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
  expect(document.activeElement).toBe(buttons[1]);
  await user.keyboard('{End}');
  expect(document.activeElement).toBe(buttons.at(-1));
  await user.keyboard('{Home}{Enter}');
  expect(goneTo).toHaveLength(1);
});

test('the button writes the table to a sheet of its own', async () => {
  const file = openFixture('baoxie-2022-department.xlsx');
  const drawn = await open(file, '自评表');
  await drawn.user.click(await screen.findByRole('button', { name: '写入自评汇总表' }));
  await settled(drawn);
  const { sheets } = await file.read(null);
  const added = sheets.at(-1);
  expect(added?.grid.sheet).toBe('自评汇总表');
  expect(
    added && readOverview(added.grid)?.map(({ kind, printed, completed }) => [kind, printed, completed]),
  ).toEqual([
    ['summary-table', '90.66', null],
    ['department', '90.66', 47],
  ]);
  screen.getByText('自评汇总表已写入新工作表“自评汇总表”，其他工作表没有改动。');
});

test('on that sheet nobody is told that no form was recognised', async () => {
  const file = openFixture('baoxie-2022-department.xlsx');
  const drawn = await open(file, '自评表');
  await drawn.user.click(await screen.findByRole('button', { name: '写入自评汇总表' }));
  await settled(drawn);
  await drawn.user.click(button('检查'));
  await settled(drawn);
  await drawn.user.click(screen.getByRole('tab', { name: '问题' }));
  expect(screen.queryByText(/没有认出/)).toBeNull();
});

test('a workbook without a form says so', async () => {
  await open(newXlsx(drawOverview([])), '自评汇总表');
  await screen.findByText(/这个工作簿里没有找到自评表/);
});

test('a workbook that was not read says what to do', async () => {
  await open(openFixture('baoxie-2022-department.xlsx'), null);
  await screen.findByText(/先按“检查”或“重新计算”/);
});

/** A workbook with so many sheets, a small form with a project of its own on each. */
function manyForms(count: number): SessionWorkbook {
  const sheets = Array.from({ length: count }, (_, index) => {
    const name = `项目${index + 1}`;
    const rows = projectRows().map((row) => row.map((cell) => (cell === '道路养护' ? name : cell)));
    return sheetOf(buildGrid(rows, name));
  });
  return {
    read: () => Promise.resolve({ sheets, activeSheet: null, settings: {} }),
    apply: () => Promise.resolve(),
    saveSettings: () => Promise.resolve(),
    addSheet: () => Promise.reject(new Error('not here')),
    copySheet: () => Promise.reject(new Error('not here')),
  };
}

test('300 forms are sorted without drawing their lines anew', async () => {
  const { session } = await drawOver(manyForms(300), '项目1', (state, current) => (
    <OverviewTab state={state} session={current} goTo={() => undefined} say={SAY} />
  ));
  const drawn = (): readonly Element[] => [...document.querySelectorAll('tbody tr')];
  const before = drawn();
  expect(before).toHaveLength(300);
  const start = performance.now();
  const [name] = document.querySelectorAll('thead button');
  if (name) fireEvent.click(name);
  // Far above what it takes, far below what drawing everything again would.
  expect(performance.now() - start).toBeLessThan(1500);
  if (name) fireEvent.click(name);
  expect(drawn()).not.toEqual(before);
  expect(new Set(drawn())).toEqual(new Set(before));
  expect(session.state().sheets).toHaveLength(300);
});

test('it breaks no rule of accessibility that can be checked', async () => {
  await open(openFixture(PROJECTS), '环卫经费');
  await table();
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
