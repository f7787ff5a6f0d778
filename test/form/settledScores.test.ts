// What a recalculation plans for each state of a cell, on a form that is handed over as facts.
import { Decimal } from '../../src/engine/decimal';
import type { NumberCell } from '../../src/engine/facts';
import type { Grid } from '../../src/form/grid';
import { planForm, type FormPlan, type PlanOptions } from '../../src/form/planWrites';
import { form, fundRow, judged, numberCell, type FormChange } from '../engine/checks/buildFacts';
import { buildGrid, cell, type CellSpec } from './buildGrid';

const KEEP: PlanOptions = { overwriteScores: false, ownScores: new Map() };
const OVERWRITE: PlanOptions = { ...KEEP, overwriteScores: true };
const BARE = buildGrid([]);

/** The clean form has 10 for the execution in I6, 90 in H10 to H14, and 100 in H20. */
function planned(change: FormChange, options: PlanOptions = KEEP, grid: Grid = BARE): FormPlan {
  return planForm(form(change), grid, options);
}

const writes = (change: FormChange, options: PlanOptions = KEEP, grid: Grid = BARE) =>
  planned(change, options, grid).writes.map(({ cell: name, to }) => `${name} ${to}`);

/** A grid that holds these cells, by address (columns A to Z). */
function gridOf(cells: Readonly<Record<string, CellSpec>>): Grid {
  const rows = Array.from({ length: 20 }, (_, row) =>
    Array.from(
      { length: 10 },
      (__, column) => cells[`${String.fromCharCode(65 + column)}${row + 1}`] ?? null,
    ),
  );
  return buildGrid(rows);
}
const formula = (text: string) => cell({ value: 1, text: '1', formula: text });

test('a form that is right is left alone', () => {
  const plan = planned({ budget: { parts: [] } });
  expect(plan).toMatchObject({ writes: [], locked: [], follows: [] });
  expect([plan.total?.toFixed(), plan.budgetScore?.toFixed()]).toEqual(['100', '10']);
  expect([...plan.scores].map(([row, score]) => `${row} ${score?.toFixed() ?? '-'}`)).toEqual([
    ...['10 20', '11 20', '12 10', '13 30', '14 10'],
  ]);
  expect(plan.ownScores.size).toBe(0);
});

test('without a fund block the scores of the rows are the total', () => {
  const plan = planned({ budget: null, total: { score: '80' } });
  expect(plan.writes.map(({ cell: name, to }) => `${name} ${to}`)).toEqual(['H20 90']);
  expect([plan.budgetScore, plan.total?.toFixed()]).toEqual([null, '90']);
});

test.each<[string, FormChange['budget'], readonly string[]]>([
  ['blank', { rate: '' }, ['H6 100.00%']],
  ['no number', { rate: '!约全部' }, ['H6 100%']],
  ['an error', { rate: '#REF!' }, ['H6 100%']],
  ['wrong', { rate: '90.00%' }, ['H6 100%']],
  ['right', { rate: '100%' }, []],
  ['a mark', { rate: '—' }, []],
])('a rate of the total that is %s', (_, budget, expected) => {
  expect(writes({ budget: { ...budget, parts: [] } })).toEqual(expected);
});

test.each([
  ['', []],
  ['80.00%', ['H7 50%']],
  ['50%', []],
])('a rate of a part that says "%s" is brought up to date, a blank one stays blank', (rate, expected) => {
  expect(writes({ budget: { parts: [fundRow(7, '其中', '20', '10', rate)] } })).toEqual(expected);
});

test('without amounts there is no rate to write', () => {
  expect(
    writes({ budget: { budget: '', rate: '', computed: '', parts: [fundRow(7, '其中', '', '', '5%')] } }),
  ).toEqual([]);
});

