/** Column widths: a file counts them in digits of the workbook's font, Excel's API in points. */

const POINTS_PER_PIXEL = 0.75;
/** Widths of columns without one are rounded up to this many pixels. */
const DEFAULT_STEP = 8;
/** What Excel adds to the digits of a column without a width. */
const PADDING = 5;

/** The widest digit in pixels at 96 dpi, for the fonts that workbooks of this country begin with. */
export function digitPixels(font: { readonly name: string; readonly size: number }): number {
  const isChinese = /[\u2e80-\u9fff]|SimSun|SimHei|DengXian|YaHei/i.test(font.name);
  const half = Math.round((font.size * 4) / 3) / 2;
  return Math.max(1, isChinese ? Math.ceil(half) : Math.floor(half));
}

/** Points of a width in digits. */
export function widthPoints(width: number, digitWidth: number): number {
  const pixels = Math.trunc(((256 * width + Math.trunc(128 / digitWidth)) / 256) * digitWidth);
  return pixels * POINTS_PER_PIXEL;
}

/** Width in digits of so many points. */
export function widthDigits(points: number, digitWidth: number): number {
  return Math.round((points / POINTS_PER_PIXEL / digitWidth) * 256) / 256;
}

/** Points of a column without a width. */
export function defaultColumnPoints(digits: number, digitWidth: number): number {
  const pixels = digits * digitWidth + PADDING;
  return Math.ceil(pixels / DEFAULT_STEP) * DEFAULT_STEP * POINTS_PER_PIXEL;
}
