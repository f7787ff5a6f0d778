/** A row whose reading people wrote down (rows of a .jsonl file), and how the engine reads it. */
import { Decimal } from '../../engine/decimal';
import { textEntry } from '../../engine/entry';
import type { Outcome } from '../../engine/outcome';
import { MOF_2020 } from '../../engine/ruleSets/shippedRuleSets';
import { scoreRow } from '../../engine/scoreRow';
import { numberIn, recordOf, textIn, truthIn, type JsonRecord } from './json';

/** Decimals are texts, as in "0.95"; `targetValue` and `actualValue` are undefined where nobody labelled them. */
export interface RowReading {
  readonly basis: string;
  readonly met: boolean | null;
  readonly computed: string | null;
  readonly targetValue: string | null | undefined;
  readonly actualValue: string | null | undefined;
}

export interface LabelledRow {
  readonly id: string;
  readonly level1: string | null;
  readonly level2: string | null;
  readonly name: string;
  /** "≤|30|万元" is operator, value and unit in columns of their own. */
  readonly target: string;
  readonly actual: string;
  readonly weight: string | null;
  readonly reading: RowReading;
  readonly isSure: boolean;
}

/** The rows of a .jsonl file; lines that hold no labelled row are left out. Without a `certainty` a row is sure. */
export function parseLabelledRows(text: string): readonly LabelledRow[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const record = recordOf(JSON.parse(line));
    const basis = textIn(record, 'basis');
    const target = textIn(record, 'target');
    if (basis === null || target === null) return [];
    return [
      {
        id: textIn(record, 'id') ?? `line ${index + 1}`,
        level1: textIn(record, 'level1'),
        level2: textIn(record, 'level2'),
        name: textIn(record, 'name') ?? '',
        target,
        actual: textIn(record, 'actual') ?? '',
        weight: numberIn(record, 'weight'),
        reading: {
          basis,
          met: truthIn(record, 'met'),
          computed: numberIn(record, 'computed'),
          targetValue: optionalNumber(record, 'target_value'),
          actualValue: optionalNumber(record, 'actual_value'),
        },
        isSure: textIn(record, 'certainty') !== 'debatable',
      },
    ];
  });
}

function optionalNumber(record: JsonRecord, key: string): string | null | undefined {
  return record.has(key) ? numberIn(record, key) : undefined;
}

/** Joins operator, value and unit as the form reader joins the columns of a split target. */
function joinColumns(target: string): { readonly target: string; readonly unit: string } {
  const columns = target.split('|');
  const [operator, value, unit] = columns;
  if (columns.length !== 3 || operator === undefined || value === undefined || unit === undefined) {
    return { target, unit: '' };
  }
  const sign = operator === '定性' || operator === '定量' ? '' : operator;
  return { target: sign + value + (value.endsWith(unit) ? '' : unit), unit };
}

/** What the engine makes of a labelled row under the rules of 财预〔2020〕10号. */
export function scoreLabelledRow(row: LabelledRow): Outcome {
  const { target, unit } = joinColumns(row.target);
  return scoreRow(
    {
      level1: row.level1,
      level2: row.level2,
      name: row.name,
      target: textEntry(target),
      unit,
      actual: textEntry(row.actual),
      weight: row.weight === null ? null : new Decimal(row.weight),
      direction: null,
    },
    MOF_2020,
  );
}
