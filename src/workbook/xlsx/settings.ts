/** The settings of ours that travel with a workbook: a custom XML part with one `setting` per key. */
import { Unreadable } from './fileError';
import { partXml } from './workbookParts';
import { escapeXml, parseXml } from './xml';
import type { Archive } from './zip';

const SETTINGS_NAMESPACE = 'urn:ziping:settings';

/** The part that is ours: its key and what it holds. Null when there is none. */
export function findSettings(
  archive: Archive,
  customXml: readonly string[],
): { readonly key: string } | null {
  const key = customXml.find((part) => settingsIn(archive, part) !== null);
  return key === undefined ? null : { key };
}

/** The part's text for these settings. */
export function writeSettings(settings: Readonly<Record<string, string>>): string {
  const entries = Object.entries(settings).map(
    ([key, value]) => `<setting key="${escapeXml(key)}">${escapeXml(value)}</setting>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<settings xmlns="${SETTINGS_NAMESPACE}">${entries.join('')}</settings>`;
}

/** The settings by key; none when no part is ours. Other people's parts are never reported as damaged. */
export function readSettings(archive: Archive, customXml: readonly string[]): Record<string, string> {
  for (const key of customXml) {
    const settings = settingsIn(archive, key);
    if (settings) return settings;
  }
  return {};
}

function settingsIn(archive: Archive, part: string): Record<string, string> | null {
  const settings = new Map<string, string>();
  const root = { isOurs: false };
  let key: string | null = null;
  try {
    parseXml(partXml(archive, part), part, {
      open(tag) {
        if (tag.depth === 0) root.isOurs = tag.uri === SETTINGS_NAMESPACE && tag.local === 'settings';
        key =
          root.isOurs && tag.depth === 1 && tag.local === 'setting' ? (tag.attribute('key') ?? null) : null;
        if (key !== null) settings.set(key, '');
      },
      text(text) {
        if (key !== null) settings.set(key, (settings.get(key) ?? '') + text);
      },
      close() {
        key = null;
      },
    });
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
  return root.isOurs ? Object.fromEntries(settings) : null;
}
