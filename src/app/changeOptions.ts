/** The use case "设置": how a person wants the program to work on this workbook. */
import { SETTING, type Choices } from './choices/choices';
import { writeOptions, type Options } from './choices/options';
import type { SettingsChange } from './settingsChange';

/** The options given are chosen for this workbook; the others stay as they are. */
export function changeOptions({ ownOptions }: Choices, options: Partial<Options>): SettingsChange {
  return { [SETTING.options]: writeOptions({ ...ownOptions, ...options }) };
}
