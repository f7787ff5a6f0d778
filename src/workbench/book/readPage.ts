/** Reads how a worksheet is printed. */
import { decodeXstring, isTrue, wholeNumber } from '../../workbook/xlsx/xml';
import { childOf, type XmlNode } from '../../workbook/xlsx/xmlTree';
import type { PageSetUp } from './book';

const POINTS_IN_INCH = 72;

/** In points: Excel's "normal" margins, which a sheet has when nobody chose others. */
const NORMAL_MARGINS: PageSetUp['margins'] = {
  top: 54,
  bottom: 54,
  left: 50.4,
  right: 50.4,
  header: 21.6,
  footer: 21.6,
};

/** A sheet that nobody has set up. */
export const NEW_PAGE: PageSetUp = {
  isLandscape: false,
  paperSize: null,
  zoom: { kind: 'scale', percent: 100 },
  centresAcross: false,
  centresDown: false,
  margins: NORMAL_MARGINS,
  header: '',
  footer: '',
};

export function readPage(root: XmlNode): PageSetUp {
  const setUp = childOf(root, 'pageSetup')?.tag;
  const options = childOf(root, 'printOptions')?.tag;
  const margins = childOf(root, 'pageMargins')?.tag;
  const texts = childOf(root, 'headerFooter');
  const fits = isTrue(childOf(childOf(root, 'sheetPr'), 'pageSetUpPr')?.tag.attribute('fitToPage'));
  const inPoints = (name: keyof PageSetUp['margins']): number => {
    const inches = Number(margins?.attribute(name) ?? NaN);
    return Number.isFinite(inches) ? roundPoints(inches * POINTS_IN_INCH) : NORMAL_MARGINS[name];
  };
  const pages = (name: string): number | null => {
    const count = wholeNumber(setUp?.attribute(name)) ?? 1;
    return count === 0 ? null : count;
  };
  return {
    isLandscape: setUp?.attribute('orientation') === 'landscape',
    paperSize: wholeNumber(setUp?.attribute('paperSize')),
    zoom: fits
      ? { kind: 'fit', wide: pages('fitToWidth'), high: pages('fitToHeight') }
      : { kind: 'scale', percent: wholeNumber(setUp?.attribute('scale')) ?? 100 },
    centresAcross: isTrue(options?.attribute('horizontalCentered')),
    centresDown: isTrue(options?.attribute('verticalCentered')),
    margins: {
      top: inPoints('top'),
      bottom: inPoints('bottom'),
      left: inPoints('left'),
      right: inPoints('right'),
      header: inPoints('header'),
      footer: inPoints('footer'),
    },
    header: decodeXstring(childOf(texts, 'oddHeader')?.text ?? ''),
    footer: decodeXstring(childOf(texts, 'oddFooter')?.text ?? ''),
  };
}

/** Inches of a file are often off in the last digit. */
function roundPoints(points: number): number {
  return Math.round(points * 1e6) / 1e6;
}
