/** @jest-environment jsdom */
import '../../workbench/host/jsdomGaps';
import { openXlsx } from '../../../src/workbook/xlsxFile';
import { openBook } from '../../../src/workbench/book/openBook';
import { recalculate } from '../../../src/app/recalculate';
import type { FileProblem } from '../../../src/cli/recalculateFile';
import { sayProblem } from '../../../src/cli/wording';
import { speak } from '../../../src/locales/sentences';
import { opened } from '../opened';
import { DOORS } from './doors';
import { formCells, formula, hostileBook, number, SHEET, STYLE, text } from './hostileForm';
import { testLines } from './hostileLines';
import { PLAIN, runHostile } from './hostileRun';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const PICTURE = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1, 2, 250]);

/** Rules that read cells we write, in the newer list as well. */
const THEIR_FORMATS =
  '<conditionalFormatting sqref="H8:H12 A1"><cfRule type="cellIs" dxfId="0" priority="7" operator="lessThan"><formula>60</formula></cfRule>' +
  '<cfRule type="expression" priority="2" stopIfTrue="1"><formula>$H8="ziping"</formula></cfRule></conditionalFormatting>' +
  '<conditionalFormatting sqref="G8:G11"><cfRule type="dataBar" priority="1"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar></cfRule></conditionalFormatting>';
const THEIR_VALIDATIONS =
  '<dataValidations count="2"><dataValidation type="decimal" operator="between" allowBlank="1" showErrorMessage="1" error="分值不对" sqref="H8:H11"><formula1>0</formula1><formula2>5</formula2></dataValidation>' +
  '<dataValidation type="list" sqref="I8:I11"><formula1>"是,否"</formula1></dataValidation></dataValidations>';
const NEWER_LIST =
  '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings><x14:conditionalFormatting>' +
  '<x14:cfRule type="dataBar" id="{1}" priority="9"><x14:dataBar minLength="0" maxLength="100"><x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/></x14:dataBar></x14:cfRule><xm:sqref>F8:F11</xm:sqref>' +
  '</x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>';

const TABLE =
  `<table xmlns="${MAIN}" id="1" name="指标表" displayName="指标表" ref="D7:H12" totalsRowCount="1"><autoFilter ref="D7:H11"/>` +
  '<tableColumns count="5"><tableColumn id="1" name="三级指标"/><tableColumn id="2" name="年度指标值"/><tableColumn id="3" name="实际完成值"/>' +
  '<tableColumn id="4" name="分值"/><tableColumn id="5" name="得分" totalsRowFunction="sum"/></tableColumns><tableStyleInfo name="TableStyleMedium2" showRowStripes="1"/></table>';

const COMMENTS = `${HEAD}<comments xmlns="${MAIN}"><authors><author>财政所</author></authors><commentList><comment ref="H12" authorId="0"><text><r><t>请核对 &lt;总分&gt;</t></r></text></comment></commentList></comments>`;
const NOTE_SHAPES =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="_x0000_s1025" type="#_x0000_t202"></v:shape></xml>';

