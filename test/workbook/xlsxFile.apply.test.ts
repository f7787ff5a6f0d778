import { unzipSync } from 'fflate';
import type { Mark } from '../../src/form/writePlan';
import { WriteRefused } from '../../src/workbook/writeRefused';
import { cellAt, gridOf, opened, plan } from './opened';
import { buildXlsx, MAIN, packageParts, textParts, zip } from './xlsxPackage';

const SHEET = 'xl/worksheets/sheet1.xml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const DATA =
  '<dimension ref="A1:C3"/><cols><col min="5" max="6" width="9" style="2"/></cols><sheetData>' +
  '<row r="1" spans="1:3" ht="20" customHeight="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="C1" s="1"/></row>' +
  '<row r="3" s="1" customFormat="1"/></sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>' +
  '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>';
const STYLES =
  '<cellXfs count="3"><xf/><xf numFmtId="2"/><xf numFmtId="10"/></cellXfs><dxfs count="1"><dxf><font><b/></font></dxf></dxfs>';
const BASE = {
  sheets: { 自评表: `<worksheet xmlns="${MAIN}">${DATA}</worksheet>`, 其他: '<sheetData/>' },
  sharedStrings: '<si><t>原文</t></si>',
  styles: STYLES,
  parts: { 'xl/media/image1.png': new Uint8Array([1, 2, 3, 250]), 'docProps/app.xml': `${HEAD}<a/>` },
};

/** The sheet's XML after writing values into it. */
async function written(values: Readonly<Record<string, number | string>>, data = DATA): Promise<string> {
  const file = opened(
    buildXlsx({ ...BASE, sheets: { 自评表: `<worksheet xmlns="${MAIN}">${data}</worksheet>` } }),
  );
  await file.apply([plan('自评表', values)]);
  const xml = textParts(file.bytes())[SHEET] ?? '';
  return xml.slice(`<worksheet xmlns="${MAIN}">`.length, -'</worksheet>'.length);
}

