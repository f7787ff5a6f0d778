/**
 * Reads a rule set from the JSON that a person or we wrote, and says exactly which field is wrong. Nothing is
 * filled in: a rule set that is silent about something would score forms by a rule nobody chose.
 */
import { Decimal } from '../decimal';
import type { RuleSet } from '../ruleSet';

export type RuleSetProblemCode =
  | 'missing'
  | 'unknown-field'
  | 'not-an-object'
  | 'not-a-list'
  | 'not-text'
  | 'not-a-number'
  | 'not-yes-or-no'
  | 'out-of-range'
  | 'wrong-order';

/** What is wrong with a rule set: `field` is a path such as "bands[1]" ("" for the whole), `found` what stands there. */
export interface RuleSetProblem {
  readonly field: string;
  readonly code: RuleSetProblemCode;
  readonly found: string;
}

/** Carries the first problem out of the readers below. */
class RuleSetFlaw extends Error {
  readonly problem: RuleSetProblem;

  constructor(field: string, code: RuleSetProblemCode, found: unknown) {
    super(code);
    this.problem = { field, code, found: found === undefined ? '' : JSON.stringify(found) };
  }
}

const FIELDS = [
  'id',
  'name',
  'source',
  'decimals',
  'executionWeights',
  'level1Weights',
  'bands',
  'overachieved',
  'executionCaps',
  'reasonBelowRate',
  'shortReason',
  'emptyReasons',
  'grades',
  'rateScoreTolerance',
  'fewestIndicators',
  'satisfactionExpected',
] as const;

/**
 * A rule set from its JSON (fields as in `RuleSet`; numbers as numbers or as text such as "0.05").
 * @throws RuleSetFlaw with the first problem found
 */
export function readRuleSet(json: unknown): RuleSet {
  const valueOf = readObject(json, '', FIELDS);
  return {
    id: readText(valueOf('id'), 'id'),
    name: readName(valueOf('name')),
    source: readText(valueOf('source'), 'source'),
    decimals: readWhole(valueOf('decimals'), 'decimals', 0, 6),
    executionWeights: readList(valueOf('executionWeights'), 'executionWeights', (value, field) =>
      readNumber(value, field, 0, 100),
    ),
    level1Weights: valueOf('level1Weights') === null ? null : readLevel1Weights(valueOf('level1Weights')),
    bands: readBands(valueOf('bands')),
    overachieved: readOverachieved(valueOf('overachieved')),
    executionCaps: readList(valueOf('executionCaps'), 'executionCaps', readCap),
    reasonBelowRate: readNumber(valueOf('reasonBelowRate'), 'reasonBelowRate', 0, 1),
    shortReason: readWhole(valueOf('shortReason'), 'shortReason', 0, 1000),
    emptyReasons: readList(valueOf('emptyReasons'), 'emptyReasons', readText),
    grades: readGrades(valueOf('grades')),
    rateScoreTolerance: readNumber(valueOf('rateScoreTolerance'), 'rateScoreTolerance', 0, 100),
    fewestIndicators: readWhole(valueOf('fewestIndicators'), 'fewestIndicators', 0, 1000),
    satisfactionExpected: readYesOrNo(valueOf('satisfactionExpected'), 'satisfactionExpected'),
  };
}

/** The fields of an object: all of them, and no others, so that a misspelt name is found. */
function readObject<Name extends string>(
  value: unknown,
  field: string,
  names: readonly Name[],
): (name: Name) => unknown {
  const entries = readEntries(value, field);
  const known: readonly string[] = names;
  for (const [name, found] of entries) {
    if (!known.includes(name)) throw new RuleSetFlaw(inside(field, name), 'unknown-field', found);
  }
  const present = new Map(entries);
  for (const name of names) {
    if (!present.has(name)) throw new RuleSetFlaw(inside(field, name), 'missing', null);
  }
  return (name) => present.get(name);
}

function readEntries(value: unknown, field: string): [string, unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new RuleSetFlaw(field, 'not-an-object', value);
  }
  return Object.entries(value);
}

function readList<Item>(
  value: unknown,
  field: string,
  readItem: (item: unknown, field: string) => Item,
): readonly Item[] {
  if (!Array.isArray(value)) throw new RuleSetFlaw(field, 'not-a-list', value);
  const items: readonly unknown[] = value;
  return items.map((item, index) => readItem(item, `${field}[${index}]`));
}

function readText(value: unknown, field: string): string {
  if (typeof value !== 'string' || value.trim() === '') throw new RuleSetFlaw(field, 'not-text', value);
  return value;
}

