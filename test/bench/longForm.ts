/**
 * A project form of any number of rows, of all kinds of targets and actuals that the generator of test forms invents, hardly any two alike;
 * and the same rows as numbers for a spreadsheet formula.
 */
import type { Grid } from '../../src/form/grid';
import { Decimal, roundTo } from '../../src/engine/decimal';
import { buildGrid, projectRows, type CellSpec } from '../form/buildGrid';
import { chooseBy, type Chooser } from '../generate/choose';
import { inventRow, type MeantRow, type RowSetting } from '../generate/meantRow';
import rowKinds from '../generate/rowKinds.json';
import { toList } from '../generate/spelling';
import words from '../generate/words.json';

/** A row as a spreadsheet formula would need it. */
export interface NumberRow {
  readonly target: number;
  readonly actual: number;
  readonly weight: number;
}

export interface LongForm {
  readonly grid: Grid;
  readonly numbers: readonly NumberRow[];
}

const SETTING: RowSetting = {
  isClean: false,
  year: 2024,
  showsCost: true,
  funds: { budget: '100', spent: '95', unit: '万元' },
};

/** Every kind of row in the shares in which the generator draws them, by level as on a form; another form for every seed. */
export function drawLongForm(rowCount: number, seed = 1): LongForm {
  const levels = rowKinds['mof-2020'];
  const numbers: NumberRow[] = [];
  const rows: CellSpec[][] = [];
  levels.forEach(({ level1, level2, kinds }, place) => {
    const first = Math.floor((rowCount * place) / levels.length);
    const end = Math.floor((rowCount * (place + 1)) / levels.length);
    for (let index = first; index < end; index += 1) {
      const choose = chooseBy(seed).within(`${index}.`);
      const row = inventRow(choose, choose.pick('kind', toList(kinds)), index, SETTING);
      const weight = choose.pick('weight', [2, 1, 1.5, 3, 0.5]);
      rows.push([
        null,
        index === first && levels[place - 1]?.level1 !== level1 ? level1 : null,
        index === first ? level2 : null,
        `${row.name}${index + 1}`,
        row.target.whole,
        row.actual,
        weight,
        ...drawScore(choose, row, weight),
      ]);
      numbers.push(toNumbers(row, weight));
    }
  });
  return { grid: buildGrid([...TOP, ...rows, ['总分', null, null, null, null, null, 100, 90]]), numbers };
}

/** Most rows have the score that they earn; some none, some less. */
function drawScore(choose: Chooser, { share }: Pick<MeantRow, 'share'>, weight: number): readonly CellSpec[] {
  const earned = share ? roundTo(share.of.times(weight).div(share.by), 2) : new Decimal(weight).times('0.9');
  const kind = choose.pick('score', ['earned', 'earned', 'earned', 'none', 'less']);
  if (kind === 'none') return [null, null];
  const score = kind === 'less' ? earned.times('0.8') : earned;
  return [score.toNumber(), score.lt(weight) ? choose.pick('reason', toList(words.reasons)) : null];
}

function toNumbers({ share }: Pick<MeantRow, 'share'>, weight: number): NumberRow {
  if (!share || share.by.isZero()) return { target: 100, actual: 90, weight };
  return { target: share.by.toNumber(), actual: share.of.toNumber(), weight };
}

/** Title, fund block and header of the small project form. */
const TOP = projectRows().slice(0, 7);
