/** Rolling up the real project forms of one sub-district: every expected figure was worked out by hand from the sheets. */
import { writeNumber } from '../../src/engine/writeStep';
import type { SheetResult } from '../../src/app/formResult';
import { calculateWorkbook } from '../../src/app/calculateWorkbook';
import { failed } from '../../src/app/problem';
import { recalculate } from '../../src/app/recalculate';
import {
  drawRolledUp,
  proposeRollUp,
  rollUpCandidates,
  USUAL_CHOICES,
  type RollUpChoices,
  type RollUpProposal,
} from '../../src/app/rollUp';
import { groupLeft, sayLeft } from '../../src/app/rollUpWording';
import { sayProblem } from '../../src/app/sayFailure';
import { LEFT_CODES } from '../../src/engine/rollUp/rolledUp';
import { speak } from '../../src/locales/sentences';
import { newXlsx } from '../../src/workbook/xlsxFile';
import { rowNamed } from '../engine/rollUp/buildForms';
import { cellAt } from '../workbook/opened';
import { openBytes, openFixture, PLAIN, recalculateFixture } from './openFixture';

const FIXTURE = 'hemenkou-2020-projects-a.xlsx';

function proposed(sheets: readonly SheetResult[], choices: Partial<RollUpChoices> = {}): RollUpProposal {
  const attempt = proposeRollUp(rollUpCandidates(sheets), { ...USUAL_CHOICES, ...choices });
  if (!attempt.ok) throw new Error(attempt.problem.code);
  return attempt.result;
}

async function roll(choices: Partial<RollUpChoices> = {}): Promise<RollUpProposal> {
  return proposed(await recalculateFixture(FIXTURE), choices);
}

test('the money of seven projects is added, and the execution scored on the sums', async () => {
  const { fund } = (await roll()).rolled;
  // 24.67 + 5.1 + 8.02 + 112.12 + 4 + 9.98 + 12.33
  expect(fund.budget?.toFixed()).toBe('176.22');
  // 24.67 + 5.1 + 8.02 + 74.68 + 4 + 9.98 + 11.99
  expect(fund.spent?.toFixed()).toBe('138.44');
  // 10 × 138.44 ÷ 176.22 = 7.8561
  expect([fund.weight?.toFixed(), fund.outcome.computed?.toFixed()]).toEqual(['10', '7.86']);
});

test('the costs of four projects are added and scored as one', async () => {
  const row = rowNamed((await roll()).rolled, '控制项目成本在预算数范围内');
  // 112.12 + 4 + 9.98 + 9.74 and 74.68 + 4 + 9.98 + 9.4
  expect(row).toMatchObject({ way: 'sum', target: '≤135.84万元', actual: '98.06万元', isComputed: true });
  expect(row.sources.map(({ sheet, targetCell, actualCell }) => [sheet, targetCell, actualCell])).toEqual([
    ['环卫经费', 'E15', 'F15'],
    ['基层政权事业专项', 'E16', 'F16'],
    ['矿区困难群众', 'E16', 'F16'],
    ['平安建设专项', 'E15', 'F15'],
  ]);
  // 产出 has 50 points for 25 rows with 235 on the forms: 50 × 10 ÷ 235 = 2.1277, one of the ten largest remainders.
  expect([row.weight.toFixed(), row.score?.toFixed()]).toEqual(['2.13', '2.13']);
});

test.each([
  [
    '辖区居民满意度',
    'mean',
    '≥90%',
    '90%',
    '5',
    '5',
    ['环卫经费!F20', '基层政权事业专项!F21', '矿区困难群众!F21', '平安建设专项!F20'],
  ],
  [
    '项目完成时间',
    'met',
    '2020年底',
    '2020年底已完成',
    '2.13',
    '2.13',
    ['环卫经费!F14', '基层政权事业专项!F15', '矿区困难群众!F15', '平安建设专项!F14'],
  ],
  [
    '2020全年',
    'met',
    '2020年底',
    '2020年底',
    '1.06',
    '1.06',
    ['基层组织与公共运行维护费!F18', '改制企业家属区管理!F15', '河西锦苑电梯维护!F14'],
  ],
  // 2.4 × (9/10 × 5.1 + 9/10 × 8.02) ÷ 13.12
  [
    '为辖区经济发展提供和谐环境。',
    'judged',
    '在预算金额内完成了项目实施。',
    '控制成本，提高经济效益。',
    '2.4',
    '2.16',
    ['改制企业家属区管理!F17', '河西锦苑电梯维护!F16'],
  ],
  // 4.26 × 19 ÷ 20 = 4.047
  ['主次干道、公厕清扫', 'alone', null, null, '4.26', '4.05', ['环卫经费!F12']],
  // 1.2 × 4 ÷ 5
  [
    '切实保障群众合法权益，着重解决计划生育、社会保障、义务教育、生态环境等方方面面的诉求。',
    'alone',
    null,
    '取得了良好的社会效益',
    '1.2',
    '0.96',
    ['基层组织与公共运行维护费!F24'],
  ],
] as const)('%s is traced to its cells', async (name, way, target, actual, weight, score, cells) => {
  const row = rowNamed((await roll()).rolled, name);
  expect(row.way).toBe(way);
  if (target !== null) expect(row.target).toBe(target);
  if (actual !== null) expect(row.actual).toBe(actual);
  expect([row.weight.toFixed(), row.score?.toFixed()]).toEqual([weight, score]);
  expect(row.sources.map(({ sheet, actualCell }) => `${sheet}!${actualCell ?? ''}`)).toEqual(cells);
});

