/** @jest-environment jsdom */
/** The roll-up in the pane: what is put together is shown, can be corrected, and becomes a department form on a new sheet. */
import { drawOver, SAY, type Drawn } from '../row/overSession';
import { act, render, screen, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { Task } from '../../../src/app/task';
import { NothingToRollUp } from '../../../src/pane/rollUp/NothingToRollUp';
import { RollUpView } from '../../../src/pane/rollUp/RollUpView';
import type { XlsxFile } from '../../../src/workbook/xlsxFile';
import { openFixture } from '../../app/openFixture';
import { cellAt, gridOf } from '../../workbook/opened';

const HEMENKOU = 'hemenkou-2020-projects-a.xlsx';
const SHEET = '环卫经费';
const COST = '控制项目成本在预算数范围内';
const SATISFACTION = '辖区居民满意度';

jest.setTimeout(60_000);

interface DrawnRollUp extends Drawn {
  readonly user: UserEvent;
  readonly goneTo: readonly string[];
  readonly opened: readonly Task[];
  /** Whether the view gave the pane back. */
  readonly isClosed: () => boolean;
}

async function draw(file: XlsxFile, sheet: string | null = SHEET): Promise<DrawnRollUp> {
  const user = userEvent.setup();
  const goneTo: string[] = [];
  const opened: Task[] = [];
  let isClosed = false;
  const drawn = await drawOver(file, sheet, (state, session) => (
    <RollUpView
      task={{ name: 'rollUp' }}
      session={session}
      state={state}
      goTo={(on, cell) => goneTo.push(`${on}!${cell}`)}
      open={(task) => opened.push(task)}
      close={() => {
        isClosed = true;
      }}
      say={SAY}
    />
  ));
  return { ...drawn, user, goneTo, opened, isClosed: () => isClosed };
}

function result(): string {
  return screen.getByRole('status').textContent;
}

/** The item of an indicator; the button that opens it is its first. */
function itemOf(name: string): HTMLElement {
  const items = screen.getAllByRole('listitem').filter((item) => {
    const [button] = within(item).queryAllByRole('button');
    return button?.hasAttribute('aria-expanded') === true && button.textContent.startsWith(name);
  });
  const [only] = items;
  if (!only || items.length > 1) throw new Error(`${items.length} items are called ${name}`);
  return only;
}

async function openItem(user: UserEvent, name: string): Promise<HTMLElement> {
  const item = itemOf(name);
  const [button] = within(item).getAllByRole('button');
  if (button?.getAttribute('aria-expanded') === 'false') await user.click(button);
  return itemOf(name);
}

async function openPart(user: UserEvent, label: Parameters<typeof SAY>[0]): Promise<void> {
  await user.click(screen.getByRole('button', { name: new RegExp(`^${SAY(label)}`) }));
}

test('seven forms are rolled up as they stand: all are chosen, and the result is told in one sentence', async () => {
  await draw(openFixture(HEMENKOU));
  const boxes = screen.getAllByRole<HTMLInputElement>('checkbox');
  expect(boxes.map(({ checked }) => checked)).toEqual(Array<boolean>(7).fill(true));
  // By hand: see test/app/rollUp.test.ts
  expect(result()).toBe(
    SAY('rollUp.result', {
      forms: '7',
      rows: '43',
      together: '13',
      budget: '176.22',
      spent: '138.44',
      unit: '万元',
      rate: '78.56%',
      score: '95.36',
    }),
  );
  expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('攀枝花市西区河门口街道办事处');
});

test('an indicator shows how it is put together, and its rows lead to their cells', async () => {
  const { user, goneTo } = await draw(openFixture(HEMENKOU));
  expect(itemOf(COST).textContent).toContain(
    '4张表 · 相加 · 目标≤135.84万元，完成98.06万元 · 2.13分得2.13分',
  );
  expect(itemOf(SATISFACTION).textContent).toContain('按执行数加权平均');
  const item = await openItem(user, COST);
  await user.click(within(item).getByRole('button', { name: '环卫经费!F15' }));
  expect(goneTo).toEqual(['环卫经费!F15']);
});

test('a row that is split off is an indicator of its own, and all corrections can be taken back', async () => {
  const { user } = await draw(openFixture(HEMENKOU));
  const item = await openItem(user, COST);
  await user.click(
    within(item).getByRole('button', { name: SAY('rollUp.splitOff', { form: '环卫经费项目' }) }),
  );
  // 135.84 − 112.12 and 98.06 − 74.68
  expect(itemOf(COST).textContent).toContain('3张表 · 相加 · 目标≤23.72万元，完成23.38万元');
  expect(itemOf(COST).textContent).toContain(SAY('rollUp.line.byPerson'));
  expect(result()).toContain('44项指标');
  await user.click(screen.getByRole('button', { name: SAY('rollUp.reset') }));
  expect(itemOf(COST).textContent).toContain('4张表');
  expect(screen.queryByRole('button', { name: SAY('rollUp.reset') })).toBeNull();
});

test('an indicator that is left out goes to those that are not in the form, and comes back', async () => {
  const { user } = await draw(openFixture(HEMENKOU));
  const item = await openItem(user, COST);
  await user.click(within(item).getByRole('button', { name: SAY('rollUp.leaveOut') }));
  expect(result()).toContain('42项指标');
  await openPart(user, 'rollUp.leftOut');
  const out = await openItem(user, COST);
  await user.click(within(out).getByRole('button', { name: SAY('rollUp.takeIn') }));
  expect(result()).toContain('43项指标');
});

test('all indicators of one form only can be left out at once', async () => {
  const { user } = await draw(openFixture(HEMENKOU));
  await openPart(user, 'rollUp.alone');
  await user.click(screen.getByRole('button', { name: SAY('rollUp.leaveAllOut') }));
  expect(result()).toContain('13项指标，其中13项');
});

test('two indicators that mean the same are joined', async () => {
  const { user } = await draw(openFixture(HEMENKOU));
  await openPart(user, 'rollUp.alone');
  const item = await openItem(user, '改制企业家属区管理经费');
  const select = within(item).getByRole('combobox');
  await user.selectOptions(select, '河西锦苑小区电梯维护经费');
  // 5.1 + 8.02
  expect(itemOf('河西锦苑小区电梯维护经费').textContent).toContain(
    '2张表 · 相加 · 目标≤13.12万，完成13.12万',
  );
});

test('money to weight by and the forms are a choice; one form alone is refused in words', async () => {
  const { user } = await draw(openFixture(HEMENKOU));
  await user.click(screen.getByRole('radio', { name: SAY('rollUp.money.budget') }));
  expect(itemOf(SATISFACTION).textContent).toContain('按预算数加权平均');
  await user.click(screen.getByRole('checkbox', { name: '环卫经费项目' }));
  // 176.22 − 112.12 and 138.44 − 74.68
  expect(result()).toContain('预算64.1万元，执行63.76万元');
  await user.click(screen.getByRole('button', { name: SAY('rollUp.chooseAll') }));
  await user.click(screen.getByRole('button', { name: SAY('rollUp.chooseNone') }));
  expect(screen.getByRole('alert').textContent).toBe(SAY('rollUp.problem.few-forms'));
  expect(screen.getByRole('button', { name: SAY('rollUp.make') })).toHaveProperty('ariaDisabled', 'true');
});

test('what is left to a person is told with its cells', async () => {
  const { user, goneTo } = await draw(openFixture(HEMENKOU));
  await openPart(user, 'rollUp.toCheck');
  const reason = screen.getByText(SAY('rollUp.reason', { reason: SAY('rollUp.left.only-one-form') }));
  const list = reason.closest('li');
  if (!list) throw new Error('no list');
  expect(within(list).getAllByRole('listitem')).toHaveLength(30);
  await user.click(within(list).getByRole('button', { name: '基层组织与公共运行维护费!F15' }));
  expect(goneTo).toEqual(['基层组织与公共运行维护费!F15']);
});

test('the department form is made on a new sheet with the name that was typed, and the pane is given back', async () => {
  const file = openFixture(HEMENKOU);
  const { user, session, isClosed } = await draw(file);
  const unit = screen.getByRole('textbox');
  await user.clear(unit);
  await user.type(unit, '=河门口街道');
  await user.click(screen.getByRole('button', { name: SAY('rollUp.make') }));
  await act(async () => {
    while (session.state().running !== null || session.state().isRefreshing)
      await new Promise((resolve) => setTimeout(resolve, 5));
  });
  expect(session.state().outcome).toMatchObject({ failure: null, addedSheet: '部门汇总表' });
  expect(isClosed()).toBe(true);
  const grid = await gridOf(file, '部门汇总表');
  expect(cellAt(grid, 'C2')).toMatchObject({ text: '=河门口街道', formula: null });
  expect(grid.rows.flatMap((cells) => cells ?? []).map((cell) => cell?.text)).toContain(SATISFACTION);
});

test('forms that changed since the matching was shown are not rolled up unseen', async () => {
  const file = openFixture(HEMENKOU);
  const { user, session, isClosed } = await draw(file);
  await file.apply([
    {
      sheet: SHEET,
      marks: [],
      writes: [{ cell: 'D15', value: '项目总成本', from: COST, to: '项目总成本', before: null }],
    },
  ]);
  await user.click(screen.getByRole('button', { name: SAY('rollUp.make') }));
  expect(session.state().outcome?.failure).toMatchObject({
    kind: 'problem',
    problem: { code: 'roll-up-changed' },
  });
  expect(isClosed()).toBe(false);
  // What is shown is what stands there now.
  expect(itemOf(COST).textContent).toContain('3张表');
});

test('choices hold on when the task is opened again', async () => {
  const { user, session } = await draw(openFixture(HEMENKOU));
  await user.click(screen.getByRole('checkbox', { name: '环卫经费项目' }));
  document.body.replaceChildren();
  render(
    <RollUpView
      task={{ name: 'rollUp' }}
      session={session}
      state={session.state()}
      goTo={() => undefined}
      open={() => undefined}
      close={() => undefined}
      say={SAY}
    />,
  );
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: '环卫经费项目' }).checked).toBe(false);
});

