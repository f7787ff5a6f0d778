/** @jest-environment jsdom */
import { button, drawPanel, settled, shownFindings, type DrawnPanel } from '../drawPanel';
import { act, screen, within } from '@testing-library/react';
import { cellName } from '../../../src/form/address';
import type { XlsxFile } from '../../../src/workbook/xlsxFile';
import { openFixture } from '../../app/openFixture';

// A machine that does other things as well is slow to draw.
jest.setTimeout(30_000);

const FORM = 'baoxie-2022-department.xlsx';
const SHEET = '自评表';
const VARIETY = 'variety-open.xlsx';

async function draw(name = FORM, sheet = SHEET, goes = true): Promise<DrawnPanel & { file: XlsxFile }> {
  const file = openFixture(name);
  return { ...(await drawPanel(file, { sheet, goes })), file };
}

const at = (index: number): HTMLElement => {
  const finding = shownFindings()[index];
  if (!finding) throw new Error(`no finding ${index}`);
  return finding;
};
const first = (text: RegExp): HTMLElement => {
  const finding = shownFindings().find(({ textContent }) => text.test(textContent));
  if (!finding) throw new Error(`no finding like ${String(text)}`);
  return finding;
};

test('each finding tells its severity in a word, its cell and its sentence, the worst first', async () => {
  const { session } = await draw();
  const findings = session.state().sheets?.find(({ sheet }) => sheet === SHEET)?.forms[0]?.findings ?? [];
  expect(shownFindings().length).toBe(findings.length);
  const words = shownFindings().map(({ textContent }) => /^(错误|警告|提示)/.exec(textContent)?.[0]);
  const order = ['错误', '警告', '提示'];
  expect(words).toEqual(
    [...words].sort((one, other) => order.indexOf(one ?? '') - order.indexOf(other ?? '')),
  );
  for (const severity of ['error', 'warning', 'info']) {
    const count = findings.filter((finding) => finding.severity === severity).length;
    const word = { error: '错误', warning: '警告', info: '提示' }[severity] ?? '';
    button(`${word} ${count}`);
  }
});

test('a finding is named by its place, and no command can be taken for it', async () => {
  await draw(VARIETY, '中江-分值在前');
  const finding = first(/重新计算会把总分改成/);
  expect(screen.getAllByRole('button', { name: /重新计算/ }).length).toBe(1);
  expect(screen.getByRole('button', { name: /^错误 H19$/, description: /^总分写着 \d+/ })).toBe(finding);
});

test('the forms of the other sheets wait folded under the names of their sheets', async () => {
  const { user } = await draw(VARIETY, '云南-两行表头');
  const before = shownFindings().length;
  const other = button(/^零陵-部门整体/);
  expect(other.getAttribute('aria-expanded')).toBe('false');
  await user.click(other);
  expect(shownFindings().length).toBeGreaterThan(before);
});

test('a severity that is switched off is not shown, and words are looked for in sentence and cell', async () => {
  const { user } = await draw();
  await user.click(button(/^警告 \d/));
  expect(shownFindings().some(({ textContent }) => textContent.startsWith('警告'))).toBe(false);
  await user.click(button(/^警告 \d/));
  const cell = /(?:错误|警告|提示) ([A-Z]+\d+)/.exec(at(0).textContent)?.[1] ?? '';
  await user.type(screen.getByRole('searchbox'), cell.toLowerCase());
  expect(shownFindings().map(({ textContent }) => textContent.includes(cell))).toContain(true);
  expect(shownFindings().length).toBeLessThan(5);
  await user.clear(screen.getByRole('searchbox'));
  await user.type(screen.getByRole('searchbox'), '没有这样的字');
  expect(shownFindings()).toEqual([]);
  screen.getByText('没有符合筛选条件的问题。');
});

test('the list is one stop for the Tab key, arrows move in it, and Enter goes to the cell', async () => {
  const { user, goneTo, session } = await draw();
  expect(shownFindings().filter(({ tabIndex }) => tabIndex === 0).length).toBe(1);
  act(() => {
    at(0).focus();
  });
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
  expect(document.activeElement).toBe(at(1));
  await user.keyboard('{End}');
  expect(document.activeElement).toBe(shownFindings().at(-1));
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(shownFindings().at(-1));
  await user.keyboard('{Home}{Enter}');
  const cell = at(0).getAttribute('title')?.replace('转到 ', '') ?? '';
  expect(goneTo).toEqual([`${SHEET}!${cell}`]);
  expect(session.state().selectedRow).toBe(Number(/\d+/.exec(cell)?.[0]));
});

test('the address is told where Excel will not go', async () => {
  const { user } = await draw(FORM, SHEET, false);
  await user.click(at(0));
  await screen.findByText(/^Excel 没有转到该单元格，请自行查看：自评表 的 [A-Z]+\d+。$/);
});

