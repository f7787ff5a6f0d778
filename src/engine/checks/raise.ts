/** Makes findings. The usual severity of each code is data (`severities.json`), so that it can be read in one place. */
import type { Finding, FindingCode, Severity } from '../finding';
import severities from './severities.json';

/** Worst first; findings are listed in this order. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Where a finding stands: the indicator's row, and the cell to look at. */
export interface Place {
  readonly row: number | null;
  readonly cell: string | null;
}

/**
 * A finding of the severity usual for its code, or of another one where the check knows better.
 * `params.variant`, when given, chooses between several sentences of one code.
 */
export function raise(
  code: FindingCode,
  place: Place,
  params: Readonly<Record<string, string>>,
  severity = usualSeverity(code),
): Finding {
  return { code, severity, row: place.row, cell: place.cell, params };
}

const USUAL = new Map<string, Severity>(
  SEVERITIES.flatMap((severity) => severities[severity].map((code) => [code, severity] as const)),
);

/** The severity in which a code is raised unless a check says otherwise. */
export function usualSeverity(code: FindingCode): Severity {
  const usual = USUAL.get(code);
  if (usual === undefined) throw new Error(`no severity for ${code}`);
  return usual;
}
