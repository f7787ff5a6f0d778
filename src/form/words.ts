/** Header and label words as the vocabulary knows them: how a cell's text is reduced to a word, and which role the word has. */
import { remember } from '../engine/remember';
import vocabulary from './vocabulary.json';

export type IndicatorRole = keyof typeof vocabulary.indicator;
export type FundRole = keyof typeof vocabulary.fund;
export type SummaryRole = keyof typeof vocabulary.summary;
export type LabelRole = keyof typeof vocabulary.labels;

/** The text without white space, with half-width letters, digits and brackets. */
export function compact(text: string): string {
  return PLAIN.test(text) ? text : reduce(text);
}

/** Most cells are written so already. */
const PLAIN = /^[\u4e00-\u9fff\w%.,:;+/()-]*$/;

const reduce = remember((text) =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[【〔[]/g, '(')
    .replace(/[】〕\]]/g, ')'),
);

/** The text as a header word: without remarks in brackets ("(A)", "(B/A)", "(万元)") and without closing marks. */
export const headerWord = remember((text) => bareWord(withoutMarks(compact(text))));

const MARKS = /[:：*★]/;
const ALL_MARKS = /[:：*★]/g;
const REMARKS = /[(A-D]/;

function withoutMarks(whole: string): string {
  return MARKS.test(whole) ? whole.replace(ALL_MARKS, '') : whole;
}

function bareWord(whole: string): string {
  if (!REMARKS.test(whole)) return whole;
  const bare = whole.replace(/\([^()]*\)/g, '').replace(/[A-D]$/, '');
  return bare === '' ? whole : bare;
}

/** "2022年目标值", "预期2022年实现值" without the year; "本年目标值" without its 本年. */
function withoutYear(word: string): string {
  return word.includes('年') ? word.replace(/20\d{2}年度?|^本年度?|^当年/, '') : word;
}

interface Lexicon<Role extends string> {
  readonly exact: ReadonlyMap<string, { readonly role: Role; readonly rank: number }>;
  /** The words that a text may come close to. */
  readonly close: readonly { readonly word: string; readonly role: Role; readonly rank: number }[];
}

function buildLexicon<Role extends string>(roles: Readonly<Record<Role, readonly string[]>>): Lexicon<Role> {
  const words = (Object.keys(roles) as Role[]).flatMap((role) =>
    roles[role].map((word, rank) => ({ word, role, rank })),
  );
  return {
    exact: new Map(words.map(({ word, role, rank }) => [word, { role, rank }])),
    close: words.filter(({ word, role }) => word.length >= 5 && vocabulary.closeRoles.includes(role)),
  };
}

const INDICATOR = buildLexicon<IndicatorRole>(vocabulary.indicator);
const FUND = buildLexicon<FundRole>(vocabulary.fund);
const SUMMARY = buildLexicon<SummaryRole>(vocabulary.summary);

/** A cell longer than this is a sentence, not a header. */
export const LONGEST_HEADER = 40;

/** What a header cell says: its role and how strongly the word stands for it (0 is strongest). */
export interface Match<Role> {
  readonly role: Role;
  readonly rank: number;
}

/** Rank given to a word that is known only by closeness: below every word known exactly. */
const CLOSE_RANK = 90;

/** @param whole the text in one spelling; `word` is what is left of it as a header word */
function findWord<Role extends string>(
  lexicon: Lexicon<Role>,
  whole: string,
  word: string,
): Match<Role> | null {
  const known = findExact(lexicon, whole, word, withoutYear(word));
  if (known && known.role !== 'evidence') return known;
  // "备注（偏差原因分析）": what stands in the brackets says more than the word before them.
  const bracket = whole.indexOf('(');
  const inBrackets = bracket < 0 ? undefined : lexicon.exact.get(/\(([^()]*)\)/.exec(whole)?.[1] ?? '');
  if (inBrackets ?? known) return inBrackets ?? known ?? null;
  if (word.length < 4 || /\d|目标[一二三四五六七八九十]$/.test(word) || vocabulary.neverClose.includes(word))
    return null;
  const close = lexicon.close.find((known) => isOneEditApart(known.word, word));
  return close ? { role: close.role, rank: CLOSE_RANK + close.rank } : null;
}

/** The first of these texts that is a word; most often they are one and the same text, which is none. */
function findExact<Role extends string>(
  { exact }: Lexicon<Role>,
  whole: string,
  word: string,
  yearless: string,
): Match<Role> | undefined {
  return (
    exact.get(whole) ??
    (word === whole ? undefined : exact.get(word)) ??
    (yearless === word ? undefined : exact.get(yearless))
  );
}

/** What the vocabulary says about one text; most texts are no word at all. */
export interface Word {
  readonly indicator: Match<IndicatorRole> | null;
  readonly fund: Match<FundRole> | null;
  readonly summary: Match<SummaryRole> | null;
  readonly labels: ReadonlySet<LabelRole>;
}

const NO_LABELS: ReadonlySet<LabelRole> = new Set();
/** Of a text that is no word. */
export const NO_WORD: Word = { indicator: null, fund: null, summary: null, labels: NO_LABELS };

/** Half of the cells of a form are figures: no word begins with a comparison, or begins and ends with a digit. */
const FIGURE = /^(?:[≥≤]\d|[-+.]?\d(?:[^]*[\d.%])?$)/;

/** Everything the vocabulary knows about a text, looked up once. */
export function wordOf(text: string): Word {
  return FIGURE.test(text) ? NO_WORD : lookUp(text);
}

const lookUp = remember((text): Word => {
  const inOneSpelling = compact(text);
  const whole = withoutMarks(inOneSpelling);
  if (whole === '') return NO_WORD;
  const word = bareWord(whole);
  const isShort = whole.length <= LONGEST_HEADER;
  const indicator = isShort ? findWord(INDICATOR, whole, word) : null;
  const fund = isShort ? findWord(FUND, whole, word) : null;
  const summary = SUMMARY.exact.get(word) ?? null;
  const labels = findLabels(inOneSpelling, word);
  return indicator === null && fund === null && summary === null && labels === NO_LABELS
    ? NO_WORD
    : { indicator, fund, summary, labels };
});

export function matchIndicatorWord(text: string): Match<IndicatorRole> | null {
  return wordOf(text).indicator;
}

export function matchFundWord(text: string): Match<FundRole> | null {
  return wordOf(text).fund;
}

export function matchSummaryWord(text: string): Match<SummaryRole> | null {
  return wordOf(text).summary;
}

/** "项目自评总分" is a label, "各项指标得分相加得到总分" a sentence. */
const LONGEST_TOTAL_LABEL = 10;
/** How every label of a sum ends. */
const SUM_ENDING = /[分计)]$/;
const TOTAL_ENDING = /(总分|总得分|合计得分|得分合计)$/;
const SUBTOTAL_ENDING = /小计(\(.*\))?$/;
const SUBTOTAL = /^(.*指标|年度目标\d*|.*目标)合计$/;

