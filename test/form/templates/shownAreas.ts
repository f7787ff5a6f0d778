/** A drawing as somebody would read it out: one line for every cell or merged area, with its style and what stands in it. */
import { parseRange, rangeName, type Area } from '../../../src/form/address';
import type { DrawnCell, SheetDrawing } from '../../../src/form/templates/sheetDrawing';

/** "A2:B5 label 资金", "C3 points =SUM(C4:C5)", "D4 amount" for one that is blank; from top to bottom and from left to right. */
export function shownAreas({ cells, merges }: Pick<SheetDrawing, 'cells' | 'merges'>): readonly string[] {
  const areas = merges.map((range) => ({ range, area: parseRange(range) }));
  const seen = new Set<string>();
  return cells.flatMap((cell) => {
    const own = areas.find(({ area }) => area !== null && holds(area, cell));
    const range = own?.range ?? rangeName(cell.row, cell.column, cell.row, cell.column).replace(/:.*/, '');
    const isFirst = !seen.has(range);
    seen.add(range);
    const line = [range, cell.style, contentOf(cell)].join(' ').trim();
    // Of a merged area only the first cell may hold something, and all look alike.
    return isFirst || line !== `${range} ${cell.style}` ? [line] : [];
  });
}

function holds({ top, left, bottom, right }: Area, { row, column }: DrawnCell): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

function contentOf({ value, formula }: DrawnCell): string {
  if (formula !== null) return `=${formula}`;
  return value === null ? '' : String(value);
}

/** "H3 weight: 0 to 100", "D4:D5 amount: from 0", "E9 operator: ≥ ≤"; "?" behind what is not strict. */
export function shownRules({ validations }: Pick<SheetDrawing, 'validations'>): readonly string[] {
  return validations.map(({ range, rule, hint, isStrict }) => {
    // Without its kind a rule would be none that Excel knows.
    const kind = { number: '', list: '' }[rule.kind];
    const what =
      rule.kind === 'list'
        ? rule.items.join(' ')
        : rule.to === null
          ? `from ${rule.from}`
          : `${rule.from} to ${rule.to}`;
    return `${range} ${hint.title}: ${kind}${what}${isStrict ? '' : '?'}`;
  });
}
