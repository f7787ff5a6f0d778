/** The filled sample: a form like others, with mistakes of every kind. */
import '../workbench/host/jsdomGaps';
import { insertSample } from '../../src/app/insertSample';
import { createSession } from '../../src/app/session';
import type { XlsxFile } from '../../src/workbook/xlsxFile';
import { openFixture } from './openFixture';

const NOW = new Date('2026-03-01T08:00:00Z');
const NAME = '示例·项目支出绩效自评表';

async function tried(): Promise<{ file: XlsxFile; session: ReturnType<typeof createSession> }> {
  const file = openFixture('baoxie-2022-department.xlsx');
  const session = createSession(file, () => NOW);
  await session.refresh();
  await insertSample(session, NOW);
  return { file, session };
}

test('it is a sheet of its own, recognised at once, of the year that is evaluated', async () => {
  const { file, session } = await tried();
  expect((await file.read(null)).sheets.map(({ grid }) => grid.sheet)).toEqual(['得分情况', '自评表', NAME]);
  const { current, outcome } = session.state();
  expect(outcome).toMatchObject({ command: 'insert', failure: null, addedSheet: NAME });
  expect(current?.sheet).toMatchObject({ sheet: NAME, diagnosis: null });
  expect(current?.form?.rules.id).toBe('mof-2020');
  expect(current?.form?.facts).toMatchObject({ unitName: '示例街道办事处', projectName: '背街小巷道路养护' });
  const { rows } = (await file.read([NAME])).sheets[0]?.grid ?? { rows: [] };
  const texts = rows.flatMap((row) => (row ?? []).map((cell) => cell?.text ?? ''));
  expect(texts).toContain('（2025年度）');
  expect(texts).toContain('2025年10月底前');
  expect(texts.filter((text) => text.includes('{'))).toEqual([]);
});

test('typical mistakes of every severity are found on it, each where it was made', async () => {
  const { session } = await tried();
  const found = session.state().current?.form?.findings ?? [];
  expect(found.map(({ severity, code, cell }) => [severity, code, cell])).toEqual([
    ['error', 'total-wrong', 'H22'],
    ['error', 'score-above-rule', 'H13'],
    ['error', 'score-exceeds-weight', 'H14'],
    ['warning', 'rate-low', 'H6'],
    ['warning', 'target-missed', 'F13'],
    ['warning', 'reason-missing', 'I15'],
    ['warning', 'overachieved', 'F17'],
    ['warning', 'unit-mismatch', 'F19'],
    ['info', 'malformed-operator', 'E21'],
  ]);
});

test('a recalculation fills the blank score in and mends the total', async () => {
  const { session, file } = await tried();
  await session.run('recalculate');
  expect(session.state().outcome?.written).toBe(2);
  const [sheet] = (await file.read([NAME])).sheets;
  // Cost of 286.4 against at most 320 is met: 12.5. Then 8.95 + 12.5 + 13.5 + 10 + 12.5 + 4 × 7.5 + 10.
  expect(sheet?.grid.rows[15]?.[7]?.value).toBe(12.5);
  expect(sheet?.grid.rows[21]?.[7]?.value).toBe(97.45);
});

test('a workbook that takes no sheet is told, and nothing is read', async () => {
  const file = openFixture('baoxie-2022-department.xlsx');
  let reads = 0;
  const session = createSession(
    {
      ...file,
      read: (sheets) => ((reads += 1), file.read(sheets)),
      addSheet: () => Promise.reject(new Error('full')),
    },
    () => NOW,
  );
  const { failure } = await insertSample(session, NOW);
  expect(failure).toMatchObject({ kind: 'unexpected' });
  expect(reads).toBe(0);
});
