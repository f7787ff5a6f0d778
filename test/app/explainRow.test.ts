import { calculateWorkbook } from '../../src/app/calculateWorkbook';
import { explainRow, type RowExplanation } from '../../src/app/explainRow';
import { summariseScore, type ScoreSummary } from '../../src/app/summariseScore';
import { sayCategory, wordingIn } from '../../src/app/wording';
import { speak } from '../../src/locales/sentences';
import { projectRows, type CellSpec } from '../form/buildGrid';
import { openFixture, PLAIN } from './openFixture';
import { planRecalculation } from '../../src/app/recalculate';
import { judgedRows, snapshotOf, withCell } from './buildSnapshot';

const SHEET = '自评表';
const SAY = speak('zh-CN');

function explain(rows: readonly (readonly CellSpec[])[], row: number): RowExplanation {
  const { sheets } = calculateWorkbook(snapshotOf(rows), { rules: null, overwriteScores: false });
  const explained = explainRow(sheets, SHEET, row);
  if (!explained) throw new Error('nothing is scored there');
  return explained;
}

test('a computed row tells what was read, the direction, each step, and both scores', () => {
  const explained = explain(withCell(withCell(projectRows(), 7, 5, '24公里'), 7, 7, 20), 8);
  expect(explained).toMatchObject({
    kind: 'indicator',
    name: '养护里程',
    level1: '产出指标',
    target: { entry: { text: '≥30公里' }, reading: { kind: 'quantity', unit: '公里' } },
    actual: { entry: { text: '24公里' } },
    direction: { kind: 'floor', from: 'operator' },
    basis: 'at-least',
    met: false,
    canAccept: true,
    bands: null,
  });
  expect([explained.weight, explained.score.value, explained.computed].map(String)).toEqual([
    '30',
    '20',
    '24',
  ]);
  expect(explained.steps.map(wordingIn(SAY).step).at(-1)).toBe(
    '24公里 低于 30公里，按比例得分：30 × 24公里 ÷ 30公里 = 24。',
  );
});

test('a judged row gives its bands, and the one in which its score lies', () => {
  const { bands, computed, basis } = explain(judgedRows(), 9);
  expect([basis, computed]).toEqual(['judged', null]);
  expect(bands?.map(({ low, high, isCurrent }) => [String(low), String(high), isCurrent])).toEqual([
    ['16', '20', false],
    ['12', '16', true],
    ['0', '12', false],
  ]);
});

test('an edge belongs to the better band, and a score above the weight to none', () => {
  const current = (score: number): number | undefined =>
    explain(withCell(judgedRows(), 8, 7, score), 9).bands?.findIndex(({ isCurrent }) => isCurrent);
  expect([20, 16, 12, 0, 21].map(current)).toEqual([0, 0, 1, 2, -1]);
});

test('the fund row tells how the execution is scored', () => {
  expect(explain(projectRows(), 5)).toMatchObject({ kind: 'execution', name: '年度资金总额', bands: null });
  expect(explain(projectRows(), 5).steps.map(({ code }) => code)).toEqual(['budget-rate', 'budget-score']);
});

test.each([1, 7, 12, 13, 99])('row %s has nothing to explain', (row) => {
  const { sheets } = calculateWorkbook(snapshotOf(projectRows()), { rules: null, overwriteScores: false });
  expect(explainRow(sheets, SHEET, row)).toBeNull();
});

function lines(summary: ScoreSummary): readonly (readonly string[])[] {
  return [
    ...summary.categories.map(({ category, ...line }) => ({ label: sayCategory(category, SAY), ...line })),
    { label: '合计', ...summary.total },
  ].map(({ label, weight, score, share }) => [
    label,
    String(weight),
    String(score),
    share === null ? '' : share.times(100).toFixed(1),
  ]);
}

test('the score is summarised by first level, execution first, with its grade', () => {
  const { sheets } = calculateWorkbook(snapshotOf(projectRows()), { rules: null, overwriteScores: false });
  const [form] = sheets[0]?.forms ?? [];
  if (!form) throw new Error('no form');
  const summary = summariseScore(form);
  expect(lines(summary)).toEqual([
    ['预算执行', '10', '9.5', '95.0'],
    ['产出指标', '50', '50', '100.0'],
    ['效益指标', '30', '30', '100.0'],
    ['满意度指标', '10', '10', '100.0'],
    ['合计', '100', '99.5', '99.5'],
  ]);
  expect(summary.grade).toBe('优');
});

test('a department form is summarised by goal, as its own 得分情况表 prints it', async () => {
  const { sheets } = await planRecalculation(openFixture('baoxie-2022-department.xlsx'), PLAIN);
  const form = sheets.find(({ sheet }) => sheet === '自评表')?.forms[0];
  if (!form) throw new Error('no form');
  const { categories, total, grade } = summariseScore(form);
  // The total that the form prints (rules.md, section 9).
  expect([String(total.score), grade]).toEqual(['90.66', '优']);
  expect(categories[0]?.category.kind).toBe('execution');
  expect(categories.slice(1).map(({ category }) => category.kind)).toEqual(
    categories.slice(1).map(() => 'goal'),
  );
  const added = categories.reduce((sum, { score }) => sum + Number(score), 0);
  expect(added).toBeCloseTo(90.66, 8);
});
