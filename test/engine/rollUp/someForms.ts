/** Arbitrary project forms for the laws of the roll-up. */
import fc from 'fast-check';
import type { FormWords, RowWords } from './buildForms';

/** A whole number of hundredths as it is typed: 9550 is "95.50". */
export function typed(hundredths: number): string {
  return (hundredths / 100).toFixed(2);
}

const NAMES = ['培训人数', '修路里程', '资金投入', '满意度', '完成时间', '社会影响', '事故起数', '设备台数'];
const LEVELS = ['产出指标', '效益指标', '满意度指标'];

/** A row of any kind: counts, lengths, money, shares, dates, words, nothing. */
export const someRow: fc.Arbitrary<RowWords> = fc
  .record({
    name: fc.constantFrom(...NAMES),
    level: fc.nat({ max: 2 }),
    target: fc.integer({ min: 0, max: 500 }),
    actual: fc.integer({ min: 0, max: 500 }),
    score: fc.integer({ min: 0, max: 500 }),
    isBlank: fc.boolean(),
  })
  .map(({ name, level, target, actual, score, isBlank }): RowWords => {
    const given = isBlank ? '' : typed(score);
    const figures: Readonly<Record<string, readonly [string, string]>> = {
      培训人数: [`≥${target}人`, `${actual}人`],
      修路里程: [`≥${target}公里`, `${actual}米`],
      资金投入: [`≤${target}万元`, `${actual}万元`],
      满意度: [`≥${target / 5}%`, `${actual / 5}%`],
      完成时间: ['2020年底', actual > 250 ? '2020年底' : '2021年3月'],
      社会影响: ['影响良好', '影响较好'],
      事故起数: ['0起', `${actual % 3}起`],
      设备台数: [`${target}台`, isBlank ? '' : `${actual}台`],
    };
    const [wanted, done] = figures[name] ?? ['', ''];
    return [name, wanted, done, '5', given, LEVELS[level] ?? '', ''];
  });

const formWords: fc.Arbitrary<FormWords> = fc.record({
  name: fc.constant(''),
  rows: fc.array(someRow, { minLength: 1, maxLength: 8 }),
  budget: fc.integer({ min: 1, max: 100_000 }).map(typed),
  spent: fc.integer({ min: 0, max: 100_000 }).map(typed),
  unit: fc.constantFrom('10000', '1'),
});

/** One to five forms of the same few indicators. */
export const formSets = fc
  .array(formWords, { minLength: 1, maxLength: 5 })
  .map((forms) => forms.map((form, index) => ({ ...form, name: `项目${index}` })));
