/** What can go wrong between the add-in and Excel, as a value that a face can put into a sentence: what, why, what next. */
import codes from './hostProblems.json';

/**
 * editing: a cell is being edited; protected: the sheet or the workbook does not allow the change; too-large: more than Excel takes or gives at once;
 * changed: something that was there is gone or moved (a sheet, a row, a conditional format); no-answer: Excel did not answer in time; busy: Excel
 * is busy with something else; not-supported: this Excel lacks what was asked for.
 */
export const HOST_PROBLEMS = [
  'editing',
  'protected',
  'too-large',
  'changed',
  'no-answer',
  'busy',
  'not-supported',
  'unknown',
] as const satisfies readonly (keyof typeof codes)[];

export type HostProblem = (typeof HOST_PROBLEMS)[number];

/** How the workbook stands after a failure. */
export type WorkbookState =
  /** Nothing was changed, or everything was put back. */
  | 'untouched'
  /** Some of the planned cells may hold their new value: putting them back failed as well. */
  | 'unsure'
  /** A sheet that is not finished may have been left: taking it away failed as well. */
  | 'sheet-left'
  /** A setting may have been kept: putting the old one back failed as well. */
  | 'setting-unsure';

/** Excel's error codes by what they mean to a person (learn.microsoft.com, application-specific error handling). */
const MEANINGS: ReadonlyMap<string, HostProblem> = new Map(
  HOST_PROBLEMS.flatMap((problem) => codes[problem].map((code): [string, HostProblem] => [code, problem])),
);

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
  return new HostFailure(MEANINGS.get(code) ?? 'unknown', state, describe(error, code));
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
