/**
 * One spelling for what is typed in many: full-width and half-width, the look-alikes of comparison signs, thousands
 * separators. Everything that reads a cell reads its text through here.
 */
import characters from './characters.json';
import { remember } from './remember';

const CHARACTERS: ReadonlyMap<string, string> = new Map(Object.entries(characters));
const FULL_WIDTH = { first: 0xff01, last: 0xff5e, offset: 0xfee0 };

/** A title in its marks, which are no comparison signs then; it needs words, so 《90%》 is none. */
const TITLE = /《([^《》]{1,60})》/g;
const WORDS = /[\u4e00-\u9fff][^\u4e00-\u9fff]*[\u4e00-\u9fff]/;
const NUMBER_WITH_COMMAS = /\d[\d.,]*\d/g;
const THOUSANDS = /^\d{1,3}(,\d{3})+(\.\d+)?$/;
/** Takes a number without blanks, too: to ask for one, and fail at each of its digits, takes the square of their number. */
const NUMBERS_WITH_BLANKS = /\d[\d.,]*(?: \d[\d.,]*)*/g;
const SPACED_THOUSANDS = /^[1-9]\d{0,2}( \d{3}){1,4}$/;
const FULL_WIDTH_GROUP = /^，[０-９]{3}(?![０-９])/;

const OTHER_THAN_WORDS = /[^\u4e00-\u9fffA-Za-z0-9]/g;

function toHalfWidth(character: string): string {
  const mapped = CHARACTERS.get(character);
  if (mapped !== undefined) return mapped;
  const code = character.charCodeAt(0);
  if (character === '，' || code < FULL_WIDTH.first || code > FULL_WIDTH.last) return character;
  const half = String.fromCharCode(code - FULL_WIDTH.offset);
  return CHARACTERS.get(half) ?? half;
}

/** A full-width comma separates thousands only among full-width digits; elsewhere it ends a clause. */
function readFullWidthThousands(text: string): string {
  return text.replace(/，/g, (comma, at: number) =>
    /[０-９]/.test(text.charAt(at - 1)) && FULL_WIDTH_GROUP.test(text.slice(at, at + 5)) ? ',' : comma,
  );
}

function joinThousands(text: string): string {
  return text.replace(NUMBER_WITH_COMMAS, (number) =>
    THOUSANDS.test(number) ? number.replace(/,/g, '') : number,
  );
}

/** "1 234 567" is one number; "5 100%" is not. */
function joinSpacedThousands(text: string): string {
  return text.replace(NUMBERS_WITH_BLANKS, (number: string, at: number) => {
    if (!SPACED_THOUSANDS.test(number)) return number;
    const next = text
      .slice(at + number.length)
      .trimStart()
      .charAt(0);
    return next === '%' || next === '‰' ? number : number.replace(/ /g, '');
  });
}

const HAN_DIGITS = '零一二三四五六七八九';
const SPOKEN_SHARE = /([百千万])分之([零一二两三四五六七八九十百点]{1,9}|\d{1,9}(?:\.\d{1,9})?)|百分百/g;
const SHARE_SIGNS: ReadonlyMap<string, string> = new Map([
  ['百', '%'],
  ['千', '‰'],
  ['万', '‱'],
]);

/** 九十五 is 95, 三点五 is 3.5; null for what is no number up to a hundred. */
function readHanNumber(text: string): string | null {
  if (text === '百' || text === '一百') return '100';
  const match =
    /^([一二三四五六七八九]?十)?([零一二两三四五六七八九])?(?:点([零一二三四五六七八九]{1,6}))?$/.exec(text);
  if (match === null || text === '') return null;
  const digit = (character: string) => HAN_DIGITS.indexOf(character.replace('两', '二'));
  const tens = match[1] === undefined ? 0 : match[1] === '十' ? 1 : digit(match[1].charAt(0));
  const ones = match[2] === undefined ? 0 : digit(match[2]);
  const decimals = Array.from(match[3] ?? '', digit).join('');
  return `${tens * 10 + ones}${decimals === '' ? '' : `.${decimals}`}`;
}

