/** The use case "设置": how a person wants the program to work on this workbook. */
import { SETTING, type Choices } from './choices/choices';
import { writeOptions, type Options } from './choices/options';
import type { SettingsChange } from './settingsChange';

/** The options given are chosen for this workbook, and the others stay as they are; null leaves all of them to the defaults again. */
export function changeOptions({ ownOptions }: Choices, options: Partial<Options> | null): SettingsChange {
  return { [SETTING.options]: options && writeOptions({ ...ownOptions, ...options }) };
}
