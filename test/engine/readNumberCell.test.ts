// Cells that should hold one number, as forms fill them.
import { textEntry, type Entry } from '../../src/engine/entry';
import { readNumberCell } from '../../src/engine/readNumberCell';

function read(entry: Entry) {
  const { state, value } = readNumberCell(entry, 'G9', false);
  return [state, value?.toFixed() ?? null];
}

test.each([
  ['97.5分', '97.5'],
  ['97.5 分', '97.5'],
  ['4753.66万元', '4753.66'],
  ['150万', '150'],
  ['1,234.5', '1234.5'],
  ['１２．５', '12.5'],
  ['１，２３４．５', '1234.5'],
  ['(20分)', '20'],
  ['（20分）', '20'],
  ['10分', '10'],
  ['100%', '1'],
  ['97.24％', '0.9724'],
  ['250000.00', '250000'],
  ['100%\n\n', '1'],
  ['-3', '-3'],
  ['－3', '-3'],
  ['+3', '3'],
  ['.5', '0.5'],
  ['5.', '5'],
  ['0', '0'],
  ['¥1,234.50', '1234.5'],
  ['\u00a010 ', '10'],
])('%j is the number %s', (text, value) => {
  expect(read(textEntry(text))).toEqual(['number', value]);
});

test.each(['—', '-', '/', '——', '无', '*', '－', '……', '\\', '--'])(
  '%s says that there is no number',
  (text) => {
    expect(read(textEntry(text))).toEqual(['none', null]);
  },
);

test.each(['#REF!', '#DIV/0!', '#N/A', '#VALUE!', '#NAME?', '#NUM!', '#NULL!', '#SPILL!'])(
  '%s is an error',
  (text) => {
    expect(read(textEntry(text))).toEqual(['error', null]);
  },
);

test.each(['', '  ', '\n', '\u3000'])('%j is blank', (text) => {
  expect(read({ value: text, text, format: 'General' })).toEqual(['blank', null]);
});

test.each([
  ['94.67 999994.67', null],
  ['100%\n\n%', '1'],
  ['12,34', null],
  ['125,00', null],
  ['(3)', null],
  ['1e3', null],
  ['约9.5分', '9.5'],
  ['≥90', '90'],
  ['9.5/10', null],
  ['20*90%', null],
  ['2021年', null],
  ['12:30', null],
  ['合格', null],
  ['A4', null],
  ['1 234 567 8', null],
  ['9.5.1', null],
  ['10个', '10'],
])('%j is unreadable, and %s can still be made out', (text, value) => {
  expect(read(textEntry(text))).toEqual(['unreadable', value]);
});

test.each<[string, Entry, string, string | null]>([
  ['a stored number', { value: 97.5, text: '97.5', format: 'General' }, 'number', '97.5'],
  ['what is stored, not what is shown', { value: 0.9724, text: '97%', format: '0%' }, 'number', '0.9724'],
  ['a number with a unit in its format', { value: 9.5, text: '9.5分', format: '0.0"分"' }, 'number', '9.5'],
  ['a sum of floats', { value: 0.1 + 0.2, text: '0.3', format: 'General' }, 'number', '0.3'],
  ['a date', { value: 44526, text: '2021年11月26日', format: 'yyyy"年"m"月"d"日"' }, 'unreadable', null],
  ['a time of day', { value: 0.5, text: '12:00', format: 'h:mm' }, 'unreadable', null],
  ['a boolean', { value: true, text: 'TRUE', format: 'General' }, 'unreadable', null],
  ['an error value', { value: '#REF!', text: '#REF!', format: 'General' }, 'error', null],
  ['an empty cell', { value: null, text: '', format: '0.00' }, 'blank', null],
])('%s', (_, entry, state, value) => {
  expect(read(entry)).toEqual([state, value]);
});

test('cell, entry and formula are passed on', () => {
  const entry = textEntry('9');
  expect(readNumberCell(entry, 'G9', true)).toMatchObject({ cell: 'G9', entry, formula: true });
});
