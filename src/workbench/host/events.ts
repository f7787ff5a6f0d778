/**
 * Events for the add-in: which handlers are registered, and the messages that changes of the workbook become. As in Excel they are
 * delivered after the batch that caused them. Numbers and fields are those of `EventHandlers` in `excel-web-16.00.debug.js`.
 */
import type { Area, Book, BookChange, Sheet } from '../book/book';
import { areaAddress } from './addresses';
import type { HostMessage } from './host';
import { boundingArea, WHOLE_SHEET } from './place';
import type { Json } from './protocol';

const EVENT_CATEGORY = 65_536;

export const WORKBOOK_TARGET = 'Workbook';

/** Office.js's numbers of events. */
const DATA_CHANGED = 10;
const ACTIVATED = 11;
const DEACTIVATED = 12;
const ADDED = 13;
const SELECTION_CHANGED = 14;
const DELETED = 15;
const FORMAT_CHANGED = 18;
const NAME_CHANGED = 25;
const VISIBILITY_CHANGED = 26;

const OFFICE_VISIBILITY = { visible: 'Visible', hidden: 'Hidden', 'very-hidden': 'VeryHidden' } as const;

/** What came or went in a sheet. */
export type ShiftType = 'RowInserted' | 'RowDeleted' | 'ColumnInserted' | 'ColumnDeleted';

export interface Registrations {
  add(type: number, target: string): void;
  remove(type: number, target: string): void;
  has(type: number, target: string): boolean;
  /** `runtime.enableEvents`. */
  areEnabled: boolean;
}

export function createRegistrations(): Registrations {
  const registered = new Set<string>();
  const keyOf = (type: number, target: string) => `${type} ${target}`;
  return {
    add: (type, target) => {
      registered.add(keyOf(type, target));
    },
    remove: (type, target) => {
      registered.delete(keyOf(type, target));
    },
    has: (type, target) => registered.has(keyOf(type, target)),
    areEnabled: true,
  };
}

/** What happened, and who had registered for it by then: a sheet's id or the workbook. */
interface Happening {
  readonly type: number;
  readonly targets: readonly string[];
  readonly sheetId: string;
  readonly fields: Readonly<Record<string, Json>>;
  /** For changes that a single call makes cell by cell. */
  readonly merge: { readonly sheet: Sheet; readonly area: Area } | null;
}

export interface EventSource {
  /** What the next change of a sheet's structure will be. */
  announce(changeType: ShiftType, area: Area): void;
  /** A call ends: what the next one changes is another event. */
  endCall(): void;
  /** The messages since the last time for those who registered. */
  take(): HostMessage[];
  /** Stops listening to the workbook. */
  stop(): void;
}

/**
 * Listens to a workbook.
 * @param isElsewhere whether somebody at another computer makes the changes of now
 * @param onHappening told when there is something to take
 */
