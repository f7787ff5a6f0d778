/** Excel.RangeBorderCollection and Excel.RangeBorder. */
import type { Area, Line, Sheet } from '../../book/book';
import { integerAt, invalid } from '../arguments';
import { bind, type ClassDefinition, type Scope } from '../definition';
import { cellsOf, common, intersection, type Place } from '../place';
import type { Json } from '../protocol';
import styles from './borderStyles.json';
import { colorOf } from './colors';

type Side = 'top' | 'right' | 'bottom' | 'left';

const SIDES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
] as const;

type SideIndex = (typeof SIDES)[number];

interface Border {
  readonly place: Place;
  readonly side: SideIndex;
}

/** Which cells of an area carry a border, and on which of their sides. */
function edgeOf(area: Area, side: SideIndex): readonly { readonly area: Area | null; readonly side: Side }[] {
  switch (side) {
    case 'EdgeTop':
      return [{ area: { ...area, bottom: area.top }, side: 'top' }];
    case 'EdgeBottom':
      return [{ area: { ...area, top: area.bottom }, side: 'bottom' }];
    case 'EdgeLeft':
      return [{ area: { ...area, right: area.left }, side: 'left' }];
    case 'EdgeRight':
      return [{ area: { ...area, left: area.right }, side: 'right' }];
    case 'InsideVertical':
      return area.left === area.right
        ? []
        : [
            { area: { ...area, right: area.right - 1 }, side: 'right' },
            { area: { ...area, left: area.left + 1 }, side: 'left' },
          ];
    case 'InsideHorizontal':
      return area.top === area.bottom
        ? []
        : [
            { area: { ...area, bottom: area.bottom - 1 }, side: 'bottom' },
            { area: { ...area, top: area.top + 1 }, side: 'top' },
          ];
  }
}

export const rangeBorderCollection: ClassDefinition<Place> = {
  name: 'RangeBorderCollection',
  items: (place, scope) => SIDES.map((side) => bind(rangeBorder, { place, side }, scope)),
  item: (place, key, scope) => {
    const side = SIDES.find((candidate) => candidate === key);
    if (!side) throw invalid('RangeBorderCollection.getItem');
    return bind(rangeBorder, { place, side }, scope);
  },
  members: {
    count: { kind: 'value', since: '1.1', read: () => SIDES.length },
    getItemAt: {
      kind: 'path',
      since: '1.1',
      get: (place, args, scope) => {
        const side = SIDES[integerAt(args, 0, 'RangeBorderCollection.getItemAt')];
        if (!side) throw invalid('RangeBorderCollection.getItemAt');
        return bind(rangeBorder, { place, side }, scope);
      },
    },
  },
};

export const rangeBorder: ClassDefinition<Border> = {
  name: 'RangeBorder',
  identity: ({ side }) => ({ _Id: side }),
  members: {
    sideIndex: { kind: 'value', since: '1.1', read: ({ side }) => side },
    style: {
      kind: 'value',
      since: '1.1',
      read: (border) => commonOf(border, (line) => (line ? officeStyle(line).style : 'None')),
      write: (border, value, scope) => {
        const weightOf = (line: Line | null) => (line ? officeStyle(line).weight : 'Thin');
        changeLines(border, (line) => (value === 'None' ? null : styled(line, value, weightOf(line))), scope);
      },
    },
    weight: {
      kind: 'value',
      since: '1.1',
      read: (border) => commonOf(border, (line) => (line ? officeStyle(line).weight : 'Thin')),
      write: (border, value, scope) => {
        changeLines(
          border,
          (line) => styled(line, line ? officeStyle(line).style : 'Continuous', value),
          scope,
        );
      },
    },
    color: {
      kind: 'value',
      since: '1.1',
      read: (border) => commonOf(border, (line) => line?.color ?? '#000000'),
      write: (border, value, scope) => {
        const color = colorOf(value, 'RangeBorder.color');
        changeLines(border, (line) => ({ style: line?.style ?? 'thin', color }), scope);
      },
    },
  },
};

function officeStyle(line: Line): { readonly style: string; readonly weight: string } {
  const found = Object.entries(styles).find(([name]) => name === line.style);
  return found ? found[1] : styles.thin;
}

/** The line that has a style and a weight of Office.js, or the nearest there is. */
function styled(line: Line | null, style: Json, weight: Json): Line {
  const ofStyle = Object.entries(styles).filter(([, office]) => office.style === style);
  const [name] = ofStyle.find(([, office]) => office.weight === weight) ?? ofStyle[0] ?? [];
  const isWeight = Object.values(styles).some((office) => office.weight === weight);
  if (name === undefined || !isWeight) throw invalid('RangeBorder.style');
  return { style: name, color: line?.color ?? '#000000' };
}

function commonOf({ place, side }: Border, read: (line: Line | null) => string): Json {
  return common([...linesOf(place, side)].map(read)) ?? null;
}

/** Borders inside the used area; whole rows and columns are not gone through to the end. */
function* linesOf({ sheet, areas }: Place, side: SideIndex): Generator<Line | null> {
  for (const whole of areas) {
    for (const { area, side: cellSide } of edgeOf(whole, side)) {
      const used = sheet.usedArea(false);
      const inside = area && used && intersection(area, used);
      if (!inside) yield null;
      else {
        for (const { row, column } of cellsOf(inside)) yield sheet.cell(row, column).look.border[cellSide];
      }
    }
  }
}

function changeLines(
  { place, side }: Border,
  change: (line: Line | null) => Line | null,
  scope: Scope,
): void {
  for (const whole of place.areas) {
    for (const { area, side: cellSide } of edgeOf(whole, side)) {
      if (area) changeSide(place.sheet, area, cellSide, change);
    }
  }
  scope.noteChanges(1);
}

function changeSide(sheet: Sheet, area: Area, side: Side, change: (line: Line | null) => Line | null): void {
  for (const { row, column } of cellsOf(area)) {
    const line = change(sheet.cell(row, column).look.border[side]);
    sheet.setLook({ top: row, left: column, bottom: row, right: column }, { border: { [side]: line } });
  }
}
