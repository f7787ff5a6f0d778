/** The columns that a person can say a header stands for, the needed ones first. */
import type { IndicatorRole } from '../../form/words';

export const NAMEABLE_ROLES = [
  'name',
  'target',
  'actual',
  'weight',
  'score',
  'reason',
  'level1',
  'level2',
  'adjustedTarget',
  'operator',
  'unit',
  'standard',
  'evidence',
] as const satisfies readonly IndicatorRole[];
