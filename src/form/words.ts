/** Header and label words as the vocabulary knows them: how a cell's text is reduced to a word, and which role the word has. */
import { remember } from '../engine/remember';
import vocabulary from './vocabulary.json';

export type IndicatorRole = keyof typeof vocabulary.indicator;
export type FundRole = keyof typeof vocabulary.fund;
export type SummaryRole = keyof typeof vocabulary.summary;
export type LabelRole = keyof typeof vocabulary.labels;

/** The text without white space, with half-width letters, digits and brackets. */
export const compact = remember((text) =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[【〔[]/g, '(')
    .replace(/[】〕\]]/g, ')'),
);

/** The text as a header word: without remarks in brackets ("(A)", "(B/A)", "(万元)") and without closing marks. */
export const headerWord = remember((text) => {
  const whole = compact(text).replace(/[:：*★]/g, '');
  const bare = whole.replace(/\([^()]*\)/g, '').replace(/[A-D]$/, '');
  return bare === '' ? whole : bare;
});

/** "2022年目标值", "预期2022年实现值" without the year; "本年目标值" without its 本年. */
function withoutYear(word: string): string {
  return word.replace(/20\d{2}年度?|^本年度?|^当年/, '');
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

function findWord<Role extends string>(lexicon: Lexicon<Role>, text: string): Match<Role> | null {
  const whole = compact(text).replace(/[:：*★]/g, '');
  if (whole === '' || whole.length > LONGEST_HEADER) return null;
  const word = headerWord(text);
  const known = lexicon.exact.get(whole) ?? lexicon.exact.get(word) ?? lexicon.exact.get(withoutYear(word));
  if (known && known.role !== 'evidence') return known;
  // "备注（偏差原因分析）": what stands in the brackets says more than the word before them.
  const inBrackets = lexicon.exact.get(/\(([^()]*)\)/.exec(whole)?.[1] ?? '');
  if (inBrackets ?? known) return inBrackets ?? known ?? null;
  if (word.length < 4 || /\d|目标[一二三四五六七八九十]$/.test(word) || vocabulary.neverClose.includes(word))
    return null;
  const close = lexicon.close.find((known) => isOneEditApart(known.word, word));
  return close ? { role: close.role, rank: CLOSE_RANK + close.rank } : null;
}

export const matchIndicatorWord = remember((text) => findWord(INDICATOR, text));
export const matchFundWord = remember((text) => findWord(FUND, text));
export function matchSummaryWord(text: string): Match<SummaryRole> | null {
  const word = headerWord(text);
  return SUMMARY.exact.get(word) ?? null;
}

/** "项目自评总分" is a label, "各项指标得分相加得到总分" a sentence. */
const LONGEST_TOTAL_LABEL = 10;

/** What was found out about labels, by role. */
const LABELS = new Map<LabelRole, (text: string) => boolean>();

/** True when the text is a label of this role: "总分", "合计：", "备注：1.…" (labels after the table may go on). */
export function isLabel(role: LabelRole, text: string): boolean {
  const known = LABELS.get(role) ?? remember((other) => findLabel(role, other));
  LABELS.set(role, known);
  return known(text);
}

function findLabel(role: LabelRole, text: string): boolean {
  const word = headerWord(text);
  const words: readonly string[] = vocabulary.labels[role];
  if (words.includes(word)) return true;
  if (role === 'total')
    return word.length <= LONGEST_TOTAL_LABEL && /(总分|总得分|合计得分|得分合计)$/.test(word);
  if (role === 'subtotal')
    return /小计(\(.*\))?$/.test(word) || /^(.*指标|年度目标\d*|.*目标)合计$/.test(word);
  if (role !== 'afterTable') return false;
  const whole = compact(text);
  return words.some(
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
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  const skipA = a.length >= b.length ? 1 : 0;
  const skipB = b.length >= a.length ? 1 : 0;
  return a.slice(start + skipA) === b.slice(start + skipB);
}
