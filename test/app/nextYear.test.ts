/** Last year's form as this year's: every form of the fixtures, through a file. */
import { sumWeights } from '../../src/engine/totals';
import type { FormFacts, NumberCell } from '../../src/engine/facts';
import { makeNextYear } from '../../src/app/nextYear';
import { recogniseForms } from '../../src/form/recognise';
import type { SheetSnapshot } from '../../src/workbook/workbook';
import type { XlsxFile } from '../../src/workbook/xlsxFile';
import { fixture, FIXTURE_FILES, openedBook, sheetOf } from '../workbench/book/opened';
import { cellAt, opened } from '../workbook/opened';
import { buildXlsx } from '../workbook/xlsxPackage';

async function sheetIn(file: XlsxFile, name: string): Promise<SheetSnapshot> {
  const [sheet] = (await file.read([name])).sheets;
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** Rows that only their results make rows of a form: nothing is left of them. */
function isOnlyResult({ weight, target }: { weight: NumberCell; target: { text: string } }): boolean {
  return weight.value === null && target.text.trim() === '';
}

/** What must be the same in the form of another year. */
function layoutOf(facts: FormFacts): unknown {
  if (facts.kind === 'summary-table')
    return facts.rows.map(({ row, label, weight }) => [row, label, weight.value?.toFixed()]);
  const rows = facts.indicators.filter((row) => !isOnlyResult(row));
  return {
    kind: facts.kind,
    weights: sumWeights(facts)?.toFixed(),
    rows: rows.map(({ row, goal, level1, level2, weight, score, actualCell, targetCells }) => [
      [row, goal, level1, level2, weight.value?.toFixed() ?? null],
      [score.cell, actualCell, targetCells],
    ]),
    goals: facts.goals.map(({ number, cell }) => [number, cell]),
    total: facts.total?.row,
  };
}

/** What is left of the year that is over. */
function resultsOf(facts: FormFacts): readonly string[] {
  const typed = (cells: readonly (NumberCell | null | undefined)[]): readonly string[] =>
    cells.flatMap((cell) => (cell && cell.value !== null && cell.cell !== null ? [cell.cell] : []));
  if (facts.kind === 'summary-table')
    return typed([...facts.rows, facts.total].flatMap((row) => (row ? [row.score, row.rate] : [])));
  const { budget, indicators, judgedBlocks, subtotals, total } = facts;
  const texts = indicators.flatMap(({ actual, actualCell, reason }) => [
    ...(actual.text.trim() === '' ? [] : [actualCell ?? '']),
    ...(reason === null || reason.text === '' ? [] : [reason.cell]),
  ]);
  const funds = budget ? [budget.total, ...budget.parts] : [];
  return [
    ...texts,
    ...typed([...indicators, ...judgedBlocks, ...subtotals].map(({ score }) => score)),
    ...typed([budget?.score, total?.score, ...funds.flatMap(({ spent, rate }) => [spent, rate])]),
    ...(total?.grade ? [total.grade.cell] : []),
    ...(facts.formReason?.text ? [facts.formReason.cell] : []),
  ];
}

const FORMULAS = new Set(['layouts/07-liangping.xlsx', 'layouts/20-nasty.xlsx']);

test.each(FIXTURE_FILES)('every sheet of %s becomes an empty form of the same layout', async (name) => {
  const bytes = fixture(name);
  const { sheets } = await opened(bytes).read(null);
  for (const { grid } of sheets) {
    const before = recogniseForms(grid).forms;
    const file = opened(bytes);
    const made = await makeNextYear(file, grid.sheet, { clearsTargets: false });
    if (before.length === 0) {
      expect(made).toEqual({ kind: 'no-form', sheet: grid.sheet });
      continue;
    }
    if (made.kind !== 'made') throw new Error(made.kind);
    const after = recogniseForms((await sheetIn(file, made.sheet)).grid).forms;
    expect(after.map(layoutOf)).toEqual(before.map(layoutOf));
    const stood = new Set(before.flatMap(resultsOf));
    const left = new Set(made.plan.left.map(({ cell }) => cell));
    expect(after.flatMap(resultsOf).filter((cell) => stood.has(cell) && !left.has(cell))).toEqual([]);
    if (!FORMULAS.has(name)) expect(made.plan.left).toEqual([]);
    expect((await sheetIn(file, grid.sheet)).grid).toEqual(grid);
  }
});

test.each(FIXTURE_FILES.filter((name) => name.startsWith('forms/')))(
  'every cell of %s keeps its look, and columns and rows their size',
  async (name) => {
    const bytes = fixture(name);
    const { sheets } = await opened(bytes).read(null);
    for (const { grid } of sheets) {
      const file = opened(bytes);
      const made = await makeNextYear(file, grid.sheet, { clearsTargets: true });
      if (made.kind !== 'made') throw new Error(made.kind);
      const book = openedBook(file.bytes());
      const [source, copy] = [sheetOf(book, grid.sheet), sheetOf(book, made.sheet)];
      for (let row = 0; row < grid.rowCount; row += 1) {
        expect(copy.rowHeight(row)).toBe(source.rowHeight(row));
        for (let column = 0; column < grid.columnCount; column += 1)
          expect(copy.cell(row, column).look).toEqual(source.cell(row, column).look);
      }
      for (let column = 0; column < grid.columnCount; column += 1)
        expect(copy.columnWidth(column)).toBe(source.columnWidth(column));
      expect([copy.merges, copy.page, copy.frozen]).toEqual([source.merges, source.page, source.frozen]);
    }
  },
);

test('the year moves in the title, in targets and in the name of the sheet, and is listed', async () => {
  const file = opened(fixture('forms/variety-open.xlsx'));
  const made = await makeNextYear(file, '宣城-一级只剩分值', { clearsTargets: false });
  if (made.kind !== 'made') throw new Error(made.kind);
  expect(made.sheet).toBe('宣城-一级只剩分值 2022');
  expect(made.plan.year).toEqual({ from: 2021, to: 2022 });
  expect(made.plan.moved.map(({ cell, to }) => [cell, to])).toEqual([
    ['A2', '（2022年度）'],
    ['E16', '2022年12月底前完成'],
  ]);
});

test.each([
  ['layouts/102-threeweights.xlsx', '三级分值', ['J4', 'J9'], ['B4', 'D9', 'F9']],
  ['layouts/108-selfreview.xlsx', '自评复核', ['I5', 'J5', 'I8'], ['F5', 'F8']],
  ['layouts/38-percentweights.xlsx', '权重百分比', ['I6', 'J6', 'J10'], ['G6', 'G10']],
  ['forms/variety-open.xlsx', '成安-三列得分', ['I8', 'J8', 'L8', 'L16'], ['D8', 'K8', 'K16']],
  [
    'layouts/63-fundtotal-last.xlsx',
    '末行合计',
    ['F5', 'F6', 'F7', 'H5', 'H7', 'I7'],
    ['D5', 'E6', 'E7', 'G7'],
  ],
  ['layouts/78-wuhan-subtotals.xlsx', '目标小计', ['C3', 'G3', 'E5', 'F5', 'H5'], ['D5', 'G8']],
])(
  '%s: figures of the year that no fact holds go as well, weights and budgets stay',
  async (name, sheet, gone, kept) => {
    const file = opened(fixture(name));
    const made = await makeNextYear(file, sheet, { clearsTargets: false });
    if (made.kind !== 'made') throw new Error(made.kind);
    const { grid } = await sheetIn(file, made.sheet);
    const value = (cell: string): unknown => cellAt(grid, cell)?.value ?? null;
    expect(gone.map(value)).toEqual(gone.map(() => null));
    expect(kept.map(value)).not.toContain(null);
  },
);

test('targets, goals and budgets go only when they are to go; operators and units stay', async () => {
  const read = async (clearsTargets: boolean): Promise<readonly unknown[]> => {
    const file = opened(fixture('forms/variety-open.xlsx'));
    const made = await makeNextYear(file, '云南-两行表头', { clearsTargets });
    if (made.kind !== 'made') throw new Error(made.kind);
    const { grid } = await sheetIn(file, made.sheet);
    return ['C12', 'G12', 'D15', 'E15', 'F15', 'F8', 'H8', 'H15'].map(
      (cell) => cellAt(grid, cell)?.value ?? null,
    );
  };
  const goal = '按标准足额发放资助，改善学生营养状况。';
  expect(await read(false)).toEqual([goal, null, '≧', 735, '人次', 588000, null, 10]);
  expect(await read(true)).toEqual([null, null, '≧', null, '人次', null, null, 10]);
});

test('a total in one cell with its label keeps the label, and the day of filling in goes', async () => {
  const file = opened(fixture('layouts/26-grades.xlsx'));
  const made = await makeNextYear(file, '总分在标签里', { clearsTargets: false });
  if (made.kind !== 'made') throw new Error(made.kind);
  expect(cellAt((await sheetIn(file, made.sheet)).grid, 'A9')?.value).toBe('总分：');
  const dated = opened(fixture('layouts/03-huangshi.xlsx'));
  const next = await makeNextYear(dated, null, { clearsTargets: false });
  if (next.kind !== 'made') throw new Error(next.kind);
  expect(cellAt((await sheetIn(dated, next.sheet)).grid, 'F2')?.value).toBe('填报日期：');
});

test('formulas stay and are told, and with nothing typed they have nothing to add up', async () => {
  const file = opened(fixture('layouts/20-nasty.xlsx'));
  const made = await makeNextYear(file, null, { clearsTargets: true });
  if (made.kind !== 'made') throw new Error(made.kind);
  const { grid } = await sheetIn(file, made.sheet);
  expect(cellAt(grid, 'F6')).toMatchObject({ formula: 'SUM(F7:F9)', value: 0 });
  expect(made.plan.left).toContainEqual({ cell: 'F6', text: '494', why: 'formula' });
});

test('locked cells of a protected sheet stay and are told', async () => {
  const text = (cell: string, value: string): string =>
    `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const open = (cell: string, value: number): string => `<c r="${cell}" s="1"><v>${value}</v></c>`;
  const heads = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'];
  const header = heads.map((head, index) => text(`${String.fromCharCode(65 + index)}2`, head)).join('');
  const form =
    `<sheetData><row r="1">${text('A1', '2023年度项目支出绩效自评表')}</row><row r="2">${header}</row>` +
    `<row r="3">${text('A3', '产出指标')}${text('B3', '数量指标')}${text('C3', '次数')}<c r="D3"><v>5</v></c>` +
    `${open('E3', 5)}<c r="F3"><v>100</v></c>${open('G3', 100)}</row>` +
    `<row r="4">${text('A4', '总分')}<c r="F4"><v>100</v></c><c r="G4"><v>100</v></c></row></sheetData>` +
    '<sheetProtection sheet="1"/>';
  const styles = '<cellXfs count="2"><xf/><xf applyProtection="1"><protection locked="0"/></xf></cellXfs>';
  const file = opened(buildXlsx({ sheets: { 表2023: form }, styles }));
  const made = await makeNextYear(file, null, { clearsTargets: false });
  expect(made).toMatchObject({ kind: 'made', sheet: '表2024' });
  if (made.kind !== 'made') return;
  expect(made.plan.cleared.map(({ cell }) => cell)).toEqual(['E3', 'G3']);
  expect(made.plan.left.map(({ cell, why }) => `${cell} ${why}`)).toEqual(['A1 locked', 'G4 locked']);
});

test('a sheet that is not there, and one without a form, are told', async () => {
  const file = opened(buildXlsx({ sheets: { 空: '<sheetData/>' } }));
  expect(await makeNextYear(file, '无', { clearsTargets: false })).toEqual({ kind: 'no-sheet', sheet: '无' });
  expect(await makeNextYear(file, null, { clearsTargets: false })).toEqual({ kind: 'no-form', sheet: null });
});
