/** @jest-environment jsdom */
import { DOORS } from './doors';
import {
  blank,
  failure,
  hostileBook,
  number,
  STYLE,
  text,
  USUAL_WRITES,
  type HostileBook,
} from './hostileForm';
import { codesOf, runHostile, storedCell, type Writes } from './hostileRun';

/** What is written, null for nothing. */
type Expected = Readonly<Record<string, string | null>>;

interface Line {
  readonly book: HostileBook;
  /** What is written otherwise than usual; null for what is not. */
  readonly writes?: Expected;
  readonly locked?: Writes;
  /** Findings that there must be. */
  readonly finds?: readonly string[];
  /** Cells that must be stored so afterwards. */
  readonly holds?: Readonly<Record<string, string>>;
}

const NOTHING = { H5: null, I5: null, H8: null, H12: null };
const PROTECTED = '<sheetProtection sheet="1" objects="1" scenarios="1"/>';
const OPEN_SCORES = { H5: number(0.9, STYLE.openPercent), I5: blank(STYLE.open), H8: blank(STYLE.open) };

const LINES: Readonly<Record<string, Line>> = {
  'nothing hostile at all': { book: {} },

  'a protected sheet with all cells locked': {
    book: { after: PROTECTED },
    writes: NOTHING,
    locked: { ...USUAL_WRITES, H12: '58' },
  },
  'a protected sheet whose score cells are open, its total locked': {
    book: { after: PROTECTED, cells: OPEN_SCORES },
    writes: { H12: null },
    locked: { H12: '97.5' },
  },
  'a protected sheet that is open where something is written': {
    book: { after: PROTECTED, cells: { ...OPEN_SCORES, H12: number(90, STYLE.open) } },
  },
  'a protected sheet whose open cells have no element, only columns that are open': {
    book: {
      before: `<cols><col min="8" max="9" width="12" style="${STYLE.open}"/></cols>`,
      after: PROTECTED,
      cells: { H5: number(0.9, STYLE.openPercent), I5: null, H8: null, H12: number(90, STYLE.open) },
    },
  },
  'a protected sheet on which formats may be changed': {
    book: { after: '<sheetProtection sheet="1" formatCells="0"/>' },
    writes: NOTHING,
    locked: { ...USUAL_WRITES, H12: '58' },
  },
  'a sheet protected by a password': {
    book: {
      after:
        '<sheetProtection algorithmName="SHA-512" hashValue="aGFzaA==" saltValue="c2FsdA==" spinCount="100000" sheet="1"/>',
    },
    writes: NOTHING,
    locked: { ...USUAL_WRITES, H12: '58' },
  },
  'open ranges on a protected sheet': {
    book: {
      after: `${PROTECTED}<protectedRanges><protectedRange password="CC1A" sqref="H8:H11" name="得分"/></protectedRanges>`,
    },
    writes: NOTHING,
    locked: { ...USUAL_WRITES, H12: '58' },
  },
  'a text number in an open cell of a protected sheet': {
    book: {
      after: PROTECTED,
      cells: { ...OPEN_SCORES, H12: text('90', STYLE.openText) },
    },
    holds: { H12: '97.5' },
  },
  'a protected structure': {
    book: {
      package: { beforeSheets: '<workbookProtection workbookPassword="CC1A" lockStructure="1"/>' },
    },
  },

  'error values in an actual, a score and the total': {
    book: { cells: { F8: failure('#DIV/0!'), H9: failure('#REF!'), H12: failure('#VALUE!') } },
    writes: { H8: null, H12: '49.5' },
    finds: ['error-value'],
  },
};

describe.each(DOORS)('%s', (_, open) => {
  test.each(Object.keys(LINES))('%s', async (name) => {
    const line = LINES[name];
    if (!line) throw new Error(name);
    const ran = await runHostile(open, hostileBook(line.book));
    const expected: Expected = { ...USUAL_WRITES, ...line.writes };
    expect(ran.writes).toEqual(Object.fromEntries(Object.entries(expected).filter(([, to]) => to !== null)));
    expect(ran.locked).toEqual(line.locked ?? {});
    expect(codesOf(ran.sheets)).toEqual(expect.arrayContaining([...(line.finds ?? [])]));
    for (const [cell, content] of Object.entries(line.holds ?? {})) {
      expect(storedCell(ran.bytes, cell)?.text).toBe(content);
    }
  });
});
