/** @jest-environment jsdom */
/** The form of the next year: what is told before, and what is made. */
import { button, drawPanel, SAY, settled, type DrawnPanel } from '../drawPanel';
import { act, screen, within, type BoundFunctions, type queries } from '@testing-library/react';
import axe from 'axe-core';
import { drawSample } from '../../../src/form/templates/drawSample';
import { newXlsx, type XlsxFile } from '../../../src/workbook/xlsxFile';
import { gridOf, cellAt, opened } from '../../workbook/opened';
import { buildXlsx } from '../../workbook/xlsxPackage';

// A machine that does other things as well is slow to draw.
jest.setTimeout(60_000);
/** The view is loaded when it is first opened. */
const PATIENCE = { timeout: 20_000 };

const SHEET = '示例·项目支出绩效自评表';

async function openTask(file: XlsxFile, sheet = SHEET): Promise<DrawnPanel> {
  const panel = await drawPanel(file, { sheet });
  // Awaited, as the view may have to be fetched.
  await act(async () => {
    panel.tasks.open({ name: 'nextYear' });
    await Promise.resolve();
  });
  return panel;
}

async function planned(): Promise<BoundFunctions<typeof queries>> {
  return within(await screen.findByRole('region', { name: '将要做的改动' }, PATIENCE));
}

test('what will be emptied and changed is told, and a cell of it is gone to', async () => {
  const { user, goneTo } = await openTask(newXlsx(drawSample(2025)));
  const plan = await planned();
  plan.getByText('年度由 2025 改为 2026。');
  plan.getByText(/^新工作表名为“示例·项目支出绩效自评表 2026”/);
  plan.getByText(/^清空：.*实际完成值 9 格.*得分 8 格/);
  await user.click(plan.getByRole('button', { name: /^要清空的 \d+ 格$/ }));
  await user.click(plan.getByRole('button', { name: 'F13' }));
  expect(goneTo).toEqual([`${SHEET}!F13`]);
  await user.click(plan.getByRole('button', { name: /^年份要改的 \d+ 格/ }));
  plan.getByText('2025年10月底前 → 2026年10月底前');
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

test('the new sheet keeps targets, loses results and is of the next year; the old one stays', async () => {
  const file = newXlsx(drawSample(2025));
  const before = await gridOf(file, SHEET);
  const panel = await openTask(file);
  await planned();
  await panel.user.click(button('生成'));
  await settled(panel);
  const name = panel.session.state().outcome?.addedSheet ?? '–';
  screen.getByText(`已生成新工作表“${name}”，原表没有改动。`);
  screen.getByRole('tablist');
  expect(panel.session.state().current?.sheet.sheet).toBe(name);
  expect(await gridOf(file, SHEET)).toEqual(before);
  const after = await gridOf(file, name);
  expect(cellAt(after, 'E13')?.text).toBe('≥20公里');
  expect(cellAt(after, 'E15')?.text).toBe('2026年10月底前');
  expect(cellAt(after, 'A2')?.text).toBe('（2026年度）');
  for (const emptied of ['F13', 'H13', 'H22']) expect(cellAt(after, emptied)?.text ?? '').toBe('');
});

test('targets and budgets are emptied too when that is chosen, and told so', async () => {
  const file = newXlsx(drawSample(2025));
  const panel = await openTask(file);
  const plan = await planned();
  expect(plan.queryByText(/目标和指标值 \d+ 格/)).toBeNull();
  await panel.user.click(screen.getByRole('radio', { name: '指标值、目标和预算数也清空' }));
  await plan.findByText(/目标和指标值 10 格/, undefined, PATIENCE);
  await panel.user.click(button('生成'));
  await settled(panel);
  const after = await gridOf(file, panel.session.state().outcome?.addedSheet ?? '–');
  expect(cellAt(after, 'E13')?.text ?? '').toBe('');
  expect(cellAt(after, 'D13')?.text).toBe('养护道路长度');
});

test('on a sheet without a form a sentence says where to go', async () => {
  await openTask(opened(buildXlsx({ sheets: { 表: '<sheetData/>' } })), '表');
  await screen.findByText(SAY('nextYear.noSheet'), undefined, PATIENCE);
  expect(screen.queryByRole('button', { name: '生成' })).toBeNull();
});

test('a form that is gone by then is told, and nothing is made', async () => {
  let isGone = false;
  const file = newXlsx(drawSample(2025));
  const panel = await openTask({ ...file, read: (sheets) => file.read(isGone ? [] : sheets) });
  await planned();
  isGone = true;
  await panel.user.click(button('生成'));
  await settled(panel);
  screen.getByText(SAY('nextYear.noForm', { sheet: SHEET }));
  expect((await file.read(null)).sheets).toHaveLength(1);
});
