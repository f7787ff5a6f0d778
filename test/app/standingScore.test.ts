import { calculateWorkbook } from '../../src/app/calculateWorkbook';
import { standingScore, type StandingScore } from '../../src/app/standingScore';
import { findRuleSet } from '../../src/engine/ruleSets/shippedRuleSets';
import { projectRows, type CellSpec } from '../form/buildGrid';
import { snapshotOf, withCell } from './buildSnapshot';
import { recalculateFixture } from './openFixture';

const TOTAL = 11;
const SCORE = 7;

function stand(rows: readonly (readonly CellSpec[])[], rules: string | null = null): StandingScore {
  const chosen = rules === null ? null : findRuleSet(rules);
  const { sheets } = calculateWorkbook(snapshotOf(rows), { rules: chosen, overwriteScores: false });
  const form = sheets[0]?.forms[0];
  if (!form) throw new Error('no form');
  return standingScore(form);
}

/** The small form with nothing in its score column but what is typed at one row. */
function withScores(keep: (row: number) => boolean): CellSpec[][] {
  const scores = [7, 8, 9, 10, TOTAL].filter((row) => !keep(row));
  const rows = scores.reduce((cells, row) => withCell(cells, row, SCORE, null), projectRows());
  return keep(4) ? rows : withCell(rows, 4, 8, null);
}

const text = (value: { toString(): string } | null): string | null => value && String(value);

test('a total that adds up has its grade and nothing to be said', () => {
  const standing = stand(projectRows());
  expect(standing).toMatchObject({
    total: { kind: 'printed' },
    grade: '优',
    expected: null,
    recalculated: null,
    indicators: 4,
    completed: 4,
  });
  expect(text(standing.weight)).toBe('100');
});

test('a total that does not add up has no grade, and what it should be', () => {
  const standing = stand(withCell(projectRows(), TOTAL, SCORE, 89));
  expect([standing.grade, text(standing.expected)]).toEqual([null, '99.5']);
});

test('a total that the rule set caps adds up', () => {
  const low = withCell(withCell(withCell(projectRows(), 4, 5, 75), 4, 8, 7.5), 4, 7, '75%');
  expect(text(stand(withCell(low, TOTAL, SCORE, 89), 'platform').expected)).toBeNull();
  expect(text(stand(withCell(low, TOTAL, SCORE, 97.5), 'platform').expected)).toBe('89');
});

test('scores without a total are added up, and those that are blank are told', () => {
  const standing = stand(withScores((row) => row === 7 || row === 4));
  expect(standing.total).toMatchObject({ kind: 'added', isBlank: true });
  expect([text(standing.expected), text(standing.recalculated), standing.completed]).toEqual([
    null,
    '99.5',
    1,
  ]);
});

test('a form without a score has no total and no share, but what it will have', () => {
  const standing = stand(withScores(() => false));
  expect([standing.total.kind, standing.grade, text(standing.recalculated)]).toEqual(['none', null, '99.5']);
  expect(standing.lines.map(({ score, share }) => [score, share])).toEqual(
    standing.lines.map(() => [null, null]),
  );
});

test('points over several first levels are not those of each of them', async () => {
  const [sheet] = await recalculateFixture('../layouts/08-anju.xlsx');
  const [form] = sheet?.forms ?? [];
  if (!form) throw new Error('no form');
  // 50 points stand over 产出指标 and 效益指标 together.
  expect(standingScore(form).lines.map(({ weight }) => text(weight))).toEqual(['20', '30', null, null]);
});

test('a total that is not one number is shown as it is', () => {
  expect(stand(withCell(projectRows(), TOTAL, SCORE, '94.67 999994.67')).total).toEqual({
    kind: 'unreadable',
    text: '94.67 999994.67',
  });
});

test('a share is what stands, not what will', () => {
  const { lines } = stand(withCell(projectRows(), 7, SCORE, 10));
  const [, output] = lines;
  // 10 + 20 of 50.
  expect([text(output?.score ?? null), text(output?.share ?? null)]).toEqual(['30', '0.6']);
});

test('a summary table stands for itself', async () => {
  const sheets = await recalculateFixture('baoxie-2022-department.xlsx');
  const table = sheets.flatMap(({ forms }) => forms).find(({ facts }) => facts.kind === 'summary-table');
  if (!table) throw new Error('no summary table');
  const standing = standingScore(table);
  expect([standing.total.kind, standing.completed, standing.indicators]).toEqual(['printed', null, 0]);
  expect(standing.lines.length).toBeGreaterThan(2);
});

test('a form that weighs only its goals can earn what they can earn together, and does not tell how much is completed', async () => {
  const sheets = await recalculateFixture('wuchang-2020-department.xlsx');
  const [form] = sheets.flatMap(({ forms }) => forms);
  if (!form) throw new Error('no form');
  const { weight, completed } = standingScore(form);
  // Execution 10 and six goals of 15 points.
  expect([text(weight), completed]).toEqual(['100', null]);
});
