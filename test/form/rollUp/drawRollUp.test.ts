/** The sheet of a rolled-up form: our own reader finds the same figures on it, and every one names its cells. */
import fc from 'fast-check';
import { checkForm } from '../../../src/engine/checks/checkForm';
import type { ScoredFormFacts } from '../../../src/engine/facts';
import { MOF_2020 } from '../../../src/engine/ruleSets/shippedRuleSets';
import { scoreForm, type ScoredForm } from '../../../src/engine/scoreForm';
import { sumWeights } from '../../../src/engine/totals';
import type { RolledUp } from '../../../src/engine/rollUp/rolledUp';
import type { Grid } from '../../../src/form/grid';
import { planForm } from '../../../src/form/planWrites';
import { recogniseForms } from '../../../src/form/recognise';
import { drawRollUp } from '../../../src/form/rollUp/drawRollUp';
import { newXlsx } from '../../../src/workbook/xlsxFile';
import { buildForms, rollUp, type FormWords, type RowWords } from '../../engine/rollUp/buildForms';
import { formSets } from '../../engine/rollUp/someForms';
import { gridOf } from '../../workbook/opened';

jest.setTimeout(120_000);

const UNIT = '清河街道办事处';

async function gridOfRolled(rolled: RolledUp, left: readonly string[] = []): Promise<Grid> {
  return gridOf(newXlsx(drawRollUp(rolled, { unit: UNIT, left })));
}

function readOnly(grid: Grid): ScoredFormFacts {
  const { forms } = recogniseForms(grid);
  expect(forms).toHaveLength(1);
  const [facts] = forms;
  if (!facts || facts.kind === 'summary-table') throw new Error('no form');
  return facts;
}

function expectSame(grid: Grid, rolled: RolledUp): ScoredForm {
  const scored = scoreForm(readOnly(grid), MOF_2020);
  const { facts, rows, budget } = scored;
  expect(facts.kind).toBe('department');
  expect(facts.unitName).toBe(UNIT);
  expect(sumWeights(facts)?.toFixed()).toBe('100');
  expect([facts.budget?.total.budget.value?.toFixed(), facts.budget?.total.spent.value?.toFixed()]).toEqual([
    rolled.fund.budget?.toFixed(),
    rolled.fund.spent?.toFixed(),
  ]);
  expect(budget?.computed?.toFixed()).toBe(rolled.fund.outcome.computed?.toFixed());
  expect(
    rows.map((row) => [
      row.facts.name,
      row.facts.level1,
      row.facts.weight.value?.toFixed(),
      row.facts.score.value?.toFixed(),
      row.outcome.computed?.toFixed(),
    ]),
  ).toEqual(
    rolled.rows.map((row) => [
      row.name,
      row.level1,
      row.weight.toFixed(),
      row.score?.toFixed(),
      row.isComputed ? row.score?.toFixed() : undefined,
    ]),
  );
  const plan = planForm(scored, grid, { overwriteScores: false, ownScores: new Map() });
  expect(plan.writes).toEqual([]);
  expect(plan.total?.toFixed()).toBe(rolled.score.toFixed());
  expect(facts.total?.score.value?.toFixed()).toBe(rolled.score.toFixed());
  return scored;
}

test('what the sheet says is what our own reader and rules make of it, whatever the forms', async () => {
  await fc.assert(
    fc.asyncProperty(formSets, async (words) => {
      const rolled = rollUp(buildForms(words));
      expectSame(await gridOfRolled(rolled, ['一张表里有几个同名指标。']), rolled);
    }),
    { numRuns: 60 },
  );
});

const TWO: readonly FormWords[] = [
  {
    name: '项目A',
    budget: '120',
    spent: '90',
    rows: [
      ['公益性岗位', '≥600个', '600个', '50', '50'],
      ['社会影响', '影响良好', '影响较好', '30', '27', '效益指标', '社会效益指标'],
      ['满意度', '≥90%', '95%', '10', '10', '满意度指标', '满意度指标'],
    ],
  },
  {
    name: '项目B',
    budget: '400000',
    spent: '300000',
    unit: '1',
    rows: [
      ['公益性岗位', '≥400个', '390个', '50', '48.75'],
      ['社会影响', '影响良好', '影响较好', '30', '24', '效益指标', '社会效益指标'],
      ['满意度', '≥90%', '83%', '10', '9.22', '满意度指标', '满意度指标'],
    ],
  },
];

