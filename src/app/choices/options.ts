/** How a person wants the program to work on a workbook. */
import { readKept, writeKept, type Read } from './keptJson';

export interface Options {
  /** What a recalculation does with scores that a person typed. */
  readonly typedScores: 'keep' | 'overwrite';
  /** Whether rows with errors and warnings are highlighted. */
  readonly marks: boolean;
}

export const USUAL_OPTIONS: Options = { typedScores: 'keep', marks: true };

/** The options that somebody chose; those that nobody chose are absent. */
export function readOptions(json: string | undefined): Read<Partial<Options>> {
  if (json === undefined) return { value: {}, isUsable: true };
  const kept = readKept(json);
  if (!kept) return { value: {}, isUsable: false };
  const typedScores = kept.get('typedScores');
  const marks = kept.get('marks');
  const isMode = typedScores === 'keep' || typedScores === 'overwrite';
  const isSwitch = typeof marks === 'boolean';
  return {
    value: { ...(isMode ? { typedScores } : {}), ...(isSwitch ? { marks } : {}) },
    isUsable: (isMode || typedScores === undefined) && (isSwitch || marks === undefined),
  };
}

export function writeOptions(options: Partial<Options>): string | null {
  return Object.keys(options).length === 0 ? null : writeKept(options);
}
