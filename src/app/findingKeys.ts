/** Tells findings apart across recalculations, and parts those that a person ignores from the others. */
import type { Finding } from '../engine/finding';
import { digest } from '../form/digest';
import { identify } from '../form/identity';
import type { FindingKey, IgnoredFinding } from './choices/ignoredFindings';
import type { Ignored, SheetResult } from './formResult';
import { once } from './once';

/** Keys for the findings of the forms of one sheet. */
function keyFindings({ sheet, forms }: SheetResult): ReadonlyMap<Finding, FindingKey> {
  const { subjectOf } = identify(forms.map(({ facts }) => facts));
  const counts = new Map<string, number>();
  const keys = new Map<Finding, FindingKey>();
  for (const finding of forms.flatMap(({ findings }) => findings)) {
    const { code, params } = finding;
    const subject = subjectOf(finding);
    const figures = digest(JSON.stringify(Object.entries(params).sort(byName)));
    const alike = JSON.stringify([code, subject, figures]);
    const count = (counts.get(alike) ?? 0) + 1;
    counts.set(alike, count);
    // The same words in two cells that have no name of their own are two findings.
    const fingerprint = count === 1 ? figures : `${figures}#${count}`;
    keys.set(finding, { code, sheet, subject, fingerprint });
  }
  return keys;
}

function byName([one]: readonly [string, string], [other]: readonly [string, string]): number {
  return one < other ? -1 : 1;
}

/** A text that is the same for equal keys only. */
function textOf({ code, sheet, subject, fingerprint }: FindingKey): string {
  return JSON.stringify([code, sheet, subject, fingerprint]);
}

export function isSameKey(one: FindingKey, other: FindingKey): boolean {
  return textOf(one) === textOf(other);
}

/** Gives every finding of a sheet its key, and takes those out that are ignored. */
export function partIgnored(sheet: SheetResult, ignored: readonly IgnoredFinding[]): SheetResult {
  const entries = new Map(ignored.map((entry) => [textOf(entry), entry]));
  // Nobody asks for keys on the command line.
  const keysOf = once(() => keyFindings(sheet));
  const entryOf = (finding: Finding): IgnoredFinding | undefined => {
    const key = entries.size === 0 ? undefined : keysOf().get(finding);
    return key && entries.get(textOf(key));
  };
  return {
    ...sheet,
    forms: sheet.forms.map((form) => {
      const ownKeys = once(() => only(keysOf(), form.findings));
      return {
        ...form,
        get keys() {
          return ownKeys();
        },
        findings: form.findings.filter((finding) => !entryOf(finding)),
        ignored: form.findings.flatMap((finding): readonly Ignored[] => {
          const entry = entryOf(finding);
          return entry ? [{ finding, reason: entry.reason, at: entry.at }] : [];
        }),
      };
    }),
  };
}

function only(
  keys: ReadonlyMap<Finding, FindingKey>,
  findings: readonly Finding[],
): ReadonlyMap<Finding, FindingKey> {
  return new Map(
    findings.flatMap((finding): readonly (readonly [Finding, FindingKey])[] => {
      const key = keys.get(finding);
      return key ? [[finding, key]] : [];
    }),
  );
}

/** Entries whose finding is there, but with other figures: it shows again. An entry whose finding is gone has not lapsed. */
export function findLapsed(
  sheets: readonly SheetResult[],
  ignored: readonly IgnoredFinding[],
): readonly IgnoredFinding[] {
  if (ignored.length === 0) return [];
  const keys = sheets.flatMap(({ forms }) => forms.flatMap((form) => [...form.keys.values()]));
  const placeOf = ({ code, sheet, subject }: FindingKey): string => JSON.stringify([code, sheet, subject]);
  const places = new Set(keys.map(placeOf));
  const standing = new Set(keys.map(textOf));
  return ignored.filter((entry) => places.has(placeOf(entry)) && !standing.has(textOf(entry)));
}
