/** Fills the places of a template's texts, and writes texts that show a sum which stays right when the points are changed. */
import type { Decimal } from '../../engine/decimal';
import type { RuleSet } from '../../engine/ruleSet';
import type { Content } from './canvas';
import type { TemplateAnswers } from './template';

export type Places = Readonly<Record<string, string>>;

/** What every text of a form may hold. */
export function placesOf(answers: TemplateAnswers, rules: RuleSet): Places {
  const [first, second] = rules.bands;
  return {
    year: String(answers.year),
    unit: answers.unit,
    project: answers.project,
    execution: executionPoints(rules).toFixed(),
    band1: first.times(100).toFixed(),
    band2: second.times(100).toFixed(),
  };
}

/** The usual points of the execution row. */
export function executionPoints({ executionWeights, id }: RuleSet): Decimal {
  const [preferred] = executionWeights;
  if (!preferred) throw new Error(`the rule set ${id} gives the execution no weight`);
  return preferred;
}

export function fillPlaces(text: string, places: Places): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => places[name] ?? '');
}

const POINTS = '{points}';

/** A label with {points}: a formula that adds up the weights in `range`, or the points themselves when there is no such range. */
export function labelWithPoints(
  text: string,
  places: Places,
  points: Decimal,
  range: string | null,
): Content {
  const at = text.indexOf(POINTS);
  if (at < 0 || range === null) return fillPlaces(text, { ...places, points: points.toFixed() });
  const before = fillPlaces(text.slice(0, at), places);
  const after = fillPlaces(text.slice(at + POINTS.length), places);
  return { formula: `${quote(before)}&ROUND(SUM(${range}),2)&${quote(after)}` };
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