function readYesOrNo(value: unknown, field: string): boolean {
  if (typeof value !== 'boolean') throw new RuleSetFlaw(field, 'not-yes-or-no', value);
  return value;
}

function readNumber(value: unknown, field: string, from: number, to: number): Decimal {
  const written = typeof value === 'number' ? String(value) : value;
  if (typeof written !== 'string' || !/^-?\d+(\.\d+)?$/.test(written.trim())) {
    throw new RuleSetFlaw(field, 'not-a-number', value);
  }
  const number = new Decimal(written.trim());
  if (number.lt(from) || number.gt(to)) throw new RuleSetFlaw(field, 'out-of-range', value);
  return number;
}

function readWhole(value: unknown, field: string, from: number, to: number): number {
  const number = readNumber(value, field, from, to);
  if (!number.isInteger()) throw new RuleSetFlaw(field, 'not-a-number', value);
  return number.toNumber();
}

/** A name is one text for all languages, or one text a language. */
function readName(value: unknown): Readonly<Record<string, string>> {
  if (typeof value === 'string') {
    const name = readText(value, 'name');
    return { 'zh-CN': name, 'en-US': name };
  }
  const entries = readEntries(value, 'name');
  if (entries.length === 0) throw new RuleSetFlaw('name', 'missing', value);
  return Object.fromEntries(
    entries.map(([language, text]) => [language, readText(text, inside('name', language))]),
  );
}

function readLevel1Weights(value: unknown): ReadonlyMap<string, Decimal> {
  const entries = readEntries(value, 'level1Weights');
  if (entries.length === 0) throw new RuleSetFlaw('level1Weights', 'missing', value);
  return new Map(
    entries.map(([word, points]) => [word, readNumber(points, inside('level1Weights', word), 0, 100)]),
  );
}

function readBands(value: unknown): readonly [Decimal, Decimal] {
  const [first, second, ...more] = readList(value, 'bands', (edge, field) => readNumber(edge, field, 0, 1));
  if (first === undefined || second === undefined) throw new RuleSetFlaw('bands', 'missing', value);
  if (more.length > 0) throw new RuleSetFlaw('bands', 'unknown-field', value);
  if (second.gt(first)) throw new RuleSetFlaw('bands', 'wrong-order', value);
  return [first, second];
}

function readOverachieved(value: unknown): RuleSet['overachieved'] {
  const valueOf = readObject(value, 'overachieved', ['from', 'deduct']);
  return {
    from: readNumber(valueOf('from'), 'overachieved.from', 1, 1000),
    deduct: readNumber(valueOf('deduct'), 'overachieved.deduct', 0, 100),
  };
}

function readCap(value: unknown, field: string): RuleSet['executionCaps'][number] {
  const valueOf = readObject(value, field, ['below', 'cap']);
  return {
    below: readNumber(valueOf('below'), inside(field, 'below'), 0, 1),
    cap: readNumber(valueOf('cap'), inside(field, 'cap'), 0, 1000),
  };
}

/** Grades from the best down; the last one must begin at 0, so that every total has a grade. */
function readGrades(value: unknown): RuleSet['grades'] {
  const grades = readList(value, 'grades', (grade, field) => {
    const valueOf = readObject(grade, field, ['word', 'from']);
    return {
      word: readText(valueOf('word'), inside(field, 'word')),
      from: readNumber(valueOf('from'), inside(field, 'from'), 0, 1000),
    };
  });
  grades.forEach((grade, index) => {
    const better = grades[index - 1];
    if (better?.from.lte(grade.from))
      throw new RuleSetFlaw(`grades[${index}].from`, 'wrong-order', grade.from);
  });
  if (grades.length > 0 && grades.at(-1)?.from.isZero() !== true) {
    throw new RuleSetFlaw(`grades[${grades.length - 1}].from`, 'out-of-range', grades.at(-1)?.from);
  }
  return grades;
}

function inside(field: string, name: string): string {
  return field === '' ? name : `${field}.${name}`;
}

export type ParsedRuleSet =
  { readonly ok: true; readonly rules: RuleSet } | { readonly ok: false; readonly problem: RuleSetProblem };

/**
 * Validates a rule set that a person wrote: JSON with the fields of `RuleSet`, numbers as numbers or as text ("0.05").
 * Never throws: a rule set that cannot be used gives the first problem found.
 */
export function parseRuleSet(json: unknown): ParsedRuleSet {
  try {
    return { ok: true, rules: readRuleSet(json) };
  } catch (flaw) {
    if (flaw instanceof RuleSetFlaw) return { ok: false, problem: flaw.problem };
    throw flaw;
  }
}
