import { identify } from '../../src/form/identity';
import { recogniseForms } from '../../src/form/recognise';
import { digest } from '../../src/form/digest';
import type { Finding } from '../../src/engine/finding';
import { Decimal } from '../../src/engine/decimal';
import {
  form as buildForm,
  fundRow,
  numberCell,
  summaryRow,
  summaryTable,
} from '../engine/checks/buildFacts';
import { buildGrid, projectRows, type CellSpec } from './buildGrid';

function rowNames(rows: readonly (readonly CellSpec[])[]): ReadonlyMap<string, number> {
  const { forms } = recogniseForms(buildGrid(rows));
  return new Map([...identify(forms.map((facts) => facts)).rows].map(([row, name]) => [name, row]));
}

test('every row has a name of its own, also where rows are alike', () => {
  const rows = projectRows();
  rows.splice(8, 0, [null, null, null, '养护里程', '≥30公里', '32公里', 0, 0, null]);
  expect(rowNames(rows).size).toBe(5);
});

test('a row keeps its name when rows are inserted above it', () => {
  const rows = projectRows();
  const before = rowNames(rows);
  rows.splice(8, 0, [null, null, null, '桥梁养护', '≥3座', '3座', 0, 0, null]);
  rows.splice(3, 0, [null, null, null, null, null, null, null, null, null]);
  const after = rowNames(rows);
  expect([...before].map(([name, row]) => [row, (after.get(name) ?? 0) - row])).toEqual([
    [8, 1],
    [9, 2],
    [10, 2],
    [11, 2],
  ]);
});

test('another name, level or project is another row', () => {
  const rows = projectRows();
  const [first] = rowNames(rows).keys();
  const changed = rows.map((row) => row.map((cell) => (cell === '道路养护' ? '桥梁养护' : cell)));
  expect(rowNames(changed).has(first ?? '')).toBe(false);
});

test('the cells of a form are told apart by what they are', () => {
  const { forms } = recogniseForms(buildGrid(projectRows()));
  const { subjectOf } = identify(forms);
  const about = (cell: string | null, row: number | null = null): string =>
    subjectOf({ code: 'total-wrong', severity: 'error', row, cell, params: {} } satisfies Finding);
  const subjects = ['H12', 'G12', 'I5', 'H5', 'D5', 'H8', 'H9', 'F8', 'G8'].map((cell) => about(cell));
  expect(new Set(subjects).size).toBe(subjects.length);
  expect(about('H8', 8)).toBe(about('H8'));
});

test('names are made of what stands on the form', () => {
  const { forms } = recogniseForms(buildGrid(projectRows()));
  const { rows, subjectOf } = identify(forms);
  const about = (cell: string | null, row: number | null = null): string =>
    subjectOf({ code: 'total-wrong', severity: 'error', row, cell, params: {} } satisfies Finding);
  const first = '道路养护//产出指标/数量指标/养护里程';
  expect([...rows.values()]).toEqual([
    first,
    '道路养护//产出指标/质量指标/验收合格率',
    '道路养护//效益指标/社会效益指标/道路通行投诉',
    '道路养护//满意度指标/服务对象满意度指标/居民满意度',
  ]);
  expect(['D8', 'E8', 'F8', 'G8', 'H8', 'I8'].map((cell) => about(cell))).toEqual(
    ['name', 'target', 'actual', 'weight', 'score', 'reason'].map((part) => `${first}:${part}`),
  );
  expect(['G5', 'I5', 'E5', 'F5', 'H5', 'E6', 'F6', 'H6'].map((cell) => about(cell))).toEqual([
    '道路养护:fund:weight',
    '道路养护:fund:score',
    ...['budget', 'spent', 'rate'].map((part) => `道路养护:fund:年度资金总额:${part}`),
    ...['budget', 'spent', 'rate'].map((part) => `道路养护:fund:其中:当年财政拨款:${part}`),
  ]);
  expect(['G12', 'H12', 'A1'].map((cell) => about(cell))).toEqual([
    '道路养护:total:weight',
    '道路养护:total:score',
    '道路养护:title',
  ]);
  // What has no cell of its own is about its row, and what has neither about nothing.
  expect(about(null, 8)).toBe(first);
  expect(about('Z99', 8)).toBe(first);
  expect(about('Z99')).toBe('');
  expect(about(null, 99)).toBe('');
});

