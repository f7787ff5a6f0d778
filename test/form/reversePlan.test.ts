import { keepStanding, reversePlan } from '../../src/form/reversePlan';
import type { WritePlan } from '../../src/form/writePlan';
import { applyWrites } from '../../src/form/applyWrites';
import { buildGrid } from './buildGrid';

const GRID = buildGrid([['得分', 3, null]]);
const PLAN: WritePlan = {
  sheet: GRID.sheet,
  writes: [
    { cell: 'B1', value: 5, from: '3', to: '5', before: 3 },
    { cell: 'C1', value: 'x', from: '', to: 'x', before: null },
  ],
  marks: [{ label: 'error', ranges: ['A1'] }],
};

test('applying a plan and its reverse gives the values from before', () => {
  const there = applyWrites(GRID, PLAN.writes);
  const back = applyWrites(there, reversePlan(PLAN, []).writes);
  expect(back.rows[0]?.slice(0, 3).map((cell) => cell?.value ?? null)).toEqual(['得分', 3, null]);
});

test('reversing twice is the plan again', () => {
  expect(reversePlan(reversePlan(PLAN, []), PLAN.marks)).toEqual(PLAN);
});

test('a cell that was changed since is left out', () => {
  const edited = applyWrites(applyWrites(GRID, PLAN.writes), [{ cell: 'B1', value: 7, to: '7' }]);
  const { plan, changed } = keepStanding(reversePlan(PLAN, []), edited);
  expect(plan.writes.map(({ cell }) => cell)).toEqual(['C1']);
  expect(changed.map(({ cell }) => cell)).toEqual(['B1']);
});

test('a cell that is blank by now is left out too', () => {
  const { changed } = keepStanding(reversePlan(PLAN, []), GRID);
  expect(changed.map(({ cell }) => cell)).toEqual(['B1', 'C1']);
});
