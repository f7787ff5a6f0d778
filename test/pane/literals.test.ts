/** Nothing that a person sees or hears is written in a component: all of it comes from the locale files. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const SOURCE = path.join(__dirname, '..', '..', 'src');
const FILES = ['pane', 'ribbon'].flatMap((folder) =>
  readdirSync(path.join(SOURCE, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(SOURCE, path.join(entry.parentPath, entry.name))),
);

/** Props whose text is shown or read out. */
const SPOKEN = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'label',
  'placeholder',
  'alt',
  'hint',
  'validationMessage',
  'content',
  'text',
  'header',
]);
const CHINESE = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/;
const LETTERS = /\p{L}/u;

function isText(
  node: ts.Node,
): node is ts.StringLiteral | ts.NoSubstitutionTemplateLiteral | ts.TemplateLiteralToken {
  return (
    ts.isStringLiteral(node) ||
    ts.isNoSubstitutionTemplateLiteral(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddle(node) ||
    ts.isTemplateTail(node)
  );
}

/** What is written in a component for people to read, each with its line. */
function literalsIn(source: string, name: string): readonly string[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const note = (node: ts.Node, text: string): void => {
    found.push(`${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${text.trim()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && LETTERS.test(node.text)) note(node, node.text);
    else if (isText(node) && CHINESE.test(node.text)) note(node, node.text);
    else if (ts.isStringLiteral(node) && LETTERS.test(node.text) && isShown(node)) note(node, node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** True for the text of a spoken prop and for a child of an element, also within a choice between two. */
function isShown(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isJsxAttribute(parent)) return ts.isIdentifier(parent.name) ? SPOKEN.has(parent.name.text) : false;
  if (ts.isJsxExpression(parent)) {
    return ts.isJsxAttribute(parent.parent) ? isShown(parent) : true;
  }
  const isChosen =
    (ts.isConditionalExpression(parent) && parent.condition !== node) ||
    (ts.isBinaryExpression(parent) && parent.right === node && isLogical(parent.operatorToken.kind));
  return isChosen && isShown(parent);
}

function isLogical(kind: ts.SyntaxKind): boolean {
  return (
    kind === ts.SyntaxKind.AmpersandAmpersandToken ||
    kind === ts.SyntaxKind.BarBarToken ||
    kind === ts.SyntaxKind.QuestionQuestionToken
  );
}

test.each(FILES)('%s', (name) => {
  expect(literalsIn(readFileSync(path.join(SOURCE, name), 'utf8'), name)).toEqual([]);
});

test.each([
  ['<p>Hello</p>', 1],
  ['<p>{"Hello"}</p>', 1],
  ['<p>{isOpen ? "Open" : say("pane.closed")}</p>', 1],
  ['<p>{isOpen && "Open"}</p>', 1],
  ['<Button aria-label="Close" />', 1],
  ['<Button title={isOpen ? "Close" : "Open"} />', 2],
  ['const text = "写入";', 1],
  ['const text = `第${row}行`;', 2],
  ['<Button appearance="primary" size={isSmall ? "small" : "medium"}>{say("pane.check")} 100%</Button>', 0],
])('%s has %i literals', (source, count) => {
  expect(literalsIn(source, 'example.tsx').length).toBe(count);
});
