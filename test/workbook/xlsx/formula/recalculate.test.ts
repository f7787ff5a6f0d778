import fc from 'fast-check';
import { Decimal } from '../../../../src/engine/decimal';
import { parseCellName } from '../../../../src/form/address';
import type { Operand } from '../../../../src/workbook/xlsx/formula/operand';
import { recalculate, type CalculationSheet } from '../../../../src/workbook/xlsx/formula/recalculate';

type Content = number | string | boolean | null;

/** A sheet from addresses: texts with "=" are formulas whose stored result is "old". */
function sheetOf(name: string, cells: Readonly<Record<string, Content>>): CalculationSheet {
  const at = (row: number, column: number): Content =>
    Object.entries(cells).find(([address]) => {
      const place = parseCellName(address);
      return place?.row === row && place.column === column;
    })?.[1] ?? null;
  const formula = (row: number, column: number): string | null => {
    const content = at(row, column);
    return typeof content === 'string' && content.startsWith('=') ? content.slice(1) : null;
  };
  return {
    name,
    rowCount: 20,
    columnCount: 12,
    formula,
    value: (row, column) =>
      formula(row, column) === null ? operand(at(row, column)) : { kind: 'text', value: 'old' },
    formulaCells: Object.keys(cells)
      .map((address): readonly [number, number] => {
        const place = parseCellName(address);
        return [place?.row ?? 0, place?.column ?? 0];
      })
      .filter(([row, column]) => formula(row, column) !== null),
  };
}

function operand(content: Content): Operand {
  if (content === null) return { kind: 'blank' };
  if (typeof content === 'number') return { kind: 'number', value: new Decimal(content) };
  if (typeof content === 'boolean') return { kind: 'boolean', value: content };
  return content.startsWith('#') ? { kind: 'error', value: content } : { kind: 'text', value: content };
}

/** The new result of A1 with this formula, once T20 is written; "kept" when it keeps its stored result. */
function resultOf(formula: string, cells: Readonly<Record<string, Content>> = {}): Content {
  const sheet = sheetOf('S', { ...cells, A1: `=IF(TRUE,${formula},T20)` });
  const written = [{ sheet: 'S', row: 19, column: 19, value: operand(1) }];
  const [found] = recalculate([sheet], written).filter(({ row, column }) => row === 0 && column === 0);
  if (!found) return 'kept';
  return found.value.kind === 'number' ? found.value.value.toNumber() : found.value.value;
}

const CELLS = { B1: 10, B2: 20.5, B3: '文字', B4: null, B5: true, B6: '3', C1: 2, C2: 0.5, D1: '#N/A' };

test.each<[string, Content]>([
  ['1+2*3', 7],
  ['(1+2)*3', 9],
  ['0.1+0.2', 0.3],
  ['2-3-4', -5],
  ['-2^2', 4],
  ['2^3^2', 64],
  ['2^-1', 0.5],
  ['10%', 0.1],
  ['200*5%%', 0.1],
  ['--B1', 10],
  ['1/3', 0.333333333333333],
  ['1/0', '#DIV/0!'],
  ['0^0', '#NUM!'],
  ['(-8)^0.5', '#NUM!'],
  ['1E308*10', '#NUM!'],
  ['B1&"分"', '10分'],
  ['"说""好"""', '说"好"'],
  ['0.5&B4&B5', '0.5TRUE'],
  ['B1+B4', 10],
  ['B1+B5', 11],
  ['B1+B6', 13],
  ['B1+B3', '#VALUE!'],
  ['B1+D1', '#N/A'],
  ['B1+"2020-1-1"', 'kept'],
  ['$B$1*c1', 20],
  ['B4', 0],
  ['B1=10', true],
  ['B4=0', true],
  ['B4=""', true],
  ['"a"="A"', true],
  ['"文"<>B3', true],
  ['"9">10', true],
  ['TRUE>"a"', true],
  ['1<=0.999999999999999999', true],
  ['0.1+0.2=0.3', true],
  ['SUM(B1:B6)', 30.5],
  ['SUM(B1,B6,"2",TRUE)', 13],
  ['SUM(B1:C2)', 33],
  ['SUM(B:B)', 30.5],
  ['SUM(2:2)', 21],
  ['SUM(1:1)', 'kept'],
  ['SUM(B1:B2,D1)', '#N/A'],
  ['SUM("好")', '#VALUE!'],
  ['AVERAGE(B1:B2)', 15.25],
  ['AVERAGE(B3:B4)', '#DIV/0!'],
  ['MIN(B1:B6,5)', 5],
  ['MAX(B1:B6)', 20.5],
  ['MIN(B4)', 0],
  ['PRODUCT(B1,C1:C2)', 10],
  ['COUNT(B1:B6,"3","好",D1)', 3],
  ['COUNTA(B1:B6)', 5],
  ['ROUND(2.345,2)', 2.35],
  ['ROUND(-2.5,0)', -3],
  ['ROUND(1234.5,-2)', 1200],
  ['ROUND(1.005,2)', 1.01],
  ['ROUNDUP(2.301,1)', 2.4],
  ['ROUNDDOWN(-2.39,1)', -2.3],
  ['INT(-1.5)', -2],
  ['ABS(-3)', 3],
  ['IF(B1>5,"高","低")', '高'],
  ['IF(B1>50,"高")', false],
  ['IF(B3,1,2)', '#VALUE!'],
  ['IF(B1>5,1,1/0)', 1],
  ['IF(B1>5,,2)', 0],
  ['IFERROR(1/0,"无")', '无'],
  ['IFERROR(B1,"无")', 10],
  ['AND(B1>5,B2>5)', true],
  ['OR(B1>50,B2>50)', false],
  ['NOT(B5)', false],
  ['SUMPRODUCT(B1:B2,C1:C2)', 30.25],
  ['SUM( B1 ,\n B2 )', 30.5],
  ["S!B1+'S'!B2", 30.5],
  ['VLOOKUP(B1,B1:C2,2)', 'kept'],
  ['B1:B2*2', 'kept'],
  ['合计', 'kept'],
  ['INDIRECT("B1")', 'kept'],
  ['[1]S!A2', 'kept'],
  ['Other!B1', 'kept'],
  ['SUM(B1', 'kept'],
  [`${'('.repeat(500)}1${')'.repeat(500)}`, 'kept'],
])('%s gives %p', (formula, expected) => {
  expect(resultOf(formula, CELLS)).toBe(expected);
});

