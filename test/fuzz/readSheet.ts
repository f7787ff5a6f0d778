/** An independent reader of worksheets: it shares no code with the one that it checks, save the XML parser. */
import { SaxesParser } from 'saxes';
import { textOf } from './readPackage';

export interface SeenCell {
  readonly style: string;
  readonly type: string;
  readonly formula: string | null;
  /** The text of `<v>` or of an inline string. */
  readonly text: string;
}

export interface SeenSheet {
  /** By "A1"; a name that stands twice has several. */
  readonly cells: ReadonlyMap<string, readonly SeenCell[]>;
  /** Everything but cells, marks of ours and the hints that a written cell may widen, in order. */
  readonly rest: readonly string[];
  /** The cells of marks of ours that remember a score, as ranges. */
  readonly ownRanges: readonly string[];
  /** The cells that array formulas fill, as ranges. */
  readonly arrays: readonly string[];
}

const OWN = 'ziping:';

const seen = new WeakMap<Uint8Array, SeenSheet>();

/** What a worksheet part says; read once, however often it is asked. */
export function readSheet(part: Uint8Array): SeenSheet {
  const sheet = seen.get(part) ?? parseSheet(textOf(part));
  seen.set(part, sheet);
  return sheet;
}

function parseSheet(xml: string): SeenSheet {
  const cells = new Map<string, SeenCell[]>();
  const ownRanges: string[] = [];
  const arrays: string[] = [];
  const tokens: string[] = [];
  const path: string[] = [];
  let row = 0;
  let column = 0;
  let cell: { name: string; style: string; type: string; formula: string | null; text: string } | null = null;
  /** Where the current conditional format and rule began among the tokens, and what is known of them. */
  let format = { start: 0, ranges: '', others: 0, own: 0 };
  let rule = { start: 0, text: '' };
  let rowStart = 0;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    path.push(tag.local);
    const attribute = (name: string): string => tag.attributes[name]?.value ?? '';
    const place = path.join('/');
    if (place === 'worksheet/sheetData/row') {
      row = /^\d+$/.test(attribute('r')) ? Number(attribute('r')) : row + 1;
      column = 0;
      rowStart = tokens.length;
    }
    if (place === 'worksheet/sheetData/row/c') {
      const name = attribute('r').toUpperCase();
      column = name === '' ? column + 1 : columnNumber(name);
      cell = {
        name: `${columnName(column)}${row}`,
        style: attribute('s'),
        type: attribute('t'),
        formula: null,
        text: '',
      };
      return;
    }
    if (cell) {
      if (tag.local === 'f') cell.formula = describe(tag.attributes);
      if (tag.local === 'f' && attribute('t') === 'array') arrays.push(attribute('ref'));
      return;
    }
    if (tag.local === 'conditionalFormatting')
      format = { start: tokens.length, ranges: attribute('sqref'), others: 0, own: 0 };
    if (tag.local === 'cfRule') rule = { start: tokens.length, text: '' };
    if (tag.local === 'dimension') return;
    tokens.push(`<${tag.local}${describe(tag.attributes, tag.local === 'row' ? ['spans'] : [])}>`);
  });
  const onText = (text: string): void => {
    if (cell && path.at(-1) === 'f') cell.formula = (cell.formula ?? '') + text;
    else if (cell && path.at(-1) === (cell.type === 'inlineStr' ? 't' : 'v') && !path.includes('rPh'))
      cell.text += text;
    else if (!cell && text.trim() !== '') tokens.push(text);
    if (!cell && path.includes('cfRule')) rule.text += text;
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', (tag) => {
    const place = path.join('/');
    path.pop();
    if (place === 'worksheet/sheetData/row/c' && cell) {
      const { name, ...seen } = cell;
      cells.set(name, [...(cells.get(name) ?? []), seen]);
      cell = null;
      return;
    }
    if (cell || tag.local === 'dimension') return;
    tokens.push(`</${tag.local}>`);
    // A row that says nothing but its number may have been made for a written cell.
    if (
      place === 'worksheet/sheetData/row' &&
      /^<row( r=\d+)?>$/.test(tokens[rowStart] ?? '') &&
      tokens.length === rowStart + 2
    )
      tokens.length = rowStart;
    if (tag.local === 'cfRule') {
      if (rule.text.includes(`"${OWN}`)) {
        tokens.length = rule.start;
        format.own += 1;
        if (rule.text.includes(`${OWN}score:`)) ownRanges.push(...format.ranges.split(/\s+/));
      } else format.others += 1;
    }
    if (tag.local === 'conditionalFormatting' && format.own > 0 && format.others === 0)
      tokens.length = format.start;
  });
  parser.write(xml).close();
  return { cells, rest: tokens, ownRanges, arrays };
}

function describe(
  attributes: Readonly<Record<string, { readonly value: string }>>,
  without: readonly string[] = [],
): string {
  return Object.entries(attributes)
    .filter(([name]) => !without.includes(name))
    .map(([name, { value }]) => ` ${name}=${value}`)
    .join('');
}

function columnNumber(name: string): number {
  let number = 0;
  for (const letter of /^[A-Z]+/.exec(name)?.[0] ?? '') number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

function columnName(number: number): string {
  let rest = number;
  let name = '';
  while (rest > 0) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
    rest = Math.floor((rest - 1) / 26);
  }
  return name;
}

/** True when a cell lies in one of the ranges. */
export function isIn(cell: string, ranges: readonly string[]): boolean {
  const row = Number(/\d+/.exec(cell)?.[0] ?? 0);
  const column = columnNumber(cell);
  return ranges.some((range) => {
    const [from = '', to = from] = range.split(':');
    const rows = [from, to].map((name) => Number(/\d+/.exec(name)?.[0] ?? 0));
    const [top = 0, bottom = 0] = rows;
    return row >= top && row <= bottom && column >= columnNumber(from) && column <= columnNumber(to);
  });
}
