/** @jest-environment jsdom */
import { DOORS } from './doors';
import { blank, failure, formula, hostileBook, number, STYLE, text, USUAL_WRITES } from './hostileForm';
import { testLines } from './hostileLines';
import { runHostile } from './hostileRun';

/** Days between the serials of both date systems. */
const SHIFT = 1462;
/** 2020-11-15 and 2021-01-15. */
const [IN_TIME, LATE] = [44150, 44211];
const BY_DATE = { D9: text('完工时间'), E9: text('2020年12月31日前'), H9: blank() };

const METADATA =
  '<metadata xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray">' +
  '<metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" cellMeta="1"/></metadataTypes>' +
  '<futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata>' +
  '<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>';

testLines({
  'error values in an actual, a score and the total': {
    book: { cells: { F8: failure('#DIV/0!'), H9: failure('#REF!'), H12: failure('#VALUE!') } },
    writes: { H8: null, H12: '49.5' },
    finds: ['error-value'],
  },
  'an error value as the weight and as the budget': {
    book: { cells: { G8: failure('#N/A'), E5: failure('#NAME?'), F5: failure('#NULL!') } },
    writes: { H5: null, I5: null, H8: null, H12: '58' },
    finds: ['error-value'],
  },

  'a date that was kept, as a serial': {
    book: { cells: { ...BY_DATE, F9: number(IN_TIME, STYLE.day) } },
    writes: { H9: '20', H12: '99.5' },
  },
  'a date that was missed, as a serial': {
    book: { cells: { ...BY_DATE, F9: number(LATE, STYLE.day) } },
    writes: { H12: '79.5' },
  },
  'a date that was kept, in the system of 1904': {
    book: {
      cells: { ...BY_DATE, F9: number(IN_TIME - SHIFT, STYLE.day) },
      package: { beforeSheets: '<workbookPr date1904="1"/>' },
    },
    writes: { H9: '20', H12: '99.5' },
  },
  'a date that was missed, in the system of 1904': {
    book: {
      cells: { ...BY_DATE, F9: number(LATE - SHIFT, STYLE.date) },
      package: { beforeSheets: '<workbookPr date1904="1"/>' },
    },
    writes: { H12: '79.5' },
  },
  'a score that a date format shows as a day': {
    book: { cells: { H10: number(30, STYLE.day), H12: number(90, STYLE.day) } },
    // A day is no score; a total that would be shown as one is written as a text.
    writes: { H12: '67.5' },
    finds: ['unreadable-number'],
  },

  'scores, weights and the total as text numbers': {
    book: {
      cells: {
        G8: text('30', STYLE.text),
        G9: text('２０'),
        H9: text('18', STYLE.text),
        H10: text(' 30 '),
        H12: text('90', STYLE.text),
      },
    },
    holds: { H12: '97.5' },
  },
  'a total with its unit': {
    book: { cells: { H12: text('90分'), H9: text('18 分') } },
    writes: { H12: '97.5分' },
  },
  'a total with its unit in the format': {
    book: { cells: { H12: number(90, STYLE.points) } },
  },
  'blank scores of text format': {
    book: { cells: { I5: blank(STYLE.text), H8: blank(STYLE.text) } },
    holds: { I5: '9.5', H8: '30' },
  },

  'points to be taken off, typed scores overwritten': {
    book: { cells: { G10: number(-5), H10: number(-3), G5: number(-10), I5: number(-2) } },
    overwrites: true,
    // 30 + 20 − 3 + 10 − 2: what has no points to earn keeps what was typed.
    writes: { I5: null, H9: '20', H12: '55' },
  },

  'formulas in the score cells': {
    book: {
      cells: {
        I5: formula('ROUND(G5*F5/E5,2)', 9.5),
        H8: formula('G8', 30),
        H9: formula('G9-2', 18),
      },
    },
    writes: { I5: null, H8: null },
    findsNot: ['score-missing'],
  },
  'a formula as the total, which follows what is written': {
    rounds: 2,
    book: { cells: { H12: formula('I5+SUM(H8:H11)', 58) } },
    writes: { H12: null },
    holds: { H12: '97.5' },
  },
  'a formula as the total that leaves a row out': {
    book: { cells: { H12: formula('SUM(H8:H10)', 48) } },
    writes: { H12: null },
    finds: ['total-wrong'],
    holds: { H12: '78' },
  },
  'a formula as the total that nobody can work out': {
    book: { cells: { H12: formula('[1]汇总!$B$2+WEBSERVICE(&quot;x&quot;)', 90) } },
    writes: { H12: null },
    finds: ['total-wrong'],
    holds: { H12: '90' },
  },
  'a formula as the execution rate that fails': {
    book: {
      cells: { H5: (at) => `<c r="${at}" s="1" t="e"><f>F5/0</f><v>#DIV/0!</v></c>` },
    },
    writes: { H5: null },
    finds: ['error-value'],
  },
  'formulas shared between score cells': {
    book: {
      cells: {
        H8: formula('G8*1', 30, ' t="shared" ref="H8:H11" si="0"'),
        H9: formula('', 20, ' t="shared" si="0"'),
        H10: formula('', 30, ' t="shared" si="0"'),
        H11: formula('', 10, ' t="shared" si="0"'),
      },
    },
    writes: { H8: null, H12: '99.5' },
  },
  'an array formula over the score cells': {
    book: {
      cells: {
        H8: formula('G8:G11*1', 30, ' t="array" ref="H8:H11"'),
        H9: number(20),
        H10: number(30),
        H11: number(10),
      },
    },
    writes: { H8: null, H12: '99.5' },
  },
  'an array formula as the total': {
    rounds: 2,
    book: { cells: { H12: formula('I5+SUM(H8:H11*1)', 58, ' t="array" ref="H12"') } },
    writes: { H12: null },
  },
  'a dynamic array that spills over the score cells': {
    book: {
      cells: {
        H8: (at) => `<c r="${at}" cm="1"><f t="array" ref="H8:H11">G8:G11</f><v>30</v></c>`,
        H9: number(20),
        H10: number(30),
        H11: number(10),
      },
      package: { parts: { 'xl/metadata.xml': METADATA } },
    },
    writes: { H8: null, H12: '99.5' },
  },
  'a spill beside the form': {
    book: {
      cells: {
        K1: (at) => `<c r="${at}" cm="1"><f t="array" ref="K1:K3">_xlfn.SEQUENCE(3)</f><v>1</v></c>`,
        K2: number(2),
        K3: number(3),
      },
      package: { parts: { 'xl/metadata.xml': METADATA } },
    },
  },
  'a data table beside the form': {
    book: {
      cells: {
        K2: formula('', 1, ' t="dataTable" ref="K2:K3" dt2D="0" dtr="0" r1="G8"'),
        K3: number(2),
      },
    },
  },

  'a score that is merged over two columns, the second of which holds something that nobody sees': {
    book: {
      after: '<mergeCells count="1"><mergeCell ref="H8:I8"/></mergeCells>',
      cells: { I8: number(7) },
    },
  },
  'a score that is merged over two rows that share their points': {
    book: {
      after: '<mergeCells count="2"><mergeCell ref="H9:H10"/><mergeCell ref="G9:G10"/></mergeCells>',
      cells: { G9: number(50), G10: blank(), H9: number(48), H10: blank() },
    },
  },
  'scores merged over two columns': {
    book: {
      after: '<mergeCells count="2"><mergeCell ref="H8:I8"/><mergeCell ref="H12:I12"/></mergeCells>',
      cells: { I8: blank(), I12: blank() },
    },
  },
  'a total merged over two rows': {
    book: {
      after: '<mergeCells count="1"><mergeCell ref="H12:H13"/></mergeCells>',
      cells: { H13: blank() },
    },
  },
});

test.each(DOORS.slice(0, 1))(
  'where a score is merged over two rows with points of their own, a file gets nothing written that nobody sees: %s',
  async (_, open) => {
    // Excel is not asked for merged cells, since that takes a person's undo; what it does instead is in covered.test.ts.
    const bytes = hostileBook({
      after: '<mergeCells count="1"><mergeCell ref="H9:H10"/></mergeCells>',
      cells: { H9: number(48), H10: blank() },
    });
    const { writes } = await runHostile(open, bytes);
    expect(writes).toEqual(USUAL_WRITES);
  },
);
