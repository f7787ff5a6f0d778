/** Breaks the parts of the package: styles, shared strings, the list of sheets, any XML, and the list of parts itself. */
import { editPart, sheetParts, type Book } from '../book';
import type { Random } from '../random';
import { escape } from './cellText';
import hostile from './hostileValues.json';

type PartsEdit = (book: Book, random: Random) => void;

function anyXml(book: Book, random: Random): string | undefined {
  return random.oneOf([...book.parts.keys()].filter((name) => typeof book.parts.get(name) === 'string'));
}

function partLike(book: Book, pattern: RegExp): string | undefined {
  return [...book.parts.keys()].find((name) => pattern.test(name));
}

/** Changes one place where a pattern matches. */
function changeOne(xml: string, pattern: RegExp, random: Random, change: (text: string) => string): string {
  const match = random.oneOf([...xml.matchAll(pattern)]);
  return match
    ? xml.slice(0, match.index) + change(match[0]) + xml.slice(match.index + match[0].length)
    : xml;
}

const ENTITIES =
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d SYSTEM "file:///etc/passwd">]>';

export const STYLE_EDITS: Readonly<Record<string, PartsEdit>> = {
  'number format': (book, random) => {
    const code = escape(random.oneOf(hostile.formats) ?? '');
    const id = 200 + random.below(50);
    editPart(book, partLike(book, /styles\.xml$/), (xml) => {
      const added = `<numFmt numFmtId="${id}" formatCode="${code}"/>`;
      const listed = xml.includes('</numFmts>')
        ? xml.replace('</numFmts>', () => `${added}</numFmts>`)
        : xml.replace(/(<styleSheet\b[^>]*>)/, (open) => `${open}<numFmts count="1">${added}</numFmts>`);
      return listed.replace(/<cellXfs[\s\S]*<\/cellXfs>/, (formats) =>
        formats.replace(/numFmtId="\d+"/g, (old) => (random.chance(40) ? `numFmtId="${id}"` : old)),
      );
    });
  },
  'built-in format': (book, random) => {
    editPart(book, partLike(book, /styles\.xml$/), (xml) =>
      xml.replace(/<cellXfs[\s\S]*<\/cellXfs>/, (formats) =>
        formats.replace(/numFmtId="\d+"/g, (old) =>
          random.chance(40) ? `numFmtId="${random.pick([9, 10, 14, 22, 31, 46, 49, 12, 58, 999, -1])}"` : old,
        ),
      ),
    );
  },
  'locked cells': (book, random) => {
    editPart(book, partLike(book, /styles\.xml$/), (xml) =>
      changeOne(xml, /<xf\b[^>]*\/>/g, random, (text) =>
        text.replace('/>', ' applyProtection="1"><protection locked="0"/></xf>'),
      ),
    );
    editPart(book, random.oneOf(sheetParts(book)), (xml) =>
      xml.replace('</sheetData>', '</sheetData><sheetProtection sheet="1"/>'),
    );
  },
  'styles gone': (book) => {
    const part = partLike(book, /styles\.xml$/);
    if (part !== undefined) book.parts.delete(part);
    editPart(book, partLike(book, /workbook\.xml\.rels$/), (xml) =>
      xml.replace(/<Relationship\b[^>]*styles"[^>]*\/>/, ''),
    );
    editPart(book, '[Content_Types].xml', (xml) => xml.replace(/<Override\b[^>]*styles\.xml"[^>]*\/>/, ''));
  },
  'formats of differences': (book, random) => {
    editPart(book, partLike(book, /styles\.xml$/), (xml) =>
      xml
        .replace(/<dxfs[\s\S]*?(<\/dxfs>|\/>)/, '')
        .replace(
          '</styleSheet>',
          () =>
            `${random.pick(['<dxfs/>', '<dxfs count="9"></dxfs>', '', '<dxfs count="1"><dxf/></dxfs>'])}</styleSheet>`,
        ),
    );
  },
};

export const BOOK_EDITS: Readonly<Record<string, PartsEdit>> = {
  'sheet name': (book, random) => {
    const name = escape(
      random.pick([
        '__proto__',
        'constructor',
        "it's",
        'a&b',
        '=1+1',
        '汇总',
        '',
        '自评',
        'x'.repeat(300),
        '\u202e表',
      ]),
    );
    editPart(book, partLike(book, /xl\/workbook\.xml$/), (xml) =>
      changeOne(xml, /<sheet\b[^>]*\/>/g, random, (text) =>
        text.replace(/\sname="[^"]*"/, () => ` name="${name}"`),
      ),
    );
  },
  'sheet twice': (book, random) => {
    editPart(book, partLike(book, /xl\/workbook\.xml$/), (xml) =>
      changeOne(
        xml,
        /<sheet\b[^>]*\/>/g,
        random,
        (text) => text + (random.chance(50) ? text : text.replace(/\sname="[^"]*"/, ' name="副本"')),
      ),
    );
  },
  'sheets of one name': (book, random) => {
    const name = random.pick(['表', 'Sheet1', '__proto__']);
    editPart(book, partLike(book, /xl\/workbook\.xml$/), (xml) =>
      xml.replace(/(<sheet\b[^>]*?\sname=")[^"]*"/g, `$1${name}"`),
    );
    const part = random.oneOf(sheetParts(book));
    const copy = part?.replace(/[^/]*$/, 'copy.xml');
    const content = part === undefined ? undefined : book.parts.get(part);
    if (copy === undefined || content === undefined) return;
    book.parts.set(copy, content);
    editPart(book, '[Content_Types].xml', (xml) =>
      xml.replace(
        '</Types>',
        `<Override PartName="/${copy}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
      ),
    );
    editPart(book, partLike(book, /workbook\.xml\.rels$/), (xml) =>
      xml.replace(
        '</Relationships>',
        `<Relationship Id="rIdC" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="/${copy}"/></Relationships>`,
      ),
    );
    const second = random.chance(50) ? name : '另一张';
    editPart(book, partLike(book, /xl\/workbook\.xml$/), (xml) =>
      xml.replace('</sheets>', `<sheet name="${second}" sheetId="77" r:id="rIdC"/></sheets>`),
    );
  },
  'hidden sheet': (book, random) => {
    editPart(book, partLike(book, /xl\/workbook\.xml$/), (xml) =>
      changeOne(
        xml,
        /<sheet\b/g,
        random,
        (text) => `${text} state="${random.pick(['hidden', 'veryHidden', 'zz'])}"`,
      ),
    );
  },
  'dates from 1904': (book) => {
    editPart(book, partLike(book, /xl\/workbook\.xml$/), (xml) =>
      xml.includes('<workbookPr')
        ? xml.replace('<workbookPr', '<workbookPr date1904="1"')
        : xml.replace('<sheets>', '<workbookPr date1904="1"/><sheets>'),
    );
  },
  calculation: (book, random) => {
    editPart(book, partLike(book, /xl\/workbook\.xml$/), (xml) =>
      xml
        .replace(/<calcPr[^>]*\/>/, '')
        .replace(
          '</workbook>',
          () =>
            `${random.pick(['<calcPr/>', '<calcPr fullCalcOnLoad="0"></calcPr>', '<calcPr calcMode="manual"/>'])}</workbook>`,
        ),
    );
  },
  'shared string': (book, random) => {
    const text = escape(random.oneOf(hostile.texts) ?? '');
    editPart(book, partLike(book, /sharedStrings\.xml$/), (xml) =>
      changeOne(xml, /<si>[\s\S]*?<\/si>/g, random, (old) =>
        random.pick([
          '',
          '<si/>',
          `<si><t>${text}</t></si>`,
          `<si><r><t>${text}</t></r><r><t>1</t></r></si>`,
          old + old,
        ]),
      ),
    );
  },
  'settings of ours': (book, random) => {
    const key = random.pick([
      'rules',
      'ruleSet',
      'options',
      'ignored',
      'directions',
      'headers',
      'headerNames',
      '__proto__',
    ]);
    const value = escape(
      random.pick([
        '{',
        'null',
        '[]',
        '{"__proto__":{"polluted":1}}',
        '{"id":"mof-2020"}',
        '"wuhan"',
        '{"typedScores":"overwrite","marks":true}',
        '['.repeat(9000),
        '{"version":1,"value":null}',
        '1e999',
      ]),
    );
    book.parts.set(
      'customXml/item9.xml',
      `<settings xmlns="urn:ziping:settings"><setting key="${key}">${value}</setting></settings>`,
    );
    editPart(book, partLike(book, /workbook\.xml\.rels$/), (xml) =>
      xml.replace(
        '</Relationships>',
        '<Relationship Id="rIdS" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/item9.xml"/></Relationships>',
      ),
    );
  },
};

export const XML_EDITS: Readonly<Record<string, PartsEdit>> = {
  'attribute gone': (book, random) => {
    editPart(book, anyXml(book, random), (xml) => changeOne(xml, /\s[\w:]+="[^"<]*"/g, random, () => ''));
  },
  'attribute changed': (book, random) => {
    const value = random.pick([
      '',
      '-1',
      '0',
      '99999999999',
      '1e9',
      'NaN',
      '__proto__',
      '../../x',
      'A1',
      'true',
      '&#65;',
      '%00',
    ]);
    editPart(book, anyXml(book, random), (xml) => changeOne(xml, /="[^"<]*"/g, random, () => `="${value}"`));
  },
  'attribute of a sheet': (book, random) => {
    editPart(book, random.oneOf(sheetParts(book)), (xml) =>
      changeOne(xml, /\s\w+="[^"<]*"/g, random, () => ''),
    );
  },
  'tag gone': (book, random) => {
    editPart(book, anyXml(book, random), (xml) => changeOne(xml, /<[^<>]+>/g, random, () => ''));
  },
  'element gone': (book, random) => {
    editPart(book, anyXml(book, random), (xml) =>
      changeOne(xml, /<(\w+)\b[^<>]*>[^<]*<\/\1>|<[^<>/]+\/>/g, random, () => ''),
    );
  },
  entity: (book, random) => {
    const entity = random.pick([
      '&d;',
      '&c;',
      '&nbsp;',
      '&#0;',
      '&#xFFFF;',
      '&',
      '&#x110000;',
      '&amp;',
      '&#10;',
    ]);
    editPart(book, anyXml(book, random), (xml) =>
      changeOne(xml, />[^<>]*</g, random, (text) => `>${entity}${text.slice(1)}`),
    );
  },
  'document type': (book, random) => {
    editPart(book, anyXml(book, random), (xml) =>
      xml.replace(/(<\?xml[^>]*\?>)?/, (head) => head + ENTITIES),
    );
  },
  namespace: (book, random) => {
    editPart(book, anyXml(book, random), (xml) =>
      changeOne(xml, /xmlns(:\w+)?="[^"]*"/g, random, (text) =>
        random.pick([
          '',
          'xmlns="urn:other"',
          text.replace('2006/main', '2007/main'),
          'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
        ]),
      ),
    );
  },
  prefixes: (book, random) => {
    editPart(book, random.oneOf(sheetParts(book)), (xml) =>
      xml.replace(/<(\/?)([a-zA-Z]+)(?=[\s/>])/g, '<$1x:$2').replace(/\sxmlns="/, ' xmlns:x="'),
    );
  },
  'huge count': (book, random) => {
    editPart(book, anyXml(book, random), (xml) =>
      changeOne(xml, /\s(count|uniqueCount|max|min|width|ht)="[^"]*"/g, random, (text) =>
        text.replace(/"[^"]*"/, `"${random.pick(['4294967295', '-1', '99999999999999999999'])}"`),
      ),
    );
  },
  'deep elements': (book, random) => {
    const depth = random.pick([100, 5000]);
    editPart(book, anyXml(book, random), (xml) =>
      xml.replace(/<\/(\w+)>\s*$/, (end) => '<z>'.repeat(depth) + '</z>'.repeat(depth) + end),
    );
  },
  'other encoding': (book, random) => {
    const name = anyXml(book, random);
    const text = name === undefined ? undefined : book.parts.get(name);
    if (name === undefined || typeof text !== 'string') return;
    const kind = random.pick(['utf-16', 'bom', 'gbk', 'latin', 'nul']);
    if (kind === 'utf-16')
      book.parts.set(
        name,
        new Uint8Array(Buffer.from(`\ufeff${text.replace(/UTF-8/i, 'UTF-16')}`, 'utf16le')),
      );
    else if (kind === 'bom') book.parts.set(name, `\ufeff${text}`);
    else if (kind === 'nul') book.parts.set(name, `${text}\0`);
    else book.parts.set(name, text.replace(/UTF-8/i, kind === 'gbk' ? 'GB18030' : 'ISO-8859-1'));
  },
  'text cut': (book, random) => {
    editPart(book, anyXml(book, random), (xml) => xml.slice(0, random.below(xml.length)));
  },
};

export const LIST_EDITS: Readonly<Record<string, PartsEdit>> = {
  'part gone': (book, random) => {
    const name = random.oneOf([...book.parts.keys()]);
    if (name !== undefined) book.parts.delete(name);
  },
  'part renamed': (book, random) => {
    const name = random.oneOf([...book.parts.keys()]);
    const content = name === undefined ? undefined : book.parts.get(name);
    if (name === undefined || content === undefined) return;
    book.parts.delete(name);
    book.parts.set(
      random.pick([
        name.toUpperCase(),
        name.replaceAll('/', '\\'),
        `${name}.bak`,
        `../${name}`,
        '__proto__x',
        'xl/vbaProject.bin',
        '_xmlsignatures/sig1.xml',
      ]),
      content,
    );
  },
  'part added': (book, random) => {
    const name = random.pick([
      '_xmlsignatures/origin.sigs',
      'xl/vbaProject.bin',
      'mimetype',
      'x/y/z.bin',
      'customXml/item1.xml',
      'xl/calcChain.xml',
      'XL/STYLES.XML',
      'docMetadata/label.xml',
    ]);
    book.parts.set(name, random.pick<string | Uint8Array>(['', 'text', '<x/>', new Uint8Array(9000)]));
  },
  'parts exchanged': (book, random) => {
    const names = [...book.parts.keys()];
    const [one, two] = [random.oneOf(names), random.oneOf(names)];
    if (one === undefined || two === undefined) return;
    const [first, second] = [book.parts.get(one), book.parts.get(two)];
    if (first === undefined || second === undefined) return;
    book.parts.set(one, second);
    book.parts.set(two, first);
  },
};
