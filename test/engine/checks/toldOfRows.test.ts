// What findings about rows, levels and tables tell: everything that their sentences are filled with.
import { checkForm, checkSummaryTable } from '../../../src/engine/checks/checkForm';
import { Decimal } from '../../../src/engine/decimal';
import type { FindingCode } from '../../../src/engine/finding';
import {
  compared,
  form,
  judged,
  noActual,
  summaryRow,
  summaryTable,
  told,
  type Told,
  type ToldCase,
} from './buildFacts';

const MISSED = compared('at-least', '≥50人', '40人', '16');
const points = (value: number) => new Decimal(value);

const ROWS: readonly ToldCase[] = [
  {
    code: 'target-missed',
    name: 'a floor',
    change: { rows: { 10: { target: ' ≥50人', actual: '40人 ', outcome: MISSED } } },
    expected: [['warning 10 F10', { variant: 'floor', name: '培训人数', target: '≥50人', actual: '40人' }]],
  },
  {
    code: 'target-missed',
    name: 'a ceiling',
    change: {
      rows: { 12: { actual: '25万元', outcome: compared('at-most', '≤20万元', '25万元', '8', 10000) } },
    },
    expected: [
      ['warning 12 F12', { variant: 'ceiling', name: '项目总成本', target: '≤20万元', actual: '25万元' }],
    ],
  },
  {
    code: 'target-missed',
    name: 'no direction',
    change: { rows: { 10: { outcome: { ...MISSED, direction: null } } } },
    expected: [['warning 10 F10', { variant: 'floor', name: '培训人数', target: '≥50人', actual: '52人' }]],
  },
  {
    code: 'unit-mismatch',
    name: 'both sides',
    change: { rows: { 10: { actual: '40% ', outcome: judged('units-differ') } } },
    expected: [['warning 10 F10', { name: '培训人数', target: '≥50人', actual: '40%' }]],
  },
  {
    code: 'actual-missing',
    name: 'points for nothing',
    change: { rows: { 10: { actual: '', outcome: noActual() } } },
    expected: [
      ['error 10 F10', { variant: 'scored', name: '培训人数', target: '≥50人', actual: '', score: '20' }],
    ],
  },
  {
    code: 'actual-missing',
    name: 'a score of 0 for a dash',
    change: { rows: { 10: { actual: '—', score: '0', outcome: judged('not-given') } } },
    expected: [
      ['error 10 F10', { variant: 'zero', name: '培训人数', target: '≥50人', actual: '—', score: '0' }],
    ],
  },
  {
    code: 'actual-missing',
    name: 'a row that was left out',
    change: { rows: { 10: { actual: '', score: '', outcome: noActual() } } },
    expected: [
      ['warning 10 F10', { variant: 'unscored', name: '培训人数', target: '≥50人', actual: '', score: '' }],
    ],
  },
  {
    code: 'actual-missing',
    name: 'nothing, where the row asks for nothing, has no name or no weight, or its score is an error',
    change: {
      rows: {
        10: { actual: '', score: '', target: '/', outcome: noActual() },
        11: { actual: '', score: '', weight: '', outcome: noActual() },
        13: { actual: '', score: '#REF!', outcome: noActual() },
      },
    },
    expected: [],
  },
  {
    code: 'actual-missing',
    name: 'nothing, where the target is a dash too',
    change: { rows: { 10: { actual: '—', target: '/', outcome: judged('no-target') } } },
    expected: [],
  },
  {
    code: 'actual-missing',
    name: 'nothing, where the form has no column for it or another row has the score',
    change: {
      rows: {
        10: { hasActualColumn: false, actual: '', outcome: noActual() },
        12: { sharesScore: true, actual: '', score: '', outcome: noActual() },
      },
    },
    expected: [],
  },
  {
    code: 'columns-shifted',
    name: 'a name in the target column beside a bound',
    change: { rows: { 10: { target: ' 培训人数', actual: ' ≥50人', outcome: judged() } } },
    expected: [['error 10 F10', { name: '培训人数', target: '培训人数', actual: '≥50人' }]],
  },
  {
    code: 'not-measured',
    name: 'a bound in place of a result',
    change: { rows: { 10: { target: ' ≥50人', actual: ' 60人以上', outcome: judged() } } },
    expected: [['info 10 F10', { name: '培训人数', target: '≥50人', actual: '60人以上' }]],
  },
  {
    code: 'not-measured',
    name: 'bounds by a sign or a word, and what only looks like one',
    change: {
      rows: {
        10: { target: '持续改进', actual: '不少于50人', outcome: judged() },
        11: { target: '≥50人', actual: '≥50人', outcome: judged() },
        12: { target: '培训', actual: '以上均已完成', outcome: judged() },
        13: { target: '培训', actual: '两年以上', outcome: judged() },
        14: { target: '培训', actual: '=100%', outcome: judged() },
      },
    },
    expected: [
      ['info 10 F10', { name: '培训人数', target: '持续改进', actual: '不少于50人' }],
      ['info 11 F11', { name: '培训合格率', target: '≥50人', actual: '≥50人' }],
    ],
  },
  {
    code: 'actual-copied',
    name: 'the operator and all',
    change: { rows: { 10: { target: ' ≥50人 ', actual: '≥ 50人', outcome: judged() } } },
    expected: [['info 10 F10', { name: '培训人数', target: '≥50人' }]],
  },
  {
    code: 'actual-copied',
    name: 'a long text word for word, from 18 characters on',
    change: {
      rows: {
        10: {
          target: '持续提升城市管理水平和居民满意程度九',
          actual: '持续提升城市管理水平和居民满意程度九',
          outcome: judged(),
        },
        11: {
          target: '持续提升城市管理水平和居民满意程度',
          actual: '持续提升城市管理水平和居民满意程度',
          outcome: judged(),
        },
        12: {
          target: '持续提升城市管理水平和居民满意度达5',
          actual: '持续提升城市管理水平和居民满意度达5',
          outcome: judged(),
        },
      },
    },
    expected: [['info 10 F10', { name: '培训人数', target: '持续提升城市管理水平和居民满意程度九' }]],
  },
  {
    code: 'malformed-operator',
    name: 'a mark of a title in place of a sign, on either side',
    change: {
      rows: {
        10: { target: ' 》50人', actual: '52人', outcome: judged() },
        11: { target: '100%', actual: '《 = ９0%', outcome: judged() },
        12: { target: '《办法》2份', actual: '《2021年办法》', outcome: judged() },
      },
    },
    expected: [
      ['info 10 E10', { name: '培训人数', printed: '》50人', sign: '》', meant: '≥' }],
      ['info 11 F11', { name: '培训合格率', printed: '《 = ９0%', sign: '《', meant: '≤' }],
    ],
  },
  {
    code: 'label-missing',
    name: 'no name, or that of a level',
    change: {
      rows: {
        10: { name: '' },
        11: { name: '质量' },
        12: { name: '产出 指标' },
        13: { name: '社会效益指标' },
        14: { name: '满意度', level1: '满意度指标' },
      },
    },
    expected: [
      ['info 10 D10', { variant: 'blank', name: '数量指标' }],
      ['info 11 D11', { variant: 'repeated', name: '质量' }],
      ['info 12 D12', { variant: 'repeated', name: '产出 指标' }],
      ['info 13 D13', { variant: 'repeated', name: '社会效益指标' }],
    ],
  },
  {
    code: 'placeholder-left',
    name: 'what the template left',
    change: { facts: { placeholders: [{ cell: 'D15', text: ' …… ' }] } },
    expected: [['info - D15', { printed: '……' }]],
  },
];

