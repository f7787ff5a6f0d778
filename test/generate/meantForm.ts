/** Invents what a form means: kind, goals, rows with points and scores, fund block, judged blocks, total. How it looks is chosen elsewhere. */
import { Decimal, roundTo, sum, ZERO } from '../../src/engine/decimal';
import type { Chooser } from './choose';
import { inventRow, type MeantRow, type RowSetting } from './meantRow';
import { toList } from './spelling';
import rowKinds from './rowKinds.json';
import { inventFunds, type MeantFunds } from './meantFunds';
import { sharePoints } from './sharePoints';
import words from './words.json';

/** Where the points of the rows stand. */
export type Carrier = 'column' | 'names' | 'level1' | 'level2' | 'goals' | 'header' | 'nowhere';

export type Levels = 'both' | 'first' | 'none';

export interface ScoredRow extends MeantRow {
  /** From 1, null without goals. */
  readonly goal: number | null;
  /** What the row can earn, whether or not it is printed. */
  readonly points: Decimal;
  readonly score: Decimal | null;
  readonly reason: string;
  /** The row has no cells of its own for weight and score: they are merged with those of the row above. */
  readonly shares: boolean;
}

export interface MeantBlock {
  readonly name: string;
  readonly weight: Decimal;
  readonly score: Decimal;
}

export interface MeantGoal {
  readonly number: number;
  readonly title: string;
  readonly points: Decimal;
}

export interface MeantForm {
  readonly isClean: boolean;
  readonly kind: 'project' | 'department';
  readonly year: number;
  readonly carrier: Carrier;
  /** Which level columns the form has. */
  readonly levels: Levels;
  readonly goals: readonly MeantGoal[];
  readonly rows: readonly ScoredRow[];
  readonly funds: MeantFunds | null;
  /** 年度目标完成情况, judged as a whole. */
  readonly judgedGoal: MeantBlock | null;
  /** 资金管理: several judged rows. */
  readonly judgedRows: readonly MeantBlock[];
  readonly total: Decimal;
  readonly grade: string;
}

export interface FormDemand {
  readonly isClean: boolean;
  /** Stands below another form and has no title of its own. */
  readonly isUntitled: boolean;
}

export function inventForm(choose: Chooser, { isClean, isUntitled }: FormDemand): MeantForm {
  const scheme = choose.pick('scheme', ['mof-2020', 'mof-2020', 'mof-2021']);
  const year = choose.pick('year', [2024, 2023, 2021]);
  const goalCount = isUntitled ? 0 : choose.pick('goals', [0, 0, 0, 2, 3, 1]);
  const kind = isUntitled ? 'project' : choose.pick('kind', ['project', 'department']);
  const carrier = chooseCarrier(choose, goalCount);
  const levels = chooseLevels(choose, carrier);
  const execution = chooseExecution(choose, kind, { isClean, isUntitled, goalCount, carrier });
  const judged =
    execution === '20' && isClean
      ? choose.pick('judged', [0, 0, 20])
      : isClean
        ? 0
        : choose.pick('judged', [0, 0, 0, 20]);
  const judgedShape = choose.pick('judgedShape', ['goal', 'rows']);
  const funds =
    execution === 'none'
      ? null
      : inventFunds(choose, kind, execution === '0' ? null : new Decimal(execution), isClean);
  const setting: RowSetting = {
    isClean,
    year,
    showsCost: levels === 'both' || (levels === 'first' && scheme === 'mof-2021'),
    funds:
      funds?.total.budget && funds.total.spent && funds.unit
        ? { budget: funds.total.budget.toFixed(), spent: funds.total.spent.toFixed(), unit: funds.unit }
        : null,
  };
  const meant = inventRows(choose, scheme, isClean, setting);
  const rowPoints = 100 - Number(execution === 'none' ? 0 : execution) - judged;
  const isByRule = isClean && goalCount === 0 && execution === '10';
  const points = isClean
    ? sharePoints(choose, meant, rowPoints, isByRule ? scheme : null)
    : meant.map((_, index) => new Decimal(choose.count(`row${index}.points`, 1, 40)).div(2));
  const rows = meant.map((row, index): ScoredRow => {
    const own = choose.within(`row${index}.`);
    const weight = points[index] ?? ZERO;
    const previous = meant[index - 1];
    const isSameGroup = previous?.level1 === row.level1 && previous.level2 === row.level2;
    const goal = goalOf(index, meant.length, goalCount);
    const sharesGoal = goal === goalOf(index - 1, meant.length, goalCount);
    const canShare = carrier !== 'names' && isSameGroup && sharesGoal;
    return {
      ...row,
      goal,
      points: weight,
      ...inventScore(own, row, weight, isClean, carrier),
      shares: canShare && own.chance('shares', 8),
    };
  });
  const settled = settleShared(rows, carrier);
  const goals = Array.from({ length: goalCount }, (_, index): MeantGoal => ({
    number: index + 1,
    title: toList(words.goalTitles)[index] ?? '',
    points: sum(settled.filter(({ goal }) => goal === index + 1).map((row) => row.points)),
  }));
  const judgedGoal =
    judged > 0 && judgedShape === 'goal' ? block(choose, '年度目标完成情况', judged, isClean) : null;
  const judgedRows =
    judged > 0 && judgedShape === 'rows'
      ? ['分配科学性', '使用规范性', '支出责任履行情况'].map((name, index) =>
          block(choose.within(name), name, index === 2 ? judged - 10 : 5, isClean),
        )
      : [];
  const total = sum([
    funds?.score ?? ZERO,
    ...[judgedGoal, ...judgedRows].map((part) => part?.score ?? ZERO),
    ...settled.map(({ score, shares }) => (shares ? ZERO : (score ?? ZERO))),
  ]);
  const printed = isClean ? total : total.plus(choose.pick('totalOff', [0, 0, 1, -0.5]));
  return {
    isClean,
    kind,
    year,
    carrier,
    levels,
    goals: goals.filter(({ number }) => settled.some(({ goal }) => goal === number)),
    rows: settled,
    funds,
    judgedGoal,
    judgedRows,
    total: printed,
    grade: gradeOf(printed),
  };
}