test('a computed score is offered only where there is one, and accepting it takes the finding away', async () => {
  const drawn = await draw();
  await drawn.user.click(first(/没有完成目标/));
  expect(screen.queryByRole('button', { name: /采纳/ })).toBeNull();
  const docked = first(/按规则可得/);
  const wanted = docked.dataset['finding'];
  await drawn.user.click(docked);
  await drawn.user.click(button(/^采纳计算得分 \d/));
  await settled(drawn);
  expect(drawn.session.state().outcome).toMatchObject({ command: 'accept', failure: null, written: 2 });
  expect(shownFindings().map(({ dataset }) => dataset['finding'])).not.toContain(wanted);
});

test('all of a kind on the sheet are accepted at once, where there are several', async () => {
  const drawn = await draw(VARIETY, '云南-两行表头');
  await drawn.user.click(first(/按(规则|比例)可得/));
  await drawn.user.click(button('本表同类全部采纳（2）'));
  await settled(drawn);
  expect(drawn.session.state().outcome).toMatchObject({ command: 'accept', failure: null });
  expect(shownFindings().some(({ textContent }) => /按(规则|比例)可得/.test(textContent))).toBe(false);
});

describe('ignoring', () => {
  test('asks for a reason, keeps it with the workbook, and the focus stays in the list', async () => {
    const drawn = await draw();
    const { user, file } = drawn;
    const ignored = first(/没有完成目标/);
    const sentence = ignored.lastElementChild?.textContent ?? '';
    await user.click(ignored);
    await user.click(button('忽略……'));
    const reason = screen.getByRole('textbox', { name: /为什么可以忽略/ });
    expect(document.activeElement).toBe(reason);
    await user.keyboard('{Enter}');
    screen.getByText('还没有忽略：没有写理由，复核的人会看不懂。请写明忽略的理由。');
    await user.type(reason, '上级已同意调整{Enter}');
    await settled(drawn);
    expect(shownFindings().some(({ textContent }) => textContent.includes(sentence))).toBe(false);
    expect(Object.keys((await file.read([])).settings)).toEqual(['ignored']);
    expect(shownFindings()).toContain(document.activeElement);

    await user.click(button('已忽略（1）'));
    screen.getByText(/^理由：上级已同意调整（/);
    await user.click(button('取消忽略'));
    await settled(drawn);
    expect(shownFindings().some(({ textContent }) => textContent.includes(sentence))).toBe(true);
  });

  test('is given up with Esc, and nothing is kept', async () => {
    const { user, file } = await draw();
    const finding = at(0);
    await user.click(finding);
    await user.click(button('忽略……'));
    await user.keyboard('理由{Escape}');
    expect(screen.queryByRole('textbox', { name: /为什么可以忽略/ })).toBeNull();
    expect(document.activeElement).toBe(finding);
    expect((await file.read([])).settings).toEqual({});
  });

  test('ends when the figures change, and the person is told why it shows again', async () => {
    const drawn = await draw();
    const { user, file, session } = drawn;
    await user.click(first(/没有完成目标/));
    await user.click(button('忽略……'));
    await user.keyboard('已说明{Enter}');
    await settled(drawn);
    const form = session.state().sheets?.find(({ sheet }) => sheet === SHEET)?.forms[0];
    const row = form?.ignored[0]?.finding.row ?? 0;
    const { actual } = form?.scored?.facts.indicators.find((indicator) => indicator.row === row) ?? {};
    const { marks = [], grid } = (await file.read([SHEET])).sheets[0] ?? {};
    const column = grid?.rows[row - 1]?.findLastIndex((cell) => cell?.text === actual?.text) ?? -1;
    const write = { cell: cellName(row - 1, column), value: '1个', from: '', to: '', before: null };
    await file.apply([{ sheet: SHEET, marks, writes: [write] }]);
    await act(() => session.refresh());
    screen.getByText(/有 1 个忽略过的问题/);
    first(/以前忽略过（已说明）/);
  });
});

test('who went back to the sheet keeps the focus there when the finding at hand is gone', async () => {
  const { user, session } = await draw();
  const finding = first(/按规则可得/);
  await user.click(finding);
  finding.blur();
  window.dispatchEvent(new Event('blur'));
  await act(() => session.accept({ kind: 'finding', code: 'score-below-rule', sheet: SHEET }));
  expect(finding.isConnected).toBe(false);
  expect(document.activeElement).toBe(document.body);
});

test('only the finding at hand shows what can be done, so that hundreds cost little', async () => {
  const { user } = await draw();
  expect(screen.queryAllByRole('button', { name: '忽略……' }).length).toBe(0);
  await user.click(at(1));
  expect(screen.queryAllByRole('button', { name: '忽略……' }).length).toBe(1);
  const item = at(1).closest('li');
  if (!item) throw new Error('no item');
  within(item).getByRole('button', { name: '忽略……' });
});
