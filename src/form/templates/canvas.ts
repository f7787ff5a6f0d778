/** A sheet while it is being drawn: rows are added from the top down, areas are filled and merged. */
import { cellName, columnNumber, rangeName } from '../address';
import type { DrawnCell, DrawnStyle, DrawnValidation } from './sheetDrawing';
import messages from './messages.json';
import look from './styles.json';

/** A text, a number, a formula without its "=", or nothing. */
export type Content = string | number | { readonly formula: string } | null;

/** Columns counted from 0, both ends included. */
export interface Span {
  readonly left: number;
  readonly right: number;
}

export interface Canvas {
  /** How many rows there are: the next one gets this number. */
  readonly height: () => number;
  /** Adds a row of so many points and returns its number. */
  readonly addRow: (points: number) => number;
  /** Fills an area of the rows `top` to `bottom`; more than one cell is merged. */
  readonly fill: (
    span: Span,
    rows: { readonly top: number; readonly bottom: number },
    style: string,
    content: Content,
  ) => void;
  readonly validate: (
    range: string,
    kind: keyof typeof messages,
    rule: DrawnValidation['rule'],
    isStrict?: boolean,
  ) => void;
  readonly drawn: () => {
    readonly rowHeights: readonly number[];
    readonly cells: readonly DrawnCell[];
    readonly merges: readonly string[];
    readonly validations: readonly DrawnValidation[];
  };
}

/** The styles by name. */
export const STYLES: Readonly<Record<string, DrawnStyle>> = Object.fromEntries(
  Object.entries(look.styles).map(([name, style]) => [
    name,
    {
      ...look.plain,
      ...style,
      horizontal: 'horizontal' in style ? 'center' : 'left',
      vertical: 'vertical' in style ? 'top' : 'center',
    },
  ]),
);

/** Columns such as "C:I" or "C". */
export function spanOf(at: string): Span {
  return { left: columnNumber(at.replace(/:.*/, '')), right: columnNumber(at.replace(/.*:/, '')) };
}

export function createCanvas(): Canvas {
  const rowHeights: number[] = [];
  const cells: DrawnCell[] = [];
  const merges: string[] = [];
  const validations: DrawnValidation[] = [];
  return {
    height: () => rowHeights.length,
    addRow: (points) => rowHeights.push(points) - 1,
    fill({ left, right }, { top, bottom }, style, content) {
      for (let row = top; row <= bottom; row += 1) {
        for (let column = left; column <= right; column += 1) {
          const isFirst = row === top && column === left;
          cells.push({ row, column, ...contentOf(isFirst ? content : null), style });
        }
      }
      if (left !== right || top !== bottom) merges.push(rangeName(top, left, bottom, right));
    },
    validate(range, kind, rule, isStrict = true) {
      validations.push({ range, rule, ...messages[kind], isStrict });
    },
    drawn: () => ({
      rowHeights,
      cells: [...cells].sort((a, b) => a.row - b.row || a.column - b.column),
      merges,
      validations,
    }),
  };
}

function contentOf(content: Content): Pick<DrawnCell, 'value' | 'formula'> {
  if (content !== null && typeof content === 'object') return { value: null, formula: content.formula };
  return { value: content === '' ? null : content, formula: null };
}

/** "H12:H29" for cells of one column. */
export function columnRange(column: number, top: number, bottom: number): string {
  return top === bottom ? cellName(top, column) : rangeName(top, column, bottom, column);
}
