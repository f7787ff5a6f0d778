/** Excel.PageLayout and what is behind it: how a sheet is printed. */
import type { Area, PageSetUp, Sheet } from '../../book/book';
import { parseAddresses } from '../addresses';
import { choiceAt, invalid, placeAt, textAt, valueAt } from '../arguments';
import { bind, type Argument, type ClassDefinition, type Member, type Scope } from '../definition';
import { HostError } from '../hostError';
import { isEntireColumn, isEntireRow } from '../place';
import { isObject, type Json } from '../protocol';
import paperSizes from './paperSizes.json';
import { bindRange } from './range';
import { bindRangeAreas } from './rangeAreas';
import { sectionsOf, textOfSections, type Sections } from './headerText';

type Margin = keyof PageSetUp['margins'];

const MARGINS: readonly Margin[] = ['top', 'bottom', 'left', 'right', 'header', 'footer'];
const POINTS = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 } as const;

/** Excel takes no wider margin. */
const WIDEST_MARGIN = 49 * 72;
const LEAST_SCALE = 10;
const MOST_SCALE = 400;
const MOST_PAGES = 32_767;
const LONGEST_HEADER = 255;

/** What a sheet is printed on when nobody chose: the format of files says so. */
const DEFAULT_PAPER = 1;

export const pageLayout: ClassDefinition<Sheet> = {
  name: 'PageLayout',
  members: {
    orientation: {
      kind: 'value',
      since: '1.9',
      read: ({ page }) => (page.isLandscape ? 'Landscape' : 'Portrait'),
      write: (sheet, value, scope) => {
        if (value !== 'Portrait' && value !== 'Landscape') throw invalid('PageLayout.orientation');
        setPage(sheet, { isLandscape: value === 'Landscape' }, scope);
      },
    },
    paperSize: {
      kind: 'value',
      since: '1.9',
      read: ({ page: { paperSize } }) =>
        Object.entries(paperSizes).find(([, code]) => code === (paperSize ?? DEFAULT_PAPER))?.[0] ?? null,
      write: (sheet, value, scope) => {
        const paper = Object.entries(paperSizes).find(([name]) => name === value);
        if (!paper) throw invalid('PageLayout.paperSize');
        setPage(sheet, { paperSize: paper[1] }, scope);
      },
    },
    zoom: {
      kind: 'value',
      since: '1.9',
      read: ({ page: { zoom } }) =>
        zoom.kind === 'scale'
          ? { horizontalFitToPages: null, scale: zoom.percent, verticalFitToPages: null }
          : { horizontalFitToPages: zoom.wide, scale: null, verticalFitToPages: zoom.high },
      write: (sheet, value, scope) => {
        setPage(sheet, { zoom: readZoom(value) }, scope);
      },
    },
    centerHorizontally: flag(
      ({ centresAcross }) => centresAcross,
      (centresAcross) => ({ centresAcross }),
      'PageLayout.centerHorizontally',
    ),
    centerVertically: flag(
      ({ centresDown }) => centresDown,
      (centresDown) => ({ centresDown }),
      'PageLayout.centerVertically',
    ),
    topMargin: margin('top'),
    bottomMargin: margin('bottom'),
    leftMargin: margin('left'),
    rightMargin: margin('right'),
    headerMargin: margin('header'),
    footerMargin: margin('footer'),
    headersFooters: {
      kind: 'object',
      since: '1.9',
      get: (sheet, scope) => bind(headerFooterGroup, sheet, scope),
    },
    setPrintMargins: {
      kind: 'method',
      since: '1.9',
      writes: true,
      call: (sheet, args, scope) => {
        const location = 'PageLayout.setPrintMargins';
        const points = POINTS[choiceAt(args, 0, ['Points', 'Inches', 'Centimeters'], location)];
        const options = valueAt(args, 1, location);
        if (!isObject(options)) throw invalid(location);
        const margins = MARGINS.flatMap((name): [Margin, number][] => {
          const value = options[name];
          if (value === undefined || value === null) return [];
          if (typeof value !== 'number') throw invalid(`PageLayoutMarginOptions.${name}`);
          return [[name, checkedMargin(value * points, `PageLayoutMarginOptions.${name}`)]];
        });
        setPage(sheet, { margins: { ...sheet.page.margins, ...Object.fromEntries(margins) } }, scope);
        return undefined;
      },
    },
    setPrintArea: {
      kind: 'method',
      since: '1.9',
      writes: true,
      call: (sheet, args, scope) => {
        sheet.setPrintArea(areasAt(sheet, args, scope, 'PageLayout.setPrintArea'));
        scope.noteChanges(1);
        return undefined;
      },
    },
    getPrintArea: {
      kind: 'path',
      since: '1.9',
      get: (sheet, _args, scope) => {
        const areas = sheet.printArea;
        if (!areas) throw new HostError('ItemNotFound', 'PageLayout.getPrintArea');
        return bindRangeAreas({ sheet, areas }, scope);
      },
    },
    getPrintAreaOrNullObject: {
      kind: 'path',
      since: '1.9',
      get: (sheet, _args, scope) =>
        sheet.printArea && bindRangeAreas({ sheet, areas: sheet.printArea }, scope),
    },
    setPrintTitleRows: titles('rows', isEntireRow, 'PageLayout.setPrintTitleRows'),
    setPrintTitleColumns: titles('columns', isEntireColumn, 'PageLayout.setPrintTitleColumns'),
    getPrintTitleRows: title('rows', 'PageLayout.getPrintTitleRows'),
    getPrintTitleRowsOrNullObject: titleOrNull('rows'),
    getPrintTitleColumns: title('columns', 'PageLayout.getPrintTitleColumns'),
    getPrintTitleColumnsOrNullObject: titleOrNull('columns'),
  },
};

