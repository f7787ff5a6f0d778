import fc from 'fast-check';
import { calculateWorkbook } from '../../src/app/calculateWorkbook';
import { findLapsed } from '../../src/app/findingKeys';
import type { FormResult, Recalculation } from '../../src/app/formResult';
import { ignoreFinding, unignoreFinding } from '../../src/app/ignoreFinding';
import type { Attempt } from '../../src/app/problem';
import { withSettings, type SettingsChange } from '../../src/app/settingsChange';
import type { WorkbookSnapshot } from '../../src/workbook/workbook';
import { projectRows, type CellSpec } from '../form/buildGrid';
import { snapshotOf, withCell } from './buildSnapshot';

const SHEET = '自评表';
const AT = new Date('2026-11-21T09:30:00Z');
/** Row 8 misses its target, and its score is below the rule; the total is wrong. */
const ROWS = withCell(withCell(projectRows(), 7, 5, '24公里'), 7, 7, 20);

function calculate(snapshot: WorkbookSnapshot): Recalculation {
  return calculateWorkbook(snapshot, { rules: null, overwriteScores: false });
}

function formOf(recalculation: Recalculation): FormResult {
  const form = recalculation.sheets[0]?.forms[0];
  if (!form) throw new Error('no form');
  return form;
}

function settingsAfter(snapshot: WorkbookSnapshot, change: Attempt<SettingsChange>): WorkbookSnapshot {
  if (!change.ok) throw new Error(change.problem.code);
  return { ...snapshot, settings: withSettings(snapshot.settings, change.result) };
}

/** The workbook after the finding of this code was ignored. */
function ignoring(code: string, rows: readonly (readonly CellSpec[])[] = ROWS): WorkbookSnapshot {
  const snapshot = snapshotOf(rows);
  const found = calculate(snapshot);
  const finding = formOf(found).findings.find((candidate) => candidate.code === code);
  if (!finding) throw new Error(`no ${code}`);
  return settingsAfter(snapshot, ignoreFinding(found, SHEET, finding, ' 已说明 ', AT));
}

function codes(recalculation: Recalculation): readonly string[] {
  return formOf(recalculation).findings.map(({ code }) => code);
}

test('an ignored finding is listed apart, with its reason, and no longer marked', () => {
  const before = calculate(snapshotOf(ROWS));
  const after = calculate(ignoring('target-missed'));
  expect(codes(before)).toContain('target-missed');
  expect(codes(after)).not.toContain('target-missed');
  expect(codes(after).length).toBe(codes(before).length - 1);
  expect(formOf(after).ignored).toMatchObject([
    { finding: { code: 'target-missed', row: 8 }, reason: '已说明', at: AT.toISOString() },
  ]);
});

test('a row of which every warning is ignored is not highlighted', () => {
  const marked = (snapshot: WorkbookSnapshot): readonly string[] =>
    calculate(snapshot).plans.flatMap(({ marks }) => marks.flatMap(({ ranges }) => ranges));
  let snapshot = snapshotOf(ROWS);
  expect(marked(snapshot)).toContain('D8:I8');
  for (const finding of formOf(calculate(snapshot)).findings.filter(({ row }) => row === 8)) {
    snapshot = settingsAfter(snapshot, ignoreFinding(calculate(snapshot), SHEET, finding, '已说明', AT));
  }
  expect(marked(snapshot)).not.toContain('D8:I8');
});

test('it stays ignored when rows are inserted above it', () => {
  const rows = ROWS.map((row) => [...row]);
  rows.splice(7, 0, [null, '产出指标', '数量指标', '桥梁养护', '≥3座', '3座', 0, 0, null]);
  const { settings } = ignoring('target-missed');
  const after = formOf(calculate(snapshotOf(rows, settings)));
  expect(after.ignored.map(({ finding }) => [finding.code, finding.row])).toEqual([['target-missed', 9]]);
});

test('it shows again when the figures behind it change, and the old word is listed as lapsed', () => {
  const { settings } = ignoring('target-missed');
  const after = calculate(snapshotOf(withCell(ROWS, 7, 5, '12公里'), settings));
  expect(codes(after)).toContain('target-missed');
  expect(findLapsed(after.sheets, after.choices.ignored)).toMatchObject([
    { code: 'target-missed', reason: '已说明' },
  ]);
});

test('what was mended has not lapsed', () => {
  const { settings } = ignoring('target-missed');
  const { sheets, choices } = calculate(snapshotOf(projectRows(), settings));
  expect(findLapsed(sheets, choices.ignored)).toEqual([]);
});

test('a finding of the form is ignored as well', () => {
  expect(codes(calculate(ignoring('total-wrong')))).not.toContain('total-wrong');
});

test.each([
  ['', 'reason-missing'],
  ['   ', 'reason-missing'],
  ['长'.repeat(201), 'reason-too-long'],
])('the reason %j is refused', (reason, code) => {
  const found = calculate(snapshotOf(ROWS));
  const [finding] = formOf(found).findings;
  if (!finding) throw new Error('no finding');
  expect(ignoreFinding(found, SHEET, finding, reason, AT)).toMatchObject({ ok: false, problem: { code } });
});

test('a finding that is gone cannot be ignored', () => {
  const [finding] = formOf(calculate(snapshotOf(ROWS))).findings;
  if (!finding) throw new Error('no finding');
  const now = calculate(snapshotOf(projectRows()));
  expect(ignoreFinding(now, SHEET, finding, '已说明', AT)).toMatchObject({
    problem: { code: 'no-such-finding' },
  });
});

test('ignoring and taking it up again leaves the settings as they were', () => {
  const score = fc.integer({ min: 0, max: 60 }).map((half) => half / 2);
  fc.assert(
    fc.property(score, score, fc.nat(), fc.nat(), (one, other, first, second) => {
      const start = snapshotOf(withCell(withCell(ROWS, 8, 7, one), 9, 7, other));
      const pick = (snapshot: WorkbookSnapshot, at: number): WorkbookSnapshot => {
        const found = calculate(snapshot);
        const { findings } = formOf(found);
        const finding = findings[at % findings.length];
        if (!finding) return snapshot;
        return settingsAfter(snapshot, ignoreFinding(found, SHEET, finding, '已说明', AT));
      };
      const before = pick(start, first);
      const after = pick(before, second);
      const found = calculate(after);
      const known = formOf(calculate(before)).ignored.map(({ finding }) => JSON.stringify(finding));
      const added = formOf(found).ignored.find(({ finding }) => !known.includes(JSON.stringify(finding)));
      if (!added) return;
      const back = settingsAfter(after, unignoreFinding(found, SHEET, added.finding));
      expect(back.settings).toEqual(before.settings);
    }),
    { numRuns: 40 },
  );
});
