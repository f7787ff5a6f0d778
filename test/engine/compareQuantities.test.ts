// Bringing a target and an actual into one unit, and where nobody can tell.
import { alignQuantities, type RowClues, type Side } from '../../src/engine/compareQuantities';
import type { Step } from '../../src/engine/outcome';
import { readText } from '../../src/engine/readEntry';

function side(text: string): Side {
  const read = readText(text, false);
  if (read.kind !== 'quantity') throw new Error(`${text} is no quantity`);
  return read;
}

const NO_CLUES: RowClues = { name: '', unit: '' };

function align(target: string, actual: string, clues: Partial<RowClues> = {}) {
  const found = alignQuantities(side(target), side(actual), { ...NO_CLUES, ...clues });
  if ('judged' in found) return found.judged;
  return `${found.target.toFixed()} ${found.actual.toFixed()} in ${found.unit.kind} ${found.unit.name}`;
}

test.each([
  ['95%', '0.9', '0.95 0.9 in percent %'],
  ['0.95', '90%', '0.95 0.9 in percent %'],
  ['95%', '90', '0.95 0.9 in percent %'],
  ['95', '90%', '0.95 0.9 in percent %'],
  ['10个', '8', '10 8 in other 个'],
  ['10', '8个', '10 8 in other 个'],
  ['10', '8', '10 8 in none '],
  ['5公里', '4800米', '5 4.8 in other 公里'],
  ['90万元', '85', '900000 850000 in money 元'],
  ['90', '85万元', '900000 850000 in money 元'],
  ['2万', '15000个', '20000 15000 in other 个'],
  ['3‰', '2', '0.003 0.002 in percent %'],
  ['3‰', '0', '0.003 0 in percent %'],
  ['5元/人', '4元', '5 4 in money 元'],
  ['5元', '4', '5 4 in money 元'],
])('%s and %s: %s', (target, actual, expected) => {
  expect(align(target, actual)).toBe(expected);
});

// A bare number beside a percentage may be one of three things.
test.each<[string, string, Partial<RowClues>, string]>([
  ['95%', '1', {}, 'not-comparable'],
  ['95%', '1', { name: '完成率' }, '0.95 1 in percent %'],
  ['95%', '0.5', {}, '0.95 0.5 in percent %'],
  ['95%', '0.47', {}, 'not-comparable'],
  ['95%', '0.47', { name: '完成率' }, '0.95 0.0047 in percent %'],
  ['95%', '2', { name: '完成率' }, '0.95 0.02 in percent %'],
  ['95%', '1.5', { name: '完成率' }, 'not-comparable'],
  ['40%', '0.4', { name: '完成率' }, 'not-comparable'],
  ['50%', '0.5', {}, '0.5 0.5 in percent %'],
  ['95%', '18', {}, 'not-comparable'],
  ['95%', '19', {}, '0.95 0.19 in percent %'],
  ['10%', '50', {}, '0.1 0.5 in percent %'],
  ['10%', '51', {}, 'not-comparable'],
  ['10%', '51', { name: '完成率' }, '0.1 0.51 in percent %'],
  ['10%', '51', { unit: '%' }, '0.1 0.51 in percent %'],
  ['50', '60%', { name: '培训人数' }, 'not-comparable'],
  ['60%', '50', { name: '培训人数' }, '0.6 0.5 in percent %'],
  ['50', '60%', { name: '培训人数', unit: '%' }, '0.5 0.6 in percent %'],
  ['0', '5%', {}, '0 0.05 in percent %'],
  ['5%', '0', {}, '0.05 0 in percent %'],
  ['0%', '2', {}, '0 0.02 in percent %'],
  ['0%', '1', {}, 'not-comparable'],
  ['0%', '0.5', {}, 'not-comparable'],
])('%s and %s under %j: %s', (target, actual, clues, expected) => {
  expect(align(target, actual, clues)).toBe(expected);
});

test.each<[string, string, Partial<RowClues>, string]>([
  // A scale is borrowed only where the numbers are of one size.
  ['90万元', '9000', {}, '900000 90000000 in money 元'],
  ['90万元', '9001', {}, 'not-comparable'],
  ['90万元', '0.9', {}, '900000 9000 in money 元'],
  ['90万元', '0.89', {}, 'not-comparable'],
  ['90万元', '0', {}, '900000 0 in money 元'],
  ['0万元', '500', {}, '0 5000000 in money 元'],
  ['5元', '500', {}, '5 500 in money 元'],
  ['5元', '501', {}, 'not-comparable'],
  ['5万', '501', {}, 'not-comparable'],
  ['5个', '5001', {}, '5 5001 in other 个'],
  // 0.95 against 95 under a name of a share.
  ['0.95', '95', { name: '完成率' }, 'not-comparable'],
  ['0.95', '38', { name: '完成率' }, '0.95 38 in none '],
  ['0.95', '95', {}, '0.95 95 in none '],
  ['95%', '8个', {}, 'units-differ'],
  ['5公里', '8公顷', {}, 'units-differ'],
  ['500元/人·月', '500元', {}, 'units-differ'],
  // A growth is no level.
  ['5%', '增长5%', {}, 'not-comparable'],
  ['增长5%', '增长6%', {}, '0.05 0.06 in percent %'],
  ['增长5%', '6%', {}, '0.05 0.06 in percent %'],
  ['增长5%', '下降6%', {}, 'not-comparable'],
  ['5%', '增长6%', { name: '产值增长' }, '0.05 0.06 in percent %'],
  ['5%', '下降6%', { name: '产值增长' }, 'not-comparable'],
  ['5', '增长6', {}, 'not-comparable'],
  ['5百分点', '增长6百分点', {}, 'not-comparable'],
  ['5个', '新增6个', {}, '5 6 in other 个'],
  ['5个', '减少6个', {}, 'not-comparable'],
])('%s and %s under %j: %s', (target, actual, clues, expected) => {
  expect(align(target, actual, clues)).toBe(expected);
});

function steps(target: string, actual: string, clues: Partial<RowClues> = {}) {
  const trail: Step[] = [];
  alignQuantities(side(target), side(actual), { ...NO_CLUES, ...clues }, trail);
  return trail;
}

test.each<[string, string, Partial<RowClues>, readonly object[]]>([
  ['5个', '4个', {}, []],
  ['5', '4', {}, []],
  ['5个', '4', {}, [{ code: 'actual-borrowed-unit', params: { number: '4', read: '4个' } }]],
  ['5', '4个', {}, [{ code: 'target-borrowed-unit', params: { number: '5', read: '5个' } }]],
  ['95%', '90', {}, [{ code: 'actual-borrowed-unit', params: { number: '90', read: '90%' } }]],
  ['95%', '0.9', {}, [{ code: 'actual-read-as-fraction', params: { number: '0.9', read: '90%' } }]],
  ['0.95', '90%', {}, [{ code: 'target-read-as-fraction', params: { number: '0.95', read: '95%' } }]],
  ['5公里', '4800米', {}, [{ code: 'actual-converted', params: { from: '4800米', to: '4.8公里' } }]],
  ['2万', '15000个', {}, []],
])('%s and %s under %j are brought together in these steps', (target, actual, clues, expected) => {
  expect(steps(target, actual, clues)).toEqual(expected);
});
