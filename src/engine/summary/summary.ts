/** The figures and lists of a self-evaluation summary (自评结果摘要), taken from a scored form. Values only: its sentences are made elsewhere. */
import { sameFigure } from '../checks/figures';
import { sum, type Decimal } from '../decimal';
import type { Goal, IndicatorRow, NumberCell, ScoredFormFacts } from '../facts';
import { gradeOf } from '../gradeOf';
import type { RuleSet } from '../ruleSet';
import type { ScoredForm, ScoredRow } from '../scoreForm';
import { applyExecutionCap, carriesGrandTotal } from '../totals';
import { isCompleted } from './countCompleted';
import {
  levelOf,
  linesByGoal,
  linesByLevel,
  rowsOf,
  type CategoryLine,
  type StandingScores,
} from './scoreLines';

export interface Summary {
  readonly subject: SummarySubject;
  readonly score: SummaryScore;
  /** Null where the form has no fund block. */
  readonly execution: ExecutionFigures | null;
  /** The goals of the form, or its first levels where it has no goals. */
  readonly groups: readonly GroupFigures[];
  readonly indicators: Counts;
  /** In the order of the form. */
  readonly unfinished: readonly UnfinishedIndicator[];
  /** 偏差大或目标未完成原因分析 of the whole form as it stands; null where it is blank or says nothing. */
  readonly formReason: string | null;
  /** What no form says, and a person writes. */
  readonly blanks: readonly SummaryBlank[];
}

export interface SummarySubject {
  readonly kind: ScoredFormFacts['kind'];
  readonly year: number | null;
  readonly unit: string | null;
  readonly project: string | null;
}

export interface SummaryScore {
  /** Null when nothing but the execution is scored. */
  readonly value: Decimal | null;
  /** The lines added up: more than `value` where the rule set ties the total to the execution rate. */
  readonly added: Decimal | null;
  /** What all lines can earn; null where one of them does not say. */
  readonly weight: Decimal | null;
  /** Of `value`, by the rule set. */
  readonly grade: string | null;
  readonly byGoal: readonly CategoryLine[];
  readonly byLevel: readonly CategoryLine[];
  /** What the total's cell says where that is something else than `value`; else null. */
  readonly disagreeing: string | null;
}

export interface ExecutionFigures {
  /** In `unit`; null where the cell holds no amount. */
  readonly budget: Decimal | null;
  readonly spent: Decimal | null;
  /** spent ÷ budget, unrounded; null where either is missing. */
  readonly rate: Decimal | null;
  /** How many 元 make one of the amounts' unit; null when the form does not say. */
  readonly unit: Decimal | null;
  /** Null where the execution is not scored here. */
  readonly weight: Decimal | null;
  readonly score: Decimal | null;
}

export interface Counts {
  readonly all: number;
  /** The score is the weight. */
  readonly completed: number;
  readonly unfinished: number;
  /** Without a weight of their own, and with an actual that does not miss the target: nobody can tell. */
  readonly unknown: number;
}

export interface GroupFigures {
  readonly line: CategoryLine;
  readonly counts: Counts;
}

/** An indicator that did not earn its weight, or that has no weight and missed its target or has no actual. */
export interface UnfinishedIndicator {
  readonly row: number;
  readonly goal: Pick<Goal, 'number' | 'title'> | null;
  readonly level1: string | null;
  readonly name: string;
  /** As printed; empty where nothing stands. */
  readonly target: string;
  readonly actual: string;
  readonly weight: Decimal | null;
  /** Null where none stands. */
  readonly score: Decimal | null;
  /** As printed; null where the form has no reason for it. */
  readonly reason: string | null;
}

/** Headings under which only a person can write. */
export type SummaryBlank = 'last-year' | 'problems' | 'measures' | 'budgeting';

const BLANKS: readonly SummaryBlank[] = ['last-year', 'problems', 'measures', 'budgeting'];

