/** The formulas of the templates, evaluated by a spreadsheet engine of its own, against our engine, on many filled forms. */
import { checkForm, checkSummaryTable } from '../../../src/engine/checks/checkForm';
import { Decimal, roundTo, sum, ZERO } from '../../../src/engine/decimal';
import type { FormFacts, ScoredFormFacts, SummaryTableFacts } from '../../../src/engine/facts';
import type { Finding } from '../../../src/engine/finding';
import { guessRuleSet } from '../../../src/engine/guessRuleSet';
import { scoreForm, type ScoredForm } from '../../../src/engine/scoreForm';
import { recogniseForms } from '../../../src/form/recognise';
import { drawTemplate } from '../../../src/form/templates/drawTemplate';
import type { Template } from '../../../src/form/templates/template';
import { TEMPLATES } from '../../../src/form/templates/templates';
import type { Sheet } from '../../../src/workbench/book/book';
import { newXlsx } from '../../../src/workbook/xlsxFile';
import { chooseBy, type Chooser } from '../../generate/choose';
import { openedBook } from '../../workbench/book/opened';
import { cellOn, fillForm, fillSummary, gridOfSheet, typeInto } from './filledForm';

/** Filled forms of each template: 1,000 in all. */
const RUNS = 125;
/** So many of them are filled into one blank sheet, one after the other. */
const RUNS_IN_SHEET = 25;
/** Rates are kept finer than they are shown, so that no engine's rounding shows. */
const RATE_DECIMALS = 10;

jest.setTimeout(120_000);

function blankSheet(template: Template, choose: Chooser): Sheet {
  const drawing = drawTemplate(template, {
    year: 2025,
    unit: '清河街道办事处',
    project: '道路养护',
    goals: choose.count('goals', 1, 2),
    rows: choose.chance('rows', 25) ? 2 : 1,
  });
  return openedBook(newXlsx(drawing).bytes()).activeSheet;
}

function readFacts(sheet: Sheet): FormFacts {
  const { forms } = recogniseForms(gridOfSheet(sheet));
  expect(forms).toHaveLength(1);
  const [facts] = forms;
  if (!facts) throw new Error('no form');
  return facts;
}

function scoreSheet(sheet: Sheet): ScoredForm {
  const facts = readFacts(sheet);
  if (facts.kind === 'summary-table') throw new Error('a summary table');
  return scoreForm(facts, guessRuleSet(facts));
}

function errors(findings: readonly Finding[]): readonly string[] {
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ code, cell }) => `${code} ${cell ?? ''}`);
}

function checkScoredForm(sheet: Sheet, blank: ScoredFormFacts, choose: Chooser): void {
  for (const { score } of blank.indicators) typeInto(sheet, score.cell, '');
  fillForm(sheet, blank, choose);
  const scored = scoreSheet(sheet);
  const { budget } = scored.facts;
  const scores = scored.rows.map(({ facts, outcome }) => {
    const computed = outcome.computed ?? ZERO;
    typeInto(sheet, facts.score.cell, computed.toNumber());
    return computed;
  });
  expect(cellOn(sheet, budget?.score.cell ?? null).value).toBe(scored.budget?.computed?.toNumber());
  expect(cellOn(sheet, budget?.total.rate.cell ?? null).value).toBe(
    roundTo(scored.budget?.rate ?? ZERO, RATE_DECIMALS).toNumber(),
  );
  const parts = budget?.parts ?? [];
  if (parts.length > 0) {
    const added = sum(parts.map((part) => part.spent.value ?? ZERO));
    expect(cellOn(sheet, budget?.total.spent.cell ?? null).value).toBe(added.toNumber());
  }
  const total = cellOn(sheet, scored.facts.total?.score.cell ?? null).value;
  expect(total).toBe(sum([scored.budget?.computed ?? ZERO, ...scores]).toNumber());
  expect(errors(checkForm(scoreSheet(sheet)).findings)).toEqual([]);
}

function checkSummary(sheet: Sheet, blank: SummaryTableFacts, choose: Chooser): void {
  fillSummary(sheet, blank, choose);
  const facts = readFacts(sheet);
  if (facts.kind !== 'summary-table') throw new Error('not a summary table');
  const added = sum(facts.rows.map(({ score }) => score.value ?? ZERO));
  expect(cellOn(sheet, facts.total?.score.cell ?? null).value).toBe(added.toNumber());
  for (const { rate, score, weight } of facts.rows) {
    const share = (score.value ?? ZERO).div(weight.value ?? new Decimal(NaN));
    expect(cellOn(sheet, rate?.cell ?? null).value).toBe(roundTo(share, RATE_DECIMALS).toNumber());
  }
  expect(errors(checkSummaryTable(facts))).toEqual([]);
}

test.each(TEMPLATES.map((template) => [template.id, template] as const))(
  'the formulas of %s give what the engine gives, and a form filled in right has no error',
  (_, template) => {
    for (let first = 0; first < RUNS; first += RUNS_IN_SHEET) {
      const sheet = blankSheet(template, chooseBy(first));
      const facts = readFacts(sheet);
      for (let run = first; run < first + RUNS_IN_SHEET; run += 1) {
        const choose = chooseBy(run).within(`${template.id}.`);
        if (facts.kind === 'summary-table') checkSummary(sheet, facts, choose);
        else checkScoredForm(sheet, facts, choose);
      }
    }
  },
);
