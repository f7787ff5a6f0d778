/** The unit of amounts as it is said in the pane. */
import type { Decimal } from '../../engine/decimal';
import type { Say } from '../../locales/sentences';

/** `unit` is how many 元 make one; "" where the form does not say. */
export function sayMoneyUnit(unit: Decimal | null, say: Say): string {
  if (unit === null) return '';
  if (unit.eq(1)) return say('rollUp.yuan');
  return say(unit.eq(10_000) ? 'rollUp.tenThousand' : 'rollUp.hundredMillion');
}
