import fc from 'fast-check';
import { strFromU8, zipSync } from 'fflate';
import { openXlsx } from '../../src/workbook/xlsxFile';
import { plan } from './opened';
import { buildXlsx, MAIN, packageParts, zip, type PackageSource } from './xlsxPackage';

const SOURCE: PackageSource = {
  sheets: {
    自评表:
      '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>SUM(C1:D1)</f><v>3</v></c></row></sheetData>',
  },
  sharedStrings: '<si><t>得分</t></si>',
  styles: '<cellXfs><xf/></cellXfs>',
};
const text = (value: string): Uint8Array => new TextEncoder().encode(value);

function errorOf(bytes: Uint8Array, name = '自评表.xlsx'): unknown {
  const result = openXlsx(bytes, name);
  return result.ok ? 'opened' : { code: result.error.code, ...result.error.detail };
}

/** A compound file, as old Office programs write it, with streams of these names. */
function compoundFile(...streams: string[]): Uint8Array {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  streams.forEach((stream, index) => {
    Array.from(stream, (letter) => letter.charCodeAt(0)).forEach((code, at) => {
      bytes[1024 + index * 128 + at * 2] = code;
    });
  });
  return bytes;
}

/** The package with a part replaced. */
function withPart(name: string, content: string): Uint8Array {
  return zip({ ...packageParts(SOURCE), [name]: text(content) });
}

/** Changes a field in the central directory record (`offset` from its start) of one part. */
function withRecord(
  bytes: Uint8Array,
  name: string,
  change: (view: DataView, record: number) => void,
): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  let at = view.getUint32(copy.length - 22 + 16, true);
  for (;;) {
    const length = view.getUint16(at + 28, true);
    const found = new TextDecoder().decode(copy.subarray(at + 46, at + 46 + length));
    if (found === name) break;
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  change(view, at);
  return copy;
}

