/** Recalculating: at once, or shown to the person first and written when they confirm it. */
import { CONFIRMED } from '../choices/choices';
import { isCovered, isEdited, refuse, type Done } from '../commandEnd';
import type { Recalculation, SheetResult } from '../formResult';
import { lockedIn } from '../preview';
import { failed } from '../problem';
import { scoreCells } from '../scoredPlaces';
import type { SessionState } from '../sessionState';
import type { Workplace } from './workplace';

export interface Recalculator {
  /** "until confirmed": shown first until the person has once confirmed what was shown, here or earlier in this workbook. */
  readonly recalculate: (previews: 'never' | 'until confirmed' | 'always') => Promise<Done>;
  /** Writes what was shown as `shown`; nothing when the sheet was changed since. */
  readonly confirm: (shown: SessionState['pending']) => Promise<Done>;
}

export function createRecalculator(place: Workplace): Recalculator {
  /** Once confirmed, nobody is asked again, even if that could not be kept. */
  let isConfirmedHere = false;

  async function recalculate(previews: 'never' | 'until confirmed' | 'always'): Promise<Done> {
    const found = await place.look();
    const isChange = found.undo.length > 0;
    const isConfirmed = isConfirmedHere || found.choices.isConfirmed;
    const isPreviewed =
      isChange && (previews === 'always' || (previews === 'until confirmed' && !isConfirmed));
    // What is wrong before the writing is told only where it stays so, and not for a moment.
    if (isChange && !isPreviewed) {
      place.dropPreview();
      return writeSeen(place, found);
    }
    place.show(found, isPreviewed ? found : null);
    return isPreviewed ? { isPreviewed } : { locked: lockedIn(found) };
  }

  async function confirm(shown: SessionState['pending']): Promise<Done> {
    const found = place.previewed();
    if (!shown) return refuse(failed('nothing-to-confirm').problem);
    if (!found || place.state().pending !== shown) return refuse(failed('preview-outdated').problem);
    place.dropPreview();
    const result = await writeSeen(place, found).catch(async (error: unknown): Promise<Done> => {
      if (!isEdited(error)) throw error;
      await recalculate('always');
      return refuse(failed('preview-outdated').problem);
    });
    if (result.failure) return result;
    if (!isConfirmedHere && !found.choices.isConfirmed) {
      isConfirmedHere = true;
      // When it cannot be kept, the person is asked once more in another session.
      await place.workbook.saveSettings(CONFIRMED).catch(() => undefined);
    }
    place.change({ choices: { ...found.choices, isConfirmed: true } });
    return result;
  }

  return { recalculate, confirm };
}

/** Writes what was found; where merged cells turn out to cover a score, once more without it. */
async function writeSeen(place: Workplace, found: Recalculation): Promise<Done> {
  return writeAll(place, found).catch(async (error: unknown): Promise<Done> => {
    if (!isCovered(error)) throw error;
    const again = await place.look();
    if (again.undo.length > 0) return writeAll(place, again);
    place.show(again);
    return { locked: lockedIn(again) };
  });
}

async function writeAll(place: Workplace, found: Recalculation): Promise<Done> {
  const written = await place.write('recalculate', found.plans, found.undo).catch((error: unknown): never => {
    place.showUnwritten(found);
    throw error;
  });
  place.showWritten(found, hasFormulas(found.after));
  return { written, locked: lockedIn(found) };
}

/** True when sums or scores follow from others by formulas of the sheet: what they give by now is not known. */
function hasFormulas(sheets: readonly SheetResult[]): boolean {
  return scoreCells(sheets).some(({ formula }) => formula);
}
