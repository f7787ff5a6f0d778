/** How conditional formats change what is shown. Their rules are evaluated as formulas, many cells at a time, and kept until something changes. */
import { cellName, rangeName } from '../../form/address';
import { moveFormula, tokenise, type Token } from '../../workbook/xlsx/formula/tokens';
import { isTrue } from '../../workbook/xlsx/xml';
import { holds } from './areas';
import type { Area } from './book';
import type { Calculation } from './calculation';
import { onSheet } from './formulaText';
import type { BookState, FormatState, SheetState } from './state';

export interface ShownChange {
  /** Null when no conditional format changes it. */
  readonly fill: string | null;
  readonly fontColor: string | null;
}

export interface ShownLooks {
  of(state: BookState, sheet: SheetState, row: number, column: number): ShownChange;
}

/** Cells are evaluated in tiles of this size, about what a screen shows. */
const TILE_ROWS = 64;
const TILE_COLUMNS = 32;

const UNCHANGED: ShownChange = { fill: null, fontColor: null };

/** Evaluates through a calculation. */
export function createShownLooks(calculation: Calculation): ShownLooks {
  let evaluated: BookState | null = null;
  let tiles = new Map<string, ReadonlyMap<string, ShownChange>>();
  return {
    of(state, sheet, row, column) {
      if (!sheet.formats.some(({ areas }) => areas.some((area) => holds(area, row, column))))
        return UNCHANGED;
      if (evaluated !== state) tiles = new Map();
      evaluated = state;
      const top = Math.floor(row / TILE_ROWS) * TILE_ROWS;
      const left = Math.floor(column / TILE_COLUMNS) * TILE_COLUMNS;
      const key = `${sheet.id} ${top} ${left}`;
      const tile =
        tiles.get(key) ??
        evaluateTile(calculation, state, sheet, {
          top,
          left,
          bottom: top + TILE_ROWS - 1,
          right: left + TILE_COLUMNS - 1,
        });
      tiles.set(key, tile);
      return tile.get(`${row} ${column}`) ?? UNCHANGED;
    },
  };
}

interface Applied {
  readonly format: FormatState;
  readonly formula: string;
}

function evaluateTile(
  calculation: Calculation,
  state: BookState,
  sheet: SheetState,
  tile: Area,
): ReadonlyMap<string, ShownChange> {
  const cells = new Map<string, Applied[]>();
  const formulas = new Set<string>();
  for (const format of sheet.formats) {
    const rule = ruleOf(format, sheet.name);
    if (!rule) continue;
    for (const area of format.areas) {
      for (let row = Math.max(area.top, tile.top); row <= Math.min(area.bottom, tile.bottom); row += 1) {
        for (
          let column = Math.max(area.left, tile.left);
          column <= Math.min(area.right, tile.right);
          column += 1
        ) {
          const formula = moveFormula(rule.tokens, row - rule.row, column - rule.column);
          formulas.add(formula);
          const key = `${row} ${column}`;
          const applied = cells.get(key) ?? [];
          applied.push({ format, formula });
          cells.set(key, applied);
        }
      }
    }
  }
  const asked = [...formulas];
  const results = calculation.evaluate(state, asked);
  const isMet = new Set(
    asked.filter((_, index) => {
      const result = results[index];
      return (
        result &&
        !result.isError &&
        (result.value === true || (typeof result.value === 'number' && result.value !== 0))
      );
    }),
  );
  return new Map([...cells].map(([key, applied]) => [key, combine(applied, isMet)]));
}

/** The first format that says something about the fill decides it, and so with the colour of the font. */
function combine(applied: readonly Applied[], isMet: ReadonlySet<string>): ShownChange {
  let fill: string | null = null;
  let fontColor: string | null = null;
  for (const { format, formula } of applied) {
    if (!isMet.has(formula)) continue;
    fill ??= format.fill;
    fontColor ??= format.fontColor;
    if (format.stopsIfTrue) break;
  }
  return { fill, fontColor };
}

/** A rule as a formula with sheet names, and the cell it is written for; null for rules that are not shown. */
function ruleOf(
  format: FormatState,
  sheet: string,
): { readonly tokens: readonly Token[]; readonly row: number; readonly column: number } | null {
  const [area] = format.areas;
  const formula = area && ruleFormula(format, area);
  const tokens = formula === undefined || formula === null ? null : tokenise(formula);
  const placed = tokens && tokenise(onSheet(tokens, sheet));
  return area && placed ? { tokens: placed, row: area.top, column: area.left } : null;
}

const OPERATORS: Readonly<Record<string, string>> = {
  equal: '=',
  notEqual: '<>',
  greaterThan: '>',
  greaterThanOrEqual: '>=',
  lessThan: '<',
  lessThanOrEqual: '<=',
};

/** The rule as a formula for the first cell of its first area. Colour scales, data bars and icons are no such rules. */
function ruleFormula({ type, formulas, options, areas }: FormatState, first: Area): string | null {
  const cell = cellName(first.top, first.left);
  const [one, two] = formulas;
  const fixed = (area: Area): string =>
    rangeName(area.top, area.left, area.bottom, area.right).replace(/[A-Z]+|\d+/g, '$$$&');
  switch (type) {
    case 'cellIs': {
      if (one === undefined) return null;
      const operator = OPERATORS[options['operator'] ?? ''];
      if (operator !== undefined) return `${cell}${operator}(${one})`;
      if (two === undefined) return null;
      const isBetween = `AND(${cell}>=MIN((${one}),(${two})),${cell}<=MAX((${one}),(${two})))`;
      return options['operator'] === 'notBetween' ? `NOT(${isBetween})` : isBetween;
    }
    case 'duplicateValues':
    case 'uniqueValues': {
      const count = areas.map((area) => `COUNTIF(${fixed(area)},${cell})`).join('+');
      return `AND(${cell}<>"",${count}${type === 'uniqueValues' ? '=' : '>'}1)`;
    }
    case 'top10': {
      const range = fixed(first);
      const rank = String(Number(options['rank'] ?? 10));
      const many = isTrue(options['percent'])
        ? `MAX(1,INT(COUNT(${range})*${rank}/100))`
        : `MIN(${rank},COUNT(${range}))`;
      const isBottom = isTrue(options['bottom']);
      return `AND(ISNUMBER(${cell}),${cell}${isBottom ? '<=SMALL' : '>=LARGE'}(${range},${many}))`;
    }
    case 'aboveAverage': {
      const isBelow = options['aboveAverage'] !== undefined && !isTrue(options['aboveAverage']);
      const operator = `${isBelow ? '<' : '>'}${isTrue(options['equalAverage']) ? '=' : ''}`;
      return `AND(ISNUMBER(${cell}),${cell}${operator}AVERAGE(${fixed(first)}))`;
    }
    case 'colorScale':
    case 'dataBar':
    case 'iconSet':
      return null;
    default:
      // Rules about texts, blanks, errors and dates bring their own formula.
      return one ?? null;
  }
}