test('weights come to 100 by levels of 50, 30 and 10, and the scores to a total worked out by hand', async () => {
  const { rolled } = await roll();
  expect(rolled.weight.toFixed()).toBe('100');
  const level = (word: string, of: 'weight' | 'score'): number =>
    Math.round(
      rolled.rows
        .filter(({ level1 }) => level1 === word)
        .reduce((all, row) => all + 100 * (row[of]?.toNumber() ?? 0), 0),
    ) / 100;
  expect(['产出指标', '效益指标', '满意度指标'].map((word) => level(word, 'weight'))).toEqual([50, 30, 10]);
  // Lost: 0.21 (19 of 20), 0.21 and 0.21 (9 of 10), 0.43 (8 of 10); six times 0.24; nothing.
  expect(['产出指标', '效益指标', '满意度指标'].map((word) => level(word, 'score'))).toEqual([
    48.94, 28.56, 10,
  ]);
  // 7.86 + 48.94 + 28.56 + 10
  expect(rolled.score.toFixed()).toBe('95.36');
});

test('the cells that a figure names hold the numbers that it was made of', async () => {
  const { sheets } = await openFixture(FIXTURE).read(null);
  const { rolled } = await roll();
  const textAt = (sheet: string, cell: string | null): string => {
    const found = sheets.find(({ grid }) => grid.sheet === sheet);
    return found && cell !== null ? (cellAt(found.grid, cell)?.text ?? '') : '';
  };
  const numbers = rolled.rows.flatMap(({ sources }) =>
    sources.flatMap(({ sheet, targetCell, target, actualCell, actual, scoreCell, score }) => [
      { text: textAt(sheet, targetCell), number: target },
      { text: textAt(sheet, actualCell), number: actual },
      // A typed score of a row that a person judged.
      { text: textAt(sheet, scoreCell), number: score },
    ]),
  );
  const amounts = rolled.fund.sources.flatMap(({ sheet, budgetCell, budget, spentCell, spent }) => [
    { text: textAt(sheet, budgetCell), number: budget },
    { text: textAt(sheet, spentCell), number: spent },
  ]);
  const known = [...numbers, ...amounts].flatMap(({ text, number }) =>
    number ? [{ text, number: writeNumber(number) }] : [],
  );
  expect(known.length).toBeGreaterThan(90);
  expect(known.filter(({ text, number }) => !text.includes(number))).toEqual([]);
});

test('what is left to a person names every indicator that is in one form only', async () => {
  const { rolled } = await roll();
  const alone = rolled.left.filter(({ code }) => code === 'only-one-form');
  // 43 figures, of which 13 are made of several forms.
  expect([rolled.rows.length, alone.length]).toEqual([43, 30]);
  const lines = groupLeft(rolled.left).map((group) => sayLeft(group, speak('zh-CN')));
  expect(lines.find((line) => line.startsWith('只在一张表里有'))).toContain(
    '社会管理工作（基层组织与公共运行维护费!F15）',
  );
});

