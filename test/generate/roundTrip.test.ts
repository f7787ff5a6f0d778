/**
 * Whole forms invented at random, drawn in any of the layouts that offices use: what was meant is what is read, scored and found.
 * GENERATE_RUNS raises the number of sheets, GENERATE_FROM is the first seed.
 */
import type { Grid, GridCell } from '../../src/form/grid';
import { chooseBy, simplify, type Chooser } from './choose';
import { compareSheet, gistOf, showGrid, type Difference } from './compare';
import { drawSheet, type Arrange } from './drawForm';
import { widen } from './spelling';

const RUNS = Number(process.env.GENERATE_RUNS ?? 500);
const FROM = Number(process.env.GENERATE_FROM ?? 1);
/** How many failing sheets are shown. */
const SHOWN = 5;

jest.setTimeout(60_000 + RUNS * 100);

/** Fails with the smallest forms that break a law, each with its seed. */
function expectForAll(runs: number, differencesOf: (choose: Chooser) => readonly Difference[]): void {
  const failing = Array.from({ length: runs }, (_, run) => FROM + run).filter(
    (seed) => differencesOf(chooseBy(seed)).length > 0,
  );
  const shown = failing.slice(0, SHOWN).map((seed) => {
    const plain = simplify(seed, (choose) => differencesOf(choose).length > 0);
    const lines = differencesOf(chooseBy(seed, plain)).map(
      ({ fact, got, want }) => `${fact}: got ${got}, want ${want}`,
    );
    return [`seed ${seed}`, ...lines.slice(0, SHOWN), showGrid(drawSheet(chooseBy(seed, plain)))].join('\n');
  });
  if (failing.length > 0) throw new Error(`${failing.length} of ${runs} fail\n\n${shown.join('\n\n')}`);
}

test('what was meant is what is read, what every row earns, and a clean form has no finding', () => {
  expectForAll(RUNS, (choose) => compareSheet(drawSheet(choose)));
});

/** One difference where two sheets do not say the same. */
function sameGist(one: Grid, other: Grid): readonly Difference[] {
  const [got, want] = [JSON.stringify(gistOf(other)), JSON.stringify(gistOf(one))];
  if (got === want) return [];
  let at = 0;
  while (got[at] === want[at]) at += 1;
  return [
    {
      fact: 'gist',
      got: got.slice(Math.max(0, at - 60), at + 60),
      want: want.slice(Math.max(0, at - 60), at + 60),
    },
  ];
}

function changeCells(grid: Grid, change: (cell: GridCell) => GridCell): Grid {
  return { ...grid, rows: grid.rows.map((row) => row?.map((cell) => cell && change(cell))) };
}

test('blank rows and columns anywhere, and another first cell, change nothing', () => {
  expectForAll(RUNS / 5, (choose) => {
    const tight = drawSheet(choose, { top: 0, left: 0, gaps: [], blankRows: 0 });
    const wide = drawSheet(choose, { top: 4, left: 3, gaps: [1, 2, 3, 4, 5, 6, 7, 8], blankRows: 60 });
    return sameGist(tight.grid, wide.grid);
  });
});

test('full-width letters, digits and signs change nothing', () => {
  expectForAll(RUNS / 5, (choose) => {
    const { grid } = drawSheet(choose);
    const wide = changeCells(grid, (cell) =>
      typeof cell.value === 'string' ? { ...cell, value: widen(cell.value), text: widen(cell.text) } : cell,
    );
    return sameGist(grid, wide);
  });
});

test('numbers typed as text with thousands separators change nothing', () => {
  expectForAll(RUNS / 5, (choose) => {
    const { grid } = drawSheet(choose);
    const typed = changeCells(grid, (cell) => {
      if (typeof cell.value !== 'number' || cell.format !== 'General') return cell;
      const text = cell.text.replace(/^\d+/, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ','));
      return { ...cell, value: text, text, format: '@' };
    });
    return sameGist(grid, typed);
  });
});

/** Turns round the rows under each second level, where none of them shares its cells with another. */
const turnRound: Arrange = (rows) => {
  const turned = [...rows];
  for (let from = 0; from < rows.length;) {
    const first = rows[from];
    const length = rows
      .slice(from)
      .findIndex((row) => row.level2 !== first?.level2 || row.goal !== first.goal);
    const run = rows.slice(from, length === -1 ? undefined : from + length);
    if (run.every(({ shares }) => !shares)) turned.splice(from, run.length, ...[...run].reverse());
    from += run.length;
  }
  return turned;
};

test('the order of rows within a second level changes nothing', () => {
  expectForAll(RUNS / 5, (choose) => {
    const spacing = { top: 0, left: 0, gaps: [], blankRows: 0 };
    return sameGist(drawSheet(choose, spacing).grid, drawSheet(choose, spacing, turnRound).grid);
  });
});

test('the sheets are of many kinds: every basis, clean and flawed forms, goals, funds, groups and judged blocks occur', () => {
  const forms = Array.from({ length: 300 }, (_, seed) => drawSheet(chooseBy(seed)).forms).flat();
  const bases = new Set(forms.flatMap(({ outcomes }) => outcomes.map(({ basis }) => basis)));
  expect([...bases].sort()).toEqual(
    ['at-least', 'at-most', 'blank', 'by-date', 'judged', 'same-text', 'within'].sort(),
  );
  const share = (has: (form: (typeof forms)[number]) => boolean): number =>
    forms.filter(has).length / forms.length;
  const kinds = [
    share(({ isClean }) => isClean),
    share(({ isClean }) => !isClean),
    share(({ seen }) => seen.kind === 'department'),
    share(({ seen }) => seen.goals.length > 0),
    share(({ seen }) => seen.budget !== null && seen.budget.parts.length > 0),
    share(({ seen }) => seen.groups.length > 0),
    share(({ seen }) => seen.rows.some(({ level1 }) => level1 === null)),
    share(({ seen }) => seen.rows.every(({ weight }) => weight === null)),
    share(({ seen }) => seen.judged.length > 0),
    share(({ seen }) => seen.subtotals.length > 0),
    share(({ seen }) => seen.rows.some(({ shares }) => shares)),
    share(({ seen }) => seen.placeholders.length > 0),
  ];
  expect(Math.min(...kinds)).toBeGreaterThan(0.02);
});

test('a failing sheet is made plain but for what makes it fail', () => {
  const hasGoals = (choose: Chooser): boolean =>
    drawSheet(choose).forms.some(({ seen }) => seen.goals.length > 0);
  const seed = Array.from({ length: 100 }, (_, at) => at).find((at) => hasGoals(chooseBy(at))) ?? 0;
  const plain = chooseBy(seed, simplify(seed, hasGoals));
  expect(hasGoals(plain)).toBe(true);
  expect([...plain.fancy].filter((key) => !/goals|forms|listMark|remark/.test(key))).toEqual([]);
});