/** @param standing what stands on the form once it is recalculated */
export function buildSummary(scored: ScoredForm, standing: StandingScores): Summary {
  const { facts, rules } = scored;
  const rows = scored.rows.map((row) => judgeRow(row, standing));
  const score = summariseTotal(scored, standing);
  return {
    subject: { kind: facts.kind, year: facts.year, unit: facts.unitName, project: facts.projectName },
    score,
    execution: executionOf(scored, standing),
    groups: score.byGoal.flatMap((line) => {
      const own = new Set(rowsOf(line.category, facts));
      return own.size === 0 ? [] : [{ line, counts: countRows(rows.filter(({ row }) => own.has(row))) }];
    }),
    indicators: countRows(rows),
    unfinished: rows
      .filter(({ state }) => state === 'unfinished')
      .map(({ row, score }) => describeRow(row, score, facts, rules)),
    formReason: reasonIn(facts.formReason?.text, rules),
    blanks: BLANKS,
  };
}

function summariseTotal({ facts, rules, budget }: ScoredForm, standing: StandingScores): SummaryScore {
  const isCounted = ({ category }: CategoryLine): boolean =>
    category.kind !== 'execution' || !carriesGrandTotal(facts);
  const byGoal = linesByGoal(facts, standing).filter(isCounted);
  const weights = byGoal.flatMap(({ weight }) => weight ?? []);
  const scores = byGoal.flatMap(({ score }) => score ?? []);
  const judged = facts.judgedBlocks.map(({ score }) => score.value);
  const isScored = [...judged, ...standing.scores.values()].some((score) => score !== null);
  const added = isScored ? sum(scores) : null;
  const value = added && applyExecutionCap(added, budget?.rate ?? null, rules);
  return {
    value,
    added,
    weight: weights.length === byGoal.length ? sum(weights) : null,
    grade: value && (gradeOf(value, rules)?.word ?? null),
    byGoal,
    byLevel: linesByLevel(facts, standing).filter(isCounted),
    disagreeing: value && disagreeing(facts.total?.score ?? null, value),
  };
}

/** What a total's cell says when it says something else than it should. */
function disagreeing(printed: NumberCell | null, value: Decimal): string | null {
  const text = oneLine(printed?.entry.text ?? '');
  if (text === '' || printed?.state === 'none') return null;
  const isRight = printed?.state === 'number' && printed.value !== null && sameFigure(printed.value, value);
  return isRight ? null : text;
}

function executionOf({ facts, budget }: ScoredForm, standing: StandingScores): ExecutionFigures | null {
  if (!facts.budget) return null;
  const { total, unit, weight } = facts.budget;
  const isScored = !carriesGrandTotal(facts);
  return {
    budget: total.budget.value,
    spent: total.spent.value,
    rate: budget?.rate ?? null,
    unit,
    weight: isScored ? weight.value : null,
    score: isScored ? standing.budgetScore : null,
  };
}

interface JudgedRow {
  readonly row: IndicatorRow;
  readonly score: Decimal | null;
  readonly state: 'completed' | 'unfinished' | 'unknown';
}

function judgeRow({ facts, outcome }: ScoredRow, { scores }: StandingScores): JudgedRow {
  const score = scores.get(facts.row) ?? null;
  const completed = isCompleted(facts, score);
  if (completed !== null) return { row: facts, score, state: completed ? 'completed' : 'unfinished' };
  const isMissed = outcome.met === false || outcome.basis === 'blank';
  return { row: facts, score, state: isMissed ? 'unfinished' : 'unknown' };
}

function countRows(rows: readonly JudgedRow[]): Counts {
  const count = (wanted: JudgedRow['state']): number => rows.filter(({ state }) => state === wanted).length;
  return {
    all: rows.length,
    completed: count('completed'),
    unfinished: count('unfinished'),
    unknown: count('unknown'),
  };
}

function describeRow(
  row: IndicatorRow,
  score: Decimal | null,
  { goals }: ScoredFormFacts,
  rules: RuleSet,
): UnfinishedIndicator {
  const goal = goals.find(({ number }) => number === row.goal);
  return {
    row: row.row,
    goal: goal ? { number: goal.number, title: oneLine(goal.title) } : null,
    level1: levelOf(row),
    name: oneLine(row.name),
    target: oneLine(row.target.text),
    actual: oneLine(row.actual.text),
    weight: row.weight.value,
    score,
    reason: reasonIn(row.reason?.text, rules),
  };
}

function reasonIn(text: string | undefined, { emptyReasons }: RuleSet): string | null {
  const reason = oneLine(text ?? '');
  return !/[\p{L}\p{N}]/u.test(reason) || emptyReasons.includes(reason) ? null : reason;
}

/** A cell's lines as one. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
