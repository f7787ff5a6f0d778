/**
 * Invents indicator rows: what is meant (name, target, actual, what the row earns) and how a person may write it. What is expected comes
 * from the meaning alone (rules of the form, sections 3 and 4), never from our reader.
 */
import { Decimal, ONE, ZERO } from '../../src/engine/decimal';
import type { CellSpec } from '../form/buildGrid';
import type { Chooser } from './choose';
import rowKinds from './rowKinds.json';
import { dateCell, percentCell, spell, toList, widen } from './spelling';
import words from './words.json';

/** A target in one cell, and the same in columns of its own for operator, value and unit. */
export interface MeantTarget {
  readonly whole: CellSpec;
  readonly operator: string;
  readonly value: CellSpec;
  readonly unit: string;
}

/** The numbers of a fraction; not divided, so that a product is rounded only once. */
export interface Share {
  readonly of: Decimal;
  readonly by: Decimal;
}

const WHOLE: Share = { of: ONE, by: ONE };
const NOTHING: Share = { of: ZERO, by: ONE };

export interface MeantRow {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly target: MeantTarget;
  readonly actual: CellSpec;
  readonly basis: string;
  readonly met: boolean | null;
  /** What the row earns of its weight, as a fraction of two numbers; null where a person scores it. */
  readonly share: Share | null;
}

/** What a row may have to agree with. */
export interface RowSetting {
  /** All targets are met and nothing is far exceeded. */
  readonly isClean: boolean;
  readonly year: number;
  /** The form says in a level column which rows are costs; else they need an operator of their own. */
  readonly showsCost: boolean;
  /** What the fund block says was planned and spent, as in "95.5" and "万元"; null without such a block. */
  readonly funds: { readonly budget: string; readonly spent: string; readonly unit: string } | null;
}

type Invented = Omit<MeantRow, 'level1' | 'level2' | 'name'>;

const NAMES: ReadonlyMap<string, readonly (readonly string[])[]> = new Map(Object.entries(rowKinds.names));

/** One row of a kind such as "count" or "date". */
export function inventRow(
  choose: Chooser,
  kind: string,
  number: number,
  setting: RowSetting,
): Pick<MeantRow, 'name'> & Invented {
  const nameOf = kind === 'scaled' || kind === 'countNoTarget' || kind === 'blank' ? 'count' : kind;
  const names = NAMES.get(nameOf) ?? [['任务', '项']];
  const [name = '', unit = ''] = names[choose.count('name', 0, names.length - 1)] ?? [];
  const invented = inventByKind(choose, kind, unit, setting);
  // Two rows of one name would be hard to tell apart in a failure.
  return { name: `${DISTRICTS[number % DISTRICTS.length] ?? ''}${name}`, ...invented };
}

const DISTRICTS = ['', '东片区', '西片区', '南片区', '北片区', '城区', '乡镇'];

function inventByKind(choose: Chooser, kind: string, unit: string, setting: RowSetting): Invented {
  const { isClean } = setting;
  switch (kind) {
    case 'count':
      return count(choose, unit, isClean);
    case 'money':
      return count(choose, unit, isClean);
    case 'scaled':
      return scaled(choose, isClean);
    case 'rate':
    case 'satisfaction':
      return rate(choose, isClean);
    case 'zero':
      return zero(choose, unit, isClean);
    case 'atMost':
      return atMost(choose, unit, isClean, ['≤', '<=', '≦', '不超过', '不高于', '不大于']);
    case 'fewComplaints':
      return atMost(choose, unit, isClean, ['', '≤', '不超过', '≦']);
    case 'unitCost':
      return atMost(choose, unit, isClean, [...(setting.showsCost ? [''] : []), '≤', '不超过', '≦']);
    case 'wholeCost':
      return wholeCost(choose, setting);
    case 'range':
      return range(choose, isClean);
    case 'date':
      return date(choose, setting);
    case 'same': {
      const text = choose.pick('text', toList(words.same));
      return { target: inText(text), actual: text, basis: 'same-text', met: true, share: WHOLE };
    }
    case 'judged': {
      const [target = '', actual = ''] = choose.pick('text', toList(words.judged));
      return { target: inText(target), actual, basis: 'judged', met: null, share: null };
    }
    case 'countNoTarget':
      return isClean
        ? count(choose, unit, isClean)
        : {
            target: inText(choose.pick('mark', ['—', '/', ''])),
            actual: `${choose.count('done', 1, 90)}${unit}`,
            basis: 'judged',
            met: null,
            share: null,
          };
    default:
      return isClean
        ? count(choose, unit, isClean)
        : {
            ...count(choose, unit, isClean),
            actual: choose.pick('nothing', ['', '—', '/']),
            basis: 'blank',
            met: null,
            share: null,
          };
  }
}

