/** Blank forms: what our own reader finds on them, whatever was answered, and that both doors can draw them. */
import fc from 'fast-check';
import { checkForm } from '../../../src/engine/checks/checkForm';
import { guessRuleSet } from '../../../src/engine/guessRuleSet';
import { scoreForm } from '../../../src/engine/scoreForm';
import { sumWeights } from '../../../src/engine/totals';
import { recogniseForms } from '../../../src/form/recognise';
import { drawTemplate } from '../../../src/form/templates/drawTemplate';
import type { SheetDrawing } from '../../../src/form/templates/sheetDrawing';
import { ANSWER_LIMITS, type Template, type TemplateAnswers } from '../../../src/form/templates/template';
import { findTemplate, TEMPLATES } from '../../../src/form/templates/templates';
import { newXlsx } from '../../../src/workbook/xlsxFile';
import { gridOf } from '../../workbook/opened';

const byId = TEMPLATES.map((template) => [template.id, template] as const);
const USUAL = { year: 2025, unit: '清河街道办事处', project: '道路养护' };

const answers = fc.record({
  year: fc.integer({ min: ANSWER_LIMITS.year.from, max: ANSWER_LIMITS.year.to }),
  unit: fc.constantFrom('', '清河街道办事处', '市财政局"预算"科'),
  project: fc.constantFrom('', '道路养护'),
  goals: fc.integer({ min: ANSWER_LIMITS.goals.from, max: 8 }),
  rows: fc.integer({ min: ANSWER_LIMITS.rows.from, max: 4 }),
});

test('ids are of a-z, 0-9 and "-", and no two are the same', () => {
  const ids = TEMPLATES.map(({ id }) => id);
  expect(ids.filter((id) => !/^[a-z0-9-]+$/.test(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

test.each(byId)('%s has a name and a purpose in both languages', (id, template) => {
  expect(findTemplate(id)).toBe(template);
  for (const language of ['zh-CN', 'en-US']) {
    expect(template.name[language]).toMatch(/\S/);
    expect(template.use[language]).toMatch(/\S/);
  }
});

async function expectBlankForm(template: Template, asked: TemplateAnswers): Promise<void> {
  const { forms } = recogniseForms(await gridOf(newXlsx(drawTemplate(template, asked))));
  expect(forms).toHaveLength(1);
  const [facts] = forms;
  if (facts?.kind === 'summary-table') {
    expect(facts.rows).toHaveLength(asked.goals + 1);
    expect(facts.total?.weight.value?.toNumber()).toBe(100);
    return;
  }
  if (!facts) throw new Error('no form');
  const goals = template.hasGoals ? asked.goals : 1;
  const levels = template.indicators?.levels.flatMap(({ level2 }) => level2) ?? [];
  expect(facts.indicators).toHaveLength(goals * levels.length * asked.rows);
  expect(sumWeights(facts)?.toNumber()).toBe(100);
  expect(facts.total).not.toBeNull();
  expect(facts.year).toBe(asked.year);
  const findings = checkForm(scoreForm(facts, guessRuleSet(facts))).findings;
  expect(findings.filter(({ severity }) => severity !== 'info').map(({ code }) => code)).toEqual([]);
}

test.each(byId)(
  '%s is read as one form of 100 points without a finding, whatever is answered',
  async (_, template) => {
    await fc.assert(
      fc.asyncProperty(answers, (asked) => expectBlankForm(template, asked)),
      { numRuns: 15 },
    );
  },
);

test.each([
  ['project-2020', [10, 50, 30, 10]],
  ['project-2021', [10, 20, 40, 20, 10]],
  ['transfer-region', [10, 50, 30, 10]],
] as const)('%s splits its points by the rule set', async (id, expected) => {
  const template = findTemplate(id);
  if (!template) throw new Error(id);
  const grid = await gridOf(newXlsx(drawTemplate(template, { ...USUAL, goals: 1, rows: 3 })));
  const [facts] = recogniseForms(grid).forms;
  if (!facts || facts.kind === 'summary-table') throw new Error('no form');
  const levels = new Map<string, number>();
  for (const { level1, weight } of facts.indicators) {
    const word = (level1 ?? '').replace(/\(.*/, '');
    levels.set(word, Math.round(((levels.get(word) ?? 0) + (weight.value?.toNumber() ?? 0)) * 100) / 100);
  }
  expect([facts.budget?.weight.value?.toNumber(), ...levels.values()]).toEqual(expected);
});

test('answers out of their limits are moved to the nearest one', () => {
  const template = findTemplate('department-wuhan');
  if (!template) throw new Error('no template');
  const drawn = (goals: number, rows: number): SheetDrawing =>
    drawTemplate(template, { ...USUAL, goals, rows });
  expect(drawn(0, 0)).toEqual(drawn(1, 1));
  expect(drawn(99, 2)).toEqual(drawn(ANSWER_LIMITS.goals.to, 2));
});

/** Excel's own limits for what a drawing holds. */
test.each(byId)('%s holds nothing that Excel would refuse', (_, template) => {
  const drawing = drawTemplate(template, { ...USUAL, goals: 3, rows: 2 });
  const places = drawing.cells.map(({ row, column }) => row * 1000 + column);
  expect(new Set(places).size).toBe(places.length);
  expect([...places].sort((a, b) => a - b)).toEqual(places);
  for (const { style, value, formula } of drawing.cells) {
    expect(drawing.styles).toHaveProperty(style);
    expect(value !== null && formula !== null).toBe(false);
  }
  for (const { hint, refusal, rule } of drawing.validations) {
    for (const { title, text } of [hint, refusal]) {
      expect(title.length).toBeLessThanOrEqual(32);
      expect(text.length).toBeLessThanOrEqual(255);
    }
    if (rule.kind === 'list') expect(rule.items.join(',').length).toBeLessThanOrEqual(255);
  }
  expect(Math.max(...drawing.rowHeights)).toBeLessThan(409);
});
