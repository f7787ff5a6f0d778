import { checkForm } from '../../../src/engine/checks/checkForm';
import { compared, form, judged, lines, type RowChange } from './buildFacts';

interface Case {
  readonly name: string;
  readonly row: RowChange;
  readonly expected: readonly string[];
}

function counted(actual: string): RowChange {
  return { target: '≥30个', actual, outcome: compared('at-least', '≥30个', actual, '20') };
}

const cases: readonly Case[] = [
  { name: '187% of a floor', row: counted('56个'), expected: ['warning overachieved 10 F10'] },
  { name: '130% of a floor', row: counted('39个'), expected: ['warning overachieved 10 F10'] },
  { name: '127% of a floor is not far above it', row: counted('38个'), expected: [] },
  {
    name: 'a percentage far above its floor',
    row: { target: '≥75%', actual: '100%', outcome: compared('at-least', '≥75%', '100%', '20', 0.01) },
    expected: ['warning overachieved 10 F10'],
  },
  { name: 'an explained 187%', row: { ...counted('56个'), reason: '年中增加两个批次的任务' }, expected: [] },
  {
    name: '187% with a reason of one word',
    row: { ...counted('56个'), reason: '无' },
    expected: ['warning overachieved 10 F10'],
  },
  {
    name: '187% in a form without a reason column',
    row: { ...counted('56个'), reason: null },
    expected: ['warning overachieved 10 F10'],
  },
  {
    name: 'far below a ceiling is not overachieved',
    row: { target: '≤30天', actual: '10天', outcome: compared('at-most', '≤30天', '10天', '20') },
    expected: [],
  },
  {
    name: 'a floor of 0 is never overachieved',
    row: { target: '≥0个', actual: '5个', outcome: compared('at-least', '≥0个', '5个', '20') },
    expected: [],
  },
  {
    name: 'units of different kinds',
    row: { target: '≥95%', actual: '40个', outcome: judged('units-differ') },
    expected: ['warning unit-mismatch 10 F10'],
  },
  {
    name: 'a judged row is neither missed nor mismatched',
    row: { target: '前三', actual: '未达前三', outcome: judged('rank') },
    expected: [],
  },
];

test.each(cases)('$name', ({ row, expected }) => {
  expect(lines(checkForm(form({ rows: { 10: row } })).findings)).toEqual(expected);
});

test('a form reason does not explain one row that is far above its target', () => {
  const facts = { formReason: { cell: 'A21', text: '绩效目标编制的科学性不足' } };
  const found = checkForm(
    form({ everyRow: { reason: null }, rows: { 10: counted('56个') }, facts }),
  ).findings;
  expect(lines(found)).toEqual(['warning overachieved 10 F10']);
});

test('an overachieved row says how far above its target it is', () => {
  const [finding] = checkForm(form({ rows: { 10: counted('56个') } })).findings;
  expect(finding?.params).toEqual({
    name: '培训人数',
    target: '≥30个',
    actual: '56个',
    ratio: '187%',
    from: '130%',
  });
});