testLines({
  'a filter that hides a row': {
    book: {
      before: '<sheetPr filterMode="1"/>',
      rows: { 9: ' hidden="1"' },
      after:
        '<autoFilter ref="A7:I11"><filterColumn colId="3"><filters><filter val="养护里程"/></filters></filterColumn></autoFilter>',
      package: {
        afterSheets: `<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${SHEET}!$A$7:$I$11</definedName></definedNames>`,
      },
    },
  },
  'rows and columns that are grouped and folded': {
    book: {
      before:
        '<sheetFormatPr defaultRowHeight="15" outlineLevelRow="1" outlineLevelCol="1"/><cols><col min="3" max="3" width="9" hidden="1" outlineLevel="1"/></cols>',
      rows: { 10: ' outlineLevel="1" hidden="1"', 11: ' collapsed="1"' },
    },
  },
  'a table with its own total row': {
    book: {
      after: '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
      links: { rId1: ['table', '../tables/table1.xml'] },
      cells: { H12: formula('SUBTOTAL(109,指标表[得分])', 58) },
      package: { parts: { 'xl/tables/table1.xml': TABLE } },
    },
    writes: { H12: null },
  },
  'frozen panes and views of several people': {
    book: {
      before:
        '<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane xSplit="1" ySplit="7" topLeftCell="B8" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="H8" sqref="H8"/></sheetView></sheetViews>',
      after:
        '<customSheetViews><customSheetView guid="{00000000-0000-0000-0000-000000000001}" scale="85"><pane ySplit="7" state="frozen"/></customSheetView></customSheetViews>',
    },
  },
  'conditional formats and validations of the user': {
    book: { after: `${THEIR_FORMATS}${THEIR_VALIDATIONS}${NEWER_LIST}` },
  },
  'everything that can stand behind the cells, in its order': {
    book: {
      before:
        '<sheetPr codeName="Sheet1"><tabColor rgb="FFFF0000"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:I13"/>',
      after:
        '<sheetCalcPr fullCalcOnLoad="0"/><scenarios><scenario name="甲" count="1"><inputCells r="H10" val="30"/></scenario></scenarios>' +
        '<sortState ref="A8:I11"><sortCondition ref="G8:G11"/></sortState><dataConsolidate/><mergeCells count="1"><mergeCell ref="A1:I1"/></mergeCells>' +
        '<phoneticPr fontId="0" type="noConversion"/><hyperlinks><hyperlink ref="A13" location="自评表!A1" display="x"/></hyperlinks>' +
        '<printOptions horizontalCentered="1"/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>' +
        '<pageSetup paperSize="9" orientation="landscape"/><headerFooter><oddFooter>&amp;P / &amp;N</oddFooter></headerFooter>' +
        '<rowBreaks count="1" manualBreakCount="1"><brk id="6" max="16383" man="1"/></rowBreaks><cellWatches><cellWatch r="H12"/></cellWatches>' +
        '<ignoredErrors><ignoredError sqref="H8:H12" numberStoredAsText="1"/></ignoredErrors><smartTags><cellSmartTags r="A1"/></smartTags>',
    },
  },
  'comments, notes and discussions': {
    book: {
      after: '<legacyDrawing r:id="rId2"/>',
      links: {
        rId1: ['comments', '../comments1.xml'],
        rId2: ['vmlDrawing', '../drawings/vmlDrawing1.vml'],
        rId3: ['threadedComment', '../threadedComments/threadedComment1.xml'],
      },
      package: {
        parts: {
          'xl/comments1.xml': COMMENTS,
          'xl/drawings/vmlDrawing1.vml': NOTE_SHAPES,
          'xl/threadedComments/threadedComment1.xml':
            '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="H12" dT="2024-01-02T03:04:05.00" personId="{1}" id="{2}"><text>ziping</text></threadedComment></ThreadedComments>',
          'xl/persons/person.xml':
            '<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"/>',
        },
      },
    },
  },
  'a chart of the scores, pictures and a background': {
    book: {
      after: '<drawing r:id="rId1"/><legacyDrawingHF r:id="rId2"/><picture r:id="rId3"/>',
      links: {
        rId1: ['drawing', '../drawings/drawing1.xml'],
        rId2: ['vmlDrawing', '../drawings/vmlDrawing2.vml'],
        rId3: ['image', '../media/image2.png'],
      },
      package: {
        parts: {
          'xl/drawings/drawing1.xml': `${HEAD}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main"><xdr:twoCellAnchor><xdr:from><xdr:col>9</xdr:col></xdr:from></xdr:twoCellAnchor></xdr:wsDr>`,
          'xl/drawings/_rels/drawing1.xml.rels':
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart" Target="../charts/chart1.xml"/></Relationships>',
          'xl/drawings/vmlDrawing2.vml': NOTE_SHAPES,
          'xl/charts/chart1.xml': `<c:chartSpace xmlns:c="${DRAWING}/chart"><c:chart><c:plotArea><c:barChart><c:ser><c:val><c:numRef><c:f>${SHEET}!$H$8:$H$11</c:f><c:numCache><c:pt idx="1"><c:v>18</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>`,
          'xl/charts/style1.xml':
            '<cs:chartStyle xmlns:cs="http://schemas.microsoft.com/office/drawing/2012/chartStyle" id="201"/>',
          'xl/media/image1.png': PICTURE,
          'xl/media/image2.png': PICTURE,
        },
      },
    },
  },
  'embedded objects and form controls': {
    book: {
      after:
        '<oleObjects><oleObject progId="Word.Document.12" shapeId="1025" r:id="rId1"/></oleObjects><controls><control shapeId="1026" r:id="rId2" name="按钮 1"/></controls>',
      links: {
        rId1: ['package', '../embeddings/Microsoft_Word_Document.docx'],
        rId2: ['ctrlProp', '../ctrlProps/ctrlProp1.xml'],
      },
      package: {
        parts: {
          'xl/embeddings/Microsoft_Word_Document.docx': PICTURE,
          'xl/ctrlProps/ctrlProp1.xml':
            '<formControlPr xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" objectType="Button"/>',
          'xl/printerSettings/printerSettings1.bin': PICTURE,
        },
      },
    },
  },
  'links to other workbooks': {
    book: {
      cells: { K9: formula('[1]Sheet1!$B$2', 7), K10: formula('VLOOKUP(A1,[1]Sheet1!A:B,2,0)', 3) },
      package: {
        afterSheets:
          '<externalReferences><externalReference xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rIdX"/></externalReferences>',
        parts: {
          'xl/externalLinks/externalLink1.xml': `<externalLink xmlns="${MAIN}"><externalBook><sheetNames><sheetName val="Sheet1"/></sheetNames></externalBook></externalLink>`,
          'xl/externalLinks/_rels/externalLink1.xml.rels':
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath" Target="file:///D:/%E5%B9%B4.xlsx" TargetMode="External"/></Relationships>',
        },
      },
    },
    holds: { K9: '7', K10: '3' },
  },
  'pivot tables, connections, slicers and the data of other add-ins': {
    book: {
      links: { rId1: ['pivotTable', '../pivotTables/pivotTable1.xml'] },
      package: {
        parts: {
          'xl/pivotTables/pivotTable1.xml': `<pivotTableDefinition xmlns="${MAIN}" name="透视表" cacheId="1"/>`,
          'xl/pivotCache/pivotCacheDefinition1.xml': `<pivotCacheDefinition xmlns="${MAIN}"><cacheSource type="worksheet"><worksheetSource ref="A7:I11" sheet="${SHEET}"/></cacheSource></pivotCacheDefinition>`,
          'xl/connections.xml': `<connections xmlns="${MAIN}"/>`,
          'xl/slicers/slicer1.xml':
            '<slicers xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"/>',
          'xl/webextensions/taskpanes.xml':
            '<wetp:taskpanes xmlns:wetp="http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11"/>',
          'customXml/item1.xml': '<other xmlns="urn:other">ziping</other>',
        },
      },
    },
  },
  'a very hidden and a hidden sheet with forms of their own': {
    book: {
      sheets: { 深藏: formCells({ H12: number(97.5) }), 隐藏: formCells() },
      package: { states: { 深藏: 'veryHidden', 隐藏: 'hidden' } },
    },
    writes: {
      '深藏!H5': '95.00%',
      '深藏!I5': '9.5',
      '深藏!H8': '30',
      '隐藏!H5': '95.00%',
      '隐藏!I5': '9.5',
      '隐藏!H8': '30',
      '隐藏!H12': '97.5',
    },
  },
  'sheets named like what we add': {
    book: {
      sheets: {
        绩效自评总览: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>',
        汇总: formCells({
          H12: number(97.5),
          I5: number(9.5),
          H8: number(30),
          H5: number(0.95, STYLE.percent),
        }),
        ziping: '<sheetData/>',
      },
    },
  },
  'texts that look like marks and settings of ours': {
    book: {
      cells: { K1: text('ziping:score:30'), K2: text('N("ziping:error")=0'), K3: text('__proto__') },
      package: {
        afterSheets:
          '<definedNames><definedName name="ziping">"ziping:error"</definedName><definedName name="constructor">自评表!$A$1</definedName></definedNames>',
      },
    },
  },
});

