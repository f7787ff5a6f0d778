/** Writes columns, merges, filter and protection into the text of a worksheet, each as one element in its place. */
import { sameArea } from './areas';
import type { Area } from './book';
import { joinedColumns } from './columns';
import { areaText } from './formatPatch';
import { withElement } from './sheetElement';
import type { ColumnSpan, SheetState, Style } from './state';
import { widthDigits } from '../../workbook/xlsx/columnWidths';

interface ListPatching {
  readonly part: string;
  readonly styleIndex: (style: Style) => number;
  readonly digitWidth: number;
}

/** The text with those lists that differ. */
export function patchLists(
  xml: string,
  before: SheetState,
  after: SheetState,
  patching: ListPatching,
): string {
  let text = xml;
  const put = (name: string, make: (p: string) => string): void => {
    text = withElement(text, patching.part, name, make);
  };
  if (!sameColumns(before.columns, after.columns))
    put('cols', (p) => columnsText(p, after.columns, before, patching));
  if (!sameMerges(before.merges, after.merges)) put('mergeCells', (p) => mergesText(p, after.merges));
  if ((before.protection === null) !== (after.protection === null)) {
    put('sheetProtection', (p) =>
      after.protection ? `<${p}sheetProtection sheet="1" objects="1" scenarios="1"/>` : '',
    );
  }
  return text;
}

/** Do two lists mean the same? */
export function sameColumns(a: readonly ColumnSpan[], b: readonly ColumnSpan[]): boolean {
  if (a === b) return true;
  const one = joinedColumns(a);
  const two = joinedColumns(b);
  return (
    one.length === two.length &&
    one.every((span, index) => {
      const other = two[index];
      return (
        span.first === other?.first &&
        span.last === other.last &&
        span.width === other.width &&
        span.isHidden === other.isHidden &&
        span.style === other.style
      );
    })
  );
}

/** Their order does not count. */
export function sameMerges(a: readonly Area[], b: readonly Area[]): boolean {
  return a === b || (a.length === b.length && a.every((area) => b.some((other) => sameArea(area, other))));
}

function columnsText(
  p: string,
  columns: readonly ColumnSpan[],
  { defaultWidth }: SheetState,
  patching: ListPatching,
): string {
  const spans = joinedColumns(columns).map(({ first, last, width, isHidden, style }) => {
    const digits = widthDigits(width ?? defaultWidth, patching.digitWidth);
    return (
      `<${p}col min="${first + 1}" max="${last + 1}" width="${digits}"${width === null ? '' : ' customWidth="1"'}` +
      `${style ? ` style="${patching.styleIndex(style)}"` : ''}${isHidden ? ' hidden="1"' : ''}/>`
    );
  });
  return spans.length === 0 ? '' : `<${p}cols>${spans.join('')}</${p}cols>`;
}

function mergesText(p: string, merges: readonly Area[]): string {
  if (merges.length === 0) return '';
  const cells = merges.map((area) => `<${p}mergeCell ref="${areaText(area)}"/>`);
  return `<${p}mergeCells count="${merges.length}">${cells.join('')}</${p}mergeCells>`;
}