function inText(text: string): MeantTarget {
  return { whole: text, operator: '', value: text, unit: '' };
}

function floorShare(actual: Decimal, target: Decimal): Share {
  return { of: Decimal.min(target, actual), by: target };
}

function count(choose: Chooser, unit: string, isClean: boolean): Invented {
  const target = new Decimal(choose.count('target', 1, choose.pick('size', [60, 900, 30000])));
  const percent = choose.count('percent', 100, 129) - (isClean ? 0 : choose.pick('less', [0, 45, 95]));
  const actual = isClean ? target.times(percent).div(100).floor() : target.times(percent).div(100).round();
  const text = `${spell(choose, 'target', target.toFixed())}${unit}`;
  const operator = choose.pick('operator', ['≥', '', '>=', '≧', '＞＝', '=', '＝']);
  const whole = choose.pick('spelling', [
    `${operator}${text}`,
    `不少于${text}`,
    `不低于${text}`,
    `${text}以上`,
    `达到${text}`,
  ]);
  const isBare = choose.chance('bare', 15);
  const bare = `${spell(choose, 'actual', actual.toFixed())}${choose.chance('blank', 10) ? ' ' : ''}${unit}`;
  const actualText = choose.pick('wording', [
    bare,
    bare,
    bare,
    `完成${bare}`,
    `${bare}（含新增${choose.count('part', 1, 9)}${unit}）`,
    `实际完成${bare}`,
  ]);
  return {
    target: {
      whole: isBare ? target.toNumber() : whole,
      operator,
      value: choose.chance('valueText', 20) ? spell(choose, 'value', target.toFixed()) : target.toNumber(),
      unit,
    },
    actual: choose.chance('number', 35) ? actual.toNumber() : actualText,
    basis: 'at-least',
    met: actual.gte(target),
    share: floorShare(actual, target),
  };
}

/** 万 on one side only. */
function scaled(choose: Chooser, isClean: boolean): Invented {
  const target = new Decimal(choose.count('target', 11, 95)).div(10);
  const percent = isClean ? choose.count('percent', 100, 125) : choose.count('percent', 60, 125);
  const actual = target.times(10000).times(percent).div(100).round();
  return {
    target: { whole: `≥${target.toFixed()}万人次`, operator: '≥', value: target.toNumber(), unit: '万人次' },
    actual: `${spell(choose, 'actual', actual.toFixed())}人次`,
    basis: 'at-least',
    met: actual.gte(target.times(10000)),
    share: floorShare(actual, target.times(10000)),
  };
}

function rate(choose: Chooser, isClean: boolean): Invented {
  const target = new Decimal(choose.pick('target', [95, 90, 85, 98, 100, 80]));
  const places = choose.pick('places', [0, 0, 1, 2]);
  const done = isClean
    ? target.plus(
        new Decimal(100)
          .minus(target)
          .times(choose.count('part', 0, 100))
          .div(100),
      )
    : new Decimal(choose.count('done', 400, 1000)).div(10);
  const actual = done.toDecimalPlaces(places, isClean ? Decimal.ROUND_UP : Decimal.ROUND_HALF_UP);
  const operator = choose.pick('operator', ['≥', '>=', '≧', '', '=', '＝']);
  const text = target.toFixed();
  const sign = choose.pick('sign', ['%', '％']);
  const cell = percentCell(target, 0);
  return {
    target: {
      whole: choose.pick<CellSpec>('spelling', [
        `${operator}${text}${sign}`,
        cell,
        `不低于${text}${sign}`,
        `${text}${sign}以上`,
        widen(`${text}%`),
        `达到${text}%`,
      ]),
      operator,
      value: choose.pick<CellSpec>('value', [target.toNumber(), cell, text]),
      unit: '%',
    },
    actual: choose.pick<CellSpec>('actual', [
      `${actual.toFixed()}%`,
      percentCell(actual, places),
      `${actual.toFixed()}％`,
      widen(`${actual.toFixed()}%`),
      `${actual.toFixed()}%（抽查200件）`,
      `达到${actual.toFixed()}%`,
    ]),
    basis: 'at-least',
    met: actual.gte(target),
    share: floorShare(actual, target),
  };
}