const sentence = (problem: FileProblem): string =>
  sayProblem({ file: 'a.xlsx', problem, output: null, sheets: [], unusable: [] }, speak('zh-CN'));

describe('macros', () => {
  const withMacros = (workbookType?: string): Uint8Array =>
    hostileBook({
      package: {
        ...(workbookType === undefined ? {} : { workbookType }),
        parts: { 'xl/vbaProject.bin': PICTURE },
      },
    });

  test.each([
    ['under its own type', withMacros('application/vnd.ms-excel.sheet.macroEnabled.main+xml')],
    ['under the type of a workbook without', withMacros()],
  ])('are left to Excel: a file that carries them %s is refused as such', (_, bytes) => {
    for (const result of [openXlsx(bytes, 'a.xlsx'), openBook(bytes, 'a.xlsx')]) {
      expect(result).toMatchObject({ ok: false, error: { code: 'not-xlsx', detail: { kind: 'xlsm' } } });
    }
    expect(sentence({ code: 'not-xlsx', detail: { kind: 'xlsm' } })).toMatch(/宏.*另存为/);
  });

  test.each(DOORS)('of the fourth generation are sheets that nobody reads: %s', async (_, open) => {
    const bytes = hostileBook({
      sheets: { 宏表: '<sheetData/>' },
      package: {
        parts: {
          'xl/macrosheets/sheet1.xml': `<xm:macrosheet xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"/>`,
          'xl/_rels/workbook.xml.rels':
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
            '<Relationship Id="s1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>' +
            '<Relationship Id="s2" Type="http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet" Target="macrosheets/sheet1.xml"/>' +
            '<Relationship Id="sty" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
        },
      },
    });
    const { sheets } = await open(bytes).workbook.read(null);
    expect(sheets.map(({ grid }) => grid.sheet)).toEqual([SHEET]);
    await runHostile(open, bytes);
  });
});

test('a signed workbook is checked, and a sentence says why it is not written', async () => {
  const bytes = hostileBook({ package: { parts: { '_xmlsignatures/sig1.xml': '<Signature/>' } } });
  const file = opened(bytes);
  await expect(recalculate(file, PLAIN)).rejects.toMatchObject({ refusal: { kind: 'signed' } });
  expect(Buffer.compare(file.bytes(), bytes)).toBe(0);
  expect(sentence({ code: 'not-saved', detail: { kind: 'signed', output: 'b.xlsx' } })).toContain('签名');
});
