/** The use case "正向/反向": a person says whether more of a row is better, or less. */
import type { Direction } from '../engine/outcome';
import { identify } from '../form/identity';
import { SETTING } from './choices/choices';
import { isFull } from './choices/ignoredFindings';
import { writeDirections } from './choices/rowDirections';
import type { Recalculation } from './formResult';
import { done, failed, type Attempt } from './problem';
import type { SettingsChange } from './settingsChange';

/** What is to be kept; null leaves the direction to the rules again. */
export function chooseDirection(
  { sheets, choices }: Recalculation,
  sheet: string,
  row: number,
  direction: Direction | null,
): Attempt<SettingsChange> {
  const forms = sheets.find((result) => result.sheet === sheet)?.forms ?? [];
  const name = identify(forms.map(({ facts }) => facts)).rows.get(row);
  if (name === undefined) return failed('no-such-row', { row: String(row) });
  const others = choices.directions.filter((entry) => entry.sheet !== sheet || entry.row !== name);
  if (direction === null) return done({ [SETTING.directions]: writeDirections(others) });
  if (isFull(others)) return failed('too-many-choices');
  return done({ [SETTING.directions]: writeDirections([...others, { sheet, row: name, direction }]) });
}
