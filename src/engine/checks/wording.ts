/** Checks how a row is worded: shifted columns, bounds in place of results, copied texts, stray signs and labels. */
import type { IndicatorRow, ScoredFormFacts } from '../facts';
import type { Finding } from '../finding';
import { isSameText, withoutBlanks } from '../normaliseText';
import { raise } from './raise';
import { isUntouched, titleOf } from './rows';
import words from './words.json';

/** `columns-shifted`, `not-measured`, `actual-copied`, `malformed-operator`, `label-missing`, `placeholder-left`. */
export function checkWording(facts: ScoredFormFacts): Finding[] {
  const isBlankForm = isUntouched(facts);
  return [
    ...facts.indicators.flatMap((row) => [
      ...checkActual(row),
      ...checkCopy(row),
      ...checkOperators(row),
      ...(isBlankForm ? [] : checkLabel(row)),
    ]),
    ...facts.placeholders.map(({ cell, text }) =>
      raise('placeholder-left', { row: null, cell }, { printed: text.trim() }),
    ),
  ];
}

/** True for a number behind a sign: "≥95%", "》0.95". A lone "=" states a result. */
function hasSign(text: string): boolean {
  return /^[<>]\d/.test(text);
}

/** True for a bound in place of a result: by a sign, or by a word ("不低于90%", "90%以上"). */
function isBound(text: string): boolean {
  if (hasSign(text)) return true;
  return (
    /\d/.test(text) &&
    (words.boundWords.some((word) => text.startsWith(word)) ||
      words.boundEndings.some((word) => text.endsWith(word)))
  );
}

/** A bound beside a target that reads like a name: the row slid one column to the left. */
function checkActual(row: IndicatorRow): Finding[] {
  const target = withoutBlanks(row.target.text);
  const actual = withoutBlanks(row.actual.text);
  if (!isBound(actual)) return [];
  const place = { row: row.row, cell: row.actualCell };
  const params = { name: titleOf(row), target: row.target.text.trim(), actual: row.actual.text.trim() };
  const readsLikeName =
    hasSign(actual) &&
    !/\d/.test(target) &&
    (target.includes(words.indicator) || words.labelEndings.some((ending) => target.endsWith(ending)));
  return [raise(readsLikeName ? 'columns-shifted' : 'not-measured', place, params)];
}

/** Only what cannot be an honest result is named a copy: the target's own operator, or a long text word for word. */
function checkCopy(row: IndicatorRow): Finding[] {
  const target = withoutBlanks(row.target.text);
  if (target === '' || !isSameText(row.target.text, row.actual.text)) return [];
  const isLongText = !/\d/.test(target) && target.length >= words.copiedTextFrom;
  if (!isBound(target) && !isLongText) return [];
  return [
    raise(
      'actual-copied',
      { row: row.row, cell: row.actualCell },
      { name: titleOf(row), target: row.target.text.trim() },
    ),
  ];
}

/** 》 or 《 before a number, where ≥ or ≤ is meant; the marks of a title (《办法》2份) are none. */
function checkOperators(row: IndicatorRow): Finding[] {
  const places = [
    { text: row.target.text.trim(), cell: row.targetCells[0] ?? null },
    { text: row.actual.text.trim(), cell: row.actualCell },
  ];
  return places.flatMap(({ text, cell }) => {
    const sign = /[》《](?=\s*[=＝]?\s*[\d０-９])/.exec(text.replace(/《[^》]*》/g, ''))?.[0];
    if (sign === undefined) return [];
    return [
      raise(
        'malformed-operator',
        { row: row.row, cell },
        { name: titleOf(row), printed: text, sign, meant: sign === '》' ? '≥' : '≤' },
      ),
    ];
  });
}

/** A row without a name, or whose name only repeats the level above. */
function checkLabel(row: IndicatorRow): Finding[] {
  const name = withoutBlanks(row.name);
  const levels = [row.level2, row.level1].flatMap((label) => (label === null ? [] : [withoutBlanks(label)]));
  const repeats =
    levels.includes(name) ||
    (levels.includes(name + words.indicator) && !words.speakingNames.some((word) => name.includes(word)));
  if (name !== '' && !repeats) return [];
  return [
    raise(
      'label-missing',
      { row: row.row, cell: row.nameCell },
      { variant: name === '' ? 'blank' : 'repeated', name: titleOf(row) },
    ),
  ];
}
