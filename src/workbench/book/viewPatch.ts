/** Writes how a sheet is looked at: frozen panes, gridlines, whether its tab is the selected one. */
import { cellName } from '../../form/address';
import { editAttributes } from '../../workbook/xlsx/textEdit';
import { isTrue } from '../../workbook/xlsx/xml';
import { childOf, listOf, readTree } from '../../workbook/xlsx/xmlTree';
import { withElement, withInside } from './sheetElement';
import type { SheetState } from './state';

/** The text with panes and gridlines that differ. */
export function patchView(xml: string, part: string, before: SheetState, after: SheetState): string {
  const { rows, columns } = after.frozen;
  const isFrozenAnew = rows !== before.frozen.rows || columns !== before.frozen.columns;
  if (!isFrozenAnew && before.showsGridlines === after.showsGridlines) return xml;
  const attributes = {
    ...(before.showsGridlines === after.showsGridlines
      ? {}
      : { showGridLines: after.showsGridlines ? null : '0' }),
    // Panes would begin where the view was scrolled to.
    ...(isFrozenAnew ? { topLeftCell: null } : {}),
  };
  return withView(xml, part, attributes, isFrozenAnew ? after.frozen : null);
}

/** The text of a sheet whose tab is selected, or is not; one without a view is as the workbook says. */
export function withSelectedTab(xml: string, part: string, isSelected: boolean): string {
  const view = listOf(
    readTree(xml, part, (tag) => tag.depth === 1 && tag.local !== 'sheetViews'),
    'sheetViews',
  )[0];
  const wasSelected = isTrue(view?.tag.attribute('tabSelected'));
  if (!view || wasSelected === isSelected) return xml;
  return withView(xml, part, { tabSelected: isSelected ? '1' : null }, null);
}

/** The text with the first view changed; its panes are made anew when they are given. */
function withView(
  xml: string,
  part: string,
  attributes: Readonly<Record<string, string | null>>,
  frozen: SheetState['frozen'] | null,
): string {
  const root = readTree(xml, part, (tag) => tag.depth === 1 && tag.local !== 'sheetViews');
  const views = childOf(root, 'sheetViews');
  const view = views?.children[0];
  if (!views || !view) {
    return withElement(xml, part, 'sheetViews', (p) => {
      const text = editAttributes(`<${p}sheetView workbookViewId="0"/>`, attributes);
      return `<${p}sheetViews>${withInside(text, frozen ? panesText(p, frozen, {}) : '')}</${p}sheetViews>`;
    });
  }
  const p = root.tag.prefix;
  const open = editAttributes(xml.slice(view.tag.start, view.openEnd), attributes);
  const selection = view.children.findLast(({ name }) => name === 'selection')?.tag;
  const active = {
    activeCell: selection?.attribute('activeCell') ?? null,
    sqref: selection?.attribute('sqref') ?? null,
  };
  const others = view.children.filter(({ name }) => name !== 'pane' && name !== 'selection');
  const inside = frozen
    ? panesText(p, frozen, active) + others.map(({ tag, end }) => xml.slice(tag.start, end)).join('')
    : xml.slice(view.openEnd, view.closeStart);
  return xml.slice(0, view.tag.start) + withInside(open, inside) + xml.slice(view.end);
}

/** What is selected is so in the last pane. */
function panesText(
  p: string,
  { rows, columns }: SheetState['frozen'],
  active: Readonly<Record<string, string | null>>,
): string {
  const selection = (pane: string | null): string => editAttributes(`<${p}selection/>`, { pane, ...active });
  if (rows === 0 && columns === 0) return active['sqref'] ? selection(null) : '';
  const last = rows === 0 ? 'topRight' : columns === 0 ? 'bottomLeft' : 'bottomRight';
  const pane = editAttributes(`<${p}pane/>`, {
    xSplit: columns === 0 ? null : String(columns),
    ySplit: rows === 0 ? null : String(rows),
    topLeftCell: cellName(rows, columns),
    activePane: last,
    state: 'frozen',
  });
  const others = last === 'bottomRight' ? ['topRight', 'bottomLeft'] : [];
  return pane + others.map((name) => `<${p}selection pane="${name}"/>`).join('') + selection(last);
}
