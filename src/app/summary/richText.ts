/** A document as HTML for the clipboard: what Word, Excel and WPS take on pasting. Every text is escaped, and marked as text for a sheet, which else would read "=1+1". */
import {
  totalSpan,
  type Block,
  type DocumentPart,
  type Run,
  type TableBlock,
  type TextDocument,
} from '../../form/summary/textDocument';
import look from './richTextLook.json';

export function richText({ parts }: TextDocument): string {
  return `<html><head><meta charset="utf-8"></head><body>${parts.map(partOf).join('')}</body></html>`;
}

function partOf({ title, blocks }: DocumentPart): string {
  return element('h1', look.title, escapeHtml(title)) + blocks.map(blockOf).join('');
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return element(`h${block.level + 1}`, look.headings[block.level], escapeHtml(block.text));
    case 'paragraph':
      return element('p', look.text, runsOf(block.runs));
    case 'list':
      return block.items
        .map((runs, index) => element('p', look.text, `（${index + 1}）${runsOf(runs)}`))
        .join('');
    case 'table':
      return tableOf(block);
    case 'signature':
      return block.lines.map((runs) => element('p', look.signature, runsOf(runs))).join('');
  }
}

function tableOf(table: TableBlock): string {
  const span = totalSpan(table);
  const cell = (tag: string, style: string) => (text: string) => element(tag, style, escapeHtml(text));
  const header = table.columns.map((column) => cell('th', look.header)(column.header)).join('');
  const rows = table.rows.map((row) => row.map(({ text }) => cell('td', look.cell)(text)).join(''));
  const [first, ...rest] = table.total.filter((_, index) => index === 0 || index >= span);
  const total =
    `<td colspan="${span}" style="${look.total}">${escapeHtml(first?.text ?? '')}</td>` +
    rest.map(({ text }) => cell('td', look.total)(text)).join('');
  const lines = [header, ...rows, total].map((line) => `<tr>${line}</tr>`).join('');
  return `${element('p', look.caption, escapeHtml(table.caption))}<table border="1" style="${look.table}">${lines}</table>`;
}

function runsOf(runs: readonly Run[]): string {
  return runs
    .map(({ kind, text }) =>
      kind === 'blank' ? element('span', look.blank, escapeHtml(text)) : escapeHtml(text),
    )
    .join('');
}

function element(tag: string, style: string, content: string): string {
  return `<${tag} style="${style}">${content}</${tag}>`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}
