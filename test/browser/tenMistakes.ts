/**
 * A real form with ten mistakes of the kinds that stand on real forms. The form is the department's of test/fixtures/forms, without the table of its
 * scores before it; the mistakes are typed into its cells.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { EntryValue } from '../../src/engine/entry';
import type { FindingCode } from '../../src/engine/finding';
import { bytesOf, DEPARTMENT, fileOf } from './paneActs';

export interface Mistake {
  /** Where it is typed, and what. */
  readonly cell: string;
  readonly value: EntryValue;
  /** What the form says there. */
  readonly was: EntryValue;
  /** The error that it is to be found as. */
  readonly code: FindingCode;
}

const SHEET = '自评表';

export const MISTAKES: readonly Mistake[] = [
  // The rate of a budget that was spent to the last yuan, and its score.
  { cell: 'G6', value: 0.95, was: 1, code: 'rate-wrong' },
  { cell: 'H6', value: 19, was: 20, code: 'rate-score-wrong' },
  // More than its weight of 1.
  { cell: 'H9', value: 2, was: 1, code: 'score-exceeds-weight' },
  { cell: 'H16', value: -1, was: 1, code: 'score-negative' },
  // Two numbers in one cell.
  { cell: 'H32', value: '1.5或1', was: 1.5, code: 'unreadable-number' },
  // 4 of 5 is completed, for a full score.
  { cell: 'F39', value: '4座', was: '5座', code: 'score-above-rule' },
  // A weight of 1.50 with a slipped point.
  { cell: 'G41', value: 15, was: 1.5, code: 'weights-sum' },
  // A reference that is lost.
  { cell: 'H47', value: '#REF!', was: 1, code: 'error-value' },
  // A score for nothing.
  { cell: 'F57', value: null, was: '2 次', code: 'actual-missing' },
  { cell: 'D66', value: 96, was: 90.66, code: 'total-wrong' },
];

export async function makeTenMistakes(): Promise<Uint8Array> {
  const file = fileOf(withoutSummary(bytesOf(DEPARTMENT)));
  await file.apply([
    {
      sheet: SHEET,
      writes: MISTAKES.map(({ cell, value, was }) => ({ cell, value, from: '', to: '', before: was })),
      marks: [],
    },
  ]);
  return file.bytes();
}

/** Takes the first of two sheets out of the file. */
function withoutSummary(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const edit = (name: string, pattern: RegExp): void => {
    const text = strFromU8(parts[name] ?? new Uint8Array());
    const without = text.replace(pattern, '');
    if (without === text) throw new Error(`${name} is not as it was.`);
    parts[name] = strToU8(without);
  };
  edit('xl/workbook.xml', /<sheet [^>]*name="得分情况"[^>]*\/>/);
  edit('xl/workbook.xml', /<definedNames>.*<\/definedNames>/);
  edit('xl/_rels/workbook.xml.rels', /<Relationship [^>]*worksheets\/sheet1\.xml"[^>]*\/>/);
  edit('[Content_Types].xml', /<Override [^>]*worksheets\/sheet1\.xml"[^>]*\/>/);
  return zipSync(
    Object.fromEntries(Object.entries(parts).filter(([name]) => name !== 'xl/worksheets/sheet1.xml')),
  );
}
