/** Excel.ConditionalFormatCollection and what is behind it. Formats by formula can be made and changed, others read and removed. */
import type { BookFormat, NewFormat, Sheet } from '../../book/book';
import { parseAddresses } from '../addresses';
import { integerAt, invalid, placeAt, textAt } from '../arguments';
import { bind, type ClassDefinition, type Instance, type Scope } from '../definition';
import { HostError } from '../hostError';
import { intersection, type Place } from '../place';
import type { Json } from '../protocol';
import { colorOf } from './colors';
import { bindRange } from './range';
import { bindRangeAreas } from './rangeAreas';
import types from './conditionalFormatTypes.json';

/** A format is found again by its id, so that what is changed meanwhile is seen. */
interface FormatTarget {
  readonly sheet: Sheet;
  readonly id: string;
}

/** What a new format shows until its formula is set: nothing. */
const NEVER = 'FALSE';

export const conditionalFormatCollection: ClassDefinition<Place> = {
  name: 'ConditionalFormatCollection',
  items: (place, scope) => formatsOf(place).map(({ id }) => bindFormat({ sheet: place.sheet, id }, scope)),
  item: (place, key, scope) => find(place, key, scope),
  members: {
    getCount: { kind: 'method', since: '1.6', call: (place) => formatsOf(place).length },
    getItemAt: {
      kind: 'path',
      since: '1.6',
      get: (place, args, scope) => {
        const format = formatsOf(place)[integerAt(args, 0, 'ConditionalFormatCollection.getItemAt')];
        if (!format) throw invalid('ConditionalFormatCollection.getItemAt');
        return bindFormat({ sheet: place.sheet, id: format.id }, scope);
      },
    },
    getItemOrNullObject: {
      kind: 'path',
      since: '1.14',
      get: (place, args, scope) =>
        find(place, textAt(args, 0, 'ConditionalFormatCollection.getItemOrNullObject'), scope),
    },
    add: {
      kind: 'path',
      since: '1.6',
      writes: true,
      get: ({ sheet, areas }, args, scope) => {
        const type = textAt(args, 0, 'ConditionalFormatCollection.add');
        if (!isType(type)) throw invalid('ConditionalFormatCollection.add');
        if (type !== 'Custom') {
          const message = 'The workbench makes conditional formats by formula only.';
          throw new HostError('UnsupportedOperation', 'ConditionalFormatCollection.add', message);
        }
        const { id } = sheet.addFormat({
          areas,
          formula: NEVER,
          fill: null,
          fontColor: null,
          stopsIfTrue: false,
        });
        scope.noteChanges(1);
        return bindFormat({ sheet, id }, scope);
      },
    },
    clearAll: {
      kind: 'method',
      since: '1.6',
      writes: true,
      call: (place, _args, scope) => {
        const formats = formatsOf(place);
        for (const { id } of formats) place.sheet.removeFormat(id);
        scope.noteChanges(formats.length);
        return undefined;
      },
    },
  },
};

const conditionalFormat: ClassDefinition<FormatTarget> = {
  name: 'ConditionalFormat',
  identity: ({ id }) => ({ Id: id }),
  members: {
    id: { kind: 'value', since: '1.6', read: ({ id }) => id },
    type: { kind: 'value', since: '1.6', read: (target) => typeOf(formatOf(target)) },
    priority: {
      kind: 'value',
      since: '1.6',
      read: (target) => target.sheet.formats.findIndex(({ id }) => id === target.id),
    },
    stopIfTrue: {
      kind: 'value',
      since: '1.6',
      read: (target) => formatOf(target).stopsIfTrue,
      write: (target, value, scope) => {
        if (typeof value !== 'boolean') throw invalid('ConditionalFormat.stopIfTrue');
        change(target, { stopsIfTrue: value }, scope);
      },
    },
    custom: {
      kind: 'object',
      since: '1.6',
      get: (target, scope) => {
        const custom = customOf(target, scope);
        if (!custom) throw new HostError('ItemNotFound', 'ConditionalFormat.custom');
        return custom;
      },
    },
    customOrNullObject: { kind: 'object', since: '1.6', get: customOf },
    delete: {
      kind: 'method',
      since: '1.6',
      writes: true,
      call: (target, _args, scope) => {
        const { id } = formatOf(target);
        target.sheet.removeFormat(id);
        scope.noteChanges(1);
        return undefined;
      },
    },
    getRange: {
      kind: 'path',
      since: '1.6',
      get: (target, _args, scope) => {
        const range = onlyRange(target, scope);
        if (!range) throw new HostError('InvalidOperation', 'ConditionalFormat.getRange');
        return range;
      },
    },
    getRangeOrNullObject: {
      kind: 'path',
      since: '1.6',
      get: (target, _args, scope) => onlyRange(target, scope),
    },
    getRanges: {
      kind: 'path',
      since: '1.9',
      get: (target, _args, scope) =>
        bindRangeAreas({ sheet: target.sheet, areas: formatOf(target).areas }, scope),
    },
    setRanges: {
      kind: 'method',
      since: '1.17',
      writes: true,
      call: (target, args, scope) => {
        const location = 'ConditionalFormat.setRanges';
        const place =
          placeAt(args, 0) ?? parseAddresses(textAt(args, 0, location), target.sheet, scope.book, location);
        if (place.sheet.id !== target.sheet.id) throw invalid(location);
        change(target, { areas: place.areas }, scope);
        return undefined;
      },
    },
  },
};

