/**
 * @jest-environment jsdom
 *
 * The promises about writing, one by one, kept through both doors: in a file, and in Excel (genuine Office.js on the embedded host). What stands in
 * the workbook is read by a reader that shares no code with ours.
 */
import { acceptScores, type AcceptRequest } from '../../src/app/accept';
import { calculateWorkbook } from '../../src/app/calculateWorkbook';
import { changeOptions } from '../../src/app/changeOptions';
import { readChoices, NO_DEFAULTS } from '../../src/app/choices/choices';
import { planClearing } from '../../src/app/clearMarks';
import type { Recalculation } from '../../src/app/formResult';
import { recalculate } from '../../src/app/recalculate';
import type { EntryValue } from '../../src/engine/entry';
import { DOORS, type OpenDoor } from '../workbook/contract/doors';
import {
  blank,
  formula,
  hostileBook,
  number,
  SHEET,
  STYLE,
  text,
  type CellXml,
} from '../workbook/contract/hostileForm';
import { PLAIN, storedCell } from '../workbook/contract/hostileRun';
import { textParts } from '../workbook/xlsxPackage';

type Cells = Readonly<Record<string, CellXml | null>>;

/** Row 8 earns 30 and is blank; row 9 was given 18 of 20 by hand; with 9.5 for the execution the form adds up to 97.5. */
const USUAL: Cells = { H12: number(97.5), I5: number(9.5), H5: number(0.95, STYLE.percent) };
const form = (cells: Cells = {}): Uint8Array => hostileBook({ cells: { ...USUAL, ...cells } });

/** "97.5" for a number or a text, "" for a blank cell. */
const stands = (door: OpenDoor, cell: string): string => storedCell(door.bytes(), cell)?.text ?? '';
const numberIn = (door: OpenDoor, cell: string): number => Number(stands(door, cell));

/** What a person types. */
async function type(door: OpenDoor, values: Readonly<Record<string, EntryValue>>): Promise<void> {
  const [sheet] = (await door.workbook.read([SHEET])).sheets;
  const writes = Object.entries(values).map(([cell, value]) => ({
    cell,
    value,
    from: '',
    to: '',
    before: null,
  }));
  await door.workbook.apply([{ sheet: SHEET, writes, marks: sheet?.marks ?? [] }]);
}

const press = (door: OpenDoor): Promise<Recalculation> => recalculate(door.workbook, PLAIN);

async function accept(door: OpenDoor, request: AcceptRequest): Promise<void> {
  const snapshot = await door.workbook.read(null);
  const edits = acceptScores(calculateWorkbook(snapshot, PLAIN).sheets, request);
  if (!edits.ok) throw new Error(edits.problem.code);
  await door.workbook.apply(calculateWorkbook(snapshot, PLAIN, edits.result).plans);
}

const codes = ({ sheets }: Recalculation): readonly string[] =>
  sheets.flatMap(({ forms }) => forms.flatMap(({ findings }) => findings.map(({ code }) => code)));

/** Scores that differ from what the rules give: above, below, above the weight. */
const TYPED: Cells = { H8: number(21), F8: text('15公里'), H9: number(18), H10: number(28), H11: number(10) };

