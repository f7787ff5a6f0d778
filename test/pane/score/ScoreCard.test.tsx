/** @jest-environment jsdom */
import { drawOver, SAY } from '../row/overSession';
import { act, screen, within } from '@testing-library/react';
import axe from 'axe-core';
import type { Session } from '../../../src/app/session';
import { ScoreCard } from '../../../src/pane/score/ScoreCard';
import { openFixture } from '../../app/openFixture';

async function draw(name: string, sheet: string): Promise<Session> {
  const { session } = await drawOver(openFixture(name), sheet, ({ current }) =>
    current?.form ? <ScoreCard form={current.form} tellsRules say={SAY} /> : null,
  );
  return session;
}

/** The lines of the table, cell by cell. */
function lines(): readonly (readonly (string | null)[])[] {
  const [, ...rows] = within(screen.getByRole('table', { name: '得分情况' })).getAllByRole('row', {
    hidden: false,
  });
  return rows.map((row) => [...row.children].map(({ textContent }) => textContent));
}

test('a department form shows its total, grade, rule set, completed indicators and a line for each goal', async () => {
  await draw('baoxie-2022-department.xlsx', '自评表');
  screen.getByText('90.66');
  screen.getByText('满分 100');
  screen.getByText('优');
  // As the summary of this form counts them (rules.md, section 9).
  screen.getByText('指标 54 项，得满分 47 项');
  screen.getByText('口径：湖北/武汉（按表样判断）');
  expect(lines().map(([name, ...figures]) => [name?.slice(0, 5), ...figures])).toEqual([
    ['预算执行', '20', '20', '100%'],
    ['年度目标1', '9', '11', '81.8%'],
    ['年度目标2', '20', '20', '100%'],
    ['年度目标3', '18.5', '23', '80.4%'],
    ['年度目标4', '23.16', '26', '89.1%'],
  ]);
});

test('a rule set that was chosen is no guess', async () => {
  const session = await draw('baoxie-2022-department.xlsx', '自评表');
  await act(() => session.chooseRules({ kind: 'shipped', id: 'mof-2020', changes: {} }));
  screen.getByText('口径：财政部 2020');
});

test('a summary table has neither indicators nor a rule set', async () => {
  await draw('baoxie-2022-department.xlsx', '得分情况');
  screen.getByText('90.66');
  expect(screen.queryByText(/口径|指标 \d+ 项/)).toBeNull();
});

test('a total that the scores do not give is shown, and so is what they give', async () => {
  await draw('hemenkou-2020-projects-a.xlsx', '河西锦苑电梯维护');
  screen.getByText('98');
  // 10 + 35 + 24 + 9.
  screen.getByText('各项得分相加是 78，与总分不一致。');
  expect(screen.queryByText('优')).toBeNull();
});

test('a total that is not one number is shown as it stands', async () => {
  await draw('hemenkou-2020-projects-a.xlsx', '环卫经费');
  screen.getByText('94.67 999994.67');
  screen.getByText('总分单元格里不是一个数，请改正。');
});

test('a form that weighs no indicator says so, and one that weighs nothing has no column for it', async () => {
  await draw('wuchang-2020-department.xlsx', '部门整体绩效自评表');
  screen.getByText('指标 55 项，表上没有逐项分值');
  await draw('../layouts/09-suining.xlsx', '区域自评');
  expect(screen.getAllByRole('columnheader', { name: '分值' })).toHaveLength(1);
});

test('a blank form has no score, and no share in any line', async () => {
  await draw('../layouts/49-empty.xlsx', '空表');
  screen.getByText('还没有得分');
  expect(screen.queryByText(/指标 0 项/)).toBeNull();
  expect(lines().map((line) => line.at(-1))).toEqual(lines().map(() => '—'));
});

test('a reader of the screen finds nothing amiss', async () => {
  await draw('baoxie-2022-department.xlsx', '自评表');
  const { violations } = await axe.run(document.body, {
    rules: { region: { enabled: false }, 'color-contrast': { enabled: false } },
  });
  expect(violations).toEqual([]);
});
