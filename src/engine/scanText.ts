/**
 * Cuts a normalised text into the things that may carry its meaning: quantities, dates, ranges, ranks, ratios,
 * frequencies. What only looks like a number (list markers, item codes, hotlines, ordinals) is passed over.
 */
import { Decimal } from './decimal';
import { readDateAt, type DateSpan } from './readDate';
import { canonicalPer, countsEvents, isShortTime, readUnit, type Unit } from './readUnit';

export type Sign = '>' | '<' | '=';

export function isSign(text: string | undefined): text is Sign {
  return text === '>' || text === '<' || text === '=';
}

export interface QuantityItem {
  readonly kind: 'quantity';
  readonly number: Decimal;
  readonly unit: Unit;
  /** The sign right before it. */
  readonly sign: Sign | null;
  readonly plusMinus: boolean;
  /** "100余": more than the number says. */
  readonly more: boolean;
  readonly start: number;
  readonly end: number;
  /** Where it stood in `rest`. */
  readonly place: number;
}

export type Item =
  | QuantityItem
  | { readonly kind: 'date'; readonly span: DateSpan; readonly start: number; readonly end: number }
  | {
      readonly kind: 'rank' | 'ratio' | 'frequency' | 'unclear';
      readonly start: number;
      readonly end: number;
    };

export interface Scan {
  readonly text: string;
  readonly items: readonly Item[];
  /** The words without the items and without the brackets behind the first quantity. */
  readonly rest: string;
}

const HAN_NUMBER = '[一二两三四五六七八九十百]+';
const PERIOD = '(?:天|日|周|星期|月|季度?|半年|旬|学期|小时)';

/** Things that contain digits and are no quantity: ordinals, codes, hotlines, idioms, list markers in brackets. */
const PASSED_OVER: readonly RegExp[] = [
  /^\(?(?:19|20)\d\d\)? ?第? ?\d{1,4} ?号/,
  /^第 ?\d{1,4} ?(?:届|批|期|次|个|项|条|章|阶段|轮|版|类|号|标段|部分|代|产业|方)/,
  /^\d{1,3}(?:号楼|号(?!召|码)|#|标段)/,
  /^\d{1,3}(?: ?\+ ?(?:\d{1,3}|[nNxX]))+(?![%\d.])/,
  /^(?:12345|12333|12315|12348|12369|12320|12309|12328|12388|110|119|120|122|114)(?=[^\d.%]{0,4}(?:热线|平台|专线|报警|电话|举报))/,
  /^(?:7 ?\* ?)?24 ?小时(?=自助|值班|值守|服务|在线|监控|监测|开放|运行|不间断|全天|不打烊|响应|巡)/,
  /^[345]A(?=级|景)/i,
  /^[2-6]G(?=网|基站|信号|覆盖|技术|建设|应用|通)/i,
  /^[234]D(?=[^A-Za-z\d]|$)/i,
  /^\d{1,2} ?(?:岁|周岁)(?:及?以[上下]|至)/,
];
const CODE = /^[A-Za-z]{1,10}[-/]?[A-Za-z]?\d[\dA-Za-z.-]{0,20}/;

const RANK: readonly RegExp[] = [
  /^第 ?\d{1,4} ?(?:名|位|等)/,
  /^(?:第[一二三四五六七八九十]{1,3}(?:名|位|等)|排名第?[一二三四五六七八九十]{1,3}|排名第 ?\d{1,4})/,
  /^前 ?(?:\d{1,4}|[一二三四五六七八九十]{1,3}) ?(?:名|位|强|列|%)?(?![年月日天季批期次轮])/,
  /^\d{1,2} ?(?:星级|级)/,
  /^top ?\d{1,4}/i,
];
const RATIO = /^\d{1,9}(?:\.\d{1,9})? ?(?::|比) ?\d{1,9}(?:\.\d{1,9})?(?: ?: ?\d{1,9})*/;
const FRACTION = /^\d{1,9}(?:\.\d{1,9})? ?\/ ?\d{1,9}(?:\.\d{1,9})?(?!\d)/;
const PRODUCT = /^\d{1,9}(?:\.\d{1,9})? ?\* ?\d{1,9}(?:\.\d{1,9})?/;
const FREQUENCY: readonly RegExp[] = [
  new RegExp(
    `^每(?:个)?(?:${PERIOD}|(?:${HAN_NUMBER}|\\d{1,3}) ?(?:个)?(?:${PERIOD}|年))(?: ?(?:至少|不少于|不低于)? ?(?:${HAN_NUMBER}|[><=]? ?\\d{1,3}) ?(?:次|场|期|回|轮|篇|份))?`,
  ),
  new RegExp(`^每年(?: ?(?:至少|不少于|不低于)? ?)${HAN_NUMBER} ?(?:次|场|期|回)`),
  new RegExp(`^(?:${HAN_NUMBER}|\\d{1,2}|半) ?(?:个)?(?:${PERIOD}|年) ?(?:${HAN_NUMBER}|\\d{1,3}) ?次`),
];
const PER_PREFIX = /^每(?:个)?([\u4e00-\u9fff]{1,3}?)(?=[^\u4e00-\u9fff]|每|补|发|不|投|成|平均|标准|资)/;
const NUMBER = /^(?:\d{1,18}(?:\.\d{1,18})?|\.\d{1,18})/;
const LIST_MARKER = /^\d{1,2} ?(?:[:.](?!\d)|\)|、(?! ?\d)) ?(?=\S)/;
const INDICATOR_MARKER =
  /^(?:指标 ?\d{1,2} ?(?:[:、)] ?|\.(?!\d) ?|(?=[\u4e00-\u9fff]))|目标 ?\d{1,2} ?[:、)] ?(?!\d))/;