// Row 10 earns 20 by the rules.
test.each<[string, string, readonly string[], readonly string[]]>([
  ['blank', '', ['H10 20'], ['H10 20']],
  ['right', '20', [], []],
  ['right in another spelling', '20.0分', [], []],
  ['wrong', '15', ['H20 95'], ['H10 20']],
  ['a mark', '—', ['H20 80'], ['H20 80']],
  ['an error', '#REF!', ['H20 80'], ['H10 20']],
  ['no number', '!优秀', ['H20 80'], ['H10 20']],
  ['a number among words', '!!约15', ['H20 95'], ['H10 约20']],
  ['the right number among words', '!!约20', [], []],
])('a score that is %s', (_, score, kept, overwritten) => {
  const change = { budget: { parts: [] }, rows: { 10: { score } }, total: { score: '100' } };
  expect(writes(change)).toEqual(kept);
  expect(writes(change, OVERWRITE)).toEqual(overwritten);
});

test('a score that nobody can work out stays, and one without a cell is not written', () => {
  const open = {
    budget: { parts: [] },
    rows: { 10: { score: '', outcome: judged() } },
    total: { score: '80' },
  };
  expect(writes(open, OVERWRITE)).toEqual([]);
  const bare = {
    budget: { parts: [] },
    everyRow: { hasScoreColumn: false, score: '' },
    total: { score: '10' },
  };
  expect(writes(bare, OVERWRITE)).toEqual([]);
});

test('a score that stands for several rows counts once', () => {
  const plan = planned({ budget: { parts: [] }, rows: { 11: { sharesScore: true, score: '' } } });
  expect([plan.scores.get(11), plan.total?.toFixed()]).toEqual([null, '80']);
  expect(plan.writes).toEqual([]);
});

test('only scores that still are what we wrote are ours', () => {
  const own = (score: string) => ({ ...KEEP, ownScores: new Map([['H10', new Decimal(score)]]) });
  const change = { budget: { parts: [] }, rows: { 10: { score: '15' } }, total: { score: '100' } };
  expect(writes(change, own('15'))).toEqual(['H10 20']);
  expect(writes(change, own('16'))).toEqual(['H20 95']);
  expect([...planned(change, own('15')).ownScores]).toEqual([['H10', new Decimal(20)]]);
  const right = planned({ budget: { parts: [] } }, own('20'));
  expect([...right.ownScores]).toEqual([['H10', new Decimal(20)]]);
  expect(right.writes).toEqual([]);
});

test('a number that only shows the computed score is left as it is, unless a person decides on it', () => {
  const stored: NumberCell = {
    ...numberCell('H10', '20'),
    value: new Decimal('19.999'),
    entry: { value: 19.999, text: '20', format: '0' },
  };
  const scored = form({ budget: { parts: [] } });
  const rows = scored.rows.map((row) =>
    row.facts.row === 10 ? { ...row, facts: { ...row.facts, score: stored } } : row,
  );
  const plan = (options: PlanOptions) =>
    planForm({ ...scored, rows }, BARE, options).writes.map(({ cell: name }) => name);
  expect(plan(OVERWRITE)).toEqual(['H20']);
  expect(plan({ ...KEEP, edits: { accepted: new Set(['H10']), chosen: new Map() } })).toEqual(['H10']);
});

test.each([
  ['20', []],
  ['20.0分', []],
  ['15', ['H10 20']],
  // It says so already, among words.
  ['!!约20', []],
  ['', ['H10 20']],
])('a chosen 20 where "%s" stands', (score, expected) => {
  const chosen = new Map([['H10', new Decimal(20)]]);
  const change = { budget: { parts: [] }, rows: { 10: { score } }, total: { score: '100' } };
  const plan = planned(change, { ...KEEP, edits: { accepted: new Set(), chosen } });
  expect(plan.writes.map(({ cell: name, to }) => `${name} ${to}`)).toEqual(expected);
  expect(plan.total?.toFixed()).toBe('100');
  // It is the person's, not ours.
  expect(plan.ownScores.size).toBe(0);
});

test.each<[string, readonly string[]]>([
  ['100', []],
  ['100.0分', []],
  ['99', ['H20 100']],
  ['', ['H20 100']],
  ['—', ['H20 100']],
  ['#REF!', ['H20 100']],
  ['!一百', ['H20 100']],
])('a total that says "%s"', (score, expected) => {
  expect(writes({ budget: { parts: [] }, total: { score } })).toEqual(expected);
});

