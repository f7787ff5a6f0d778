/** Summaries of published forms against what stands on them, and the document that is written of them. */
import { calculateWorkbook } from '../../../src/app/calculateWorkbook';
import { planRecalculation } from '../../../src/app/recalculate';
import { formsToSummarise, summariseForm, writeDocument } from '../../../src/app/summarise';
import { plainText } from '../../../src/app/summary/plainText';
import { TABLE_STYLES, type TableStyle } from '../../../src/app/summary/scoreTable';
import { Decimal, sum, ZERO } from '../../../src/engine/decimal';
import type { Summary } from '../../../src/engine/summary/summary';
import { countBlanks, type TableBlock } from '../../../src/form/summary/textDocument';
import { projectRows } from '../../form/buildGrid';
import { snapshotOf, withCell } from '../buildSnapshot';
import { openFixture, PLAIN, readJson } from '../openFixture';
import { formsOf, summariseFixture, summariseRows, summaryOf } from './summariseFixture';

interface Expected {
  score: string;
  goals: number;
  indicators: number;
  completed: number;
  byGoal: string[][];
  unfinished: { goal: number; name: string; target: string; actual: string }[];
}
const expected = readJson('baoxie-2022-summary.json') as Expected;

const BAOXIE = 'baoxie-2022-department.xlsx';

async function baoxie(): Promise<Summary> {
  const [summary] = await summariseFixture(BAOXIE);
  if (!summary) throw new Error('no form');
  return summary;
}

function textOf(summary: Summary, style: TableStyle = 'goals'): string {
  return plainText(writeDocument([summary], style));
}

function tableOf(summary: Summary, style: TableStyle): TableBlock {
  const table = writeDocument([summary], style).parts[0]?.blocks.find((block) => block.kind === 'table');
  if (table?.kind !== 'table') throw new Error('no table');
  return table;
}

test('a published form is summarised with its score, its counts and its unfinished indicators', async () => {
  const summary = await baoxie();
  expect(summary.score.value?.toFixed()).toBe(expected.score);
  expect(summary.groups).toHaveLength(expected.goals);
  expect([summary.indicators.all, summary.indicators.completed]).toEqual([
    expected.indicators,
    expected.completed,
  ]);
  expect(
    summary.unfinished.map(({ goal, name, target, actual }) => ({
      goal: goal?.number,
      name,
      target,
      actual,
    })),
  ).toEqual(expected.unfinished);
});

test('its text says score, grade, execution and counts', async () => {
  const text = textOf(await baoxie());
  expect(text).toContain('自评得分为90.66分（满分100分），评价等级为“优”');
  expect(text).toContain(
    '全年预算数13581.29万元，执行数13581.29万元，预算执行率100.00%，得20分（分值20分）。',
  );
  expect(text).toContain('共设置年度绩效目标4个、绩效指标54项，完成指标47项，占87.04%；未完成7项。');
  expect(text).toContain(
    '（6）新增就业岗位（年度目标4）。目标值：800 个；实际完成值：210 个；分值2.5分，得0.66分。未完成原因：【请填写：未完成原因】',
  );
});

test('its table by goals is the one that is printed, with the row that the printed one forgot', async () => {
  const { rows, total } = tableOf(await baoxie(), 'goals');
  expect([...rows, total].map((row) => row.map(({ text }) => text))).toEqual(expected.byGoal);
});

test('the table by levels has weights, standard points and rates', () => {
  const summary = summariseRows(projectRows());
  const { columns, rows, total } = tableOf(summary, 'levels');
  expect(columns.map(({ header }) => header)).toEqual(['评价项目', '权重', '标准分值', '本项得分', '得分率']);
  const words = [...rows, total].map((row) => row.map(({ text }) => text).join(' '));
  expect(words[0]).toMatch(/^预算执行 10% /);
  expect(words.at(-1)).toMatch(/^合计 100% 100/);
});

const FILES = [BAOXIE, 'wuchang-2020-department.xlsx', 'hemenkou-2020-projects-a.xlsx', 'variety-open.xlsx'];

