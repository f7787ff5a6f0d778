// Every real row whose reading is sure is read as a person would: basis, met, computed and the numbers compared.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseLabelledRows, scoreLabelledRow } from '../../src/cli/corpus/labelledRow';

const rows = parseLabelledRows(readFileSync(join(__dirname, '../fixtures/rows/open.jsonl'), 'utf8'));
const sure = rows.filter((row) => row.isSure);
const left = rows.filter(({ reading: { basis } }) => basis === 'judged' || basis === 'blank');

test.each(sure.map((row) => [`${row.id} ${row.name}: ${row.target} / ${row.actual}`, row] as const))(
  'a sure row is read as labelled: %s',
  (_, row) => {
    const { basis, met, computed, targetValue, actualValue } = scoreLabelledRow(row);
    expect({
      basis,
      met,
      computed: computed?.toFixed() ?? null,
      targetValue: targetValue?.toFixed() ?? null,
      actualValue: actualValue?.toFixed() ?? null,
    }).toEqual(row.reading);
  },
);

test.each(left.map((row) => [`${row.id} ${row.name}: ${row.target} / ${row.actual}`, row] as const))(
  'a row that is left to a person earns no computed score: %s',
  (_, row) => {
    expect(scoreLabelledRow(row).computed).toBeNull();
  },
);
