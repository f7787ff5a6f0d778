/** What Office.js throws, seen with the fields that tests look at. */

export interface OfficeFailure {
  readonly code: string;
  readonly message: string;
  readonly location: string | undefined;
  /** The statement of the batch that failed, as Office.js puts it. */
  readonly statement: string | undefined;
}

/** Runs a batch that must fail. */
export async function failureOf(
  batch: (context: Excel.RequestContext) => Promise<unknown>,
): Promise<OfficeFailure> {
  try {
    await Excel.run(batch);
  } catch (error) {
    if (error instanceof OfficeExtension.Error) {
      return {
        code: error.code,
        message: error.message,
        location: error.debugInfo.errorLocation,
        statement: error.debugInfo.statement,
      };
    }
    throw error;
  }
  throw new Error('The batch did not fail.');
}

/** The code that Office.js throws at once, without asking the host; null when it throws nothing. */
export function codeThrownBy(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof OfficeExtension.Error) return error.code;
    throw error;
  }
}