function gradeOf(total: Decimal): string {
  if (total.gte(90)) return '优';
  if (total.gte(80)) return '良';
  return total.gte(60) ? '中' : '差';
}

function chooseCarrier(choose: Chooser, goalCount: number): Carrier {
  return goalCount > 0
    ? choose.pick('carrier', ['column', 'names', 'goals', 'column', 'level1', 'nowhere'])
    : choose.pick('carrier', [
        'column',
        'column',
        'names',
        'level1',
        'level2',
        'header',
        'column',
        'nowhere',
      ]);
}

function chooseLevels(choose: Chooser, carrier: Carrier): Levels {
  if (carrier === 'level2') return 'both';
  return carrier === 'level1'
    ? choose.pick('levels', ['both', 'both', 'first'])
    : choose.pick('levels', ['both', 'both', 'both', 'none', 'first']);
}

type Execution = '10' | '20' | '0' | 'none';

function chooseExecution(
  choose: Chooser,
  kind: MeantForm['kind'],
  {
    isClean,
    isUntitled,
    goalCount,
    carrier,
  }: FormDemand & { readonly goalCount: number; readonly carrier: Carrier },
): Execution {
  // Below another form nothing but the fund block tells where an untitled one begins.
  if (isUntitled) return choose.pick('execution', ['10', '20']);
  // A project with goals and an execution of 10 is made for no rule that would leave its levels free.
  if (isClean && goalCount > 0 && (kind === 'project' || carrier !== 'goals')) return '20';
  return choose.pick('execution', ['10', '20', '10', '0', 'none']);
}

function inventRows(
  choose: Chooser,
  scheme: string,
  isClean: boolean,
  setting: RowSetting,
): readonly MeantRow[] {
  const table = scheme === 'mof-2021' ? rowKinds['mof-2021'] : rowKinds['mof-2020'];
  const rows: MeantRow[] = [];
  let hasWholeCost = false;
  const seen = new Map<string, number>();
  table.forEach(({ level1, level2, kinds }, place) => {
    // A clean form has rows of every first level.
    const isFirst = table.findIndex((other) => other.level1 === level1) === place;
    const own = choose.within(`${level2}.`);
    const least = place === 0 || (isClean && isFirst) ? 1 : 0;
    const count = own.pick('rows', toList([least, 0, 1, 1, 2, 3].filter((many) => many >= least)));
    for (let index = 0; index < count; index += 1) {
      const line = own.within(`${index}.`);
      const kind = line.pick('kind', toList(kinds.filter((name) => name !== 'wholeCost' || !hasWholeCost)));
      if (kind === 'wholeCost') hasWholeCost = true;
      const number = seen.get(kind) ?? 0;
      seen.set(kind, number + 1);
      rows.push({ level1, level2, ...inventRow(line, kind, number, setting) });
    }
  });
  return rows;
}

function inventScore(
  choose: Chooser,
  row: MeantRow,
  points: Decimal,
  isClean: boolean,
  carrier: Carrier,
): Pick<ScoredRow, 'score' | 'reason'> {
  const hasOwnWeight = carrier === 'column' || carrier === 'names';
  const reason = choose.pick('reason', toList(words.reasons));
  if (isClean) {
    const lost =
      row.basis === 'judged' && points.gt(1) && choose.chance('lost', 50) ? new Decimal('0.5') : ZERO;
    return { score: points.minus(lost), reason: lost.isZero() ? '' : reason };
  }
  const isBlank = hasOwnWeight && choose.chance('unscored', 12);
  const part = choose.pick('part', [1, 1, 0.8, 0.5, 0]);
  return {
    score: isBlank ? null : roundTo(points.times(part), 2),
    reason: choose.chance('explained', 40) ? reason : '',
  };
}

/** A row that shares the cells above it has neither points nor a score of its own; what it had goes to the row above. */
function settleShared(rows: readonly ScoredRow[], carrier: Carrier): readonly ScoredRow[] {
  const settled: ScoredRow[] = [];
  for (const row of rows) {
    const above = settled.findLast(({ shares }) => !shares);
    const canShare = row.shares && above !== undefined && above.score !== null && row.score !== null;
    if (!canShare) {
      settled.push({ ...row, shares: false });
      continue;
    }
    const score = above.score.plus(row.score);
    settled[settled.lastIndexOf(above)] = {
      ...above,
      points: above.points.plus(row.points),
      score,
      reason: above.reason || row.reason,
    };
    settled.push({ ...row, points: ZERO, score: null, reason: '', shares: true });
  }
  return carrier === 'names' ? settled.map((row) => ({ ...row, shares: false })) : settled;
}

function goalOf(index: number, rows: number, goals: number): number | null {
  return goals === 0 ? null : Math.min(goals, Math.floor((index * goals) / rows) + 1);
}

function block(choose: Chooser, name: string, weight: number, isClean: boolean): MeantBlock {
  return {
    name,
    weight: new Decimal(weight),
    score: new Decimal(isClean ? weight : choose.count('score', 0, weight)),
  };
}
