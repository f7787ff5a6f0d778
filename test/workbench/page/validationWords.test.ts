/** What a validation says when its cell is chosen and when something else is typed. */
import type { Sheet, Validation } from '../../../src/workbench/book/book';
import { NO_VALIDATION } from '../../../src/workbench/book/readValidations';
import { explainInvalid, hintOf } from '../../../src/workbench/page/grid/validationWords';
import { area, sheetOf, smallBook } from '../book/opened';

const points: Validation = {
  ...NO_VALIDATION,
  type: 'decimal',
  formulas: ['0', 'A1'],
  prompt: { isShown: true, title: '得分', message: '填 0 到分值之间的数。' },
  alert: { isShown: true, style: 'stop', title: '得分', message: '不能超过分值。' },
};

function sheetWith(validation: Validation): Sheet {
  const sheet = sheetOf(
    smallBook(
      '<sheetData><row r="1"><c r="A1"><v>10</v></c><c r="C1" t="str"><v>甲</v></c></row><row r="2"><c r="C2" t="str"><v>乙</v></c></row></sheetData>',
    ),
  );
  sheet.validate([area('B1')], validation);
  return sheet;
}

const list = (formula: string): Validation => ({ ...points, type: 'list', formulas: [formula] });

test.each<[string, Validation, string, boolean]>([
  ['a number between the limits', points, '10', true],
  ['a number above the limit in another cell', points, '10.01', false],
  ['a text', points, '十分', false],
  ['a formula whose result is within the limits', points, '=A1/2', true],
  ['a formula whose result is not', points, '=A1*2', false],
  ['a percentage, which is a number', points, '50%', true],
  ['nothing', points, '', true],
  ['a number where it must be whole', { ...points, type: 'whole' }, '1.5', false],
  ['a whole number', { ...points, type: 'whole' }, '2', true],
  ['a word of the list', list('"≥,≤,甲 乙"'), '甲 乙', true],
  ['a word in other letters', list('"Yes,No"'), 'yes', false],
  ['a word of cells', list('$C$1:$C$2'), '甲', true],
  ['a word that no cell holds', list('$C$1:$C$2'), '丙', false],
  ['a text that is short enough', { ...points, type: 'textLength', formulas: ['0', '2'] }, '两字', true],
  ['a text that is too long', { ...points, type: 'textLength', formulas: ['0', '2'] }, '三个字', false],
  [
    'what a formula about the cell itself takes',
    { ...points, type: 'custom', formulas: ['B1>5'] },
    '6',
    true,
  ],
  ['what it does not take', { ...points, type: 'custom', formulas: ['B1>5'] }, '5', false],
  ['anything, beside a limit that is still blank', { ...points, formulas: ['D9', 'A1'] }, '99', true],
  [
    'something, beside a blank limit where blanks count',
    { ...points, formulas: ['D9', 'A1'], ignoresBlanks: false },
    '99',
    false,
  ],
])('%s is taken or refused', (_what, validation, text, isTaken) => {
  const sheet = sheetWith(validation);
  expect(explainInvalid(sheet, 0, 1, text)).toEqual(
    isTaken ? null : { sentence: 'B1 没有改动：得分：不能超过分值。', isStrict: true },
  );
  // Asking changes nothing.
  expect(sheet.cell(0, 1).value).toBeNull();
});

test('a warning lets the person have it, and no alert says nothing', () => {
  const warning: Validation = {
    ...points,
    alert: { isShown: true, style: 'warning', title: '', message: '' },
  };
  expect(explainInvalid(sheetWith(warning), 0, 1, '11')).toEqual({
    sentence: 'B1 已填入，请核对：与这个单元格的数据验证不符。',
    isStrict: false,
  });
  const quiet: Validation = { ...points, alert: { ...points.alert, isShown: false } };
  expect(explainInvalid(sheetWith(quiet), 0, 1, '11')).toBeNull();
});

test('a hint has the words of the validation, and those of its list', () => {
  expect(hintOf(points)).toEqual({ title: '得分', text: '填 0 到分值之间的数。' });
  expect(hintOf({ ...list('"≥,≤"'), prompt: { isShown: true, title: '', message: '' } })).toEqual({
    title: '',
    text: '可填：≥、≤',
  });
  expect(hintOf({ ...points, prompt: { ...points.prompt, isShown: false } })).toBeNull();
  expect(hintOf(null)).toBeNull();
});
