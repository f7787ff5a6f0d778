/** Gathers a corpus from folders (workbooks with what people read off them, labelled rows) and compares all of it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { planRecalculation } from '../../app/recalculate';
import { reportSheets, type ReportedSheet } from '../../app/report';
import { openXlsx } from '../../workbook/xlsxFile';
import { compareForm } from './compareForm';
import { readExpectedForms, type ExpectedForm } from './expectedForm';
import { show, type Fact } from './fact';
import { parseLabelledRows, scoreLabelledRow, type LabelledRow } from './labelledRow';

/** Why a folder cannot be used: a sentence. */
export class CorpusFlaw extends Error {}

/** Every fact of the corpora in the folders, from the files at any depth. Throws a `CorpusFlaw` for a folder without any. */
export async function readCorpus(folders: readonly string[]): Promise<readonly Fact[]> {
  const facts: Fact[] = [];
  for (const folder of folders) {
    const found = await compareFolder(folder);
    if (found.length === 0)
      throw new CorpusFlaw(
        `${folder} holds neither labelled forms (.json beside their .xlsx) nor rows (.jsonl).`,
      );
    facts.push(...found);
  }
  return facts;
}

async function compareFolder(folder: string): Promise<readonly Fact[]> {
  const facts: Fact[] = [];
  for (const file of listFiles(folder)) {
    const whole = path.join(folder, file);
    if (file.endsWith('.jsonl')) facts.push(...compareRows(parse(whole, parseLabelledRows), file));
    if (!file.endsWith('.json')) continue;
    const forms = parse(whole, (text) => readExpectedForms(JSON.parse(text)));
    facts.push(...(await compareForms(forms, path.dirname(whole))));
  }
  return facts;
}

function listFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  } catch {
    throw new CorpusFlaw(`${folder} is no folder that can be read.`);
  }
}

function parse<Content>(file: string, read: (text: string) => Content): Content {
  try {
    return read(readFileSync(file, 'utf8'));
  } catch {
    throw new CorpusFlaw(`${file} cannot be read as JSON.`);
  }
}

async function compareForms(forms: readonly ExpectedForm[], folder: string): Promise<readonly Fact[]> {
  const files = [...new Set(forms.map(({ file }) => file))];
  const reports = new Map<string, readonly ReportedSheet[]>();
  for (const file of files) reports.set(file, await reportWorkbook(path.join(folder, file)));
  return forms.flatMap((expected) => {
    const { file, sheet, index } = expected;
    const report = reports.get(file)?.find((found) => found.sheet === sheet)?.forms[index] ?? null;
    const isOneOfMany = forms.some(
      (other) => other.file === file && other.sheet === sheet && other.index > 0,
    );
    return compareForm(expected, report, file, isOneOfMany ? `${sheet} #${index + 1}` : sheet);
  });
}

async function reportWorkbook(file: string): Promise<readonly ReportedSheet[]> {
  const opened = openXlsx(readBytes(file), path.basename(file));
  if (!opened.ok) throw new CorpusFlaw(`${file} cannot be opened: ${opened.error.code}.`);
  const { sheets: results } = await planRecalculation(opened.file, {
    rules: null,
    sheet: null,
    overwriteScores: false,
  });
  return reportSheets(results, { finding: ({ code }) => code, step: ({ code }) => code });
}

function readBytes(file: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(file));
  } catch {
    throw new CorpusFlaw(`${file} is described but is not there.`);
  }
}

function compareRows(rows: readonly LabelledRow[], file: string): readonly Fact[] {
  return rows.map((row) => {
    const { reading } = row;
    const { basis, met, computed, targetValue, actualValue } = scoreLabelledRow(row);
    const write = (value: { toFixed: () => string } | null): string => show(value?.toFixed());
    const values = (target: string, actual: string): string => ` (${target} against ${actual})`;
    const isLabelled = reading.targetValue !== undefined && reading.actualValue !== undefined;
    return {
      kind: row.isSure ? 'row readings, sure' : 'row readings, debatable',
      file,
      sheet: null,
      row: row.id,
      what: show(`${row.name}: ${row.target} / ${row.actual}`),
      got: `${basis}, met ${show(met)}, ${write(computed)}${isLabelled ? values(write(targetValue), write(actualValue)) : ''}`,
      want: `${reading.basis}, met ${show(reading.met)}, ${show(reading.computed)}${
        isLabelled ? values(show(reading.targetValue), show(reading.actualValue)) : ''
      }`,
    };
  });
}
