/** Breaks rows, columns, merges and what else stands around the cells of a sheet. */
import type { SheetEdit } from './mutation';
import { cellText, escape, hostileContent, replacePiece } from './cellText';
import type { Random } from '../random';

const ROW = /<row\b[^>]*?(?:\/>|>[\s\S]*?<\/row>)/g;
const MERGE = /<mergeCell\b[^>]*\/>/g;

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function pieces(xml: string, pattern: RegExp): readonly Piece[] {
  return [...xml.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }));
}

/** A rectangle somewhere on the sheet. */
function range(random: Random): string {
  const column = (): string => random.pick(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I']);
  const row = 1 + random.below(60);
  return `${column()}${row}:${column()}${row + random.below(6)}`;
}

/** Moves all rows from one on by some rows, and the merged areas with them when `isWhole`. */
function shiftRows(xml: string, from: number, by: number, isWhole: boolean): string {
  const move = (row: string): string => String(Number(row) >= from ? Number(row) + by : Number(row));
  const moved = xml.replace(
    /<(row|c)\b([^>]*?)\sr="([A-Z]*)(\d+)"/g,
    (_, tag: string, before: string, column: string, row: string) =>
      `<${tag}${before} r="${column}${move(row)}"`,
  );
  if (!isWhole) return moved;
  return moved.replace(
    /<mergeCell ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g,
    (_, a: string, b: string, c: string, d: string) => `<mergeCell ref="${a}${move(b)}:${c}${move(d)}"`,
  );
}

/** Puts an element behind the cells. */
function behindData(xml: string, element: string): string {
  return xml.replace('</sheetData>', () => `</sheetData>${element}`);
}

const ADDED: readonly [string, ...string[]] = [
  '<sheetProtection sheet="1" objects="1" scenarios="1"/>',
  '<sheetProtection password="CC1A" sheet="true"/>',
  '<autoFilter ref="A1:H60"/>',
  '<autoFilter ref="A1:XFD1048576"/>',
  '<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="1"><formula>TRUE</formula></cfRule></conditionalFormatting>',
  '<conditionalFormatting sqref="A1:A9"><cfRule type="expression" priority="2147483647"><formula>AND(N("ziping:score:5")=1,COUNTA($A$1)&gt;=0)</formula></cfRule></conditionalFormatting>',
  '<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="1"><formula>AND(N("ziping:score:9")=1,COUNTA($A$1:$XFD$1048576)&gt;=0)</formula></cfRule></conditionalFormatting>',
  '<conditionalFormatting sqref="__proto__ ???"><cfRule type="expression" priority="x"><formula>N("ziping:error")</formula></cfRule></conditionalFormatting>',
  '<conditionalFormatting sqref="H5:H40"><cfRule type="expression" priority="1"><formula>AND(N("ziping:score:99999999999999999999.5")=1,COUNTA($H$5:$H$40)&gt;=0)</formula></cfRule></conditionalFormatting>',
  '<conditionalFormatting/>',
  '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>',
  '<hyperlinks><hyperlink ref="A1" location="x"/></hyperlinks>',
  '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>',
  '<mergeCells count="99999999"/>',
  '<extLst><ext uri="{x}"><a xmlns="urn:a"/></ext></extLst>',
];

export const STRUCTURE_EDITS: Readonly<Record<string, SheetEdit>> = {
  'merge added': (xml, random) => {
    const merge = `<mergeCell ref="${random.chance(85) ? range(random) : random.pick(['A1:XFD1048576', 'B2', 'B9:A1', '__proto__', ''])}"/>`;
    return xml.includes('</mergeCells>')
      ? xml.replace('</mergeCells>', `${merge}</mergeCells>`)
      : behindData(xml, `<mergeCells count="1">${merge}</mergeCells>`);
  },
  'merge cut': (xml, random) => replacePiece(xml, random.oneOf(pieces(xml, MERGE)), ''),
  'merges gone': (xml) => xml.replace(/<mergeCells[\s\S]*<\/mergeCells>/, ''),
  'row gone': (xml, random) => {
    const row = random.oneOf(pieces(xml, ROW));
    const number = Number(/\sr="(\d+)"/.exec(row?.text ?? '')?.[1] ?? 0);
    const cut = replacePiece(xml, row, '');
    return random.chance(50) && number > 0 ? shiftRows(cut, number, -1, random.chance(70)) : cut;
  },
  'rows inserted': (xml, random) =>
    shiftRows(xml, 1 + random.below(50), random.pick([1, 2, 7, 1000, 100_000, 1_048_500]), random.chance(70)),
  'row copied below': (xml, random) => {
    const row = random.oneOf(pieces(xml, ROW));
    const from = Number(/\sr="(\d+)"/.exec(row?.text ?? '')?.[1] ?? 0);
    if (!row || from === 0) return xml;
    const opened = shiftRows(xml, from + 1, 1, random.chance(70));
    return opened.replace(row.text, () => row.text + shiftRows(row.text, from, 1, false));
  },
  'row twice': (xml, random) => {
    const row = random.oneOf(pieces(xml, ROW));
    return row ? replacePiece(xml, row, row.text + row.text) : xml;
  },
  'rows out of order': (xml, random) => {
    const rows = pieces(xml, ROW);
    const at = random.below(Math.max(1, rows.length - 1));
    const [one, two] = [rows[at], rows[at + 1]];
    return one && two ? replacePiece(xml, { start: one.start, end: two.end }, two.text + one.text) : xml;
  },
  'form twice': (xml, random) => {
    const body = /<sheetData>([\s\S]*)<\/sheetData>/.exec(xml)?.[1];
    return body === undefined
      ? xml
      : xml.replace(
          '</sheetData>',
          () => `${shiftRows(body, 1, random.pick([70, 200, 2000]), false)}</sheetData>`,
        );
  },
  'far cell': (xml, random) => {
    const name = random.pick(['A1048576', 'XFD1048576', 'H500000', 'XFD1', 'ZZ77']);
    const row = /\d+/.exec(name)?.[0] ?? '1';
    const { type, content } = hostileContent(random);
    return xml.replace(
      '</sheetData>',
      () => `<row r="${row}">${cellText(name, '', type, content)}</row></sheetData>`,
    );
  },
  'row number wrong': (xml, random) =>
    replaceSome(xml, /<row\b[^>]*?\sr="(\d+)"/g, random, (text) =>
      text.replace(
        /\sr="\d+"/,
        ` r="${random.pick(['0', '-1', '1048577', '99999999999', 'x', '3', '1e3'])}"`,
      ),
    ),
  'row without a number': (xml, random) =>
    replaceSome(xml, /<row\b[^>]*?>/g, random, (text) => text.replace(/\sr="\d+"/, '')),
  'many blank cells': (xml, random) => {
    const cells = '<c s="1"/>'.repeat(random.pick([300, 5000, 16_384, 16_385]));
    return xml.replace('</sheetData>', `<row>${cells}</row></sheetData>`);
  },
  'many blank rows': (xml, random) =>
    xml.replace('</sheetData>', `${'<row/>'.repeat(random.pick([300, 20_000]))}</sheetData>`),
  'columns of style': (xml, random) =>
    xml.replace(
      '<sheetData>',
      `<cols><col min="1" max="${random.pick(['16384', '9999999999', '0', '8'])}" width="9" style="${random.pick(['1', '77', '9999'])}"/></cols><sheetData>`,
    ),
  'element added': (xml, random) => behindData(xml, random.pick(ADDED)),
  'dimension wrong': (xml, random) =>
    xml.replace(
      /<dimension ref="[^"]*"/,
      `<dimension ref="${random.pick(['A1', 'A1:XFD1048576', '', '__proto__', 'B9:A1'])}"`,
    ),
  'spans wrong': (xml, random) =>
    replaceSome(xml, /<row\b[^>]*?>/g, random, (text) =>
      text
        .replace(/\sspans="[^"]*"/, '')
        .replace('<row', `<row spans="${random.pick(['1:99999', '9:1', 'x', '0:0', ''])}"`),
    ),
  'comment in the data': (xml, random) =>
    replaceSome(
      xml,
      /<\/c>|<\/row>|<v>/g,
      random,
      (text) => `${text}${random.pick(['<!-- <c r="A1"><v>1</v></c> -->', '<?x <c/> ?>', '\n\t'])}`,
    ),
  'CDATA in a cell': (xml, random) =>
    replaceSome(
      xml,
      /<v>[^<]*<\/v>/g,
      random,
      () => `<v><![CDATA[${escape(random.pick(['5', '<c r="A1"/>', '9']))}]]></v>`,
    ),
};

/** Changes one place where a pattern matches. */
function replaceSome(xml: string, pattern: RegExp, random: Random, change: (text: string) => string): string {
  const piece = random.oneOf(pieces(xml, pattern));
  return piece ? replacePiece(xml, piece, change(piece.text)) : xml;
}
