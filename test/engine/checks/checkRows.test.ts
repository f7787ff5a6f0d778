// A form that is checked again keeps what was found on rows that are the very same, and finds what it would find anew.
import { checkForm } from '../../../src/engine/checks/checkForm';
import { checkRows } from '../../../src/engine/checks/checkRows';
import { MOF_2020 } from '../../../src/engine/ruleSets/shippedRuleSets';
import type { ScoredForm, ScoredRow } from '../../../src/engine/scoreForm';
import { compared, form, judged, noActual, numberCell, type FormChange, type RowChange } from './buildFacts';

/** The form with some rows as they are on another one; the others are the very same. */
function taking(scored: ScoredForm, other: ScoredForm, ...numbers: readonly number[]): ScoredForm {
  const rows = scored.rows.map((row, index): ScoredRow =>
    numbers.includes(row.facts.row) ? (other.rows[index] ?? row) : row,
  );
  return { ...scored, rows, facts: { ...scored.facts, indicators: rows.map(({ facts }) => facts) } };
}

const CHANGES: readonly (readonly [string, RowChange])[] = [
  ['a score', { score: '15' }],
  ['a blank score', { score: '' }],
  ['a score beyond its weight', { score: '25' }],
  ['a target that is missed', { outcome: compared('at-least', '≥50人', '30人', '12'), actual: '30人' }],
  ['no actual', { actual: '', outcome: noActual() }],
  ['words', { target: '提升', actual: '提升明显', outcome: judged() }],
  ['a shared score', { sharesScore: true, score: '' }],
  ['a reason', { reason: '受疫情影响' }],
];

test.each(CHANGES)('with %s in one row or in all', (_, change) => {
  const clean = form();
  const before = checkForm(clean).rows;
  for (const numbers of [[10], [11], [14], [10, 11], [10, 11, 12, 13, 14]]) {
    const rows = Object.fromEntries(numbers.map((number) => [number, change]));
    const after = taking(clean, form({ rows }), ...numbers);
    expect(checkForm(after, before).findings).toEqual(checkForm(after).findings);
    const changed = checkForm(after).rows;
    expect(checkForm(clean, changed).findings).toEqual(checkForm(clean).findings);
  }
});

/** The first rows of the scores that keep what was found on them. */
function kept(after: ScoredForm, before: ScoredForm): readonly number[] {
  const earlier = checkRows(before, null);
  const again = checkRows(after, earlier);
  return again.spans.flatMap((checked, place) =>
    checked && earlier.spans[place] === checked ? [checked.span.first.facts.row] : [],
  );
}

test('rows that are the very same keep what was found on them, others do not', () => {
  const clean = form();
  expect(kept(clean, clean)).toEqual([10, 11, 12, 13, 14]);
  expect(kept(taking(clean, form(), 11), clean)).toEqual([10, 12, 13, 14]);
  expect(kept(form(), clean)).toEqual([]);
});

test('a score over two rows is looked at again when one of them is another, or when there are more or fewer', () => {
  const shared = form({ rows: { 11: { sharesScore: true, score: '' } } });
  expect(kept(shared, shared)).toEqual([10, 12, 13, 14]);
  expect(
    kept(taking(shared, form({ rows: { 11: { sharesScore: true, score: '', name: '别的' } } }), 11), shared),
  ).toEqual([12, 13, 14]);
  expect(kept(taking(shared, form(), 11), shared)).toEqual([12, 13, 14]);
  const clean = form();
  expect(kept(taking(clean, shared, 11), clean)).toEqual([12, 13, 14]);
});

// Whether a blank actual or a missing reason is worth a word depends on the form as a whole.
test.each<[string, FormChange]>([
  ['other rules', { rules: { ...MOF_2020 } }],
  ['no reasons at all', { everyRow: { reason: null } }],
  ['hardly any actuals', { rows: Object.fromEntries([10, 11, 12].map((row) => [row, { actual: '' }])) }],
  ['nothing filled in', { everyRow: { actual: '', score: '' } }],
])('under %s all rows are looked at again', (_, change) => {
  const clean = form();
  const other = form(change);
  const facts = { ...clean.facts, indicators: other.facts.indicators };
  const budget = facts.budget && { ...facts.budget, score: numberCell('I6', '') };
  const after = { ...clean, rules: other.rules, facts: { ...facts, budget } };
  expect(kept(after, clean)).toEqual([]);
});
