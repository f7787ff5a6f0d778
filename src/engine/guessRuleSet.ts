/** Guesses which rule set a form was made for, by the signs in `ruleSets/guesses.json`. */
import { Decimal } from './decimal';
import type { FormFacts, ScoredFormFacts } from './facts';
import type { RuleSet } from './ruleSet';
import guesses from './ruleSets/guesses.json';
import { findRuleSet, MOF_2020 } from './ruleSets/shippedRuleSets';
import { sumLevel1 } from './totals';

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
