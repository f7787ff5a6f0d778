/** Objects that an add-in keeps across batches by `_KeepReference`; they follow their cells when rows or columns come and go. */
import type { Instance } from './definition';
import { shifted, type Shift } from './shift';

export interface References {
  /** The id under which the object is found again. */
  keep(object: Instance): string;
  find(id: string): Instance | null;
  drop(id: string): void;
  dropAll(): void;
  /** Rows or columns of a sheet came or went; an object whose cells are gone is dropped. */
  shift(sheetId: string, shift: Shift): void;
  readonly size: number;
}

export function createReferences(): References {
  const kept = new Map<string, Instance>();
  let last = 0;
  return {
    keep: (object) => {
      last += 1;
      const id = `ref-${last}`;
      kept.set(id, object);
      return id;
    },
    find: (id) => kept.get(id) ?? null,
    drop: (id) => {
      kept.delete(id);
    },
    dropAll: () => {
      kept.clear();
    },
    shift: (sheetId, shift) => {
      for (const [id, object] of kept) {
        const { place, move } = object;
        if (!move || place?.sheet.id !== sheetId) continue;
        const areas = place.areas.flatMap((area) => shifted(area, shift) ?? []);
        if (areas.length === 0) kept.delete(id);
        else kept.set(id, move(areas));
      }
    },
    get size() {
      return kept.size;
    },
  };
}
