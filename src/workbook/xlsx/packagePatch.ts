/** Makes a new part known to its package. */
import { CONTENT_TYPES } from './workbookParts';
import { applyEdits } from './textEdit';
import { parseXml } from './xml';

const RELATIONSHIP_TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The content types with one for a part. */
export function withContentType(xml: string, key: string, type: string): string {
  return withLastChild(
    xml,
    CONTENT_TYPES,
    (prefix) => `<${prefix}Override PartName="/${key}" ContentType="${type}"/>`,
  );
}

/** The relationships with one to a part; its id is one that no other has. */
export function withRelationship(xml: string, part: string, type: string, key: string): string {
  const ids = new Set<string | undefined>();
  parseXml(xml, part, {
    open(tag) {
      ids.add(tag.attribute('Id'));
    },
  });
  let number = ids.size;
  while (ids.has(`rId${number}`)) number += 1;
  return withLastChild(
    xml,
    part,
    (prefix) =>
      `<${prefix}Relationship Id="rId${number}" Type="${RELATIONSHIP_TYPES}/${type}" Target="/${key}"/>`,
  );
}

/** Adds an element at the end of the root element, which must not close itself. */
function withLastChild(xml: string, part: string, element: (prefix: string) => string): string {
  let prefix = '';
  let place = 0;
  parseXml(xml, part, {
    open(tag) {
      if (tag.depth === 0) prefix = tag.prefix;
    },
    close(_, depth, start) {
      if (depth === 0) place = start;
    },
  });
  return applyEdits(xml, [{ start: place, end: place, text: element(prefix) }]);
}
