/** Where the parts of a worksheet lie in its text, for patching in place. */
import { parseCellName } from '../../form/address';
import type { Mark } from '../../form/writePlan';
import { marksOfRule } from '../markRule';
import { parseXml, wholeNumber, type XmlTag } from './xml';

export interface CellPlace {
  readonly column: number;
  readonly start: number;
  /** Behind the ">" of the start tag. */
  readonly openEnd: number;
  readonly end: number;
  /** The `<f>` element. */
  readonly formula: { readonly start: number; readonly end: number } | null;
}

export interface RowPlace {
  readonly row: number;
  readonly start: number;
  readonly openEnd: number;
  /** Where the end tag starts; the end of the tag when it closes itself. */
  readonly closeStart: number;
  readonly end: number;
  /** The cells in their order, empty for rows that were not asked for. */
  readonly cells: readonly CellPlace[];
}

export interface RulePlace {
  readonly start: number;
  readonly end: number;
  /** The marks that the rule stands for; null when it is none of ours. */
  readonly marks: readonly Mark[] | null;
}

export interface ConditionalFormat {
  readonly start: number;
  readonly end: number;
  readonly rules: readonly RulePlace[];
}

export interface SheetLayout {
  /** "x:" when the elements of the sheet have the prefix x. */
  readonly prefix: string;
  readonly dimension: { readonly start: number; readonly end: number; readonly ref: string } | null;
  readonly sheetData: Pick<RowPlace, 'start' | 'openEnd' | 'closeStart' | 'end'>;
  readonly rows: readonly RowPlace[];
  readonly conditionalFormats: readonly ConditionalFormat[];
  /** Where the order of elements allows a new conditional format behind all others. */
  readonly formatsEnd: number;
  /** The highest priority number among rules that are not ours. */
  readonly lastPriority: number;
}

/** What comes before conditional formats in a worksheet (CT_Worksheet, ISO/IEC 29500-1 18.3.1.99). */
const BEFORE_FORMATS: ReadonlySet<string> = new Set(
  (
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges ' +
    'scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting'
  ).split(' '),
);

/** Maps a sheet; cells are listed for the rows asked for. The text must have been read without error before. */
export function mapSheet(xml: string, part: string, wantedRows: ReadonlySet<number>): SheetLayout {
  const rows: RowPlace[] = [];
  const conditionalFormats: ConditionalFormat[] = [];
  const path: string[] = [];
  let prefix = '';
  let dimension: SheetLayout['dimension'] = null;
  let sheetData = { start: 0, openEnd: 0, closeStart: 0, end: 0 };
  let formatsEnd = 0;
  let lastPriority = 0;
  let row = -1;
  let column = -1;
  let rowTag: XmlTag | null = null;
  let cellTag: XmlTag | null = null;
  let formulaTag: XmlTag | null = null;
  let formula: CellPlace['formula'] = null;
  let cells: CellPlace[] = [];
  let formatTag: XmlTag | null = null;
  let ruleTag: XmlTag | null = null;
  let ruleText = '';
  let rules: RulePlace[] = [];
  const found: { sheetData: XmlTag | null } = { sheetData: null };

  const openInSheetData = (tag: XmlTag): void => {
    if (tag.depth === 2 && path[2] === 'row') {
      const given = wholeNumber(tag.attribute('r'));
      row = given === null ? row + 1 : given - 1;
      column = -1;
      rowTag = tag;
      cells = [];
    } else if (tag.depth === 3 && path[3] === 'c') {
      const place = parseCellName((tag.attribute('r') ?? '').toUpperCase());
      column = place ? place.column : column + 1;
      cellTag = tag;
      formula = null;
    } else if (tag.depth === 4 && path[4] === 'f') {
      formulaTag = tag;
    }
  };

  const closeInSheetData = (depth: number, start: number, end: number): void => {
    if (depth === 4 && formulaTag) {
      formula = { start: formulaTag.start, end };
      formulaTag = null;
    } else if (depth === 3 && cellTag) {
      if (wantedRows.has(row)) {
        cells.push({ column, start: cellTag.start, openEnd: cellTag.end, end, formula });
      }
      cellTag = null;
    } else if (depth === 2 && rowTag) {
      const closeStart = rowTag.selfClosing ? end : start;
      rows.push({ row, start: rowTag.start, openEnd: rowTag.end, closeStart, end, cells });
      rowTag = null;
    }
  };

  const openInFormats = (tag: XmlTag): void => {
    if (tag.depth === 1) {
      formatTag = tag;
      rules = [];
    } else if (tag.depth === 2 && path[2] === 'cfRule') {
      ruleTag = tag;
      ruleText = '';
    }
  };

  const closeInFormats = (depth: number, end: number): void => {
    if (depth === 2 && ruleTag) {
      const marks = marksOfRule(ruleText, formatTag ? rangesOf(formatTag) : []);
      rules.push({ start: ruleTag.start, end, marks });
      if (marks === null) notePriority(ruleTag);
      ruleTag = null;
    } else if (depth === 1 && formatTag) {
      conditionalFormats.push({ start: formatTag.start, end, rules });
      formatTag = null;
    }
  };

  const notePriority = (tag: XmlTag): void => {
    lastPriority = Math.max(lastPriority, wholeNumber(tag.attribute('priority')) ?? 0);
  };

  parseXml(xml, part, {
    open(tag) {
      path.length = tag.depth;
      path.push(tag.isSpreadsheet ? tag.local : '');
      if (tag.depth === 1 && path[1] === 'sheetData') {
        prefix = tag.prefix;
        found.sheetData = tag;
      } else if (tag.depth === 1 && path[1] === 'dimension') {
        dimension = { start: tag.start, end: tag.end, ref: tag.attribute('ref') ?? '' };
      }
      if (path[1] === 'sheetData') openInSheetData(tag);
      else if (path[1] === 'conditionalFormatting') openInFormats(tag);
      else if (tag.local === 'cfRule') notePriority(tag);
    },
    text(text) {
      if (ruleTag && path[3] === 'formula') ruleText += text;
    },
    close(_, depth, start, end) {
      if (path[1] === 'sheetData') closeInSheetData(depth, start, end);
      else if (path[1] === 'conditionalFormatting') closeInFormats(depth, end);
      const tag = found.sheetData;
      if (depth === 1 && path[1] === 'sheetData' && tag) {
        sheetData = { start: tag.start, openEnd: tag.end, closeStart: tag.selfClosing ? end : start, end };
      }
      if (depth === 1 && BEFORE_FORMATS.has(path[1] ?? '')) formatsEnd = end;
      path.length = depth;
    },
  });
  return { prefix, dimension, sheetData, rows, conditionalFormats, formatsEnd, lastPriority };
}

function rangesOf(format: XmlTag): readonly string[] {
  return (format.attribute('sqref') ?? '').split(/\s+/).filter((range) => range !== '');
}
