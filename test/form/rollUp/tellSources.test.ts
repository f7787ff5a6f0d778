// Where a rolled-up figure comes from, in words and cells.
import { Decimal } from '../../../src/engine/decimal';
import type { RolledUpRow, Source } from '../../../src/engine/rollUp/rolledUp';
import { tellFund, tellReasons, tellSources } from '../../../src/form/rollUp/tellSources';

const number = (text: string | undefined) => (text === undefined ? null : new Decimal(text));

interface SourceWords {
  readonly sheet: string;
  readonly target?: string;
  readonly actual?: string;
  readonly score?: string;
  readonly weight?: string;
  readonly money?: string;
  readonly met?: boolean | null;
  readonly reason?: string | null;
  readonly hasCells?: boolean;
}

function source(words: SourceWords): Source {
  const { sheet, met = null, reason = null, hasCells = true } = words;
  const cell = (letter: string) => (hasCells ? `${letter}9` : null);
  return {
    row: `${sheet}#9`,
    form: sheet,
    formName: sheet,
    sheet,
    targetCell: cell('E'),
    actualCell: cell('F'),
    targetText: '',
    actualText: '',
    target: number(words.target),
    actual: number(words.actual),
    scoreCell: cell('H'),
    score: number(words.score),
    weight: number(words.weight),
    met,
    reason: reason === null ? null : { cell: 'I9', text: reason },
    money: number(words.money),
  };
}

function row(
  way: RolledUpRow['way'],
  sources: readonly SourceWords[],
  more: Partial<RolledUpRow> = {},
): RolledUpRow {
  return {
    match: 'a',
    level1: '产出指标',
    level2: '',
    name: '岗位数',
    way,
    target: '',
    actual: '',
    targetValue: null,
    actualValue: null,
    unit: '',
    weight: new Decimal(20),
    score: null,
    isComputed: true,
    sources: sources.map(source),
    ...more,
  };
}

const A: SourceWords = { sheet: '甲', target: '600', actual: '400', score: '9', weight: '10', money: '30' };
const B: SourceWords = { sheet: '乙', target: '400', actual: '10', score: '5', weight: '10', money: '10' };
const BARE: SourceWords = { sheet: '丙', hasCells: false };

test.each<[string, RolledUpRow, string]>([
  [
    'a sum',
    row('sum', [A, B], { targetValue: new Decimal(1000), actualValue: new Decimal(410), unit: '个' }),
    '相加；目标：甲!E9 600＋乙!E9 400＝1000个；完成：甲!F9 400＋乙!F9 10＝410个',
  ],
  ['a sum of nothing', row('sum', [BARE]), '相加；目标：丙!＝；完成：丙!＝'],
  [
    'a mean',
    row('mean', [A, B], { targetValue: new Decimal(550), actualValue: new Decimal('302.5'), unit: '元' }),
    '按执行数加权平均；目标：(甲!E9 600×30＋乙!E9 400×10)÷40＝550元；完成：(甲!F9 400×30＋乙!F9 10×10)÷40＝302.5元',
  ],
  [
    'a mean without money',
    row('mean', [{ sheet: '甲', target: '600', actual: '400' }]),
    '按执行数加权平均；目标：(甲!E9 600×)÷0＝；完成：(甲!F9 400×)÷0＝',
  ],
  [
    'judged scores',
    row('judged', [A, B], { score: new Decimal(16) }),
    '按执行数加权平均得分：(甲!H9 9÷10×30＋乙!H9 5÷10×10)÷40×分值20＝16；内容见甲!E9,F9、乙!E9,F9',
  ],
  [
    'judged scores that are missing',
    row('judged', [A, BARE]),
    '按执行数加权平均得分：(甲!H9 9÷10×30＋丙! ÷×)÷30×分值20；内容见甲!E9,F9、丙',
  ],
  [
    'targets that were met or not',
    row('met', [
      { ...A, met: true },
      { ...B, met: false },
    ]),
    '2项中1项达到目标：甲!E9,F9、乙!E9,F9',
  ],
  ['targets of which none was met', row('met', [{ ...A, met: false }]), '内容见甲!E9,F9'],
  ['one alone that is computed', row('alone', [A], { score: new Decimal(18) }), '甲!E9,F9'],
  [
    'one alone that was scored',
    row('alone', [A], { score: new Decimal(18), isComputed: false }),
    '甲!E9,F9；得分：甲!H9 9÷10×分值20＝18',
  ],
  ['one alone without a score', row('alone', [A], { isComputed: false }), '甲!E9,F9'],
  ['what a person types', row('open', [A, BARE]), '由人工填写：甲!E9,F9、丙'],
])('%s', (_, figure, told) => {
  expect(tellSources(figure, 'spent')).toBe(told);
});

test('the money that was chosen is named', () => {
  expect(tellSources(row('mean', [A]), 'budget')).toMatch(/^按预算数加权平均；/);
  expect(tellSources(row('judged', [A, B]), 'budget')).toMatch(/^按预算数加权平均得分：/);
});

test('of very many sources the first ones are told, and how many there are', () => {
  const many = (count: number) =>
    tellSources(
      row(
        'open',
        Array.from({ length: count }, () => ({ sheet: '甲'.repeat(94) })),
      ),
      'spent',
    );
  // Each takes 100 characters and its comma.
  expect(many(59)).toMatch(/F9$/);
  expect(many(60)).toMatch(/F9…共60处$/);
  expect(many(60).split('、')).toHaveLength(59);
});

test('why points were lost, by the rows that lost some', () => {
  const lost = (score: string | undefined, reason: string | null) =>
    row('sum', [{ ...A, reason }], { score: number(score), name: '岗位' });
  expect(tellReasons([lost('19', '疫情'), lost('18', '停工')])).toBe(
    '岗位（甲!I9）：疫情\n岗位（甲!I9）：停工',
  );
  expect(tellReasons([lost('20', '疫情'), lost(undefined, '疫情'), lost('19', ''), lost('19', null)])).toBe(
    '',
  );
});

test.each([
  ['E5', 'F5', '甲!E5 20、F5 18'],
  ['E5', null, '甲!E5 20'],
  [null, 'F5', '甲!F5 18'],
  [null, null, '甲!'],
])('the money of a form that stands in %s and %s', (budgetCell, spentCell, told) => {
  const money = { budgetCell, spentCell, budgetText: '20', spentText: '18' };
  expect(tellFund({ ...money, form: '甲', formName: '甲', sheet: '甲', budget: null, spent: null })).toBe(
    told,
  );
});
