/** What Excel answers when it refuses an action: its code, a message and where it happened. */
import { BookRefusal } from '../book/book';
import errors from './errors.json';

export type ErrorCode = keyof typeof errors;

export class HostError extends Error {
  readonly code: string;
  /** "Range.values" */
  readonly location: string;
  readonly httpStatus: number;

  /** Any text may be the code of an injected fault; a known one brings Excel's own message and status. */
  constructor(code: string, location: string, message?: string) {
    super(message ?? (isKnown(code) ? errors[code].message : code));
    this.code = code;
    this.location = location;
    this.httpStatus = isKnown(code) ? errors[code].status : 500;
  }
}

/** What a thrown thing means to Office.js: a refusal of the workbook keeps its code, anything unforeseen is a GeneralException. */
export function asHostError(thrown: unknown, location: string): HostError {
  if (thrown instanceof HostError) return thrown;
  if (thrown instanceof BookRefusal) return new HostError(thrown.code, location);
  return new HostError(
    'GeneralException',
    location,
    thrown instanceof Error ? thrown.message : String(thrown),
  );
}

function isKnown(code: string): code is ErrorCode {
  return Object.hasOwn(errors, code);
}
