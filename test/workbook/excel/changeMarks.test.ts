import type { Mark } from '../../../src/form/writePlan';
import { markRules } from '../../../src/workbook/makeMarkRules';
import { marksOfRule } from '../../../src/workbook/markRule';
import { changeMarks, type RuleChange } from '../../../src/workbook/excel/changeMarks';
import type { StandingMark } from '../../../src/workbook/excel/readSheets';

/** Marks as they stand once they have been put there: the rules are called r0, r1, and so on. */
const standing = (marks: readonly Mark[]): readonly StandingMark[] =>
  markRules(marks).flatMap(({ formula }, index) =>
    (marksOfRule(formula) ?? []).map((mark) => ({ id: `r${index}`, ...mark })),
  );

const told = (change: RuleChange | null): unknown =>
  change && {
    removed: change.removed,
    updated: change.updated.map(({ id, rule }) => [id, ...rule.ranges]),
    added: change.added.map(({ ranges, level }) => [level, ...ranges]),
  };

const ERROR: Mark = { label: 'error', ranges: ['A9:H9'] };
const WARNING: Mark = { label: 'warning', ranges: ['A12:H12'] };
const SCORES: readonly Mark[] = [
  { label: 'score:5', ranges: ['G9', 'G12'] },
  { label: 'score:2.5', ranges: ['G10'] },
];

test('marks that stand already are left alone', () => {
  expect(changeMarks(standing([ERROR, WARNING, ...SCORES]), [...SCORES, WARNING, ERROR])).toBeNull();
});

test('remembered scores that stay are not sent again when a highlight goes', () => {
  expect(told(changeMarks(standing([ERROR, ...SCORES]), SCORES))).toEqual({
    removed: ['r0'],
    updated: [],
    added: [],
  });
});

test('highlights that stay are not sent again when scores change, and the rule of the scores is told others', () => {
  const wanted: Mark = { label: 'score:4', ranges: ['G9'] };
  expect(told(changeMarks(standing([ERROR, ...SCORES]), [ERROR, wanted]))).toEqual({
    removed: [],
    updated: [['r1', 'G9']],
    added: [],
  });
});

test.each([
  ['below', 'G13'],
  ['above', 'G8'],
  ['beside', 'H10'],
])('a score %s those of a rule takes a new one, so that it does not go with their rows', (_, cell) => {
  const wanted: readonly Mark[] = [...SCORES, { label: 'score:7', ranges: [cell] }];
  expect(told(changeMarks(standing([ERROR, ...SCORES]), [ERROR, ...wanted]))).toEqual({
    removed: ['r1'],
    updated: [],
    added: [[null, 'G10', 'G9', 'G12', cell]],
  });
});

test('highlights are put there anew when one changes, since Excel puts a new one ahead of the others', () => {
  const other: Mark = { label: 'warning', ranges: ['A15:H15'] };
  expect(told(changeMarks(standing([ERROR, WARNING, ...SCORES]), [ERROR, other, ...SCORES]))).toEqual({
    removed: ['r0', 'r1'],
    updated: [],
    added: [
      ['error', 'A9:H9'],
      ['warning', 'A15:H15'],
    ],
  });
});

test('but one that belongs ahead of those that stay is put there alone', () => {
  const other: Mark = { label: 'error', ranges: ['A15:H15'] };
  expect(told(changeMarks(standing([ERROR, WARNING]), [other, WARNING]))).toEqual({
    removed: ['r0'],
    updated: [],
    added: [['error', 'A15:H15']],
  });
});

test('a highlight that goes leaves the others in their order', () => {
  expect(told(changeMarks(standing([ERROR, WARNING]), [ERROR]))).toMatchObject({
    removed: ['r1'],
    added: [],
  });
  expect(told(changeMarks(standing([ERROR, WARNING]), [WARNING]))).toMatchObject({
    removed: ['r0'],
    added: [],
  });
});

test('of a rule that stands twice one goes when that is asked for, or when something else changes', () => {
  const twice = [...standing([ERROR]), { id: 'copy', ...ERROR }];
  expect(changeMarks(twice, [ERROR])).toBeNull();
  expect(told(changeMarks(twice, [ERROR], true))).toEqual({ removed: ['copy'], updated: [], added: [] });
  const scores = [...standing(SCORES), ...standing(SCORES).map((mark) => ({ ...mark, id: 'copy' }))];
  expect(told(changeMarks(scores, [...SCORES, ERROR]))).toEqual({
    removed: ['copy'],
    updated: [],
    added: [['error', 'A9:H9']],
  });
});

test('of many rules that remember scores only those change that say something else', () => {
  const cells = Array.from({ length: 90 }, (_, index) => `G${index + 10}`);
  const before = standing([{ label: 'score:1', ranges: cells }]);
  const rules = new Set(before.map(({ id }) => id)).size;
  const change = changeMarks(before, [{ label: 'score:1', ranges: cells.slice(0, -1) }]);
  expect(rules).toBeGreaterThan(2);
  expect(change?.updated.map(({ id }) => id)).toEqual([`r${rules - 1}`]);
  expect(change).toMatchObject({ removed: [], added: [] });
});

test('a rule whose rows are gone goes when anything else changes', () => {
  const gone: StandingMark = { id: 'gone', label: 'warning', ranges: [] };
  expect(told(changeMarks([...standing(SCORES), gone], [...SCORES, ERROR]))).toMatchObject({
    removed: ['gone'],
    added: [['error', 'A9:H9']],
  });
});
