/** The package of a workbook that has no sheet yet: the parts that every workbook has, always the same bytes. */
import { strToU8, zipSync } from 'fflate';
import { EMPTY_STYLESHEET, STYLES_CONTENT_TYPE } from './stylePatch';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

/** A zip file has no time before 1980; this one is given to all parts, so that output is repeatable. */
const TIME = new Date(1980, 0, 1);

export function emptyPackage(): Uint8Array {
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml':
      `<Types xmlns="${PACKAGE}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${WORKBOOK_TYPE}"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${STYLES_CONTENT_TYPE}"/></Types>`,
    '_rels/.rels': relationships('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml':
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews>` +
      '<sheets></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relationships('styles', '/xl/styles.xml'),
  };
  const texts = Object.entries(parts).map(([name, text]) => [name, DECLARATION + text]);
  const all = [...texts, ['xl/styles.xml', EMPTY_STYLESHEET]];
  return zipSync(Object.fromEntries(all.map(([name = '', text = '']) => [name, strToU8(text)])), {
    mtime: TIME,
  });
}

function relationships(type: string, target: string): string {
  return (
    `<Relationships xmlns="${PACKAGE}/relationships">` +
    `<Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`
  );
}
