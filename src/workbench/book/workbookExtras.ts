/** Reads what the workbook part holds besides the list of sheets: names, protection of the structure, the active tab. */
import { isTrue, wholeNumber } from '../../workbook/xlsx/xml';
import { childOf, listOf, readTree } from '../../workbook/xlsx/xmlTree';

export interface WorkbookExtras {
  readonly isStructureProtected: boolean;
  /** Name of the active sheet. */
  readonly activeSheet: string | null;
  readonly names: readonly {
    readonly name: string;
    readonly formula: string;
    /** The sheet's name for a local name. */
    readonly sheet: string | null;
  }[];
}

/** Reads a workbook part; throws `Unreadable` when it is damaged. */
export function readWorkbookExtras(xml: string, part: string): WorkbookExtras {
  const root = readTree(xml, part);
  const sheets = listOf(root, 'sheets').map(({ tag }) => tag.attribute('name') ?? '');
  const view = listOf(root, 'bookViews')[0]?.tag;
  return {
    isStructureProtected: isTrue(childOf(root, 'workbookProtection')?.tag.attribute('lockStructure')),
    activeSheet: sheets[wholeNumber(view?.attribute('activeTab')) ?? 0] ?? null,
    names: listOf(root, 'definedNames').map(({ tag, text }) => {
      const local = wholeNumber(tag.attribute('localSheetId'));
      return {
        name: tag.attribute('name') ?? '',
        formula: text,
        sheet: local === null ? null : (sheets[local] ?? null),
      };
    }),
  };
}
