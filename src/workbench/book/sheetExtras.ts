/** Reads what a worksheet holds besides its cells: columns, rows, merges, panes, filter, protection, conditional formats. */
import { LAST_COLUMN } from '../../workbook/xlsx/limits';
import { isTrue, wholeNumber } from '../../workbook/xlsx/xml';
import { parseArea, parseAreas } from './areas';
import type { Area, PageSetUp } from './book';
import type { Looks } from './looks';
import { readPage } from './readPage';
import { readValidations } from './readValidations';
import type { ColumnSpan, FormatState, Protection, RowSetting, Style, ValidationState } from './state';
import { childOf, listOf, readTree, type XmlNode } from '../../workbook/xlsx/xmlTree';
import { defaultColumnPoints, widthPoints } from '../../workbook/xlsx/columnWidths';

export interface SheetExtras {
  readonly rowSettings: ReadonlyMap<number, RowSetting>;
  readonly columns: readonly ColumnSpan[];
  readonly defaultHeight: number;
  readonly defaultWidth: number;
  readonly merges: readonly Area[];
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly showsGridlines: boolean;
  readonly page: PageSetUp;
  readonly validations: readonly ValidationState[];
  readonly filter: Area | null;
  readonly formats: readonly FormatState[];
  readonly protection: Protection | null;
  readonly selection: Area;
}

const DEFAULT_HEIGHT = 15;

/** Reads a worksheet's extras; `digitWidth` is that of the workbook's font in pixels. */
export function readSheetExtras(
  xml: string,
  part: string,
  {
    looks,
    styles,
    digitWidth,
    idOf,
  }: {
    readonly looks: Looks;
    readonly styles: readonly Style[];
    readonly digitWidth: number;
    readonly idOf: (place: number) => string;
  },
): SheetExtras {
  const root = readTree(
    xml,
    part,
    (tag) => (tag.depth === 2 && tag.local === 'row') || tag.local === 'extLst',
  );
  const format = childOf(root, 'sheetFormatPr')?.tag;
  const view = listOf(root, 'sheetViews')[0] ?? null;
  const selections = view?.children.filter(({ name }) => name === 'selection') ?? [];
  const pane = childOf(view, 'pane')?.tag;
  const isFrozen = /^frozen/.test(pane?.attribute('state') ?? '');
  const active = selections.find(
    ({ tag }) => (tag.attribute('pane') ?? 'topLeft') === (pane?.attribute('activePane') ?? 'topLeft'),
  );
  const filter = childOf(root, 'autoFilter')?.tag.attribute('ref');
  const width = Number(format?.attribute('defaultColWidth'));
  const height = Number(format?.attribute('defaultRowHeight'));
  return {
    rowSettings: readRows(listOf(root, 'sheetData'), styles),
    columns: readColumns(listOf(root, 'cols'), styles, digitWidth),
    defaultHeight: height > 0 ? height : DEFAULT_HEIGHT,
    defaultWidth:
      width > 0
        ? widthPoints(width, digitWidth)
        : defaultColumnPoints(Number(format?.attribute('baseColWidth') ?? 8), digitWidth),
    merges: listOf(root, 'mergeCells').flatMap(({ tag }) => parseArea(tag.attribute('ref') ?? '') ?? []),
    frozen: {
      rows: isFrozen ? (wholeNumber(pane?.attribute('ySplit')) ?? 0) : 0,
      columns: isFrozen ? (wholeNumber(pane?.attribute('xSplit')) ?? 0) : 0,
    },
    showsGridlines: isTrue(view?.tag.attribute('showGridLines') ?? '1'),
    page: readPage(root),
    validations: readValidations(root),
    filter: filter === undefined ? null : parseArea(filter),
    formats: readFormats(root, looks, idOf),
    protection: readProtection(childOf(root, 'sheetProtection')),
    selection: parseArea((active?.tag.attribute('sqref') ?? '').split(/\s+/)[0] ?? '') ?? {
      top: 0,
      left: 0,
      bottom: 0,
      right: 0,
    },
  };
}