const BRACKET_MARKER = /^\(\d{1,2}\) ?(?=[^\s])/;
const CIRCLED = /^[\u2460-\u2473\u2776-\u277f]/;
const TITLE = /^『[^『』]{1,60}』/;
const SIGN = /^[><=] ?/;
const RANGE_CONNECTOR = /^ ?(?:-{1,2}|~|至|到) ?/;

function matchAny(patterns: readonly RegExp[], text: string): number {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match !== null) return match[0].length;
  }
  return 0;
}

/** How far the bracket that opens at `at` reaches; to the end of the text when it is never closed. */
function bracketEnd(text: string, at: number): number {
  let depth = 0;
  for (let index = at; index < text.length; index += 1) {
    if (text.charAt(index) === '(') depth += 1;
    if (text.charAt(index) === ')') {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return text.length;
}

/** True where a list item may begin: at the start, on a new line, behind a clause or a blank. */
function beginsItem(text: string, at: number): boolean {
  return at === 0 || /[\n;。,，: ]/.test(text.charAt(at - 1));
}

/** Reads a number with its sign and unit at `at`; null when what stands there is not one clean number. */
function readQuantityAt(
  text: string,
  at: number,
  per: readonly string[],
  place: number,
): QuantityItem | null {
  let position = at;
  const plusMinus = text.charAt(position) === '±';
  if (plusMinus) position += 1;
  const signMatch = plusMinus ? undefined : SIGN.exec(text.slice(position, position + 2))?.[0];
  const sign = signMatch?.charAt(0);
  position += signMatch?.length ?? 0;
  const currency = /^¥ ?/.exec(text.slice(position, position + 2))?.[0] ?? '';
  position += currency.length;
  const minus = /^[-+](?=[\d.])/.exec(text.slice(position, position + 2))?.[0] ?? '';
  position += minus.length;
  const digits = NUMBER.exec(text.slice(position, position + 60))?.[0];
  if (digits === undefined) return null;
  position += digits.length;
  if (/^(?:\d|[.,]\d)/.test(text.slice(position, position + 2))) return null;
  const match = readUnit(text.slice(position, position + 40));
  position += match.length;
  let unit = match.unit;
  if (unit.name === '' && /^ ?\(/.test(text.slice(position, position + 2))) {
    const open = text.indexOf('(', position);
    const close = bracketEnd(text, open);
    const inside = text.slice(open + 1, close - 1);
    const named = readUnit(inside);
    if (inside.length > 0 && named.length === inside.length && named.unit.known && !/\d/.test(inside)) {
      unit = {
        ...named.unit,
        scale: named.unit.scale.times(unit.scale),
        scaled: named.unit.scaled || unit.scaled,
      };
      position = close;
    }
  }
  if (currency !== '' && unit.kind === 'none') unit = { ...unit, kind: 'money', name: '元' };
  if (per.length > 0) unit = { ...unit, per: canonicalPer([...unit.per, ...per]) };
  const number = new Decimal(digits);
  return {
    kind: 'quantity',
    number: minus === '-' ? number.negated() : number,
    unit,
    sign: isSign(sign) ? sign : null,
    plusMinus,
    more: match.more,
    start: at,
    end: position,
    place,
  };
}

/** True where a minus sign belongs to the number behind it: not behind a digit, a letter or a closing bracket. */
function mayCarryMinus(text: string, at: number, last: Item | undefined): boolean {
  if (last?.kind === 'quantity' && text.slice(last.end, at).trim() === '') return false;
  return at === 0 || !/[\dA-Za-z)%‰.-]/.test(text.charAt(at - 1));
}

function startsQuantity(text: string, at: number, last: Item | undefined): boolean {
  const character = text.charAt(at);
  if (/[><=±¥]/.test(character)) return /^.[ ¥]{0,2}[-+]?[\d.]/.test(text.slice(at, at + 6));
  if (character === '-' || character === '+')
    return mayCarryMinus(text, at, last) && /[\d.]/.test(text.charAt(at + 1));
  if (character === '.') return /\d/.test(text.charAt(at + 1)) && !/[\d.]/.test(text.charAt(at - 1));
  return /\d/.test(character);
}

interface Progress {
  readonly text: string;
  readonly timely: boolean;
  readonly items: Item[];
  rest: string;
  at: number;
  /** What the next quantity is counted per: "每亩". */
  per: readonly string[];
}

type Step = (progress: Progress, ahead: string) => number;

/** Brackets behind the first quantity hold its detail: 99.89%(受理272件,已回267件). */
const skipDetail: Step = ({ text, at, items }) => {
  if (text.charAt(at) !== '(' || !items.some((item) => item.kind === 'quantity')) return 0;
  const end = bracketEnd(text, at);
  const detail = text.slice(at, end);
  if (/实际|实为|应为/.test(detail) && /\d/.test(detail)) items.push({ kind: 'unclear', start: at, end });
  return end - at;
};

const skipMarker: Step = ({ text, at }, ahead) => {
  const title = TITLE.exec(ahead)?.[0].length ?? CIRCLED.exec(ahead)?.[0].length;
  if (title !== undefined) return title;
  if (!beginsItem(text, at)) return 0;
  const length = matchAny([LIST_MARKER, INDICATOR_MARKER, BRACKET_MARKER], ahead);
  return at + length < text.length ? length : 0;
};

const readFrequency: Step = (progress, ahead) => {
  const { text, at, items } = progress;
  const length = matchAny(FREQUENCY, ahead);
  if (length === 0) return 0;
  const behind = readQuantityAt(text, at + length, [], 0);
  const period = canonicalPer([ahead.slice(1, length).replace(/^个/, '')]);
  if (behind?.unit.kind === 'money' && period.every(isShortTime)) {
    progress.per = [...progress.per, ...period];
    return length;
  }
  const swallows = behind !== null && (countsEvents(behind.unit) || behind.unit.kind === 'none');
  const end = swallows ? behind.end : at + length;
  items.push({ kind: 'frequency', start: at, end });
  return end - at;
};

const skipCode: Step = ({ text, at }, ahead) =>
  /[A-Za-z\d]/.test(text.charAt(at - 1)) ? 0 : (CODE.exec(ahead)?.[0].length ?? 0);

const skipLookAlike: Step = (_, ahead) => matchAny(PASSED_OVER, ahead);

/** Every date has one of these, save a bare 2021 or 20211231 in a row about time. */
const IN_DATES = /[年月季底末内初中./-]/;

const readDate: Step = ({ at, items, timely }, ahead) => {
  if (!timely && !IN_DATES.test(ahead)) return 0;
  const sign = SIGN.exec(ahead)?.[0].length ?? 0;
  const date = readDateAt(ahead.slice(sign), { timely });
  if (date === null) return 0;
  const { from, to } = date.span;
  const isMonth = from.year === null && from.month === to.month && from.day === 1 && to.day > 27;
  if (sign > 0 && isMonth) return 0;
  items.push({ kind: 'date', span: date.span, start: at, end: at + sign + date.length });
  return sign + date.length;
};

const readRank: Step = ({ text, at, items }, ahead) => {
  if (ahead.startsWith('前') && /[年月日底末以之空目当事提]/.test(text.charAt(at - 1))) return 0;
  const length = matchAny(RANK, ahead);
  if (length > 0) items.push({ kind: 'rank', start: at, end: at + length });
  return length;
};

const readRatio: Step = ({ at, items }, ahead) => {
  const length = matchAny([RATIO, FRACTION], ahead);
  if (length > 0) items.push({ kind: 'ratio', start: at, end: at + length });
  return length;
};

const readProduct: Step = ({ at, items }, ahead) => {
  const length = matchAny([PRODUCT], ahead);
  if (length > 0) items.push({ kind: 'unclear', start: at, end: at + length });
  return length;
};

const readPerPrefix: Step = (progress, ahead) => {
  const prefix = PER_PREFIX.exec(ahead);
  if (prefix === null || prefix[1] === undefined) return 0;
  progress.per = [...progress.per, prefix[1]];
  progress.rest += prefix[0];
  return prefix[0].length;
};

const readQuantity: Step = (progress, ahead) => {
  const { text, at, items, per, rest } = progress;
  if (!startsQuantity(text, at, items.at(-1))) return 0;
  const quantity = readQuantityAt(text, at, per, rest.length);
  if (quantity !== null) {
    items.push(quantity);
    progress.per = [];
    return quantity.end - at;
  }
  const digits = /^[\d.,]+/.exec(ahead)?.[0].length ?? 0;
  if (digits > 0) items.push({ kind: 'unclear', start: at, end: at + digits });
  return digits;
};

const STEPS: readonly Step[] = [
  skipDetail,
  skipMarker,
  readFrequency,
  skipLookAlike,
  readDate,
  readRank,
  skipCode,
  readRatio,
  readProduct,
  readPerPrefix,
  readQuantity,
];
const STEPS_IN_NUMBER: readonly Step[] = [skipDetail, skipMarker, readPerPrefix, readQuantity];
/** A sign begins nothing else. */
const STEPS_AT_SIGN: readonly Step[] = [readDate, readQuantity];

/** What any of the steps begins with; most characters of a form are none of these. */
const MAY_BEGIN =
  /[\dA-Za-z(『\u2460-\u2473\u2776-\u277f><=±¥.+一二两三四五六七八九十百半每第前排指目当今本年上下-]/;

/** How far the thing reaches that begins here, once it is taken; 0 where none begins. */
function takeItem(progress: Progress): number {
  const { text, at } = progress;
  const ahead = text.slice(at, at + 80);
  for (const step of stepsAt(text, at)) {
    const length = step(progress, ahead);
    if (length > 0) return length;
  }
  return 0;
}

function stepsAt(text: string, at: number): readonly Step[] {
  if (/[\d.]/.test(text.charAt(at - 1))) return STEPS_IN_NUMBER;
  return /[><=]/.test(text.charAt(at)) ? STEPS_AT_SIGN : STEPS;
}

/** Takes the text, which is normalised, apart. `timely` lets a bare 2021.12 be a date. */
export function scanText(text: string, timely: boolean): Scan {
  const progress: Progress = { text, timely, items: [], rest: '', at: 0, per: [] };
  while (progress.at < text.length) {
    const length = MAY_BEGIN.test(text.charAt(progress.at)) ? takeItem(progress) : 0;
    if (length === 0) progress.rest += text.charAt(progress.at);
    progress.at += Math.max(1, length);
  }
  return { text, items: progress.items, rest: progress.rest };
}

/** True for what stands between the ends of a range: -, ~, 至, 到. */
export function isRangeConnector(text: string): boolean {
  return text !== '' && RANGE_CONNECTOR.exec(text)?.[0] === text;
}