const STRUCTURE: readonly ToldCase[] = [
  {
    code: 'goal-points',
    name: 'the points of the heading and of its rows',
    change: {
      everyRow: { goal: 1 },
      facts: { goals: [{ number: 1, title: ' 年度目标1(80分)', cell: 'A9', points: points(80) }] },
    },
    expected: [['warning - A9', { name: '年度目标1(80分)', points: '80', sum: '90' }]],
  },
  {
    code: 'level-points',
    name: 'the points of the label and of its rows',
    change: {
      facts: {
        groups: [{ level: 1, label: ' 产出(49分)', cell: 'B10', points: points(49), rows: [10, 11, 12] }],
      },
    },
    expected: [['warning - B10', { name: '产出(49分)', points: '49', sum: '50' }]],
  },
  {
    code: 'level-weights',
    name: 'every level that is wrong, at the first row of the first of them',
    change: { rows: { 12: { weight: '20' }, 13: { weight: '20' } } },
    expected: [
      ['warning - G10', { name: '产出、效益', printed: '产出 60、效益 20', expected: '产出 50、效益 30' }],
    ],
  },
  {
    code: 'level-weights',
    name: 'a level that the first column does not name, but the second',
    change: { rows: { 13: { weight: '25' }, 14: { level1: '效益指标', weight: '15' } } },
    expected: [
      [
        'warning - G13',
        { name: '效益、满意度', printed: '效益 25、满意度 15', expected: '效益 30、满意度 10' },
      ],
    ],
  },
  {
    code: 'level-weights',
    name: 'nothing, where a row stands under no level of the rule',
    change: { rows: { 12: { weight: '20' }, 13: { level1: '过程指标', weight: '20' } } },
    expected: [],
  },
  {
    code: 'too-few-indicators',
    name: 'how many there are and should be',
    change: { facts: { indicators: form().facts.indicators.slice(0, 2) } },
    expected: [['warning - A1', { count: '2', fewest: '3' }]],
  },
  {
    code: 'satisfaction-missing',
    name: 'at the title',
    change: { rows: { 14: { level1: '效益指标', level2: '其他', name: '好评' } } },
    expected: [['info - A1', {}]],
  },
  {
    code: 'satisfaction-missing',
    name: 'nothing, where only a name asks for it',
    change: { rows: { 14: { level1: null, level2: null, name: '群众满意率' } } },
    expected: [],
  },
];

