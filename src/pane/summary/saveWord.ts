/** Hands a document to the browser as a Word file. Whether it is saved, only the person can see: Excel's pane may drop a download without a word. */
import type { TextDocument } from '../../form/summary/textDocument';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** A download that is slow to begin must still find the file. */
const KEPT_MS = 60_000;

/** Rejects when the file could not be made. */
export async function saveWord(paper: TextDocument): Promise<void> {
  const { writeDocx } = await import('../../workbook/docxFile');
  const bytes = await writeDocx(paper);
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: DOCX }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName(paper);
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, KEPT_MS);
}

/** Characters that Windows takes in no file name, and control characters. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}]+/gu;
const LONGEST = 100;

export function fileName({ parts }: TextDocument): string {
  const title = (parts[0]?.title ?? '').replace(FORBIDDEN, ' ').trim();
  return `${Array.from(title).slice(0, LONGEST).join('')}.docx`;
}