const customConditionalFormat: ClassDefinition<FormatTarget> = {
  name: 'CustomConditionalFormat',
  members: {
    rule: {
      kind: 'object',
      since: '1.6',
      get: (target, scope) => bind(conditionalFormatRule, target, scope),
    },
    format: {
      kind: 'object',
      since: '1.6',
      get: (target, scope) => bind(conditionalRangeFormat, target, scope),
    },
  },
};

const conditionalFormatRule: ClassDefinition<FormatTarget> = {
  name: 'ConditionalFormatRule',
  members: {
    formula: {
      kind: 'value',
      since: '1.6',
      read: (target) => {
        const { rule } = formatOf(target);
        return rule.kind === 'formula' ? `=${rule.formula}` : null;
      },
      write: (target, value, scope) => {
        if (typeof value !== 'string') throw invalid('ConditionalFormatRule.formula');
        const formula = value.replace(/^\s*=/, '').trim();
        if (formula === '') throw invalid('ConditionalFormatRule.formula');
        change(target, { formula }, scope);
      },
    },
  },
};

const conditionalRangeFormat: ClassDefinition<FormatTarget> = {
  name: 'ConditionalRangeFormat',
  members: {
    fill: { kind: 'object', since: '1.6', get: (target, scope) => bind(conditionalRangeFill, target, scope) },
    font: { kind: 'object', since: '1.6', get: (target, scope) => bind(conditionalRangeFont, target, scope) },
  },
};

const conditionalRangeFill: ClassDefinition<FormatTarget> = {
  name: 'ConditionalRangeFill',
  members: {
    color: {
      kind: 'value',
      since: '1.6',
      read: (target) => formatOf(target).fill,
      write: (target, value, scope) => {
        const fill = colorOf(value, 'ConditionalRangeFill.color');
        change(target, { fill }, scope);
      },
    },
    clear: {
      kind: 'method',
      since: '1.6',
      writes: true,
      call: (target, _args, scope) => {
        change(target, { fill: null }, scope);
        return undefined;
      },
    },
  },
};

const conditionalRangeFont: ClassDefinition<FormatTarget> = {
  name: 'ConditionalRangeFont',
  members: {
    color: {
      kind: 'value',
      since: '1.6',
      read: (target) => formatOf(target).fontColor,
      write: (target, value, scope) => {
        const fontColor = colorOf(value, 'ConditionalRangeFont.color');
        change(target, { fontColor }, scope);
      },
    },
    bold: {
      kind: 'value',
      since: '1.6',
      read: () => null,
      write: () => {
        const message = 'The workbench keeps no bold type in conditional formats.';
        throw new HostError('UnsupportedOperation', 'ConditionalRangeFont.bold', message);
      },
    },
    clear: {
      kind: 'method',
      since: '1.6',
      writes: true,
      call: (target, _args, scope) => {
        change(target, { fontColor: null }, scope);
        return undefined;
      },
    },
  },
};

export const conditionalFormatClasses = [
  conditionalFormat,
  customConditionalFormat,
  conditionalFormatRule,
  conditionalRangeFormat,
  conditionalRangeFill,
  conditionalRangeFont,
] as const;

function bindFormat(target: FormatTarget, scope: Scope): Instance {
  return bind(conditionalFormat, target, scope);
}

/** By priority: those that touch one of the areas. */
function formatsOf({ sheet, areas }: Place): BookFormat[] {
  return sheet.formats.filter((format) =>
    format.areas.some((own) => areas.some((area) => intersection(own, area))),
  );
}

function find(place: Place, key: Json, scope: Scope): Instance | null {
  const found = formatsOf(place).find(({ id }) => id === key);
  return found ? bindFormat({ sheet: place.sheet, id: found.id }, scope) : null;
}

/** @throws HostError ItemNotFound when it was removed meanwhile */
function formatOf({ sheet, id }: FormatTarget): BookFormat {
  const found = sheet.formats.find((format) => format.id === id);
  if (!found) throw new HostError('ItemNotFound', 'ConditionalFormat');
  return found;
}

function customOf(target: FormatTarget, scope: Scope): Instance | null {
  return formatOf(target).rule.kind === 'formula' ? bind(customConditionalFormat, target, scope) : null;
}

function change(target: FormatTarget, what: Partial<NewFormat>, scope: Scope): void {
  const { id } = formatOf(target);
  target.sheet.changeFormat(id, what);
  scope.noteChanges(1);
}

function onlyRange(target: FormatTarget, scope: Scope): Instance | null {
  const [area, ...more] = formatOf(target).areas;
  return area && more.length === 0 ? bindRange({ sheet: target.sheet, area }, scope) : null;
}

function isType(name: string): boolean {
  return name === 'Custom' || Object.values(types).includes(name) || name === 'PresetCriteria';
}

/** Types of files that Office.js does not tell apart are criteria that are set beforehand. */
function typeOf({ rule }: BookFormat): string {
  if (rule.kind === 'formula') return 'Custom';
  return Object.entries(types).find(([type]) => type === rule.type)?.[1] ?? 'PresetCriteria';
}
