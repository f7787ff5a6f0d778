/** @jest-environment jsdom */
import { drawOver, SAY, type Drawn } from '../row/overSession';
import {
  act,
  fireEvent,
  screen,
  waitFor,
  within,
  type BoundFunctions,
  type queries,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { useState, type JSX } from 'react';
import { isHighlight } from '../../../src/form/marks';
import { SettingsTab, type Habits } from '../../../src/pane/settings/SettingsTab';
import type { Session } from '../../../src/app/session';
import type { SessionState } from '../../../src/app/sessionState';
import type { SessionWorkbook } from '../../../src/app/session';
import type { XlsxFile } from '../../../src/workbook/xlsxFile';
import { openFixture } from '../../app/openFixture';

/** Hundreds of controls are slow to draw without a browser. */
jest.setTimeout(30_000);

type Part = BoundFunctions<typeof queries>;

const SHEET = '自评表';
const HABITS: Habits = { rules: null, options: {}, previews: false };

let habits: Habits;
let file: XlsxFile;

function Settings({ state, session }: { state: SessionState; session: Session }): JSX.Element {
  const [defaults, change] = useState(HABITS);
  habits = defaults;
  return (
    <SettingsTab
      state={state}
      session={session}
      defaults={defaults}
      changeDefaults={(next) => {
        change(next);
        session.useDefaults(next);
      }}
      say={SAY}
    />
  );
}

function draw(sheet: string | null = SHEET): Promise<Drawn> {
  file = openFixture('baoxie-2022-department.xlsx');
  return drawOver(file, sheet, (state, session) => <Settings state={state} session={session} />);
}

function workbook(): Part {
  return within(screen.getByRole('group', { name: '本工作簿' }));
}

async function openPerson(): Promise<Part> {
  await userEvent.click(screen.getByRole('button', { name: '我的习惯（所有工作簿）' }));
  return within(screen.getByRole('group', { name: '我的习惯（所有工作簿）' }));
}

/** Makes the rule set of the workbook the person's own and opens its numbers. */
async function ownNumbers(): Promise<void> {
  await userEvent.click(workbook().getByRole('button', { name: '改成自己的口径' }));
  await workbook().findByRole('textbox', { name: '口径名称' });
  await userEvent.click(workbook().getByRole('button', { name: '口径里的数' }));
}

function ruleSetOf({ session }: Drawn): Record<string, unknown> {
  return { ...session.state().choices?.ruleSet };
}

test('before the workbook is read it cannot be set up, but habits can', async () => {
  await draw(null);
  screen.getByText(/先按“检查”/);
  const person = await openPerson();
  await userEvent.click(person.getByRole('switch', { name: /第一次写入前，先给我看/ }));
  expect(habits.previews).toBe(true);
});

test('the rule set shows as guessed, and is chosen from those that are shipped, each with its document', async () => {
  const drawn = await draw();
  const chooser = workbook().getByRole('combobox', { name: '口径' });
  expect(chooser.textContent).toBe('按表样判断：湖北/武汉');
  await userEvent.click(chooser);
  await userEvent.click(screen.getByRole('option', { name: /财政部 2021.*财预〔2021〕101号/ }));
  await waitFor(() => {
    expect(drawn.session.state().choices?.rules).toEqual({ kind: 'shipped', id: 'mof-2021', changes: {} });
  });
  workbook().getByText('财预〔2021〕101号', { ignore: '[role="option"] *' });
  await userEvent.click(chooser);
  await userEvent.click(screen.getByRole('option', { name: '按表样判断' }));
  await waitFor(() => {
    expect(drawn.session.state().choices?.rules).toBeNull();
  });
});

describe('the numbers of a rule set', () => {
  test('are only read until it is made the person’s own', async () => {
    await draw();
    await userEvent.click(workbook().getByRole('button', { name: '口径里的数' }));
    expect(workbook().getByRole<HTMLInputElement>('textbox', { name: '得分保留小数位' }).readOnly).toBe(true);
    expect(workbook().queryByRole('button', { name: '加一行' })).toBeNull();
  });

  test('are changed one by one, count at once, and are reset together', async () => {
    const drawn = await draw();
    await ownNumbers();
    const decimals = workbook().getByRole('textbox', { name: '得分保留小数位' });
    await userEvent.clear(decimals);
    await userEvent.type(decimals, '1{Enter}');
    const band = workbook().getByRole('textbox', { name: '人工评分：部分达成档的下限' });
    await userEvent.clear(band);
    await userEvent.type(band, '60');
    await userEvent.tab();
    await waitFor(() => {
      expect(String(ruleSetOf(drawn)['bands'])).toBe('0.8,0.6');
    });
    // The first change is not lost to the second.
    expect(ruleSetOf(drawn)).toMatchObject({ id: 'wuhan', decimals: 1 });
    expect(drawn.session.state().current?.form?.rules.decimals).toBe(1);
    await userEvent.click(workbook().getByRole('button', { name: '恢复原来的数' }));
    await waitFor(() => {
      expect(drawn.session.state().choices?.rules).toEqual({ kind: 'shipped', id: 'wuhan', changes: {} });
    });
  });

  test('show what was entered while Excel still keeps it waiting, and the next change keeps it', async () => {
    file = openFixture('baoxie-2022-department.xlsx');
    const slow: SessionWorkbook = {
      ...file,
      async saveSettings(settings) {
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        await file.saveSettings(settings);
      },
    };
    const drawn = await drawOver(slow, SHEET, (state, session) => (
      <Settings state={state} session={session} />
    ));
    await ownNumbers();
    const enter = (name: string, text: string): HTMLInputElement => {
      const box = workbook().getByRole<HTMLInputElement>('textbox', { name });
      fireEvent.change(box, { target: { value: text } });
      fireEvent.blur(box);
      return box;
    };
    const decimals = enter('得分保留小数位', '1');
    enter('至少要有几项指标', '5');
    expect(decimals.value).toBe('1');
    await waitFor(
      () => {
        expect(ruleSetOf(drawn)).toMatchObject({ decimals: 1, fewestIndicators: 5 });
      },
      { timeout: 10_000 },
    );
  });

  test('are refused when they are not allowed, with what is; Escape takes the entry back', async () => {
    const drawn = await draw();
    await ownNumbers();
    const decimals = workbook().getByRole<HTMLInputElement>('textbox', { name: '得分保留小数位' });
    await userEvent.clear(decimals);
    await userEvent.type(decimals, '9');
    await userEvent.tab();
    expect(screen.getByRole('alert').textContent).toBe('请填 0 到 6 的整数。没有保存。');
    expect(decimals.getAttribute('aria-invalid')).toBe('true');
    expect(ruleSetOf(drawn)['decimals']).toBe(2);
    await userEvent.type(decimals, '{Escape}');
    expect(decimals.value).toBe('2');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('in a table are saved as one when the person leaves it, and refused as one', async () => {
    const drawn = await draw();
    await ownNumbers();
    const caps = within(workbook().getByRole('group', { name: '执行率偏低时总分封顶' }));
    await userEvent.click(caps.getByRole('button', { name: '加一行' }));
    await userEvent.type(caps.getByRole('textbox', { name: '第 1 行 执行率低于（%）' }), '80');
    await userEvent.type(caps.getByRole('textbox', { name: '第 1 行 总分最多' }), '八九');
    await userEvent.click(caps.getByRole('textbox', { name: '第 1 行 执行率低于（%）' }));
    // Still within the table.
    expect(screen.queryByRole('alert')).toBeNull();
    await userEvent.click(workbook().getByRole('textbox', { name: '得分保留小数位' }));
    screen.getByRole('alert');
    expect(ruleSetOf(drawn)['executionCaps']).toEqual([]);
    const total = caps.getByRole('textbox', { name: '第 1 行 总分最多' });
    await userEvent.clear(total);
    await userEvent.type(total, '89{Enter}');
    await waitFor(() => {
      expect(JSON.stringify(ruleSetOf(drawn)['executionCaps'])).toBe('[{"below":"0.8","cap":"89"}]');
    });
    await userEvent.click(caps.getByRole('button', { name: '删去第 1 行' }));
    await waitFor(() => {
      expect(ruleSetOf(drawn)['executionCaps']).toEqual([]);
    });
  });
});

test('replacing typed scores warns of what that does, and is kept with the workbook alone', async () => {
  const { session } = await draw();
  expect(workbook().queryByRole('note')).toBeNull();
  await userEvent.click(workbook().getByRole('radio', { name: '用计算得分替换' }));
  expect(workbook().getByRole('note').textContent).toContain('手填的得分');
  await waitFor(() => {
    expect(session.state().choices?.ownOptions).toEqual({ typedScores: 'overwrite' });
  });
  expect(habits).toEqual(HABITS);
  await userEvent.click(workbook().getByRole('button', { name: '恢复为我的习惯' }));
  await waitFor(() => {
    expect(session.state().choices?.ownOptions).toEqual({});
  });
  expect(workbook().queryByRole('button', { name: '恢复为我的习惯' })).toBeNull();
});

test('marks are cleared by the button, and not made again once they are switched off', async () => {
  const { session } = await draw();
  const marked = async (): Promise<number> => {
    const { sheets } = await file.read(null);
    return sheets.flatMap(({ marks }) => marks.filter(isHighlight)).length;
  };
  await act(() => session.run('recalculate'));
  expect(await marked()).toBeGreaterThan(0);
  await userEvent.click(workbook().getByRole('button', { name: '清除标记' }));
  await waitFor(async () => {
    expect(await marked()).toBe(0);
  });
  await userEvent.click(workbook().getByRole('switch', { name: '在表上标出有问题的行' }));
  await waitFor(() => {
    expect(session.state().choices?.options.marks).toBe(false);
  });
  await act(() => session.run('recalculate'));
  expect(await marked()).toBe(0);
});

test('a habit counts in a workbook that chose nothing itself, and says so there', async () => {
  const { session } = await draw();
  const person = await openPerson();
  await userEvent.click(person.getByRole('combobox', { name: '口径' }));
  await userEvent.click(screen.getByRole('option', { name: /四川/ }));
  await waitFor(() => {
    expect(workbook().getByRole('combobox', { name: '口径' }).textContent).toMatch(/^按我的习惯：四川/);
  });
  await waitFor(() => {
    expect(session.state().choices?.rulesFrom).toBe('defaults');
  });
  await userEvent.click(person.getByRole('radio', { name: '用计算得分替换' }));
  expect(habits).toMatchObject({ rules: { id: 'sichuan' }, options: { typedScores: 'overwrite' } });
});

test('a reader of the screen finds nothing amiss', async () => {
  await draw();
  await ownNumbers();
  await openPerson();
  const { violations } = await axe.run(document.body, {
    rules: { region: { enabled: false }, 'color-contrast': { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
