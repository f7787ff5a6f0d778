/** Reads the formulas of a sheet's cells: plain, shared between cells, and those that fill a whole area. */
import { parseCellName } from '../../form/address';
import { moveFormula, tokenise, type Token } from './formula/tokens';
import type { XmlTag } from './xml';

/** The longest formula Excel knows; a longer one is not worth moving to other cells. */
const FORMULA_LENGTH = 8192;

/** Every cell is looked up in the areas, so a hostile file must not bring too many. */
const MAX_AREAS = 1000;

/** A rectangle that one formula fills (array formula, data table), both ends included. */
export interface FormulaArea {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly formula: string;
}

export interface FormulaReader {
  /** An `<f>` opens in the cell at this place. */
  open(tag: XmlTag, row: number, column: number): void;
  text(text: string): void;
  /** The formula that just ended, null for an empty element. */
  close(): string | null;
  /** Areas whose other cells hold results without a formula of their own. */
  readonly areas: readonly FormulaArea[];
}

interface SharedFormula {
  readonly row: number;
  readonly column: number;
  readonly tokens: readonly Token[];
}

interface OpenFormula {
  readonly type: string;
  readonly shareIndex: string;
  readonly ref: string;
  readonly row: number;
  readonly column: number;
  text: string;
}

export function createFormulaReader(): FormulaReader {
  const shared = new Map<string, SharedFormula>();
  const areas: FormulaArea[] = [];
  let open: OpenFormula | null = null;

  const closeShared = ({ shareIndex, row, column }: OpenFormula, text: string): string => {
    const master = shared.get(shareIndex);
    if (text === '')
      return master ? moveFormula(master.tokens, row - master.row, column - master.column) : '';
    const tokens = text.length > FORMULA_LENGTH ? null : tokenise(text);
    if (tokens) shared.set(shareIndex, { row, column, tokens });
    return text;
  };

  return {
    areas,
    open(tag, row, column) {
      open = {
        type: tag.attribute('t') ?? 'normal',
        shareIndex: tag.attribute('si') ?? '',
        ref: tag.attribute('ref') ?? '',
        row,
        column,
        text: '',
      };
    },
    text(text) {
      if (open) open.text += text;
    },
    close() {
      if (!open) return null;
      const ended = open;
      open = null;
      const text = ended.text.replace(/^=/, '');
      if (ended.type === 'shared') return closeShared(ended, text);
      if (ended.type === 'normal') return text === '' ? null : text;
      const area = parseArea(ended.ref);
      const isWide = area && (area.top !== area.bottom || area.left !== area.right);
      if (isWide && areas.length < MAX_AREAS) areas.push({ ...area, formula: text });
      return text;
    },
  };
}

/** "A1:B2" as a rectangle; null for what is none. */
export function parseArea(ref: string): Omit<FormulaArea, 'formula'> | null {
  const [first = '', last = first] = ref.split(':');
  const from = parseCellName(first);
  const to = parseCellName(last);
  return from && to && { top: from.row, left: from.column, bottom: to.row, right: to.column };
}