test.each([...ROWS, ...STRUCTURE])('$code: $name', ({ code, change, expected }) => {
  expect(told(checkForm(form(change)).findings, code)).toEqual(expected);
});

test.each<[string, Parameters<typeof summaryTable>, FindingCode, readonly Told[]]>([
  [
    'weights and scores that the total does not add up',
    [
      [summaryRow(3, '产出', '35', '33'), summaryRow(4, '效益', '30', '28')],
      summaryRow(5, '合计', '70', '60'),
    ],
    'summary-rows',
    [
      ['error - C5', { variant: 'weight', printed: '70', sum: '65', difference: '5' }],
      ['error - D5', { variant: 'score', printed: '60', sum: '61', difference: '1' }],
    ],
  ],
  [
    'a rate that is not its score over its points',
    [[summaryRow(3, ' 产出 ', '35', '33', ' 94.3% ')], summaryRow(4, '合计', '35', '33', '94.28%')],
    'rate-wrong',
    [
      [
        'error 4 E4',
        {
          variant: 'score',
          name: '合计',
          printed: '94.28%',
          expected: '94.29%',
          exact: '94.29%',
          score: '33',
          weight: '35',
        },
      ],
    ],
  ],
  [
    'a score above its points',
    [[summaryRow(3, '产出', '35', '36')], null],
    'score-exceeds-weight',
    [['error 3 D3', { variant: 'row', name: '产出', score: '36', weight: '35' }]],
  ],
  [
    'an error in any of the numbers, each cell once',
    [
      [summaryRow(3, '产出', '#REF!', '33', '#N/A'), summaryRow(3, '产出', '#REF!', '33', '#N/A')],
      summaryRow(4, '合计', '35', ' #DIV/0!'),
    ],
    'error-value',
    [
      ['error 3 C3', { printed: '#REF!' }],
      ['error 3 E3', { printed: '#N/A' }],
    ],
  ],
])('a table of scores: %s', (_, [rows, total], code, expected) => {
  expect(told(checkSummaryTable(summaryTable(rows, total)), code)).toEqual(expected);
});
