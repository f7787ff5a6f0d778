/** Keeps a choice of the person with the workbook and looks at the sheets in its light. */
import type { Settings } from '../choices/choices';
import { refuse, type Done } from '../commandEnd';
import type { Recalculation } from '../formResult';
import type { Attempt } from '../problem';
import type { Action } from '../sessionState';
import { needed, reverseChange, withSettings, type SettingsChange } from '../settingsChange';
import type { Workplace } from './workplace';

/** @param plan which settings of the workbook are to change */
export async function choose(
  place: Workplace,
  action: Action,
  plan: (found: Recalculation, settings: Settings) => Attempt<SettingsChange>,
): Promise<Done> {
  const snapshot = await place.workbook.read(null);
  const found = place.calculate(snapshot);
  place.show(found);
  const planned = plan(found, snapshot.settings);
  if (!planned.ok) return refuse(planned.problem);
  const settings = needed(planned.result, snapshot.settings);
  if (Object.keys(settings).length === 0) return {};
  await place.workbook.saveSettings(settings);
  place.pushUndo({ kind: 'settings', action, before: reverseChange(settings, snapshot.settings) });
  place.show(place.calculate({ ...snapshot, settings: withSettings(snapshot.settings, settings) }));
  return {};
}
