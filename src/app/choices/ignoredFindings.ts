/** Findings that a person chose to ignore, with their reasons. */
import { FINDING_CODES, type FindingCode } from '../../engine/finding';
import { MOST_ENTRIES, readEntries, readText, writeKept, type Fields, type Read } from './keptJson';

/** What tells a finding from all others of a workbook, wherever its row has moved to. */
export interface FindingKey {
  readonly code: FindingCode;
  readonly sheet: string;
  /** The row or the cell by what it is, from `identify`. */
  readonly subject: string;
  /** Of the figures behind the finding: when they change, it is another finding. */
  readonly fingerprint: string;
}

export interface IgnoredFinding extends FindingKey {
  readonly reason: string;
  /** ISO 8601. */
  readonly at: string;
}

export const LONGEST_REASON = 200;
/** The longest sheet name is 31 characters, a subject has some parts of at most 77 each. */
const LONGEST_NAME = 600;

export function readIgnored(json: string | undefined): Read<readonly IgnoredFinding[]> {
  return readEntries(json, 'ignored', readOne);
}

function readOne(fields: Fields): IgnoredFinding | null {
  const code = FINDING_CODES.find((known) => known === fields.get('code')) ?? null;
  const sheet = readText(fields.get('sheet'), LONGEST_NAME);
  const subject = fields.get('subject') === '' ? '' : readText(fields.get('subject'), LONGEST_NAME);
  const fingerprint = readText(fields.get('fingerprint'), LONGEST_NAME);
  const reason = readText(fields.get('reason'), LONGEST_REASON);
  const at = readText(fields.get('at'), 40);
  const isWhole = code !== null && sheet !== null && subject !== null && fingerprint !== null;
  if (!isWhole || reason === null || at === null) return null;
  if (reason.trim() !== reason || Number.isNaN(Date.parse(at))) return null;
  return { code, sheet, subject, fingerprint, reason, at };
}

export function writeIgnored(ignored: readonly IgnoredFinding[]): string | null {
  return ignored.length === 0 ? null : writeKept({ ignored });
}

export function isFull(list: readonly unknown[]): boolean {
  return list.length >= MOST_ENTRIES;
}
