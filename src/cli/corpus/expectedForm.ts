/**
 * What people read off the forms of a corpus, in one shape for both kinds of files that hold it: `workbooks` with `sheets` of one form
 * each and faults by kind, and a `file` with `sheets` of several forms each, readings of every row and findings by code.
 */
import { codesOfFault, LABELLED_CODES } from './codes';
import { countIn, numberIn, recordOf, recordsOf, textIn, truthIn, type JsonRecord } from './json';

export interface ExpectedReading {
  readonly basis: string;
  readonly met: boolean | null;
  readonly computed: string | null;
}

export interface ExpectedRow {
  readonly row: number;
  /** Undefined where nobody noted it. */
  readonly goal: number | null | undefined;
  readonly level1: string | null;
  readonly level2: string | null;
  readonly name: string;
  readonly target: string;
  readonly actual: string;
  readonly weight: string | null;
  readonly score: string | null;
  readonly scoreCell: string | null;
  /** The reading of the row and others that are as good; none where nobody noted it. */
  readonly readings: readonly ExpectedReading[];
}

export interface ExpectedFinding {
  readonly codes: readonly string[];
  /** Undefined where nobody noted it. */
  readonly row: number | null | undefined;
  readonly cell: string | null;
}

export interface ExpectedForm {
  readonly file: string;
  readonly sheet: string;
  /** Which of the sheet's forms, from 0. */
  readonly index: number;
  readonly kind: string;
  readonly rows: readonly ExpectedRow[];
  /** By the name of the property in our report; empty where the form has no fund block. */
  readonly budget: ReadonlyMap<string, string | null>;
  readonly goals: readonly (readonly (string | null)[])[];
  /** Rows of a summary table: label, weight, score and the cell of the score. */
  readonly parts: readonly (readonly (string | null)[])[];
  readonly total: string | null;
  readonly totalCell: string | null;
  readonly sumOfWeights: string | null;
  readonly sumOfScores: string | null;
  readonly wanted: readonly ExpectedFinding[];
  readonly tolerated: readonly ExpectedFinding[];
  /** True for a finding that has to be among the wanted or tolerated ones. */
  readonly isLabelled: (code: string, severity: string) => boolean;
}

/** The forms that a JSON file describes; none when it is of neither shape. */
export function readExpectedForms(value: unknown): readonly ExpectedForm[] {
  const record = recordOf(value);
  const file = textIn(record, 'file');
  if (file !== null) return readVariety(file, recordsOf(record.get('sheets')));
  return recordsOf(record.get('workbooks')).flatMap((workbook) =>
    recordsOf(workbook.get('sheets')).map((sheet) => readSheet(textIn(workbook, 'file') ?? '', sheet)),
  );
}

function readSheet(file: string, sheet: JsonRecord): ExpectedForm {
  const faults = recordsOf(sheet.get('problems')).flatMap((fault) => {
    const codes = codesOfFault(textIn(fault, 'kind') ?? '');
    return codes === null ? [] : [{ fault, codes }];
  });
  const findings = faults.map(({ fault, codes }) => ({
    isError: textIn(fault, 'severity') === 'error',
    finding: { codes, row: undefined, cell: textIn(fault, 'cell') },
  }));
  return {
    file,
    sheet: textIn(sheet, 'name') ?? '',
    index: 0,
    ...readShared(sheet),
    rows: recordsOf(sheet.get('indicators')).map((row) => ({
      ...readRow(row),
      goal: countIn(row, 'goal'),
      score: numberIn(row, 'score'),
      readings: [],
    })),
    budget: readSheetBudget(recordOf(sheet.get('budget'))),
    goals: recordsOf(sheet.get('goals')).map((goal) => [
      numberIn(goal, 'headerWeight'),
      numberIn(goal, 'sumOfWeights'),
      numberIn(goal, 'sumOfPrintedScores'),
    ]),
    parts: recordsOf(sheet.get('rows')).map((part) => [
      textIn(part, 'label'),
      numberIn(part, 'weight'),
      numberIn(part, 'score'),
      textIn(part, 'scoreCell'),
    ]),
    totalCell: textIn(sheet, 'printedTotalCell'),
    wanted: findings.filter(({ isError }) => isError).map(({ finding }) => finding),
    tolerated: findings.filter(({ isError }) => !isError).map(({ finding }) => finding),
    isLabelled: (_, severity) => severity === 'error',
  };
}

