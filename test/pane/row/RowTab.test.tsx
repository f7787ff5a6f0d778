/** @jest-environment jsdom */
import { drawOver, SAY, type Drawn } from './overSession';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { explainSelected } from '../../../src/app/explainRow';
import type { NumberCell } from '../../../src/engine/facts';
import { RowTab } from '../../../src/pane/row/RowTab';
import { openFixture } from '../../app/openFixture';

const FORM = 'baoxie-2022-department.xlsx';
const SHEET = '自评表';

/** Rows of the form: a typed score below the computed one, a ceiling, a rank that a person judges, words in two numbers. */
const [DOCKED, CEILING, JUDGED] = [58, 16, 44];

let goneTo: [string, string][];

async function draw(row: number | null, name = FORM, sheet = SHEET): Promise<Drawn> {
  goneTo = [];
  const drawn = await drawOver(openFixture(name), sheet, (state, session) => (
    <RowTab state={state} session={session} goTo={(...place) => goneTo.push(place)} say={SAY} />
  ));
  drawn.select(row);
  return drawn;
}

function scoreAt({ session }: Drawn, row: number): NumberCell | undefined {
  const form = session.state().sheets?.find(({ sheet }) => sheet === SHEET)?.forms[0];
  return form?.scored?.facts.indicators.find((indicator) => indicator.row === row)?.score;
}

/** The figure beside a name. */
function figure(name: string): string | null | undefined {
  return screen.getByText(name).nextElementSibling?.textContent;
}

test('before anything is read, without a selection and on a row without a score, a hint says what to do', async () => {
  const unread = await drawOver(openFixture(FORM), null, (state, session) => (
    <RowTab state={state} session={session} goTo={() => undefined} say={SAY} />
  ));
  screen.getByText(/先按“检查”/);
  expect(unread.session.state().sheets).toBeNull();
  const { select } = await draw(null);
  screen.getByText(/在表中选中一行指标/);
  select(1);
  screen.getByText(/第 1 行没有计分/);
});

test('a row tells its name, its readings, its scores and each step in order', async () => {
  await draw(CEILING);
  screen.getByRole('heading', { name: '第 16 行：拆迁工作上访人次' });
  screen.getByText('读作 ≤ 10人次');
  screen.getByText('读作 8次');
  expect([figure('表上得分'), figure('计算得分'), figure('分值')]).toEqual(['1', '1', '1']);
  const steps = within(screen.getByRole('list', { name: '' })).getAllByRole('listitem');
  expect(steps.at(-1)?.textContent).toBe('8人次 不超过 10人次，已完成，得满分。');
});

test('the direction is flipped by a choice, and given back to the rules', async () => {
  const { session } = await draw(DOCKED);
  screen.getByRole('radio', { name: '按规则', checked: true });
  await userEvent.click(screen.getByRole('radio', { name: '不高于' }));
  await waitFor(() => {
    expect(explainSelected(session.state())?.direction).toEqual({ kind: 'ceiling', from: 'person' });
  });
  screen.getByRole('radio', { name: '不高于', checked: true });
  expect(screen.getAllByText(/由您指定为反向指标/)).not.toHaveLength(0);
  await userEvent.click(screen.getByRole('radio', { name: '按规则' }));
  await waitFor(() => {
    expect(explainSelected(session.state())?.direction?.from).toBe('default');
  });
});

test('a computed score is accepted, and its finding and its button go', async () => {
  const drawn = await draw(DOCKED);
  const finding = within(screen.getByRole('list', { name: '这一行的问题' })).getByRole('listitem');
  expect(finding.textContent).toMatch(/提示.*表上得 1 分，按规则可得 2 分/);
  await userEvent.click(screen.getByRole('button', { name: '采纳计算得分 2' }));
  await waitFor(() => {
    expect(String(scoreAt(drawn, DOCKED)?.value)).toBe('2');
  });
  await waitFor(() => {
    expect(screen.queryByRole('button', { name: /采纳/ })).toBeNull();
  });
  expect(screen.queryByRole('list', { name: '这一行的问题' })).toBeNull();
});

describe('a judged row', () => {
  test('gives a score by a band, which is written by the button and not before', async () => {
    const drawn = await draw(JUDGED);
    const band = screen.getByRole('button', { name: /部分达成.*1–1.6 分.*50–80%/ });
    await userEvent.click(band);
    expect(band.getAttribute('aria-pressed')).toBe('true');
    expect(scoreAt(drawn, JUDGED)?.value).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '写入 1.3 分' }));
    await waitFor(() => {
      expect(String(scoreAt(drawn, JUDGED)?.value)).toBe('1.3');
    });
    expect(drawn.session.state().nextUndo).toBe('score');
  });

  test('takes a typed score with Enter', async () => {
    const drawn = await draw(JUDGED);
    await userEvent.type(screen.getByRole('textbox', { name: '得分' }), '0.75{Enter}');
    await waitFor(() => {
      expect(String(scoreAt(drawn, JUDGED)?.value)).toBe('0.75');
    });
  });

  test.each([
    ['2.5', /2\.5 分不在 0 到 2 分之间/],
    ['1.234', /最多保留 2 位小数/],
    ['许多', /不是数/],
  ])('refuses %s, and says why', async (text, why) => {
    const drawn = await draw(JUDGED);
    const box = screen.getByRole('textbox', { name: '得分' });
    await userEvent.type(box, `${text}{Enter}`);
    await screen.findByText(why);
    expect(box.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('button', { name: '写入' }).getAttribute('aria-disabled')).toBe('true');
    // Nothing was asked of the workbook since it was read.
    expect(drawn.session.state().outcome?.command).toBe('check');
  });

  test('forgets an unwritten score when another row is selected', async () => {
    const { select } = await draw(JUDGED);
    await userEvent.type(screen.getByRole('textbox', { name: '得分' }), '1');
    select(17);
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '得分' }).value).toBe('');
  });
});

test('a score cell that rows share is told, and is scored by hand', async () => {
  await draw(8, '../layouts/43-mergedscore.xlsx', '合并得分');
  screen.getByText(/得分单元格与第 7 行共用/);
  screen.getByRole('group', { name: '档次' });
});

test('the execution of the budget is explained by its own steps, without a direction', async () => {
  await draw(4, '../layouts/83-blocks.xlsx', '决策管理');
  // 90 % of 10 points.
  expect([figure('表上得分'), figure('计算得分'), figure('分值')]).toEqual(['9', '9', '10']);
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('执行率'),
    expect.stringContaining('得分'),
  ]);
  expect(screen.queryByRole('radiogroup')).toBeNull();
});

test('a judged block is scored by hand, and says that there is no formula', async () => {
  await draw(7, '../layouts/83-blocks.xlsx', '决策管理');
  const [best] = within(screen.getByRole('group', { name: '档次' })).getAllByRole('button');
  // 4 of 5 points is the edge of the best band.
  expect(best?.getAttribute('aria-pressed')).toBe('true');
  screen.getByText(/没有计算公式/);
});

test('a cell is gone to by its name', async () => {
  await draw(DOCKED);
  await userEvent.click(screen.getByRole('button', { name: '转到 H58' }));
  expect(goneTo).toEqual([[SHEET, 'H58']]);
});

test.each([DOCKED, JUDGED, CEILING])('a reader of the screen finds nothing amiss in row %s', async (row) => {
  await draw(row);
  const { violations } = await axe.run(document.body, {
    rules: { region: { enabled: false }, 'color-contrast': { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
