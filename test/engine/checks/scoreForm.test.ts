import { checkForm } from '../../../src/engine/checks/checkForm';
import { findRuleSet, MOF_2020 } from '../../../src/engine/ruleSets/shippedRuleSets';
import { scoreForm } from '../../../src/engine/scoreForm';
import { form, lines, type FormChange } from './buildFacts';

/** The findings of a form whose outcomes are computed from its facts. */
function check(change: FormChange = {}): readonly string[] {
  return lines(checkForm(scoreForm(form(change).facts, change.rules ?? MOF_2020)).findings);
}

test('a clean form that is scored raises nothing', () => {
  expect(check()).toEqual([]);
});

test('rows and budget are scored from what the form says', () => {
  const { facts } = form({
    budget: { budget: '20', spent: '15' },
    rows: { 10: { actual: '40人' }, 13: { weight: '' } },
  });
  const scored = scoreForm(facts, MOF_2020);
  expect(scored.budget?.computed?.toString()).toBe('7.5');
  expect(scored.rows.map(({ outcome }) => outcome.computed?.toString())).toEqual([
    '16',
    '20',
    '10',
    undefined,
    '10',
  ]);
  expect(scored.rows.map((row) => row.facts)).toEqual(facts.indicators);
});

test('a form without a fund block has no score of the execution', () => {
  expect(scoreForm(form({ budget: null }).facts, MOF_2020).budget).toBeNull();
});

test('what a person says about the direction of a row counts', () => {
  const { facts } = form({ rows: { 10: { target: '50人', actual: '52人' } } });
  const flipped = scoreForm(facts, MOF_2020, new Map([[10, 'ceiling' as const]]));
  expect(scoreForm(facts, MOF_2020).rows[0]?.outcome.met).toBe(true);
  expect(flipped.rows[0]?.outcome.met).toBe(false);
});

test('faults of many kinds are found on one scored form', () => {
  const found = check({
    budget: { budget: '12.33', spent: '11.99', rate: '96.5%', score: '9.65' },
    rows: {
      10: { target: '≥30人', actual: '56人' },
      11: { target: '100%', actual: '98%' },
      12: { name: '控制项目成本在预算数范围内', target: '不超预算数9.74万元', actual: '2020年完成9.4万元' },
      13: { score: '29' },
      14: { target: '服务对象满意程度', actual: '≥95%' },
    },
    total: { score: '100' },
  });
  expect(found).toEqual([
    'error total-wrong - H20',
    'error rate-wrong - H6',
    'error rate-score-wrong - I6',
    'error score-above-rule 11 H11',
    'error columns-shifted 14 F14',
    'warning overachieved 10 F10',
    'warning target-missed 11 F11',
    'warning cost-vs-budget 12 F12',
    'warning reason-missing 13 I13',
    'info cost-vs-budget 12 E12',
    'info score-below-rule 13 H13',
  ]);
});

test('a form of the goals of a department is scored by its own rule set', () => {
  const rules = findRuleSet('wuhan') ?? MOF_2020;
  expect(
    check({ rules, budget: { weight: '20', score: '20' }, rows: { 13: { weight: '20', score: '20' } } }),
  ).toEqual([]);
});
