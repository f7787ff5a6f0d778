import fc from 'fast-check';
import { freeSheetName } from '../../src/workbook/sheetName';

test.each([
  ['自评表', [], '自评表'],
  ['自评表', ['自评表'], '自评表 (2)'],
  ['自评表', ['自评表', '自评表 (2)'], '自评表 (3)'],
  ['Form', ['FORM'], 'Form (2)'],
  ['a[b]:c*d?e/f\\g', [], 'a b c d e f g'],
  ["'引号'", [], '引号'],
  ['', [], '自评表'],
  ['History', [], '自评表'],
  [
    '一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三',
    [],
    '一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一',
  ],
])('%j beside %j becomes %j', (wanted, taken, name) => {
  expect(freeSheetName(wanted, taken)).toBe(name);
});

test('any name becomes one that Excel takes and no sheet has', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string()), (wanted, others) => {
      const taken = [...others, freeSheetName(wanted, others)];
      const name = freeSheetName(wanted, taken);
      expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/u);
      expect(name.startsWith("'") || name.endsWith("'")).toBe(false);
      expect(taken.map((other) => other.toLowerCase())).not.toContain(name.toLowerCase());
    }),
  );
});
