import { openXlsx } from '../../src/workbook/xlsxFile';
import { cellAt, cellsOf, gridOf, opened } from './opened';
import { buildXlsx, MAIN, packageParts, zip } from './xlsxPackage';

const STYLES =
  '<numFmts count="1"><numFmt numFmtId="176" formatCode="0.00_ "/></numFmts>' +
  '<cellXfs><xf/><xf numFmtId="10"/><xf numFmtId="176"/><xf numFmtId="31"/>' +
  '<xf><protection locked="0"/></xf><xf numFmtId="2"/><xf numFmtId="20"/></cellXfs>';

function row(cells: string): string {
  return `<sheetData><row r="1">${cells}</row></sheetData>`;
}

describe('the value and text of a cell', () => {
  const cases: [string, string, unknown, string][] = [
    ['a shared string', '<c r="A1" t="s"><v>0</v></c>', '得分', '得分'],
    ['rich text without its phonetic hints', '<c r="A1" t="s"><v>1</v></c>', '年初目标值', '年初目标值'],
    ['an inline string', '<c r="A1" t="inlineStr"><is><t>自评</t></is></c>', '自评', '自评'],
    [
      'inline rich text',
      '<c r="A1" t="inlineStr"><is><r><t>自</t></r><r><t>评</t></r></is></c>',
      '自评',
      '自评',
    ],
    ['a formula text', '<c r="A1" t="str"><f>B1</f><v>好</v></c>', '好', '好'],
    ['true', '<c r="A1" t="b"><v>1</v></c>', true, 'TRUE'],
    ['false', '<c r="A1" t="b"><v>0</v></c>', false, 'FALSE'],
    ['an error', '<c r="A1" t="e"><v>#DIV/0!</v></c>', '#DIV/0!', '#DIV/0!'],
    ['an integer', '<c r="A1"><v>12</v></c>', 12, '12'],
    ['a number with all its digits', '<c r="A1"><v>0.30000000000000004</v></c>', 0.30000000000000004, '0.3'],
    ['an exponent', '<c r="A1"><v>1.5E3</v></c>', 1500, '1500'],
    ['a percentage', '<c r="A1" s="1"><v>0.95</v></c>', 0.95, '95.00%'],
    ['a custom format', '<c r="A1" s="2"><v>90.657</v></c>', 90.657, '90.66 '],
    ['a date', '<c r="A1" s="3"><v>44119</v></c>', 44119, '2020年10月15日'],
    ['an ISO date', '<c r="A1" s="3" t="d"><v>2020-10-15</v></c>', 44119, '2020年10月15日'],
    ['a text with entities', '<c r="A1" t="str"><v>&#x2265;&lt;95&amp;&#37;</v></c>', '≥<95&%', '≥<95&%'],
    [
      'a text with escapes',
      '<c r="A1" t="str"><v>a_x000D_b_x005F_x0041_</v></c>',
      'a\rb_x0041_',
      'a\rb_x0041_',
    ],
    ['a text in CDATA', '<c r="A1" t="str"><v><![CDATA[<5]]></v></c>', '<5', '<5'],
    ['a text with Windows line ends', '<c r="A1" t="inlineStr"><is><t>a\r\nb</t></is></c>', 'a\nb', 'a\nb'],
    [
      'spaces that are to be kept',
      '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>',
      ' a ',
      ' a ',
    ],
    ['spaces that are not', '<c r="A1" t="inlineStr"><is><t> a </t></is></c>', 'a', 'a'],
  ];
  test.each(cases)('%s', async (_, xml, value, text) => {
    const cell = await cellsOf({
      sheets: { S: row(xml) },
      styles: STYLES,
      sharedStrings:
        '<si><t>得分</t></si><si><r><t>年初</t></r><r><rPr><b/></rPr><t>目标值</t></r>' +
        '<rPh sb="0" eb="2"><t>nian</t></rPh></si>',
    });
    expect(cell('A1')).toMatchObject({ value, text });
  });
});

test('cells and rows without addresses follow each other', async () => {
  const cell = await cellsOf({
    sheets: {
      S: '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row></sheetData>',
    },
  });
  expect(['A1', 'B1', 'C5', 'D5', 'A6'].map((address) => cell(address)?.value)).toEqual([1, 2, 3, 4, 5]);
});

