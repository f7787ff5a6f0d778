/** Whatever stands in a cell, a form is read, scored, checked and planned without a word thrown. */
import fc from 'fast-check';
import { checkForm, checkSummaryTable } from '../../src/engine/checks/checkForm';
import { MOF_2020 } from '../../src/engine/ruleSets/shippedRuleSets';
import { scoreForm } from '../../src/engine/scoreForm';
import { markFindings } from '../../src/form/marks';
import { planForm } from '../../src/form/planWrites';
import { recogniseForms } from '../../src/form/recognise';
import { buildGrid, projectRows, type CellSpec } from './buildGrid';

/** Pieces of which forms are made, so that chance meets what the reader looks for. */
const PIECES = [
  '≥',
  '》',
  '95%',
  '万元',
  '指标',
  '年度目标1',
  '(50分)',
  '总分',
  '小计',
  '得分',
  '三级指标',
  '2024年12月',
  '#REF!',
  '—',
  '1,2,3',
  '\n',
  '=',
  '－',
];

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 500 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('').slice(0, 500)),
);
const value = fc.oneof(text, fc.double({ noNaN: true }), fc.constantFrom(-1, 0, 1e21, 1e-9, 44526));

test('any text or number in any cells', () => {
  const place = fc.record({ row: fc.nat(13), column: fc.nat(9), value });
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 6 }), (places) => {
      const rows: CellSpec[][] = projectRows();
      for (const { row, column, value: spec } of places) (rows[row] ??= [])[column] = spec;
      const grid = buildGrid(Array.from(rows, (row) => Array.from(row, (spec) => spec ?? null)));
      for (const facts of recogniseForms(grid).forms) {
        if (facts.kind === 'summary-table') {
          checkSummaryTable(facts);
          continue;
        }
        const scored = scoreForm(facts, MOF_2020);
        const findings = checkForm(scored).findings;
        markFindings([{ facts, findings }]);
        const { writes } = planForm(scored, grid, { overwriteScores: true, ownScores: new Map() });
        for (const { value: written } of writes) {
          if (typeof written === 'number') expect(Number.isFinite(written)).toBe(true);
        }
        for (const { outcome, facts: row } of scored.rows) {
          if (outcome.computed && row.weight.value?.gte(0)) {
            expect(outcome.computed.gte(0) && outcome.computed.lte(row.weight.value)).toBe(true);
          }
        }
      }
    }),
    { numRuns: 500 },
  );
});
