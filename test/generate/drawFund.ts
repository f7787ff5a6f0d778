/** Draws the fund block of a form, in one of its many shapes, and says what has to be read from it. */
import type { Decimal } from '../../src/engine/decimal';
import type { CellSpec } from '../form/buildGrid';
import type { Canvas } from './canvas';
import type { Chooser } from './choose';
import { decorate } from './layout';
import type { MeantForm } from './meantForm';
import type { MeantFundRow, MeantFunds } from './meantFunds';
import { percentCell, toList, widen } from './spelling';
import { plainLabel, type SeenForm, type SeenFundRow } from './seen';
import words from './words.json';

type SeenBudget = NonNullable<SeenForm['budget']>;

type FundRole = 'initial' | 'budget' | 'arrived' | 'spent' | 'weight' | 'rate' | 'score' | 'reason';

interface FundColumn {
  readonly role: FundRole;
  readonly header: CellSpec;
}

type WeightPlace = 'none' | 'column' | 'score header' | 'label' | 'header number';
type RateStyle = 'percent' | 'text' | 'bare' | 'bare under %' | 'blank';

interface FundLayout {
  readonly weightPlace: WeightPlace;
  readonly rateStyle: RateStyle;
  readonly columns: readonly FundColumn[];
  /** The label beside the headers. */
  readonly side: string;
  readonly labelColumn: number;
  readonly firstColumn: number;
  readonly amount: (key: string, value: Decimal | null) => CellSpec;
  /** What stands for the weight and the score of a part. */
  readonly partMark: CellSpec;
}

export function drawFund(
  canvas: Canvas,
  choose: Chooser,
  form: MeantForm,
  funds: MeantFunds,
  hasSide: boolean,
): SeenBudget {
  const unitPlace = funds.unit === null ? 'nowhere' : choose.pick('unitPlace', ['side', 'header', 'line']);
  if (unitPlace === 'line') {
    canvas.next();
    canvas.put(
      choose.pick('unitColumn', [0, 4, 6]),
      choose.pick('unitLine', [`金额单位：${funds.unit ?? ''}`, `单位：${funds.unit ?? ''}`]),
    );
  }
  const layout = chooseFundLayout(choose, form, funds, unitPlace, hasSide);
  canvas.next();
  if (layout.side !== '') canvas.put(0, layout.side);
  layout.columns.forEach(({ header }, index) => canvas.put(layout.firstColumn + index, header));
  const reason = choose.chance('reasonGiven', 30) ? choose.pick('reason', toList(words.reasons)) : '';
  const total = drawFundRow(canvas, choose, layout, funds, funds.total, reason);
  const parts = funds.parts.map((part) => drawFundRow(canvas, choose, layout, funds, part, null).seen);
  const hasReason = layout.columns.some(({ role }) => role === 'reason');
  return {
    total: total.seen,
    parts,
    weight: funds.weight?.toFixed() ?? null,
    score: funds.score?.toFixed() ?? null,
    scoreCell: total.scoreCell,
    rateCell: total.rateCell,
    unit: funds.unit === null ? null : funds.unit === '元' ? '1' : '10000',
    reason: hasReason ? reason : null,
  };
}

function chooseFundLayout(
  choose: Chooser,
  form: MeantForm,
  { unit, weight, initial }: MeantFunds,
  unitPlace: string,
  hasSide: boolean,
): FundLayout {
  const weightPlace: WeightPlace =
    weight === null
      ? 'none'
      : choose.pick('weightPlace', ['column', 'column', 'score header', 'label', 'header number']);
  const rateStyle: RateStyle = choose.pick('rateStyle', ['percent', 'text', 'bare', 'bare under %', 'blank']);
  const inHeader =
    unitPlace === 'header' ? choose.pick('unitText', [`（${unit ?? ''}）`, `(${unit ?? ''})`]) : '';
  const head = (role: keyof typeof words.fund): string =>
    decorate(choose.within(`header.${role}.`), toList(words.fund[role]), []);
  const points = weight?.toFixed() ?? '';
  const weightColumn: readonly FundColumn[] =
    weightPlace === 'column' ? [{ role: 'weight', header: head('weight') }] : [];
  const isWeightLate = choose.chance('weightLate', 30);
  const scoreHeader =
    weightPlace === 'score header'
      ? choose.pick('scoreHeader', [
          `得分(${points}分*执行率)`,
          `得分\n（${points}分*执行率）`,
          `得分(${points}*执行率)`,
          `得分（${points}分×执行率）`,
        ])
      : weightPlace === 'header number'
        ? choose.pick<CellSpec>('scoreNumber', [Number(points), points, `${points}分`])
        : head('score');
  const columns: readonly FundColumn[] = [
    ...(initial === null ? [] : [{ role: 'initial' as const, header: head('initial') }]),
    { role: 'budget', header: `${head('budget')}${inHeader}` },
    ...(choose.chance('arrived', 8) ? [{ role: 'arrived' as const, header: head('arrived') }] : []),
    { role: 'spent', header: `${head('spent')}${inHeader}` },
    ...(isWeightLate ? [] : weightColumn),
    { role: 'rate', header: head(rateStyle === 'bare under %' ? 'ratePercent' : 'rate') },
    ...(isWeightLate ? weightColumn : []),
    ...(weightPlace === 'none' ? [] : [{ role: 'score' as const, header: scoreHeader }]),
    ...(weightPlace !== 'header number' && choose.chance('reasonColumn', 12)
      ? [{ role: 'reason' as const, header: head('reason') }]
      : []),
  ];
  const unitText =
    unitPlace === 'side' ? choose.pick('sideUnit', [`\n（${unit ?? ''}）`, `(${unit ?? ''})`]) : '';
  const pointsText =
    weightPlace === 'label' ? choose.pick('sidePoints', [`\n（${points}分）`, `(${points}分)`]) : '';
  const hasLabel = unitText !== '' || pointsText !== '' || hasSide || choose.chance('sideText', 50);
  const isCorner = !hasSide && choose.chance('corner', 50);
  const labelColumn = isCorner ? 0 : 1;
  const amountStyle = choose.pick('amountStyle', [
    'number',
    'number',
    'grouped',
    'text',
    'glued',
    'wide',
    'shown',
  ]);
  return {
    weightPlace,
    rateStyle,
    columns,
    side: hasLabel
      ? `${form.kind === 'department' ? '部门整体支出' : choose.pick('side', toList(words.fund.side))}${unitText}${pointsText}`
      : '',
    labelColumn,
    firstColumn: labelColumn + 1 + choose.pick('merged', [0, 1, 2]),
    amount: (key, value) =>
      value === null
        ? choose.pick<CellSpec>(`${key}.none`, [null, '—', '/'])
        : writeAmount(value, amountStyle, unit),
    partMark: choose.pick<CellSpec>('partMark', ['—', '/', null, weight === null ? null : weight.toNumber()]),
  };
}

