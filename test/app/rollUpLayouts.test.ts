/** Forms of every layout, as if they stood in one workbook: what is rolled up from them is what our own reader finds on the sheet. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FormResult, SheetResult } from '../../src/app/formResult';
import { recalculate } from '../../src/app/recalculate';
import { drawRolledUp, proposeRollUp, rollUpCandidates, USUAL_CHOICES } from '../../src/app/rollUp';
import { speak } from '../../src/locales/sentences';
import type { RolledUp } from '../../src/engine/rollUp/rolledUp';
import { newXlsx } from '../../src/workbook/xlsxFile';
import { openBytes, PLAIN } from './openFixture';

jest.setTimeout(120_000);

const FOLDERS = ['layouts', 'forms'].map((folder) => path.join(__dirname, '..', 'fixtures', folder));

async function sheetsOfAll(): Promise<readonly SheetResult[]> {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.xlsx'))
      .map((name) => path.join(folder, name)),
  );
  const sheets: SheetResult[] = [];
  for (const file of files) {
    const found = await recalculate(openBytes(new Uint8Array(readFileSync(file))), PLAIN);
    const name = path.basename(file, '.xlsx');
    sheets.push(...found.sheets.map((sheet) => ({ ...sheet, sheet: `${name}-${sheet.sheet}` })));
  }
  return sheets;
}

async function readBack(rolled: Parameters<typeof drawRolledUp>[0]): Promise<FormResult> {
  const file = openBytes(newXlsx(drawRolledUp(rolled, speak('zh-CN'))).bytes());
  const forms = (await recalculate(file, PLAIN)).sheets.flatMap((sheet) => sheet.forms);
  const [only] = forms;
  if (!only || forms.length > 1) throw new Error(`${forms.length} forms`);
  return only;
}

function figuresOf({ rows }: RolledUp): readonly unknown[] {
  return rows.map(({ name, weight, score, isComputed }) => [
    name,
    weight.toFixed(),
    score?.toFixed(),
    isComputed ? score?.toFixed() : undefined,
  ]);
}

test('more than a hundred forms of all layouts become one form that our own reader agrees with', async () => {
  const candidates = rollUpCandidates(await sheetsOfAll());
  expect(candidates.length).toBeGreaterThan(100);
  const forms = new Set(candidates.map(({ form }) => form.id));
  expect(forms.size).toBe(candidates.length);
  const attempt = proposeRollUp(candidates, { ...USUAL_CHOICES, forms });
  if (!attempt.ok) throw new Error(attempt.problem.code);
  const { rolled } = attempt.result;
  expect(rolled.weight.toFixed()).toBe('100');
  const form = await readBack(attempt.result);
  const read = form.scored?.rows.map(({ facts, outcome }) => [
    facts.name,
    facts.weight.value?.toFixed(),
    facts.score.value?.toFixed(),
    outcome.computed?.toFixed(),
  ]);
  expect(read).toEqual(figuresOf(rolled));
  expect(form.scored?.budget?.computed?.toFixed()).toBe(rolled.fund.outcome.computed?.toFixed());
  expect(form.plan?.writes).toEqual([]);
  expect(form.plan?.total?.toFixed()).toBe(rolled.score.toFixed());
});
