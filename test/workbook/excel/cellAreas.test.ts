import fc from 'fast-check';
import { addressesOf, areasOf, joinAddresses, type CellPlace } from '../../../src/workbook/excel/cellAreas';
import { mergings } from '../../../src/workbook/excel/drawnLook';
import { joinValidations } from '../../../src/workbook/excel/drawnValidations';

const place = fc.record({ row: fc.nat(12), column: fc.nat(8) });
const key = ({ row, column }: CellPlace): string => `${row} ${column}`;

test('the rectangles of any cells cover each of them once and no other', () => {
  fc.assert(
    fc.property(fc.uniqueArray(place, { selector: key, maxLength: 60 }), (cells) => {
      const covered = areasOf(cells).flatMap(({ top, left, bottom, right }) =>
        Array.from({ length: bottom - top + 1 }, (_, r) =>
          Array.from({ length: right - left + 1 }, (_unused, c) => key({ row: top + r, column: left + c })),
        ).flat(),
      );
      expect([...covered].sort()).toEqual(cells.map(key).sort());
    }),
  );
});

test('a table is one rectangle, and rows that reach less far are another', () => {
  const cells = [0, 1, 2, 3].flatMap((row) =>
    Array.from({ length: row === 2 ? 2 : 3 }, (_, column) => ({ row, column })),
  );
  expect(addressesOf(areasOf(cells))).toEqual(['A1:C2,A3:B3,A4:C4']);
});

test('addresses are cut where Excel would not take them at once', () => {
  const many = Array.from({ length: 3000 }, (_, index) => `A${index + 1}`);
  const texts = joinAddresses(many);
  expect(texts.length).toBeGreaterThan(1);
  expect(Math.max(...texts.map((text) => text.length))).toBeLessThan(8192);
  expect(texts.join(',')).toBe(many.join(','));
});

test('merged rows below each other are merged across in one go', () => {
  expect(mergings(['A1:C1', 'A2:C2', 'A3:A5', 'B3:C3', 'B4:C4', 'A7:C7'])).toEqual([
    { range: 'A3:A5', isAcross: false },
    { range: 'A1:C2', isAcross: true },
    { range: 'A7:C7', isAcross: false },
    { range: 'B3:C4', isAcross: true },
  ]);
});

describe('validations of rows', () => {
  const words = { hint: { title: '', text: '' }, refusal: { title: '', text: '' }, isStrict: true };
  const joined = (
    given: readonly (readonly [range: string, from: string, to: string | null])[],
  ): readonly unknown[] =>
    joinValidations(
      given.map(([range, from, to]) => ({ range, rule: { kind: 'number', from, to }, ...words })),
    ).map(({ address, rule }) => [address, rule.kind === 'number' ? rule.to : null]);

  test('that point at the cell beside them are one for each run of rows', () => {
    expect(
      joined([
        ['H5', '0', 'G5'],
        ['H6:H7', '0', 'G6'],
        ['H9', '0', 'G9'],
      ]),
    ).toEqual([
      ['H5:H7', 'G5'],
      ['H9', 'G9'],
    ]);
  });

  test('that have fixed limits are one for all places', () => {
    expect(
      joined([
        ['H5', '0', '100'],
        ['H6', '0', '100'],
        ['J9', '0', '100'],
        ['K1', '0', null],
      ]),
    ).toEqual([
      ['H5:H6,J9', '100'],
      ['K1', null],
    ]);
  });

  test('that point elsewhere, or by a formula, stay apart', () => {
    expect(
      joined([
        ['H5', '0', 'G5'],
        ['H6', '0', 'G5'],
        ['H7', '0', 'SUM(G7:G8)'],
      ]),
    ).toEqual([
      ['H5', 'G5'],
      ['H6', 'G5'],
      ['H7', 'SUM(G7:G8)'],
    ]);
  });
});