test('the sheet is read as one department form without an error, and a recalculation leaves it as it is', async () => {
  const proposal = await roll();
  const file = newXlsx(drawRolledUp(proposal, speak('zh-CN')));
  const { sheets } = await recalculate(openBytes(file.bytes()), PLAIN);
  const forms = sheets.flatMap((sheet) => sheet.forms);
  expect(forms).toHaveLength(1);
  const [form] = forms;
  expect(form?.facts).toMatchObject({
    kind: 'department',
    year: 2020,
    unitName: '攀枝花市西区河门口街道办事处',
  });
  expect(form?.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(form?.plan?.writes).toEqual([]);
  expect(form?.plan?.total?.toFixed()).toBe('95.36');
  expect(form?.scored?.rows).toHaveLength(43);
});

test('a department form is not rolled up into itself unless a person takes it in', async () => {
  const department = newXlsx(drawRolledUp(await roll(), speak('zh-CN')));
  const rolledAgain = (await recalculate(openBytes(department.bytes()), PLAIN)).sheets;
  const candidates = rollUpCandidates([...(await recalculateFixture(FIXTURE)), ...rolledAgain]);
  expect(candidates.map(({ isUsual }) => isUsual)).toEqual([...Array<boolean>(7).fill(true), false]);
});

test('a person chooses forms, money, unit and what belongs together', async () => {
  const sheets = await recalculateFixture(FIXTURE);
  const ids = rollUpCandidates(sheets)
    .filter(({ form }) => ['改制企业家属区管理', '河西锦苑电梯维护'].includes(form.sheet))
    .map(({ form }) => form.id);
  const usual = proposed(sheets, { forms: new Set(ids) });
  const [row = ''] = rowNamed(usual.rolled, '为辖区经济发展提供和谐环境。').sources.map(
    (source) => source.row,
  );
  const { rolled, unit } = proposed(sheets, {
    forms: new Set(ids),
    unit: '河门口街道',
    corrections: [{ kind: 'split', row }],
  });
  expect(unit).toBe('河门口街道');
  // 5.1 + 8.02
  expect(rolled.fund.budget?.toFixed()).toBe('13.12');
  expect(rolled.rows.filter(({ name }) => name === '为辖区经济发展提供和谐环境。')).toHaveLength(2);
});

test.each([
  [
    'roll-up-few-forms',
    (ids: readonly string[]): Partial<RollUpChoices> => ({ forms: new Set(ids.slice(0, 1)) }),
  ],
  ['roll-up-few-forms', (): Partial<RollUpChoices> => ({ forms: new Set() })],
] as const)('%s: what cannot be rolled up is refused in words', async (code, choose) => {
  const candidates = rollUpCandidates(await recalculateFixture(FIXTURE));
  const choices = { ...USUAL_CHOICES, ...choose(candidates.map(({ form }) => form.id)) };
  expect(proposeRollUp(candidates, choices)).toEqual(failed(code));
  expect(sayProblem({ code, params: {} }, speak('zh-CN'))).toBe(
    '还不能汇总：选的表太少，至少要两张项目自评表。请再选几张。',
  );
});

test('forms without money are refused', async () => {
  const candidates = rollUpCandidates(await recalculateFixture(FIXTURE)).map((candidate) => {
    const { scored } = candidate.form;
    return {
      ...candidate,
      form: { ...candidate.form, scored: { ...scored, facts: { ...scored.facts, budget: null } } },
    };
  });
  expect(proposeRollUp(candidates, USUAL_CHOICES)).toEqual(failed('roll-up-no-money'));
});

test('with every indicator left out there is nothing to roll up', async () => {
  const candidates = rollUpCandidates(await recalculateFixture(FIXTURE));
  const { matching } = await roll();
  const corrections = matching.map(({ id }) => ({ kind: 'leave-out' as const, row: id }));
  expect(proposeRollUp(candidates, { ...USUAL_CHOICES, corrections })).toEqual(
    failed('roll-up-no-indicators'),
  );
});

test.each(['zh-CN', 'en-US'] as const)(
  'everything that can be left to a person has a sentence in %s',
  (language) => {
    const say = speak(language);
    const lines = LEFT_CODES.map((code) =>
      sayLeft({ code, items: [{ code, match: null, places: [], params: { form: 'A' } }] }, say),
    );
    expect(new Set(lines).size).toBe(LEFT_CODES.length);
    expect(lines.filter((line) => line.length < 8)).toEqual([]);
  },
);

test('what a person corrected holds on when rows are inserted above', async () => {
  const corrected = async (inserted: number): Promise<readonly string[]> => {
    const { sheets, settings } = await openFixture(FIXTURE).read(null);
    const moved = sheets.map((sheet) => {
      const blank = Array.from({ length: inserted }, () => undefined);
      const grid = {
        ...sheet.grid,
        rowCount: sheet.grid.rowCount + inserted,
        rows: [...blank, ...sheet.grid.rows],
      };
      return { ...sheet, grid };
    });
    const found = calculateWorkbook(
      { sheets: moved, settings, activeSheet: null },
      { rules: null, overwriteScores: false },
    );
    const { matching } = proposed(found.sheets);
    const together = matching.find(({ rows }) => rows.length === 7);
    return together?.rows ?? [];
  };
  const before = await corrected(0);
  expect(before).toHaveLength(7);
  expect(await corrected(3)).toEqual(before);
});