describe('a file that is no workbook of ours', () => {
  const cases: [string, Uint8Array, string, object][] = [
    ['an empty file', new Uint8Array(), 'a.xlsx', { code: 'damaged', kind: 'empty' }],
    ['an old workbook', compoundFile('Workbook'), 'a.xlsx', { code: 'not-xlsx', kind: 'xls' }],
    ['a very old workbook', compoundFile('Book'), 'a.xls', { code: 'not-xlsx', kind: 'xls' }],
    ['a WPS workbook', compoundFile('Workbook'), 'a.et', { code: 'not-xlsx', kind: 'et' }],
    ['an old document', compoundFile('WordDocument'), 'a.xlsx', { code: 'not-xlsx', kind: 'doc' }],
    ['another compound file', compoundFile('Other'), 'a.xlsx', { code: 'not-xlsx', kind: 'ole' }],
    [
      'a workbook with a password',
      compoundFile('EncryptionInfo', 'EncryptedPackage'),
      'a.xlsx',
      { code: 'encrypted', kind: 'password' },
    ],
    ['a CSV file', text('指标,得分\n'), 'a.csv', { code: 'not-xlsx', kind: 'csv' }],
    ['a text', text('指标'), 'a.xlsx', { code: 'not-xlsx', kind: 'text' }],
    [
      'a web page saved as a workbook',
      text('<html><table></table></html>'),
      'a.xls',
      { code: 'not-xlsx', kind: 'html' },
    ],
    ['an XML file', text('<?xml version="1.0"?><Workbook/>'), 'a.xls', { code: 'not-xlsx', kind: 'xml' }],
    ['a PDF file', text('%PDF-1.7'), 'a.xlsx', { code: 'not-xlsx', kind: 'pdf' }],
    ['unknown bytes', new Uint8Array([1, 0, 2, 0]), 'a.xlsx', { code: 'not-xlsx', kind: 'unknown' }],
    ['a zip of pictures', zip({ 'a.png': text('x') }), 'a.zip', { code: 'not-xlsx', kind: 'zip' }],
    ['an empty zip', zip({}), 'a.xlsx', { code: 'not-xlsx', kind: 'zip' }],
    [
      'an OpenDocument workbook',
      zip({ mimetype: text('application/vnd.oasis.opendocument.spreadsheet'), 'content.xml': text('<a/>') }),
      'a.xlsx',
      { code: 'not-xlsx', kind: 'ods' },
    ],
    [
      'a workbook with a macro part',
      zip({ ...packageParts(SOURCE), 'xl/vbaProject.bin': text('x') }),
      'a.xlsx',
      { code: 'not-xlsx', kind: 'xlsm' },
    ],
    ...(
      [
        ['xlsm', 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'],
        ['xltm', 'application/vnd.ms-excel.template.macroEnabled.main+xml'],
        ['xlsb', 'application/vnd.ms-excel.sheet.binary.macroEnabled.main'],
        ['xltx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml'],
        ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'],
        ['pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'],
      ] as const
    ).map(([kind, workbookType]): [string, Uint8Array, string, object] => [
      `a package of type ${kind}`,
      buildXlsx({ ...SOURCE, workbookType }),
      'a.xlsx',
      { code: 'not-xlsx', kind },
    ]),
  ];
  test.each(cases)('%s', (_, bytes, name, expected) => {
    expect(errorOf(bytes, name)).toEqual(expected);
  });
});

describe('a damaged package', () => {
  const whole = buildXlsx(SOURCE);
  const sheet = 'xl/worksheets/sheet1.xml';
  const cases: [string, Uint8Array, object][] = [
    ['cut off', whole.slice(0, whole.length - 30), { kind: 'truncated' }],
    ['cut off early', whole.slice(0, 100), { kind: 'truncated' }],
    [
      'without its workbook',
      withoutPart('xl/workbook.xml'),
      { kind: 'missing-part', part: 'xl/workbook.xml' },
    ],
    ['without a sheet', withoutPart(sheet), { kind: 'missing-part', part: sheet }],
    ['without relationships', withoutPart('_rels/.rels'), { kind: 'missing-part' }],
    ['without content types', withoutPart('[Content_Types].xml'), { kind: 'missing-part' }],
    [
      'with malformed XML',
      withPart(sheet, `<worksheet xmlns="${MAIN}"><sheetData></worksheet>`),
      { kind: 'xml-malformed', part: sheet },
    ],
    ['with an empty part', withPart(sheet, ''), { kind: 'xml-malformed' }],
    [
      'with an unknown entity',
      withPart(sheet, `<worksheet xmlns="${MAIN}">&a;</worksheet>`),
      { kind: 'xml-malformed' },
    ],
    [
      'with a document type',
      withPart(sheet, `<!DOCTYPE worksheet [<!ENTITY a "b">]><worksheet xmlns="${MAIN}">&a;</worksheet>`),
      { kind: 'xml-doctype', part: sheet },
    ],
    [
      'with elements in each other without end',
      withPart(sheet, `<worksheet xmlns="${MAIN}">${'<a>'.repeat(300)}${'</a>'.repeat(300)}</worksheet>`),
      { kind: 'xml-malformed', part: sheet },
    ],
    [
      'with a cell that stands twice',
      withPart(sheet, sheetOf('<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>')),
      { kind: 'content', part: sheet },
    ],
    [
      'with a row that stands twice',
      withPart(
        sheet,
        `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="B1"><v>2</v></c></row></sheetData></worksheet>`,
      ),
      { kind: 'content', part: sheet },
    ],
    ...['x', '0', '1e3', '99999999999', '1048577'].map((row): [string, Uint8Array, object] => [
      `with a row of the number ${row}`,
      withPart(sheet, sheetOf('<c r="A1"><v>1</v></c>').replace(/<row[^>]*>/, `<row r="${row}">`)),
      { kind: 'content', part: sheet },
    ]),
    [
      'with two sheets of one name',
      buildXlsx({ sheets: { Sheet: '<sheetData/>', SHEET: '<sheetData/>' } }),
      { kind: 'content', part: 'xl/workbook.xml' },
    ],
    [
      'with two sheets in one part',
      withPart(
        'xl/workbook.xml',
        strFromU8(packageParts(SOURCE)['xl/workbook.xml'] ?? new Uint8Array()).replace(
          '</sheets>',
          '<sheet name="副本" sheetId="9" r:id="s1"/></sheets>',
        ),
      ),
      { kind: 'content', part: 'xl/workbook.xml' },
    ],
    ['with another root', withPart(sheet, '<html/>'), { kind: 'content', part: sheet }],
    ['with another root of the workbook', withPart('xl/workbook.xml', '<html/>'), { kind: 'content' }],
    [
      'with text in another encoding',
      withPart(sheet, '<?xml version="1.0" encoding="GB2312"?><worksheet/>'),
      { kind: 'text-encoding', part: sheet },
    ],
    [
      'with a string that is not there',
      withPart(sheet, sheetOf('<c r="A1" t="s"><v>9</v></c>')),
      { kind: 'content', part: sheet },
    ],
    [
      'with a number that is none',
      withPart(sheet, sheetOf('<c r="A1"><v>12分</v></c>')),
      { kind: 'content' },
    ],
    ['with a cell that is nowhere', withPart(sheet, sheetOf('<c r="1A"><v>1</v></c>')), { kind: 'content' }],
    [
      'with a cell beyond the last column',
      withPart(sheet, sheetOf('<c r="ZZZ1"><v>1</v></c>')),
      { kind: 'content' },
    ],
    [
      'with a part twice',
      renamed(
        zip({ ...packageParts(SOURCE), 'xl/workbook.xmm': text('x') }),
        'xl/workbook.xmm',
        'xl/workbook.xml',
      ),
      { kind: 'duplicate-part' },
    ],
    [
      'with a part that leaves the package',
      zip({ ...packageParts(SOURCE), '../a.xml': text('x') }),
      { kind: 'part-name', part: '../a.xml' },
    ],
    [
      'with a wrong checksum',
      withRecord(whole, sheet, (view, at) => {
        view.setUint32(at + 16, 1, true);
      }),
      { kind: 'checksum', part: sheet },
    ],
    [
      'with a part that is longer than it says',
      withRecord(whole, sheet, (view, at) => {
        view.setUint32(at + 24, 5, true);
      }),
      { kind: 'checksum', part: sheet },
    ],
    [
      'with an unknown compression',
      withRecord(whole, sheet, (view, at) => {
        view.setUint16(at + 10, 99, true);
      }),
      { kind: 'compression' },
    ],
    [
      'with parts that overlap',
      withRecord(whole, sheet, (view, at) => {
        view.setUint32(at + 42, 0, true);
      }),
      { kind: 'archive' },
    ],
  ];
  test.each(cases)('%s', (_, bytes, expected) => {
    expect(errorOf(bytes)).toMatchObject({ code: 'damaged', ...expected });
  });

  test('an encrypted part is told as encrypted', () => {
    const bytes = withRecord(whole, sheet, (view, at) => {
      view.setUint16(at + 8, 1, true);
    });
    expect(errorOf(bytes)).toEqual({ code: 'encrypted', kind: 'zip-encryption' });
  });
});

describe('a workbook that is too large', () => {
  test('as a file', () => {
    const bytes = new Uint8Array(50 * 1024 * 1024 + 1);
    bytes.set([0x50, 0x4b, 3, 4]);
    expect(errorOf(bytes)).toEqual({
      code: 'too-large',
      kind: 'file-size',
      limit: '52428800',
      actual: '52428801',
    });
  });

  const sheet = 'xl/worksheets/sheet1.xml';
  const declared = (size: number) =>
    withRecord(buildXlsx(SOURCE), sheet, (view, at) => {
      view.setUint32(at + 24, size, true);
    });

  test('in one part, by what it declares', () => {
    expect(errorOf(declared(64 * 1024 * 1024 + 1))).toEqual({
      code: 'too-large',
      kind: 'part-size',
      part: sheet,
      limit: '67108864',
      actual: '67108865',
    });
  });

  test('in all parts together', () => {
    const parts = packageParts(SOURCE);
    for (let index = 0; index < 5; index += 1) parts[`xl/media/${index}.bin`] = text('x');
    let bytes = zip(parts);
    for (let index = 0; index < 5; index += 1) {
      bytes = withRecord(bytes, `xl/media/${index}.bin`, (view, at) => {
        view.setUint32(at + 24, 60 * 1024 * 1024, true);
      });
    }
    expect(errorOf(bytes)).toMatchObject({ code: 'too-large', kind: 'unpacked-size', limit: '268435456' });
  });

  test('by zip64', () => {
    expect(errorOf(declared(0xffffffff))).toEqual({ code: 'too-large', kind: 'zip64' });
  });

  test('a part that unpacks to far more than it declares is refused, though its checksum is right', () => {
    const bomb = zipSync(
      { ...packageParts(SOURCE), [sheet]: new Uint8Array(20 * 1024 * 1024) },
      { level: 1 },
    );
    const lying = withRecord(bomb, sheet, (view, at) => {
      view.setUint32(at + 24, 100, true);
    });
    expect(errorOf(lying)).toMatchObject({ code: 'damaged', kind: 'checksum', part: sheet });
  });

  test('a sheet of formatted rows to the very end, quickly and by its name', () => {
    const rows = '<row ht="20"/>'.repeat(1_048_576);
    const bytes = zipSync(
      {
        ...packageParts(SOURCE),
        [sheet]: text(`<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`),
      },
      { level: 1 },
    );
    const start = performance.now();
    expect(errorOf(bytes)).toEqual({
      code: 'too-large',
      kind: 'sheet-rows',
      sheet: '自评表',
      limit: '100000',
    });
    expect(performance.now() - start).toBeLessThan(3000);
  });

  test('by its cells', () => {
    const cells = `<row>${'<c/>'.repeat(16000)}</row>`.repeat(126);
    const bytes = zipSync(
      {
        ...packageParts(SOURCE),
        [sheet]: text(`<worksheet xmlns="${MAIN}"><sheetData>${cells}</sheetData></worksheet>`),
      },
      { level: 1 },
    );
    expect(errorOf(bytes)).toEqual({ code: 'too-large', kind: 'cells', sheet: '自评表', limit: '2000000' });
  });
});

describe('no bytes make it throw or hang', () => {
  const whole = buildXlsx(SOURCE);
  const tries = async (bytes: Uint8Array): Promise<void> => {
    const result = openXlsx(bytes, '自评表.xlsx');
    if (!result.ok) {
      expect(result.error.detail.kind).not.toBe('unexpected');
      return;
    }
    const { sheets } = await result.file.read(null);
    const name = sheets[0]?.grid.sheet;
    if (name === undefined) return;
    await result.file
      .apply([plan(name, { C3: 1 }, [{ label: 'error', ranges: ['A1'] }])])
      .catch((error: unknown) => {
        expect(error).toHaveProperty('refusal');
      });
    expect(openXlsx(result.file.bytes(), 'a.xlsx').ok).toBe(true);
  };

  test('bytes changed anywhere in the package', async () => {
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const bytes = whole.slice();
        for (const [at, value] of changes) bytes[at] = value;
        await tries(bytes);
      }),
      { numRuns: 500 },
    );
  });

  test('a part cut, doubled or strewn with other characters', async () => {
    const parts = packageParts(SOURCE);
    const name = fc.constantFrom(...Object.keys(parts));
    const piece = fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '&',
        '"',
        '/',
        '\0',
        '</row>',
        '<row r="0">',
        '<c r="A99999999">',
        '<f t="shared" si="0"/>',
        ']]>',
        'xmlns=""',
        '999999999999',
        '-1',
      ),
      fc.string({ unit: 'grapheme' }),
    );
    await fc.assert(
      fc.asyncProperty(name, fc.nat(2000), fc.nat(20), piece, async (part, at, cut, inserted) => {
        const before = new TextDecoder().decode(parts[part]);
        const place = at % (before.length + 1);
        await tries(
          zip({ ...parts, [part]: text(before.slice(0, place) + inserted + before.slice(place + cut)) }),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('any bytes at all, with the signature of a zip or a compound file before them', async () => {
    const start = fc.constantFrom([], [0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 200 }), async (head, tail) => {
        await tries(new Uint8Array([...head, ...tail]));
      }),
    );
  });
});

function sheetOf(cells: string): string {
  return `<worksheet xmlns="${MAIN}"><sheetData><row r="1">${cells}</row></sheetData></worksheet>`;
}

function withoutPart(name: string): Uint8Array {
  return zip(Object.fromEntries(Object.entries(packageParts(SOURCE)).filter(([part]) => part !== name)));
}

/** Renames a part in its header and its record, to a name of the same length. */
function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte))
    .join('')
    .replaceAll(from, to);
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}
