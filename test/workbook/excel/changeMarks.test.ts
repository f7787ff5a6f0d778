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
  change && { removed: change.removed, added: change.added.map(({ ranges, level }) => [level, ...ranges]) };

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
  expect(told(changeMarks(standing([ERROR, ...SCORES]), SCORES))).toEqual({ removed: ['r0'], added: [] });
});

test('highlights that stay are not sent again when a score changes', () => {
  const wanted: Mark = { label: 'score:4', ranges: ['G9'] };
  expect(told(changeMarks(standing([ERROR, ...SCORES]), [ERROR, wanted]))).toEqual({
    removed: ['r1'],
    added: [[null, 'G9']],
  });
});

test('all highlights are put there anew when one of them changes, since Excel puts a new one ahead of the others', () => {
  const other: Mark = { label: 'warning', ranges: ['A15:H15'] };
  expect(told(changeMarks(standing([ERROR, WARNING, ...SCORES]), [ERROR, other, ...SCORES]))).toEqual({
    removed: ['r0', 'r1'],
    added: [
      ['error', 'A9:H9'],
      ['warning', 'A15:H15'],
    ],
  });
});

test('of a rule that stands twice one goes', () => {
  const twice = [...standing([ERROR]), { id: 'copy', ...ERROR }];
  expect(told(changeMarks(twice, [ERROR]))).toEqual({ removed: ['r0', 'copy'], added: [['error', 'A9:H9']] });
  const scores = [...standing(SCORES), ...standing(SCORES).map((mark) => ({ ...mark, id: 'copy' }))];
  expect(told(changeMarks(scores, SCORES))).toEqual({ removed: ['copy'], added: [] });
});

test('of many rules that remember scores only those go that say something else', () => {
  const cells = Array.from({ length: 90 }, (_, index) => `G${index + 10}`);
  const before = standing([{ label: 'score:1', ranges: cells }]);
  const rules = new Set(before.map(({ id }) => id)).size;
  const change = changeMarks(before, [{ label: 'score:1', ranges: cells.slice(0, -1) }]);
  expect(rules).toBeGreaterThan(2);
  expect(change?.removed).toEqual([`r${rules - 1}`]);
  expect(change?.added).toHaveLength(1);
});

test('a rule whose rows are gone goes when anything else changes', () => {
  const gone: StandingMark = { id: 'gone', label: 'warning', ranges: [] };
  expect(told(changeMarks([...standing(SCORES), gone], [...SCORES, ERROR]))).toEqual({
    removed: ['gone'],
    added: [['error', 'A9:H9']],
  });
});
