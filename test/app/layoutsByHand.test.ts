/** Forms in the layouts of many provinces against readings written by hand (test/fixtures/layouts). */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { planRecalculation } from '../../src/app/recalculate';
import { LABELLED_CODES } from '../../src/cli/corpus/codes';
import { reportSheets, type ReportedForm, type ReportedSheet } from '../../src/app/report';
import { Decimal, sum } from '../../src/engine/decimal';
import { openBytes, PLAIN } from './openFixture';

type Row = [
  number,
  string | null,
  string | null,
  string | null,
  string | null,
  number | null,
  number | null,
  string,
  boolean | null,
  number | null,
  [string, boolean | null, number | null][]?,
];
type Place = [string, number | null, string | null];
interface ExpectedForm {
  kind: string;
  rows?: Row[];
  budget?: [number | null, number | null, number | null, number | null] | null;
  goals?: [number, number | null][];
  sum?: number;
  sumw?: number | null;
  total?: number | null;
  cell?: string | null;
  findings?: Place[];
  either?: Place[];
  writes?: [string, string | null, string][];
}

const FOLDER = path.join(__dirname, '..', 'fixtures', 'layouts');
const NAMES = readdirSync(FOLDER).filter((name) => name.endsWith('.xlsx'));

/** The codes of which the readings are complete. */
const COMPLETE = new Set<string>([...LABELLED_CODES, 'level-points', 'fund-sum']);

const write = (value: number | null): string | null =>
  value === null ? null : new Decimal(value).toString();
const trim = (text: string | null): string | null => text?.trim() ?? null;
const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

async function read(name: string): Promise<readonly ReportedSheet[]> {
  const workbook = openBytes(new Uint8Array(readFileSync(path.join(FOLDER, name))));
  const { sheets } = await planRecalculation(workbook, PLAIN);
  return reportSheets(sheets, { finding: ({ code }) => code, step: ({ code }) => code });
}

function expectRows(form: ReportedForm, rows: readonly Row[]): void {
  expect(
    form.indicators.map((row) => [
      row.row,
      row.level1,
      row.level2,
      orNull(row.target),
      orNull(row.actual),
      row.weight,
      row.entered,
    ]),
  ).toEqual(
    rows.map(([row, level1, level2, target, actual, weight, printed]) => [
      row,
      level1,
      level2,
      trim(target),
      trim(actual),
      write(weight),
      write(printed),
    ]),
  );
  form.indicators.forEach(({ row, basis, met, computed }, index) => {
    const [, , , , , , , wantedBasis = '', wantedMet = null, wantedScore = null, others = []] =
      rows[index] ?? [];
    const readings = [[wantedBasis, wantedMet, wantedScore] as const, ...others];
    expect(readings.map(([own, isMet, score]) => [row, own, isMet, write(score)])).toContainEqual([
      row,
      basis,
      met,
      computed,
    ]);
  });
}

function expectSums(form: ReportedForm, expected: ExpectedForm): void {
  const scores = [
    form.budget?.entered,
    ...form.indicators.map(({ entered }) => entered),
    ...form.others.map(({ entered }) => entered),
  ];
  if (expected.sum !== undefined)
    expect(sum(scores.map((score) => new Decimal(score ?? 0))).toString()).toBe(write(expected.sum));
  if (expected.sumw !== undefined) expect(form.total.weight).toBe(write(expected.sumw));
  if (expected.total !== undefined) expect(form.total.entered).toBe(write(expected.total));
  if (expected.cell !== undefined) expect(form.total.cell).toBe(expected.cell);
  if (expected.goals) {
    expect(form.goals.map(({ number, points }) => [number, points])).toEqual(
      expected.goals.map(([number, points]) => [number, write(points)]),
    );
  }
  if (expected.budget) {
    const [budget, spent, weight, entered] = expected.budget.map(write);
    expect(form.budget).toMatchObject({ budget, spent, weight, entered });
  }
}

function expectFindings(form: ReportedForm, { findings, either = [] }: ExpectedForm): void {
  if (!findings) return;
  const key = (place: Place): string => place.map((part) => part ?? '-').join(' ');
  const open = new Set(either.map(key));
  const found = form.findings
    .filter(({ code }) => COMPLETE.has(code))
    .map(({ code, row, cell }) => key([code, row, cell]));
  expect([...new Set(found)].filter((place) => !open.has(place)).sort()).toEqual(findings.map(key).sort());
}

describe.each(NAMES)('%s', (name) => {
  const expected = JSON.parse(
    readFileSync(path.join(FOLDER, name.replace('.xlsx', '.json')), 'utf8'),
  ) as Record<string, ExpectedForm[]>;

  test('is read as a person reads it', async () => {
    const sheets = await read(name);
    for (const [sheet, forms] of Object.entries(expected)) {
      const found = sheets.find((report) => report.sheet === sheet)?.forms ?? [];
      // Half-filled tables of targets may or may not be called forms: their readings say nothing.
      expect([sheet, found.map(({ kind }) => kind)]).toEqual([sheet, forms.map(({ kind }) => kind)]);
      found.forEach((form, index) => {
        const wanted = forms[index];
        if (!wanted) return;
        if (wanted.rows) expectRows(form, wanted.rows);
        expectSums(form, wanted);
        expectFindings(form, wanted);
        if (!wanted.writes) return;
        const writes = wanted.writes.map(([cell, from, to]) => `${cell} ${from ?? ''} → ${to}`);
        expect(form.writes.map(({ cell, from, to }) => `${cell} ${from} → ${to}`).sort()).toEqual(
          writes.sort(),
        );
      });
    }
  });
});
