/** Laws of the roll-up, and its averages against fractions of whole numbers that share no code with it. */
import fc from 'fast-check';
import { sum, ZERO } from '../../../src/engine/decimal';
import { scoreForm } from '../../../src/engine/scoreForm';
import { MOF_2020 } from '../../../src/engine/ruleSets/shippedRuleSets';
import { buildForm, buildForms, rollUp, rowNamed, type FormWords, type RowWords } from './buildForms';
import { formSets, someRow, typed } from './someForms';

const RUNS = { numRuns: 1000 };
jest.setTimeout(120_000);

/** numerator ÷ denominator rounded half up to `places`, as a whole number of units of the last place. */
function roundHalfUp(numerator: bigint, denominator: bigint, places: number): bigint {
  const scaled = numerator * 10n ** BigInt(places);
  return (2n * scaled + denominator) / (2n * denominator);
}

/** Whole thousandths of a 万元; a form may have spent nothing, but not all of them. */
const amounts = fc.integer({ min: 0, max: 9_999_999 });
const share = fc.integer({ min: 1, max: 10_000 });

const rateSets = fc
  .array(fc.record({ money: amounts, target: share, actual: share }), { minLength: 2, maxLength: 8 })
  .filter((forms) => forms.some(({ money }) => money > 0));

function rateForms(
  forms: readonly { money: number; target: number; actual: number }[],
): readonly FormWords[] {
  return forms.map(({ money, target, actual }, index) => ({
    name: `项目${index}`,
    rows: [['满意度', `≥${typed(target)}%`, `${typed(actual)}%`, '10']],
    budget: '10000',
    spent: (money / 1000).toFixed(3),
  }));
}

test('averages weighted by money agree with fractions of whole numbers on 1,000 sets', () => {
  fc.assert(
    fc.property(rateSets, (forms) => {
      const row = rowNamed(rollUp(buildForms(rateForms(forms))), '满意度');
      const money = forms.reduce((all, form) => all + BigInt(form.money), 0n);
      const target = forms.reduce((all, form) => all + BigInt(form.money) * BigInt(form.target), 0n);
      const actual = forms.reduce((all, form) => all + BigInt(form.money) * BigInt(form.actual), 0n);
      // Hundredths of a percent to twelve places; 90 points, since the form has nothing else beside the execution.
      const written = (value: bigint): string => value.toString();
      expect(row.targetValue?.times('1e12').toDecimalPlaces(0).toFixed()).toBe(
        written(roundHalfUp(target, money * 100n, 12)),
      );
      expect(row.actualValue?.times('1e12').toDecimalPlaces(0).toFixed()).toBe(
        written(roundHalfUp(actual, money * 100n, 12)),
      );
      const score = actual >= target ? 9000n : roundHalfUp(90n * actual, target, 2);
      expect(row.score?.times(100).toFixed()).toBe(written(score));
    }),
    RUNS,
  );
});

const judgedSets = fc
  .array(
    fc
      .record({
        money: amounts,
        weight: fc.constantFrom(2, 3, 5, 7, 10, 15, 20, 30),
        part: fc.integer({ min: 0, max: 100 }),
      })
      .map(({ money, weight, part }) => ({ money, weight, score: weight * part })),
    { minLength: 2, maxLength: 8 },
  )
  .filter((forms) => forms.some(({ money }) => money > 0));

test('judged scores weighted by money agree with fractions of whole numbers on 1,000 sets', () => {
  fc.assert(
    fc.property(judgedSets, (forms) => {
      const words = forms.map(({ money, weight, score }, index): FormWords => ({
        name: `项目${index}`,
        rows: [['社会影响', '影响良好', '影响较好', String(weight), typed(score)]],
        budget: '10000',
        spent: (money / 1000).toFixed(3),
      }));
      const row = rowNamed(rollUp(buildForms(words)), '社会影响');
      const money = forms.reduce((all, form) => all + BigInt(form.money), 0n);
      // score ÷ weight over the common denominator 210 × 30, in hundredths of a point.
      const shares = forms.reduce(
        (all, form) => all + BigInt(form.money) * BigInt(form.score) * (6300n / BigInt(form.weight)),
        0n,
      );
      expect(row.score?.times(100).toFixed()).toBe(roundHalfUp(90n * shares, money * 6300n, 0).toString());
    }),
    RUNS,
  );
});

