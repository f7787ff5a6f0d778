/** Says in words and cells where a figure of a rolled-up form comes from: "项目A!F9 600＋项目B!F12 410＝1010个". */
import type { Decimal } from '../../engine/decimal';
import { sum } from '../../engine/decimal';
import type { FundSource, MoneyChoice, RolledUpRow, Source } from '../../engine/rollUp/rolledUp';
import { writeNumber } from '../../engine/writeStep';
import { fillPlaces } from '../templates/wording';
import text from './sheet.json';

const { told } = text;

/** Longest telling of one figure; a cell holds 32,767 characters. */
const LONGEST = 6000;

/** Where target, actual and score of a row come from. */
export function tellSources(row: RolledUpRow, choice: MoneyChoice): string {
  switch (row.way) {
    case 'sum':
      return tellNumbers(row, choice);
    case 'mean':
      return tellNumbers(row, choice);
    case 'judged':
      return joinParts([tellScore(row, choice), tellMet(row)]);
    case 'met':
      return joinParts([tellMet(row)]);
    case 'alone':
      return joinParts([
        row.sources
          .map(({ sheet, targetCell, actualCell }) => placesOf(sheet, [targetCell, actualCell]))
          .join(''),
        row.isComputed || row.score === null ? '' : tellScore(row, choice),
      ]);
    case 'open':
      return fillPlaces(told.typed, { places: places(row.sources) });
  }
}

/** Where the amounts of one form stand. */
export function tellFund({ sheet, budgetCell, budgetText, spentCell, spentText }: FundSource): string {
  const amounts = [
    { cell: budgetCell, amount: budgetText },
    { cell: spentCell, amount: spentText },
  ].flatMap(({ cell, amount }) => (cell === null ? [] : `${cell} ${amount}`.trim()));
  return `${sheet}!${amounts.join(told.comma)}`;
}

function joinParts(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(told.semicolon);
}

/** "Sheet!E9、F9": the cells of one row. */
function placesOf(sheet: string, cells: readonly (string | null)[]): string {
  const known = cells.filter((cell) => cell !== null);
  return known.length === 0 ? sheet : `${sheet}!${known.join(told.cellComma)}`;
}

function places(sources: readonly Source[]): string {
  return cut(
    sources.map(({ sheet, targetCell, actualCell }) => placesOf(sheet, [targetCell, actualCell])),
    told.comma,
  );
}

/** The parts joined, as many as there is room for. */
function cut(parts: readonly string[], by: string): string {
  const whole = parts.join(by);
  if (whole.length <= LONGEST) return whole;
  let length = 0;
  const kept = parts.filter((part) => (length += part.length + by.length) <= LONGEST);
  return `${kept.join(by)}${fillPlaces(told.rest, { count: String(parts.length) })}`;
}

function tellNumbers(row: RolledUpRow, choice: MoneyChoice): string {
  const isMean = row.way === 'mean';
  const tell = (
    label: string,
    result: Decimal | null,
    take: (source: Source) => { readonly cell: string | null; readonly value: Decimal | null },
  ): string => {
    const parts = row.sources.map((source) => {
      const { cell, value } = take(source);
      const figure = `${source.sheet}!${cell ?? ''} ${value ? writeNumber(value) : ''}`.trim();
      return isMean ? `${figure}${told.times}${source.money ? writeNumber(source.money) : ''}` : figure;
    });
    const joined = cut(parts, told.plus);
    const whole = isMean ? `(${joined})${told.over}${writeNumber(moneyOf(row.sources))}` : joined;
    const unit = result ? `${writeNumber(result)}${row.unit}` : '';
    return `${label}：${whole}${told.equals}${unit}`;
  };
  return joinParts([
    isMean ? fillPlaces(told.weighted, { choice: text.choice[choice] }) : told.added,
    tell(told.target, row.targetValue, ({ targetCell, target }) => ({ cell: targetCell, value: target })),
    tell(told.actual, row.actualValue, ({ actualCell, actual }) => ({ cell: actualCell, value: actual })),
  ]);
}

function moneyOf(sources: readonly Source[]): Decimal {
  return sum(sources.flatMap(({ money }) => money ?? []));
}

function tellMet({ sources }: RolledUpRow): string {
  const met = sources.filter((source) => source.met === true).length;
  return met === 0
    ? fillPlaces(told.see, { places: places(sources) })
    : fillPlaces(told.met, { all: String(sources.length), met: String(met), places: places(sources) });
}

/** "得分：(甲!H9 9÷10×30＋乙!H9 5÷10×10)÷40×分值20＝16": scores as shares of their weights, weighted by money. */
function tellScore({ sources, weight, score }: RolledUpRow, choice: MoneyChoice): string {
  const isAlone = sources.length === 1;
  const parts = sources.map((source) => {
    const share = [source.score, source.weight]
      .map((value) => (value ? writeNumber(value) : ''))
      .join(told.over);
    const figure = `${source.sheet}!${source.scoreCell ?? ''} ${share}`;
    return isAlone ? figure : `${figure}${told.times}${source.money ? writeNumber(source.money) : ''}`;
  });
  const joined = cut(parts, told.plus);
  const mean = isAlone ? joined : `(${joined})${told.over}${writeNumber(moneyOf(sources))}`;
  const points = fillPlaces(told.points, { points: writeNumber(weight) });
  const result = score ? `${told.equals}${writeNumber(score)}` : '';
  const label = isAlone
    ? told.score
    : fillPlaces(told.average, { choice: text.choice[choice], score: told.score });
  return `${label}：${mean}${told.times}${points}${result}`;
}

/** Why points were lost, as the forms say it; "" when none says anything. */
export function tellReasons(rows: readonly RolledUpRow[]): string {
  const lost = rows.filter(({ score, weight }) => score?.lt(weight) === true);
  const parts = lost.flatMap(({ name, sources }) =>
    sources.flatMap(({ sheet, reason }) =>
      reason === null || reason.text === ''
        ? []
        : [fillPlaces(told.reason, { name, place: `${sheet}!${reason.cell}`, reason: reason.text })],
    ),
  );
  return cut(parts, '\n');
}
