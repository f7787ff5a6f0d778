/** A document as plain text: for programs that take no more from the clipboard, and to look at before anything is made. */
import type { Block, Run, TextDocument } from '../../form/summary/textDocument';

/** Lines end with \n; the cells of a table are parted by tabs, parts by a blank line. */
export function plainText({ parts }: TextDocument): string {
  return parts
    .map(({ title, blocks }) => [title, ...blocks.flatMap(linesOf)].map((line) => `${line}\n`).join(''))
    .join('\n');
}

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'paragraph':
      return [textOf(block.runs)];
    case 'list':
      return block.items.map((runs, index) => `（${index + 1}）${textOf(runs)}`);
    case 'table':
      return [
        block.caption,
        block.columns.map(({ header }) => header).join('\t'),
        ...[...block.rows, block.total].map((row) => row.map(({ text }) => text).join('\t')),
      ];
    case 'signature':
      return block.lines.map(textOf);
  }
}

function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}
