/** Joins the validations of a drawing, which stand row by row, into as few as will do: each costs Excel several actions. */
import { cellName, parseCellName } from '../../form/address';
import type { DrawnValidation } from '../../form/templates/sheetDrawing';
import { areaName, areasOf, addressesOf, type CellPlace } from './cellAreas';

export interface JoinedValidation extends Omit<DrawnValidation, 'range'> {
  /** One rectangle where the rule points at other cells, as seen from the first; else as many as there are: "B2:B5,B9". */
  readonly address: string;
}

/** Validations that say the same of all their cells. */
interface Group {
  readonly sample: DrawnValidation;
  readonly cells: CellPlace[];
}

export function joinValidations(validations: readonly DrawnValidation[]): readonly JoinedValidation[] {
  const groups = new Map<string, Group>();
  for (const validation of validations) {
    const cells = cellsOf(validation.range);
    const [first] = cells;
    if (!first) continue;
    const key = JSON.stringify({ ...validation, range: '', rule: seenFrom(validation, first) });
    const group = groups.get(key) ?? { sample: validation, cells: [] };
    groups.set(key, group);
    group.cells.push(...cells);
  }
  return [...groups.values()].flatMap(({ sample, cells }) => {
    const areas = areasOf(cells);
    if (!pointsAtCells(sample)) return addressesOf(areas).map((address) => ({ ...sample, address }));
    const [from] = cellsOf(sample.range);
    return areas.map((area) => ({
      ...sample,
      rule: from ? movedRule(sample, from, { row: area.top, column: area.left }) : sample.rule,
      address: areaName(area),
    }));
  });
}

function cellsOf(range: string): CellPlace[] {
  const [from = '', to = from] = range.split(':');
  const [start, end] = [parseCellName(from), parseCellName(to)];
  if (!start || !end) return [];
  return Array.from({ length: end.row - start.row + 1 }, (_, index) => ({
    ...start,
    row: start.row + index,
  }));
}

/** A limit that is one cell, such as "G12". */
function cellOf(limit: string | null): CellPlace | null {
  return limit === null || limit.includes('$') ? null : parseCellName(limit);
}

function limitsOf({ rule }: DrawnValidation): readonly (string | null)[] {
  return rule.kind === 'number' ? [rule.from, rule.to] : [];
}

/** Any reference or function makes a rule depend on where it stands; numbers do not. */
function pointsAtCells(validation: DrawnValidation): boolean {
  return limitsOf(validation).some((limit) => limit !== null && !isPlainNumber(limit));
}

export function isPlainNumber(limit: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(limit);
}

/** The rule with its cells told by how far away they are; a formula that is more than one cell stays alone. */
function seenFrom(validation: DrawnValidation, place: CellPlace): unknown {
  if (validation.rule.kind === 'list') return validation.rule;
  return limitsOf(validation).map((limit) => {
    if (limit === null || isPlainNumber(limit)) return limit;
    const at = cellOf(limit);
    return at ? [at.row - place.row, at.column - place.column] : [limit, place];
  });
}

function movedRule({ rule }: DrawnValidation, from: CellPlace, to: CellPlace): DrawnValidation['rule'] {
  if (rule.kind === 'list') return rule;
  const moved = (limit: string): string => {
    const at = cellOf(limit);
    return at ? cellName(at.row + to.row - from.row, at.column + to.column - from.column) : limit;
  };
  return { ...rule, from: moved(rule.from), to: rule.to === null ? null : moved(rule.to) };
}
