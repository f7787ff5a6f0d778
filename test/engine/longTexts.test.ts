// A cell holds up to 32,767 characters, and a hostile one is full of what a pattern begins with. Reading takes the time of the length, not of its square.
import { readText } from '../../src/engine/readEntry';

/** Beyond a cell, so that a square shows: of 120,000 characters it takes many seconds. */
const LENGTH = 120_000;
const LIMIT = 2500;

test.each(
  [
    '1',
    '1.',
    '1,',
    '1 ',
    '=',
    '>=',
    '≥',
    '《',
    '《一',
    '（',
    '（1',
    '一',
    '十',
    '百分之',
    '百分之1.',
    '年',
    '1年',
    '1月',
    '-',
  ].concat([
    '1-',
    '、',
    '1、',
    ';',
    ' ',
    '\n',
    '%',
    '1%',
    '不',
    '达到',
    '优良',
    'a',
    '“',
    '第1',
    '：1',
    '约',
    '1项',
    '，１',
    '~',
  ]),
)('a cell full of %j is read in no time', (piece) => {
  const begun = performance.now();
  readText(`${piece.repeat(LENGTH / piece.length)}x`, false);
  expect(performance.now() - begun).toBeLessThan(LIMIT);
});
