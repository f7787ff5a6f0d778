/** What takes the pane for a while, since a person has to choose something before a sheet or a document is made. */
export type Task =
  /** Inserting a blank form; `template` is the one that is chosen already. */
  | { readonly name: 'templates'; readonly template: string | null }
  /** Turning last year's form into this year's. */
  | { readonly name: 'nextYear' }
  | { readonly name: 'rollUp' }
  | { readonly name: 'summary' };

/** Keeps which task is open; ribbon and pane share it. */
export interface TaskKeeper {
  readonly current: () => Task | null;
  readonly open: (task: Task) => void;
  readonly close: () => void;
  /** Told after every change; returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
}

export function keepTask(): TaskKeeper {
  let current: Task | null = null;
  const listeners = new Set<() => void>();
  function change(task: Task | null): void {
    current = task;
    for (const listener of listeners) listener();
  }
  return {
    current: () => current,
    open: change,
    close() {
      change(null);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