export const headerFooterGroup: ClassDefinition<Sheet> = {
  name: 'HeaderFooterGroup',
  members: {
    defaultForAllPages: {
      kind: 'object',
      since: '1.9',
      get: (sheet, scope) => bind(headerFooter, sheet, scope),
    },
  },
};

export const headerFooter: ClassDefinition<Sheet> = {
  name: 'HeaderFooter',
  members: {
    leftHeader: section('header', 'left', 'HeaderFooter.leftHeader'),
    centerHeader: section('header', 'center', 'HeaderFooter.centerHeader'),
    rightHeader: section('header', 'right', 'HeaderFooter.rightHeader'),
    leftFooter: section('footer', 'left', 'HeaderFooter.leftFooter'),
    centerFooter: section('footer', 'center', 'HeaderFooter.centerFooter'),
    rightFooter: section('footer', 'right', 'HeaderFooter.rightFooter'),
  },
};

function setPage(sheet: Sheet, change: Partial<PageSetUp>, scope: Scope): void {
  sheet.setPage(change);
  scope.noteChanges(1);
}

function flag(
  read: (page: PageSetUp) => boolean,
  change: (value: boolean) => Partial<PageSetUp>,
  location: string,
): Member<Sheet> {
  return {
    kind: 'value',
    since: '1.9',
    read: ({ page }) => read(page),
    write: (sheet, value, scope) => {
      if (typeof value !== 'boolean') throw invalid(location);
      setPage(sheet, change(value), scope);
    },
  };
}

function margin(name: Margin): Member<Sheet> {
  const location = `PageLayout.${name}Margin`;
  return {
    kind: 'value',
    since: '1.9',
    read: ({ page }) => page.margins[name],
    write: (sheet, value, scope) => {
      if (typeof value !== 'number') throw invalid(location);
      const margins = { ...sheet.page.margins, [name]: checkedMargin(value, location) };
      setPage(sheet, { margins }, scope);
    },
  };
}

function checkedMargin(points: number, location: string): number {
  if (!(points >= 0 && points <= WIDEST_MARGIN)) throw invalid(location);
  return points;
}

/** Either a scale or numbers of pages; a number that is left out is as many as it takes. */
function readZoom(value: Json): PageSetUp['zoom'] {
  if (!isObject(value)) throw invalid('PageLayout.zoom');
  const { scale = null, horizontalFitToPages: wide = null, verticalFitToPages: high = null } = value;
  const isOne = (scale === null) !== (wide === null && high === null);
  if (!isOne) throw invalid('PageLayout.zoom');
  if (scale !== null) {
    return { kind: 'scale', percent: wholeIn(scale, LEAST_SCALE, MOST_SCALE, 'PageLayoutZoomOptions.scale') };
  }
  const pages = (count: Json, name: string): number | null =>
    count === null ? null : wholeIn(count, 1, MOST_PAGES, `PageLayoutZoomOptions.${name}`);
  return {
    kind: 'fit',
    wide: pages(wide, 'horizontalFitToPages'),
    high: pages(high, 'verticalFitToPages'),
  };
}

function wholeIn(value: Json, least: number, most: number, location: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
    throw invalid(location);
  return value;
}

function section(part: 'header' | 'footer', name: keyof Sections, location: string): Member<Sheet> {
  return {
    kind: 'value',
    since: '1.9',
    read: ({ page }) => sectionsOf(page[part])[name],
    write: (sheet, value, scope) => {
      if (typeof value !== 'string') throw invalid(location);
      const text = textOfSections({ ...sectionsOf(sheet.page[part]), [name]: value });
      if (text.length > LONGEST_HEADER) throw invalid(location);
      setPage(sheet, { [part]: text }, scope);
    },
  };
}

function titles(
  which: 'rows' | 'columns',
  isWhole: (area: Area) => boolean,
  location: string,
): Member<Sheet> {
  return {
    kind: 'method',
    since: '1.9',
    writes: true,
    call: (sheet, args, scope) => {
      const [area, ...more] = areasAt(sheet, args, scope, location);
      if (!area || more.length > 0 || !isWhole(area)) throw invalid(location);
      sheet.setPrintTitles({ [which]: area });
      scope.noteChanges(1);
      return undefined;
    },
  };
}

function title(which: 'rows' | 'columns', location: string): Member<Sheet> {
  return {
    kind: 'path',
    since: '1.9',
    get: (sheet, _args, scope) => {
      const area = sheet.printTitles[which];
      if (!area) throw new HostError('ItemNotFound', location);
      return bindRange({ sheet, area }, scope);
    },
  };
}

function titleOrNull(which: 'rows' | 'columns'): Member<Sheet> {
  return {
    kind: 'path',
    since: '1.9',
    get: (sheet, _args, scope) => {
      const area = sheet.printTitles[which];
      return area && bindRange({ sheet, area }, scope);
    },
  };
}

/** A range or an address of this sheet as argument. */
function areasAt(sheet: Sheet, args: readonly Argument[], scope: Scope, location: string): readonly Area[] {
  const place = placeAt(args, 0) ?? parseAddresses(textAt(args, 0, location), sheet, scope.book, location);
  if (place.sheet.id !== sheet.id || place.areas.length === 0) throw invalid(location);
  return place.areas;
}
