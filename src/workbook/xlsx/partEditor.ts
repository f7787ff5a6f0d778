/** Collects changes to the parts of a package, so that only parts that really differ are written. */
import { decodePart, encodePart, type PartText } from './partText';
import { unpack, type Archive } from './zip';

export interface PartEditor {
  /** Changes the text of a part; a part that does not exist is left alone. */
  edit(key: string, change: (xml: string) => string): void;
  /** Adds a part; false when it was there. */
  create(key: string, xml: string): boolean;
  /** The parts that are no longer as they were, by key. */
  changed(): Map<string, Uint8Array>;
}

/** An editor over the parts of a package; the package itself is not changed. */
export function createPartEditor(archive: Archive): PartEditor {
  const edited = new Map<string, { readonly before: PartText | null; text: string }>();
  return {
    edit(key, change) {
      const part = edited.get(key) ?? read(key);
      if (!part) return;
      part.text = change(part.text);
      edited.set(key, part);
    },
    create(key, xml) {
      if (edited.has(key) || archive.entries.has(key)) return false;
      edited.set(key, { before: null, text: xml });
      return true;
    },
    changed() {
      const different = [...edited].filter(([, { before, text }]) => text !== before?.text);
      return new Map(
        different.map(([key, { before, text }]) => [
          key,
          encodePart({ encoding: before?.encoding ?? 'utf-8', text }),
        ]),
      );
    },
  };

  function read(key: string): { before: PartText; text: string } | null {
    const entry = archive.entries.get(key);
    if (!entry) return null;
    const before = decodePart(unpack(archive, entry), entry.name);
    return { before, text: before.text };
  }
}
