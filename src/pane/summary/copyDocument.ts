/** Puts a document on the clipboard as rich and as plain text, by the newer way and, where Excel's pane does not allow it, by the older one. */
import { plainText } from '../../app/summary/plainText';
import { richText } from '../../app/summary/richText';
import type { TextDocument } from '../../form/summary/textDocument';

/**
 * Never rejects. False when nothing could be copied: then what is shown is selected, so that Ctrl+C copies it.
 * @param shown the document as the pane shows it
 */
export async function copyDocument(paper: TextDocument, shown: HTMLElement): Promise<boolean> {
  const rich = richText(paper);
  const plain = plainText(paper);
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/html': new Blob([rich], { type: 'text/html' }),
        'text/plain': new Blob([plain], { type: 'text/plain' }),
      }),
    ]);
    return true;
  } catch {
    return copySelection(rich, plain, shown);
  }
}

/** The older way copies what is selected; what it puts on the clipboard is ours. */
function copySelection(rich: string, plain: string, shown: HTMLElement): boolean {
  const selection = window.getSelection();
  selection?.selectAllChildren(shown);
  const fill = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/html', rich);
    event.clipboardData?.setData('text/plain', plain);
    event.preventDefault();
  };
  document.addEventListener('copy', fill);
  const isCopied = execCopy();
  document.removeEventListener('copy', fill);
  if (isCopied) selection?.removeAllRanges();
  return isCopied;
}

function execCopy(): boolean {
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way where a pane has no leave to use the clipboard
    return document.execCommand('copy');
  } catch {
    return false;
  }
}