test('sums of counts are scored as sums', () => {
  const counts = fc.array(
    fc.record({ target: fc.integer({ min: 1, max: 5000 }), actual: fc.integer({ min: 0, max: 5000 }) }),
    {
      minLength: 2,
      maxLength: 8,
    },
  );
  fc.assert(
    fc.property(counts, (forms) => {
      const words = forms.map(({ target, actual }, index): FormWords => ({
        name: `项目${index}`,
        rows: [['培训人数', `≥${target}人`, `${actual}人`, '10']],
      }));
      const row = rowNamed(rollUp(buildForms(words)), '培训人数');
      const target = forms.reduce((all, form) => all + form.target, 0);
      const actual = forms.reduce((all, form) => all + form.actual, 0);
      expect([row.target, row.actual]).toEqual([`≥${target}人`, `${actual}人`]);
      const score = actual >= target ? 9000n : roundHalfUp(90n * BigInt(actual), BigInt(target), 2);
      expect(row.score?.times(100).toFixed()).toBe(score.toString());
    }),
    { numRuns: 200 },
  );
});

test('weights come to 100, no score is above its weight or below 0, and the total is the sum', () => {
  fc.assert(
    fc.property(formSets, (words) => {
      const { rows, weight, score, fund } = rollUp(buildForms(words));
      expect(weight.toFixed()).toBe('100');
      for (const own of rows) {
        expect(own.score?.lte(own.weight) ?? true).toBe(true);
        expect(own.score?.isNegative() ?? false).toBe(false);
        expect(own.weight.isNegative()).toBe(false);
      }
      const added = sum([fund.outcome.computed ?? ZERO, ...rows.map((own) => own.score ?? ZERO)]);
      expect(score.eq(added)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('every row of every form is in exactly one figure', () => {
  fc.assert(
    fc.property(formSets, (words) => {
      const rolled = rollUp(buildForms(words));
      const used = rolled.rows.flatMap(({ sources }) => sources.map((source) => source.row));
      expect(new Set(used).size).toBe(used.length);
      expect(used).toHaveLength(words.reduce((all, { rows }) => all + rows.length, 0));
    }),
    { numRuns: 200 },
  );
});

test('the order in which forms are chosen plays no part', () => {
  fc.assert(
    fc.property(formSets, (words) => {
      const forms = buildForms(words);
      expect(rollUp([...forms].reverse())).toEqual(rollUp(forms));
    }),
    { numRuns: 100 },
  );
});

test('where the forms stand in the workbook changes no sum and no average', () => {
  const figures = fc.array(
    fc.record({
      people: fc.integer({ min: 1, max: 500 }),
      rate: share,
      spent: fc.integer({ min: 1, max: 100_000 }),
    }),
    { minLength: 2, maxLength: 6 },
  );
  fc.assert(
    fc.property(figures, (forms) => {
      const words = forms.map(({ people, rate, spent }, index): FormWords => ({
        name: `项目${index}`,
        rows: [
          ['培训人数', '≥100人', `${people}人`, '10'],
          ['满意度', '≥90%', `${typed(rate)}%`, '10'],
        ],
        budget: '1000',
        spent: typed(spent),
      }));
      const told = (order: readonly FormWords[]): readonly unknown[] => {
        const { rows, fund, score } = rollUp(buildForms(order));
        return [
          score,
          fund.budget,
          fund.spent,
          ...rows.map(({ name, target, actual }) => [name, target, actual]),
        ];
      };
      expect(told([...words].reverse())).toEqual(told(words));
    }),
    { numRuns: 200 },
  );
});

test('one form alone rolls up to itself', () => {
  const whole = fc.uniqueArray(someRow, {
    minLength: 9,
    maxLength: 9,
    selector: ([name, , , , , level]) => `${name}${level ?? ''}`,
  });
  fc.assert(
    fc.property(whole, (rows) => {
      // Nine rows of 10 points and the execution's 10 are a form of 100.
      const own = rows.map(([name, target, actual, , score = '', level = '']): RowWords => [
        name,
        target,
        actual,
        '10',
        score,
        level,
        '',
      ]);
      const form = buildForm({ name: '甲', rows: own, budget: '80', spent: '60' }, 0);
      const rolled = rollUp([form]);
      const before = scoreForm(form.scored.facts, MOF_2020).rows;
      const expected = before.map(({ facts, outcome }) => [
        facts.name,
        facts.target.text,
        facts.actual.text,
        '10',
        (outcome.computed ?? facts.score.value)?.toFixed() ?? null,
      ]);
      const told = rolled.rows.map((done) => [
        done.name,
        done.target,
        done.actual,
        done.weight.toFixed(),
        done.score?.toFixed() ?? null,
      ]);
      expect([...told].sort()).toEqual([...expected].sort());
      // 10 × 60 ÷ 80
      expect(rolled.fund.outcome.computed?.toFixed()).toBe('7.5');
    }),
    { numRuns: 200 },
  );
});
