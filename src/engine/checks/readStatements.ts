/**
 * Finds what a text says about a form: 自评得分90.66分, 共设置54个指标，完成47项, 预算执行率98.5%. Written so that it misses a statement rather than
 * sees one where none is: weights, grading rules, other years and parts of a form are passed over.
 */
import { Decimal } from '../decimal';
import { normaliseText } from '../normaliseText';
import words from './statements.json';

export type StatementKind = 'score' | 'indicators' | 'completed' | 'goals' | 'rate';

export interface Statement {
  readonly kind: StatementKind;
  /** A rate as the percentage that is written: 98.5. */
  readonly value: Decimal;
  readonly decimals: number;
  /** As it is written, without white space. */
  readonly text: string;
  /** The sentence as far as the statement. */
  readonly before: string;
  /** Years named before the statement. */
  readonly years: readonly number[];
}

interface Pattern {
  readonly kind: StatementKind;
  /** A kind that must stand earlier in the same sentence. */
  readonly needs: StatementKind | null;
  readonly pattern: RegExp;
  readonly notInClause: readonly string[];
  /** What must not follow directly. */
  readonly notBefore: RegExp;
}

const KINDS: readonly StatementKind[] = ['score', 'indicators', 'completed', 'goals', 'rate'];
const SENTENCE_END = new RegExp(words.sentenceEnd);
const CLAUSE_END = new RegExp(`^[\\s\\S]*${words.clauseEnd}`);
const COMPARES_YEARS = new RegExp(words.comparesYears);
const PART = new RegExp(words.part);
const NUMERALS: ReadonlyMap<string, string> = new Map(Object.entries(words.numerals));

const PATTERNS: readonly Pattern[] = words.statements.flatMap((statement) => {
  const kind = KINDS.find((known) => known === statement.kind);
  if (!kind) return [];
  const source = statement.pattern.replace(
    /\(\?:<(number|count|goalCount)>\)/,
    (_, name: 'number' | 'count' | 'goalCount') => `(${words[name]})`,
  );
  return [
    {
      kind,
      needs: KINDS.find((known) => 'needs' in statement && known === statement.needs) ?? null,
      pattern: new RegExp(source, 'g'),
      notInClause: statement.notInClause,
      notBefore: new RegExp(`^(?:${statement.notBefore})`),
    },
  ];
});

/** A text longer than this is cut: a report in one cell says its score at the beginning. */
const LONGEST_TEXT = 6000;

/** All statements of a text, in the order of the patterns. */
export function readStatements(text: string): readonly Statement[] {
  const plain = normaliseText(text.slice(0, LONGEST_TEXT))
    .replace(/[^\S\n]+/g, '')
    // What 其中 says of a clause holds behind a colon, too.
    .replace(/其中[:,，、]/g, '其中');
  return plain.split(SENTENCE_END).flatMap(readSentence);
}

function readSentence(sentence: string): readonly Statement[] {
  if (!/\d|[一二三四五六七八九十两](?:个|项|条)/.test(sentence)) return [];
  if (words.notInSentence.some((word) => sentence.includes(word)) || COMPARES_YEARS.test(sentence)) return [];
  const found: Statement[] = [];
  for (const pattern of PATTERNS) {
    const { kind, needs } = pattern;
    if (needs !== null && !found.some((one) => one.kind === needs)) continue;
    found.push(...matches(sentence, pattern, kind));
  }
  return found;
}

function matches(sentence: string, pattern: Pattern, kind: StatementKind): readonly Statement[] {
  return [...sentence.matchAll(pattern.pattern)].flatMap((match): readonly Statement[] => {
    const number = match[1] ?? '';
    const before = sentence.slice(0, match.index);
    const after = sentence.slice(match.index + match[0].length);
    const clause = before.replace(CLAUSE_END, '');
    // Of a part of a form, and not of the form, once a goal or a level was named.
    if (PART.test(before)) return [];
    if (pattern.notBefore.test(after) || pattern.notInClause.some((word) => clause.includes(word))) return [];
    const digits = NUMERALS.get(number) ?? number;
    return [
      {
        kind,
        value: new Decimal(digits),
        decimals: digits.split('.')[1]?.length ?? 0,
        text: match[0],
        before,
        years: [...before.matchAll(new RegExp(words.year, 'g'))].map(([, year]) => Number(year)),
      },
    ];
  });
}
