import fc from 'fast-check';
import { Decimal, sum } from '../../src/engine/decimal';
import { MOF_2020 } from '../../src/engine/ruleSets/shippedRuleSets';
import { scoreForm } from '../../src/engine/scoreForm';
import { parseCellName } from '../../src/form/address';
import type { CellWrite } from '../../src/form/writePlan';
import type { Grid } from '../../src/form/grid';
import { planForm, type FormPlan, type PlanOptions } from '../../src/form/planWrites';
import { recogniseForms } from '../../src/form/recognise';
import { buildGrid, cell, percent, projectRows, type CellSpec } from './buildGrid';

const KEEP: PlanOptions = { overwriteScores: false, ownScores: new Map() };

function plan(grid: Grid, options: PlanOptions = KEEP): FormPlan {
  const facts = recogniseForms(grid).forms[0];
  if (!facts || facts.kind === 'summary-table') throw new Error('no form');
  return planForm(scoreForm(facts, MOF_2020), grid, options);
}

function changes(grid: Grid, options: PlanOptions = KEEP): Record<string, CellWrite['value']> {
  return Object.fromEntries(plan(grid, options).writes.map(({ cell: name, value }) => [name, value]));
}

/** The grid after a plan was applied to it. */
function applied(grid: Grid, { writes }: FormPlan): Grid {
  const rows = grid.rows.map((row) => [...(row ?? [])]);
  for (const { cell: name, value, to } of writes) {
    const at = parseCellName(name);
    const line = at ? rows[at.row] : undefined;
    if (at && line) line[at.column] = cell({ ...line[at.column], value, text: to });
  }
  return { ...grid, rows };
}

function withCell(row: number, column: number, spec: CellSpec): CellSpec[][] {
  const rows = projectRows();
  const line = rows[row];
  if (line) line[column] = spec;
  return rows;
}

test('a form that adds up is left alone', () => {
  expect(plan(buildGrid(projectRows())).writes).toEqual([]);
});

test('a blank score gets the computed one, and the total follows', () => {
  const rows = withCell(7, 5, '24公里');
  const line = rows[7];
  if (line) line[7] = null;
  expect(changes(buildGrid(rows))).toEqual({ H8: 24, H12: 93.5 });
});

test('a typed score stays, even when the target is met', () => {
  expect(changes(buildGrid(withCell(7, 7, 28)))).toEqual({ H12: 97.5 });
});

test('a typed score is replaced when the person says so', () => {
  expect(changes(buildGrid(withCell(7, 7, 28)), { ...KEEP, overwriteScores: true })).toEqual({ H8: 30 });
});

test('a total so large that no cell holds it is left to a person', () => {
  expect(plan(buildGrid(withCell(7, 7, 3e15))).writes).toEqual([]);
});

test('a negative weight in the total row is no total', () => {
  const rows = withCell(11, 6, -2);
  const line = rows[11];
  if (line) line[7] = '94.67 999994.67';
  expect(changes(buildGrid(rows))).toEqual({ H12: 99.5 });
});

test('a total of more digits than a cell can hold is written once', () => {
  const rows = withCell(7, 7, 3e14);
  const line = rows[9];
  if (line) line[7] = 0.0625;
  const grid = buildGrid(rows);
  const first = plan(grid);
  expect(first.writes.map(({ cell: name }) => name)).toEqual(['H12']);
  const written = applied(grid, first);
  // A number cell shows fewer digits than it holds.
  const rounded = written.rows.map((cells) =>
    cells?.map((one) => one && { ...one, text: one.text.slice(0, 9) }),
  );
  expect(plan({ ...written, rows: rounded }).writes).toEqual([]);
});

test('a judged score is never replaced', () => {
  const rows = withCell(9, 4, '显著改善');
  const line = rows[9];
  if (line) line.splice(5, 3, '有所改善', 30, 25);
  expect(changes(buildGrid(rows), { ...KEEP, overwriteScores: true })).toEqual({ H12: 94.5 });
});

test('a score that we wrote earlier is brought up to date', () => {
  const grid = buildGrid(withCell(7, 7, 24));
  expect(changes(grid, { ...KEEP, ownScores: new Map([['H8', new Decimal(24)]]) })).toEqual({ H8: 30 });
});

test('a score that we wrote and a person changed since is theirs', () => {
  const grid = buildGrid(withCell(7, 7, 26));
  expect(changes(grid, { ...KEEP, ownScores: new Map([['H8', new Decimal(24)]]) })).toEqual({ H12: 95.5 });
});

test('a typed execution score stays, the rate beside it is brought up to date', () => {
  const rows = withCell(4, 7, percent(0.9, '90.00%'));
  const line = rows[4];
  if (line) line[8] = 9;
  expect(changes(buildGrid(rows))).toEqual({ H5: 0.95, H12: 99 });
});

test('the rate of a part is corrected where it is printed and never filled in', () => {
  expect(changes(buildGrid(withCell(5, 7, '90%')))).toEqual({ H6: '95%' });
  expect(changes(buildGrid(withCell(5, 7, null)))).toEqual({});
});

