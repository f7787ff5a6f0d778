import { columnRange, createCanvas, spanOf, STYLES } from '../../../src/form/templates/canvas';
import look from '../../../src/form/templates/styles.json';

test.each([
  ['C', 2, 2],
  ['C:I', 2, 8],
  ['Z:AB', 25, 27],
])('the columns %s', (at, left, right) => {
  expect(spanOf(at)).toEqual({ left, right });
});

test('rows get numbers from the top, areas are filled and merged', () => {
  const canvas = createCanvas();
  expect([canvas.height(), canvas.addRow(20), canvas.addRow(30), canvas.height()]).toEqual([0, 0, 1, 2]);
  canvas.fill({ left: 1, right: 2 }, { top: 1, bottom: 1 }, 'b', '乙');
  canvas.fill({ left: 0, right: 0 }, { top: 0, bottom: 1 }, 'a', { formula: 'A1+1' });
  canvas.fill({ left: 1, right: 1 }, { top: 0, bottom: 0 }, 'c', '');
  canvas.fill({ left: 2, right: 2 }, { top: 0, bottom: 0 }, 'c', 5);
  const { cells, merges, rowHeights, validations } = canvas.drawn();
  expect(cells.map(({ row, column, value, formula, style }) => [row, column, value, formula, style])).toEqual(
    [
      [0, 0, null, 'A1+1', 'a'],
      [0, 1, null, null, 'c'],
      [0, 2, 5, null, 'c'],
      [1, 0, null, null, 'a'],
      [1, 1, '乙', null, 'b'],
      [1, 2, null, null, 'b'],
    ],
  );
  expect(merges).toEqual(['B2:C2', 'A1:A2']);
  expect(rowHeights).toEqual([20, 30]);
  expect(validations).toEqual([]);
});

test('a rule is strict unless it is said not to be, and carries its messages', () => {
  const canvas = createCanvas();
  const rule = { kind: 'list', items: ['优'] } as const;
  canvas.validate('A1', 'score', rule);
  canvas.validate('A2', 'score', rule, false);
  const [strict, loose] = canvas.drawn().validations;
  expect([strict?.isStrict, loose?.isStrict, strict?.range, loose?.range]).toEqual([true, false, 'A1', 'A2']);
  expect(strict?.rule).toBe(rule);
  expect(strict?.hint.text).not.toBe('');
  expect(strict?.refusal.text).not.toBe('');
});

test('a style is what its data says, left and centred in height unless it says otherwise', () => {
  expect(Object.keys(STYLES)).toEqual(Object.keys(look.styles));
  for (const [name, style] of Object.entries(look.styles)) {
    expect(STYLES[name]).toMatchObject({
      horizontal: 'horizontal' in style ? 'center' : 'left',
      vertical: 'vertical' in style ? 'top' : 'center',
      size: 'size' in style ? style.size : look.plain.size,
    });
  }
});

test('cells of one column', () => {
  expect(columnRange(7, 11, 28)).toBe('H12:H29');
  expect(columnRange(7, 11, 11)).toBe('H12');
});
