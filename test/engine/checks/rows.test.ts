// What the checks ask about rows: whether something was given, what a row is called, which rows share a score.
import { isDash, isGiven, isUntouched, scoreSpans, titleOf } from '../../../src/engine/checks/rows';
import { textEntry } from '../../../src/engine/entry';
import { compared, form, judged, noActual, numberCell, sameText, type FormChange } from './buildFacts';

test.each([
  ['—', true],
  ['- -', true],
  ['/', true],
  ['\\', true],
  ['——/', true],
  ['-5', false],
  ['5-', false],
  ['无', false],
  ['', false],
])('%j is a dash: %s', (text, dash) => {
  expect(isDash(textEntry(text))).toBe(dash);
});

test.each([
  ['5', true],
  ['无', true],
  ['—', false],
  ['', false],
  ['  ', false],
])('%j says something: %s', (text, given) => {
  expect(isGiven(textEntry(text))).toBe(given);
});

test('a row is called by its name, its label or its levels, whichever comes first', () => {
  const [row] = form({ rows: { 10: { level1: '产出', level2: '数量', name: '人数' } } }).facts.indicators;
  if (row === undefined) throw new Error('no row');
  const called = (change: Partial<typeof row>) => titleOf({ ...row, label: ' 标签 ', ...change });
  expect(called({})).toBe('人数');
  expect(called({ name: '' })).toBe('标签');
  expect(called({ name: '', label: ' ' })).toBe('数量');
  expect(called({ name: '', label: '', level2: null })).toBe('产出');
  expect(called({ name: '', label: '', level2: '', level1: null })).toBe('');
});

const EMPTY: FormChange = {
  everyRow: { actual: '', score: '', outcome: noActual() },
  budget: { spent: '', score: '' },
};
const block = (score: string) => ({
  judgedBlocks: [{ row: 8, name: '资金管理', weight: numberCell('G8', '5'), score: numberCell('H8', score) }],
});

test.each<[string, FormChange, boolean]>([
  ['an empty form', EMPTY, true],
  ['one without a fund block', { ...EMPTY, budget: null }, true],
  ['nothing spent', { ...EMPTY, budget: { spent: '0', score: '' } }, true],
  ['a dash for an actual', { ...EMPTY, rows: { 11: { actual: '—' } } }, true],
  ['a block without a score', { ...EMPTY, facts: block('') }, true],
  ['something spent', { ...EMPTY, budget: { spent: '5', score: '' } }, false],
  ['an actual', { ...EMPTY, rows: { 11: { actual: '5' } } }, false],
  ['a score', { ...EMPTY, rows: { 11: { score: '5' } } }, false],
  ['a block with a score', { ...EMPTY, facts: block('5') }, false],
])('nobody has filled in %s: %s', (_, change, untouched) => {
  expect(isUntouched(form(change).facts)).toBe(untouched);
});

function spans(change: FormChange) {
  return scoreSpans(form(change)).map(({ rows, score, weight, computed, met }) => [
    rows.map(({ facts }) => facts.row).join(' '),
    score.cell,
    weight?.toString() ?? null,
    computed?.toString() ?? null,
    met,
  ]);
}

test('a score stands for its own row, or for those below that are merged with it', () => {
  const MISSED = compared('at-least', '≥50人', '40人', '16');
  expect(
    spans({ rows: { 11: { sharesScore: true, weight: '' }, 12: { sharesScore: true, outcome: MISSED } } }),
  ).toEqual([
    ['10 11 12', 'H10', '30', '56', false],
    ['13', 'H13', '30', '30', true],
    ['14', 'H14', '10', '10', true],
  ]);
});

test('what one row leaves open is open for all that share its score', () => {
  expect(spans({ rows: { 11: { sharesScore: true, outcome: judged() } } })[0]).toEqual([
    '10 11',
    'H10',
    '40',
    null,
    null,
  ]);
  expect(
    spans({ everyRow: { weight: '' }, rows: { 14: { sharesScore: true, outcome: sameText('5') } } }).at(-1),
  ).toEqual(['13 14', 'H13', null, '35', true]);
});

test('a first row that shares a score has nobody to share it with', () => {
  expect(spans({ rows: { 10: { sharesScore: true } } })[0]?.slice(0, 2)).toEqual(['10', 'H10']);
});
