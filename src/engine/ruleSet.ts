/**
 * 口径: every number that the rules leave open, as data. A rule set is JSON; this file gives its
 * shape, the shipped ones, and a guess which of them a form was made for.
 */
import { Decimal } from './decimal';
import type { FormFacts, ScoredFormFacts } from './facts';
import guesses from './ruleSets/guesses.json';
import legacy2017 from './ruleSets/legacy-2017.json';
import mof2020 from './ruleSets/mof-2020.json';
import mof2021 from './ruleSets/mof-2021.json';
import platform from './ruleSets/platform.json';
import { readRuleSet, RuleSetFlaw, type RuleSetProblem } from './ruleSets/readRuleSet';
import sichuan from './ruleSets/sichuan.json';
import wuhan from './ruleSets/wuhan.json';
import { sumLevel1 } from './totals';

export interface RuleSet {
  readonly id: string;
  /** By language: "zh-CN", "en-US". */
  readonly name: Readonly<Record<string, string>>;
  /** 文件号 */
  readonly source: string;
  /** Places a score is rounded to, half up. */
  readonly decimals: number;
  /** Usual weights of the execution row, the first one preferred. */
  readonly executionWeights: readonly Decimal[];
  /** Points that the rule gives to each first level, by a word its label contains; null where weights are free. */
  readonly level1Weights: ReadonlyMap<string, Decimal> | null;
  /** Lower edges of the first and second band of a judged row, as shares of its weight. */
  readonly bands: readonly [Decimal, Decimal];
  /** actual ÷ target from which a row is overachieved, and the points taken off for it (0: none). */
  readonly overachieved: { readonly from: Decimal; readonly deduct: Decimal };
  /** The total may not exceed `cap` when the execution rate is below `below`; the lowest that applies counts. */
  readonly executionCaps: readonly { readonly below: Decimal; readonly cap: Decimal }[];
  /** An execution rate below this needs a reason. */
  readonly reasonBelowRate: Decimal;
  /** A reason with fewer characters says nothing. */
  readonly shortReason: number;
  readonly emptyReasons: readonly string[];
  /** From the best down; empty where totals have no grade. */
  readonly grades: readonly { readonly word: string; readonly from: Decimal }[];
  /** An execution score this close to the computed one is a remark, not an error. */
  readonly rateScoreTolerance: Decimal;
  readonly fewestIndicators: number;
  readonly satisfactionExpected: boolean;
}

/** 财政部 2020, the rule set of a form that shows no other. */
export const MOF_2020 = readRuleSet(mof2020);

/** The rule sets that come with the program, in the order in which a person is offered them. */
export const RULE_SETS: readonly RuleSet[] = [
  MOF_2020,
  readRuleSet(mof2021),
  readRuleSet(wuhan),
  readRuleSet(legacy2017),
  readRuleSet(sichuan),
  readRuleSet(platform),
];

/** The shipped rule set of this id, null when there is none. */
export function findRuleSet(id: string): RuleSet | null {
  return RULE_SETS.find((rules) => rules.id === id) ?? null;
}

export type ParsedRuleSet =
  { readonly ok: true; readonly rules: RuleSet } | { readonly ok: false; readonly problem: RuleSetProblem };

/**
 * Validates a rule set that a person wrote: JSON with the fields of `RuleSet`, numbers as numbers or as text ("0.05").
 * Never throws: a rule set that cannot be used gives the first problem found.
 */
export function parseRuleSet(json: unknown): ParsedRuleSet {
  try {
    return { ok: true, rules: readRuleSet(json) };
  } catch (flaw) {
    if (flaw instanceof RuleSetFlaw) return { ok: false, problem: flaw.problem };
    throw flaw;
  }
}

/** Signs of a rule set; all that are given must be seen on the form. */
interface Signs {
  readonly id: string;
  readonly kind?: string;
  readonly goals?: boolean;
  readonly goalPoints?: boolean;
  readonly executionWeight?: string;
  /** Points by a word in the first level's label. */
  readonly level1?: Readonly<Record<string, string | undefined>>;
}

/** The first rule set whose signs (`guesses.json`) the form shows; 财预〔2020〕10号 when it shows none. */
export function guessRuleSet(facts: FormFacts): RuleSet {
  if (facts.kind === 'summary-table') return MOF_2020;
  const seen = guesses.first.find((signs) => shows(facts, signs));
  return findRuleSet(seen?.id ?? guesses.otherwise) ?? MOF_2020;
}

function shows(facts: ScoredFormFacts, signs: Signs): boolean {
  if (signs.kind !== undefined && facts.kind !== signs.kind) return false;
  if (signs.goals === true && facts.goals.length === 0) return false;
  if (signs.goalPoints === true && !facts.goals.some((goal) => goal.points !== null)) return false;
  if (signs.executionWeight !== undefined) {
    if (facts.budget?.weight.value?.eq(signs.executionWeight) !== true) return false;
  }
  return Object.entries(signs.level1 ?? {}).every(
    ([word, points]) => points === undefined || pointsOf(facts, word)?.eq(new Decimal(points)) === true,
  );
}

/** The points of a first level: of its rows, or of its label where the rows have none. */
function pointsOf(facts: ScoredFormFacts, word: string): Decimal | null {
  const group = facts.groups.find(({ level, label }) => level === 1 && label.includes(word));
  return sumLevel1(facts, word) ?? group?.points ?? null;
}
