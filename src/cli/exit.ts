/** Exit codes of the command line; an interrupted run ends as the shell expects. */
import type { FileReport } from './fileReport';

export const EXIT = { clean: 0, errorsFound: 1, unusable: 2, interrupted: 130 } as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** The exit code of a run once one more file is done. */
export function worse(exit: Exit, { problem, hasErrors }: Pick<FileReport, 'problem' | 'hasErrors'>): Exit {
  if (exit === EXIT.unusable || problem !== null) return EXIT.unusable;
  return hasErrors ? EXIT.errorsFound : exit;
}