test('a rate that is right to the decimals printed is left alone', () => {
  const rows = withCell(4, 5, 95.449);
  const line = rows[4];
  if (line) line[8] = 9.5;
  expect(changes(buildGrid(rows))).toEqual({});
});

test('a formula is never written', () => {
  expect(changes(buildGrid(withCell(11, 7, { value: 80, text: '80', formula: 'SUM(H8:H11)' })))).toEqual({});
});

test('a locked cell is listed with what to type in, and the total tells what stands', () => {
  const rows = withCell(7, 7, { writable: false });
  const { writes, locked, total } = plan(buildGrid(rows));
  expect(locked).toEqual([{ cell: 'H8', from: '', to: '30' }]);
  expect(writes.map(({ cell: name, to }) => [name, to])).toEqual([['H12', '69.5']]);
  expect(total?.toString()).toBe('69.5');
});

test('a subtotal is brought up to date from the rows above it', () => {
  const rows = projectRows();
  rows.splice(9, 0, [null, '小计', null, null, null, null, 50, 45, null]);
  expect(changes(buildGrid(rows))).toEqual({ H10: 50 });
});

test('a score merged over two rows counts once and is not filled in', () => {
  const rows = projectRows();
  rows.splice(8, 0, [null, null, null, '养护桥梁', '≥3座', '3座', null, null, null]);
  expect(changes(buildGrid(rows))).toEqual({});
});

test('a blank form gets no total', () => {
  const rows = projectRows().map((row, index) =>
    index > 3 && index !== 6
      ? row.map((spec, column) =>
          ([4, 5].includes(index) && column > 2) || column === 5 || column > 6 ? null : spec,
        )
      : row,
  );
  expect(plan(buildGrid(rows)).total).toBeNull();
  expect(plan(buildGrid(rows)).writes).toEqual([]);
});

const score = fc.option(
  fc.integer({ min: 0, max: 3000 }).map((cents) => cents / 100),
  { nil: null },
);

test('whatever was typed, the sheet adds up afterwards and a second plan is empty', () => {
  fc.assert(
    fc.property(fc.array(score, { minLength: 4, maxLength: 4 }), score, score, (scores, execution, total) => {
      const rows = projectRows();
      scores.forEach((value, index) => {
        const line = rows[7 + index];
        if (line) line[7] = value;
      });
      const fund = rows[4];
      if (fund) fund[8] = execution;
      const last = rows[11];
      if (last) last[7] = total;
      const grid = buildGrid(rows);
      const first = plan(grid);
      const after = applied(grid, first);
      const standing = [7, 8, 9, 10].map((row) => after.rows[row]?.[7]?.value ?? 0);
      const execution2 = after.rows[4]?.[8]?.value ?? 0;
      expect(after.rows[11]?.[7]?.value).toBe(
        sum([...standing, execution2].map((value) => new Decimal(Number(value)))).toNumber(),
      );
      expect(plan(after, { ...KEEP, ownScores: first.ownScores }).writes).toEqual([]);
    }),
  );
});

describe('when a person decides on single scores', () => {
  const accepted = (...cells: string[]): PlanOptions => ({
    ...KEEP,
    edits: { accepted: new Set(cells), chosen: new Map() },
  });
  const chosen = (cell: string, score: string): PlanOptions => ({
    ...KEEP,
    edits: { accepted: new Set(), chosen: new Map([[cell, new Decimal(score)]]) },
  });

  test('only these change, and the total follows', () => {
    const rows = withCell(7, 7, 28);
    const other = rows[8];
    if (other) other[7] = 12;
    expect(changes(buildGrid(rows), accepted('H8'))).toEqual({ H8: 30, H12: 91.5 });
  });

  test('blank scores, rates and other forms are left alone', () => {
    const rows = withCell(4, 7, percent(0.9, '90.00%'));
    const line = rows[7];
    if (line) line[7] = null;
    expect(changes(buildGrid(rows), accepted('H99'))).toEqual({});
    expect(changes(buildGrid(rows), accepted('I5'))).toEqual({ H12: 69.5 });
  });

  test('an accepted score is ours from then on, a chosen one is the person’s', () => {
    const grid = buildGrid(withCell(7, 7, 28));
    expect([...plan(grid, accepted('H8')).ownScores.keys()]).toEqual(['H8']);
    const ours = { ...chosen('H8', '20'), ownScores: new Map([['H8', new Decimal(28)]]) };
    expect([...plan(grid, ours).ownScores.keys()]).toEqual([]);
    expect(changes(grid, ours)).toEqual({ H8: 20, H12: 89.5 });
  });

  test('scores of ours in other rows stay remembered', () => {
    const options = { ...accepted('H8'), ownScores: new Map([['H9', new Decimal(20)]]) };
    expect([...plan(buildGrid(withCell(7, 7, 28)), options).ownScores.keys()].sort()).toEqual(['H8', 'H9']);
  });

  test('a score that only looks like the computed one is replaced', () => {
    const grid = buildGrid(withCell(7, 7, { value: 29.999, text: '30', format: '0' }));
    expect(changes(grid, accepted('H8'))).toMatchObject({ H8: 30 });
  });

  test('a formula and a locked cell stay, and the locked one is named', () => {
    const formula = buildGrid(withCell(7, 7, { value: 28, text: '28', formula: 'G8-2' }));
    expect(changes(formula, accepted('H8'))).toEqual({ H12: 97.5 });
    const locked = buildGrid(withCell(7, 7, { value: 28, text: '28', writable: false }));
    expect(plan(locked, chosen('H8', '20')).locked).toEqual([{ cell: 'H8', from: '28', to: '20' }]);
  });
});