function readSheetBudget(budget: JsonRecord): ReadonlyMap<string, string | null> {
  if (budget.size === 0) return new Map();
  const rate = numberIn(budget, 'correctRate');
  return new Map([
    ['budget', numberIn(budget, 'budget')],
    ['spent', numberIn(budget, 'actual')],
    ['weight', numberIn(budget, 'weight')],
    ['entered', numberIn(budget, 'printedScore')],
    ['rate', rate === null ? null : String(Math.round(Number(rate) * 100) / 10_000)],
    ['rateCell', textIn(budget, 'rateCell')],
    ['scoreCell', textIn(budget, 'scoreCell')],
  ]);
}

function readVariety(file: string, sheets: readonly JsonRecord[]): readonly ExpectedForm[] {
  return sheets.flatMap((sheet) =>
    recordsOf(sheet.get('forms')).map((form, index): ExpectedForm => {
      const budget = recordOf(form.get('budget'));
      return {
        file,
        sheet: textIn(sheet, 'name') ?? textIn(sheet, 'sheet') ?? '',
        index,
        ...readShared(form),
        rows: recordsOf(form.get('indicators')).map((row) => ({
          ...readRow(row),
          goal: undefined,
          score: numberIn(row, 'printed'),
          readings: [row, ...recordsOf(row.get('alternatives'))].map(readReading),
        })),
        budget:
          budget.size === 0
            ? new Map()
            : new Map([
                ['budget', numberIn(budget, 'budget')],
                ['spent', numberIn(budget, 'spent')],
                ['weight', numberIn(budget, 'weight')],
                ['entered', numberIn(budget, 'printedScore')],
              ]),
        goals: [],
        parts: [],
        totalCell: textIn(form, 'totalCell'),
        wanted: recordsOf(form.get('findings')).map(readFinding),
        tolerated: recordsOf(form.get('eitherWay')).map(readFinding),
        isLabelled: (code) => LABELLED_CODES.has(code),
      };
    }),
  );
}

function readShared(form: JsonRecord): Pick<ExpectedForm, 'kind' | 'total' | 'sumOfWeights' | 'sumOfScores'> {
  return {
    kind: textIn(form, 'kind') ?? '',
    total: numberIn(form, 'printedTotal'),
    sumOfWeights: numberIn(form, 'sumOfWeights'),
    sumOfScores: numberIn(form, 'sumOfPrintedScores'),
  };
}

function readRow(row: JsonRecord): Omit<ExpectedRow, 'goal' | 'score' | 'readings'> {
  return {
    row: countIn(row, 'row') ?? 0,
    level1: textIn(row, 'level1'),
    level2: textIn(row, 'level2'),
    name: textIn(row, 'name') ?? '',
    target: textIn(row, 'target') ?? '',
    actual: textIn(row, 'actual') ?? '',
    weight: numberIn(row, 'weight'),
    scoreCell: textIn(row, 'scoreCell'),
  };
}

function readReading(row: JsonRecord): ExpectedReading {
  return {
    basis: textIn(row, 'basis') ?? '',
    met: truthIn(row, 'met'),
    computed: numberIn(row, 'computed'),
  };
}

function readFinding(finding: JsonRecord): ExpectedFinding {
  return {
    codes: [textIn(finding, 'code') ?? ''],
    row: countIn(finding, 'row'),
    cell: textIn(finding, 'cell'),
  };
}
