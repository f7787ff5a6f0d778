/** Checks that lost points are explained, and says what counts as an explanation. */
import { compare, type Decimal } from '../decimal';
import type { TextCell } from '../facts';
import type { Finding } from '../finding';
import type { RuleSet } from '../ruleSet';
import type { ScoredForm } from '../scoreForm';
import { plain } from './figures';
import { raise } from './raise';
import { titleOf, type RowTerms, type ScoreSpan } from './rows';

/** True when the text explains something: long enough for the rule set, and not one of its empty words. */
export function isReason(text: string, rules: RuleSet): boolean {
  const said = text.replace(/\s/g, '');
  return said.length >= rules.shortReason && !rules.emptyReasons.includes(said);
}

/** `reason-missing` of a form without a reason column: once, at its one reason cell; a form with neither is not asked. */
export function checkFormReason({ facts, rules }: ScoredForm, spans: readonly ScoreSpan[]): Finding[] {
  const { formReason } = facts;
  if (formReason === null || isReason(formReason.text, rules)) return [];
  const short = spans.filter((span) => lost(span) !== null);
  if (short.length === 0 || facts.indicators.some(({ reason }) => reason !== null)) return [];
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

/** `reason-missing` of a row: points were lost and nobody says why in the row's reason cell. */
export function checkRowReason(span: ScoreSpan, { rules }: RowTerms): Finding | null {
  const { facts } = span.first;
  if (facts.reason === null) return null;
  const points = lost(span);
  if (points === null || isReason(facts.reason.text, rules)) return null;
  return raise(
    'reason-missing',
    { row: facts.row, cell: facts.reason.cell },
    {
      variant: variantOf(facts.reason),
      name: titleOf(facts),
      score: plain(points.score),
      weight: plain(points.weight),
      reason: facts.reason.text.trim(),
      fewest: String(rules.shortReason),
    },
  );
}

function variantOf({ text }: TextCell): string {
  return text.trim() === '' ? 'blank' : 'short';
}

/** What a row got of what it could get, when that is less: by the printed score, or by the computed one. */
function lost({
  score,
  weight,
  computed,
}: ScoreSpan): { readonly score: Decimal; readonly weight: Decimal } | null {
  const earned = score.value ?? (score.state === 'blank' || score.state === 'none' ? computed : null);
  if (weight === null || earned === null || compare(earned, weight) >= 0) return null;
  return { score: earned, weight };
}
