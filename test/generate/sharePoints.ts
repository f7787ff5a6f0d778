/** Shares the points of a form among its rows. */
import { Decimal, ZERO } from '../../src/engine/decimal';
import type { Chooser } from './choose';
import type { MeantRow } from './meantRow';

/** Points in halves that make up the whole; by first level where the rule says how many each has. */
export function sharePoints(
  choose: Chooser,
  rows: readonly MeantRow[],
  whole: number,
  scheme: string | null,
): readonly Decimal[] {
  const levels: ReadonlyMap<string, number> =
    scheme === 'mof-2021'
      ? new Map([
          ['成本指标', 20],
          ['产出指标', 40],
          ['效益指标', 20],
          ['满意度指标', 10],
        ])
      : scheme === 'mof-2020'
        ? new Map([
            ['产出指标', 50],
            ['效益指标', 30],
            ['满意度指标', 10],
          ])
        : new Map();
  const groups = levels.size > 0 ? [...levels.keys()] : [null];
  const points = new Map<MeantRow, Decimal>();
  for (const group of groups) {
    const own = rows.filter(({ level1 }) => group === null || level1 === group);
    let rest = (group === null ? whole : (levels.get(group) ?? 0)) * 2;
    own.forEach((row, index) => {
      const left = own.length - index - 1;
      const even = Math.floor(rest / (left + 1));
      const half =
        left === 0
          ? rest
          : Math.max(1, even - choose.count(`points${group ?? ''}${index}`, 0, Math.floor(even / 2)));
      rest -= half;
      points.set(row, new Decimal(half).div(2));
    });
  }
  return rows.map((row) => points.get(row) ?? ZERO);
}
