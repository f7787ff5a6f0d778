/** Runs a table of hostile workbooks through both doors. */
import { DOORS } from './doors';
import { hostileBook, USUAL_WRITES, type HostileBook } from './hostileForm';
import { codesOf, PLAIN, runHostile, storedCell, type Writes } from './hostileRun';

/** What is written, null for nothing. */
type Expected = Readonly<Record<string, string | null>>;

export interface Line {
  readonly book: HostileBook;
  /** How often is recalculated until nothing follows any more; once unless formulas take what was written. */
  readonly rounds?: number;
  /** Replaces typed scores. */
  readonly overwrites?: boolean;
  /** What is written otherwise than usual. */
  readonly writes?: Expected;
  readonly locked?: Writes;
  /** Findings that there must be, and others that there must not be. */
  readonly finds?: readonly string[];
  readonly findsNot?: readonly string[];
  /** Cells as they must be stored afterwards. */
  readonly holds?: Readonly<Record<string, string>>;
}

export const NOTHING = { H5: null, I5: null, H8: null, H12: null } as const;

export function testLines(lines: Readonly<Record<string, Line>>): void {
  describe.each(DOORS)('%s', (_, open) => {
    test.each(Object.entries(lines))('%s', async (__, line) => {
      const ran = await runHostile(open, hostileBook(line.book), {
        ...PLAIN,
        overwriteScores: line.overwrites ?? false,
        rounds: line.rounds ?? 1,
      });
      const expected: Expected = { ...USUAL_WRITES, ...line.writes };
      expect(ran.writes).toEqual(
        Object.fromEntries(Object.entries(expected).filter(([, to]) => to !== null)),
      );
      expect(ran.locked).toEqual(line.locked ?? {});
      const codes = codesOf(ran.sheets);
      expect(codes).toEqual(expect.arrayContaining([...(line.finds ?? [])]));
      expect(codes.filter((code) => line.findsNot?.includes(code))).toEqual([]);
      for (const [cell, content] of Object.entries(line.holds ?? {})) {
        expect(storedCell(ran.bytes, cell)?.text).toBe(content);
      }
    });
  });
}
