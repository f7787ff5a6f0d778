/** What the list of findings shows: the findings of a form with their sentences and what can be done about them, filtered and grouped. */
import { canAccept } from '../../app/accept';
import type { IgnoredFinding } from '../../app/choices/ignoredFindings';
import type { FormResult, SheetResult } from '../../app/formResult';
import { scoredPlaces } from '../../app/scoredPlaces';
import { wordingIn } from '../../app/wording';
import type { Finding, Severity } from '../../engine/finding';
import type { Say } from '../../locales/sentences';

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** A computed score that may replace the one that the finding is about. */
export interface Acceptable {
  readonly row: number;
  readonly computed: string;
  /** Rows of the sheet with a finding of this code that can be accepted, this one included. */
  readonly alike: number;
}

export interface ListedFinding {
  /** The same for the same finding across recalculations. */
  readonly id: string;
  readonly sheet: string;
  readonly finding: Finding;
  readonly sentence: string;
  /** Null when there is no computed score to accept. */
  readonly acceptable: Acceptable | null;
  /** Why the person ignored it before its figures changed; null when nobody did. */
  readonly lapsedReason: string | null;
}

export interface FindingFilter {
  readonly severities: ReadonlySet<Severity>;
  readonly search: string;
}

export type SeverityCounts = Readonly<Record<Severity, number>>;

/** The findings of one form, in the order of the form. */
function listFindings(
  result: SheetResult,
  form: FormResult,
  lapsed: readonly IgnoredFinding[],
  say: Say,
): readonly ListedFinding[] {
  const wording = wordingIn(say);
  const { sheet } = result;
  const acceptable = findAcceptable(result);
  return form.findings.map((finding, index) => {
    const key = form.keys.get(finding);
    const entry =
      key &&
      lapsed.find((old) => old.code === key.code && old.sheet === sheet && old.subject === key.subject);
    return {
      id: key ? JSON.stringify(Object.values(key)) : `${sheet} ${form.facts.range} ${index}`,
      sheet,
      finding,
      sentence: wording.finding(finding),
      acceptable: acceptable(finding),
      lapsedReason: entry?.reason ?? null,
    };
  });
}

/** A computed score can be accepted where the finding points at the score cell itself. */
function findAcceptable(sheet: SheetResult): (finding: Finding) => Acceptable | null {
  const places = new Map(
    scoredPlaces([sheet]).flatMap((place) =>
      place.score.cell !== null && canAccept(place) ? [[place.score.cell, place] as const] : [],
    ),
  );
  const counts = new Map<string, number>();
  for (const { code, cell } of sheet.forms.flatMap(({ findings }) => findings)) {
    if (cell !== null && places.has(cell)) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return ({ code, cell }) => {
    const place = cell === null ? undefined : places.get(cell);
    const [row] = place?.rows ?? [];
    if (!place?.computed || row === undefined) return null;
    return { row, computed: place.computed.toString(), alike: counts.get(code) ?? 1 };
  };
}

export function countSeverities(forms: readonly FormResult[]): SeverityCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of forms.flatMap(({ findings }) => findings)) counts[severity] += 1;
  return counts;
}

/** The findings of one form that are to be shown. */
export interface ListedForm {
  readonly form: FormResult;
  readonly listed: readonly ListedFinding[];
}

/** By sheet. */
export function listSheets(
  sheets: readonly SheetResult[],
  lapsed: readonly IgnoredFinding[],
  say: Say,
): ReadonlyMap<string, readonly ListedForm[]> {
  return new Map(
    sheets.map((result) => [
      result.sheet,
      result.forms.map((form) => ({ form, listed: listFindings(result, form, lapsed, say) })),
    ]),
  );
}

export function filterSheets(
  listed: ReadonlyMap<string, readonly ListedForm[]>,
  filter: FindingFilter,
): ReadonlyMap<string, readonly ListedForm[]> {
  return new Map(
    [...listed].map(([sheet, forms]) => [
      sheet,
      forms.map((one) => ({ ...one, listed: one.listed.filter((finding) => isWanted(finding, filter)) })),
    ]),
  );
}

/** In the order in which `FormSection` shows them. */
export function idsOf(forms: readonly ListedForm[]): readonly string[] {
  return forms.flatMap(({ listed }) =>
    groupFindings(listed).flatMap(({ findings }) => findings.map(({ id }) => id)),
  );
}

/** True when the finding is to be shown. The search looks at the sentence and the cell, whatever the case. */
function isWanted({ finding, sentence }: ListedFinding, { severities, search }: FindingFilter): boolean {
  if (!severities.has(finding.severity)) return false;
  const words = search.trim().toLowerCase().split(/\s+/);
  const text = `${sentence} ${finding.cell ?? ''}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

/** The worst first; severities without a finding are left out. */
export function groupFindings(
  listed: readonly ListedFinding[],
): readonly { readonly severity: Severity; readonly findings: readonly ListedFinding[] }[] {
  return SEVERITIES.map((severity) => ({
    severity,
    findings: listed.filter(({ finding }) => finding.severity === severity),
  })).filter(({ findings }) => findings.length > 0);
}