function zero(choose: Chooser, unit: string, isClean: boolean): Invented {
  const isMet = isClean || choose.chance('met', 60);
  const done = isMet ? 0 : choose.count('done', 1, 4);
  return {
    target: {
      whole: choose.pick<CellSpec>('spelling', [`0${unit}`, `≤0${unit}`, 0, `=0${unit}`]),
      operator: choose.pick('operator', ['=', '≤', '']),
      value: 0,
      unit,
    },
    actual: choose.chance('number', 40) ? done : `${done}${unit}`,
    basis: 'at-most',
    met: isMet,
    share: isMet ? WHOLE : NOTHING,
  };
}

function atMost(choose: Chooser, unit: string, isClean: boolean, operators: readonly string[]): Invented {
  const target = new Decimal(choose.count('target', 5, choose.pick('size', [30, 400, 9000])));
  const percent = isClean ? choose.count('percent', 60, 100) : choose.count('percent', 60, 150);
  const actual = Decimal.max(ONE, target.times(percent).div(100).round());
  const operator = choose.pick('operator', toList(operators));
  const text = `${spell(choose, 'target', target.toFixed())}${unit}`;
  const isMet = actual.lte(target);
  return {
    target: {
      whole: choose.pick('spelling', [`${operator}${text}`, `≤${text}`, `${text}以内`, `控制在${text}以内`]),
      operator: /^[≤<≦=]?=?$/.test(operator) ? operator : '≤',
      value: target.toNumber(),
      unit,
    },
    actual: choose.chance('number', 35)
      ? actual.toNumber()
      : `${spell(choose, 'actual', actual.toFixed())}${unit}`,
    basis: 'at-most',
    met: isMet,
    share: isMet ? WHOLE : { of: target, by: actual },
  };
}

/** What the whole project cost: the fund block says the same. */
function wholeCost(choose: Chooser, { isClean, funds, showsCost }: RowSetting): Invented {
  const operators = ['≤', '不超过', ...(showsCost ? ['', '='] : [])];
  if (!isClean || funds === null) return atMost(choose, funds?.unit ?? '万元', isClean, operators);
  const { budget, spent, unit } = funds;
  return {
    target: {
      whole: choose.pick('spelling', [
        `≤${budget}${unit}`,
        `不超过${budget}${unit}`,
        `${budget}${unit}以内`,
        ...(showsCost ? [`${budget}${unit}`] : []),
      ]),
      operator: choose.pick('operator', ['≤', ...(showsCost ? ['', '='] : [])]),
      value: Number(budget),
      unit,
    },
    actual: `${spell(choose, 'actual', spent)}${unit}`,
    basis: 'at-most',
    met: true,
    share: WHOLE,
  };
}

function range(choose: Chooser, isClean: boolean): Invented {
  const low = choose.count('low', 50, 70);
  const high = low + choose.count('width', 5, 20);
  const isInside = isClean || choose.chance('inside', 60);
  const actual = isInside ? choose.count('actual', low, high) : choose.pick('outside', [high + 3, low - 9]);
  const text = choose.pick('spelling', [
    `${low}%-${high}%`,
    `${low}%~${high}%`,
    `${low}％—${high}％`,
    `${low}%至${high}%`,
  ]);
  return {
    target: inText(text),
    actual: choose.pick<CellSpec>('cell', [`${actual}%`, percentCell(new Decimal(actual), 0)]),
    basis: isInside ? 'within' : 'judged',
    met: isInside ? true : null,
    share: isInside ? WHOLE : null,
  };
}

function date(choose: Chooser, { isClean, year }: RowSetting): Invented {
  const target = choose.pick('target', [
    `${year}年12月31日前`,
    `${year}年12月底前`,
    `${year}年底`,
    `12月31日前`,
    `${year}年12月`,
  ]);
  // Without a year nobody can tell from the row alone that a day of the next year is late.
  const isLate = !isClean && target.startsWith(String(year)) && choose.chance('late', 30);
  const inTime = choose.pick<CellSpec>('inTime', [
    `${year}年11月20日`,
    '已完成',
    '完成',
    `${year}年11月20日完成`,
    `${year}年11月底`,
    dateCell(year, 11, 20),
  ]);
  return {
    target: inText(target),
    actual: isLate
      ? choose.pick<CellSpec>('isLate', [`${year + 1}年3月15日`, dateCell(year + 1, 3, 15)])
      : inTime,
    basis: isLate ? 'judged' : 'by-date',
    met: isLate ? null : true,
    share: isLate ? null : WHOLE,
  };
}
