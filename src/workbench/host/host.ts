/**
 * What the embedded host offers to whoever carries messages between it and Office.js: the page (message channel of an iframe) or a test
 * (a session in Node). Batches go in as the JSON text that Office.js makes, answers come out as the text it expects.
 */

/** What one batch did: for counting round trips, traffic and what would clear Excel's undo history. */
export interface BatchRecord {
  readonly actions: number;
  /** UTF-8 bytes of the request and of the answer. */
  readonly bytes: number;
  readonly answerBytes: number;
  readonly ms: number;
  /** The calls after which Excel forgets what could be undone, such as "Worksheet.delete"; empty for a polite batch. */
  readonly clearsUndo: readonly string[];
  /** Excel's error code when the batch failed. */
  readonly error: string | null;
  /** Cells that were set, conditional formats and settings added or removed; a batch that only read has 0. */
  readonly changes: number;
}

/** A fault to inject. A number n stands for {batch: n}, a text for {code}. */
export interface FaultRule {
  /** Which of the coming batches fails: 1 is the next. Default 1. */
  readonly batch?: number;
  /** How many batches in a row fail. Default 1. */
  readonly times?: number;
  /** Only batches that change something are counted. Default false. */
  readonly writesOnly?: boolean;
  /** Excel's error code. Default GeneralException. */
  readonly code?: string;
  /**
   * before: nothing of the batch is done (default); a number: the action with that index fails, the earlier ones stay done; after: everything is done
   * but the answer is the error; lost: everything is done and no answer ever comes; silent: nothing is done and no answer ever comes.
   */
  readonly at?: 'before' | 'after' | 'lost' | 'silent' | number;
}

/** An event for Office.js: an entry of a `richApiMessage`. */
export interface HostMessage {
  readonly messageCategory: number;
  readonly messageType: number;
  readonly targetId: string;
  /** JSON text. */
  readonly message: string;
}

export type HostAnswer =
  | { readonly kind: 'body'; readonly text: string }
  /** Refused before it was read, with an error number of Office.js: 5004 while a cell is being edited, 5103 for a request and 5104 for an
   * answer that is too large. */
  | { readonly kind: 'refused'; readonly officeError: number }
  | { readonly kind: 'silence' };

export interface Host {
  /** Versions by lower-case set name: {excelapi: "1.17", sharedruntime: "1.2", …}; for isSetSupported. */
  readonly requirementSets: Readonly<Record<string, string>>;
  /**
   * Answers one batch. With `waitsForCellEdit` it waits until the person has left the cell that is being edited, as Excel does for
   * `delayForCellEdit`.
   */
  answer(body: string, options: { readonly waitsForCellEdit: boolean }): Promise<HostAnswer>;
  /** Called by the page: a cell is being edited from now on, or no longer. */
  setEditing(isEditing: boolean): void;
  /** Makes changes of the book as somebody else who has the workbook open: events say that they come from elsewhere. */
  asCoAuthor(work: () => void): void;
  fail(rule: FaultRule | number | string | null): void;
  /** Without those by which Office.js only tidies up after a run (`_RemoveReference`); they never fail either. */
  readonly batches: readonly BatchRecord[];
  /** Starts a new list of batches: a command begins. */
  startCommand(): void;
  /** Events for the add-in, made from changes in the book for the handlers that were registered; returns how to stop. */
  onMessages(listener: (entries: readonly HostMessage[]) => void): () => void;
}
