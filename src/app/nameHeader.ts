/** A person says what a column is whose header word the reader does not know; the answer is kept with the workbook. */
import { HEADER_NAMES_SETTING, readHeaderNames, writeHeaderNames } from '../form/headerNames';
import { headerWord, type IndicatorRole } from '../form/words';
import type { Workbook } from '../workbook/workbook';
import type { Settings } from './choices/choices';
import type { SettingsChange } from './settingsChange';

/** Names the column under a header text, or takes the name back with null. From the next recalculation on it is read so. */
export async function nameHeader(
  workbook: Workbook,
  header: string,
  role: IndicatorRole | null,
): Promise<void> {
  const { settings } = await workbook.read([]);
  await workbook.saveSettings(nameHeaderIn(settings, header, role));
}

/** What is to be kept with the workbook. */
export function nameHeaderIn(settings: Settings, header: string, role: IndicatorRole | null): SettingsChange {
  const names = new Map(readHeaderNames(settings[HEADER_NAMES_SETTING]));
  if (role === null) names.delete(headerWord(header));
  else names.set(headerWord(header), role);
  return { [HEADER_NAMES_SETTING]: writeHeaderNames(names) };
}
