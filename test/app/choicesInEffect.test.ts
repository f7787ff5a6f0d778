import { readdirSync } from 'node:fs';
import { SETTING } from '../../src/app/choices/choices';
import { writeOptions } from '../../src/app/choices/options';
import { writeRulesChoice } from '../../src/app/choices/rulesChoice';
import { ignoreFinding } from '../../src/app/ignoreFinding';
import { planRecalculation, recalculate } from '../../src/app/recalculate';
import { reportSheets } from '../../src/app/report';
import { wordingIn } from '../../src/app/wording';
import { findRuleSet } from '../../src/engine/ruleSets/shippedRuleSets';
import { speak } from '../../src/locales/sentences';
import { FIXTURES, openBytes, openFixture, PLAIN } from './openFixture';

const FORM = 'baoxie-2022-department.xlsx';
const SHEET = '自评表';
const FILES = readdirSync(FIXTURES).filter((name) => name.endsWith('.xlsx'));

test('the rule set of the workbook counts, and one that a person names now goes before it', async () => {
  const workbook = openFixture(FORM);
  await workbook.saveSettings({
    [SETTING.rules]: writeRulesChoice({ kind: 'shipped', id: 'sichuan', changes: { decimals: 1 } }),
  });
  const rulesWith = async (rules: typeof PLAIN.rules): Promise<unknown> => {
    const { sheets } = await planRecalculation(openBytes(workbook.bytes()), {
      ...PLAIN,
      rules,
      sheet: SHEET,
    });
    const form = sheets[0]?.forms[0];
    return [form?.rules.id, form?.rules.decimals, form?.isGuessed];
  };
  expect(await rulesWith(null)).toEqual(['sichuan', 1, false]);
  expect(await rulesWith(findRuleSet('mof-2021'))).toEqual(['mof-2021', 2, false]);
});

test('typed scores are replaced when the workbook or the person says so', async () => {
  const totals = async (kept: 'keep' | 'overwrite', overwriteScores: boolean): Promise<unknown> => {
    const workbook = openFixture(FORM);
    await workbook.saveSettings({ [SETTING.options]: writeOptions({ typedScores: kept }) });
    const { sheets } = await planRecalculation(workbook, { ...PLAIN, overwriteScores, sheet: SHEET });
    return sheets[0]?.forms[0]?.plan?.total?.toString();
  };
  // One point was taken off row 58 although its target is met.
  expect(await totals('keep', false)).toBe('90.66');
  expect(await totals('overwrite', false)).toBe('91.66');
  expect(await totals('keep', true)).toBe('91.66');
});

test('an ignored finding stands in the report beside the others, with its reason', async () => {
  const workbook = openFixture(FORM);
  const found = await planRecalculation(workbook, PLAIN);
  const form = found.sheets.find(({ sheet }) => sheet === SHEET)?.forms[0];
  const finding = form?.findings.find(({ code }) => code === 'target-missed');
  if (!finding) throw new Error('no finding');
  const change = ignoreFinding(found, SHEET, finding, '已说明', new Date('2026-11-21T09:30:00Z'));
  if (!change.ok) throw new Error(change.problem.code);
  await workbook.saveSettings(change.result);
  const { sheets } = await planRecalculation(openBytes(workbook.bytes()), { ...PLAIN, sheet: SHEET });
  const report = reportSheets(sheets, wordingIn(speak('zh-CN')))[0]?.forms[0];
  expect(report?.findings.map(({ code }) => code)).not.toContain('target-missed');
  expect(report?.ignored).toMatchObject([
    {
      code: 'target-missed',
      severity: 'warning',
      row: finding.row,
      cell: finding.cell,
      reason: '已说明',
      at: '2026-11-21T09:30:00.000Z',
    },
  ]);
  expect(report?.ignored[0]?.message).toContain('没有完成目标');
});

test.each(FILES)(
  '%s: what is said to stand there after a recalculation is what is found then',
  async (name) => {
    const workbook = openFixture(name);
    const { after } = await recalculate(workbook, PLAIN);
    const { sheets } = await planRecalculation(workbook, PLAIN);
    const findingsOf = (results: typeof sheets): unknown =>
      results.map(({ sheet, forms }) => [sheet, forms.map(({ findings }) => findings)]);
    expect(findingsOf(after)).toEqual(findingsOf(sheets));
  },
);
