import fc from 'fast-check';
import { acceptScores, type AcceptRequest } from '../../src/app/accept';
import { calculateWorkbook, type SheetEdits } from '../../src/app/calculateWorkbook';
import type { SheetResult } from '../../src/app/formResult';
import type { Attempt } from '../../src/app/problem';
import { chooseScore } from '../../src/app/scoreByHand';
import type { FindingCode } from '../../src/engine/finding';
import { sumPrinted } from '../../src/engine/totals';
import type { WorkbookSnapshot } from '../../src/workbook/workbook';
import { projectRows } from '../form/buildGrid';
import { judgedRows, snapshotOf, withCell, withPlans } from './buildSnapshot';

const SHEET = '自评表';
const PLAIN = { rules: null, overwriteScores: false };

function decide(
  snapshot: WorkbookSnapshot,
  plan: (sheets: readonly SheetResult[]) => Attempt<SheetEdits>,
): { readonly after: WorkbookSnapshot; readonly written: readonly string[] } | string {
  const edits = plan(calculateWorkbook(snapshot, PLAIN).sheets);
  if (!edits.ok) return edits.problem.code;
  const { plans } = calculateWorkbook(snapshot, PLAIN, edits.result);
  const written = plans.flatMap(({ writes }) => writes.map(({ cell, to }) => `${cell} ${to}`));
  return { after: withPlans(snapshot, plans), written };
}

function accept(snapshot: WorkbookSnapshot, request: AcceptRequest): ReturnType<typeof decide> {
  return decide(snapshot, (sheets) => acceptScores(sheets, request));
}

function score(snapshot: WorkbookSnapshot, row: number, points: string | number): ReturnType<typeof decide> {
  return decide(snapshot, (sheets) => chooseScore(sheets, { sheet: SHEET, row, score: points }));
}

function writtenBy(result: ReturnType<typeof decide>): readonly string[] | string {
  return typeof result === 'string' ? result : result.written;
}

describe('accepting', () => {
  const LOW = withCell(withCell(projectRows(), 7, 7, 28), 9, 7, 25);

  test('one row writes its score and the total', () => {
    const one = accept(snapshotOf(LOW), { kind: 'row', sheet: SHEET, row: 8 });
    expect(writtenBy(one)).toEqual(['H8 30', 'H12 94.5']);
  });

  test('all of a kind leaves rows with other findings alone', () => {
    const rows = withCell(LOW, 8, 7, 21);
    const below = accept(snapshotOf(rows), { kind: 'finding', code: 'score-below-rule', sheet: null });
    expect(writtenBy(below)).toEqual(['H8 30', 'H10 30', 'H12 100.5']);
    const above = accept(snapshotOf(rows), { kind: 'finding', code: 'score-exceeds-weight', sheet: SHEET });
    expect(writtenBy(above)).toEqual(['H9 20', 'H12 92.5']);
    const elsewhere = { kind: 'finding', code: 'score-below-rule', sheet: '另一张表' } as const;
    expect(accept(snapshotOf(rows), elsewhere)).toBe('nothing-to-accept');
  });

  test('the execution score is accepted by its row, or with its finding', () => {
    const rows = withCell(projectRows(), 4, 8, 8);
    expect(writtenBy(accept(snapshotOf(rows), { kind: 'row', sheet: SHEET, row: 5 }))).toEqual(['I5 9.5']);
    const found = accept(snapshotOf(rows), { kind: 'finding', code: 'rate-score-wrong', sheet: null });
    expect(writtenBy(found)).toEqual(['I5 9.5']);
  });

  test.each([
    ['a score that is right', projectRows(), 8, 'nothing-to-accept'],
    ['a judged row', judgedRows(), 9, 'nothing-to-accept'],
    ['a row that is none', projectRows(), 12, 'no-such-row'],
    ['a formula', withCell(projectRows(), 7, 7, { value: 1, text: '1', formula: 'A1' }), 8, 'formula'],
  ])('%s is refused', (_, rows, row, code) => {
    expect(accept(snapshotOf(rows), { kind: 'row', sheet: SHEET, row })).toBe(code);
  });
});

describe('scoring by hand', () => {
  test('writes the score and the total, and counts as typed', () => {
    const scored = score(snapshotOf(judgedRows()), 9, '12.5');
    expect(writtenBy(scored)).toEqual(['H9 12.5', 'H12 92']);
    if (typeof scored === 'string') throw new Error(scored);
    expect(scored.after.sheets[0]?.marks).toEqual([]);
  });

  test.each([
    ['a computed row', 8, '5', 'not-judged'],
    ['no such row', 40, '5', 'no-such-row'],
    ['no number', 9, '五', 'score-not-a-number'],
    ['nothing', 9, ' ', 'score-not-a-number'],
    ['not a number', 9, NaN, 'score-not-a-number'],
    ['below 0', 9, '-1', 'score-out-of-range'],
    ['above the weight', 9, '20.01', 'score-out-of-range'],
    ['too fine', 9, '12.345', 'score-too-fine'],
  ])('%s is refused', (_, row, points, code) => {
    expect(score(snapshotOf(judgedRows()), row, points)).toBe(code);
  });

  test('without a weight nobody knows how much may be given', () => {
    expect(score(snapshotOf(withCell(judgedRows(), 8, 6, null)), 9, '5')).toBe('no-weight');
  });
});

test('whatever stands there, deciding on scores keeps them within their weights and the sheet adds up', () => {
  const typed = fc.option(
    fc.integer({ min: 0, max: 3500 }).map((cents) => cents / 100),
    { nil: null },
  );
  const codes = fc.constantFrom<FindingCode>('score-above-rule', 'score-below-rule', 'score-exceeds-weight');
  const points = fc.integer({ min: 0, max: 2000 }).map((cents) => cents / 100);
  fc.assert(
    fc.property(fc.tuple(typed, typed, typed, typed), typed, codes, points, (scores, total, code, byHand) => {
      let rows = withCell(judgedRows(), 11, 7, total);
      scores.forEach((value, index) => (rows = withCell(rows, 7 + index, 7, value)));
      const snapshot = snapshotOf(rows);
      const request = { kind: 'finding', code, sheet: null } as const;
      for (const decided of [accept(snapshot, request), score(snapshot, 9, byHand)]) {
        if (decided === 'nothing-to-accept') continue;
        if (typeof decided === 'string') throw new Error(decided);
        const before = calculateWorkbook(snapshot, PLAIN).sheets[0]?.forms[0]?.facts;
        const facts = calculateWorkbook(decided.after, PLAIN).sheets[0]?.forms[0]?.facts;
        if (!facts || facts.kind === 'summary-table' || before?.kind !== facts.kind)
          throw new Error('no form');
        expect(facts.total?.score.value?.toString()).toBe(sumPrinted(facts).toString());
        facts.indicators.forEach((row, index) => {
          const isTouched = row.score.entry.text !== before.indicators[index]?.score.entry.text;
          if (isTouched) expect(row.score.value?.lte(row.weight.value ?? -1)).toBe(true);
        });
      }
    }),
    { numRuns: 60 },
  );
});