test('a sheet may use a namespace prefix, and the strict namespace', async () => {
  const prefixed = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
  const strict = prefixed.replace(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main');
  const file = opened(buildXlsx({ sheets: { 甲: prefixed, 乙: strict } }));
  const { sheets } = await file.read(null);
  expect(sheets.map(({ grid }) => cellAt(grid, 'A1')?.value)).toEqual([7, 7]);
});

test('elements of other namespaces are not cells', async () => {
  const cell = await cellsOf({
    sheets: {
      S: `<worksheet xmlns="${MAIN}" xmlns:y="urn:y"><sheetData><row r="1"><y:c r="A1"><y:v>1</y:v></y:c><c r="B1"><v>2</v><y:v>9</y:v></c></row></sheetData></worksheet>`,
    },
  });
  expect([cell('A1'), cell('B1')?.value]).toEqual([undefined, 2]);
});

test.each(['utf-16le', 'utf-16be'])(
  'a part may be written in %s with a byte order mark',
  async (encoding) => {
    const text = `\uFEFF<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="${MAIN}">${row('<c r="A1" t="str"><v>得分</v></c>')}</worksheet>`;
    const view = new DataView(new ArrayBuffer(text.length * 2));
    for (let index = 0; index < text.length; index += 1) {
      view.setUint16(index * 2, text.charCodeAt(index), encoding === 'utf-16le');
    }
    const bytes = new Uint8Array(view.buffer);
    const cell = await cellsOf({ sheets: { S: '' }, parts: { 'xl/worksheets/sheet1.xml': bytes } });
    expect(cell('A1')?.value).toBe('得分');
  },
);

test('relationship targets may start at the package, in any case, with escapes and backslashes', async () => {
  const parts = packageParts({ sheets: { S: row('<c r="A1"><v>1</v></c>') } });
  const rels = new TextDecoder().decode(parts['xl/_rels/workbook.xml.rels']);
  for (const target of [
    '/xl/worksheets/sheet1.xml',
    'Worksheets/Sheet1.XML',
    './../xl/worksheets/sheet%31.xml',
    '\\xl\\worksheets\\sheet1.xml',
  ]) {
    const changed = rels.replace('worksheets/sheet1.xml', target);
    const bytes = zip({ ...parts, 'xl/_rels/workbook.xml.rels': new TextEncoder().encode(changed) });
    expect(cellAt(await gridOf(opened(bytes)), 'A1')?.value).toBe(1);
  }
});

describe('formulas', () => {
  test('a plain formula is read with its result', async () => {
    const cell = await cellsOf({ sheets: { S: row('<c r="A1"><f>SUM(B1:C1)</f><v>3</v></c>') } });
    expect(cell('A1')).toMatchObject({ formula: 'SUM(B1:C1)', value: 3, text: '3' });
  });

  test('a shared formula moves what "$" does not hold', async () => {
    const cell = await cellsOf({
      sheets: {
        S:
          '<sheetData><row r="1"><c r="C1"><f t="shared" ref="C1:D2" si="0">A1*$B$1+A$1+$A1+SUM(A:A)+LOG10(2)</f><v>1</v></c><c r="D1"><f t="shared" si="0"/><v>2</v></c></row>' +
          '<row r="2"><c r="C2"><f t="shared" si="0"/><v>3</v></c></row></sheetData>',
      },
    });
    expect(cell('D1')?.formula).toBe('B1*$B$1+B$1+$A1+SUM(B:B)+LOG10(2)');
    expect(cell('C2')?.formula).toBe('A2*$B$1+A$1+$A2+SUM(A:A)+LOG10(2)');
  });

  test('a formula stored without its result has the result worked out, also from other such formulas', async () => {
    const bytes = buildXlsx({
      sheets: {
        S: row(
          '<c r="A1"><v>1.5</v></c><c r="B1" s="1"><f>A1*2</f></c><c r="C1"><f>SUM(A1:B1)</f><v></v></c><c r="D1"><f>VLOOKUP(1,A:B,2)</f></c><c r="E1"><f>D1+1</f></c><c r="F1" t="e"><f>1/0</f></c>',
        ),
      },
      styles: STYLES,
    });
    const file = opened(bytes);
    const grid = await gridOf(file);
    expect(cellAt(grid, 'B1')).toMatchObject({ value: 3, text: '300.00%' });
    expect(cellAt(grid, 'C1')).toMatchObject({ value: 4.5, text: '4.5' });
    expect(cellAt(grid, 'D1')).toMatchObject({ value: null, text: '' });
    expect(cellAt(grid, 'E1')).toMatchObject({ value: null, text: '' });
    expect(cellAt(grid, 'F1')).toMatchObject({ value: '#DIV/0!', text: '#DIV/0!' });
    expect(file.bytes()).toEqual(bytes);
  });

  test('every cell of an array formula has the formula', async () => {
    const cell = await cellsOf({
      sheets: {
        S: row(
          '<c r="A1"><f t="array" ref="A1:B1">C1:D1*2</f><v>2</v></c><c r="B1"><v>4</v></c><c r="C1"><v>1</v></c>',
        ),
      },
    });
    expect([cell('A1')?.formula, cell('B1')?.formula, cell('C1')?.formula]).toEqual([
      'C1:D1*2',
      'C1:D1*2',
      null,
    ]);
  });
});

describe('the 1904 date system', () => {
  const source = {
    sheets: {
      S: row('<c r="A1" s="3"><v>42657</v></c><c r="B1"><v>42657</v></c><c r="C1" s="6"><v>0.5</v></c>'),
    },
    styles: STYLES,
    beforeSheets: '<workbookPr date1904="1"/>',
  };

  test('dates become serials of the 1900 system; other numbers and times stay', async () => {
    const cell = await cellsOf(source);
    expect(cell('A1')).toMatchObject({ value: 44119, text: '2020年10月15日' });
    expect(cell('B1')).toMatchObject({ value: 42657, text: '42657' });
    expect(cell('C1')).toMatchObject({ value: 0.5, text: '12:00' });
  });
});

describe('the size of a grid', () => {
  test('formatted emptiness does not count', async () => {
    const grid = await gridOf(
      opened(
        buildXlsx({
          sheets: {
            S: '<sheetData><row r="1"><c r="A1" s="5"/><c r="B1"><v>1</v></c><c r="Z1" s="1"/></row><row r="900"><c r="A900" s="1"/></row></sheetData>',
          },
          styles: STYLES,
        }),
      ),
    );
    expect([grid.rowCount, grid.columnCount, grid.rows.length]).toEqual([1, 2, 1]);
    expect(cellAt(grid, 'A1')).toEqual({
      value: null,
      text: '',
      format: '0.00',
      formula: null,
      writable: true,
    });
    expect(cellAt(grid, 'Z1')).toBeUndefined();
  });

  test('an empty shared string is a blank cell', async () => {
    const grid = await gridOf(
      opened(
        buildXlsx({ sheets: { S: row('<c r="A1" t="s"><v>0</v></c>') }, sharedStrings: '<si><t/></si>' }),
      ),
    );
    expect([grid.rowCount, grid.columnCount]).toEqual([0, 0]);
  });

  test('an empty sheet has no rows', async () => {
    expect(await gridOf(opened(buildXlsx({ sheets: { S: '<sheetData/>' } })))).toEqual({
      sheet: 'S',
      rowCount: 0,
      columnCount: 0,
      rows: [],
    });
  });
});

describe('protection', () => {
  const data =
    '<cols><col min="4" max="4" style="4"/></cols>' +
    row('<c r="A1"><v>1</v></c><c r="B1" s="4"><v>2</v></c><c r="C1" s="4"/><c r="F1"><v>3</v></c>');

  test('on a protected sheet only unlocked cells are writable, also where no cell stands', async () => {
    const file = opened(buildXlsx({ sheets: { S: `${data}<sheetProtection sheet="1"/>` }, styles: STYLES }));
    const { sheets } = await file.read(null);
    expect(sheets[0]?.isProtected).toBe(true);
    const grid = await gridOf(file);
    expect(['A1', 'B1', 'C1', 'D1', 'E1', 'F1'].map((address) => cellAt(grid, address)?.writable)).toEqual([
      false,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  test.each(['', '<sheetProtection objects="1"/>', '<sheetProtection sheet="0"/>'])(
    'without protection of the sheet (%s) all cells are writable',
    async (protection) => {
      const file = opened(buildXlsx({ sheets: { S: data + protection }, styles: STYLES }));
      const { sheets } = await file.read(null);
      expect(sheets[0]?.isProtected).toBe(false);
      expect(cellAt(await gridOf(file), 'A1')?.writable).toBe(true);
    },
  );
});

describe('sheets and settings', () => {
  test('hidden sheets are read like others, and only the sheets asked for are given', async () => {
    const file = opened(
      buildXlsx({ sheets: { 甲: '', 乙: '', 丙: '' }, states: { 乙: 'hidden', 丙: 'veryHidden' } }),
    );
    const all = await file.read(null);
    expect(all.sheets.map(({ visibility, grid }) => [grid.sheet, visibility])).toEqual([
      ['甲', 'visible'],
      ['乙', 'hidden'],
      ['丙', 'very-hidden'],
    ]);
    const some = await file.read(['丙', '没有']);
    expect(some.sheets.map(({ grid }) => grid.sheet)).toEqual(['丙']);
  });

  test('a chart sheet is not a sheet of cells', async () => {
    const parts = packageParts({ sheets: { 图: '', 表: '' } });
    const rels = new TextDecoder().decode(parts['xl/_rels/workbook.xml.rels']);
    const changed = rels.replace(
      '/worksheet" Target="worksheets/sheet1',
      '/chartsheet" Target="chartsheets/sheet1',
    );
    const { sheets } = await opened(
      zip({ ...parts, 'xl/_rels/workbook.xml.rels': new TextEncoder().encode(changed) }),
    ).read(null);
    expect(sheets.map(({ grid }) => grid.sheet)).toEqual(['表']);
  });

  test('settings are those of our custom XML part, none without one', async () => {
    const source = { sheets: { S: '' } };
    expect((await opened(buildXlsx(source)).read(null)).settings).toEqual({});
    const parts = packageParts(source);
    const rels = new TextDecoder()
      .decode(parts['xl/_rels/workbook.xml.rels'])
      .replace(
        '</Relationships>',
        ['item1', 'item2', 'item3']
          .map(
            (item) =>
              `<Relationship Id="${item}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/${item}.xml"/>`,
          )
          .join('') + '</Relationships>',
      );
    const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
    const bytes = zip({
      ...parts,
      'xl/_rels/workbook.xml.rels': encode(rels),
      'customXml/item1.xml': encode('<other xmlns="urn:other"/>'),
      'customXml/item2.xml': encode('not xml'),
      'customXml/item3.xml': encode(
        '<settings xmlns="urn:ziping:settings"><setting key="rules">"wuhan"</setting><setting key="ignored">[1]</setting></settings>',
      ),
    });
    expect((await opened(bytes).read(null)).settings).toEqual({ rules: '"wuhan"', ignored: '[1]' });
  });

  test('what Excel saved for the add-in holds in a file too, and nothing of other add-ins', async () => {
    const property = (name: string, value: string): string =>
      `<we:property name="${name}" value="${value.replaceAll('"', '&quot;')}"/>`;
    const properties =
      property('ziping.rules', JSON.stringify('{"id":"wuhan"}')) +
      property('ziping.broken', '{') +
      property('ziping.number', '5') +
      property('Office.AutoShowTaskpaneWithDocument', 'true');
    const bytes = buildXlsx({
      sheets: { S: '<sheetData/>' },
      parts: {
        'xl/webextensions/webextension1.xml': `<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="{1}"><we:reference id="a" version="1.0" store="b" storeType="Registry"/><we:properties>${properties}</we:properties></we:webextension>`,
        'xl/webextensions/webextension2.xml': 'not xml',
      },
    });
    expect((await opened(bytes).read(null)).settings).toEqual({ rules: '{"id":"wuhan"}' });
  });
});

test('on a protected sheet a cell that does not exist is locked, however far off another cell stands', async () => {
  const sheet =
    '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>1</v></c></row>' +
    '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData><sheetProtection sheet="1"/>';
  const found = openXlsx(buildXlsx({ sheets: { 表: sheet } }), '表.xlsx');
  const grid = found.ok ? (await found.file.read(null)).sheets[0]?.grid : undefined;
  expect(grid?.rows[0]?.[1]?.writable).toBe(false);
});

test('a cell that does not exist has the number format of its row, else of its column, else of the workbook', async () => {
  const xml =
    '<cols><col min="2" max="2" style="1"/></cols>' +
    '<sheetData><row r="1"><c r="C1"><v>1</v></c></row><row r="2" s="2" customFormat="1"><c r="C2"><v>1</v></c></row></sheetData>';
  const styles = '<cellXfs><xf numFmtId="1"/><xf numFmtId="10"/><xf numFmtId="20"/></cellXfs>';
  const { sheets } = await opened(buildXlsx({ sheets: { S: xml }, styles })).read(null);
  const formats = sheets[0]?.grid.rows.map((row) => row?.slice(0, 2).map((cell) => cell?.format));
  expect(formats).toEqual([
    ['0', '0.00%'],
    ['h:mm', 'h:mm'],
  ]);
});
