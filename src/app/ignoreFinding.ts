/** The use case "忽略": a person sets a finding aside with a reason, or takes it up again. */
import type { Finding } from '../engine/finding';
import { SETTING } from './choices/choices';
import {
  isFull,
  LONGEST_REASON,
  writeIgnored,
  type FindingKey,
  type IgnoredFinding,
} from './choices/ignoredFindings';
import { isSameKey } from './findingKeys';
import type { FormResult, Recalculation } from './formResult';
import { done, failed, type Attempt } from './problem';
import type { SettingsChange } from './settingsChange';

/** What is to be kept once the finding is ignored. `finding` may come from an earlier recalculation. */
export function ignoreFinding(
  recalculation: Recalculation,
  sheet: string,
  finding: Finding,
  reason: string,
  at: Date,
): Attempt<SettingsChange> {
  const text = reason.trim();
  if (text === '') return failed('reason-missing');
  if (text.length > LONGEST_REASON) return failed('reason-too-long', { longest: String(LONGEST_REASON) });
  const key = findKey(recalculation, sheet, finding, (form) => form.findings);
  if (!key) return failed('no-such-finding');
  const { ignored } = recalculation.choices;
  if (isFull(ignored)) return failed('too-many-choices');
  return keep([...ignored, { ...key, reason: text, at: at.toISOString() }]);
}

/** What is to be kept once the finding shows again. */
export function unignoreFinding(
  recalculation: Recalculation,
  sheet: string,
  finding: Finding,
): Attempt<SettingsChange> {
  const key = findKey(recalculation, sheet, finding, (form) => form.ignored.map((entry) => entry.finding));
  if (!key) return failed('no-such-finding');
  return keep(recalculation.choices.ignored.filter((entry) => !isSameKey(entry, key)));
}

function keep(ignored: readonly IgnoredFinding[]): Attempt<SettingsChange> {
  return done({ [SETTING.ignored]: writeIgnored(ignored) });
}

function findKey(
  { sheets }: Recalculation,
  sheet: string,
  wanted: Finding,
  listed: (form: FormResult) => readonly Finding[],
): FindingKey | null {
  const text = JSON.stringify(wanted);
  for (const { forms } of sheets.filter((result) => result.sheet === sheet)) {
    for (const form of forms) {
      const found = listed(form).find((finding) => JSON.stringify(finding) === text);
      if (found) return form.keys.get(found) ?? null;
    }
  }
  return null;
}
