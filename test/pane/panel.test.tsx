/** @jest-environment jsdom */
import { button, drawPanel, NOW, settled, shownFindings, SAY } from './drawPanel';
import { act, screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { HostFailure } from '../../src/workbook/hostFailure';
import type { SessionWorkbook } from '../../src/app/session';
import { openFixture } from '../app/openFixture';

// A machine that does other things as well is slow to draw.
jest.setTimeout(30_000);

const FORM = 'baoxie-2022-department.xlsx';
const SHEET = '自评表';
const VARIETY = 'variety-open.xlsx';
const LAYOUT = '云南-两行表头';

/** A workbook that counts what is sent to it, and may be held. */
function watched(name: string): {
  readonly workbook: SessionWorkbook;
  readonly calls: string[];
  hold: () => () => void;
} {
  const file = openFixture(name);
  const calls: string[] = [];
  let held = Promise.resolve();
  return {
    calls,
    workbook: {
      ...file,
      read: (sheets) => (calls.push('read'), held.then(() => file.read(sheets))),
      apply: (plans) => (calls.push('apply'), file.apply(plans)),
      saveSettings: (settings) => (calls.push('settings'), file.saveSettings(settings)),
    },
    hold() {
      let release: () => void = () => undefined;
      held = new Promise((resolve) => (release = resolve));
      return release;
    },
  };
}

const failing = (failure: HostFailure): SessionWorkbook => ({
  ...openFixture(FORM),
  read: () => Promise.reject(failure),
});

async function violations(): Promise<unknown> {
  // jsdom draws nothing: colours are checked in a browser.
  const { violations: found } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return found.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

test('the pane says which form it sees, under which rules, and when it looked', async () => {
  const { session } = await drawPanel(openFixture(FORM), { sheet: SHEET });
  const title = session.state().current?.form?.facts.title ?? '';
  screen.getByRole('heading', { level: 1, name: title });
  screen.getByText(/^自评表 · 口径：湖北\/武汉（按表样判断）/);
  expect(screen.getAllByText(/口径：/)).toHaveLength(1);
  const time = NOW.toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit' });
  screen.getByText(`读取于 ${time}`);
});

test('the buttons do what those of the ribbon do, and tell how it ended', async () => {
  const { workbook, calls } = watched(VARIETY);
  const drawn = await drawPanel(workbook, { sheet: LAYOUT });
  calls.length = 0;
  await drawn.user.click(button('重新计算'));
  await settled(drawn);
  expect(calls).toEqual(['read', 'apply']);
  within(screen.getAllByRole('status')[0] ?? document.body).getByText(/重新计算完毕，写入 \d+ 处/);
  screen.getByText(/可撤销：重新计算的写入/);
  calls.length = 0;
  await drawn.user.click(button('重新计算'));
  await settled(drawn);
  expect(calls).toEqual(['read']);
  await drawn.user.click(button('撤销写入'));
  await settled(drawn);
  screen.getByText(/已撤销/);
  expect(button('撤销写入').getAttribute('aria-disabled')).toBe('true');
});

test('while a command runs the pane is busy, no other can be started, and the button keeps the focus', async () => {
  const { workbook, calls, hold } = watched(FORM);
  const drawn = await drawPanel(workbook, { sheet: SHEET });
  calls.length = 0;
  const release = hold();
  await drawn.user.click(button('检查'));
  expect(screen.getByRole('main').getAttribute('aria-busy')).toBe('true');
  screen.getByText('正在检查……');
  await drawn.user.click(button('重新计算'));
  expect(calls).toEqual(['read']);
  act(() => {
    drawn.session.noteWaiting();
  });
  screen.getByText(/请先按 Enter 或 Esc 结束编辑/);
  button('检查').focus();
  release();
  await settled(drawn);
  expect(document.activeElement).toBe(button('检查'));
  expect(screen.getByRole('main').getAttribute('aria-busy')).toBe('false');
});

describe('a failure', () => {
  const failure = new HostFailure('busy', 'untouched', 'GeneralException · place');

  test('is told at once as a sentence, with the state of the sheet and without a code', async () => {
    const drawn = await drawPanel(failing(failure), { sheet: null });
    await drawn.user.click(button('重新计算'));
    await settled(drawn);
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toMatch(/^没有完成：.*。\s*表格没有改动。/);
    expect(document.body.textContent).not.toContain('GeneralException');
  });

  test('gives its details to the clipboard', async () => {
    const drawn = await drawPanel(failing(failure), { sheet: null });
    await drawn.user.click(button('检查'));
    await settled(drawn);
    await drawn.user.click(button('复制详细信息'));
    expect(await navigator.clipboard.readText()).toBe('GeneralException · place');
    button('已复制');
  });

  test('shows its details to be copied by hand where the clipboard is forbidden', async () => {
    const drawn = await drawPanel(failing(failure), { sheet: null });
    jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('forbidden'));
    await drawn.user.click(button('检查'));
    await settled(drawn);
    await drawn.user.click(button('复制详细信息'));
    const details = screen.getByRole<HTMLTextAreaElement>('textbox', { name: '详细信息' });
    expect(details.value).toBe('GeneralException · place');
    expect(document.activeElement).toBe(details);
  });

  test('of a reading in the background is told apart, with a way to try again', async () => {
    let isBroken = true;
    const file = openFixture(FORM);
    const workbook: SessionWorkbook = {
      ...file,
      read: (sheets) => (isBroken ? Promise.reject(failure) : file.read(sheets)),
    };
    const drawn = await drawPanel(workbook, { sheet: SHEET });
    screen.getByText(/^下面可能不是最新的内容。/);
    expect(screen.queryByRole('alert')).toBeNull();
    isBroken = false;
    await drawn.user.click(button('重新读取'));
    await settled(drawn);
    expect(shownFindings().length).toBeGreaterThan(0);
    expect(screen.queryByText(/^下面可能不是最新的内容。/)).toBeNull();
  });
});

describe('a preview', () => {
  test('shows every cell with its old and its new value, and writes nothing before the person says so', async () => {
    const { workbook, calls } = watched(VARIETY);
    const drawn = await drawPanel(workbook, { sheet: LAYOUT });
    calls.length = 0;
    await drawn.user.click(button('预览'));
    await settled(drawn);
    expect(calls).toEqual(['read']);
    const sheets = drawn.session.state().pending?.sheets ?? [];
    expect(sheets.length).toBeGreaterThan(1);
    for (const { sheet, writes } of sheets) {
      const rows = within(screen.getByRole('region', { name: sheet }))
        .queryAllByRole('row')
        .slice(1);
      expect(rows.map(({ textContent }) => textContent)).toEqual(
        writes.map(({ cell, from, to }) => `${cell}${from || '（空）'}${to || '（空）'}`),
      );
    }
    expect(document.activeElement).toBe(button('写入'));
    await drawn.user.keyboard('{Enter}');
    await settled(drawn);
    expect(calls).toEqual(['read', 'apply', 'settings']);
    expect(screen.queryByRole('button', { name: '写入' })).toBeNull();
  });

  test('that is cancelled or left with Esc writes nothing', async () => {
    const { workbook, calls } = watched(VARIETY);
    const drawn = await drawPanel(workbook, { sheet: LAYOUT });
    for (const leave of ['click', 'key']) {
      await drawn.user.click(button('预览'));
      await settled(drawn);
      if (leave === 'click') await drawn.user.click(button('取消'));
      else await drawn.user.keyboard('{Escape}');
      expect(drawn.session.state().pending).toBeNull();
    }
    expect(calls).not.toContain('apply');
  });

  test('comes first where the person wants to see what is written, once a workbook', async () => {
    const { workbook, calls } = watched(VARIETY);
    const drawn = await drawPanel(workbook, { sheet: LAYOUT, preferences: { previews: true } });
    calls.length = 0;
    await drawn.user.click(button('重新计算'));
    await settled(drawn);
    expect(calls).toEqual(['read']);
    await drawn.user.click(button('写入'));
    await settled(drawn);
    await drawn.user.click(button('撤销写入'));
    await settled(drawn);
    calls.length = 0;
    await drawn.user.click(button('重新计算'));
    await settled(drawn);
    expect(calls).toEqual(['read', 'apply']);
  });
});

test('a protected sheet is told, with the cells and values that the person is to type in', async () => {
  const file = openFixture(VARIETY);
  const locked: SessionWorkbook = {
    ...file,
    async read(names) {
      const snapshot = await file.read(names);
      const sheets = snapshot.sheets.map((sheet) => ({
        ...sheet,
        isProtected: true,
        grid: {
          ...sheet.grid,
          rows: sheet.grid.rows.map((row) => row?.map((cell) => cell && { ...cell, writable: false })),
        },
      }));
      return { ...snapshot, sheets };
    },
  };
  const drawn = await drawPanel(locked, { sheet: LAYOUT });
  await drawn.user.click(button('重新计算'));
  await settled(drawn);
  screen.getByText(`工作表“${LAYOUT}”受保护，没有加标记；锁定的单元格请自行填写。`);
  const { outcome } = drawn.session.state();
  expect(outcome?.locked.length).toBeGreaterThan(0);
  const list = screen.getByRole('region', { name: /受保护，请自行填写/ });
  const rows = within(list).getAllByRole('row').slice(1);
  expect(rows.map(({ textContent }) => textContent)).toEqual(
    outcome?.locked.map(({ sheet, cell, from, to }) => `${sheet}!${cell}${from || '（空）'}${to}`),
  );
});

test('until the workbook is read, or cannot be, the pane says that it is looking', async () => {
  const { hold, workbook } = watched(FORM);
  const release = hold();
  const drawn = await drawPanel(workbook, { sheet: null });
  screen.getByText(SAY('pane.reading.first'));
  const refreshed = drawn.session.refresh();
  screen.getByText(SAY('pane.reading.first'));
  release();
  await act(() => refreshed);
  expect(screen.queryByText(SAY('pane.reading.first'))).toBeNull();
});

test('the welcome is read once', async () => {
  const drawn = await drawPanel(openFixture(FORM), { sheet: SHEET, preferences: { isWelcomed: false } });
  screen.getByRole('region', { name: '第一次使用' });
  await drawn.user.click(button('知道了'));
  expect(screen.queryByRole('region', { name: '第一次使用' })).toBeNull();
  expect(drawn.preferences.current().isWelcomed).toBe(true);
});

test('settings of the workbook that cannot be read are told', async () => {
  const file = openFixture(FORM);
  await file.saveSettings({ ignored: '{' });
  await drawPanel(file, { sheet: SHEET });
  screen.getByText(/工作簿里保存的忽略记录有一部分读不出来/);
});

test('the tabs show the findings, the selected row and the settings', async () => {
  const drawn = await drawPanel(openFixture(FORM), { sheet: SHEET });
  await drawn.user.click(screen.getByRole('tab', { name: '本行' }));
  expect(shownFindings()).toEqual([]);
  act(() => {
    drawn.session.select(SHEET, 49);
  });
  screen.getByRole('heading', { name: /^第 49 行/ });
  await drawn.user.click(screen.getByRole('tab', { name: '设置' }));
  await screen.findByText('设置', { selector: '[role=tab] *' });
  expect(screen.getByRole('tabpanel', { name: '设置' })).toBeTruthy();
});

test.each(['findings', 'preview', 'failure', 'blank'])(
  'nothing is amiss for a screen reader: %s',
  async (state) => {
    const workbook =
      state === 'failure' ? failing(new HostFailure('busy', 'untouched', 'x')) : openFixture(VARIETY);
    const drawn = await drawPanel(workbook, { sheet: state === 'blank' ? null : LAYOUT });
    if (state === 'preview') await drawn.user.click(button('预览'));
    if (state === 'failure') await drawn.user.click(button('检查'));
    if (state === 'findings') {
      for (const finding of shownFindings().slice(0, 1)) await drawn.user.click(finding);
      await drawn.user.click(button('忽略……'));
    }
    await settled(drawn);
    expect(await violations()).toEqual([]);
  },
);

test('the rule set is changed where it is told', async () => {
  const { user } = await drawPanel(openFixture(FORM), { sheet: SHEET });
  await user.click(button('更改'));
  expect(screen.getByRole('tab', { name: '设置' }).getAttribute('aria-selected')).toBe('true');
  await screen.findByRole('group', { name: '本工作簿' });
});
