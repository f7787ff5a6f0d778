/** The matching of a roll-up as lines that a person can look at and correct: what is put together, and what comes of it. */
import { titleOf } from '../engine/checks/rows';
import type { IndicatorRow } from '../engine/facts';
import { keyOf } from '../engine/rollUp/matchRows';
import type { RolledUpRow, RollUpForm, RowKey } from '../engine/rollUp/rolledUp';
import type { RollUpProposal } from './rollUp';

export interface LineSource {
  readonly row: RowKey;
  readonly formName: string;
  readonly sheet: string;
  /** Where a person should look: the actual, else the name. */
  readonly cell: string | null;
  readonly target: string;
  readonly actual: string;
}

export interface MatchLine {
  readonly id: RowKey;
  readonly name: string;
  /** Null when it was left out. */
  readonly rolled: RolledUpRow | null;
  readonly sources: readonly LineSource[];
  readonly isByPerson: boolean;
}

export interface MatchLines {
  /** Made of several rows. */
  readonly together: readonly MatchLine[];
  /** Of one form only. */
  readonly alone: readonly MatchLine[];
  readonly leftOut: readonly MatchLine[];
}

export function matchLines({ forms, matching, rolled }: RollUpProposal): MatchLines {
  const sources = new Map(forms.flatMap(rowsOf));
  const rows = new Map(rolled.rows.map((row) => [row.match, row]));
  const lines = matching.map(({ id, rows: keys, isByPerson }): MatchLine => {
    const own = keys.flatMap((key) => sources.get(key) ?? []);
    return {
      id,
      name: own[0]?.name ?? '',
      rolled: rows.get(id) ?? null,
      sources: own.map(({ source }) => source),
      isByPerson,
    };
  });
  return {
    together: lines.filter((line) => line.rolled !== null && line.sources.length > 1),
    alone: lines.filter((line) => line.rolled !== null && line.sources.length === 1),
    leftOut: lines.filter((line) => line.rolled === null),
  };
}

interface NamedSource {
  readonly name: string;
  readonly source: LineSource;
}

function rowsOf(form: RollUpForm): readonly (readonly [RowKey, NamedSource])[] {
  return form.scored.facts.indicators.map((row) => [keyOf(form, row.row), namedSource(form, row)] as const);
}

function namedSource(form: RollUpForm, row: IndicatorRow): NamedSource {
  const source = {
    row: keyOf(form, row.row),
    formName: form.name,
    sheet: form.sheet,
    cell: row.actualCell ?? row.nameCell,
    target: row.target.text.trim(),
    actual: row.actual.text.trim(),
  };
  return { name: titleOf(row), source };
}
