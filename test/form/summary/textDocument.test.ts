// A document as data: how many blanks a person still has to fill in, and how far the label of a total reaches.
import {
  countBlanks,
  totalSpan,
  type Block,
  type Run,
  type TableBlock,
  type TableColumn,
} from '../../../src/form/summary/textDocument';

const text: Run = { kind: 'text', text: '已写' };
const blank: Run = { kind: 'blank', text: '（待填）' };

const BLOCKS: readonly Block[] = [
  { kind: 'heading', level: 1, text: '一、概况（待填）' },
  { kind: 'paragraph', runs: [text, blank, text, blank] },
  { kind: 'list', items: [[text], [blank], [text, blank]] },
  { kind: 'signature', lines: [[text], [blank]] },
];

test('blanks are counted in paragraphs, lists and signatures of all parts', () => {
  const parts = BLOCKS.map((block) => ({ title: '', blocks: [block] }));
  expect(parts.map((part) => countBlanks({ parts: [part] }))).toEqual([0, 2, 2, 1]);
  expect(countBlanks({ parts: [...parts, { title: '', blocks: BLOCKS }] })).toBe(10);
  expect(countBlanks({ parts: [] })).toBe(0);
});

function table(role: TableColumn['role'], second: string): TableBlock {
  const column = (own: TableColumn['role']): TableColumn => ({
    header: '',
    role: own,
    width: 0.5,
    decimals: 2,
  });
  const total = ['合计', second].map((words) => ({ text: words, value: null }));
  return { kind: 'table', caption: '', columns: [column(role), column('label')], rows: [], total };
}

test.each([
  ['order', '', 2],
  ['order', '100', 1],
  ['label', '', 1],
] as const)('beside a first column of %s and "%s" the total covers %s', (role, second, span) => {
  expect(totalSpan(table(role, second))).toBe(span);
});
