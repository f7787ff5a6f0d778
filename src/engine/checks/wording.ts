/** Checks how a row is worded: shifted columns, bounds in place of results, copied texts, stray signs and labels. */
import type { ScoredFormFacts } from '../facts';
import type { Finding } from '../finding';
import { isSameText, withoutBlanks } from '../normaliseText';
import type { ScoredRow } from '../scoreForm';
import { raise } from './raise';
import { titleOf, type RowTerms } from './rows';
import words from './words.json';

/** `placeholder-left`: leftovers of the blank form. */
export function checkPlaceholders({ placeholders }: ScoredFormFacts): Finding[] {
  return placeholders.map(({ cell, text }) =>
    raise('placeholder-left', { row: null, cell }, { printed: text.trim() }),
  );
}

/** True for a number behind a sign: "≥95%", "》0.95". A lone "=" states a result. */
function hasSign(text: string): boolean {
  return /^[<>]\d/.test(text);
}

const BOUND_WORDS = new RegExp(`^(?:${words.boundWords.join('|')})|(?:${words.boundEndings.join('|')})$`);

/** True for a bound in place of a result: by a sign, or by a word ("不低于90%", "90%以上"). */
function isBound(text: string): boolean {
  return hasSign(text) || (BOUND_WORDS.test(text) && /\d/.test(text));
}

/** `not-measured`, or `columns-shifted` for a bound beside a target that reads like a name: the row slid one column to the left. */
export function checkActualWording({ facts: row }: ScoredRow): Finding | null {
  const actual = withoutBlanks(row.actual.text);
  if (!isBound(actual)) return null;
  const target = withoutBlanks(row.target.text);
  const place = { row: row.row, cell: row.actualCell };
  const params = { name: titleOf(row), target: row.target.text.trim(), actual: row.actual.text.trim() };
  const readsLikeName =
    hasSign(actual) &&
    !/\d/.test(target) &&
    (target.includes(words.indicator) || words.labelEndings.some((ending) => target.endsWith(ending)));
  return raise(readsLikeName ? 'columns-shifted' : 'not-measured', place, params);
}

/** `actual-copied`: only what cannot be an honest result is named a copy: the target's own operator, or a long text word for word. */
export function checkCopy({ facts: row }: ScoredRow): Finding | null {
  if (!isSameText(row.target.text, row.actual.text)) return null;
  const target = withoutBlanks(row.target.text);
  const isLongText = !/\d/.test(target) && target.length >= words.copiedTextFrom;
  if (target === '' || (!isBound(target) && !isLongText)) return null;
  return raise(
    'actual-copied',
    { row: row.row, cell: row.actualCell },
    { name: titleOf(row), target: row.target.text.trim() },
  );
}

/** `malformed-operator`: 》 or 《 before a number, where ≥ or ≤ is meant; the marks of a title (《办法》2份) are none. */
export function checkOperator({ facts: row }: ScoredRow, side: 'target' | 'actual'): Finding | null {
  const text = row[side].text;
  if (!/[》《]/.test(text)) return null;
  const sign = /[》《](?=\s*[=＝]?\s*[\d０-９])/.exec(text.replace(/《[^》]*》/g, ''))?.[0];
  if (sign === undefined) return null;
  return raise(
    'malformed-operator',
    { row: row.row, cell: side === 'actual' ? row.actualCell : (row.targetCells[0] ?? null) },
    { name: titleOf(row), printed: text.trim(), sign, meant: sign === '》' ? '≥' : '≤' },
  );
}

/** `label-missing`: a row without a name, or whose name only repeats the level above. */
export function checkLabel({ facts: row }: ScoredRow, { isUntouched }: RowTerms): Finding | null {
  if (isUntouched) return null;
  const name = withoutBlanks(row.name);
  if (name !== '' && !repeats(name, row.level2) && !repeats(name, row.level1)) return null;
  return raise(
    'label-missing',
    { row: row.row, cell: row.nameCell },
    { variant: name === '' ? 'blank' : 'repeated', name: titleOf(row) },
  );
}

function repeats(name: string, label: string | null): boolean {
  const level = label === null ? '' : withoutBlanks(label);
  if (!level.startsWith(name)) return false;
  return (
    level === name ||
    (level === name + words.indicator && !words.speakingNames.some((word) => name.includes(word)))
  );
}
