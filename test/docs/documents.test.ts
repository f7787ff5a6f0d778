/** What the documents point to is there: pages, headings, pictures, commands, files, names in the code. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { scripts } from '../../package.json';

const ROOT = path.join(__dirname, '..', '..');
const FOLDERS = ['.ci', 'assets', 'docs', 'src', 'test'];

/** Every file and folder of ours, by its path with slashes and without one at the end. */
const PLACES: readonly string[] = [
  ...readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name),
  ...FOLDERS,
  ...FOLDERS.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}/${name.split(path.sep).join('/')}`,
    ),
  ),
];

const DOCUMENTS = PLACES.filter((place) => /^(docs\/)?[^/]+\.md$/.test(place));

const textOf = (document: string): string => readFileSync(path.join(ROOT, document), 'utf8');

/** Blocks of code, from fence to fence. */
const BLOCK = /^```[^]*?^```/gm;

/** What a document says in words. */
const proseOf = (document: string): string => textOf(document).replace(BLOCK, '');

/** What a document shows as code: its blocks, and what stands between two backticks. */
function codeOf(document: string): readonly string[] {
  const spans = [...proseOf(document).matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span);
  return [...spans, ...[...textOf(document).matchAll(BLOCK)].map(([block]) => block)];
}

interface Link {
  readonly document: string;
  readonly target: string;
}

const LINKS: readonly Link[] = DOCUMENTS.flatMap((document) =>
  [
    ...proseOf(document)
      .replace(/`[^`\n]*`/g, '')
      .matchAll(/\]\(([^)]*)\)/g),
  ].map(([, target = '']) => ({ document, target })),
).filter(({ target }) => !/^https:/.test(target));

/** The file that a link leads to, by its path from the root. */
function fileOf({ document, target }: Link): string {
  const [file = ''] = decodeURI(target).split('#');
  return file === '' ? document : path.posix.join(path.posix.dirname(document), file);
}

/** The names by which a page of a repository lets its headings be linked to. */
function anchorsOf(document: string): readonly string[] {
  return [...proseOf(document).matchAll(/^#+ (.*)$/gm)].map(([, words = '']) =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** True when a path of a document stands for something: `*`, `**`, `{a,b}` and `<name>` stand for any or for one of several. */
function isThere(named: string, places: readonly string[]): boolean {
  const pattern = named
    .replace(/\/$/, '')
    .replace(/[.+()[\]$^]/g, '\\$&')
    .replace(/\{([^}]*)\}/g, (_, several: string) => `(${several.replaceAll(',', '|')})`)
    .replace(/<[^>]*>|\*+/g, (any) => (any === '**' ? '.*' : '[^/]*'));
  return places.some((place) => new RegExp(`^${pattern}$`).test(place));
}

test('every link leads to a page, a picture or a file that is there', () => {
  expect(LINKS.length).toBeGreaterThan(40);
  expect(LINKS.filter((link) => !PLACES.includes(fileOf(link)))).toEqual([]);
});

test('every link into a page leads to a heading of it', () => {
  const lost = LINKS.filter((link) => {
    const [, anchor] = decodeURI(link.target).split('#');
    return anchor !== undefined && !anchorsOf(fileOf(link)).includes(anchor);
  });
  expect(lost).toEqual([]);
});

test('every document can be reached from the first', () => {
  const reached = new Set(['README.md']);
  for (const document of reached)
    for (const link of LINKS) if (link.document === document) reached.add(fileOf(link));
  expect(DOCUMENTS.filter((document) => !reached.has(document))).toEqual([]);
});

describe.each(DOCUMENTS)('in %s', (document) => {
  const code = codeOf(document);

  test('every script that is named is one of package.json', () => {
    const named = code.flatMap((text) =>
      [...text.matchAll(/\bnpm (?:run (?:-s )?([\w:]+)|(start|test))\b/g)].map(
        ([, run, short]) => run ?? short ?? '',
      ),
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  test('every path that is named is there', () => {
    const named = code.flatMap((text) =>
      [...text.matchAll(/(?<![\w./-])(?:src|test|docs|assets|\.ci)\/[^\s'"`:)|]*/g)].map(([found]) => found),
    );
    expect(named.filter((place) => !isThere(place, PLACES))).toEqual([]);
  });

  test('every file that is named without its folder is somewhere', () => {
    const names = PLACES.map((place) => path.posix.basename(place));
    const named = code.filter((text) =>
      /^[\w*<>.-]*\w\.(?:ts|tsx|js|mjs|json|jsonc|md|conf|config)$/.test(text),
    );
    // Office.js is Microsoft's.
    expect(named.filter((name) => name !== 'office.js' && !isThere(name, names))).toEqual([]);
  });
});

test('every name of the code that docs/architecture.md tells of is declared there', () => {
  const named = codeOf('docs/architecture.md').filter((text) => /^[A-Z]\w+$/.test(text));
  expect(named.length).toBeGreaterThan(4);
  const sources = PLACES.filter((place) => /^src\/.*\.tsx?$/.test(place))
    .map(textOf)
    .join('\n');
  expect(
    named.filter(
      (name) => !new RegExp(`\\b(?:const|class|function|interface|type) ${name}\\b`).test(sources),
    ),
  ).toEqual([]);
});
