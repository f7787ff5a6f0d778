/**
 * @jest-environment jsdom
 */
/** What is put on the clipboard, read back by a browser: the document's words and nothing else. */
import '../../workbench/host/jsdomGaps';
import { plainText } from '../../../src/app/summary/plainText';
import { richText } from '../../../src/app/summary/richText';
import { writeDocument } from '../../../src/app/summarise';
import type { TextDocument } from '../../../src/form/summary/textDocument';
import { summariseFixture } from './summariseFixture';

function parse(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '</td></tr></table><script>alert(1)</script>',
  '"\' onclick="x',
  '&lt;b&gt;',
  '=1+1',
  '+86',
  '-5%',
  '@SUM(A1)',
];

const hostile: TextDocument = {
  parts: HOSTILE.map((text) => ({
    title: text,
    blocks: [
      { kind: 'heading', level: 2, text },
      { kind: 'paragraph', runs: [{ kind: 'text', text }] },
      { kind: 'list', items: [[{ kind: 'blank', text }]] },
      {
        kind: 'table',
        caption: text,
        columns: [{ header: text, role: 'label', width: 1, decimals: 0 }],
        rows: [[{ text, value: null }]],
        total: [{ text, value: null }],
      },
      { kind: 'signature', lines: [[{ kind: 'text', text }]] },
    ],
  })),
};

test('hostile names stay words', () => {
  const { body } = parse(richText(hostile));
  expect(body.querySelectorAll('script, img, b, [onclick], [onerror]')).toHaveLength(0);
  const words = [...body.querySelectorAll('h1, h3, p, th, td')].map((element) => element.textContent);
  const expected = HOSTILE.flatMap((text) => [
    text,
    text,
    text,
    `（1）${text}`,
    text,
    text,
    text,
    text,
    text,
  ]);
  expect(words).toEqual(expected);
});

test('a sheet is told that every piece of it is text', () => {
  const { body } = parse(richText(hostile));
  for (const element of body.querySelectorAll('h1, h3, p, th, td'))
    expect(element.getAttribute('style')).toContain("mso-number-format:'\\@'");
});

test('rich and plain text say the same, and a blank is marked', async () => {
  const document = writeDocument(await summariseFixture('baoxie-2022-department.xlsx'), 'goals');
  const { body } = parse(richText(document));
  const words = (text: string): string => text.replace(/\s/g, '');
  expect(words(body.textContent)).toBe(words(plainText(document)));
  const marked = [...body.querySelectorAll('span')].map((span) => span.textContent);
  expect(marked.every((text) => /^【.*】$/.test(text))).toBe(true);
  expect(marked).toHaveLength(12);
});