test('a total is left alone when a score is worked out from it: it would never come to rest', () => {
  const rows = withCell(7, 7, { value: 25, text: '25', formula: '=H12/4' });
  expect(changes(buildGrid(rows))).toEqual({});
});

describe('a score that is worked out from itself is left to a person: it would never come to rest', () => {
  const written = (row: number, column: number, formula: string) => {
    const rows = withCell(row, column, { value: 20, text: '20', formula });
    const line = rows[7];
    if (line) line[7] = null;
    return Object.keys(changes(buildGrid(rows)));
  };

  test.each([
    ['the target takes the score', 7, 4, '=H8-1', false],
    ['the actual takes the total', 7, 5, '=H12/5', false],
    ['the weight takes the score by way of a sum', 7, 6, '=SUM(H5:H11)', false],
    ['the target takes another score', 7, 4, '=H9', true],
    ['another row takes this score', 8, 4, '=H8', true],
  ])('%s', (_, row, column, formula, isWritten) => {
    expect(written(row, column, formula).includes('H8')).toBe(isWritten);
  });
});

test('a rate over a budget of next to nothing is left alone: no cell could hold it', () => {
  const rows = withCell(4, 4, 0.000000000001);
  const line = rows[4];
  if (line) line[3] = 0.000000000001;
  expect(Object.keys(changes(buildGrid(rows)))).not.toContain('H5');
});

test('a total that only looks like the sum becomes the sum', () => {
  expect(changes(buildGrid(withCell(11, 7, { value: 99.500000001, text: '99.5' })))).toEqual({ H12: 99.5 });
});

test.each([
  ['more digits than a cell holds', 987654321098765.5],
  ['a size that no cell holds to the point', 3e20],
])('a score of %s is left to a person: the next reading would see another', (_, weight) => {
  const rows = withCell(7, 6, weight);
  const line = rows[7];
  // 30 of 31: the score is not the weight itself.
  if (line) [line[4], line[5], line[7]] = ['31公里', '30公里', null];
  const first = plan(buildGrid(rows));
  expect(first.writes.map(({ cell: name }) => name)).not.toContain('H8');
});

test('a score beyond what a number can be is left alone', () => {
  const rows = withCell(7, 6, { value: Number.MAX_VALUE, text: '1.8E+308' });
  const line = rows[7];
  if (line) line[7] = null;
  expect(Object.values(changes(buildGrid(rows))).every((value) => Number.isFinite(value))).toBe(true);
});

describe('a total that is a formula', () => {
  const total = (formula: string, value = 69.5): CellSpec => ({ value, text: String(value), formula });
  const follows = (spec: CellSpec) => {
    const rows = withCell(11, 7, spec);
    const line = rows[7];
    if (line) line[7] = null;
    return plan(buildGrid(rows)).follows;
  };

  test('will say the sum when it said it before and takes what is written', () => {
    expect(follows(total('=SUM(H5:H11)'))).toEqual([{ cell: 'H12', value: 99.5, to: '99.5' }]);
    expect(follows(total('=H5+H8+H9+H10+H11'))).toHaveLength(1);
  });

  test('is not expected to when it leaves out what is written', () => {
    expect(follows(total('=H5+H9+H10+H11'))).toEqual([]);
  });

  test('is not expected to when it was wrong before', () => {
    expect(follows(total('=SUM(H5:H11)', 60))).toEqual([]);
  });
});

test('a score under merged cells is not written: nobody would see it', () => {
  const rows = withCell(7, 7, { value: null, text: '', isCovered: true });
  expect(changes(buildGrid(rows))).toEqual({ H12: 69.5 });
});

test('a chosen score that stands already changes nothing but what follows from it', () => {
  const grid = buildGrid(withCell(11, 7, 90));
  const chosen = new Map([['H8', new Decimal(30)]]);
  expect(changes(grid, { ...KEEP, edits: { accepted: new Set(), chosen } })).toEqual({ H12: 99.5 });
});

test('a subtotal follows the scores of its rows, a blank one among them', () => {
  const rows = projectRows();
  rows.splice(9, 0, ['小计', null, null, null, null, null, 50, 50, null]);
  const second = rows[8];
  if (second) second.splice(5, 3, null, 20, null);
  expect(changes(buildGrid(rows))).toEqual({ H10: 30, H13: 79.5 });
  const first = rows[7];
  if (first) first.splice(5, 3, null, 30, null);
  // Without a score there is no subtotal to write.
  expect(changes(buildGrid(rows))).toEqual({ H13: 49.5 });
});
