/** All classes of Office.js that the workbench knows, and what can be said of them without an object. */
import { conditionalFormatClasses, conditionalFormatCollection } from './classes/conditionalFormats';
import { dataValidation } from './classes/dataValidation';
import { addinInternalService } from './classes/internalService';
import { namedItem, namedItemCollection } from './classes/names';
import { headerFooter, headerFooterGroup, pageLayout } from './classes/pageLayout';
import { workbookProtection, worksheetProtection } from './classes/protection';
import { rangeClass } from './classes/range';
import { rangeAreasClass, rangeCollection } from './classes/rangeAreas';
import { rangeBorder, rangeBorderCollection } from './classes/rangeBorders';
import { formatProtection, rangeFill, rangeFont, rangeFormat } from './classes/rangeFormat';
import { settingClass, settingCollection } from './classes/settings';
import { autoFilter, worksheetFreezePanes } from './classes/sheetParts';
import { application, runtime, workbookClass } from './classes/workbook';
import { worksheetClass } from './classes/worksheet';
import { worksheetCollection } from './classes/worksheets';
import type { Batch } from './protocol';
import { plainName } from './query';

/** What is written down of a member. */
interface MemberFacts {
  readonly kind: 'value' | 'object' | 'method' | 'path';
  readonly since: string | null;
  readonly writes?: boolean;
}

interface ClassFacts {
  readonly name: string;
  readonly members: Readonly<Record<string, MemberFacts>>;
}

export const allClasses: readonly ClassFacts[] = [
  addinInternalService,
  application,
  autoFilter,
  conditionalFormatCollection,
  ...conditionalFormatClasses,
  dataValidation,
  formatProtection,
  headerFooter,
  headerFooterGroup,
  namedItem,
  namedItemCollection,
  pageLayout,
  rangeAreasClass,
  rangeBorder,
  rangeBorderCollection,
  rangeClass,
  rangeCollection,
  rangeFill,
  rangeFont,
  rangeFormat,
  runtime,
  settingClass,
  settingCollection,
  workbookClass,
  workbookProtection,
  worksheetClass,
  worksheetCollection,
  worksheetFreezePanes,
  worksheetProtection,
];

const writingCalls: ReadonlySet<string> = new Set(
  allClasses.flatMap(({ members }) =>
    Object.entries(members).flatMap(([name, { writes }]) => (writes === true ? [name] : [])),
  ),
);

/** Whether a batch will change the workbook, known by the names of what it sets and calls. */
export function changesSomething({ actions, paths }: Batch): boolean {
  const isWriting = actions.some(
    (action) =>
      action.kind === 'set' ||
      action.kind === 'update' ||
      (action.kind === 'call' && writingCalls.has(plainName(action.name))),
  );
  return (
    isWriting ||
    [...paths.values()].some((path) => path.kind === 'method' && writingCalls.has(plainName(path.name)))
  );
}

/** Calls by which Office.js only tidies up after itself; people who count batches do not see them. */
const HOUSEKEEPING: ReadonlySet<string> = new Set([
  '_RemoveReference',
  '_RemoveAllReferences',
  'NotifyActionHandlerReady',
]);

export function isHousekeeping({ actions }: Batch): boolean {
  const calls = actions.filter(({ kind }) => kind !== 'instantiate');
  return calls.length > 0 && calls.every((action) => action.kind === 'call' && HOUSEKEEPING.has(action.name));
}
