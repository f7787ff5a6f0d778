/** Writes conditional formats: those that the file has keep their bytes, also when one was removed and an equal one put back. */
import { rangeName } from '../../form/address';
import type { ConditionalFormat, SheetLayout } from '../../workbook/xlsx/sheetLayout';
import { editAttributes, type TextEdit } from '../../workbook/xlsx/textEdit';
import { escapeXml } from '../../workbook/xlsx/xml';
import { sameAreas } from './areas';
import type { Area } from './book';
import type { FormatState } from './state';

/** For each format that stays as the file has it, the one of the file. Priorities do not count: an equal format takes back its place. */
export function pairFormats(
  before: readonly FormatState[],
  after: readonly FormatState[],
): ReadonlyMap<FormatState, FormatState> {
  const pairs = new Map<FormatState, FormatState>();
  const left = new Set(before);
  for (const isPair of [(a: FormatState, b: FormatState) => a.place === b.place && isEqual(a, b), isEqual]) {
    for (const format of after) {
      if (pairs.has(format)) continue;
      const found = [...left].find((other) => isPair(format, other));
      if (!found) continue;
      pairs.set(format, found);
      left.delete(found);
    }
  }
  return pairs;
}

/** Has the format a look that its place in the file does not tell? */
export function needsLook(format: FormatState, before: readonly FormatState[]): boolean {
  if (format.fill === null && format.fontColor === null) return false;
  const own = before.find(({ place }) => place !== null && place === format.place);
  return !own || own.fill !== format.fill || own.fontColor !== format.fontColor;
}

function isEqual(a: FormatState, b: FormatState): boolean {
  return (
    a === b ||
    (sameAreas(a.areas, b.areas) &&
      a.type === b.type &&
      a.stopsIfTrue === b.stopsIfTrue &&
      a.fill === b.fill &&
      a.fontColor === b.fontColor &&
      a.formulas.join('\n') === b.formulas.join('\n') &&
      JSON.stringify(a.options) === JSON.stringify(b.options))
  );
}

/** The differential format of a conditional format; `p` is the prefix of the stylesheet's elements. */
export function differentialText({ fill, fontColor }: FormatState, p: string): string {
  const font = fontColor === null ? '' : `<${p}font><${p}color rgb="FF${fontColor.slice(1)}"/></${p}font>`;
  const background =
    fill === null
      ? ''
      : `<${p}fill><${p}patternFill><${p}bgColor rgb="FF${fill.slice(1)}"/></${p}patternFill></${p}fill>`;
  return `<${p}dxf>${font}${background}</${p}dxf>`;
}

export interface FormatPatching {
  /** Index of the differential format of a new look; null when it has none, or it is that of the file. */
  readonly formatIndex: (format: FormatState) => number | null;
}

/** The edits that make the formats of a sheet those wanted. */
export function formatEdits(
  xml: string,
  layout: SheetLayout,
  before: readonly FormatState[],
  after: readonly FormatState[],
  patching: FormatPatching,
): TextEdit[] {
  const pairs = pairFormats(before, after);
  const places = layout.conditionalFormats.flatMap(({ rules }) => rules);
  const textOf = (format: FormatState | undefined): string => {
    const place = places[format?.place ?? -1];
    return place ? xml.slice(place.start, place.end) : '';
  };
  const kept = new Set([...pairs.values()].map(({ place }) => place));
  const added = after.filter((format) => !pairs.has(format));
  const removed = before.filter(({ place }) => !kept.has(place));
  if (added.length === 0)
    return removalEdits(layout.conditionalFormats, new Set(removed.map(({ place }) => place)));
  const priorities = numberRules(
    after.map((format) => {
      const pair = pairs.get(format);
      return pair ? priorityOf(textOf(pair)) : null;
    }),
  );
  const renumbered = after.flatMap((format, index): TextEdit[] => {
    const place = places[pairs.get(format)?.place ?? -1];
    const priority = priorities[index] ?? 0;
    if (!place || priorityOf(xml.slice(place.start, place.end)) === priority) return [];
    const openEnd = xml.indexOf('>', place.start) + 1;
    const open = editAttributes(xml.slice(place.start, openEnd), { priority: String(priority) });
    return [{ start: place.start, end: openEnd, text: open }];
  });
  const blocks = added.map((format) => {
    const own = before.find(
      ({ place, type }) => place !== null && place === format.place && type === format.type,
    );
    return blockText(layout.prefix, format, {
      text: textOf(own),
      priority: priorities[after.indexOf(format)] ?? 1,
      dxf: patching.formatIndex(format),
    });
  });
  return [
    ...removalEdits(layout.conditionalFormats, new Set(removed.map(({ place }) => place))),
    ...renumbered,
    { start: layout.formatsEnd, end: layout.formatsEnd, text: blocks.join('') },
  ];
}

/** A block goes when all its rules do. */
function removalEdits(blocks: readonly ConditionalFormat[], removed: ReadonlySet<number | null>): TextEdit[] {
  let place = 0;
  return blocks.flatMap((block) => {
    const gone = block.rules.filter(() => removed.has(place++));
    const all = gone.length > 0 && gone.length === block.rules.length ? [block] : gone;
    return all.map(({ start, end }) => ({ start, end, text: '' }));
  });
}

function priorityOf(rule: string): number {
  return Number(/\spriority\s*=\s*["'](\d+)["']/.exec(rule)?.[1] ?? 0);
}

/** Priorities in rising order, those given kept when new ones (null) find room before them. */
function numberRules(given: readonly (number | null)[]): readonly number[] {
  const numbers: number[] = [];
  let last = 0;
  for (const [index, priority] of given.entries()) {
    const next = given.slice(index + 1).find((other) => other !== null) ?? Infinity;
    const number = priority ?? last + 1;
    if (number <= last || number >= next) return given.map((_, place) => place + 1);
    numbers.push(number);
    last = number;
  }
  return numbers;
}

/** `text` is that of the file's rule that is changed, "" for a new one. */
function blockText(
  p: string,
  format: FormatState,
  { text, priority, dxf }: { text: string; priority: number; dxf: number | null },
): string {
  const openEnd = text === '' ? 0 : text.indexOf('>') + 1;
  const hasLook = format.fill !== null || format.fontColor !== null;
  const open = editAttributes(text === '' ? `<${p}cfRule type="expression">` : text.slice(0, openEnd), {
    ...(dxf === null && (hasLook || text === '') ? {} : { dxfId: dxf === null ? null : String(dxf) }),
    priority: String(priority),
    stopIfTrue: format.stopsIfTrue ? '1' : null,
  });
  const formulas = format.formulas.map((formula) => `<${p}formula>${escapeXml(formula)}</${p}formula>`);
  const rest = text.slice(openEnd);
  const inner =
    text === '' || format.type === 'expression'
      ? `${formulas.join('')}</${p}cfRule>`
      : rest.replace(/<(?:\w+:)?formula>[^<]*<\/(?:\w+:)?formula>/g, () => formulas.shift() ?? '');
  const opened = inner === '' ? open : open.replace(/\s*\/>$/, '>');
  return `<${p}conditionalFormatting sqref="${format.areas.map(areaText).join(' ')}">${opened}${inner}</${p}conditionalFormatting>`;
}

/** "A1" for a single cell, else "A1:B2". */
export function areaText({ top, left, bottom, right }: Area): string {
  const range = rangeName(top, left, bottom, right);
  const [first = '', last] = range.split(':');
  return first === last ? first : range;
}
