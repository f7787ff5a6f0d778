/** Objects that an add-in keeps across batches by `_KeepReference`. */
import type { Instance } from './definition';

export interface References {
  /** The id under which the object is found again. */
  keep(object: Instance): string;
  find(id: string): Instance | null;
  drop(id: string): void;
  dropAll(): void;
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
    get size() {
      return kept.size;
    },
  };
}
