/** What stands in the formula bar and in a cell that is being edited: what one would have to type to get the cell's value again. */
import type { BookCell } from '../../book/book';

const dateParts = /[ymdhs年月日时分秒]/i;

export function typedText(cell: BookCell): string {
  if (cell.formula !== null) return cell.formula;
  if (cell.value === null) return '';
  if (typeof cell.value === 'boolean') return cell.value ? 'TRUE' : 'FALSE';
  if (typeof cell.value === 'string') return cell.look.hasQuotePrefix ? `'${cell.value}` : cell.value;
  // Words in quotes and colours in brackets say nothing about the kind of number.
  const format = cell.look.numberFormat.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  if (format.includes('%')) return `${Number((cell.value * 100).toPrecision(15))}%`;
  if (format !== 'General' && dateParts.test(format)) return cell.text;
  return String(cell.value);
}