/** 百分之九十五 as 95%, 百分百 as 100%. */
function writeShares(text: string): string {
  return text.replace(SPOKEN_SHARE, (spoken: string, of: string | undefined, number: string | undefined) => {
    if (of === undefined || number === undefined) return '100%';
    const read = /^\d/.test(number) ? number : readHanNumber(number);
    return read === null ? spoken : `${read}${SHARE_SIGNS.get(of) ?? ''}`;
  });
}

function markTitles(text: string): string {
  return text.replace(TITLE, (title: string, words: string) => (WORDS.test(words) ? `『${words}』` : title));
}

/**
 * The text in one spelling: half-width, `>` for every "at least" sign and `<` for every "at most" sign (the rules do
 * not part ≥ from >), `-` for every dash, no thousands separators. Line breaks stay, outer white space goes.
 */
export function normaliseText(text: string): string {
  if (PLAIN.test(text)) return text;
  return SIGNED.test(text) ? `${toHalfWidth(text.charAt(0))}${text.slice(1)}` : spellOut(text);
}

/** Names and simple results ("95%", "12个") are in that spelling already; only 分 may be spoken (百分之九十五). */
const PLAIN = /^[\u4e00-\u5205\u5207-\u9fffA-Za-z\d.%]*$/;

/** Most targets are "≥95%" or "≤12": only their sign is spelt otherwise. */
const SIGNED = /^[≥≤]\d[\d.]*%?$/;

const spellOut = remember((text) => {
  const titles = text.includes('《') ? markTitles(text) : text;
  const commas = titles.includes('，') ? readFullWidthThousands(titles) : titles;
  const half = commas.replace(OTHER_THAN_WORDS, toHalfWidth);
  const signs = half.includes('=') ? joinSigns(half) : half;
  const numbers = signs.includes(',') ? joinThousands(signs) : signs;
  const spaced = numbers.includes(' ') ? joinSpacedThousands(numbers) : numbers;
  return (spaced.includes('分') ? writeShares(spaced) : spaced).trim();
});

/** Takes a row of "=" without another sign, too, for the same reason. */
const SIGNS = /[<>]=+|=+[<>]?/g;

/** ">=" and "=>" as ">", "==" as "=". */
function joinSigns(text: string): string {
  return text
    .replace(SIGNS, (sign) => (sign.startsWith('=') && sign.endsWith('=') ? '=' : sign.replace(/=/g, '')))
    .replace(/==+/g, '=');
}

/** The text as two cells are held against each other: no white space, no full stop at its end. */
const comparable = remember((text) =>
  normaliseText(text)
    .replace(/\s/g, '')
    .replace(/，/g, ',')
    .replace(/[。.;,、]{1,3}$/, '')
    .toLowerCase(),
);

const PLAIN_WORDS = /^[\u4e00-\u5205\u5207-\u9fff\d%]*$/;

/** True for the usual target beside the usual actual: "≥95%" is never the same as "96%". */
function startsUnlike(one: string, other: string): boolean {
  return /^[≥≤]/.test(one) && /^\d/.test(other);
}

/** True when two texts say the same in the same words. */
export function isSameText(one: string, other: string): boolean {
  if (one === other) return true;
  if (startsUnlike(one, other) || startsUnlike(other, one)) return false;
  // Plain texts differ by what is in them, save for a full stop at the end and for the case of letters.
  if (PLAIN_WORDS.test(one) && PLAIN_WORDS.test(other)) return false;
  return comparable(one) === comparable(other);
}

/** The text in one spelling, all white space removed. */
export function withoutBlanks(text: string): string {
  const normal = normaliseText(text);
  return WHITE.test(normal) ? normal.replace(/\s/g, '') : normal;
}

const WHITE = /\s/;

const NO_MARK = /^[\u4e00-\u65df\u65e1-\u9fff\dA-Za-z≥≤]/;

/** True for nearly all cells, which then hold no mark: they begin with a comparison, or a letter or a digit other than 无, the one word that is a mark. */
export function startsNoMark(text: string): boolean {
  return NO_MARK.test(text);
}

const NOT_APPLICABLE = /^(?:[-/\\*.…·、~_]{1,12}|无)$/;

/** True for a mark that says "not applicable": —, /, ……, *, 无. */
export function isNotApplicable(text: string): boolean {
  return !startsNoMark(text) && NOT_APPLICABLE.test(withoutBlanks(text));
}
