/** Breaks what stands in cells. */
import type { SheetEdit } from './mutation';
import {
  brokenContent,
  cellsOf,
  chooseCell,
  contentOf,
  hostileContent,
  replacePiece,
  withContent,
} from './cellText';

export const CELL_EDITS: Readonly<Record<string, SheetEdit>> = {
  'hostile value': (xml, random) => {
    const cell = chooseCell(xml, random);
    return cell ? replacePiece(xml, cell, withContent(cell, hostileContent(random))) : xml;
  },
  'broken value': (xml, random) => {
    const cell = chooseCell(xml, random);
    return cell ? replacePiece(xml, cell, withContent(cell, brokenContent(random))) : xml;
  },
  'blank cell': (xml, random) => {
    const cell = chooseCell(xml, random);
    return cell ? replacePiece(xml, cell, withContent(cell, { type: '', content: '' })) : xml;
  },
  'cell gone': (xml, random) => replacePiece(xml, chooseCell(xml, random), ''),
  'cell twice': (xml, random) => {
    const cell = chooseCell(xml, random);
    return cell ? replacePiece(xml, cell, cell.text + withContent(cell, hostileContent(random))) : xml;
  },
  'small number': (xml, random) => {
    const cell = chooseCell(xml, random);
    const content = `<v>${random.pick(['0', '1', '5', '10', '50', '99', '100', '101', '0.95', '-2'])}</v>`;
    return cell ? replacePiece(xml, cell, withContent(cell, { type: '', content })) : xml;
  },
  'content of another cell': (xml, random) => {
    const from = random.oneOf(cellsOf(xml));
    const to = random.oneOf(cellsOf(xml));
    return from && to ? replacePiece(xml, to, withContent(to, contentOf(from))) : xml;
  },
  'column of one value': (xml, random) => {
    const column = /^[A-Z]+/.exec(chooseCell(xml, random)?.name ?? '')?.[0];
    const value = random.chance(50) ? { type: '', content: '' } : hostileContent(random);
    let changed = xml;
    for (const cell of [...cellsOf(xml)].reverse()) {
      const isThere = column !== undefined && cell.name.replace(/\d+$/, '') === column;
      if (isThere && random.chance(80)) changed = replacePiece(changed, cell, withContent(cell, value));
    }
    return changed;
  },
  'cell without a name': (xml, random) => {
    const cell = random.oneOf(cellsOf(xml));
    return cell ? replacePiece(xml, cell, cell.text.replace(/\sr="[^"]*"/, '')) : xml;
  },
  'cell with a wrong name': (xml, random) => {
    const cell = random.oneOf(cellsOf(xml));
    const name = random.pick([
      'A0',
      'XFE1',
      'AAAA1',
      'A1048577',
      'a1',
      '$A$1',
      '',
      'A',
      '1',
      'A1:B2',
      '__proto__',
      'H9',
    ]);
    return cell ? replacePiece(xml, cell, cell.text.replace(/\sr="[^"]*"/, ` r="${name}"`)) : xml;
  },
  'style out of range': (xml, random) => {
    const cell = chooseCell(xml, random);
    const style = random.pick(['9999', '-1', 'abc', '', '4294967296', '1e3', '65535', '0']);
    return cell
      ? replacePiece(
          xml,
          cell,
          cell.text.replace(/^<c\b(.*?)(?:\ss="[^"]*")/, '<c$1').replace(/^<c\b/, `<c s="${style}"`),
        )
      : xml;
  },
};