function writeAmount(value: Decimal, style: string, unit: string | null): CellSpec {
  const grouped = value.toFixed().replace(/\B(?<!\..*)(?=(\d{3})+(?!\d))/g, ',');
  if (style === 'grouped') return grouped;
  if (style === 'text') return value.toFixed(2);
  if (style === 'shown') return { value: value.toNumber(), text: grouped, format: '#,##0.00' };
  if (style === 'glued' && unit !== null) return `${grouped}${unit}`;
  return style === 'wide' ? widen(value.toFixed()) : value.toNumber();
}

function writeRate(rate: Decimal, style: RateStyle): CellSpec {
  switch (style) {
    case 'percent':
      return percentCell(rate, 2);
    case 'text':
      return `${rate.toFixed(2)}%`;
    case 'blank':
      return null;
    default:
      return rate.toNumber();
  }
}

interface DrawnFundRow {
  readonly seen: SeenFundRow;
  readonly scoreCell: string | null;
  readonly rateCell: string | null;
}

/** Draws the total row, or a part of it (`reason` null). */
function drawFundRow(
  canvas: Canvas,
  choose: Chooser,
  layout: FundLayout,
  funds: MeantFunds,
  { label, budget, spent }: MeantFundRow,
  reason: string | null,
): DrawnFundRow {
  const isTotal = reason !== null;
  // The rows of a fund block stand together: below a blank row nobody would look for more of them.
  const row = canvas.next(true);
  canvas.put(layout.labelColumn, label);
  const hasRate =
    layout.rateStyle !== 'blank' &&
    budget !== null &&
    !budget.isZero() &&
    spent !== null &&
    (isTotal || !choose.chance('partRates', 30));
  const rate = hasRate ? spent.div(budget).times(100).toDecimalPlaces(2) : null;
  let scoreCell: string | null = null;
  let rateCell: string | null = null;
  layout.columns.forEach(({ role }, index) => {
    const column = layout.firstColumn + index;
    const put = (spec: CellSpec): string => canvas.put(column, spec);
    switch (role) {
      case 'initial':
        put(layout.amount(`initial${label}`, isTotal ? funds.initial : null));
        break;
      case 'budget':
        put(layout.amount(`budget${label}`, budget));
        break;
      case 'arrived':
        put(layout.amount(`arrived${label}`, budget));
        break;
      case 'spent':
        put(layout.amount(`spent${label}`, spent));
        break;
      case 'rate':
        rateCell = put(
          rate === null
            ? isTotal
              ? null
              : choose.pick<CellSpec>('rateMark', [null, '—'])
            : writeRate(rate, layout.rateStyle),
        );
        break;
      case 'weight':
        put(isTotal ? (funds.weight?.toNumber() ?? null) : layout.partMark);
        break;
      case 'score':
        scoreCell = put(isTotal ? (funds.score?.toNumber() ?? null) : layout.partMark);
        break;
      case 'reason':
        put(isTotal ? reason : null);
        break;
    }
  });
  const seenRate = rate?.div(100).toFixed() ?? null;
  return {
    seen: {
      row,
      label: plainLabel(label),
      budget: budget?.toFixed() ?? null,
      spent: spent?.toFixed() ?? null,
      rate: seenRate,
    },
    scoreCell,
    rateCell,
  };
}
