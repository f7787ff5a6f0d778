/** Reads a cell that should hold one number: a weight, a score, an amount or a rate. */
import { Decimal } from './decimal';
import type { Entry } from './entry';
import type { NumberCell } from './facts';
import { isNotApplicable, normaliseText } from './normaliseText';
import { readNumberFormat, storedNumber } from './numberFormat';
import units from './numberCellUnits.json';
import { remember } from './remember';

type Content = Pick<NumberCell, 'state' | 'value'>;

const UNREADABLE: Content = { state: 'unreadable', value: null };

const ERROR_CODE =
  /^#(?:REF!|DIV\/0!|N\/A|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|EXTERNAL!|PYTHON!|GETTING_DATA)/i;
/** One number with its sign, and what may stand around it: a currency sign before, a unit behind. */
const ONE_NUMBER = /^¥? ?([+-]?(?:\d{1,18}(?:\.\d{0,18})?|\.\d{1,18})) ?(\D{0,8})$/;
const NUMBERS = /\d+(?:[.,]\d+)*/g;
const DATE_LIKE = /\d ?[年月日:]|\d[-/]\d/;
const LONGEST = 60;

function readClean(text: string): Content | null {
  const inBrackets = /^\((.{1,40})\)$/.exec(text)?.[1];
  const match = ONE_NUMBER.exec(inBrackets ?? text);
  if (match?.[1] === undefined) return null;
  const unit = (match[2] ?? '').trim();
  if (inBrackets !== undefined && !units.points.includes(unit)) return null;
  const number = new Decimal(match[1].replace(/\.$/, ''));
  const share = new Map(Object.entries(units.shares)).get(unit);
  if (share !== undefined) return { state: 'number', value: number.times(share) };
  const isPlain = unit === '' || units.points.includes(unit) || units.amounts.includes(unit);
  return isPlain ? { state: 'number', value: number } : null;
}

/** The one number that could still be made out of an unclean text, null for none or several. */
function makeOut(text: string): Decimal | null {
  if (text.length > LONGEST || DATE_LIKE.test(text) || /^\(.*\)$/.test(text)) return null;
  const found = text.match(NUMBERS) ?? [];
  const [only] = found;
  if (only === undefined || found.length > 1 || !/^\d{1,18}(?:\.\d{1,18})?$/.test(only)) return null;
  const at = text.indexOf(only);
  if (/[A-Za-z]/.test(text.charAt(at - 1)) || /[A-Za-z]/.test(text.charAt(at + only.length))) return null;
  const behind = text.charAt(at + only.length);
  const number = new Decimal(only).times(behind === '%' ? '0.01' : behind === '‰' ? '0.001' : 1);
  return text.charAt(at - 1) === '-' ? number.negated() : number;
}

const readTyped = remember((text): Content => {
  const trimmed = text.trim();
  if (trimmed === '') return { state: 'blank', value: null };
  if (ERROR_CODE.test(trimmed)) return { state: 'error', value: null };
  if (isNotApplicable(trimmed)) return { state: 'none', value: null };
  const normal = normaliseText(trimmed);
  return readClean(normal) ?? { state: 'unreadable', value: makeOut(normal) };
});

function readContent(entry: Entry): Content {
  const { value, text, format } = entry;
  if (typeof value === 'number') {
    const kind = readNumberFormat(format);
    const isNumber = Number.isFinite(value) && (kind === 'plain' || kind === 'percent');
    return isNumber ? { state: 'number', value: storedNumber(value) } : UNREADABLE;
  }
  if (typeof value === 'boolean') return UNREADABLE;
  return readTyped(value === null || value.trim() === '' ? text : value);
}

/**
 * Reads a cell that should hold a number. Amounts stay in the unit of the form (150万 is 150), a percentage becomes
 * a fraction (95% is 0.95), a number is what is stored and not what is shown. Never throws.
 */
export function readNumberCell(entry: Entry, cell: string | null, formula: boolean): NumberCell {
  const { state, value } = readContent(entry);
  return { state, value, cell, entry, formula };
}