test('a form of two projects has no error, and each figure says where it comes from', async () => {
  const rolled = rollUp(buildForms(TWO));
  const grid = await gridOfRolled(rolled);
  const scored = expectSame(grid, rolled);
  expect(checkForm(scored).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const sources = scored.rows.map(({ facts }) => grid.rows[facts.row - 1]?.[8]?.text);
  expect(sources).toEqual([
    '相加；目标：项目A!E9 600＋项目B!E9 400＝1000个；完成：项目A!F9 600＋项目B!F9 390＝990个',
    // 30 × (27/30 × 90 + 24/30 × 30) ÷ 120 = 30 × 0.875
    '按执行数加权平均得分：(项目A!H10 27÷30×90＋项目B!H10 24÷30×30)÷120×分值30＝26.25；内容见项目A!E10,F10、项目B!E10,F10',
    // (95 × 90 + 83 × 30) ÷ 120 = 92
    '按执行数加权平均；目标：(项目A!E11 90×90＋项目B!E11 90×30)÷120＝90%；完成：(项目A!F11 95×90＋项目B!F11 83×30)÷120＝92%',
  ]);
  const [total, ...parts] = [scored.facts.budget?.total, ...(scored.facts.budget?.parts ?? [])];
  // 120 万元 and 400000 元
  expect([total?.budget.value?.toFixed(), total?.spent.value?.toFixed()]).toEqual(['160', '120']);
  expect(
    parts.map((part) => [part.label, part.budget.value?.toFixed(), part.spent.value?.toFixed()]),
  ).toEqual([
    ['其中：项目A', '120', '90'],
    ['其中：项目B', '40', '30'],
  ]);
  expect(parts.map((part) => grid.rows[part.row - 1]?.[8]?.text)).toEqual([
    '项目A!E5 120、F5 90',
    '项目B!E5 400000、F5 300000',
  ]);
});

test.each(['=1+1', '+5', '-项目', '@SUM(A1)'])(
  '%s at the beginning of a text arrives as text',
  async (text) => {
    const row: RowWords = [text, '达到要求', `${text}完成`, '90', '90', `${text}指标`, text];
    const rolled = rollUp(
      buildForms([
        { name: text, rows: [row] },
        { name: `${text}二`, rows: [row] },
      ]),
    );
    const grid = await gridOf(newXlsx(drawRollUp(rolled, { unit: text, left: [`${text}。`] })));
    const cells = grid.rows.flatMap((cellsOfRow) => cellsOfRow ?? []).flatMap((cell) => cell ?? []);
    const starting = cells.filter((cell) => cell.text.startsWith(text));
    // Unit, name, actual and both levels.
    expect(starting.length).toBeGreaterThanOrEqual(5);
    expect(starting.filter(({ formula }) => formula !== null)).toEqual([]);
  },
);

test('the points lost are explained by what the forms say', async () => {
  const [first, ...others] = buildForms(TWO);
  if (!first) throw new Error('no form');
  const { scored } = first;
  const rows = scored.rows.map((row) => ({
    ...row,
    facts: { ...row.facts, reason: { cell: 'I10', text: '宣传不够' } },
  }));
  const rolled = rollUp([{ ...first, scored: { ...scored, rows } }, ...others]);
  const facts = readOnly(await gridOfRolled(rolled));
  expect(facts.formReason?.text).toContain('社会影响（项目A!I10）：宣传不够');
  expect(facts.formReason?.text).not.toContain('满意度');
});

test('what is left to a person stands below the form, and is no part of it', async () => {
  const rolled = rollUp(buildForms(TWO));
  const grid = await gridOfRolled(rolled, ['合计', '项目支出绩效自评表没有预算数。']);
  expect(readOnly(grid).indicators).toHaveLength(3);
  const below = grid.rows.flatMap((cells) => cells?.[0]?.text ?? []).slice(-2);
  expect(below).toEqual(['1．合计', '2．项目支出绩效自评表没有预算数。']);
});

/** Excel's own limits for what a drawing holds. */
test('a roll-up of many forms holds nothing that Excel would refuse', () => {
  const words = Array.from({ length: 300 }, (_, index): FormWords => ({
    name: `第${index}个名称很长的项目支出绩效自评项目`,
    rows: [
      ['培训人数', '≥50人', '50人', '10', '10'],
      ['社会影响', '影响良好', `影响较好${index}`, '10', '9'],
    ],
  }));
  const { cells, rowHeights, styles } = drawRollUp(rollUp(buildForms(words)), { unit: UNIT, left: [] });
  const places = cells.map(({ row, column }) => row * 1000 + column);
  expect(new Set(places).size).toBe(places.length);
  for (const { value, style } of cells) {
    expect(styles).toHaveProperty(style);
    if (typeof value === 'string') expect(value.length).toBeLessThan(32_767);
  }
  expect(Math.max(...rowHeights)).toBeLessThan(409);
});
