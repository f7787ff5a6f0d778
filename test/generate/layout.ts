/** Chooses how a form looks: its columns, where points and labels stand, how numbers are written. */
import type { Decimal } from '../../src/engine/decimal';
import type { CellSpec } from '../form/buildGrid';
import type { Chooser } from './choose';
import type { MeantForm } from './meantForm';
import { percentCell, toList, widen } from './spelling';
import words from './words.json';

export type Role =
  | 'order'
  | 'level1'
  | 'level2'
  | 'name'
  | 'operator'
  | 'initial'
  | 'target'
  | 'unit'
  | 'actual'
  | 'weight'
  | 'score'
  | 'reviewed'
  | 'share'
  | 'converted'
  | 'coefficient'
  | 'reason'
  | 'remark';

export interface Column {
  readonly role: Role;
  readonly header: CellSpec;
  /** The heading above this and the next columns, in a header of two rows; "" where it stands over an earlier column. */
  readonly group: string | null;
}

export type NumberStyle = 'number' | 'text' | 'points' | 'percent' | 'fixed';

export interface Layout {
  /** A column of labels left of the table. */
  readonly hasSide: boolean;
  readonly sideLabel: string;
  readonly columns: readonly Column[];
  /** The target has cells of its own for operator, value and unit: what of these. */
  readonly target: 'whole' | 'split' | 'unit';
  readonly hasAdjusted: boolean;
  readonly mergesLabels: boolean;
  readonly weightStyle: NumberStyle;
  readonly scoreStyle: NumberStyle;
  readonly levelPoints: readonly ('level1' | 'level2')[];
  readonly pointsStyle: (points: Decimal) => string;
  readonly onlyPoints: boolean;
  readonly goalPlace: 'heading-repeat' | 'heading' | 'side-header' | 'side-row';
  readonly hasSubtotals: boolean;
}

export function chooseLayout(choose: Chooser, form: MeantForm): Layout {
  const { carrier, levels } = form;
  const goalPlace = choose.pick('goalPlace', ['heading-repeat', 'heading', 'side-header', 'side-row']);
  const needsSide = form.goals.length > 0 && (goalPlace === 'side-header' || goalPlace === 'side-row');
  const hasSide = needsSide || choose.chance('side', 60);
  const mergesLabels = !choose.chance('everyLabel', 30);
  const canPoint = carrier === 'column' || carrier === 'names';
  return {
    hasSide,
    // Beside 绩效内容 or another 绩效指标 a label of this word would be a second name for the same column.
    sideLabel:
      levels === 'none' ? '' : choose.pick('sideLabel', ['绩效指标', '', '绩\n效\n指\n标', '年度绩效指标']),
    ...chooseColumns(choose, form),
    mergesLabels,
    weightStyle: choose.pick('weightStyle', ['number', 'number', 'text', 'points', 'percent', 'fixed']),
    scoreStyle: choose.pick('scoreStyle', ['number', 'number', 'text', 'points', 'fixed']),
    levelPoints: [
      ...(carrier === 'level1' || (canPoint && levels !== 'none' && choose.chance('level1Points', 25))
        ? (['level1'] as const)
        : []),
      ...(carrier === 'level2' || (canPoint && levels === 'both' && choose.chance('level2Points', 12))
        ? (['level2'] as const)
        : []),
    ],
    pointsStyle: choosePointsStyle(choose),
    // Written into every row, "(20分)" would not say whether the next level begins.
    onlyPoints: levels === 'both' && mergesLabels && choose.chance('onlyPoints', 30),
    goalPlace,
    hasSubtotals: levels !== 'none' && choose.chance('subtotals', 15),
  };
}

/** Points behind a label: "(50分)", "（50分）", on a line of their own, or bare where that cannot be a list number. */
function choosePointsStyle(choose: Chooser): (points: Decimal) => string {
  const [before, after] = choose.pick<readonly [string, string]>('pointsStyle', [
    ['(', '分)'],
    ['（', '分）'],
    ['\n(', '分)'],
    ['\n（', ' 分）'],
    ['（', '）'],
  ]);
  return (points) => {
    const isBare = !after.includes('分') && (points.lt(10) || !points.isInteger());
    return `${before}${points.toFixed()}${isBare ? '分' : ''}${after}`;
  };
}

type Columns = Pick<Layout, 'columns' | 'target' | 'hasAdjusted'>;

function chooseColumns(choose: Chooser, form: MeantForm): Columns {
  const { carrier, levels } = form;
  const head = (role: keyof typeof words.headers, suffixes: readonly string[] = []): string =>
    decorate(choose.within(`header.${role}.`), toList(words.headers[role]), suffixes);
  const one = (role: Role, header: CellSpec, group: string | null = null): Column => ({
    role,
    header,
    group,
  });
  const nameWord = carrier === 'names' ? 'nameWithWeight' : levels === 'none' ? 'nameAlone' : 'name';
  const target = chooseTarget(choose, head, one);
  const scores = chooseScores(choose, form, head, one);
  const parts: ReadonlyMap<string, readonly Column[]> = new Map([
    ['T', target.columns],
    ['A', [one('actual', head('actual', ['(B)', '（B）', '（Ｂ）'])), ...target.behind]],
    ['W', carrier === 'column' ? [one('weight', head('weight', ['(分)', '']))] : []],
    ['S', scores],
  ]);
  const hasLast = carrier === 'header';
  const order = hasLast
    ? 'TAWS'
    : choose.pick('order', ['TAWS', 'TAWS', 'WTAS', 'TWAS', 'TASW', 'WSTA', 'ATWS']);
  const columns = [
    ...(choose.chance('orderColumn', 10) ? [one('order', head('order'))] : []),
    ...(levels === 'none' ? [] : [one('level1', head('level1'))]),
    ...(levels === 'both' ? [one('level2', head('level2'))] : []),
    one('name', head(nameWord)),
    ...order.split('').flatMap((part) => parts.get(part) ?? []),
    ...(hasLast || choose.chance('noReason', 25) ? [] : [one('reason', head('reason'))]),
    ...(hasLast || !choose.chance('remark', 10) ? [] : [one('remark', head('remark'))]),
  ];
  return { columns, target: target.shape, hasAdjusted: target.hasAdjusted };
}