/** A bracket or a colon where a label could end that goes on. */
const MAY_GO_ON = /^.{0,20}?[:(]/;

/** The roles of each label word. */
const LABEL_WORDS = new Map<string, LabelRole[]>();
for (const role of Object.keys(vocabulary.labels) as LabelRole[])
  for (const word of vocabulary.labels[role]) LABEL_WORDS.set(word, [...(LABEL_WORDS.get(word) ?? []), role]);

/** True when the text is a label of this role: "总分", "合计：", "备注：1.…" (labels after the table may go on). */
export function isLabel(role: LabelRole, text: string): boolean {
  return wordOf(text).labels.has(role);
}

function findLabels(whole: string, word: string): ReadonlySet<LabelRole> {
  const known = LABEL_WORDS.get(word);
  const isSum = SUM_ENDING.test(word);
  const isTotal = isSum && word.length <= LONGEST_TOTAL_LABEL && TOTAL_ENDING.test(word);
  const isSubtotal = isSum && (SUBTOTAL_ENDING.test(word) || SUBTOTAL.test(word));
  const isAfterTable = MAY_GO_ON.test(whole) && startsAfterTable(whole);
  if (known === undefined && !isTotal && !isSubtotal && !isAfterTable) return NO_LABELS;
  const roles = new Set(known);
  if (isTotal) roles.add('total');
  if (isSubtotal) roles.add('subtotal');
  if (isAfterTable) roles.add('afterTable');
  return roles;
}

function startsAfterTable(whole: string): boolean {
  return vocabulary.labels.afterTable.some(
    (known) =>
      whole.startsWith(`${known}:`) || whole.startsWith(`${known}(`) || whole.startsWith(`(${known}`),
  );
}

/** A bare number in brackets below this is a list number, not points: "质量指标(1)" against "产出指标(50)". */
const SMALLEST_BARE_POINTS = 10;

/** Points in a label: "(50分)", "产出指标(50)", "年度目标 1: (11 分)", "(20分*执行率)", "(20*执行率)". Null when there are none. */
export function pointsInLabel(text: string): string | null {
  const word = compact(text).replace(/[×xX]/g, '*');
  const points = /\((?:权重)?(\d{1,3}(?:\.\d+)?)(?:分[^()]*|\*[^()]*)\)/.exec(word)?.[1];
  if (points !== undefined) return points;
  const bare = /\((\d{1,3}(?:\.\d+)?)\)/.exec(word)?.[1];
  return bare !== undefined && Number(bare) >= SMALLEST_BARE_POINTS ? bare : null;
}

/** True when one insertion, deletion or replacement turns one word into the other. */
function isOneEditApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a.charCodeAt(start) === b.charCodeAt(start)) start += 1;
  const rest = Math.min(a.length, b.length) - start - (a.length === b.length ? 1 : 0);
  for (let back = 1; back <= rest; back += 1)
    if (a.charCodeAt(a.length - back) !== b.charCodeAt(b.length - back)) return false;
  return true;
}
