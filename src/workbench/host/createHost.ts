/**
 * The host of Office.js over a workbook in memory. It is strict, not polite: what Excel would refuse, it refuses with the same code, and
 * it counts what would clear Excel's undo history.
 */
import type { Book } from '../book/book';
import { bindRange } from './classes/range';
import clearsUndo from './clearsUndo.json';
import { changesSomething, isHousekeeping } from './classes';
import type { Scope } from './definition';
import { createRegistrations, listenToBook } from './events';
import { createFaults, type Fault } from './faults';
import type { BatchRecord, Host, HostAnswer, HostMessage } from './host';
import { asHostError, HostError } from './hostError';
import { readBatch, type Batch } from './protocol';
import { createReferences } from './references';
import { batchError, runBatch, type BatchError, type Outcome } from './runBatch';

/** Excel on the web takes and gives no more at once, in bytes of UTF-8. */
const MAX_PAYLOAD = 5 * 1024 * 1024;

/** Error numbers of Office.js. */
const CELL_EDIT_MODE = 5004;
const REQUEST_TOO_LARGE = 5103;
const RESPONSE_TOO_LARGE = 5104;

/** Office LTSC 2024. */
const DEFAULT_SETS: Readonly<Record<string, string>> = {
  excelapi: '1.17',
  sharedruntime: '1.2',
  ribbonapi: '1.1',
  delayforcelledit: '1.1',
};

const CLEARS_UNDO: ReadonlySet<string> = new Set(clearsUndo.members);

export interface HostOptions {
  /** Versions by lower-case set name, over those of Office LTSC 2024. */
  readonly requirementSets?: Readonly<Record<string, string>>;
  /** A clock in milliseconds. */
  readonly now?: () => number;
}

/** What a batch did besides its answer. */
interface Deeds {
  changes: number;
  readonly clearsUndo: string[];
}

export function createHost(book: Book, options: HostOptions = {}): Host {
  const requirementSets = { ...DEFAULT_SETS, ...options.requirementSets };
  const now = options.now ?? (() => performance.now());
  const isSupported = (version: string) => compareVersions(requirementSets['excelapi'] ?? '0', version) >= 0;
  const registrations = createRegistrations();
  const references = createReferences();
  const faults = createFaults();
  const listeners = new Set<(entries: readonly HostMessage[]) => void>();
  let batches: BatchRecord[] = [];
  let isEditing = false;
  let isElsewhere = false;
  let waiting: (() => void)[] = [];
  let deeds: Deeds = { changes: 0, clearsUndo: [] };
  let isFlushing = false;

  const scope: Scope = {
    book,
    references,
    registrations,
    isSupported,
    noteChanges: (count) => {
      deeds.changes += count;
    },
    noteShift: (changeType, area) => {
      events.announce(changeType, area);
    },
    noteDone: (member) => {
      if (!CLEARS_UNDO.has(member)) return;
      deeds.clearsUndo.push(member);
      book.clearUndo();
    },
  };

  const flushSoon = () => {
    if (isFlushing) return;
    isFlushing = true;
    setTimeout(() => {
      isFlushing = false;
      const entries = events.take();
      if (entries.length > 0) for (const listener of listeners) listener(entries);
    }, 0);
  };

  const events = listenToBook(
    book,
    registrations,
    isSupported('1.14'),
    (sheet, area) => references.keep(bindRange({ sheet, area }, scope)),
    () => isElsewhere,
    flushSoon,
  );

  const run = (batch: Batch, failure: Fault | null): Outcome => {
    const planned = typeof failure?.at === 'number' ? { index: failure.at, code: failure.code } : null;
    return book.asAddIn(() => {
      events.endCall();
      return runBatch(batch, book, scope, planned, () => {
        events.endCall();
      });
    });
  };

  const answerNow = (body: string): HostAnswer => {
    const start = now();
    deeds = { changes: 0, clearsUndo: [] };
    const bytes = byteLength(body);
    const record = (actions: number, text: string, error: string | null) => {
      batches.push({ actions, bytes, answerBytes: byteLength(text), ms: now() - start, error, ...deeds });
    };
    if (bytes > MAX_PAYLOAD) {
      record(0, '', 'RequestPayloadSizeLimitExceeded');
      return { kind: 'refused', officeError: REQUEST_TOO_LARGE };
    }
    let batch: Batch;
    try {
      batch = readBatch(body);
    } catch (thrown) {
      const text = textOf(failed(batchError(asHostError(thrown, 'Batch'), -1)));
      record(0, text, 'InvalidRequest');
      return { kind: 'body', text };
    }
    if (isHousekeeping(batch)) return { kind: 'body', text: textOf(run(batch, null)) };

    const fault = faults.next(changesSomething(batch));
    const count = batch.actions.length;
    if (fault?.at === 'silent') {
      record(count, '', fault.code);
      return { kind: 'silence' };
    }
    const outcome =
      fault?.at === 'before' ? failed(batchError(new HostError(fault.code, 'Batch'), 0)) : run(batch, fault);
    if (fault?.at === 'lost') {
      record(count, '', outcome.error?.Code ?? null);
      return { kind: 'silence' };
    }
    const answered =
      fault?.at === 'after' ? failed(batchError(new HostError(fault.code, 'Batch'), -1)) : outcome;
    const text = textOf(answered);
    if (byteLength(text) > MAX_PAYLOAD) {
      record(count, '', 'ResponsePayloadSizeLimitExceeded');
      return { kind: 'refused', officeError: RESPONSE_TOO_LARGE };
    }
    record(count, text, answered.error?.Code ?? null);
    return { kind: 'body', text };
  };

  return {
    requirementSets,
    answer: async (body, { waitsForCellEdit }) => {
      while (isEditing && waitsForCellEdit) {
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
        });
      }
      if (isEditing && !isTidying(body)) return { kind: 'refused', officeError: CELL_EDIT_MODE };
      return answerNow(body);
    },
    setEditing: (editing) => {
      isEditing = editing;
      if (editing) return;
      const resumed = waiting;
      waiting = [];
      for (const resume of resumed) resume();
    },
    asCoAuthor: (work) => {
      isElsewhere = true;
      try {
        work();
      } finally {
        isElsewhere = false;
      }
    },
    fail: (rule) => {
      faults.ask(rule);
    },
    get batches() {
      return batches;
    },
    startCommand: () => {
      batches = [];
    },
    onMessages: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** What Office.js does to tidy up is not refused while a cell is being edited: nobody would ask again. */
function isTidying(body: string): boolean {
  try {
    return isHousekeeping(readBatch(body));
  } catch {
    return false;
  }
}

function failed(error: BatchError): Outcome {
  return { results: [], traceIds: [], error };
}

function textOf({ results, traceIds, error }: Outcome): string {
  return JSON.stringify({ Results: results, TraceIds: traceIds, ...(error && { Error: error }) });
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Positive when the first is later: "1.14" comes after "1.9". */
function compareVersions(one: string, other: string): number {
  const [first, second] = [one, other].map((version) => version.split('.').map(Number));
  for (let index = 0; index < Math.max(first?.length ?? 0, second?.length ?? 0); index += 1) {
    const difference = (first?.[index] ?? 0) - (second?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