type Head = (role: keyof typeof words.headers, suffixes?: readonly string[]) => string;
type One = (role: Role, header: CellSpec, group?: string | null) => Column;

interface TargetColumns {
  readonly shape: Layout['target'];
  readonly hasAdjusted: boolean;
  readonly columns: readonly Column[];
  /** Columns of the target that stand behind the actual. */
  readonly behind: readonly Column[];
}

function chooseTarget(choose: Chooser, head: Head, one: One): TargetColumns {
  const suffixes = ['(A)', '（A）', '（Ａ）'];
  const operator = one('operator', head('operator'));
  const unit = one('unit', head('unit'));
  const value = one('target', head('value'));
  const shape = choose.pick('targetShape', [
    'whole',
    'whole',
    'split',
    'grouped',
    'adjusted',
    'split-adjusted',
    'unit',
    'unit-behind',
  ]);
  const none = { hasAdjusted: false, behind: [] };
  switch (shape) {
    case 'whole':
      return { ...none, shape: 'whole', columns: [one('target', head('target', suffixes))] };
    case 'split':
      return {
        ...none,
        shape: 'split',
        columns: choose.pick('splitOrder', [
          [operator, value, unit],
          [unit, operator, value],
        ]),
      };
    case 'grouped': {
      const group = head('targetGroup');
      return {
        ...none,
        shape: 'split',
        columns: [
          { ...operator, group },
          { ...one('target', head('groupedValue')), group: '' },
          { ...unit, group: '' },
        ],
      };
    }
    case 'adjusted':
      return {
        shape: 'whole',
        hasAdjusted: true,
        columns: [one('initial', head('initial')), one('target', head('adjusted'))],
        behind: [],
      };
    case 'split-adjusted':
      return {
        shape: 'split',
        hasAdjusted: true,
        columns: [unit, operator, one('initial', head('initial')), one('target', head('adjusted'))],
        behind: [],
      };
    case 'unit':
      return {
        ...none,
        shape: 'unit',
        columns: choose.pick('unitOrder', [
          [value, unit],
          [unit, value],
        ]),
      };
    case 'unit-behind':
      return { ...none, shape: 'split', columns: [operator, value], behind: [unit] };
  }
}

function chooseScores(
  choose: Chooser,
  { carrier, rows }: MeantForm,
  head: Head,
  one: One,
): readonly Column[] {
  if (carrier === 'header') {
    const points = rows.reduce((sum, row) => sum + row.points.toNumber(), 0);
    return [
      one(
        'score',
        choose.pick<CellSpec>('headerNumber', [points, `${points}`, `${points}分`, `（${points}分）`]),
      ),
    ];
  }
  if (carrier === 'nowhere' && choose.chance('noScores', 40)) return [];
  const score = one('score', head('score', ['(分)', '']));
  const reviewed = one('reviewed', head('reviewed'));
  switch (
    choose.pick('scoreShape', ['one', 'one', 'one', 'review-after', 'review-before', 'three', 'coefficient'])
  ) {
    case 'one':
      return [score];
    case 'review-after':
      return [score, reviewed];
    case 'review-before':
      return [reviewed, score];
    case 'three':
      return [
        one('score', head('single'), head('scoreGroup')),
        one('share', head('share'), ''),
        one('converted', head('converted'), ''),
      ];
    case 'coefficient':
      return [one('coefficient', head('coefficient')), score];
  }
}

/** A header word as offices write it: with a suffix such as "(A)", with line breaks, in full width. */
export function decorate(
  choose: Chooser,
  list: readonly [string, ...string[]],
  suffixes: readonly string[],
): string {
  const word = choose.pick('word', list);
  const suffix = suffixes.length === 0 ? '' : choose.pick('suffix', ['', ...suffixes]);
  const between = suffix !== '' && choose.chance('break', 30) ? '\n' : '';
  const whole = `${word}${between}${suffix}`;
  return choose.chance('wide', 8) ? widen(whole) : whole;
}

/** A number as it may be typed. */
export function writeNumber(value: Decimal, style: NumberStyle): CellSpec {
  switch (style) {
    case 'number':
      return value.toNumber();
    case 'text':
      return value.toFixed();
    case 'points':
      return `${value.toFixed()}分`;
    case 'fixed':
      return { value: value.toNumber(), text: value.toFixed(2), format: '0.00' };
    case 'percent':
      return percentCell(value, value.decimalPlaces());
  }
}
