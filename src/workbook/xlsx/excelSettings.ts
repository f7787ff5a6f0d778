/**
 * The settings that Excel saved for the add-in: properties of a web extension part ([MS-OWEXML]). They are read so that what a person chose in
 * Excel holds on the command line as well; only Excel writes them.
 */
import { SETTING_PREFIX } from '../settingPrefix';
import { Unreadable } from './fileError';
import { partXml } from './workbookParts';
import { parseXml } from './xml';
import type { Archive } from './zip';

const PARTS = /^xl\/webextensions\/webextension[^/]*\.xml$/;

/** The settings by key, without the prefix. Damaged parts count as none: they are not needed to read a form. */
export function readExcelSettings(archive: Archive): Readonly<Record<string, string>> {
  const settings = new Map<string, string>();
  for (const key of archive.entries.keys()) {
    if (!PARTS.test(key)) continue;
    try {
      parseXml(partXml(archive, key), key, {
        open(tag) {
          const name = tag.local === 'property' ? (tag.attribute('name') ?? '') : '';
          const value = name.startsWith(SETTING_PREFIX) ? textOf(tag.attribute('value')) : null;
          if (value !== null) settings.set(name.slice(SETTING_PREFIX.length), value);
        },
      });
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
    }
  }
  return Object.fromEntries(settings);
}

/** Excel keeps each value as JSON; ours are texts. */
function textOf(json: string | undefined): string | null {
  try {
    const value: unknown = JSON.parse(json ?? '');
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}
