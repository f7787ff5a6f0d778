import type { Mark } from '../../src/form/writePlan';
import { markRules } from '../../src/workbook/makeMarkRules';
import { marksOfRule } from '../../src/workbook/markRule';

test('a rule names its label and its ranges', () => {
  expect(markRules([{ label: 'error', ranges: ['A9:H9', 'C12'] }])).toEqual([
    {
      formula: 'AND(N("ziping:error")=0,COUNTA($A$9:$H$9,$C$12)>=0)',
      ranges: ['A9:H9', 'C12'],
      level: 'error',
    },
  ]);
});

test('one rule remembers several scores, each with its cells, and never comes true', () => {
  const marks: readonly Mark[] = [
    { label: 'score:0.66', ranges: ['G9'] },
    { label: 'score:12', ranges: ['G4', 'G6'] },
  ];
  const rules = markRules(marks);
  expect(rules).toEqual([
    {
      formula: 'AND(N("ziping:scores")=1,COUNTA("0.66",$G$9,"12",$G$4,$G$6)>=0)',
      ranges: ['G9', 'G4', 'G6'],
      level: null,
    },
  ]);
  expect(rules.flatMap(({ formula }) => marksOfRule(formula))).toEqual(marks);
});

test('what a person sees comes first, the worst ahead of the rest', () => {
  const marks: readonly Mark[] = [
    { label: 'score:1', ranges: ['G9'] },
    { label: 'warning', ranges: ['A9'] },
    { label: 'error', ranges: ['A8'] },
  ];
  expect(markRules(marks).map(({ level }) => level)).toEqual(['error', 'warning', null]);
});

test('many ranges are divided so that no formula is longer than Excel takes', () => {
  const ranges = Array.from({ length: 200 }, (_, index) => `AA${1000 + index * 2}:AH${1000 + index * 2}`);
  const rules = markRules([{ label: 'warning', ranges }]);
  expect(rules.every(({ formula }) => formula.length <= 255)).toBe(true);
  expect(rules.flatMap((rule) => rule.ranges)).toEqual(ranges);
  const marks = rules.flatMap(({ formula }) => marksOfRule(formula) ?? []);
  expect(marks.flatMap((mark) => mark.ranges)).toEqual(ranges);
  expect(marks.every(({ label }) => label === 'warning')).toBe(true);
});

test('many scores are divided so that none is lost and none gets the cell of another', () => {
  const marks = Array.from({ length: 90 }, (_, index): Mark => {
    const rows = [index * 3 + 3, index * 3 + 5];
    return { label: `score:${(index + 10) / 8}`, ranges: rows.map((row) => `G${row}`) };
  });
  const rules = markRules(marks);
  expect(rules.length).toBeLessThan(marks.length / 4);
  expect(rules.every(({ formula }) => formula.length <= 255)).toBe(true);
  const read = new Map<string, string[]>();
  for (const { label, ranges } of rules.flatMap(({ formula }) => marksOfRule(formula) ?? []))
    read.set(label, [...(read.get(label) ?? []), ...ranges]);
  expect(read).toEqual(new Map(marks.map(({ label, ranges }) => [label, ranges])));
});

test.each<[string, readonly Mark[]]>([
  ['=AND(N("ziping:error")=0,COUNTA($A$11:$H$11)>=0)', [{ label: 'error', ranges: ['A11:H11'] }]],
  ['AND(N("ziping:error")=0,COUNTA(#REF!,$A$2)>=0)', [{ label: 'error', ranges: ['A2'] }]],
  ['N("ziping:error")=0', [{ label: 'error', ranges: [] }]],
  ['AND(N("ziping:score:0.66")=1,COUNTA($G$9)>=0)', [{ label: 'score:0.66', ranges: ['G9'] }]],
  [
    'AND(N("ziping:scores")=1,COUNTA("5",#REF!,"8.5",$G$4:$G$5,$G$7)>=0)',
    [
      { label: 'score:5', ranges: [] },
      { label: 'score:8.5', ranges: ['G4:G5', 'G7'] },
    ],
  ],
])('the marks of %s are %j', (formula, marks) => {
  expect(marksOfRule(formula)).toEqual(marks);
});

test('a rule for one label stands where a file says that it applies, one for several scores where it says so itself', () => {
  const one = marksOfRule('AND(N("ziping:score:5")=1,COUNTA($G$9)>=0)', ['G10']);
  const several = marksOfRule('AND(N("ziping:scores")=1,COUNTA("5",$G$9,"6",$G$11)>=0)', ['G9', 'G11']);
  expect(one).toEqual([{ label: 'score:5', ranges: ['G10'] }]);
  expect(several).toEqual([
    { label: 'score:5', ranges: ['G9'] },
    { label: 'score:6', ranges: ['G11'] },
  ]);
});

test.each(['AND(N("other:error")=0,COUNTA($A$1)>=0)', 'N("ziping:else")=0', '$A$1>0', ''])(
  '%s is nobody of ours',
  (formula) => {
    expect(marksOfRule(formula)).toBeNull();
  },
);