test.each([
  ['baoxie-2022-department.xlsx', '自评表', 'rollUp.onlyOne'],
  ['baiyushan-2020-summary.xlsx', '得分情况', 'rollUp.none'],
] as const)('%s has too few forms: the person is told what to do', async (name, sheet, sentence) => {
  const { user, opened } = await draw(openFixture(name), sheet);
  screen.getByText(SAY(sentence));
  screen.getByText(SAY('rollUp.howTo'));
  await user.click(screen.getByRole('button', { name: SAY('rollUp.insert') }));
  expect(opened).toEqual([{ name: 'templates', template: null }]);
  expect(screen.queryByRole('button', { name: SAY('rollUp.make') })).toBeNull();
});

test('a workbook that was not read yet is read first', async () => {
  const { session } = await act(() => draw(openFixture(HEMENKOU), null));
  await act(async () => {
    while (session.state().sheets === null) await new Promise((resolve) => setTimeout(resolve, 5));
  });
  expect(result()).toContain('43项指标');
});

test('before the first reading nothing is said about how many forms there are', () => {
  const nothing = (): void => undefined;
  render(<NothingToRollUp count={null} isRunning={false} check={nothing} insert={nothing} say={SAY} />);
  screen.getByText(SAY('rollUp.notRead'));
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([SAY('pane.check')]);
});
