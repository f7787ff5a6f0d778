/** A change of what is kept with a workbook, and how it is taken back. */
import type { Settings } from './choices/choices';

/** Texts by key; null removes one. */
export type SettingsChange = Readonly<Record<string, string | null>>;

/** The change without what stands there already. */
export function needed(change: SettingsChange, settings: Settings): SettingsChange {
  return Object.fromEntries(
    Object.entries(change).filter(([key, value]) => (standing(settings, key) ?? null) !== value),
  );
}

/** The change that puts the settings back as they are. */
export function reverseChange(change: SettingsChange, settings: Settings): SettingsChange {
  return Object.fromEntries(Object.keys(change).map((key) => [key, standing(settings, key) ?? null]));
}

/** The settings once a change is saved. */
export function withSettings(settings: Settings, change: SettingsChange): Settings {
  const kept = Object.entries({ ...settings, ...change });
  return Object.fromEntries(
    kept.flatMap(([key, value]): [string, string][] => (value === null ? [] : [[key, value]])),
  );
}

function standing(settings: Settings, key: string): string | undefined {
  return Object.hasOwn(settings, key) ? settings[key] : undefined;
}
