/** Writes the heights, hidings and styles of rows into the text of a worksheet. */
import { mapSheet } from '../../workbook/xlsx/sheetLayout';
import { applyEdits, editAttributes, type TextEdit } from '../../workbook/xlsx/textEdit';
import type { RowSetting, SheetState, Style } from './state';

interface RowPatching {
  readonly part: string;
  readonly styleIndex: (style: Style) => number;
}

/** The text with the settings of rows that differ. */
export function patchRows(xml: string, before: SheetState, after: SheetState, patching: RowPatching): string {
  if (before.rowSettings === after.rowSettings) return xml;
  const rows = [...new Set([...before.rowSettings.keys(), ...after.rowSettings.keys()])].filter(
    (row) => !isSame(before.rowSettings.get(row), after.rowSettings.get(row)),
  );
  if (rows.length === 0) return xml;
  const layout = mapSheet(xml, patching.part, new Set());
  const places = new Map(layout.rows.map((place) => [place.row, place]));
  const { sheetData, prefix } = layout;
  const isEmpty = sheetData.end === sheetData.openEnd;
  const edits: TextEdit[] = [];
  const added: string[] = [];
  for (const row of rows.sort((a, b) => a - b)) {
    const changes = attributes(before.rowSettings.get(row), after.rowSettings.get(row), patching);
    const place = places.get(row);
    if (place) {
      edits.push({
        start: place.start,
        end: place.openEnd,
        text: editAttributes(xml.slice(place.start, place.openEnd), changes),
      });
      continue;
    }
    const text = editAttributes(`<${prefix}row r="${row + 1}"/>`, changes);
    if (isEmpty) added.push(text);
    else {
      const at = layout.rows.find((other) => other.row > row)?.start ?? sheetData.closeStart;
      edits.push({ start: at, end: at, text });
    }
  }
  if (added.length > 0) {
    const open = xml.slice(sheetData.start, sheetData.openEnd).replace(/\s*\/>$/, '>');
    edits.push({
      start: sheetData.start,
      end: sheetData.end,
      text: `${open}${added.join('')}</${prefix}sheetData>`,
    });
  }
  return applyEdits(xml, edits);
}

const NOTHING: RowSetting = { height: null, isHidden: false, style: null };

function isSame(a: RowSetting = NOTHING, b: RowSetting = NOTHING): boolean {
  return a.height === b.height && a.isHidden === b.isHidden && a.style === b.style;
}

function attributes(
  before: RowSetting = NOTHING,
  after: RowSetting = NOTHING,
  { styleIndex }: RowPatching,
): Record<string, string | null> {
  const { height, isHidden, style } = after;
  return {
    ...(before.height === height
      ? {}
      : { ht: height === null ? null : String(height), customHeight: height === null ? null : '1' }),
    ...(before.isHidden === isHidden ? {} : { hidden: isHidden ? '1' : null }),
    ...(before.style === style
      ? {}
      : { s: style ? String(styleIndex(style)) : null, customFormat: style ? '1' : null }),
  };
}
