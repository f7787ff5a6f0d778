// Laws that hold for every row: scores stay in bounds, spelling changes nothing, no text is too strange.
import fc from 'fast-check';
import { Decimal } from '../../src/engine/decimal';
import { textEntry } from '../../src/engine/entry';
import { readNumberCell } from '../../src/engine/readNumberCell';
import { MOF_2020 } from '../../src/engine/ruleSets/shippedRuleSets';
import { scoreRow } from '../../src/engine/scoreRow';

function score(target: string, actual: string, weight: Decimal, level2 = '数量指标', name = '任务') {
  return scoreRow(
    {
      level1: null,
      level2,
      name,
      target: textEntry(target),
      unit: '',
      actual: textEntry(actual),
      weight,
      direction: null,
    },
    MOF_2020,
  );
}

const weights = fc.integer({ min: 0, max: 10_000 }).map((cents) => new Decimal(cents).dividedBy(100));
const numbers = fc
  .integer({ min: -1000, max: 10_000_000 })
  .map((cents) => new Decimal(cents).dividedBy(100).toFixed());
const operators = fc.constantFrom('', '≥', '≤', '=', '不低于', '不超过', '±', '至少');
const units = fc.constantFrom('', '%', '个', '万元', '元', '次', '‰', '亩', '公里', '月', '元/人·月');
const levels = fc.constantFrom('数量指标', '成本指标', '效益指标');
const names = fc.constantFrom('任务', '预算调整率', '安全事故', '满意度');

/** Characters and words of the forms, put together at random. */
const fragments = fc.constantFrom(
  ...'0123456789.,%‰≥≤=<>《》±-—~～()（）年月日底前至到万亿个次人元每第一二三百分之内以上下不超低于约余完成/*:：、，。；\n \t'.split(
    '',
  ),
  '2021',
  '12月',
  '指标1：',
  '100%',
  '达成预期指标',
  '扣',
  '计',
  '每少',
  '1+6+n',
  '☆',
  '😀',
  'A4',
  '#REF!',
);
const oddTexts = fc.array(fragments, { maxLength: 250 }).map((parts) => parts.join('').slice(0, 500));
const texts = fc.oneof(
  oddTexts,
  fc.string({ maxLength: 500, unit: 'grapheme' }).map((text) => text.slice(0, 500)),
);

test('a score is never below 0 nor above the weight, and only compared rows have one without being met', () => {
  fc.assert(
    fc.property(operators, numbers, units, numbers, units, weights, levels, names, (...parts) => {
      const [operator, target, unit, actual, otherUnit, weight, level2, name] = parts;
      const outcome = score(operator + target + unit, actual + otherUnit, weight, level2, name);
      if (outcome.computed === null) {
        expect(['judged', 'blank']).toContain(outcome.basis);
        return;
      }
      expect(outcome.computed.greaterThanOrEqualTo(0)).toBe(true);
      expect(outcome.computed.lessThanOrEqualTo(weight)).toBe(true);
      if (outcome.met === true) expect(outcome.computed.equals(weight)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('more of an actual never lowers an at-least score nor raises an at-most score', () => {
  fc.assert(
    fc.property(numbers, numbers, numbers, units, weights, levels, names, (...parts) => {
      const [target, one, other, unit, weight, level2, name] = parts;
      const [less, more] = new Decimal(one).lessThan(other) ? [one, other] : [other, one];
      const low = score(target + unit, less + unit, weight, level2, name);
      const high = score(target + unit, more + unit, weight, level2, name);
      if (low.computed === null || high.computed === null) return;
      expect(high.basis).toBe(low.basis);
      const rises = high.computed.greaterThanOrEqualTo(low.computed);
      const falls = high.computed.lessThanOrEqualTo(low.computed);
      expect(low.basis === 'at-least' ? rises : falls).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

function toFullWidth(text: string): string {
  return text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}

function withThousands(text: string): string {
  const [whole = '', ...decimals] = text.split('.');
  return [whole.replace(/\B(?=(\d{3})+(?!\d))/g, ','), ...decimals].join('.');
}

test.each([
  ['full-width spelling', toFullWidth],
  ['thousands separators', withThousands],
  ['full-width spelling with thousands separators', (text: string) => toFullWidth(withThousands(text))],
])('%s changes nothing', (_, respell) => {
  fc.assert(
    fc.property(operators, numbers, units, numbers, weights, levels, names, (...parts) => {
      const [operator, target, unit, actual, weight, level2, name] = parts;
      const { basis, met, computed } = score(operator + target + unit, actual + unit, weight, level2, name);
      const again = score(operator + respell(target) + unit, respell(actual) + unit, weight, level2, name);
      expect({ basis: again.basis, met: again.met }).toEqual({ basis, met });
      expect(again.computed?.toFixed()).toBe(computed?.toFixed());
    }),
    { numRuns: 1000 },
  );
});

test('a row that repeats its target is never missed', () => {
  fc.assert(
    fc.property(texts, weights, levels, names, (text, weight, level2, name) => {
      expect(score(text, text, weight, level2, name).met).not.toBe(false);
    }),
    { numRuns: 1000 },
  );
});

const LIMIT_MILLISECONDS = 50;

/** The quickest of three runs, so that a pause of the machine is not taken for a slow text. */
function quickest(run: () => void): number {
  const times = [0, 1, 2].map(() => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}

test('no text of up to 500 characters throws or takes more than 50 ms', () => {
  fc.assert(
    fc.property(texts, texts, (one, other) => {
      const elapsed = quickest(() => {
        score(one, other, new Decimal(10));
        readNumberCell(textEntry(one), null, false);
      });
      expect(elapsed).toBeLessThan(LIMIT_MILLISECONDS);
    }),
    { numRuns: 500 },
  );
});

test.each([
  '每',
  '每少',
  '1',
  '1.',
  '1,',
  '(',
  '（',
  '不',
  '达',
  '一',
  '年',
  '1 ',
  '1+',
  '1-',
  '12月',
  '2021年',
  '百分之',
  '《',
  '完成',
  '已',
  '100%',
  '预',
])('five hundred characters of %s are read in time', (part) => {
  const text = part.repeat(500).slice(0, 500);
  expect(quickest(() => score(text, `${text}x`, new Decimal(10)))).toBeLessThan(LIMIT_MILLISECONDS);
  expect(quickest(() => readNumberCell(textEntry(text), null, false))).toBeLessThan(LIMIT_MILLISECONDS);
});
