/** Colours as Office.js takes them: "#RRGGBB", or one of the names of HTML that add-ins write. */
import { invalid } from '../arguments';
import type { Json } from '../protocol';
import names from './colorNames.json';

/** @throws HostError InvalidArgument */
export function colorOf(value: Json, location: string): string {
  if (typeof value !== 'string') throw invalid(location);
  const hex = /^#?([0-9A-F]{6})$/i.exec(value)?.[1];
  if (hex !== undefined) return `#${hex.toUpperCase()}`;
  const found = Object.entries(names).find(([name]) => name === value.toLowerCase());
  if (!found) throw invalid(location);
  return found[1];
}