test('judged blocks and subtotals count, and a total without any score is not written', () => {
  const block = { row: 8, name: '资金管理', weight: numberCell('G8', '5'), score: numberCell('H8', '5') };
  expect(writes({ budget: { parts: [] }, total: { score: '1' }, facts: { judgedBlocks: [block] } })).toEqual([
    'H20 105',
  ]);
  const subtotal = {
    row: 15,
    weight: numberCell('G15', '40'),
    score: numberCell('H15', '1'),
    rows: [10, 11, 99],
  };
  expect(writes({ budget: { parts: [] }, facts: { subtotals: [subtotal] } })).toEqual(['H15 40']);
  const open = { budget: null, everyRow: { score: '', outcome: judged() }, total: { score: '7' } };
  expect(writes({ ...open, facts: { subtotals: [subtotal] } })).toEqual([]);
});

test('a form without a total has no cell for one', () => {
  expect(writes({ budget: { parts: [] }, total: null, rows: { 10: { score: '' } } })).toEqual(['H10 20']);
});

test('what is locked is told, what is merged away or a formula stays', () => {
  const change = { budget: { parts: [] }, rows: { 10: { score: '' } }, total: { score: '100' } };
  const locked = planned(change, KEEP, gridOf({ H10: cell({ text: '', writable: false }) }));
  expect(locked).toMatchObject({ locked: [{ cell: 'H10', from: '', to: '20' }] });
  expect([locked.writes.map(({ to }) => to), locked.total?.toFixed()]).toEqual([['80'], '80']);
  expect(locked.ownScores.size).toBe(0);
  expect(writes(change, KEEP, gridOf({ H10: cell({ text: '', isCovered: true }) }))).toEqual(['H20 80']);
});

/** The clean form with a total, or a score in row 10, that is a formula. */
function withFormulas(formulas: Readonly<Record<string, string>>, score = ''): readonly string[] {
  const scored = form({
    budget: { parts: [] },
    rows: { 10: { score: formulas['H10'] ? '15' : score } },
    total: { score: '80' },
  });
  const isFormula = (number: NumberCell): NumberCell => ({
    ...number,
    formula: number.cell !== null && number.cell in formulas,
  });
  const rows = scored.rows.map((row) => ({
    ...row,
    facts: { ...row.facts, score: isFormula(row.facts.score) },
  }));
  const total = scored.facts.total && { ...scored.facts.total, score: isFormula(scored.facts.total.score) };
  const grid = gridOf(
    Object.fromEntries(Object.entries(formulas).map(([name, text]) => [name, formula(text)])),
  );
  const { writes: own, follows } = planForm(
    { ...scored, rows, facts: { ...scored.facts, total } },
    grid,
    KEEP,
  );
  return [
    ...own.map(({ cell: name, to }) => `${name} ${to}`),
    ...follows.map(({ cell: name, to }) => `${name} → ${to}`),
  ];
}

test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
  [
    'a sum of all scores follows the one that is written',
    { H20: '=SUM(I6,H10:H14)' },
    ['H10 20', 'H20 → 100'],
  ],
  ['a sum without that one does not', { H20: '=SUM(I6,H11:H14)' }, ['H10 20']],
  ['a score that is a formula of its own is added up', { H10: '=G10-5' }, ['H20 95']],
  ['a score that takes the total is not', { H10: '=H20/4' }, []],
  ['a score that takes the total by way of another cell is not', { H10: '=J1', J1: '=H20/4' }, []],
  ['a score whose target takes it is left to a person', { E10: '=H10' }, []],
  ['a score whose actual takes the total is left to a person', { F10: '=H20/5' }, []],
  ['a score whose weight takes another score is not', { G10: '=H11' }, ['H10 20', 'H20 100']],
])('%s', (_, formulas, expected) => {
  expect(withFormulas(formulas)).toEqual(expected);
});

test('a sum that was right and stays right has nothing to follow', () => {
  const scored = form({ budget: { parts: [] } });
  const { total } = scored.facts;
  const facts = {
    ...scored.facts,
    total: total && { ...total, score: { ...total.score, value: new Decimal(100), formula: true } },
  };
  expect(planForm({ ...scored, facts }, gridOf({ H20: formula('=SUM(I6,H10:H14)') }), KEEP)).toMatchObject({
    follows: [],
    writes: [],
  });
});