describe.each(DOORS)('%s', (_, open) => {
  describe('a blank score cell gets the computed score', () => {
    test.each([
      ['met', '32公里', '30'],
      ['missed by half', '15公里', '15'],
      ['missed by so much that the cents are rounded half up', '7.005公里', '7.01'],
    ])('%s', async (__, actual, score) => {
      const door = open(form({ F8: text(actual) }));
      await press(door);
      expect(stands(door, 'H8')).toBe(score);
    });

    test('also the execution score', async () => {
      const door = open(form({ I5: blank(), F5: number(91.5) }));
      await press(door);
      expect(stands(door, 'I5')).toBe('9.15');
    });

    test('and stays blank where nothing can be computed', async () => {
      const door = open(form({ E8: text('显著改善'), F8: text('有所改善') }));
      await press(door);
      expect(stands(door, 'H8')).toBe('');
    });
  });

  describe('a score that the add-in wrote earlier is brought up to date', () => {
    test('when the actual has changed, also after the workbook was saved and opened again', async () => {
      const first = open(form());
      await press(first);
      const door = open(first.bytes());
      await type(door, { F8: '20公里' });
      await press(door);
      expect([stands(door, 'H8'), stands(door, 'H12')]).toEqual(['20', '87.5']);
    });

    test('the execution score as well', async () => {
      const door = open(form({ I5: blank() }));
      await press(door);
      await type(door, { F5: 50 });
      await press(door);
      expect([stands(door, 'I5'), numberIn(door, 'H5'), stands(door, 'H12')]).toEqual(['5', 0.5, '93']);
    });

    test('but not once a person has typed over it', async () => {
      const door = open(form());
      await press(door);
      await type(door, { H8: 25, F8: '20公里' });
      await press(door);
      expect([stands(door, 'H8'), stands(door, 'H12')]).toEqual(['25', '92.5']);
    });
  });

  describe('a score that a person typed is never replaced', () => {
    test.each(['15公里', '32公里', '0公里', '待定'])('whatever the actual says: %s', async (actual) => {
      const door = open(form({ ...TYPED, F8: text(actual), H9: number(25) }));
      await press(door);
      await press(door);
      const scores = ['H8', 'H9', 'H10', 'H11'].map((cell) => stands(door, cell));
      expect(scores).toEqual(['21', '25', '28', '10']);
    });

    test.each<[string, CellXml]>([
      ['0', number(0)],
      ['as text', text('18 分')],
      ['in words', text('酌情给18')],
      ['a sign that it does not apply', text('—')],
    ])('however it is written: %s', async (__, score) => {
      const door = open(form({ H9: score }));
      const before = stands(door, 'H9');
      await press(door);
      expect(stands(door, 'H9')).toBe(before);
    });

    test('the same holds for the execution score', async () => {
      const door = open(form({ I5: number(7) }));
      await press(door);
      expect([stands(door, 'I5'), stands(door, 'H12')]).toEqual(['7', '95']);
    });

    test('unless the person accepts one', async () => {
      const door = open(form(TYPED));
      await accept(door, { kind: 'row', sheet: SHEET, row: 8 });
      const scores = ['H8', 'H9', 'H10', 'I5'].map((cell) => stands(door, cell));
      expect(scores).toEqual(['15', '18', '28', '9.5']);
      expect(stands(door, 'H12')).toBe('80.5');
    });

    test('or accepts the execution score', async () => {
      const door = open(form({ ...TYPED, I5: number(8) }));
      await accept(door, { kind: 'row', sheet: SHEET, row: 5 });
      expect(['I5', 'H8'].map((cell) => stands(door, cell))).toEqual(['9.5', '21']);
    });

    test('or accepts all of a kind', async () => {
      const door = open(form(TYPED));
      await accept(door, { kind: 'finding', code: 'score-below-rule', sheet: null });
      const scores = ['H8', 'H9', 'H10'].map((cell) => stands(door, cell));
      expect(scores).toEqual(['21', '20', '30']);
    });

    test('or has set that they are overwritten, for one run or for the workbook', async () => {
      const after = ['15', '20', '30', '10', '84.5'];
      const once = open(form(TYPED));
      await recalculate(once.workbook, { ...PLAIN, overwriteScores: true });
      const scores = ['H8', 'H9', 'H10', 'H11', 'H12'];
      expect(scores.map((cell) => stands(once, cell))).toEqual(after);
      const always = open(form(TYPED));
      const choices = readChoices((await always.workbook.read([])).settings, NO_DEFAULTS);
      await always.workbook.saveSettings(changeOptions(choices, { typedScores: 'overwrite' }));
      await press(always);
      expect(scores.map((cell) => stands(always, cell))).toEqual(after);
    });
  });

  test('taking points off although the target is met is no mistake', async () => {
    const door = open(form({ H8: number(30) }));
    const found = await press(door);
    expect(stands(door, 'H9')).toBe('18');
    const [sheet] = found.sheets;
    const atRow = sheet?.forms[0]?.findings.filter(({ row }) => row === 9) ?? [];
    expect(atRow.map(({ severity }) => severity).filter((severity) => severity !== 'info')).toEqual([]);
  });

  describe('derived numbers are brought up to date in the style of their cells', () => {
    test.each<[string, string, Cells, string, string]>([
      ['a total in points', 'H12', { H12: text('90分') }, 'inlineStr', '97.5分'],
      ['a total as text', 'H12', { H12: text('90', STYLE.text) }, 'inlineStr', '97.5'],
      ['a total as a number', 'H12', { H12: number(90, STYLE.points) }, '', '97.5'],
      ['a blank total', 'H12', { H12: blank() }, '', '97.5'],
      ['a blank total of text format', 'H12', { H12: blank(STYLE.text) }, 'inlineStr', '97.5'],
      ['a rate of percent format', 'H5', { H5: number(0.5, STYLE.percent) }, '', '0.95'],
      ['a rate as text', 'H5', { H5: text('50%') }, 'inlineStr', '95%'],
      ['a rate without a sign', 'H5', { H5: number(50) }, '', '95'],
      ['a blank rate', 'H5', { H5: blank(STYLE.percent) }, '', '0.95'],
    ])('%s', async (__, cell, cells, kind, content) => {
      const bytes = form(cells);
      const door = open(bytes);
      await press(door);
      const [before, after] = [storedCell(bytes, cell), storedCell(door.bytes(), cell)];
      expect(after).toEqual({ ...before, type: kind, text: content });
    });

    test('subtotals where the form has cells for them', async () => {
      const moved: Cells = {
        B10: text('小计'),
        C10: null,
        D10: null,
        E10: null,
        F10: null,
        G10: number(50),
        H10: number(40),
        G11: number(40),
        H11: number(36),
      };
      const door = open(form(moved));
      await press(door);
      // 30 + 18, and with 9.5 and 36 the total.
      expect(['H10', 'H12'].map((cell) => stands(door, cell))).toEqual(['48', '93.5']);
    });
  });

  describe('a formula is left alone', () => {
    test.each<[string, Cells, string, readonly string[]]>([
      ['in a score', { H9: formula('G9-3', 17) }, 'H9', []],
      ['in the total', { H8: number(30), H12: formula('SUM(H8:H10)', 78) }, 'H12', ['total-wrong']],
      ['in the rate', { H5: formula('F5/E5/2', 0.475, '', STYLE.percent) }, 'H5', ['rate-wrong']],
    ])('%s, and is a finding if it is wrong', async (__, cells, cell, findings) => {
      const bytes = form(cells);
      const door = open(bytes);
      const found = await press(door);
      expect(storedCell(door.bytes(), cell)).toEqual(storedCell(bytes, cell));
      expect(codes(found)).toEqual(expect.arrayContaining([...findings]));
    });

    test('and is no finding if it is right', async () => {
      const door = open(form({ H8: number(30), H12: formula('I5+SUM(H8:H11)', 97.5) }));
      expect(codes(await press(door))).not.toContain('total-wrong');
    });
  });

  test('the total is exactly the sum of the scores that stand on the sheet afterwards', async () => {
    // Numbers of the machine would make 20.229999999999997 of them.
    const cells = {
      I5: number(4.51),
      H8: number(6.49),
      H9: number(7.83),
      H10: text('1.02分'),
      H11: number(0.38),
    };
    const door = open(form({ ...cells, H12: number(90) }));
    await press(door);
    expect(stands(door, 'H12')).toBe('20.23');
  });

  describe('nothing else is touched', () => {
    test('neither target nor actual nor weight nor reason, and no format', async () => {
      const bytes = form({ I5: blank(STYLE.points), H8: blank(STYLE.points), H12: number(1, STYLE.points) });
      const door = open(bytes);
      await press(door);
      const cells = 'ABCDEFGHI'
        .split('')
        .flatMap((column) => Array.from({ length: 14 }, (__, row) => `${column}${row + 1}`));
      const after = door.bytes();
      const changed = cells.filter(
        (cell) => JSON.stringify(storedCell(bytes, cell)) !== JSON.stringify(storedCell(after, cell)),
      );
      expect(changed.sort()).toEqual(['H12', 'H8', 'I5']);
      const style = (file: Uint8Array, cell: string): string => storedCell(file, cell)?.style ?? '';
      expect(changed.map((cell) => style(after, cell))).toEqual(changed.map((cell) => style(bytes, cell)));
      const lists = (file: Uint8Array): string =>
        (textParts(file)['xl/styles.xml'] ?? '').replace(/<dxfs[\s\S]*<\/dxfs>/, '');
      expect(lists(after)).toBe(lists(bytes));
    });
  });

  describe('highlights are conditional formats of our own', () => {
    const THEIRS =
      '<conditionalFormatting sqref="H8:H12"><cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>6</formula></cfRule></conditionalFormatting>';
    const marked = hostileBook({ cells: { ...USUAL, H9: number(25) }, after: THEIRS });
    const rules = (door: OpenDoor): readonly string[] =>
      (textParts(door.bytes())['xl/worksheets/sheet1.xml'] ?? '').match(/<cfRule[\s\S]*?<\/cfRule>/g) ?? [];

    test('recognisable by their label, on the row that is wrong', async () => {
      const door = open(marked);
      await press(door);
      const ours = rules(door).filter((rule) => rule.includes('ziping:'));
      expect(ours.some((rule) => rule.includes('ziping:error') && rule.includes('$D$9:$I$9'))).toBe(true);
      expect(rules(door)).toHaveLength(ours.length + 1);
    });

    test('removable without a trace', async () => {
      const before = textParts(marked)['xl/worksheets/sheet1.xml'];
      const door = open(marked);
      await press(door);
      await door.workbook.apply(planClearing(await door.workbook.read(null)).plans);
      await type(door, { H8: null, H12: 97.5 });
      const after = textParts(door.bytes())['xl/worksheets/sheet1.xml'];
      expect(after?.replace('<c r="H8" s="0"></c>', '<c r="H8" s="0"/>')).toBe(before);
    });
  });

  test.each<[string, Cells]>([
    ['that is filled', {}],
    ['with everything wrong', { ...TYPED, H5: number(0.1, STYLE.percent), H12: text('1分'), I5: number(99) }],
    ['with blanks only', { H9: null, H10: null, H11: null, I5: null, H12: null }],
  ])('recalculating a form %s twice changes nothing the second time', async (__, cells) => {
    const door = open(form(cells));
    await press(door);
    const once = door.bytes();
    const second = await press(door);
    expect(second.undo).toEqual([]);
    expect(Buffer.compare(door.bytes(), once)).toBe(0);
  });
});
