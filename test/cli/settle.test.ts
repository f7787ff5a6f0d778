/** A form whose formulas take what is written: what follows from their new results is written in the same run. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { reportForm, type ReportedForm } from '../../src/app/report';
import { recalculateFile, type FileResult } from '../../src/cli/recalculateFile';

const LAYOUTS = path.join(__dirname, '..', 'fixtures', 'layouts');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ziping-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function recalculate(file: string, output: string, overwriteScores: boolean): Promise<FileResult> {
  return recalculateFile(file, { rules: null, sheet: null, overwriteScores, output, isInput: false });
}

test('marks follow the result that a formula has once the scores are written', async () => {
  const [first, second] = [path.join(folder, '1.xlsx'), path.join(folder, '2.xlsx')];
  await recalculate(path.join(LAYOUTS, '20-nasty.xlsx'), first, true);
  await recalculate(first, second, true);
  expect(readFileSync(first).equals(readFileSync(second))).toBe(true);
});
/** Execution score by a formula over a typed rate, and a typed total. */
function withTypedRate(): string {
  const file = path.join(folder, 'form.xlsx');
  const parts = unzipSync(new Uint8Array(readFileSync(path.join(LAYOUTS, '07-liangping.xlsx'))));
  const sheet = 'xl/worksheets/sheet1.xml';
  const xml = strFromU8(parts[sheet] ?? new Uint8Array())
    .replace(/<c r="F4">.*?<\/c>/, '<c r="F4"><v>80</v></c>')
    .replace(/(<c r="H4"><f>[^<]*<\/f>)<v>[^<]*<\/v>/, '$1<v>8</v>')
    .replace(/<c r="I12">.*?<\/c>/, '<c r="I12"><v>97</v></c>');
  writeFileSync(file, zipSync({ ...parts, [sheet]: strToU8(xml) }));
  return file;
}

function reportOf(result: FileResult): ReportedForm | undefined {
  const form = result.sheets[0]?.forms[0];
  return form && reportForm(form, { finding: () => '', step: () => '' });
}

test('the total takes the score that a formula works out from a rate that was corrected', async () => {
  const [first, second] = [path.join(folder, '1.xlsx'), path.join(folder, '2.xlsx')];
  const report = reportOf(await recalculate(withTypedRate(), first, false));
  // 15776.03 of 21034.7 is 75 %: 7.5 of 10 points, beside 89 for the indicators.
  expect(report?.writes.map(({ cell, to }) => [cell, to])).toEqual([
    ['F4', '75'],
    ['I12', '96.5'],
  ]);
  expect(report?.total.score).toBe('96.5');
  expect(reportOf(await recalculate(first, second, false))?.writes).toEqual([]);
  expect(readFileSync(first).equals(readFileSync(second))).toBe(true);
});

test('a label is not written over where the figure before it is blank', async () => {
  const file = path.join(folder, 'form.xlsx');
  const parts = unzipSync(new Uint8Array(readFileSync(path.join(LAYOUTS, '73-inlinefund.xlsx'))));
  const sheet = 'xl/worksheets/sheet1.xml';
  const xml = strFromU8(parts[sheet] ?? new Uint8Array()).replace(/<c r="F3".*?<\/c>/, '<c r="F3"/>');
  writeFileSync(file, zipSync({ ...parts, [sheet]: strToU8(xml) }));
  const report = reportOf(await recalculate(file, path.join(folder, '1.xlsx'), false));
  expect(report?.writes.map(({ cell }) => cell)).not.toContain('G3');
  expect(report?.budget?.scoreCell).toBe('H3');
});