test('very long areas, sums and chains of formulas end without overflow', () => {
  const count = 200_000;
  const terms = `A1${'+A1'.repeat(900)}`;
  const chain = 500;
  const sheet: CalculationSheet = {
    name: 'S',
    rowCount: count,
    columnCount: 3,
    value: () => ({ kind: 'number', value: new Decimal(1) }),
    formula: (row, column) => {
      if (column === 1 && row === 0) return 'MAX(A:A)+MIN(A:A)+SUM(A:A)+COUNT(A:A)';
      return column === 2 && row < chain ? `${terms}+C${row + 2}` : null;
    },
    formulaCells: [[0, 1], ...Array.from({ length: chain }, (_, row): [number, number] => [row, 2])],
  };
  const results = recalculate([sheet], [{ sheet: 'S', row: 0, column: 0, value: operand(3) }]);
  expect(results.find(({ column }) => column === 1)?.value).toEqual({
    kind: 'number',
    value: new Decimal(3 + 1 + count + 2 + count),
  });
});

describe('what is worked out', () => {
  const write = (sheet: string, column: number, value: number) => ({
    sheet,
    row: 0,
    column,
    value: operand(value),
  });
  const results = (sheets: CalculationSheet[], value = 5) =>
    recalculate(sheets, [write('S', 0, value)]).map((one) => [
      one.sheet,
      one.row,
      one.column,
      one.value.kind === 'number' ? one.value.value.toNumber() : one.value.value,
    ]);

  test('formulas that depend on the written cell, over other formulas and sheets, in any order', () => {
    const first = sheetOf('S', { A1: 1, B1: '=C1*2', C1: '=A1+1', D1: '=B2*2' });
    const second = sheetOf('汇 总', { A1: '=S!B1+1', B1: '=A1&""' });
    expect(results([first, second])).toEqual([
      ['S', 0, 1, 12],
      ['S', 0, 2, 6],
      ['汇 总', 0, 0, 13],
      ['汇 总', 0, 1, '13'],
    ]);
  });

  test('formulas in a circle, and those that build on what is not known, are left', () => {
    const sheet = sheetOf('S', {
      A1: 1,
      B1: '=C1+A1',
      C1: '=B1',
      D1: '=VLOOKUP(A1,A1:B1,1)',
      E1: '=D1+A1',
      F1: '=IFERROR(D1,A1)',
    });
    expect(results([sheet])).toEqual([]);
  });

  test('a result that stays the same is not given', () => {
    const sheet = sheetOf('S', { A1: 1, B1: '=IF(A1>0,"old","new")' });
    expect(results([sheet])).toEqual([]);
  });
});

test('a sum is exact whatever the order of its terms', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -99999, max: 99999 }), { minLength: 1, maxLength: 10 }),
      (cents) => {
        const cells = Object.fromEntries(cents.map((cent, index) => [`B${index + 1}`, cent / 100]));
        const total = cents.reduce((a, b) => a + b, 0);
        expect(resultOf('SUM(B1:B10)*100', cells)).toBe(total);
      },
    ),
  );
});
