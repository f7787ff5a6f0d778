/** What can go wrong between the add-in and Excel, as a value that a face can put into a sentence: what, why, what next. */

export type HostProblem =
  /** A cell is being edited. */
  | 'editing'
  /** The sheet or the workbook does not allow the change. */
  | 'protected'
  /** More than Excel takes or gives at once. */
  | 'too-large'
  /** Something that was there is gone: a sheet, a row, a conditional format. */
  | 'changed'
  /** Excel did not answer in time. */
  | 'no-answer'
  /** Excel is busy with something else. */
  | 'busy'
  /** This Excel lacks what was asked for. */
  | 'not-supported'
  | 'unknown';

/** How the workbook stands after a failed write. */
export type WorkbookState =
  /** Nothing was changed, or everything was put back. */
  | 'untouched'
  /** Some of the planned cells may hold their new value: putting them back failed as well. */
  | 'unsure';

/** Excel's error codes by what they mean to a person (learn.microsoft.com, application-specific error handling). */
const PROBLEMS: Readonly<Record<string, HostProblem>> = {
  InvalidOperationInCellEditMode: 'editing',
  AccessDenied: 'protected',
  Unauthenticated: 'protected',
  RequestPayloadSizeLimitExceeded: 'too-large',
  ResponsePayloadSizeLimitExceeded: 'too-large',
  RangeExceedsLimit: 'too-large',
  CountExceedsLimit: 'too-large',
  ItemNotFound: 'changed',
  InvalidReference: 'changed',
  InvalidObjectPath: 'changed',
  InsertDeleteConflict: 'changed',
  InvalidSelection: 'changed',
  PreconditionFailed: 'changed',
  Conflict: 'changed',
  MergedRangeConflict: 'changed',
  Timeout: 'no-answer',
  TimedOut: 'no-answer',
  RequestAborted: 'no-answer',
  InvalidOrTimedOutSession: 'no-answer',
  ConnectionFailure: 'no-answer',
  ActivityLimitReached: 'busy',
  ServiceNotAvailable: 'busy',
  TooManyRequests: 'busy',
  DefaultNotReady: 'busy',
  ApiNotFound: 'not-supported',
  ApiNotAvailable: 'not-supported',
  NotImplemented: 'not-supported',
  UnsupportedOperation: 'not-supported',
  UnsupportedFeature: 'not-supported',
  NotSupported: 'not-supported',
};

export class HostFailure extends Error {
  readonly problem: HostProblem;
  readonly state: WorkbookState;
  /** For "copy details", never shown by itself: code, message and place as Excel gave them. */
  readonly details: string;

  constructor(problem: HostProblem, state: WorkbookState, details: string) {
    super(`host failure: ${problem}`);
    this.problem = problem;
    this.state = state;
    this.details = details;
  }
}

/** What Excel's error means; an error of another kind is unknown. */
export function hostFailure(error: unknown, state: WorkbookState): HostFailure {
  if (error instanceof HostFailure) return new HostFailure(error.problem, state, error.details);
  const code = hostCode(error);
  const problem = Object.hasOwn(PROBLEMS, code) ? PROBLEMS[code] : undefined;
  return new HostFailure(problem ?? 'unknown', state, describe(error, code));
}

/** Excel's code of an error, "" when it is not Excel's. */
export function hostCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : '';
}

/** The call that Excel refused, such as "Worksheet.activate"; "" when it does not say. */
export function hostPlace(error: unknown): string {
  const debugInfo = error instanceof Error && 'debugInfo' in error ? error.debugInfo : null;
  return typeof debugInfo === 'object' && debugInfo && 'errorLocation' in debugInfo
    ? String(debugInfo.errorLocation)
    : '';
}

function describe(error: unknown, code: string): string {
  const message = error instanceof Error ? error.message : String(error);
  return [code, message, hostPlace(error)].filter((part) => part !== '').join(' · ');
}
