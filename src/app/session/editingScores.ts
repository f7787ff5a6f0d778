/** Changes single scores on the sheets, and the sums that follow. */
import type { SheetEdits } from '../calculateWorkbook';
import { refuse, type Done } from '../commandEnd';
import type { Recalculation } from '../formResult';
import { lockedIn } from '../preview';
import { failed, type Attempt } from '../problem';
import type { Action } from '../sessionState';
import type { Workplace } from './workplace';

/** @param plan which scores are to change, in the light of what stands on the sheets now */
export async function editScores(
  place: Workplace,
  action: Action,
  plan: (found: Recalculation) => Attempt<SheetEdits>,
): Promise<Done> {
  const snapshot = await place.workbook.read(null);
  const found = place.calculate(snapshot);
  place.show(found);
  const edits = plan(found);
  if (!edits.ok) return refuse(edits.problem);
  const planned = place.calculate(snapshot, edits.result);
  const locked = lockedIn(planned);
  if (planned.undo.length === 0) {
    const [first] = locked;
    return first ? { ...refuse(failed('locked', { ...first }).problem), locked } : {};
  }
  const written = await place.write(action, planned.plans, planned.undo);
  await place.showAgain();
  return { written, locked };
}
