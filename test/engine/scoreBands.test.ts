import fc from 'fast-check';
import { Decimal } from '../../src/engine/decimal';
import { gradeOf } from '../../src/engine/gradeOf';
import { findRuleSet, MOF_2020, RULE_SETS } from '../../src/engine/ruleSets/shippedRuleSets';
import { parseRuleSet } from '../../src/engine/ruleSets/readRuleSet';
import { writeRuleSet } from '../../src/engine/ruleSets/writeRuleSet';
import { scoreBands } from '../../src/engine/scoreBands';

function written(weight: number, id: string): string[] {
  const rules = findRuleSet(id);
  if (!rules) throw new Error(id);
  return scoreBands(new Decimal(weight), rules).map(
    ({ low, high, suggested }) => `${high.toFixed()}–${low.toFixed()} ${suggested.toFixed()}`,
  );
}

// 财预〔2020〕10号: 100–80 / 80–60 / 60–0; 湖北/武汉: 100–80 / 80–50 / 50–0 (rules.md, section 4).
test.each([
  ['mof-2020', 10, ['10–8 10', '8–6 7', '6–0 3']],
  ['wuhan', 10, ['10–8 10', '8–5 6.5', '5–0 2.5']],
  ['mof-2020', 2.5, ['2.5–2 2.5', '2–1.5 1.75', '1.5–0 0.75']],
])('bands of %s over %s points', (id, weight, bands) => {
  expect(written(weight, id)).toEqual(bands);
});

test('bands cover 0 to the weight without a gap, and what is suggested lies in its band', () => {
  const weights = fc
    .integer({ min: 0, max: 100_000 })
    .map((thousandths) => new Decimal(thousandths).div(1000));
  fc.assert(
    fc.property(weights, fc.integer({ min: 0, max: 3 }), (weight, decimals) => {
      const bands = scoreBands(weight, { ...MOF_2020, decimals });
      expect(bands.at(-1)?.low.toFixed()).toBe('0');
      bands.forEach(({ low, high, suggested }, index) => {
        expect(high.lte(weight) && low.lte(suggested) && suggested.lte(high)).toBe(true);
        if (index > 0) expect(bands[index - 1]?.low.eq(high)).toBe(true);
      });
    }),
  );
});

test.each([
  [100, '优'],
  [90, '优'],
  [89.99, '良'],
  [80, '良'],
  [79.99, '中'],
  [60, '中'],
  [59.99, '差'],
  [0, '差'],
])('a total of %s is %s', (total, word) => {
  expect(gradeOf(new Decimal(total), MOF_2020)?.word).toBe(word);
});

test.each(RULE_SETS.map((rules) => [rules.id, rules] as const))('%s is read as it is written', (_, rules) => {
  const json: unknown = JSON.parse(JSON.stringify(writeRuleSet(rules)));
  expect(parseRuleSet(json)).toEqual({ ok: true, rules });
});