describe('writing cells', () => {
  test('a number replaces a text and keeps the style', async () => {
    expect(await written({ A1: 0.66 })).toBe(
      DATA.replace('<c r="A1" s="1" t="s"><v>0</v></c>', '<c r="A1" s="1"><v>0.66</v></c>'),
    );
  });

  test('a text is stored in the cell, and is never a formula', async () => {
    const text = '=1+1 & <"好">\n_x000D_';
    const xml = await written({ C1: text });
    expect(xml).toBe(
      DATA.replace(
        '<c r="C1" s="1"/>',
        '<c r="C1" s="1" t="inlineStr"><is><t xml:space="preserve">=1+1 &amp; &lt;&quot;好&quot;&gt;\n_x005F_x000D_</t></is></c>',
      ),
    );
    const file = opened(buildXlsx(BASE));
    await file.apply([plan('自评表', { C1: text })]);
    expect(cellAt(await gridOf(file, '自评表'), 'C1')).toMatchObject({ value: text, formula: null });
  });

  test('a cell that did not exist goes in its place, with the style of its column', async () => {
    expect(await written({ B1: 5, E1: 0.5 })).toBe(
      DATA.replace('spans="1:3"', 'spans="1:5"')
        .replace('ref="A1:C3"', 'ref="A1:E3"')
        .replace(
          '<c r="C1" s="1"/>',
          '<c r="B1"><v>5</v></c><c r="C1" s="1"/><c r="E1" s="2"><v>0.5</v></c>',
        ),
    );
  });

  test('a cell in an empty row takes the style of the row', async () => {
    expect(await written({ B3: 5 })).toBe(
      DATA.replace('customFormat="1"/>', 'customFormat="1"><c r="B3" s="1"><v>5</v></c></row>'),
    );
  });

  test('rows that did not exist go in their places', async () => {
    expect(await written({ A2: 1, B2: 2, A9: 3 })).toBe(
      DATA.replace('ref="A1:C3"', 'ref="A1:C9"')
        .replace('<row r="3"', '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c></row><row r="3"')
        .replace('</sheetData>', '<row r="9"><c r="A9"><v>3</v></c></row></sheetData>'),
    );
  });

  test('an empty sheet gets its first row', async () => {
    expect(await written({ A1: 1 }, '<sheetData/>')).toBe(
      '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>',
    );
  });

  test('other attributes of a cell stay, stale ones go', async () => {
    const before = `<sheetData><row r="1"><c vm="1" r='A1' ph = "1" cm="2" s="1" t="e" ><v>#N/A</v></c></row></sheetData>`;
    expect(await written({ A1: 1 }, before)).toBe(
      `<sheetData><row r="1"><c r='A1' ph = "1" s="1" ><v>1</v></c></row></sheetData>`,
    );
  });

  test.each(['<f></f>', '<f/>'])('%s is no formula, and goes when its cell is written', async (empty) => {
    const before = `<sheetData><row r="1"><c r="A1" t="e">${empty}<v>9.5</v></c></row></sheetData>`;
    expect(await written({ A1: '40' }, before)).toBe(
      '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve">40</t></is></c></row></sheetData>',
    );
  });

  test('a prefix of the sheet is used for what is added', async () => {
    const xml = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" t="b"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const file = opened(buildXlsx({ sheets: { S: xml } }));
    await file.apply([plan('S', { A1: 2, B1: 'x', A2: 3 })]);
    expect(textParts(file.bytes())[SHEET]).toBe(
      `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>2</x:v></x:c>` +
        '<x:c r="B1" t="inlineStr"><x:is><x:t xml:space="preserve">x</x:t></x:is></x:c></x:row>' +
        '<x:row r="2"><x:c r="A2"><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    );
  });

  test.each([
    [0.1 + 0.2, '0.30000000000000004'],
    [90.66, '90.66'],
    [-0, '0'],
    [1e21, '1e+21'],
    [1e-7, '1e-7'],
  ])('the number %p is written as %s', async (value, text) => {
    expect(await written({ A1: value })).toContain(`<c r="A1" s="1"><v>${text}</v></c>`);
  });

  test('a part in UTF-16 stays in UTF-16', async () => {
    const text = `\uFEFF<worksheet xmlns="${MAIN}"><sheetData/></worksheet>`;
    const bytes = new Uint8Array(Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer);
    const file = opened(buildXlsx({ sheets: { S: '' }, parts: { [SHEET]: bytes } }));
    await file.apply([plan('S', { A1: '分' })]);
    const part = unzipSync(file.bytes())[SHEET] ?? new Uint8Array();
    const after = new TextDecoder('utf-16le', { ignoreBOM: true }).decode(part);
    expect(after.startsWith('\uFEFF<worksheet')).toBe(true);
    expect(cellAt(await gridOf(file), 'A1')?.value).toBe('分');
  });

  test('dates of the 1904 system are written back as they are counted there', async () => {
    const file = opened(
      buildXlsx({
        sheets: {
          S: '<sheetData><row r="1"><c r="A1" s="1"><v>5</v></c><c r="B1"><v>5</v></c></row></sheetData>',
        },
        styles: '<cellXfs><xf/><xf numFmtId="14"/></cellXfs>',
        beforeSheets: '<workbookPr date1904="1"/>',
      }),
    );
    await file.apply([plan('S', { A1: 44119, B1: 44119 })]);
    expect(textParts(file.bytes())[SHEET]).toContain(
      '<c r="A1" s="1"><v>42657</v></c><c r="B1"><v>44119</v></c>',
    );
    expect(cellAt(await gridOf(file), 'A1')?.value).toBe(44119);
  });
});

describe('what is not written stays', () => {
  test('a file to which nothing was applied is the very bytes that were opened', async () => {
    const bytes = buildXlsx(BASE);
    const file = opened(bytes);
    await file.apply([plan('自评表', { A1: '原文' }), plan('其他', {})]);
    expect(file.bytes()).toEqual(bytes);
  });

  test('every other part keeps its compressed bytes, its place and its time', async () => {
    const bytes = buildXlsx(BASE);
    const file = opened(bytes);
    await file.apply([plan('自评表', { A1: 1 })]);
    const before = localParts(bytes);
    const after = localParts(file.bytes());
    expect(after.map(({ name }) => name)).toEqual(before.map(({ name }) => name));
    for (const [index, part] of before.entries()) {
      expect(after[index]?.time).toEqual(part.time);
      if (part.name !== SHEET) expect(after[index]?.bytes).toEqual(part.bytes);
      else expect(after[index]?.bytes).not.toEqual(part.bytes);
    }
  });

  test('applying the same plan again changes nothing', async () => {
    const file = opened(buildXlsx(BASE));
    const same = [plan('自评表', { A1: 1, B2: '好', H8: 0.5 }, [{ label: 'error', ranges: ['A1:C1'] }])];
    await file.apply(same);
    const once = file.bytes();
    await file.apply(same);
    expect(file.bytes()).toEqual(once);
    const reopened = opened(once);
    await reopened.apply(same);
    expect(reopened.bytes()).toEqual(once);
  });
});

describe('marks', () => {
  const marks: Mark[] = [
    { label: 'warning', ranges: ['A3:C3'] },
    { label: 'error', ranges: ['A1:C1', 'A9:C9'] },
  ];
  const OURS =
    '<conditionalFormatting sqref="A1:C1 A9:C9"><cfRule type="expression" dxfId="1" priority="P"><formula>AND(N(&quot;ziping:error&quot;)=0,COUNTA($A$1:$C$1,$A$9:$C$9)&gt;=0)</formula></cfRule></conditionalFormatting>' +
    '<conditionalFormatting sqref="A3:C3"><cfRule type="expression" dxfId="2" priority="Q"><formula>AND(N(&quot;ziping:warning&quot;)=0,COUNTA($A$3:$C$3)&gt;=0)</formula></cfRule></conditionalFormatting>';
  const ours = (first: number): string => OURS.replace('P', String(first)).replace('Q', String(first + 1));

  async function marked(data: string): Promise<string> {
    const file = opened(
      buildXlsx({ ...BASE, sheets: { S: `<worksheet xmlns="${MAIN}">${data}</worksheet>` } }),
    );
    await file.apply([plan('S', {}, marks)]);
    return (
      textParts(file.bytes())[SHEET]?.slice(`<worksheet xmlns="${MAIN}">`.length, -'</worksheet>'.length) ??
      ''
    );
  }

  test('they go where the order of elements allows, and their formats into the stylesheet', async () => {
    const file = opened(buildXlsx(BASE));
    await file.apply([plan('自评表', {}, marks)]);
    const parts = textParts(file.bytes());
    expect(parts[SHEET]).toBe(
      `<worksheet xmlns="${MAIN}">${DATA.replace('</mergeCells>', `</mergeCells>${ours(1)}`)}</worksheet>`,
    );
    expect(parts['xl/styles.xml']).toContain(
      '<dxfs count="3"><dxf><font><b/></font></dxf>' +
        '<dxf><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf>' +
        '<dxf><fill><patternFill><bgColor rgb="FFFFEB9C"/></patternFill></fill></dxf></dxfs>',
    );
  });

  test.each([
    ['<sheetData/><dataValidations count="0"/>', '<sheetData/>|<dataValidations count="0"/>'],
    [
      '<sheetData/><phoneticPr fontId="1"/><hyperlinks/>',
      '<sheetData/><phoneticPr fontId="1"/>|<hyperlinks/>',
    ],
    [
      '<sheetData/><sheetProtection sheet="0"/><autoFilter ref="A1"/><printOptions/>',
      '<sheetData/><sheetProtection sheet="0"/><autoFilter ref="A1"/>|<printOptions/>',
    ],
    ['<sheetData></sheetData>', '<sheetData></sheetData>|'],
  ])('in %s', async (data, expected) => {
    expect(await marked(data)).toBe(expected.replace('|', ours(1)));
  });

  test('rules of other people stay byte for byte, and come first', async () => {
    const theirs =
      `<sheetData/><conditionalFormatting sqref="A1:A9 C1"><cfRule type='top10' dxfId="0"  priority="7" rank="3"/>` +
      '<cfRule type="expression" priority="3"><formula>N("other")=0</formula></cfRule></conditionalFormatting>' +
      '<extLst><ext xmlns:x14="urn:x14" uri="u"><x14:cfRule priority="11"/></ext></extLst>';
    expect(await marked(theirs)).toBe(theirs.replace('<extLst>', `${ours(12)}<extLst>`));
  });

  test('taking them off leaves the sheet as it was', async () => {
    const file = opened(buildXlsx(BASE));
    const before = textParts(file.bytes())[SHEET];
    await file.apply([plan('自评表', {}, marks)]);
    await file.apply([plan('自评表', {}, [{ label: 'error', ranges: ['B2'] }])]);
    await file.apply([plan('自评表', {}, [])]);
    expect(textParts(file.bytes())[SHEET]).toBe(before);
  });

  test('marks that Excel joined with the rules of other people are taken out alone', async () => {
    const joined = (rule: string): string =>
      `<sheetData/><conditionalFormatting sqref="A1:C1">${rule}<cfRule type="top10" priority="1" rank="3"/></conditionalFormatting>`;
    const data = joined(
      '<cfRule type="expression" dxfId="1" priority="2"><formula>N(&quot;ziping:error&quot;)=0</formula></cfRule>',
    );
    const file = opened(buildXlsx({ ...BASE, sheets: { S: data } }));
    await file.apply([plan('S', {}, [])]);
    expect(textParts(file.bytes())[SHEET]).toContain(joined(''));
  });

  test('the formats are added to the stylesheet once', async () => {
    const file = opened(buildXlsx(BASE));
    await file.apply([plan('自评表', {}, marks)]);
    await file.apply([plan('其他', {}, marks), plan('自评表', {}, [])]);
    expect(textParts(file.bytes())['xl/styles.xml']?.match(/<dxf>/g)).toHaveLength(3);
    expect(textParts(file.bytes())['xl/worksheets/sheet2.xml']).toContain(ours(1));
  });

  test.each([
    ['<cellXfs><xf/></cellXfs><tableStyles/>', '</cellXfs><dxfs count="2"><dxf>'],
    ['<cellXfs><xf/></cellXfs><dxfs count="0"/>', '</cellXfs><dxfs count="2"><dxf>'],
    ['', '><dxfs count="2"><dxf>'],
  ])('a stylesheet without formats (%s) gets a list of them', async (styles, expected) => {
    const file = opened(buildXlsx({ ...BASE, styles }));
    await file.apply([plan('自评表', {}, marks)]);
    expect(textParts(file.bytes())['xl/styles.xml']).toContain(expected);
  });

  test('a workbook without a stylesheet gets one', async () => {
    const file = opened(buildXlsx({ sheets: { S: '<sheetData/>' } }));
    await file.apply([plan('S', {}, marks)]);
    const parts = textParts(file.bytes());
    expect(parts['xl/styles.xml']).toContain('<dxfs count="2">');
    expect(parts['[Content_Types].xml']).toContain('PartName="/xl/styles.xml"');
    expect(parts['xl/_rels/workbook.xml.rels']).toContain('Target="/xl/styles.xml"');
    await opened(file.bytes()).read(null);
  });

  test('the marks of two plans for one sheet add up', async () => {
    const file = opened(buildXlsx(BASE));
    await file.apply([
      plan('自评表', {}, [{ label: 'error', ranges: ['A1'] }]),
      plan('自评表', {}, [{ label: 'error', ranges: ['B2', 'A1'] }]),
    ]);
    expect(textParts(file.bytes())[SHEET]).toContain('sqref="A1 B2"');
  });
});

describe('recalculation after a write', () => {
  const FORMULAS =
    '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1*2</f><v>2</v></c><c r="C1" t="str"><f>B1&amp;"分"</f><v>2分</v></c>' +
    '<c r="D1"><f>VLOOKUP(A1,F:G,2)</f><v>5</v></c><c r="E1"><f>Z9</f><v>0</v></c></row></sheetData>';
  const SUMMARY =
    '<sheetData><row r="1"><c r="A1" s="1"><f>SUM(自评表!A1:B1)</f><v>3</v></c></row></sheetData>';
  const source = { sheets: { 自评表: FORMULAS, 汇总: SUMMARY }, afterSheets: '<calcPr calcId="171027"/>' };

  test('the stored results that depend on a written cell are refreshed, on every sheet; others stay', async () => {
    const file = opened(buildXlsx(source));
    await file.apply([plan('自评表', { A1: 4.5 })]);
    const parts = textParts(file.bytes());
    expect(parts[SHEET]).toContain(
      FORMULAS.replace('<c r="A1"><v>1</v>', '<c r="A1"><v>4.5</v>')
        .replace('<v>2</v>', '<v>9</v>')
        .replace('<v>2分</v>', '<v>9分</v>'),
    );
    expect(parts['xl/worksheets/sheet2.xml']).toContain(SUMMARY.replace('<v>3</v>', '<v>13.5</v>'));
  });

  test('a result may change its kind', async () => {
    const file = opened(buildXlsx(source));
    await file.apply([plan('自评表', { A1: '无' })]);
    expect(textParts(file.bytes())[SHEET]).toContain(
      '<c r="B1" t="e"><f>A1*2</f><v>#VALUE!</v></c><c r="C1" t="e"><f>B1&amp;"分"</f><v>#VALUE!</v></c>',
    );
  });

  test.each([
    ['<calcPr calcId="171027"/>', '<calcPr calcId="171027" fullCalcOnLoad="1"/>'],
    ['<calcPr fullCalcOnLoad="0"/>', '<calcPr fullCalcOnLoad="1"/>'],
    ['<definedNames/><oleSize ref="A1"/>', '<definedNames/><calcPr fullCalcOnLoad="1"/><oleSize ref="A1"/>'],
    ['', '</sheets><calcPr fullCalcOnLoad="1"/></workbook>'],
  ])('Excel is asked to recalculate: %s', async (before, after) => {
    const file = opened(buildXlsx({ ...source, afterSheets: before }));
    await file.apply([plan('自评表', { A1: 2 })]);
    expect(textParts(file.bytes())['xl/workbook.xml']).toContain(after);
  });

  test('without formulas, or with marks alone, the workbook part stays', async () => {
    const plain = opened(buildXlsx(BASE));
    await plain.apply([plan('自评表', { A1: 2 })]);
    expect(textParts(plain.bytes())['xl/workbook.xml']).not.toContain('calcPr');
    const marked = opened(buildXlsx({ ...source, styles: STYLES }));
    await marked.apply([plan('自评表', {}, [{ label: 'error', ranges: ['A1'] }])]);
    expect(textParts(marked.bytes())['xl/workbook.xml']).not.toContain('fullCalcOnLoad');
  });
});

describe('a plan that must not be applied changes nothing', () => {
  const source = {
    sheets: {
      公式: '<sheetData><row r="1"><c r="A1"><f>B1</f><v>1</v></c><c r="B1"><v>1</v></c></row></sheetData>',
      数组: '<sheetData><row r="1"><c r="A1"><f t="array" ref="A1:B1">C1:D1</f><v>1</v></c><c r="B1"><v>1</v></c></row></sheetData>',
      保护: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><sheetProtection sheet="1"/>',
    },
  };
  test.each([
    ['a formula', '公式', { A1: 2 }, { kind: 'formula', sheet: '公式', cell: 'A1' }],
    ['a cell of an array formula', '数组', { B1: 2 }, { kind: 'formula', sheet: '数组', cell: 'B1' }],
    ['a locked cell', '保护', { A1: 2 }, { kind: 'locked', sheet: '保护', cell: 'A1' }],
    ['a locked cell that does not exist', '保护', { C7: 2 }, { kind: 'locked', sheet: '保护', cell: 'C7' }],
    ['no such sheet', '没有', { A1: 2 }, { kind: 'no-sheet', sheet: '没有' }],
    ['no such cell', '公式', { AAAA1: 2 }, { kind: 'address', sheet: '公式', cell: 'AAAA1' }],
    ['a cell beyond the last column', '公式', { XFE1: 2 }, { kind: 'address', sheet: '公式', cell: 'XFE1' }],
    ['a number that is none', '公式', { B1: Number.NaN }, { kind: 'value', sheet: '公式', cell: 'B1' }],
    [
      'a text that is too long',
      '公式',
      { B1: '长'.repeat(32768) },
      { kind: 'value', sheet: '公式', cell: 'B1' },
    ],
  ])('%s', async (_, sheet, values, refusal) => {
    const bytes = buildXlsx(source);
    const file = opened(bytes);
    const apply = file.apply([plan('公式', { B1: 99 }), plan(sheet, values)]);
    await expect(apply).rejects.toThrow(WriteRefused);
    await expect(apply).rejects.toMatchObject({ refusal });
    expect(file.bytes()).toEqual(bytes);
  });

  test('a range that is none', async () => {
    const file = opened(buildXlsx(source));
    await expect(
      file.apply([plan('公式', {}, [{ label: 'error', ranges: ['A1:"><x/>'] }])]),
    ).rejects.toMatchObject({ refusal: { kind: 'address' } });
  });

  test('a signed workbook is read but not changed', async () => {
    const bytes = zip({ ...packageParts(source), '_xmlsignatures/sig1.xml': new Uint8Array([60]) });
    const file = opened(bytes);
    await expect(file.apply([plan('公式', { B1: 2 })])).rejects.toMatchObject({
      refusal: { kind: 'signed' },
    });
    await file.apply([plan('公式', { B1: 1 })]);
    expect(file.bytes()).toEqual(bytes);
  });
});

/** The parts as they lie in the file, each with its local header. */
function localParts(bytes: Uint8Array): { name: string; time: number; bytes: Uint8Array }[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: { name: string; time: number; bytes: Uint8Array }[] = [];
  for (let at = 0; view.getUint32(at, true) === 0x04034b50;) {
    const nameEnd = at + 30 + view.getUint16(at + 26, true);
    const end = nameEnd + view.getUint16(at + 28, true) + view.getUint32(at + 18, true);
    parts.push({
      name: new TextDecoder().decode(bytes.subarray(at + 30, nameEnd)),
      time: view.getUint32(at + 10, true),
      bytes: bytes.slice(at, end),
    });
    at = end;
  }
  return parts;
}
