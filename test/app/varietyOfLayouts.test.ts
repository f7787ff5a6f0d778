/** One sheet a layout, read as people read them by hand: rows, sums and findings (test/fixtures/forms/variety-open.expected.json). */
import { reportSheets, type ReportedForm } from '../../src/app/report';
import { LABELLED_CODES } from '../../src/cli/corpus/codes';
import { Decimal, sum } from '../../src/engine/decimal';
import { readJson, recalculateFixture } from './openFixture';

interface Reading {
  basis: string;
  met: boolean | null;
  computed: number | null;
}
interface ExpectedFinding {
  code: string;
  row: number | null;
  cell: string | null;
}
interface ExpectedForm {
  kind: string;
  indicators: (Reading & {
    row: number;
    level1: string | null;
    level2: string | null;
    name: string;
    target: string;
    actual: string;
    weight: number | null;
    printed: number | null;
    scoreCell: string;
    alternatives?: Reading[];
  })[];
  budget: { budget: number; spent: number; weight: number | null; printedScore: number | null } | null;
  printedTotal: number | null;
  sumOfPrintedScores: number;
  sumOfWeights: number | null;
  totalCell: string;
  findings?: ExpectedFinding[];
  eitherWay?: ExpectedFinding[];
}

const { sheets } = readJson('variety-open.expected.json') as {
  sheets: { name?: string; sheet?: string; forms: ExpectedForm[] }[];
};
const cases = sheets.flatMap(({ name, sheet, forms }) =>
  forms.map((form, index): [string, number, ExpectedForm] => [name ?? sheet ?? '', index, form]),
);

const write = (value: number | null): string | null =>
  value === null ? null : new Decimal(value).toString();
const key = ({ code, row, cell }: ExpectedFinding): string => `${code} ${row ?? '-'} ${cell ?? '-'}`;

async function formOf(sheet: string, index: number): Promise<ReportedForm> {
  const reports = reportSheets(await recalculateFixture('variety-open.xlsx'), {
    finding: ({ code }) => code,
    step: ({ code }) => code,
  });
  const form = reports.find((report) => report.sheet === sheet)?.forms[index];
  if (!form) throw new Error(`no form ${index} on ${sheet}`);
  return form;
}

describe.each(cases)('%s, form %i', (sheet, index, expected) => {
  test('has the rows that stand on it, each read by its basis', async () => {
    const form = await formOf(sheet, index);
    expect(form.kind).toBe(expected.kind);
    expect(
      form.indicators.map((row) => [
        row.row,
        row.level1,
        row.level2,
        row.name,
        row.target,
        row.actual,
        row.weight,
        row.entered,
        row.scoreCell,
      ]),
    ).toEqual(
      expected.indicators.map((row) => [
        row.row,
        row.level1,
        row.level2,
        row.name,
        row.target,
        row.actual,
        write(row.weight),
        write(row.printed),
        row.scoreCell,
      ]),
    );
    form.indicators.forEach(({ row, basis, met, computed }, place) => {
      const wanted = expected.indicators[place];
      const readings = wanted ? [wanted, ...(wanted.alternatives ?? [])] : [];
      expect(
        readings.map((reading) => [row, reading.basis, reading.met, write(reading.computed)]),
      ).toContainEqual([row, basis, met, computed]);
    });
  });

  test('has the sums and totals that stand on it', async () => {
    const form = await formOf(sheet, index);
    const scores = [
      form.budget?.entered,
      ...form.indicators.map(({ entered }) => entered),
      ...form.others.map(({ entered }) => entered),
    ];
    expect(sum(scores.map((score) => new Decimal(score ?? 0))).toString()).toBe(
      write(expected.sumOfPrintedScores),
    );
    expect(form.total).toMatchObject({
      weight: write(expected.sumOfWeights),
      entered: write(expected.printedTotal),
      cell: expected.totalCell,
    });
    const { budget } = expected;
    if (budget) {
      expect(form.budget).toMatchObject({
        budget: write(budget.budget),
        spent: write(budget.spent),
        weight: write(budget.weight),
        entered: write(budget.printedScore),
      });
    }
  });

  test('has the findings that people made, and no others of their codes', async () => {
    const form = await formOf(sheet, index);
    const found = form.findings.filter(({ code }) => LABELLED_CODES.has(code)).map(key);
    const open = new Set((expected.eitherWay ?? []).map(key));
    expect(found.filter((finding) => !open.has(finding)).sort()).toEqual(
      (expected.findings ?? []).map(key).sort(),
    );
  });
});
