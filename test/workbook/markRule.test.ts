import { labelOfRule, markRules, rangesOfRule } from '../../src/workbook/markRule';

test('a rule names its label and its ranges', () => {
  expect(markRules({ label: 'error', ranges: ['A9:H9', 'C12'] })).toEqual([
    { formula: 'AND(N("ziping:error")=0,COUNTA($A$9:$H$9,$C$12)>=0)', ranges: ['A9:H9', 'C12'] },
  ]);
});

test('a remembered score never comes true', () => {
  expect(markRules({ label: 'score:0.66', ranges: ['G9'] })[0]?.formula).toBe(
    'AND(N("ziping:score:0.66")=1,COUNTA($G$9)>=0)',
  );
});

test('many ranges are divided so that no formula is longer than Excel takes', () => {
  const ranges = Array.from({ length: 200 }, (_, index) => `AA${1000 + index * 2}:AH${1000 + index * 2}`);
  const rules = markRules({ label: 'warning', ranges });
  expect(rules.every(({ formula }) => formula.length <= 255)).toBe(true);
  expect(rules.flatMap((rule) => rule.ranges)).toEqual(ranges);
  expect(rules.flatMap(({ formula }) => rangesOfRule(formula))).toEqual(ranges);
  expect(rules.every(({ formula }) => labelOfRule(formula) === 'warning')).toBe(true);
});

test.each([
  ['=AND(N("ziping:error")=0,COUNTA($A$11:$H$11)>=0)', ['A11:H11']],
  ['AND(N("ziping:error")=0,COUNTA(#REF!,$A$2)>=0)', ['A2']],
  ['N("ziping:error")=0', []],
])('the ranges of %s are %j', (formula, ranges) => {
  expect(rangesOfRule(formula)).toEqual(ranges);
});

test.each(['AND(N("other:error")=0,COUNTA($A$1)>=0)', 'N("ziping:else")=0', '$A$1>0', ''])(
  '%s is nobody of ours',
  (formula) => {
    expect(labelOfRule(formula)).toBeNull();
  },
);
