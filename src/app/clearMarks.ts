/** The use case "清除标记": takes everything of ours off the sheets, the scores that we remember included. */
import type { WritePlan } from '../form/writePlan';
import type { WorkbookSnapshot } from '../workbook/workbook';

export interface Clearing {
  readonly plans: readonly WritePlan[];
  /** What puts the marks back. */
  readonly undo: readonly WritePlan[];
}

/** Only for sheets that carry marks and let them be taken off: Excel lets nobody change the formats of a protected sheet. */
export function planClearing({ sheets }: WorkbookSnapshot): Clearing {
  const marked = sheets.filter(({ marks, isProtected }) => marks.length > 0 && !isProtected);
  const planFor = (keepsMarks: boolean): readonly WritePlan[] =>
    marked.map(({ grid, marks }) => ({ sheet: grid.sheet, writes: [], marks: keepsMarks ? marks : [] }));
  return { plans: planFor(false), undo: planFor(true) };
}