test.each(FILES)(
  'the score of every form in %s is what a recalculation leaves in its total',
  async (file) => {
    for (const form of await formsOf(file)) {
      const made = summariseForm(form);
      if (!made.ok) {
        expect(form.plan?.total).toBeNull();
        continue;
      }
      const { score, indicators, unfinished } = made.result;
      expect(score.value).toEqual(form.plan?.total);
      expect(sum(score.byLevel.map((line) => line.score ?? ZERO))).toEqual(score.added);
      expect(indicators.completed + indicators.unfinished + indicators.unknown).toBe(indicators.all);
      expect(unfinished).toHaveLength(indicators.unfinished);
    }
  },
);

test.each(TABLE_STYLES)('a table of the style %s adds up and shows what its numbers are', async (style) => {
  for (const summary of await summariseFixture('hemenkou-2020-projects-a.xlsx')) {
    const { columns, rows, total } = tableOf(summary, style);
    columns.forEach(({ role, decimals }, at) => {
      const values = rows.map((row) => row[at]?.value ?? ZERO);
      if (role === 'weight' || role === 'score') expect(total[at]?.value).toEqual(sum(values));
      if (role === 'share') expect(sum(values).toFixed(6)).toBe('1.000000');
      for (const { text, value } of rows.flatMap((row) => row[at] ?? [])) {
        if (!value) continue;
        const places = role === 'share' || role === 'rate' ? decimals + 2 : decimals;
        const number = new Decimal(text.replace('%', '')).div(text.endsWith('%') ? 100 : 1);
        expect(number.toFixed(places)).toBe(value.toFixed(places));
      }
    });
  }
});

test('a printed total that is wrong is said, and the sum of the scores counts', () => {
  const rows = projectRows();
  const summary = summariseRows(withCell(rows, 11, 7, 12));
  const text = textOf(summary);
  expect(text).toContain(`自评得分为${summary.score.value?.toFixed() ?? ''}分`);
  expect(text).toContain('【请核对：自评表的总分写着“12”');
});

test('brackets of the form stay text and what a person has to write is counted', () => {
  const rows = withCell(projectRows(), 0, 0, '2022年度{score}【请填写】项目支出绩效自评表');
  const document = writeDocument([summariseRows(rows)], 'goals');
  const named = { ...summariseRows(projectRows()), formReason: '【无】{rate}' };
  expect(textOf(named)).toContain('自评表填写的原因：【无】{rate}【请补充：');
  expect(countBlanks(writeDocument([named], 'goals'))).toBe(countBlanks(document));
});

test('a table of scores, a missing form and a form without scores are refused', async () => {
  expect(summariseForm(undefined)).toMatchObject({ problem: { code: 'summary-no-form' } });
  const blank = projectRows().map((row, index) =>
    row.map((cell, column) => (index > 6 && (column === 5 || column === 7) ? null : cell)),
  );
  const [form] = formsToSummarise(calculateWorkbook(snapshotOf(blank), PLAIN).sheets);
  expect(summariseForm(form?.form)).toMatchObject({ problem: { code: 'summary-not-scored' } });
  expect(await formsOf('baiyushan-2020-summary.xlsx')).toEqual([]);
  const [table] = (await planRecalculation(openFixture('baiyushan-2020-summary.xlsx'), PLAIN)).sheets;
  expect(summariseForm(table?.forms[0])).toMatchObject({ problem: { code: 'summary-table' } });
});

test('a document of several forms has a part for each, titled by its project', async () => {
  const summaries = await summariseFixture('hemenkou-2020-projects-a.xlsx');
  const { parts } = writeDocument(summaries, 'goals');
  expect(parts).toHaveLength(summaries.length);
  expect(parts[1]?.title).toBe('2020年度“改制企业家属区管理经费”项目支出绩效自评结果（摘要版）');
  expect(summaryOf((await formsOf(BAOXIE))[0]).subject.kind).toBe('department');
});
