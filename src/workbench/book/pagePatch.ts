/** Writes how a sheet is printed into the text of its part, where it differs. */
import { applyEdits, editAttributes } from '../../workbook/xlsx/textEdit';
import { encodeXstring, escapeXml } from '../../workbook/xlsx/xml';
import { childOf, readTree } from '../../workbook/xlsx/xmlTree';
import type { PageSetUp } from './book';
import { withAttributes, withElement, withInside } from './sheetElement';

const POINTS_IN_INCH = 72;

export function patchPage(xml: string, part: string, before: PageSetUp, after: PageSetUp): string {
  if (before === after) return xml;
  let text = xml;
  if ((before.zoom.kind === 'fit') !== (after.zoom.kind === 'fit'))
    text = withFitToPage(text, part, after.zoom.kind === 'fit');
  const put = (name: string, attributes: (page: PageSetUp) => Attributes): void => {
    const changes = differing(attributes(before), attributes(after));
    if (Object.keys(changes).length > 0) text = withAttributes(text, part, name, changes);
  };
  put('printOptions', ({ centresAcross, centresDown }) => ({
    horizontalCentered: centresAcross ? '1' : null,
    verticalCentered: centresDown ? '1' : null,
  }));
  if (JSON.stringify(before.margins) !== JSON.stringify(after.margins)) {
    text = withAttributes(text, part, 'pageMargins', marginsOf(after));
  }
  put('pageSetup', setUpOf);
  if (before.header !== after.header) text = withHeader(text, part, 'oddHeader', after.header);
  if (before.footer !== after.footer) text = withHeader(text, part, 'oddFooter', after.footer);
  return text;
}

type Attributes = Readonly<Record<string, string | null>>;

function differing(before: Attributes, after: Attributes): Attributes {
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => before[name] !== value));
}

function setUpOf({ isLandscape, paperSize, zoom }: PageSetUp): Attributes {
  const pages = (count: number | null): string | null => (count === 1 ? null : String(count ?? 0));
  return {
    paperSize: paperSize === null ? null : String(paperSize),
    orientation: isLandscape ? 'landscape' : 'portrait',
    scale: zoom.kind === 'scale' && zoom.percent !== 100 ? String(zoom.percent) : null,
    fitToWidth: zoom.kind === 'fit' ? pages(zoom.wide) : null,
    fitToHeight: zoom.kind === 'fit' ? pages(zoom.high) : null,
  };
}

/** All six are required. */
function marginsOf({ margins }: PageSetUp): Attributes {
  const inches = (points: number): string => String(Number((points / POINTS_IN_INCH).toPrecision(12)));
  const { left, right, top, bottom, header, footer } = margins;
  return {
    left: inches(left),
    right: inches(right),
    top: inches(top),
    bottom: inches(bottom),
    header: inches(header),
    footer: inches(footer),
  };
}

/** The numbers of pages count only when the sheet says that they do. */
function withFitToPage(xml: string, part: string, isFitted: boolean): string {
  const value = isFitted ? '1' : null;
  const make = (p: string): string => (isFitted ? `<${p}pageSetUpPr fitToPage="1"/>` : '');
  const root = readTree(xml, part, (tag) => tag.depth === 1 && tag.local !== 'sheetPr');
  const properties = childOf(root, 'sheetPr');
  if (!properties) {
    return withElement(xml, part, 'sheetPr', (p) =>
      isFitted ? `<${p}sheetPr>${make(p)}</${p}sheetPr>` : '',
    );
  }
  const known = childOf(properties, 'pageSetUpPr');
  if (known) {
    const { start } = known.tag;
    const text = editAttributes(xml.slice(start, known.openEnd), { fitToPage: value });
    return applyEdits(xml, [{ start, end: known.openEnd, text }]);
  }
  // It is the last of its kind.
  const inside = xml.slice(properties.openEnd, properties.closeStart) + make(root.tag.prefix);
  const open = xml.slice(properties.tag.start, properties.openEnd);
  return applyEdits(xml, [
    { start: properties.tag.start, end: properties.end, text: withInside(open, inside) },
  ]);
}

/** The order inside: odd header, odd footer, then those of even and first pages. */
function withHeader(xml: string, part: string, name: 'oddHeader' | 'oddFooter', text: string): string {
  const make = (p: string): string =>
    text === '' ? '' : `<${p}${name}>${escapeXml(encodeXstring(text))}</${p}${name}>`;
  const root = readTree(xml, part, (tag) => tag.depth === 1 && tag.local !== 'headerFooter');
  const all = childOf(root, 'headerFooter');
  const p = root.tag.prefix;
  if (!all)
    return withElement(
      xml,
      part,
      'headerFooter',
      () => make(p) && `<${p}headerFooter>${make(p)}</${p}headerFooter>`,
    );
  const textOf = (child: (typeof all.children)[number]): string => xml.slice(child.tag.start, child.end);
  const others = all.children.filter((child) => child.name !== name);
  const earlier = others.filter((child) => name === 'oddFooter' && child.name === 'oddHeader').map(textOf);
  const later = others.filter((child) => name !== 'oddFooter' || child.name !== 'oddHeader').map(textOf);
  const open = xml.slice(all.tag.start, all.openEnd);
  const inside = earlier.join('') + make(p) + later.join('');
  return applyEdits(xml, [{ start: all.tag.start, end: all.end, text: withInside(open, inside) }]);
}
