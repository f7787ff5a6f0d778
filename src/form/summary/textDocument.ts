/** A written document as plain data: what a Word file, a sheet and the clipboard are all made from. Nothing in it is markup; every text stands as it is. */
import type { Decimal } from '../../engine/decimal';

/** Part after part, each on a page of its own. */
export interface TextDocument {
  readonly parts: readonly DocumentPart[];
}

export interface DocumentPart {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block =
  /** 1 for 一、, 2 for （一）, 3 for 1.; its number is part of the text. */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  /** Counted from 1 by whoever shows it. */
  | { readonly kind: 'list'; readonly items: readonly (readonly Run[])[] }
  | TableBlock
  /** Lines at the right edge: who signs, and when. */
  | { readonly kind: 'signature'; readonly lines: readonly (readonly Run[])[] };

/** A piece of text; a blank is what a person still has to write or look at, and says so. */
export interface Run {
  readonly kind: 'text' | 'blank';
  readonly text: string;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  /** Without the header and the total. */
  readonly rows: readonly TableRow[];
  /** The last row, of the same columns. */
  readonly total: TableRow;
}

export interface TableColumn {
  readonly header: string;
  /**
   * - `order`, `label`: text
   * - `weight`, `score`: added up in the total
   * - `share`: weight ÷ total weight
   * - `rate`: score ÷ weight
   */
  readonly role: 'order' | 'label' | 'weight' | 'score' | 'share' | 'rate';
  /** Part of the table's width; all columns together make 1. */
  readonly width: number;
  /** Places to which its numbers are shown. */
  readonly decimals: number;
}

/** One cell a column. */
export type TableRow = readonly TableCell[];

export interface TableCell {
  readonly text: string;
  /** The number that the text shows, a rate as a fraction; null for words and where nothing is known. */
  readonly value: Decimal | null;
}

/** How many columns the label of the total covers. */
export function totalSpan({ columns, total }: TableBlock): 1 | 2 {
  return columns[0]?.role === 'order' && total[1]?.text === '' ? 2 : 1;
}

/** How many blanks a person still has to fill in. */
export function countBlanks({ parts }: TextDocument): number {
  return parts.flatMap(({ blocks }) => blocks.flatMap(runsIn)).filter(({ kind }) => kind === 'blank').length;
}

function runsIn(block: Block): readonly Run[] {
  switch (block.kind) {
    case 'paragraph':
      return block.runs;
    case 'list':
      return block.items.flat();
    case 'signature':
      return block.lines.flat();
    case 'heading':
    case 'table':
      return [];
  }
}
