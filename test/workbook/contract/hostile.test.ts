/** @jest-environment jsdom */
import { blank, number, STYLE, text, USUAL_WRITES } from './hostileForm';
import { NOTHING, testLines } from './hostileLines';

const PROTECTED = '<sheetProtection sheet="1" objects="1" scenarios="1"/>';
const OPEN_SCORES = { H5: number(0.9, STYLE.openPercent), I5: blank(STYLE.open), H8: blank(STYLE.open) };
/** What would be written if the cells were not locked: the total of the scores that stand. */
const ALL_LOCKED = { ...USUAL_WRITES, H12: '58' };

testLines({
  'nothing hostile at all': { book: {} },

  'a protected sheet with all cells locked': {
    book: { after: PROTECTED },
    writes: NOTHING,
    locked: ALL_LOCKED,
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
  'a protected sheet whose open cell has no element, only a row that is open': {
    book: {
      after: PROTECTED,
      rows: { 8: ` s="${STYLE.open}" customFormat="1"` },
      cells: { ...OPEN_SCORES, H8: null, H12: number(90, STYLE.open) },
    },
  },
  'a protected sheet on which formats may be changed': {
    book: { after: '<sheetProtection sheet="1" formatCells="0"/>' },
    writes: NOTHING,
    locked: ALL_LOCKED,
  },
  'a sheet protected by a password': {
    book: {
      after:
        '<sheetProtection algorithmName="SHA-512" hashValue="aGFzaA==" saltValue="c2FsdA==" spinCount="100000" sheet="1"/>',
    },
    writes: NOTHING,
    locked: ALL_LOCKED,
  },
  'ranges of a protected sheet that are open to some people': {
    book: {
      after: `${PROTECTED}<protectedRanges><protectedRange password="CC1A" sqref="H8:H11" name="得分"/></protectedRanges>`,
    },
    writes: NOTHING,
    locked: ALL_LOCKED,
  },
  'locked cells on a sheet that is not protected': {
    book: { after: '<sheetProtection objects="1" scenarios="1"/>' },
  },
  'a text number in an open cell of a protected sheet': {
    book: { after: PROTECTED, cells: { ...OPEN_SCORES, H12: text('90', STYLE.openText) } },
    holds: { H12: '97.5' },
  },
  'a total with its unit in an open cell of a protected sheet': {
    book: { after: PROTECTED, cells: { ...OPEN_SCORES, H12: text('90分', STYLE.open) } },
    writes: { H12: '97.5分' },
  },
  'a protected structure': {
    book: {
      package: { beforeSheets: '<workbookProtection workbookPassword="CC1A" lockStructure="1"/>' },
    },
  },
  'protection of the workbook against everything at once': {
    book: {
      after: PROTECTED,
      package: {
        beforeSheets:
          '<fileSharing readOnlyRecommended="1" userName="财政所"/><workbookProtection lockStructure="1" lockWindows="1"/>',
      },
    },
    writes: NOTHING,
    locked: ALL_LOCKED,
  },
});