test('parts that a form may have are named, too, with numbers where they are alike', () => {
  const facts = buildForm({
    rows: { 11: { name: '培训人数', level2: '数量指标' }, 13: { name: '', level1: null, goal: 2 } },
    budget: { reason: '跨年', parts: [fundRow(7, '拨款', '1', '1', ''), fundRow(8, '拨款', '1', '1', '')] },
    total: { grade: '优' },
    facts: {
      projectName: null,
      unitName: '城管局',
      goals: [{ number: 2, title: '目标2', cell: 'A9', points: null }],
      groups: ['B10', 'B12'].map((cell) => ({
        level: 1,
        label: '产出(50分)',
        cell,
        points: new Decimal(50),
        rows: [],
      })),
      judgedBlocks: [
        { row: 8, name: '资金管理', weight: numberCell('G8', '5'), score: numberCell('L8', '5') },
      ],
      subtotals: [15, 16].map((row) => ({
        row,
        weight: numberCell(`G${row}`, ''),
        score: numberCell(`H${row}`, ''),
        rows: [],
      })),
      formReason: { cell: 'A21', text: '' },
    },
  }).facts;
  const table = summaryTable(
    [summaryRow(3, '产出', '5', '5', '1'), summaryRow(4, '产出', '5', '5')],
    summaryRow(5, '合计', '9', '9'),
  );
  const { rows, subjectOf } = identify([facts, { ...table }]);
  const about = (cell: string): string =>
    subjectOf({ code: 'total-wrong', severity: 'error', row: null, cell, params: {} } satisfies Finding);
  expect(rows.get(11)).toBe('城管局//产出指标/数量指标/培训人数#2');
  expect(rows.get(13)).toBe('城管局/2//社会效益指标/');
  const cells = [
    'J6',
    'E8',
    'A9',
    'B10',
    'B12',
    'L8',
    'G15',
    'H16',
    'J20',
    'A21',
    'B3',
    'C3',
    'D4',
    'E3',
    'D5',
  ];
  expect(cells.map(about)).toEqual([
    '城管局:fund:reason',
    '城管局:fund:拨款#2:budget',
    '城管局:goal:2',
    '城管局:group:1:产出(50分)',
    '城管局:group:1:产出(50分)#2',
    '城管局:block:资金管理:score',
    '城管局:subtotal:weight',
    '城管局:subtotal#2:score',
    '城管局:total:grade',
    '城管局:reason',
    ':summary:产出',
    ':summary:产出:weight',
    ':summary:产出#2:score',
    ':summary:产出:rate',
    ':summary:合计:score',
  ]);
});

test('a name of more than 60 characters is cut and told apart by its fingerprint', () => {
  const named = (name: string) => {
    const { facts } = buildForm({ rows: { 10: { name } } });
    return identify([facts]).rows.get(10)?.split('/').at(-1) ?? '';
  };
  expect(named('长'.repeat(60))).toBe('长'.repeat(60));
  expect(named('长'.repeat(61))).toMatch(/^长{60}~[0-9a-f]{16}$/);
  expect(named(`${'长'.repeat(60)}甲`)).not.toBe(named(`${'长'.repeat(60)}乙`));
});

test('forms of one sheet that are named alike are numbered', () => {
  const { facts } = buildForm();
  const moved = { ...facts, indicators: facts.indicators.map((row) => ({ ...row, row: row.row + 100 })) };
  const { rows } = identify([facts, moved]);
  expect(rows.get(110)).toBe('技能培训#2//产出指标/数量指标/培训人数');
});

test('a fingerprint tells texts apart and does not depend on anything else', () => {
  const texts = Array.from({ length: 2000 }, (_, index) => `目标 ${index}，实际 ${index * 7}`);
  expect(new Set(texts.map(digest)).size).toBe(texts.length);
  expect(digest('a')).toBe(digest('a'));
  expect(digest('')).toMatch(/^[0-9a-f]{16}$/);
});

test('a form that names nothing, a form without money and a table without a total have names all the same', () => {
  const bare = buildForm({
    budget: null,
    total: null,
    rows: { 10: { name: '培训', level1: null, level2: null } },
    facts: { projectName: null, unitName: null },
  }).facts;
  const { rows, subjectOf } = identify([bare, summaryTable([summaryRow(3, '产出', '5', '5')], null)]);
  const about = (cell: string): string =>
    subjectOf({ code: 'total-wrong', severity: 'error', row: null, cell, params: {} } satisfies Finding);
  expect(rows.get(10)).toBe('////培训');
  expect(['H10', 'E6', 'H20', 'D3'].map(about)).toEqual(['////培训:score', '', '', '#2:summary:产出:score']);
});
