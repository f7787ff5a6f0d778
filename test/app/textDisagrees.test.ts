/** Texts of a workbook against its forms, from the cells to the findings. */
import { calculateWorkbook } from '../../src/app/calculateWorkbook';
import type { SheetResult } from '../../src/app/formResult';
import { formsToSummarise, summarise } from '../../src/app/summarise';
import { wordingIn } from '../../src/app/wording';
import { speak } from '../../src/locales/sentences';
import { openXlsx } from '../../src/workbook/xlsxFile';
import { buildGrid, projectRows, type CellSpec } from '../form/buildGrid';
import { sheetOf } from './buildSnapshot';
import { FIXTURES } from './openFixture';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

type Rows = readonly (readonly CellSpec[])[];

function calculate(sheets: Readonly<Record<string, Rows>>): readonly SheetResult[] {
  const snapshots = Object.entries(sheets).map(([name, rows]) => sheetOf(buildGrid(rows, name)));
  const workbook = { sheets: snapshots, activeSheet: null, settings: {} };
  return calculateWorkbook(workbook, { rules: null, overwriteScores: false }).sheets;
}

/** The findings as "sheet cell variant expected". */
function found(sheets: Readonly<Record<string, Rows>>): readonly string[] {
  return calculate(sheets).flatMap(({ sheet, forms }) =>
    forms.flatMap(({ findings }) =>
      findings
        .filter(({ code }) => code === 'text-disagrees')
        .map(({ cell, params }) => `${sheet} ${cell} ${params['variant']} ${params['expected']}`),
    ),
  );
}

/** The small form has 99.5 points, 4 indicators, all with their full points, and 95 % spent. */
const FORM = projectRows();
const named = (name: string): Rows =>
  FORM.map((row) => row.map((cell) => (cell === '道路养护' ? name : cell)));

test.each([
  ['自评得分99.5分', []],
  ['自评得分98分', ['摘要 score 99.5']],
  ['2024年度自评得分98分', ['摘要 score 99.5']],
  ['2023年度自评得分98分', []],
  ['共设置4个指标，完成4个', []],
  ['共设置5个指标，完成3个', ['摘要 indicators 4', '摘要 completed 4']],
  ['预算执行率95%', []],
  ['预算执行率95.3%', ['摘要 rate 95.00%']],
  ['部门整体绩效自评得分98分', []],
  ['“河道整治”自评得分98分', []],
])('on another sheet of a workbook with one form: %s', (text, expected) => {
  const told = found({ 自评表: FORM, 摘要: [[text]] });
  expect(told.map((line) => line.replace(/^自评表 \S+/, '摘要'))).toEqual(expected);
});

test('without a form on its sheet, the finding stands at the figure that is contradicted', () => {
  const sheets = { 自评表: FORM, 摘要: [['自评得分98分', '预算执行率99%']] };
  expect(found(sheets)).toEqual(['自评表 H12 score 99.5', '自评表 H5 rate 95.00%']);
});

test('below the form, the finding stands at the text', () => {
  expect(found({ 自评表: [...FORM, ['经自评，本项目综合得分98分。']] })).toEqual(['自评表 A14 score 99.5']);
});

test('among several forms a text speaks of the one that it names', () => {
  const sheets = { 一: named('道路养护'), 二: named('河道整治工程') };
  expect(found({ ...sheets, 摘要: [['道路养护自评得分98分；河道整治工程自评得分99.5分。']] })).toEqual([
    '一 H12 score 99.5',
  ]);
  expect(found({ ...sheets, 摘要: [['自评得分98分']] })).toEqual([]);
});

test('a text below one of several forms speaks of that form', () => {
  const sheets = { 一: [...named('道路养护'), ['经自评，本项目综合得分98分。']], 二: named('河道整治工程') };
  expect(found(sheets)).toEqual(['一 A14 score 99.5']);
});

test('what stands inside the table of a form is no statement about it', () => {
  const rows = FORM.map((row, index) =>
    index === 8 ? row.map((cell, column) => (column === 4 ? '自评得分98分' : cell)) : row,
  );
  expect(found({ 自评表: rows })).toEqual([]);
});

test('the sentence says where, what, and what the form says', () => {
  const [result] = calculate({ 自评表: FORM, 摘要: [['自评得分98分']] });
  const finding = result?.forms[0]?.findings.find(({ code }) => code === 'text-disagrees');
  expect(finding?.severity).toBe('warning');
  expect(finding && wordingIn(speak('zh-CN')).finding(finding)).toBe(
    '工作表“摘要”的 A1 写着“自评得分98分”，自评表“自评表”的总分是 99.5。请核对，改正文字或自评表。',
  );
});

const PLAIN = { rules: null, overwriteScores: false };
const LAYOUTS = path.join(FIXTURES, '..', 'layouts');
const FILES = [FIXTURES, LAYOUTS].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.xlsx'))
    .map((name) => path.join(folder, name)),
);

function alarmsIn(file: string, sheets: readonly SheetResult[]): readonly string[] {
  return sheets
    .flatMap(({ forms }) => forms.flatMap(({ findings }) => findings))
    .filter(
      ({ code, params }) =>
        code === 'text-disagrees' || /^summary-rows (row|form)$/.test(`${code} ${params['variant']}`),
    )
    .map(({ params }) => `${file} ${params['printed']}`);
}

test('no published form and no layout raises a false alarm', async () => {
  const alarms: string[] = [];
  for (const file of FILES) {
    const opened = openXlsx(new Uint8Array(readFileSync(file)), file);
    if (opened.ok)
      alarms.push(...alarmsIn(file, calculateWorkbook(await opened.file.read(null), PLAIN).sheets));
  }
  expect(alarms).toEqual([]);
});

test('a summary that this program writes says what its form says', async () => {
  const alarms: string[] = [];
  let summaries = 0;
  for (const file of FILES) {
    const opened = openXlsx(new Uint8Array(readFileSync(file)), file);
    if (!opened.ok) continue;
    const { sheets } = calculateWorkbook(await opened.file.read(null), PLAIN);
    const form = formsToSummarise(sheets)[0];
    const paper = form && summarise(sheets, form, 'goals');
    if (!paper?.ok) continue;
    summaries += 1;
    await opened.file.addSheet(paper.result.drawing);
    alarms.push(...alarmsIn(file, calculateWorkbook(await opened.file.read(null), PLAIN).sheets));
  }
  expect(alarms).toEqual([]);
  expect(summaries).toBeGreaterThan(50);
});
