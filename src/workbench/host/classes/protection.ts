/** Excel.WorksheetProtection and Excel.WorkbookProtection. */
import type { Book, Sheet } from '../../book/book';
import type { ClassDefinition } from '../definition';
import { HostError } from '../hostError';
import type { Json } from '../protocol';

/** What a protected sheet still allows; the workbench keeps Excel's default: nothing but selecting. */
const DEFAULT_OPTIONS: Json = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: 'Normal',
};

export const worksheetProtection: ClassDefinition<Sheet> = {
  name: 'WorksheetProtection',
  members: {
    protected: { kind: 'value', since: '1.2', read: ({ isProtected }) => isProtected },
    options: {
      kind: 'value',
      since: '1.2',
      read: ({ isProtected }) => (isProtected ? DEFAULT_OPTIONS : null),
    },
    protect: {
      kind: 'method',
      since: '1.2',
      writes: true,
      call: (sheet, _args, { noteChanges }) => {
        if (sheet.isProtected) throw new HostError('AccessDenied', 'WorksheetProtection.protect');
        sheet.protect();
        noteChanges(1);
        return undefined;
      },
    },
    unprotect: {
      kind: 'method',
      since: '1.7',
      writes: true,
      call: (sheet, _args, { noteChanges }) => {
        sheet.unprotect();
        noteChanges(1);
        return undefined;
      },
    },
  },
};

export const workbookProtection: ClassDefinition<Book> = {
  name: 'WorkbookProtection',
  members: {
    protected: { kind: 'value', since: '1.7', read: ({ isStructureProtected }) => isStructureProtected },
  },
};