export function listenToBook(
  book: Book,
  registrations: Registrations,
  hasTriggerSource: boolean,
  keepCells: (sheet: Sheet, area: Area) => string,
  isElsewhere: () => boolean,
  onHappening: () => void,
): EventSource {
  let queue: Happening[] = [];
  let isSameCall = false;
  let known = snapshot(book);
  let announced: { readonly changeType: ShiftType; readonly area: Area } | null = null;

  const push = (found: Omit<Happening, 'targets'>) => {
    if (!registrations.areEnabled) return;
    const targets = [found.sheetId, WORKBOOK_TARGET].filter((target) =>
      registrations.has(found.type, target),
    );
    if (targets.length === 0) return;
    const happening = { ...found, targets };
    const last = queue.at(-1);
    const { merge } = happening;
    if (
      isSameCall &&
      merge &&
      last?.merge &&
      last.type === happening.type &&
      last.sheetId === happening.sheetId
    ) {
      queue.pop();
      const area = boundingArea(last.merge.area, merge.area);
      queue.push({ ...happening, merge: { sheet: merge.sheet, area } });
    } else {
      queue.push(happening);
    }
    isSameCall = true;
    onHappening();
  };

  const sourceNow = () => (isElsewhere() ? 'Remote' : 'Local');

  const noteSheets = (by: BookChange['by']) => {
    const now = snapshot(book);
    const source = { source: sourceNow(), ...triggerSource(by, hasTriggerSource) };
    for (const [id, before] of known.sheets) {
      const after = now.sheets.get(id);
      if (!after) push({ type: DELETED, sheetId: id, fields: source, merge: null });
      else {
        if (after.name !== before.name) {
          const fields = { ...source, nameBefore: before.name, nameAfter: after.name };
          push({ type: NAME_CHANGED, sheetId: id, fields, merge: null });
        }
        if (after.visibility !== before.visibility) {
          const fields = {
            ...source,
            visibilityBefore: before.visibility,
            visibilityAfter: after.visibility,
          };
          push({ type: VISIBILITY_CHANGED, sheetId: id, fields, merge: null });
        }
      }
    }
    for (const id of now.sheets.keys()) {
      if (!known.sheets.has(id)) push({ type: ADDED, sheetId: id, fields: source, merge: null });
    }
    if (now.active !== known.active) {
      push({ type: DEACTIVATED, sheetId: known.active, fields: {}, merge: null });
      push({ type: ACTIVATED, sheetId: now.active, fields: {}, merge: null });
    }
    const hasChanged = JSON.stringify([...known.sheets]) !== JSON.stringify([...now.sheets]);
    known = now;
    return hasChanged;
  };

  const stop = book.onChange((change) => {
    const { sheet, area, kind } = change;
    const hasNewSheets = (kind === 'structure' || kind === 'activation') && noteSheets(change.by);
    const by = triggerSource(change.by, hasTriggerSource);
    const source = sourceNow();
    const edited = { changeType: 'RangeEdited', source, shiftDirection: 'None', ...by };
    const merge = area && { sheet, area };
    if (kind === 'cells') push({ type: DATA_CHANGED, sheetId: sheet.id, fields: edited, merge });
    if (kind === 'looks') {
      push({ type: FORMAT_CHANGED, sheetId: sheet.id, fields: { source, ...by }, merge });
    }
    if (kind === 'selection') push({ type: SELECTION_CHANGED, sheetId: sheet.id, fields: {}, merge });
    if (kind === 'structure' && !hasNewSheets) {
      const { changeType = 'Unknown', area: shifted = WHOLE_SHEET } = announced ?? {};
      announced = null;
      const fields = { ...edited, changeType };
      push({ type: DATA_CHANGED, sheetId: sheet.id, fields, merge: { sheet, area: shifted } });
    }
  });

  return {
    stop,
    announce: (changeType, area) => {
      announced = { changeType, area };
    },
    endCall: () => {
      isSameCall = false;
      announced = null;
    },
    take: () => {
      const happenings = queue;
      queue = [];
      return happenings.flatMap(({ type, targets, sheetId, fields, merge }) => {
        const cells = merge && {
          address: areaAddress(merge.area),
          referenceId: keepCells(merge.sheet, merge.area),
        };
        const message = JSON.stringify({ worksheetId: sheetId, ...fields, ...cells });
        return targets.map((targetId) => ({
          messageCategory: EVENT_CATEGORY,
          messageType: type,
          targetId,
          message,
        }));
      });
    },
  };
}

/** Empty where events do not tell it. */
function triggerSource(by: BookChange['by'], isKnown: boolean): Readonly<Record<string, Json>> {
  return isKnown ? { triggerSource: by === 'add-in' ? 'ThisLocalAddin' : 'Unknown' } : {};
}

interface Snapshot {
  readonly active: string;
  readonly sheets: ReadonlyMap<string, { readonly name: string; readonly visibility: string }>;
}

function snapshot(book: Book): Snapshot {
  return {
    active: book.activeSheet.id,
    sheets: new Map(
      book.sheets.map(({ id, name, visibility }) => [
        id,
        { name, visibility: OFFICE_VISIBILITY[visibility] },
      ]),
    ),
  };
}
