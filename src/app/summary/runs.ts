/** Makes runs from a wording: its {places} are filled, and what it has in 【】 becomes a blank for a person. Brackets in what fills a place stay text. */
import type { Run } from '../../form/summary/textDocument';
import { fillPlaces, type Places } from '../../form/templates/wording';

export function runsOf(wording: string, places: Places = {}): readonly Run[] {
  return wording
    .split(/(【[^】]*】)/)
    .filter((piece) => piece !== '')
    .map((piece) => ({ kind: piece.startsWith('【') ? 'blank' : 'text', text: fillPlaces(piece, places) }));
}
