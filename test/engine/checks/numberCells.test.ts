// Cells that should hold a number and do not: every place of a form is looked at, each cell once.
import { checkNumberCells, checkSummaryNumbers, isErrorValue } from '../../../src/engine/checks/numberCells';
import { textEntry } from '../../../src/engine/entry';
import {
  form,
  fundRow,
  lines,
  numberCell,
  summaryRow,
  summaryTable,
  told,
  type FormChange,
} from './buildFacts';

const found = (change: FormChange) => lines(checkNumberCells(form(change).facts));
const BAD = '#REF!';
const block = (weight: string, score: string) => ({
  row: 8,
  name: '资金管理',
  weight: numberCell('G8', weight),
  score: numberCell('H8', score),
});

test.each<[string, FormChange, readonly string[]]>([
  ['nothing', {}, []],
  ['a weight and a score of a row', { rows: { 10: { weight: BAD, score: BAD } } }, ['10 G10', '10 H10']],
  ['a judged block', { facts: { judgedBlocks: [block(BAD, BAD)] } }, ['8 G8', '8 H8']],
  ['a target and an actual', { rows: { 10: { target: BAD, actual: BAD } } }, ['10 E10', '10 F10']],
  ['the total row', { total: { weight: BAD, score: BAD } }, ['- G20', '- H20']],
  [
    'a subtotal',
    {
      facts: {
        subtotals: [{ row: 15, weight: numberCell('G15', BAD), score: numberCell('H15', BAD), rows: [] }],
      },
    },
    ['- G15', '- H15'],
  ],
  [
    'the fund block',
    { budget: { budget: BAD, spent: BAD, rate: BAD, weight: BAD, score: BAD, parts: [] } },
    ['- E6', '- F6', '- H6', '- G6', '- I6'],
  ],
  [
    'a part of the fund block',
    { budget: { parts: [fundRow(7, '财政拨款', BAD, BAD, BAD)] } },
    ['- E7', '- F7', '- H7'],
  ],
  [
    'a form without fund block and total',
    { budget: null, total: null, rows: { 10: { score: BAD } } },
    ['10 H10'],
  ],
])('an error value in %s', (_, change, expected) => {
  expect(found(change)).toEqual(expected.map((place) => `error error-value ${place}`));
});

test.each([
  ['94.67 999994.67', ['error unreadable-number - E7']],
  ['支出：21万元', ['error unreadable-number - E7']],
  ['其中支出：21万元', []],
])('a part of the fund block that says %s', (text, expected) => {
  expect(found({ budget: { parts: [fundRow(7, '财政拨款', `!${text}`, '', '')] } })).toEqual(expected);
});

test('a text in words is unreadable anywhere but in a part', () => {
  expect(found({ budget: { budget: '!其中支出：21万元', parts: [] } })).toEqual([
    'error unreadable-number - E6',
  ]);
});

test('what is printed is told in one line', () => {
  const { facts } = form({ rows: { 10: { score: '! 94.67 \n 999994.67 ', actual: ` ${BAD} ` } } });
  expect(told(checkNumberCells(facts), 'unreadable-number')).toEqual([
    ['error 10 H10', { printed: '94.67 999994.67' }],
  ]);
  expect(told(checkNumberCells(facts), 'error-value')).toEqual([['error 10 F10', { printed: BAD }]]);
});

test('a cell that several rows name is told once, and what has no cell each time', () => {
  const { facts } = form();
  const score = numberCell('H10', BAD);
  const indicators = facts.indicators.slice(0, 2).map((row) => ({ ...row, score }));
  expect(lines(checkNumberCells({ ...facts, indicators }))).toEqual(['error error-value 10 H10']);
  const nowhere = indicators.map((row) => ({ ...row, score: numberCell(null, BAD) }));
  expect(lines(checkNumberCells({ ...facts, indicators: nowhere }))).toEqual([
    'error error-value 10 -',
    'error error-value 11 -',
  ]);
});

test('a row without a target cell has its error nowhere', () => {
  const { facts } = form({ rows: { 10: { target: BAD } } });
  const indicators = facts.indicators.map((row) => ({ ...row, targetCells: [] }));
  expect(lines(checkNumberCells({ ...facts, indicators }))).toEqual(['error error-value 10 -']);
});

test('a table of scores is looked through with its total and its rates', () => {
  const rows = [summaryRow(3, '产出', BAD, BAD, BAD), summaryRow(4, '效益', '30', '28')];
  expect(lines(checkSummaryNumbers(summaryTable(rows, summaryRow(5, '合计', '65', BAD))))).toEqual([
    'error error-value 3 C3',
    'error error-value 3 D3',
    'error error-value 3 E3',
    'error error-value 5 D5',
  ]);
  expect(lines(checkSummaryNumbers(summaryTable(rows.slice(1), null)))).toEqual([]);
});

test.each([
  '#REF!',
  '#DIV/0!',
  '#N/A',
  '#VALUE!',
  '#NAME?',
  '#NUM!',
  '#NULL!',
  '#SPILL!',
  '#CALC!',
  '见 #N/A',
])('%s is an error value', (text) => {
  expect(isErrorValue(textEntry(text))).toBe(true);
});

test.each(['', '5', '#1', '#', 'REF!'])('%j is none', (text) => {
  expect(isErrorValue(textEntry(text))).toBe(false);
});
