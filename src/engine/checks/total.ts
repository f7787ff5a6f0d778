/** Checks the total row and the subtotals: the scores, the weights and the grade that they print. */
import { Decimal } from '../decimal';
import type { ScoredFormFacts } from '../facts';
import type { Finding } from '../finding';
import { gradeOf } from '../gradeOf';
import type { RuleSet } from '../ruleSet';
import type { ScoredForm } from '../scoreForm';
import { applyExecutionCap, carriesGrandTotal, sumGroup, sumPrinted, sumWeights } from '../totals';
import { plain, sameFigure } from './figures';
import { raise } from './raise';

const FULL = new Decimal(100);

/** `total-wrong`, `weights-sum` and `grade-wrong`. */
export function checkTotal(scored: ScoredForm): Finding[] {
  const { facts, rules } = scored;
  return [
    ...checkTotalScore(scored),
    ...checkSubtotals(facts),
    ...checkWeights(facts),
    ...checkGrade(facts, rules),
  ];
}

/** Compared exactly: the total is the sum of the scores as they stand (财预〔2020〕10号). */
function checkTotalScore({ facts, rules, budget }: ScoredForm): Finding[] {
  const score = facts.total?.score;
  if (score?.state !== 'number' || score.value === null) return [];
  const added = sumPrinted(facts);
  const expected = applyExecutionCap(added, budget?.rate ?? null, rules);
  if (sameFigure(score.value, expected) || carriesGrandTotal(facts)) return [];
  return [
    raise(
      'total-wrong',
      { row: null, cell: score.cell },
      {
        variant: sameFigure(added, expected) ? 'sum' : 'cap',
        printed: plain(score.value),
        expected: plain(expected),
        sum: plain(added),
      },
    ),
  ];
}

function checkSubtotals(facts: ScoredFormFacts): Finding[] {
  return facts.subtotals.flatMap((subtotal) => {
    const { score } = subtotal;
    const expected = sumGroup(facts, subtotal).score;
    if (score.state !== 'number' || score.value === null || sameFigure(score.value, expected)) return [];
    return [
      raise(
        'total-wrong',
        { row: null, cell: score.cell },
        {
          variant: 'subtotal',
          printed: plain(score.value),
          expected: plain(expected),
          sum: plain(expected),
        },
      ),
    ];
  });
}

function checkWeights(facts: ScoredFormFacts): Finding[] {
  const weights = sumWeights(facts);
  if (weights === null || sameFigure(weights, FULL)) return [];
  const cell = facts.total?.weight ?? null;
  const printed = cell?.value ?? null;
  return [
    raise(
      'weights-sum',
      { row: null, cell: cell?.cell ?? null },
      {
        variant: printed === null ? 'sum' : 'printed',
        sum: plain(weights),
        expected: plain(FULL),
        printed: printed === null ? '' : plain(printed),
      },
    ),
  ];
}

function checkGrade(facts: ScoredFormFacts, rules: RuleSet): Finding[] {
  if (facts.total === null || facts.total.grade === null) return [];
  const { grade, score } = facts.total;
  const total = score.value;
  if (score.state !== 'number' || total === null) return [];
  const printed = rules.grades.find(({ word }) => grade.text.includes(word));
  const expected = gradeOf(total, rules);
  if (printed === undefined || expected === null || printed.word === expected.word) return [];
  return [
    raise(
      'grade-wrong',
      { row: null, cell: grade.cell },
      {
        printed: grade.text.trim(),
        expected: expected.word,
        total: plain(total),
        from: plain(expected.from),
      },
    ),
  ];
}
