/** What was taken from a target or an actual, as people write it ("≥ 95%", "80% 到 90%"): the end of the steps that read it. */
import type { Step, StepCode } from '../engine/outcome';
import type { RowExplanation } from './explainRow';

export type ReadValue =
  | { readonly kind: 'number'; readonly sign: '≥' | '≤' | null; readonly text: string }
  | { readonly kind: 'range'; readonly low: string; readonly high: string }
  | { readonly kind: 'date'; readonly text: string }
  /** Words that are taken as they stand. */
  | { readonly kind: 'text' }
  | { readonly kind: 'blank' };

/** The steps by which a number changes after it was taken, and the parameter that holds what it is then. */
const CHANGES: Readonly<Record<'target' | 'actual', readonly (readonly [StepCode, string])[]>> = {
  target: [
    ['target-borrowed-unit', 'read'],
    ['target-read-as-fraction', 'read'],
  ],
  actual: [
    ['actual-borrowed-unit', 'read'],
    ['actual-read-as-fraction', 'read'],
    ['actual-converted', 'to'],
  ],
};

/** Null for what is no indicator. */
export function readInWords(row: RowExplanation, side: 'target' | 'actual'): ReadValue | null {
  const reading = row[side]?.reading;
  if (!reading) return null;
  const took = paramsOf(row.steps, `took-${side}`);
  switch (reading.kind) {
    case 'quantity': {
      const changes = CHANGES[side].flatMap(([code, param]) => paramsOf(row.steps, code)?.[param] ?? []);
      const taken = took ? `${took['value'] ?? ''}${took['unit'] ?? ''}` : reading.taken;
      return { kind: 'number', sign: side === 'target' ? signOf(row) : null, text: changes.at(-1) ?? taken };
    }
    case 'range': {
      const ends = paramsOf(row.steps, `took-${side}-range`);
      return { kind: 'range', low: ends?.['low'] ?? '', high: ends?.['high'] ?? '' };
    }
    case 'date':
      return { kind: 'date', text: reading.taken };
    case 'text':
    case 'blank':
      return { kind: reading.kind };
  }
}

function paramsOf(steps: readonly Step[], wanted: StepCode): Step['params'] | undefined {
  return steps.find(({ code }) => code === wanted)?.params;
}

function signOf({ direction }: RowExplanation): '≥' | '≤' | null {
  if (!direction) return null;
  return direction.kind === 'floor' ? '≥' : '≤';
}
