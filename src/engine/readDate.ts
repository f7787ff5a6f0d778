/**
 * Reads a date or a stretch of time written in Chinese, e.g. 2021年12月31日前, 年底, 1-12月, 第三季度. Dates are
 * whole days; a coarse date (2021年12月) is the stretch from its first to its last day.
 */

export interface Day {
  /** Null when the text names no year; the other side's year is meant then. */
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

export interface DateSpan {
  readonly from: Day;
  readonly to: Day;
  /** "12月前" without a day: strictly read the stretch is over before it begins, loosely it ends with it. */
  readonly before: boolean;
}

export interface DateMatch {
  readonly span: DateSpan;
  readonly length: number;
}

const QUARTERS = '一二三四';
const MONTHS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

function lastDay(month: number, year: number | null): number {
  return new Date(Date.UTC(year ?? 2023, month, 0)).getUTCDate();
}

type Stretch = readonly [fromMonth: number, fromDay: number, toMonth: number, toDay: number | 'last'];

function span(year: number | null, [fromMonth, fromDay, toMonth, toDay]: Stretch): DateSpan | null {
  if (fromMonth < 1 || toMonth > 12 || toMonth < 1) return null;
  const end = toDay === 'last' ? lastDay(toMonth, year) : toDay;
  if (fromDay < 1 || end > lastDay(toMonth, year)) return null;
  return {
    from: { year, month: fromMonth, day: fromDay },
    to: { year, month: toMonth, day: end },
    before: false,
  };
}

/** The part of a month that a word behind it means; null for the whole month. */
const MONTH_PARTS: Readonly<Record<string, readonly [number, number | 'last']>> = {
  初: [1, 10],
  上旬: [1, 10],
  中旬: [11, 20],
  下旬: [21, 'last'],
};

function monthSpan(year: number | null, month: number, part: string): DateSpan | null {
  if (month < 1 || month > 12) return null;
  if (part === '底' || part === '末') {
    return span(year, [month, lastDay(month, year), month, 'last']);
  }
  const [fromDay, toDay] = MONTH_PARTS[part] ?? [1, 'last'];
  return span(year, [month, fromDay, month, toDay]);
}

function quarterSpan(year: number | null, word: string, end: boolean): DateSpan | null {
  const quarter = QUARTERS.includes(word) ? QUARTERS.indexOf(word) + 1 : Number(word);
  const month = quarter * 3;
  return end ? monthSpan(year, month, '末') : span(year, [month - 2, 1, month, 'last']);
}

/** What a word for part of a year means; null for a word that is none. */
function yearPartSpan(year: number | null, word: string): DateSpan | null {
  if (word.startsWith('上半年')) return span(year, [1, 1, 6, 30]);
  if (word.startsWith('下半年')) return span(year, [7, 1, 12, 31]);
  if (word.endsWith('初')) return span(year, [1, 1, 1, 31]);
  if (word.endsWith('中')) return span(year, [6, 1, 6, 30]);
  if (/[底末]/.test(word)) return span(year, [12, 31, 12, 31]);
  return span(year, [1, 1, 12, 31]);
}

const MONTH_PART = '(底|末|初|上旬|中旬|下旬|份)?';
const FULL = /^((?:19|20)\d\d) ?年 ?(\d{1,2}) ?月 ?(\d{1,2})(?!\d) ?[日号]?/;
const FULL_WITH_DASHES = /^((?:19|20)\d\d) ?[-./] ?(\d{1,2}) ?[-./] ?(\d{1,2})(?![\d月]) ?日?/;
const COMPACT = /^((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d)/;
const YEAR_MONTH = new RegExp(`^((?:19|20)\\d\\d) ?年 ?(\\d{1,2}) ?月${MONTH_PART}`);
const YEAR_DASH_MONTH = /^((?:19|20)\d\d)[-/](0?[1-9]|1[0-2])(?![\d.%年])月?/;
const YEAR_DOT_MONTH = /^((?:19|20)\d\d)\.(0?[1-9]|1[0-2])(?!\d)(月?)(底|末)?/;
const SHORT_YEAR_MONTH = new RegExp(`^(\\d\\d)年(\\d{1,2})月${MONTH_PART}`);
const SHORT_YEAR_DAY = /^(\d\d)年(\d{1,2})月(\d{1,2})[日号]/;
const YEAR_PART =
  /^((?:19|20)\d\d) ?年?度? ?(上半年末?|下半年末?|年底|年末|年内|年初|年中|底|末|内|初|中(?=[前旬之以]|$))/;
const YEAR_QUARTER = /^((?:19|20)\d\d) ?年?度? ?第?([一二三四1-4])季度?([底末])?/;
const YEARS = /^((?:19|20)\d\d)年?[-~至到]((?:19|20)\d\d)(?:年度?|学年)/;
const YEAR = /^((?:19|20)\d\d) ?(?:学年|年度?|(?=全年))(?:全年度?)?(?!代)/;
const YEAR_MONTHS = /^((?:19|20)\d\d) ?年 ?(\d{1,2}) ?月? ?[-~至到] ?(\d{1,2}) ?月(?! ?\d)([底末]|份)?/;
const BARE_YEAR = /^((?:19|20)\d\d)$/;
const SHORT_YEAR_END = /^(\d\d)年(?:年?[底末])/;
const MONTH_DAY = /^(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]/;
const MONTH_RANGE = /^(\d{1,2}) ?月? ?[-~至到] ?(\d{1,2}) ?月(?!\d)([底末]|份)?/;
const MONTH = new RegExp(`^(\\d{1,2}) ?月${MONTH_PART}`);
const HAN_MONTH = /^(十[一二]?|[一二三四五六七八九])月(底|末|份|上旬|中旬|下旬)/;
const YEAR_WORD = /^(?:当|今|本)?(?:年底|年末|年内|年度内|年初)|^上半年末?|^下半年末?/;
const QUARTER = /^第?([一二三四1-4])季度([底末])?/;
const DAY_DOTS = /^(\d{1,2})[./](\d{1,2})(?=日?(?:之前|以前|前))/;

const BEFORE = /^日? ?(之前|以前|前)/;
const AFTER_DATE = /^ ?(?:以内|之内|内|为?止)/;

interface DateContext {
  /** True when the row is about time (时效): a bare 2021 or 2021.12 is a date there and a number elsewhere. */
  readonly timely: boolean;
}

type Reader = (
  text: string,
  context: DateContext,
) => { span: DateSpan | null; length: number; exact: boolean } | null;

/** A reader of one way of writing; `exact` says that a day was named, so that "前" includes it. */
function reader(
  pattern: RegExp,
  read: (groups: readonly string[], context: DateContext) => DateSpan | null,
  exact: (groups: readonly string[]) => boolean,
): Reader {
  return (text, context) => {
    const match = pattern.exec(text);
    if (match === null) return null;
    const groups = Array.from(match, (group: string | undefined) => group ?? '');
    return { span: read(groups, context), length: match[0].length, exact: exact(groups) };
  };
}

const always = () => true;
const never = () => false;
const endIn = (index: number) => (groups: readonly string[]) => /[底末初旬]/.test(groups[index] ?? '');
const at = (groups: readonly string[], index: number) => groups[index] ?? '';
const number = (groups: readonly string[], index: number) => Number(at(groups, index));

const fullDate = (g: readonly string[]) =>
  span(number(g, 1), [number(g, 2), number(g, 3), number(g, 2), number(g, 3)]);

/** From the most particular way of writing to the most general one. */
const READERS: readonly Reader[] = [
  reader(FULL, fullDate, always),
  reader(FULL_WITH_DASHES, fullDate, always),
  reader(
    COMPACT,
    (g, { timely }) =>
      timely ? span(number(g, 1), [number(g, 2), number(g, 3), number(g, 2), number(g, 3)]) : null,
    always,
  ),
  reader(YEAR_MONTH, (g) => monthSpan(number(g, 1), number(g, 2), at(g, 3)), endIn(3)),
  reader(YEAR_DASH_MONTH, (g) => monthSpan(number(g, 1), number(g, 2), ''), never),
  reader(
    SHORT_YEAR_DAY,
    (g) => span(2000 + number(g, 1), [number(g, 2), number(g, 3), number(g, 2), number(g, 3)]),
    always,
  ),
  reader(SHORT_YEAR_MONTH, (g) => monthSpan(2000 + number(g, 1), number(g, 2), at(g, 3)), endIn(3)),
  reader(YEAR_QUARTER, (g) => quarterSpan(number(g, 1), at(g, 2), at(g, 3) !== ''), endIn(3)),
  reader(YEAR_PART, (g) => yearPartSpan(number(g, 1), at(g, 2)), endIn(2)),
  reader(
    YEARS,
    (g) => {
      const first = span(number(g, 1), [1, 1, 12, 31]);
      const last = span(number(g, 2), [1, 1, 12, 31]);
      return first === null || last === null ? null : { from: first.from, to: last.to, before: false };
    },
    never,
  ),
  reader(
    YEAR_MONTHS,
    (g) => (number(g, 2) > number(g, 3) ? null : span(number(g, 1), [number(g, 2), 1, number(g, 3), 'last'])),
    endIn(4),
  ),
  reader(YEAR, (g) => span(number(g, 1), [1, 1, 12, 31]), never),
  reader(BARE_YEAR, (g, { timely }) => (timely ? span(number(g, 1), [1, 1, 12, 31]) : null), never),
  reader(SHORT_YEAR_END, (g) => span(2000 + number(g, 1), [12, 31, 12, 31]), always),
  reader(MONTH_DAY, (g) => span(null, [number(g, 1), number(g, 2), number(g, 1), number(g, 2)]), always),
  reader(
    MONTH_RANGE,
    (g) => (number(g, 1) > number(g, 2) ? null : span(null, [number(g, 1), 1, number(g, 2), 'last'])),
    endIn(3),
  ),
  reader(MONTH, (g) => monthSpan(null, number(g, 1), at(g, 2)), endIn(2)),
  reader(HAN_MONTH, (g) => monthSpan(null, MONTHS.indexOf(at(g, 1)) + 1, at(g, 2)), endIn(2)),
  reader(YEAR_WORD, (g) => yearPartSpan(null, at(g, 0)), endIn(0)),
  reader(QUARTER, (g) => quarterSpan(null, at(g, 1), at(g, 2) !== ''), endIn(2)),
  (text, context) => {
    const match = YEAR_DOT_MONTH.exec(text);
    if (match === null) return null;
    const part = match[4] ?? '';
    const isDate =
      context.timely || match[3] !== '' || part !== '' || BEFORE.test(text.slice(match[0].length));
    return isDate
      ? {
          span: monthSpan(Number(match[1]), Number(match[2]), part),
          length: match[0].length,
          exact: part !== '',
        }
      : null;
  },
  reader(
    DAY_DOTS,
    (g, { timely }) => (timely ? span(null, [number(g, 1), number(g, 2), number(g, 1), number(g, 2)]) : null),
    always,
  ),
];

function readOne(text: string, context: DateContext): DateMatch | null {
  for (const read of READERS) {
    const found = read(text, context);
    if (found === null || found.span === null) continue;
    const rest = text.slice(found.length);
    const before = BEFORE.exec(rest)?.[0];
    const after = before ?? AFTER_DATE.exec(rest)?.[0] ?? '';
    return {
      span: { ...found.span, before: before !== undefined && !found.exact },
      length: found.length + after.length,
    };
  }
  return null;
}

const CONNECTOR = /^ ?(?:-{1,2}|~|至|到) ?/;

/** Reads a date at the start of `text` (normalised), or the stretch between two; null when there is none. */
export function readDateAt(text: string, context: DateContext): DateMatch | null {
  const first = readOne(text, context);
  if (first === null) return null;
  const connector = CONNECTOR.exec(text.slice(first.length))?.[0];
  if (connector === undefined) return first;
  const start = first.length + connector.length;
  const second = readOne(text.slice(start), context);
  if (second === null) return first;
  const to = { ...second.span.to, year: second.span.to.year ?? first.span.to.year };
  return {
    span: { from: first.span.from, to, before: second.span.before },
    length: start + second.length,
  };
}

const EPOCH = Date.UTC(1899, 11, 30);
const DAY_MILLISECONDS = 86_400_000;
const LATEST_SERIAL = 2_958_465;

/** The day that an Excel date serial stands for; a month format shows the whole month. Null for no day at all. */
export function readSerial(serial: number, wholeMonth: boolean): DateSpan | null {
  if (!(serial >= 1 && serial <= LATEST_SERIAL)) return null;
  const date = new Date(EPOCH + Math.floor(serial) * DAY_MILLISECONDS);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  return wholeMonth ? monthSpan(year, month, '') : span(year, [month, day, month, day]);
}

/** A day by its number: the day before a month begins is the last one of the month before. */
function ordinal({ year, month, day }: Day, fallback: number): number {
  return Date.UTC(year ?? fallback, month - 1, day) / DAY_MILLISECONDS;
}

/** The year of two dates that both name none. */
const ANY_YEAR = 2023;

/** How an actual date stands to a target date: in time, late, or (a coarse date across the deadline) unknown. */
export function compareDates(
  target: DateSpan,
  actual: DateSpan,
  year: number | null = null,
): 'in-time' | 'late' | 'unknown' {
  const targetYear = target.to.year ?? year ?? actual.to.year ?? ANY_YEAR;
  const actualYear = actual.to.year ?? target.to.year ?? year ?? ANY_YEAR;
  const isSame =
    ordinal(target.to, targetYear) === ordinal(actual.to, actualYear) &&
    ordinal(target.from, targetYear) === ordinal(actual.from, actualYear) &&
    target.before === actual.before;
  if (isSame) return 'in-time';
  const begun = ordinal(actual.from, actualYear);
  const ended = ordinal(actual.to, actualYear);
  const loose = ordinal(target.to, targetYear);
  const strict = target.before ? ordinal(target.from, targetYear) - 1 : loose;
  if (ended <= strict || (actual.before && begun - 1 <= strict)) return 'in-time';
  return begun > loose ? 'late' : 'unknown';
}
