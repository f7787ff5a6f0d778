/** The score of a form as it stands on the sheet now, before anything is written: the total, whether it adds up, and each category's part. */
import { sum, type Decimal } from '../engine/decimal';
import { gradeOf } from '../engine/gradeOf';
import { countCompleted } from '../engine/summary/countCompleted';
import type { Category, CategoryLine } from '../engine/summary/scoreLines';
import { applyExecutionCap, carriesGrandTotal, sumPrinted } from '../engine/totals';
import type { FormResult } from './formResult';
import { summariseScore } from './summariseScore';

export type StandingTotal =
  /** What the total's cell says. */
  | { readonly kind: 'printed'; readonly value: Decimal }
  /** The total's cell holds something that is not one number. */
  | { readonly kind: 'unreadable'; readonly text: string }
  /** The form has no total's cell, or a blank one: the scores that stand, added up. */
  | { readonly kind: 'added'; readonly value: Decimal; readonly isBlank: boolean }
  /** Neither a total nor a score stands. */
  | { readonly kind: 'none' };

export interface StandingLine {
  readonly category: Category;
  readonly weight: Decimal | null;
  /** Null when nothing is scored yet. */
  readonly score: Decimal | null;
  /** score ÷ weight, unrounded; null without a weight above 0 or without a score. */
  readonly share: Decimal | null;
}

export interface StandingScore {
  readonly total: StandingTotal;
  /** What the form can earn; null when it does not say. */
  readonly weight: Decimal | null;
  /** Of the printed total by the rule set; null where that has none, where the total does not add up, or scores are still missing. */
  readonly grade: string | null;
  /** What the total should be by the scores that stand, where it says something else; else null. */
  readonly expected: Decimal | null;
  /** What the total will be once the form is recalculated, where that is another sum than that of the scores that stand; else null. */
  readonly recalculated: Decimal | null;
  /** 0 for a summary table. */
  readonly indicators: number;
  /** Null where no indicator carries a weight. */
  readonly completed: number | null;
  readonly lines: readonly StandingLine[];
}

export function standingScore(form: FormResult): StandingScore {
  const { facts, rules } = form;
  const summary = summariseScore(form);
  const lines = summary.categories.map(standingLine);
  const added = addUp(form, lines);
  const total = totalOf(form, added);
  const isWrong = total.kind === 'printed' && added !== null && !total.value.eq(added) && !carries(form);
  const value = total.kind === 'printed' ? total.value : null;
  const after = summary.total.score;
  const recalculated = after && !(added ?? value)?.eq(after) && !carries(form) ? after : null;
  const indicators = facts.kind === 'summary-table' ? [] : facts.indicators;
  return {
    total,
    weight: weightOf(form, summary.total.weight, lines),
    grade: value && !isWrong && !recalculated ? (gradeOf(value, rules)?.word ?? null) : null,
    expected: isWrong ? added : null,
    recalculated,
    indicators: indicators.length,
    completed: countCompleted(indicators, ({ score }) => score.value),
    lines,
  };
}

function standingLine({ category, weight, entered }: CategoryLine): StandingLine {
  return { category, weight, score: entered, share: entered && weight?.gt(0) ? entered.div(weight) : null };
}

/** The sum of the weights, else what the total row prints, else the sum of the parts' weights. */
function weightOf(form: FormResult, added: Decimal | null, lines: readonly StandingLine[]): Decimal | null {
  const printed = form.facts.total?.weight.value;
  const weights = carries(form) ? [printed] : [added, printed, addWeights(lines)];
  return weights.find((weight) => weight?.gt(0)) ?? null;
}

/** Null unless every part has a weight. */
function addWeights(lines: readonly StandingLine[]): Decimal | null {
  const weights = lines.flatMap(({ weight }) => weight ?? []);
  return weights.length === lines.length ? sum(weights) : null;
}

/** What the total should be by the scores that stand; null when none stands. */
function addUp({ facts, scored, rules }: FormResult, lines: readonly StandingLine[]): Decimal | null {
  const scores = lines.flatMap(({ score }) => score ?? []);
  if (scores.length === 0) return null;
  if (facts.kind === 'summary-table') return sum(scores);
  return applyExecutionCap(sumPrinted(facts), scored?.budget?.rate ?? null, rules);
}

function totalOf({ facts: { total } }: FormResult, added: Decimal | null): StandingTotal {
  const score = total?.score;
  if (score?.state === 'number' && score.value) return { kind: 'printed', value: score.value };
  const text = score?.entry.text.trim() ?? '';
  if (text !== '' && score?.state !== 'none') return { kind: 'unreadable', text };
  return added ? { kind: 'added', value: added, isBlank: typeof score?.cell === 'string' } : { kind: 'none' };
}

/** True when the fund row carries the grand total by mistake: then no sum of the form says anything. */
function carries({ facts }: FormResult): boolean {
  return facts.kind !== 'summary-table' && carriesGrandTotal(facts);
}
