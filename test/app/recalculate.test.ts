import { readdirSync } from 'node:fs';
import { planRecalculation, recalculate } from '../../src/app/recalculate';
import { Decimal, sum, ZERO } from '../../src/engine/decimal';
import { cellName } from '../../src/form/address';
import type { Workbook } from '../../src/workbook/workbook';
import { FIXTURES, openBytes, openFixture, PLAIN } from './openFixture';

const FILES = readdirSync(FIXTURES).filter((name) => name.endsWith('.xlsx'));

/** Every cell of a workbook as "sheet!A1" with all that a person could have put there. */
async function cellsOf(workbook: Workbook): Promise<ReadonlyMap<string, string>> {
  const { sheets } = await workbook.read(null);
  const cells = new Map<string, string>();
  for (const { grid } of sheets) {
    grid.rows.forEach((row, r) =>
      row?.forEach((cell, c) => {
        if (cell)
          cells.set(
            `${grid.sheet}!${cellName(r, c)}`,
            JSON.stringify([cell.value, cell.text, cell.format, cell.formula]),
          );
      }),
    );
  }
  return cells;
}

describe.each(FILES)('%s', (name) => {
  test('changes in the cells it says it writes, and in no other', async () => {
    const workbook = openFixture(name);
    const before = await cellsOf(workbook);
    const { sheets } = await recalculate(workbook, PLAIN);
    const after = await cellsOf(openBytes(workbook.bytes()));
    const written = sheets.flatMap(({ sheet, forms }) =>
      forms.flatMap(({ plan }) => (plan?.writes ?? []).map(({ cell }) => `${sheet}!${cell}`)),
    );
    const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
      (cell) => before.get(cell) !== after.get(cell),
    );
    expect(changed.sort()).toEqual(written.sort());
  });

  test('adds up afterwards', async () => {
    const workbook = openFixture(name);
    await recalculate(workbook, PLAIN);
    const { sheets: again } = await recalculate(openBytes(workbook.bytes()), PLAIN);
    for (const { facts } of again.flatMap(({ forms }) => forms)) {
      if (facts.kind === 'summary-table') continue;
      const scores = [
        facts.budget?.score.value ?? ZERO,
        ...facts.indicators.map(({ score }) => score.value ?? ZERO),
        ...facts.judgedBlocks.map(({ score }) => score.value ?? ZERO),
      ];
      expect(facts.total?.score.value?.toString()).toBe(sum(scores).toString());
    }
  });

  test('is left alone, to the byte, the second time', async () => {
    const workbook = openFixture(name);
    await recalculate(workbook, PLAIN);
    const bytes = workbook.bytes();
    const second = openBytes(bytes);
    const { sheets } = await recalculate(second, PLAIN);
    expect(sheets.flatMap(({ forms }) => forms.flatMap(({ plan }) => plan?.writes ?? []))).toEqual([]);
    expect(Buffer.compare(second.bytes(), bytes)).toBe(0);
  });

  test('is not written when only checked', async () => {
    const workbook = openFixture(name);
    const bytes = workbook.bytes();
    await planRecalculation(workbook, PLAIN);
    expect(Buffer.compare(workbook.bytes(), bytes)).toBe(0);
  });
});

test('one sheet can be chosen', async () => {
  const { sheets } = await recalculate(openFixture('baoxie-2022-department.xlsx'), {
    ...PLAIN,
    sheet: '自评表',
  });
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['自评表']);
});

test('overwriting replaces a typed score that the rule computes otherwise, and the total follows', async () => {
  const workbook = openFixture('baoxie-2022-department.xlsx');
  const { sheets } = await recalculate(workbook, { ...PLAIN, sheet: '自评表', overwriteScores: true });
  const plan = sheets[0]?.forms[0]?.plan;
  expect(plan?.writes.map(({ cell, to }) => [cell, to])).toEqual([
    ['H58', '2'],
    ['D66', '91.66'],
  ]);
  expect(plan?.total?.eq(new Decimal('91.66'))).toBe(true);
});

test('a score that we wrote follows when the actual changes, a score that a person typed does not', async () => {
  const workbook = openFixture('variety-open.xlsx');
  const sheet = '宣城-一级只剩分值';
  const blank = { from: '', to: '', before: null };
  // Row 19 has 88% of ≥90% and 10 points: 9.78; its typed score is taken out first.
  await workbook.apply([{ sheet, marks: [], writes: [{ cell: 'H19', value: '', ...blank }] }]);
  await recalculate(workbook, { ...PLAIN, sheet });
  const { sheets: filled } = await planRecalculation(workbook, { ...PLAIN, sheet });
  expect(filled[0]?.forms[0]?.plan?.scores.get(19)?.toString()).toBe('9.78');
  await workbook.apply([
    {
      sheet,
      marks: (await workbook.read([sheet])).sheets[0]?.marks ?? [],
      writes: [
        { cell: 'F19', value: 0.45, ...blank },
        { cell: 'F22', value: 0.5, ...blank },
      ],
    },
  ]);
  const [again] = (await recalculate(openBytes(workbook.bytes()), { ...PLAIN, sheet })).sheets;
  expect(again?.forms[0]?.plan?.writes.map(({ cell, to }) => [cell, to])).toEqual([
    ['H19', '5'],
    ['H23', '93.6'],
  ]);
});
