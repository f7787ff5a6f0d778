/** The sheet of a summary: what our own reader makes of it, that nothing on it is an error, and that text stays text. */
import { calculateWorkbook } from '../../../src/app/calculateWorkbook';
import { formsToSummarise, summarise } from '../../../src/app/summarise';
import { TABLE_STYLES } from '../../../src/app/summary/scoreTable';
import type { Finding } from '../../../src/engine/finding';
import { drawDocument } from '../../../src/form/summary/drawDocument';
import type { Block, TextDocument } from '../../../src/form/summary/textDocument';
import { recogniseForms } from '../../../src/form/recognise';
import { newXlsx, type XlsxFile } from '../../../src/workbook/xlsxFile';
import { openFixture, PLAIN } from '../../app/openFixture';
import { gridOf } from '../../workbook/opened';

async function errorsIn(file: XlsxFile): Promise<readonly Finding[]> {
  const { sheets } = calculateWorkbook(await file.read(null), PLAIN);
  return sheets.flatMap(({ forms }) =>
    forms.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error')),
  );
}

const FILES = [
  'baoxie-2022-department.xlsx',
  'wuchang-2020-department.xlsx',
  'hemenkou-2020-projects-a.xlsx',
];
const cases = FILES.flatMap((file) => TABLE_STYLES.map((style) => [file, style] as const));

test.each(cases)(
  'the summary of a form in %s with a table by %s is read as its table of scores, and brings no error',
  async (name, style) => {
    const file = openFixture(name);
    const before = await errorsIn(file);
    const { sheets } = calculateWorkbook(await file.read(null), PLAIN);
    for (const place of formsToSummarise(sheets)) {
      const made = summarise(sheets, place, style);
      if (!made.ok) throw new Error(made.problem.code);
      const copy = openFixture(name);
      const added = await copy.addSheet(made.result.drawing);
      expect(added).toBe('自评结果摘要');
      expect(await errorsIn(copy)).toEqual(before);
      const { summary } = made.result;
      const grid = (await copy.read([added])).sheets[0]?.grid;
      const forms = grid ? recogniseForms(grid).forms : [];
      expect(forms).toMatchObject([{ kind: 'summary-table', year: summary.subject.year }]);
      expect(forms[0]?.title).toMatch(/得分情况表$/);
      const [table] = forms;
      if (table?.kind !== 'summary-table') throw new Error('no table');
      expect(table.total?.score.value).toEqual(summary.score.added);
      const lines = style === 'goals' ? summary.score.byGoal : summary.score.byLevel;
      expect(table.rows.map(({ score }) => score.value)).toEqual(lines.map(({ score }) => score));
      expect(table.rows.map(({ weight }) => weight.value)).toEqual(lines.map(({ weight }) => weight));
    }
  },
);

const HOSTILE = ['=1+1', '+86', '-5%', '@SUM(A1)', "'甲", '1:2', '5-8', '95%'];

function documentOf(...blocks: Block[]): TextDocument {
  return { parts: [{ title: '=TITLE()', blocks }] };
}

test('text that begins like a formula or reads like a number stands on the sheet as text', async () => {
  const column = { header: '=HEADER()', role: 'label', width: 1, decimals: 0 } as const;
  const rows = HOSTILE.map((text) => [{ text, value: null }]);
  const document = documentOf(
    ...HOSTILE.map((text): Block => ({ kind: 'heading', level: 1, text })),
    { kind: 'signature', lines: HOSTILE.map((text) => [{ kind: 'text', text }]) },
    {
      kind: 'table',
      caption: '=CAPTION()',
      columns: [column],
      rows,
      total: [{ text: '=TOTAL()', value: null }],
    },
  );
  const grid = await gridOf(newXlsx(drawDocument(document, '摘要')));
  const cells = grid.rows.flatMap((row) => row?.[0] ?? []).filter(({ text }) => text !== '');
  expect(cells.filter(({ formula }) => formula !== null)).toEqual([]);
  expect(cells.map(({ value }) => value)).toEqual([
    '=TITLE()',
    ...HOSTILE,
    ...HOSTILE,
    '=CAPTION()',
    '=HEADER()',
    ...HOSTILE,
    '=TOTAL()',
  ]);
});

test('a text that is too long for a row goes on in the next one, and nothing of it is lost', async () => {
  const text = '很长的原因。'.repeat(900);
  const drawing = drawDocument(documentOf({ kind: 'heading', level: 3, text }), '摘要');
  expect(Math.max(...drawing.rowHeights)).toBeLessThan(409);
  const grid = await gridOf(newXlsx(drawing));
  const shown = grid.rows.slice(1).flatMap((row) => row?.[0]?.text ?? []);
  expect(shown.length).toBeGreaterThan(1);
  expect(shown.join('')).toBe(text);
});

test('what a person still has to write is filled with colour, and the page is A4 upright', () => {
  const document = documentOf(
    { kind: 'paragraph', runs: [{ kind: 'text', text: '已写' }] },
    { kind: 'list', items: [[{ kind: 'blank', text: '【请填写：原因】' }]] },
  );
  const { cells, styles, print } = drawDocument(document, '摘要');
  const fillOf = (text: string): unknown =>
    cells.flatMap(({ value, style }) => (String(value).includes(text) ? styles[style]?.fill : []));
  expect(fillOf('已写')).toEqual([null]);
  expect(fillOf('（1）【请填写')).toEqual(['#FFF2CC']);
  expect(print).toMatchObject({ isLandscape: false, area: 'A1:A3' });
});
