/** Tells changes that we made ourselves from changes of a person, where Excel does not say who made them (before ExcelApi 1.14). */

/** How long after a write Excel may still report it. */
const REPORTED_WITHIN_MS = 10_000;

export interface OwnChanges {
  /** To be told before a range is written; a sheet that is only being made has no id yet. */
  expect(sheetId: string | null, range: string): void;
  /** True when the reported change is one of ours; each is recognised once. */
  recognise(sheetId: string, range: string): boolean;
}

export function createOwnChanges(now: () => number): OwnChanges {
  let expected: { readonly sheetId: string | null; readonly range: string; readonly until: number }[] = [];
  return {
    expect(sheetId, range) {
      expected.push({ sheetId, range: normalise(range), until: now() + REPORTED_WITHIN_MS });
    },
    recognise(sheetId, range) {
      expected = expected.filter(({ until }) => until > now());
      const index = expected.findIndex(
        (one) => (one.sheetId ?? sheetId) === sheetId && one.range === normalise(range),
      );
      if (index < 0) return false;
      expected.splice(index, 1);
      return true;
    },
  };
}

/** "G9:G9" and "$G$9" are "G9". */
function normalise(range: string): string {
  const [from = '', to = from] = range.replaceAll('$', '').split(':');
  return from === to ? from : `${from}:${to}`;
}
