/** What must hold of every workbook, whatever is built into it: asserted through one door, with a reader of our own that shares no code with ours. */
import { planClearing } from '../../../src/app/clearMarks';
import { recalculate, type RecalculateOptions } from '../../../src/app/recalculate';
import { reportSheets, type ReportedSheet } from '../../../src/app/report';
import { revert } from '../../../src/app/revert';
import { wordingIn } from '../../../src/app/wording';
import { speak } from '../../../src/locales/sentences';
import { comparePackages, type Announced } from '../../fuzz/compareFiles';
import { checkScores, checkSums, checkTotals } from '../../fuzz/promises';
import { readPackage, type SeenPackage } from '../../fuzz/readPackage';
import { readSheet, type SeenCell, type SeenSheet } from '../../fuzz/readSheet';
import { textParts } from '../xlsxPackage';
import type { OpenDoor } from './doors';

export type Open = (bytes: Uint8Array) => OpenDoor;

export const PLAIN: RecalculateOptions = { rules: null, sheet: null, overwriteScores: false };

/** By cell; of other sheets than the first with the name in front. */
export type Writes = Readonly<Record<string, string>>;

export interface Ran {
  readonly sheets: readonly ReportedSheet[];
  readonly writes: Writes;
  readonly locked: Writes;
  /** The workbook afterwards. */
  readonly bytes: Uint8Array;
}

export interface RunOptions extends RecalculateOptions {
  /** How often is recalculated until nothing follows any more: twice where formulas take what was written. */
  readonly rounds?: number;
}

/** A recalculation, and all that must hold of any. */
export async function runHostile(open: Open, source: Uint8Array, options: RunOptions = PLAIN): Promise<Ran> {
  const door = open(source);
  const { undo, ...recalculation } = await recalculate(door.workbook, options);
  const undone = [undo];
  for (let round = 1; round < (options.rounds ?? 1); round += 1) {
    const next = await recalculate(door.workbook, options);
    expect(next.plans.flatMap(({ writes }) => writes)).toEqual([]);
    undone.unshift(next.undo);
  }
  const sheets = report(recalculation.sheets);
  const bytes = door.bytes();
  const [before, after] = [seen(source), seen(bytes)];

  expect(checkSums(sheets)).toEqual([]);
  expect(
    checkScores(
      sheets,
      options.overwriteScores,
      (sheet) => sheetAt(before, sheet),
      ({ text }) => text,
    ),
  ).toEqual([]);
  expect(comparePackages(before, after, announced(sheets))).toEqual([]);
  expect(unchangedParts(source, bytes)).toEqual([]);

  // What was written can be taken back.
  for (const plans of undone) await revert(door.workbook, plans);
  expect(comparePackages(before, seen(door.bytes()), []).filter((fault) => !isNewBlank(fault))).toEqual([]);

  // What is written is a workbook again, and the second time nothing changes.
  const again = open(bytes);
  const second = report((await recalculate(again.workbook, options)).sheets);
  expect(writesOf(second, 'writes')).toEqual({});
  expect(Buffer.compare(again.bytes(), bytes)).toBe(0);
  expect(checkTotals(second, (sheet) => sheetAt(after, sheet))).toEqual([]);

  // The marks come off without a trace.
  await again.workbook.apply(planClearing(await again.workbook.read(null)).plans);
  expect(countMarks(again.bytes())).toEqual(countMarks(source));
  expect(comparePackages(before, seen(again.bytes()), announced(sheets))).toEqual([]);

  return {
    sheets,
    bytes,
    writes: writesOf(sheets, 'writes'),
    locked: writesOf(sheets, 'locked'),
  };
}

function report(sheets: Parameters<typeof reportSheets>[0]): readonly ReportedSheet[] {
  return reportSheets(sheets, wordingIn(speak('zh-CN')));
}

function writesOf(sheets: readonly ReportedSheet[], kind: 'writes' | 'locked'): Writes {
  return Object.fromEntries(
    sheets.flatMap(({ sheet, forms }, index) =>
      forms.flatMap((form) =>
        form[kind].map(({ cell, to }) => [index === 0 ? cell : `${sheet}!${cell}`, to]),
      ),
    ),
  );
}

function announced(sheets: readonly ReportedSheet[]): readonly Announced[] {
  return sheets.flatMap(({ forms }, sheet) =>
    forms.flatMap(({ writes }) => writes.map(({ cell, to }) => ({ sheet, cell, to }))),
  );
}

function seen(bytes: Uint8Array): SeenPackage {
  const found = readPackage(bytes);
  if (!found) throw new Error('the package cannot be read');
  const parts = new Map(
    [...found.parts].map(([name, content]) =>
      name.startsWith('xl/worksheets/') ? [name, ranked(content)] : [name, content],
    ),
  );
  return { ...found, parts };
}

/**
 * Numbers the rules of the user by their order: Excel puts a new rule ahead of the others, which all get other priorities, and the order is
 * what counts.
 */
function ranked(part: Uint8Array): Uint8Array {
  const xml = new TextDecoder().decode(part);
  const rules = [...xml.matchAll(/<cfRule\b[^>]*\/>|<cfRule\b[\s\S]*?<\/cfRule>/g)].map(([rule]) => rule);
  const theirs = rules
    .filter((rule) => !rule.includes('"ziping:') && !rule.includes('&quot;ziping:'))
    .sort((a, b) => priorityOf(a) - priorityOf(b));
  if (theirs.length === 0) return part;
  const text = theirs.reduce(
    (all, rule, rank) => all.replace(rule, () => rule.replace(/priority="\d+"/, `priority="${rank + 1}"`)),
    xml,
  );
  return new TextEncoder().encode(text);
}

function priorityOf(rule: string): number {
  return Number(/priority="(\d+)"/.exec(rule)?.[1]);
}

function sheetAt({ parts, sheets }: SeenPackage, index: number): SeenSheet | undefined {
  const content = parts.get(sheets[index]?.part ?? '');
  return content && readSheet(content);
}

/** A cell that had no element may be left behind with the format that it had anyway. */
function isNewBlank(fault: string): boolean {
  return /changed from \[\] to \[\{"style":"\d*","type":"","formula":null,"text":""\}\]$/.test(fault);
}

/** How often each part names what our marks are found by. */
function countMarks(bytes: Uint8Array): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(textParts(bytes)).map(([name, text]) => [name, text.split('ziping:').length - 1]),
  );
}

/** Parts that are neither a sheet nor the formats nor the list of sheets keep every byte. */
function unchangedParts(before: Uint8Array, after: Uint8Array): readonly string[] {
  const [old, now] = [seen(before).parts, seen(after).parts];
  return [...old].flatMap(([name, content]) =>
    /^xl\/(worksheets\/[^/]*|styles|workbook)\.xml$/.test(name) ||
    Buffer.from(content).equals(now.get(name) ?? new Uint8Array())
      ? []
      : [name],
  );
}

/** A cell as it is stored. */
export function storedCell(bytes: Uint8Array, cell: string, sheet = 0): SeenCell | undefined {
  return sheetAt(seen(bytes), sheet)?.cells.get(cell)?.at(-1);
}

/** Codes of the findings at a cell or row. */
export function codesOf(sheets: readonly ReportedSheet[]): readonly string[] {
  return sheets.flatMap(({ forms }) => forms.flatMap(({ findings }) => findings.map(({ code }) => code)));
}
