/** Checks that lost points are explained, and says what counts as an explanation. */
import type { ScoredFormFacts, TextCell } from '../facts';
import type { Finding } from '../finding';
import type { RuleSet } from '../ruleSet';
import type { ScoredForm } from '../scoreForm';
import { plain } from './figures';
import { raise } from './raise';
import { scoreSpans, titleOf, type ScoreSpan } from './rows';

/** True when the text explains something: long enough for the rule set, and not one of its empty words. */
export function isReason(text: string, rules: RuleSet): boolean {
  const said = text.replace(/\s/g, '');
  return said.length >= rules.shortReason && !rules.emptyReasons.includes(said);
}

/**
 * `reason-missing`: points were lost and nobody says why. With a reason column, once for each row; without one,
 * once for the form, at its one reason cell; a form with neither is not asked.
 */
export function checkReasons(scored: ScoredForm): Finding[] {
  const { facts, rules } = scored;
  const short = scoreSpans(scored).filter((span) => lost(span) !== null);
  if (facts.indicators.some((row) => row.reason !== null)) {
    return short.flatMap((span) => checkRow(span, rules));
  }
  return short.length === 0 ? [] : checkFormReason(facts, short, rules);
}

function checkRow(span: ScoreSpan, rules: RuleSet): Finding[] {
  const { facts } = span.first;
  const points = lost(span);
  if (facts.reason === null || points === null || isReason(facts.reason.text, rules)) return [];
  return [
    raise(
      'reason-missing',
      { row: facts.row, cell: facts.reason.cell },
      {
        variant: variantOf(facts.reason),
        name: titleOf(facts),
        ...points,
        reason: facts.reason.text.trim(),
        fewest: String(rules.shortReason),
      },
    ),
  ];
}

function checkFormReason(facts: ScoredFormFacts, short: readonly ScoreSpan[], rules: RuleSet): Finding[] {
  const { formReason } = facts;
  if (formReason === null || isReason(formReason.text, rules)) return [];
  return [
    raise(
      'reason-missing',
      { row: null, cell: formReason.cell },
      {
        variant: 'form',
        name: short.map(({ first }) => titleOf(first.facts)).join('、'),
        count: String(short.length),
        reason: formReason.text.trim(),
        fewest: String(rules.shortReason),
      },
    ),
  ];
}

function variantOf({ text }: TextCell): string {
  return text.trim() === '' ? 'blank' : 'short';
}

/** What a row got of what it could get, when that is less: by the printed score, or by the computed one. */
function lost({
  score,
  weight,
  computed,
}: ScoreSpan): { readonly score: string; readonly weight: string } | null {
  const earned = score.value ?? (score.state === 'blank' || score.state === 'none' ? computed : null);
  if (weight === null || earned === null || earned.gte(weight)) return null;
  return { score: plain(earned), weight: plain(weight) };
}
