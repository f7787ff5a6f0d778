/**
 * The numbers of a rule set as a person reads and changes them: percentages without fractions, lists as text. What is changed is checked as a
 * whole, so that nothing is kept by which no form could be scored.
 */
import { Decimal } from '../../engine/decimal';
import type { RuleSet } from '../../engine/ruleSet';
import { parseRuleSet } from '../../engine/ruleSets/readRuleSet';
import { writeRuleSet, type RuleSetJson } from '../../engine/ruleSets/writeRuleSet';

export const RULE_NUMBERS = [
  'decimals',
  'executionWeights',
  'firstBand',
  'secondBand',
  'overachievedFrom',
  'overachievedDeduct',
  'reasonBelowRate',
  'shortReason',
  'rateScoreTolerance',
  'fewestIndicators',
] as const;
export type RuleNumber = (typeof RULE_NUMBERS)[number];

/** What may be entered: a whole number, any, a percentage, or several numbers; the ends belong to it. */
export interface NumberLimits {
  readonly kind: 'whole' | 'number' | 'percent' | 'list';
  readonly from: number;
  readonly to: number;
}

export const NUMBER_LIMITS: Readonly<Record<RuleNumber, NumberLimits>> = {
  decimals: { kind: 'whole', from: 0, to: 6 },
  executionWeights: { kind: 'list', from: 0, to: 100 },
  firstBand: { kind: 'percent', from: 0, to: 100 },
  secondBand: { kind: 'percent', from: 0, to: 100 },
  overachievedFrom: { kind: 'percent', from: 100, to: 100_000 },
  overachievedDeduct: { kind: 'number', from: 0, to: 100 },
  reasonBelowRate: { kind: 'percent', from: 0, to: 100 },
  shortReason: { kind: 'whole', from: 0, to: 1000 },
  rateScoreTolerance: { kind: 'number', from: 0, to: 100 },
  fewestIndicators: { kind: 'whole', from: 0, to: 1000 },
};

const LIST_COMMA = '、';

/** The number as a person reads it: 80 for a band from 80 %, "20、10" for several weights. */
export function readRuleNumber(rules: RuleSet, id: RuleNumber): string {
  const { bands, overachieved } = rules;
  switch (id) {
    case 'executionWeights':
      return rules.executionWeights.map((weight) => weight.toFixed()).join(LIST_COMMA);
    case 'firstBand':
      return percentOf(bands[0]);
    case 'secondBand':
      return percentOf(bands[1]);
    case 'overachievedFrom':
      return percentOf(overachieved.from);
    case 'overachievedDeduct':
      return overachieved.deduct.toFixed();
    case 'reasonBelowRate':
      return percentOf(rules.reasonBelowRate);
    case 'rateScoreTolerance':
      return rules.rateScoreTolerance.toFixed();
    case 'decimals':
    case 'shortReason':
    case 'fewestIndicators':
      return String(rules[id]);
  }
}

/** The fields of the rule set that change when a person enters the text; null when it is not allowed. */
export function changeRuleNumber(rules: RuleSet, id: RuleNumber, text: string): RuleSetJson | null {
  const { kind } = NUMBER_LIMITS[id];
  const parts = kind === 'list' ? text.split(/[、，,;；\s]+/).filter((part) => part !== '') : [text];
  const numbers = parts.map((part) => readNumber(part, kind === 'percent'));
  const [first = null] = numbers;
  if (first === null || numbers.includes(null)) return null;
  return ifUsable(rules, fieldsOf(rules, id, first, numbers));
}

function fieldsOf(
  { bands, overachieved }: RuleSet,
  id: RuleNumber,
  value: string,
  values: readonly (string | null)[],
): RuleSetJson {
  switch (id) {
    case 'executionWeights':
      return { executionWeights: values };
    case 'firstBand':
      return { bands: [value, bands[1].toFixed()] };
    case 'secondBand':
      return { bands: [bands[0].toFixed(), value] };
    case 'overachievedFrom':
      return { overachieved: { from: value, deduct: overachieved.deduct.toFixed() } };
    case 'overachievedDeduct':
      return { overachieved: { from: overachieved.from.toFixed(), deduct: value } };
    default:
      return { [id]: value };
  }
}

export const RULE_TABLES = ['executionCaps', 'grades', 'level1Weights'] as const;
export type RuleTable = (typeof RULE_TABLES)[number];
export type RuleTableRow = readonly [string, string];

/** The rows of a table: an execution rate in percent and its cap, a grade and where it begins, a first level and its points. */
export function readRuleTable(rules: RuleSet, id: RuleTable): readonly RuleTableRow[] {
  switch (id) {
    case 'executionCaps':
      return rules.executionCaps.map(({ below, cap }) => [percentOf(below), cap.toFixed()]);
    case 'grades':
      return rules.grades.map(({ word, from }) => [word, from.toFixed()]);
    case 'level1Weights':
      return [...(rules.level1Weights ?? [])].map(([word, points]) => [word, points.toFixed()]);
  }
}

/** The field of the rule set that changes when a person enters the rows; null when they are not allowed. */
export function changeRuleTable(
  rules: RuleSet,
  id: RuleTable,
  rows: readonly RuleTableRow[],
): RuleSetJson | null {
  switch (id) {
    case 'executionCaps':
      return ifUsable(rules, {
        executionCaps: rows.map(([below, cap]) => ({
          below: readNumber(below, true),
          cap: readNumber(cap, false),
        })),
      });
    case 'grades':
      return ifUsable(rules, {
        grades: rows.map(([word, from]) => ({ word: word.trim(), from: readNumber(from, false) })),
      });
    case 'level1Weights':
      return changeLevels(rules, rows);
  }
}

/** No rows leave the weights of the first levels free. */
function changeLevels(rules: RuleSet, rows: readonly RuleTableRow[]): RuleSetJson | null {
  if (rows.length === 0) return { level1Weights: null };
  const points = new Map(rows.map(([word, text]) => [word.trim(), readNumber(text, false)]));
  if (points.has('') || points.size < rows.length) return null;
  return ifUsable(rules, { level1Weights: Object.fromEntries(points) });
}

/** The changes, when the rule set can be used with them. */
function ifUsable(rules: RuleSet, changes: RuleSetJson): RuleSetJson | null {
  return parseRuleSet({ ...writeRuleSet(rules), ...changes }).ok ? changes : null;
}

function percentOf(share: Decimal): string {
  return share.times(100).toFixed();
}

/** The number as rule sets write it, a percentage as a fraction; null when the text is none. */
function readNumber(text: string, isPercent: boolean): string | null {
  const plain = text.normalize('NFKC').trim();
  const digits = isPercent ? plain.replace(/\s*%$/, '') : plain;
  if (!/^\d{1,9}(\.\d{1,9})?$/.test(digits)) return null;
  return isPercent ? new Decimal(digits).div(100).toFixed() : digits;
}
