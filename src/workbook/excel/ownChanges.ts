/** Tells changes that we made ourselves from changes of a person, where Excel does not say who made them (before ExcelApi 1.14). */
import { cellName, parseCellName } from '../../form/address';

/** How long after a write Excel may still report it. */
const REPORTED_WITHIN_MS = 10_000;

/** A column of scores is hardly longer. */
const MOST_CELLS = 10_000;

export interface ExpectedWrite {
  readonly range: string;
  readonly values?: readonly (readonly unknown[])[];
}

export interface OwnChanges {
  /**
   * To be told before a range is written; a sheet that is only being made has no id yet.
   * @param write its values where some are null, which are cells that are stepped over: Excel may then report the others by themselves
   */
  expect(sheetId: string | null, write: ExpectedWrite): void;
  /** True when the reported change is one of ours; each is recognised once. */
  recognise(sheetId: string, range: string): boolean;
}

export function createOwnChanges(now: () => number): OwnChanges {
  let expected: Expected[] = [];
  return {
    expect(sheetId, { range, values = [] }) {
      const until = now() + REPORTED_WITHIN_MS;
      const isGapped = values.some(([value]) => value === null);
      const written = cellsOf(range).filter((_, row) => (values[row]?.[0] ?? null) !== null);
      expected.push({
        sheetId,
        range: normalise(range),
        cells: new Set(isGapped ? written : []),
        until,
      });
    },
    recognise(sheetId, range) {
      expected = expected.filter(({ until }) => until > now());
      const there = expected.filter((one) => (one.sheetId ?? sheetId) === sheetId);
      const whole = there.find((one) => one.range === normalise(range));
      if (whole) expected.splice(expected.indexOf(whole), 1);
      const cells = whole ? [] : cellsOf(range);
      const part = there.find((one) => cells.length > 0 && cells.every((cell) => one.cells.has(cell)));
      for (const cell of cells) part?.cells.delete(cell);
      return whole !== undefined || part !== undefined;
    },
  };
}

interface Expected {
  readonly sheetId: string | null;
  readonly range: string;
  /** Those of a range with gaps that were not reported yet. */
  readonly cells: Set<string>;
  readonly until: number;
}

/** The cells of "G9,G11:G12"; none where they are too many to be ours. */
function cellsOf(ranges: string): readonly string[] {
  const areas = ranges.split(',').map((range) => {
    const [from = '', to = from] = normalise(range).split(':');
    return { from: parseCellName(from), to: parseCellName(to) };
  });
  return areas.flatMap(({ from, to }) => {
    if (!from || !to || from.column !== to.column || to.row - from.row >= MOST_CELLS) return [''];
    return Array.from({ length: to.row - from.row + 1 }, (_, index) =>
      cellName(from.row + index, from.column),
    );
  });
}

/** "G9:G9" and "$G$9" are "G9". */
function normalise(range: string): string {
  const [from = '', to = from] = range.replaceAll('$', '').split(':');
  return from === to ? from : `${from}:${to}`;
}
