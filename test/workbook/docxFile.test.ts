/** The Word file, unpacked: its text is the document's text, and its parts are sound XML. */
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { writeDocument } from '../../src/app/summarise';
import type { Block, Run, TextDocument } from '../../src/form/summary/textDocument';
import { writeDocx } from '../../src/workbook/docxFile';
import { summariseFixture } from '../app/summary/summariseFixture';

async function partsOf(document: TextDocument): Promise<Readonly<Record<string, string>>> {
  const files = unzipSync(await writeDocx(document));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

interface WordParagraph {
  text: string;
  /** Text that is marked. */
  marked: string;
}

function paragraphsIn(xml: string): readonly WordParagraph[] {
  const paragraphs: WordParagraph[] = [];
  let isText = false;
  let isMarked = false;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    if (name === 'w:p') paragraphs.push({ text: '', marked: '' });
    if (name === 'w:r') isMarked = false;
    if (name === 'w:highlight') isMarked = true;
    isText = name === 'w:t';
  });
  parser.on('text', (text) => {
    const last = paragraphs.at(-1);
    if (!isText || !last) return;
    last.text += text;
    if (isMarked) last.marked += text;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'w:t') isText = false;
  });
  parser.write(xml).close();
  return paragraphs;
}

function linesOf(block: Block): readonly (readonly Run[])[] {
  const plain = (text: string): readonly Run[] => [{ kind: 'text', text }];
  switch (block.kind) {
    case 'heading':
      return [plain(block.text)];
    case 'paragraph':
      return [block.runs];
    case 'list':
      return block.items;
    case 'signature':
      return block.lines;
    case 'table':
      return [
        plain(block.caption),
        ...block.columns.map(({ header }) => plain(header)),
        ...[...block.rows, block.total].flat().map(({ text }) => plain(text)),
      ];
  }
}

function expectedIn({ parts }: TextDocument): readonly WordParagraph[] {
  const join = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');
  return parts
    .flatMap(({ title, blocks }) => [[{ kind: 'text' as const, text: title }], ...blocks.flatMap(linesOf)])
    .map((runs) => ({ text: join(runs), marked: join(runs.filter(({ kind }) => kind === 'blank')) }))
    .filter(({ text }) => text !== '');
}

test.each(['baoxie-2022-department.xlsx', 'hemenkou-2020-projects-a.xlsx'])(
  'the summary of %s arrives word for word, with its blanks marked',
  async (file) => {
    const document = writeDocument(await summariseFixture(file), 'levels');
    const parts = await partsOf(document);
    const found = paragraphsIn(parts['word/document.xml'] ?? '').filter(({ text }) => text !== '');
    expect(found).toEqual(expectedIn(document));
  },
);

const HOSTILE = ['=1+1', '+86', '-5%', '@SUM(A1)', '<w:t>&amp;</w:t>', '"\'', '  两边空格  ', '甲\u0001乙'];

test('text that looks like a formula or like markup arrives as text', async () => {
  const document: TextDocument = {
    parts: [
      {
        title: HOSTILE[0] ?? '',
        blocks: [{ kind: 'list', items: HOSTILE.map((text) => [{ kind: 'blank', text }]) }],
      },
    ],
  };
  const parts = await partsOf(document);
  for (const xml of Object.values(parts)) expect(() => paragraphsIn(xml)).not.toThrow();
  const found = paragraphsIn(parts['word/document.xml'] ?? '').map(({ text }) => text);
  expect(found).toEqual([HOSTILE[0], ...HOSTILE.slice(0, -1), '甲乙']);
});

test('the page is A4 with a page number, the table has a repeated header, and fonts are asked for by name', async () => {
  const parts = await partsOf(writeDocument(await summariseFixture('baoxie-2022-department.xlsx'), 'goals'));
  const xml = parts['word/document.xml'] ?? '';
  expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
  expect(xml).toContain('<w:tblHeader/>');
  for (const font of ['宋体', '黑体', '仿宋']) expect(xml).toContain(`w:eastAsia="${font}"`);
  expect(parts['word/footer1.xml']).toContain('PAGE');
});
