/** An independent look into a package: its parts by name, and the worksheets in the order of the tabs. */
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

export interface SeenPackage {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
}

/** Null where a package that was opened cannot be read so simply (other encodings, odd names). */
export function readPackage(bytes: Uint8Array): SeenPackage | null {
  try {
    const parts = new Map(Object.entries(unzipSync(bytes)));
    const byKey = new Map([...parts.keys()].map((name) => [keyOf(name), name]));
    const find = (key: string): string | undefined => byKey.get(keyOf(key));
    const text = (key: string): string => textOf(parts.get(find(key) ?? '') ?? new Uint8Array());
    const main =
      relationships(text('_rels/.rels'), '').find(({ type }) => type.endsWith('/officeDocument'))?.target ??
      '';
    const folder = main.slice(0, main.lastIndexOf('/') + 1);
    const links = relationships(text(`${folder}_rels/${main.slice(folder.length)}.rels`), folder);
    const sheets: { name: string; part: string }[] = [];
    eachTag(text(main), (local, attributes) => {
      if (local !== 'sheet') return;
      const id = Object.entries(attributes).find(([name]) => /:id$/.test(name))?.[1];
      const link = links.find((one) => one.id === id);
      const part = link && find(link.target);
      if (link?.type.endsWith('/worksheet') && part !== undefined)
        sheets.push({ name: attributes['name'] ?? '', part });
    });
    return { parts, sheets };
  } catch {
    return null;
  }
}

/** The text of a part, by its byte order mark. */
export function textOf(bytes: Uint8Array): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes);
}

function keyOf(name: string): string {
  return name.replaceAll('\\', '/').toLowerCase();
}

function relationships(xml: string, folder: string): readonly { id: string; type: string; target: string }[] {
  const found: { id: string; type: string; target: string }[] = [];
  eachTag(xml, (local, attributes) => {
    if (local !== 'Relationship') return;
    const { Id = '', Type = '', Target = '' } = attributes;
    found.push({ id: Id, type: Type, target: Target.startsWith('/') ? Target.slice(1) : folder + Target });
  });
  return found;
}

/** Calls back for every element with its attributes as they are named. */
export function eachTag(
  xml: string,
  onTag: (local: string, attributes: Readonly<Record<string, string>>) => void,
): void {
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    onTag(name.slice(name.indexOf(':') + 1), attributes);
  });
  parser.write(xml).close();
}
