/** @jest-environment jsdom */
/** Blank forms in the pane: the gallery, the questions, and what is inserted. */
import { button, drawPanel, pressAhead, SAY, settled, type DrawnPanel } from '../drawPanel';
import { act, screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import { TEMPLATES } from '../../../src/form/templates/templates';
import type { XlsxFile } from '../../../src/workbook/xlsxFile';
import { openFixture } from '../../app/openFixture';
import { opened } from '../../workbook/opened';
import { buildXlsx } from '../../workbook/xlsxPackage';

// A machine that does other things as well is slow to draw.
jest.setTimeout(60_000);
/** The view is loaded when it is first opened. */
const PATIENCE = { timeout: 20_000 };

const FORM = 'baoxie-2022-department.xlsx';
const SHEET = '自评表';
const WUHAN = '部门整体绩效自评表（武汉）';
const MOF = '项目支出绩效自评表（财政部 2020）';

async function openGallery(file: XlsxFile, sheet: string | null = SHEET): Promise<DrawnPanel> {
  const panel = await drawPanel(file, { sheet });
  await act(async () => {
    panel.tasks.open({ name: 'templates', template: null });
    await Promise.resolve();
  });
  await screen.findByRole('button', { name: MOF }, PATIENCE);
  return panel;
}

async function openTemplate(file: XlsxFile, id: string, sheet: string | null = SHEET): Promise<DrawnPanel> {
  const panel = await drawPanel(file, { sheet });
  await act(async () => {
    panel.tasks.open({ name: 'templates', template: id });
    await Promise.resolve();
  });
  await screen.findByRole('button', { name: '插入' }, PATIENCE);
  return panel;
}

function field(name: string): HTMLInputElement {
  const found = screen.getByRole('textbox', { name });
  if (!(found instanceof HTMLInputElement)) throw new Error(`no field ${name}`);
  return found;
}

async function answer({ user }: DrawnPanel, name: string, text: string): Promise<void> {
  await user.clear(field(name));
  if (text !== '') await user.type(field(name), text);
}

async function insert(panel: DrawnPanel): Promise<void> {
  await panel.user.click(button('插入'));
  await settled(panel);
}

async function sheetsOf(file: XlsxFile): Promise<readonly string[]> {
  return (await file.read(null)).sheets.map(({ grid }) => grid.sheet);
}

async function violations(): Promise<unknown> {
  // jsdom draws nothing: colours are checked in a browser.
  const { violations: found } = await axe.run(document.body, {
    rules: {
      'color-contrast': { enabled: false },
      region: { enabled: false },
    },
  });
  return found.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

test('the gallery offers every template with its source and what it is for', async () => {
  await openGallery(openFixture(FORM));
  const offered = [...document.querySelectorAll('[data-template]')];
  expect(offered.map((card) => card.getAttribute('data-template'))).toEqual(TEMPLATES.map(({ id }) => id));
  for (const { name, source, use } of TEMPLATES) {
    const card = button(name['zh-CN'] ?? '–');
    const about = document.getElementById(card.getAttribute('aria-describedby') ?? '')?.textContent;
    expect(about).toBe(`${source === null ? '' : `出处：${source}`}${use['zh-CN'] ?? ''}`);
    expect(card.closest('li')?.querySelector('svg[aria-hidden="true"] text')).not.toBeNull();
  }
  expect(await violations()).toEqual([]);
});

test('a chosen template is inserted as a new sheet, and the pane shows it as a form', async () => {
  const file = openFixture(FORM);
  const before = await file.read(null);
  const panel = await openGallery(file);
  await panel.user.click(button(WUHAN));
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: WUHAN }));
  expect(await violations()).toEqual([]);
  await answer(panel, '年度', '2024');
  await answer(panel, '年度目标个数', '2');
  await insert(panel);
  screen.getByText('已插入新工作表“部门整体绩效自评表”，其他工作表没有改动。');
  screen.getByRole('tablist');
  const after = await file.read(null);
  expect(after.sheets.slice(0, before.sheets.length)).toEqual(before.sheets);
  expect(await sheetsOf(file)).toEqual([
    ...before.sheets.map(({ grid }) => grid.sheet),
    '部门整体绩效自评表',
  ]);
  const { current } = panel.session.state();
  expect(current?.sheet.sheet).toBe('部门整体绩效自评表');
  expect(current?.form?.facts).toMatchObject({ kind: 'department', goals: [{ number: 1 }, { number: 2 }] });
  expect(current?.form?.facts.title).toContain('2024年度');
  expect(current?.form?.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('the form in sight says whose form it will be, and what was answered before is remembered', async () => {
  const panel = await openTemplate(openFixture(FORM), 'project-2020');
  const facts = panel.session.state().current?.form?.facts;
  expect(field('单位名称').value).toBe(facts?.kind === 'summary-table' ? '' : facts?.unitName);
  expect(field('单位名称').value).not.toBe('');
  expect(field('年度').value).toBe('2026');
  await answer(panel, '年度', '２０２３');
  await insert(panel);
  expect((await sheetsOfSession(panel)).at(-1)).toBe('项目支出绩效自评表');
  await act(async () => {
    panel.tasks.open({ name: 'templates', template: 'project-2021' });
    await Promise.resolve();
  });
  await screen.findByRole('heading', { name: '项目支出绩效自评表（含成本指标，2021）' }, PATIENCE);
  expect(field('年度').value).toBe('２０２３');
});

test('a form in sight that is read only later still says whose form it will be', async () => {
  const file = openFixture(FORM);
  const { session } = await openTemplate(file, 'project-2020', null);
  expect(field('单位名称').value).toBe('');
  await act(async () => {
    session.select(SHEET, null);
    await session.refresh();
  });
  expect(field('单位名称').value).not.toBe('');
});

function sheetsOfSession({ session }: DrawnPanel): Promise<readonly string[]> {
  return Promise.resolve((session.state().sheets ?? []).map(({ sheet }) => sheet));
}

test.each([
  ['project-2020', ['单位名称', '项目名称', '年度', '每个二级指标的行数']],
  ['department-wuhan', ['单位名称', '年度', '年度目标个数', '每个二级指标的行数']],
  ['score-summary', ['单位名称', '年度', '年度目标个数']],
])('%s asks for what it has: %j', async (id, names) => {
  await openTemplate(openFixture(FORM), id);
  const asked = screen
    .getAllByRole('textbox')
    .map((one) => one.closest('.fui-Field')?.querySelector('label'));
  expect(asked.map((label) => label?.textContent.replace('*', '').trim())).toEqual(names);
});

test.each([
  ['年度', '1999', '请填 2000 到 2099 之间的整数。'],
  ['年度', '', '请填 2000 到 2099 之间的整数。'],
  ['年度目标个数', '21', '请填 1 到 20 之间的整数。'],
  ['每个二级指标的行数', '一行', '请填 1 到 10 之间的整数。'],
  ['每个二级指标的行数', '1.5', '请填 1 到 10 之间的整数。'],
])('%s "%s" is refused at its field, and nothing is inserted', async (name, text, sentence) => {
  const file = openFixture(FORM);
  const before = await sheetsOf(file);
  const panel = await openTemplate(file, 'department-wuhan');
  await answer(panel, name, text);
  await panel.user.click(button('插入'));
  const said = screen.getByText(sentence);
  expect(field(name).getAttribute('aria-describedby')).toContain(said.closest('[id]')?.id);
  expect(field(name).getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(field(name));
  expect(await sheetsOf(file)).toEqual(before);
  expect(await violations()).toEqual([]);
});

test('a fault is not told while the person is still typing', async () => {
  const panel = await openTemplate(openFixture(FORM), 'project-2020');
  await answer(panel, '年度', '20');
  expect(screen.queryByText('请填 2000 到 2099 之间的整数。')).toBeNull();
  await panel.user.tab();
  screen.getByText('请填 2000 到 2099 之间的整数。');
});

test('the picture follows the answers, and stays while one is not allowed', async () => {
  const panel = await openTemplate(openFixture(FORM), 'department-wuhan');
  const goals = (): number =>
    [...document.querySelectorAll('figure text')].filter((text) => /^年度目标\d+：/.test(text.textContent))
      .length;
  expect(goals()).toBe(3);
  await answer(panel, '年度目标个数', '5');
  await waitFor(() => {
    expect(goals()).toBe(5);
  });
  await answer(panel, '年度目标个数', '');
  expect(goals()).toBe(5);
  expect(document.querySelector('figcaption')?.textContent).toMatch(/^样子：\d+ 行 8 列，A4 纵向打印$/);
});

test('the points are told before they are on the sheet', async () => {
  await openTemplate(openFixture(FORM), 'department-wuhan');
  screen.getByText(/预算执行 20 分，各年度目标 80 分，合计 100 分/);
});

test('a workbook whose structure is protected is told in a sentence, and the answers stay', async () => {
  const protection = '<workbookProtection lockStructure="1"/>';
  const file = opened(buildXlsx({ sheets: { 表: '<sheetData/>' }, beforeSheets: protection }));
  const panel = await openTemplate(file, 'project-2020', '表');
  await answer(panel, '项目名称', '道路养护');
  await insert(panel);
  screen.getByText(SAY('refused.structure'));
  expect(field('项目名称').value).toBe('道路养护');
  expect(await sheetsOf(file)).toEqual(['表']);
});

test('Esc leads from the template to the gallery, and from there to the tabs', async () => {
  const { user } = await openGallery(openFixture(FORM));
  await user.click(button(MOF));
  await user.keyboard('{Escape}');
  button(WUHAN);
  expect(screen.queryByRole('tablist')).toBeNull();
  button(WUHAN).focus();
  await user.keyboard('{Escape}');
  screen.getByRole('tablist');
});

test('the ribbon may name another template while one is open, and again the same', async () => {
  const { tasks, user } = await openTemplate(openFixture(FORM), 'project-2020');
  await act(async () => {
    tasks.open({ name: 'templates', template: 'project-yunnan' });
    await Promise.resolve();
  });
  screen.getByRole('heading', { name: '项目支出绩效自评表（云南）' });
  await user.click(button('看其他模板'));
  await act(async () => {
    tasks.open({ name: 'templates', template: 'project-yunnan' });
    await Promise.resolve();
  });
  screen.getByRole('heading', { name: '项目支出绩效自评表（云南）' });
});

test('the gallery leads on to the form of the next year', async () => {
  const { tasks } = await openGallery(openFixture(FORM));
  await pressAhead(button('用去年的表生成今年的表'));
  expect(tasks.current()).toEqual({ name: 'nextYear' });
});
