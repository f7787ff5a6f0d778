/** What the keys mean on a sheet while no cell is edited, as in Excel. */
import type { Direction } from './areas';

export type SheetCommand =
  | { readonly kind: 'step'; readonly direction: Direction; readonly isExtending: boolean }
  | {
      readonly kind: 'jump';
      readonly to: 'row-start' | 'row-end' | 'sheet-start' | 'sheet-end' | 'page-up' | 'page-down';
      readonly isExtending: boolean;
    }
  /** Edits what is in the cell, or begins with nothing. */
  | { readonly kind: 'edit'; readonly isReplacing: boolean }
  | { readonly kind: 'clear' | 'undo' | 'redo' | 'leave' };

export type SheetKey = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** Null for a key that means nothing to the sheet itself, such as one that types. */
export function readSheetKey(event: SheetKey): SheetCommand | null {
  const { key, shiftKey: isExtending } = event;
  const isCommand = event.ctrlKey || event.metaKey;
  if (event.altKey) return null;
  const direction = directions[key];
  if (direction) return isCommand ? null : { kind: 'step', direction, isExtending };
  switch (key) {
    case 'Enter':
      return { kind: 'step', direction: isExtending ? 'up' : 'down', isExtending: false };
    case 'Tab':
      return { kind: 'step', direction: isExtending ? 'left' : 'right', isExtending: false };
    case 'Home':
      return { kind: 'jump', to: isCommand ? 'sheet-start' : 'row-start', isExtending };
    case 'End':
      return { kind: 'jump', to: isCommand ? 'sheet-end' : 'row-end', isExtending };
    case 'PageDown':
      return { kind: 'jump', to: 'page-down', isExtending };
    case 'PageUp':
      return { kind: 'jump', to: 'page-up', isExtending };
    case 'F2':
      return { kind: 'edit', isReplacing: false };
    case 'Backspace':
      return { kind: 'edit', isReplacing: true };
    case 'Delete':
      return { kind: 'clear' };
    case 'F6':
      return { kind: 'leave' };
  }
  if (!isCommand) return null;
  if (key.toLowerCase() === 'z') return { kind: isExtending ? 'redo' : 'undo' };
  return key.toLowerCase() === 'y' ? { kind: 'redo' } : null;
}