function readRows(nodes: readonly XmlNode[], styles: readonly Style[]): ReadonlyMap<number, RowSetting> {
  const settings = new Map<number, RowSetting>();
  let row = -1;
  for (const { name, tag } of nodes) {
    if (name !== 'row') continue;
    row = (wholeNumber(tag.attribute('r')) ?? row + 2) - 1;
    const height = Number(tag.attribute('ht'));
    const isHidden = isTrue(tag.attribute('hidden'));
    const style = isTrue(tag.attribute('customFormat'))
      ? (styles[wholeNumber(tag.attribute('s')) ?? 0] ?? null)
      : null;
    if (height > 0 || isHidden || style) {
      settings.set(row, { height: height > 0 ? height : null, isHidden, style });
    }
  }
  return settings;
}

function readColumns(
  nodes: readonly XmlNode[],
  styles: readonly Style[],
  digitWidth: number,
): readonly ColumnSpan[] {
  return nodes
    .flatMap(({ tag }): ColumnSpan[] => {
      const first = wholeNumber(tag.attribute('min'));
      const last = wholeNumber(tag.attribute('max'));
      if (first === null || last === null || first < 1 || last < first) return [];
      const width = Number(tag.attribute('width'));
      const style = wholeNumber(tag.attribute('style'));
      return [
        {
          first: first - 1,
          last: Math.min(last - 1, LAST_COLUMN),
          width: width > 0 ? widthPoints(width, digitWidth) : null,
          isHidden: isTrue(tag.attribute('hidden')),
          style: style === null ? null : (styles[style] ?? null),
        },
      ];
    })
    .sort((a, b) => a.first - b.first);
}

function readProtection(node: XmlNode | null): Protection | null {
  if (!node || !isTrue(node.tag.attribute('sheet'))) return null;
  return {
    // An attribute that is 1, or not there, forbids.
    allowsFormats: !isTrue(node.tag.attribute('formatCells') ?? '1'),
    hasPassword: ['password', 'hashValue'].some((name) => (node.tag.attribute(name) ?? '') !== ''),
  };
}

const OPTIONS = [
  'operator',
  'text',
  'rank',
  'percent',
  'bottom',
  'aboveAverage',
  'equalAverage',
  'stdDev',
  'timePeriod',
];

/** In the order of their priorities, which tells the first from the others; their ids tell the place in the file. */
function readFormats(root: XmlNode, looks: Looks, idOf: (place: number) => string): readonly FormatState[] {
  let place = 0;
  return root.children
    .filter(({ name }) => name === 'conditionalFormatting')
    .flatMap((block) => {
      const areas = parseAreas(block.tag.attribute('sqref') ?? '');
      return block.children
        .filter(({ name }) => name === 'cfRule')
        .map((rule) => ({ rule, areas, place: place++ }));
    })
    .map(({ rule, areas, place: at }) => {
      const look = looks.differential[wholeNumber(rule.tag.attribute('dxfId')) ?? -1];
      const format: FormatState = {
        id: idOf(at),
        place: at,
        areas,
        stopsIfTrue: isTrue(rule.tag.attribute('stopIfTrue')),
        type: rule.tag.attribute('type') ?? '',
        formulas: rule.children.filter(({ name }) => name === 'formula').map(({ text }) => text),
        options: Object.fromEntries(
          OPTIONS.flatMap((name): [string, string][] => {
            const value = rule.tag.attribute(name);
            return value === undefined ? [] : [[name, value]];
          }),
        ),
        fill: look?.fill ?? null,
        fontColor: look?.fontColor ?? null,
      };
      return { format, priority: wholeNumber(rule.tag.attribute('priority')) ?? 0 };
    })
    .sort((a, b) => a.priority - b.priority)
    .map(({ format }) => format);
}
