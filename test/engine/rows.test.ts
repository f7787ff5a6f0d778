// Every real row whose reading is sure is read as a person would: basis, met, computed and the numbers compared.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decimal } from '../../src/engine/decimal';
import { textEntry } from '../../src/engine/entry';
import { MOF_2020 } from '../../src/engine/ruleSet';
import { scoreRow } from '../../src/engine/scoreRow';

interface LabelledRow {
  id: string;
  level1: string | null;
  level2: string | null;
  name: string;
  target: string;
  actual: string;
  weight: string | null;
  basis: string;
  target_value: string | null;
  actual_value: string | null;
  met: boolean | null;
  computed: string | null;
  certainty: 'sure' | 'debatable';
}

/** "≤|30|万元" is operator, value and unit in columns of their own: joined as the form reader joins them. */
function joinColumns(target: string): { target: string; unit: string } {
  const columns = target.split('|');
  const [operator, value, unit] = columns;
  if (columns.length !== 3 || operator === undefined || value === undefined || unit === undefined) {
    return { target, unit: '' };
  }
  const sign = operator === '定性' || operator === '定量' ? '' : operator;
  return { target: sign + value + (value.endsWith(unit) ? '' : unit), unit };
}

function readRows(file: string): LabelledRow[] {
  return readFileSync(join(__dirname, '../fixtures/rows', file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LabelledRow);
}

function score(row: LabelledRow) {
  const { target, unit } = joinColumns(row.target);
  const outcome = scoreRow(
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
  return {
    basis: outcome.basis,
    met: outcome.met,
    computed: outcome.computed?.toNumber() ?? null,
    target: outcome.targetValue?.toNumber() ?? null,
    actual: outcome.actualValue?.toNumber() ?? null,
  };
}

const asNumber = (text: string | null) => (text === null ? null : Number(text));

const rows = readRows('open.jsonl');
const sure = rows.filter((row) => row.certainty === 'sure');
const left = rows.filter((row) => row.basis === 'judged' || row.basis === 'blank');

test.each(sure.map((row) => [`${row.id} ${row.name}: ${row.target} / ${row.actual}`, row] as const))(
  'a sure row is read as labelled: %s',
  (_, row) => {
    expect(score(row)).toEqual({
      basis: row.basis,
      met: row.met,
      computed: asNumber(row.computed),
      target: asNumber(row.target_value),
      actual: asNumber(row.actual_value),
    });
  },
);

test.each(left.map((row) => [`${row.id} ${row.name}: ${row.target} / ${row.actual}`, row] as const))(
  'a row that is left to a person earns no computed score: %s',
  (_, row) => {
    expect(score(row).computed).toBeNull();
  },
);
