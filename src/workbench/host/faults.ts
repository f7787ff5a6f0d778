/** Which of the coming batches fails and how: the faults that a test or a person at the page asks for. */
import type { FaultRule } from './host';

export interface Fault {
  readonly code: string;
  readonly at: 'before' | 'after' | 'lost' | 'silent' | number;
}

export interface Faults {
  /** Replaces what was asked for before; null takes it back. */
  ask(rule: FaultRule | number | string | null): void;
  /** The fault of the batch that comes now, if any. */
  next(changesSomething: boolean): Fault | null;
}

export function createFaults(): Faults {
  let rule: FaultRule | null = null;
  let passing = 0;
  let failing = 0;
  return {
    ask: (wanted) => {
      rule =
        typeof wanted === 'number'
          ? { batch: wanted }
          : typeof wanted === 'string'
            ? { code: wanted }
            : wanted;
      passing = (rule?.batch ?? 1) - 1;
      failing = rule?.times ?? 1;
    },
    next: (changesSomething) => {
      if (!rule || (rule.writesOnly === true && !changesSomething)) return null;
      if (passing > 0) {
        passing -= 1;
        return null;
      }
      const { code = 'GeneralException', at = 'before' } = rule;
      failing -= 1;
      if (failing <= 0) rule = null;
      return { code, at };
    },
  };
}
