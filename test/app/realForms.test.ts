/** Published forms, read and recalculated: facts and faults as people found them by reading (test/fixtures/forms/expected.json). */
import type { SheetResult } from '../../src/app/formResult';
import { reportSheets, type ReportedForm } from '../../src/app/report';
import { codesOfFault } from '../../src/cli/corpus/codes';
import { Decimal, sum } from '../../src/engine/decimal';
import { readJson, recalculateFixture } from './openFixture';

interface ExpectedRow {
  row: number;
  goal: number | null;
  level1: string;
  level2: string;
  name: string;
  target: string;
  actual: string;
  weight: number | null;
  score: number | null;
  scoreCell: string;
}
interface ExpectedSheet {
  name: string;
  kind: string;
  printedTotal: number | null;
  printedTotalCell: string;
  sumOfPrintedScores: number;
  sumOfWeights: number | null;
  budget?: {
    budget: number;
    actual: number;
    weight: number;
    printedScore: number;
    correctRate: number;
    rateCell: string;
    scoreCell: string;
  };
  goals?: { headerWeight: number; sumOfPrintedScores: number; sumOfWeights: number | null }[];
  indicators?: ExpectedRow[];
  rows?: { label: string; weight: number; score: number; scoreCell: string }[];
  problems: { cell: string; kind: string; severity: string }[];
}
const { workbooks } = readJson('expected.json') as { workbooks: { file: string; sheets: ExpectedSheet[] }[] };

const cases = workbooks.flatMap(({ file, sheets }) =>
  sheets.map((sheet): [string, string, ExpectedSheet] => [file, sheet.name, sheet]),
);

async function reportOf(file: string, name: string): Promise<ReportedForm> {
  const sheets: readonly SheetResult[] = await recalculateFixture(file);
  const reports = reportSheets(sheets, { finding: ({ code }) => code, step: ({ code }) => code });
  const form = reports.find(({ sheet }) => sheet === name)?.forms[0];
  if (!form) throw new Error(`no form on ${name}`);
  return form;
}

const write = (value: number | null): string | null =>
  value === null ? null : new Decimal(value).toString();

describe.each(cases)('%s, %s', (file, name, expected) => {
  test('has the kind, rows, weights and scores that stand on it', async () => {
    const form = await reportOf(file, name);
    expect(form.kind).toBe(expected.kind);
    expect(form.total.cell).toBe(expected.printedTotalCell);
    if (expected.printedTotal !== null) expect(form.total.entered).toBe(write(expected.printedTotal));
    expect(form.total.weight).toBe(write(expected.sumOfWeights));
    expect(
      form.indicators.map(
        ({ row, goal, level1, level2, name: own, target, actual, weight, entered, scoreCell }) => [
          row,
          goal,
          level1,
          level2,
          own,
          target,
          actual,
          weight,
          entered,
          scoreCell,
        ],
      ),
    ).toEqual(
      (expected.indicators ?? []).map((row) => [
        row.row,
        row.goal,
        row.level1,
        row.level2,
        row.name,
        row.target,
        row.actual,
        write(row.weight),
        write(row.score),
        row.scoreCell,
      ]),
    );
    const parts = [
      form.budget?.entered ?? '0',
      ...form.indicators.map(({ entered }) => entered ?? '0'),
      ...form.others.map(({ entered }) => entered ?? '0'),
    ];
    expect(sum(parts.map((part) => new Decimal(part))).toString()).toBe(write(expected.sumOfPrintedScores));
  });

  test('has the budget and goals that stand on it', async () => {
    const form = await reportOf(file, name);
    const { budget } = expected;
    if (!budget) {
      expect(form.budget).toBeNull();
      return;
    }
    expect(form.budget).toMatchObject({
      budget: write(budget.budget),
      spent: write(budget.actual),
      weight: write(budget.weight),
      entered: write(budget.printedScore),
      rate: new Decimal(budget.correctRate).div(100).toString(),
      rateCell: budget.rateCell,
      scoreCell: budget.scoreCell,
    });
    expect(form.goals.map(({ points, weight, score }) => [points, weight, score])).toEqual(
      (expected.goals ?? []).map((goal) => [
        write(goal.headerWeight),
        write(goal.sumOfWeights),
        write(goal.sumOfPrintedScores),
      ]),
    );
  });

  test('has its errors found at their cells, and no others', async () => {
    const form = await reportOf(file, name);
    const found = form.findings.map(({ code, cell }) => `${code} ${cell ?? ''}`);
    const wanted = expected.problems.filter(
      ({ severity, kind }) => severity === 'error' && codesOfFault(kind) !== null,
    );
    for (const { kind, cell } of wanted) {
      expect(
        found.filter((finding) => codesOfFault(kind)?.some((code) => finding === `${code} ${cell}`)),
      ).toHaveLength(1);
    }
    const known = expected.problems.flatMap(({ kind, cell }) =>
      (codesOfFault(kind) ?? []).map((code) => `${code} ${cell}`),
    );
    const errors = form.findings
      .filter(({ severity }) => severity === 'error')
      .map(({ code, cell }) => `${code} ${cell ?? ''}`);
    expect(errors.filter((error) => !known.includes(error))).toEqual([]);
  });
});

test('the department form gives 90.66 with 54 indicators, 47 of them completed, and goals of 9, 20, 18.5 and 23.16', async () => {
  const form = await reportOf('baoxie-2022-department.xlsx', '自评表');
  expect(form.total.score).toBe('90.66');
  expect(form.counts).toEqual({ indicators: 54, completed: 47 });
  expect(form.budget?.score).toBe('20');
  expect(form.goals.map(({ score }) => score)).toEqual(['9', '20', '18.5', '23.16']);
  expect(form.indicators.find(({ row }) => row === 54)).toMatchObject({ computed: '0.66', met: false });
});
