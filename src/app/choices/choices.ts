/**
 * All that a person chose for a workbook and that is kept with it: rule set, options, ignored findings, directions, names of columns. What is
 * broken is left out and named, so that a face can say so; reading never throws.
 */
import type { RuleSet } from '../../engine/ruleSet';
import {
  HEADER_NAMES_SETTING,
  losesHeaderNames,
  readHeaderNames,
  type HeaderNames,
} from '../../form/headerNames';
import { readIgnored, type IgnoredFinding } from './ignoredFindings';
import { readKept, writeKept } from './keptJson';
import { readOptions, USUAL_OPTIONS, type Options } from './options';
import { readDirections, type RowDirection } from './rowDirections';
import { readRulesChoice, resolveRules, type RulesChoice } from './rulesChoice';

/** The keys under which choices are kept in the settings of a workbook. */
export const SETTING = {
  rules: 'rules',
  options: 'options',
  confirmed: 'confirmed',
  ignored: 'ignored',
  directions: 'directions',
  headerNames: HEADER_NAMES_SETTING,
} as const;
export type SettingKey = (typeof SETTING)[keyof typeof SETTING];

/** What a person prefers in every workbook; a face keeps it elsewhere. What was chosen for the workbook goes before. */
export interface Defaults {
  readonly rules: RulesChoice | null;
  readonly options: Partial<Options>;
}

export const NO_DEFAULTS: Defaults = { rules: null, options: {} };

export interface Choices {
  /** Null: guessed from each form. */
  readonly rules: RulesChoice | null;
  /** The rule set of that choice. */
  readonly ruleSet: RuleSet | null;
  /** Whether the rule set was chosen for this workbook, or comes from the person's defaults. */
  readonly rulesFrom: 'workbook' | 'defaults' | 'guess';
  readonly options: Options;
  /** The options that were chosen for this workbook. */
  readonly ownOptions: Partial<Options>;
  /** True once a person has seen and confirmed what will be written into this workbook. */
  readonly isConfirmed: boolean;
  readonly ignored: readonly IgnoredFinding[];
  readonly directions: readonly RowDirection[];
  readonly headerNames: HeaderNames;
  /** Settings of which something could not be used. */
  readonly unusable: readonly SettingKey[];
}

/** Settings whose loss a person should hear of. */
const CHECKED = ['rules', 'options', 'ignored', 'directions', 'headerNames'] as const;

/** The settings of a workbook, as `Workbook.read` gives them. */
export type Settings = Readonly<Record<string, string>>;

export function readChoices(settings: Settings, defaults: Defaults = NO_DEFAULTS): Choices {
  const kept = (key: SettingKey): string | undefined =>
    Object.hasOwn(settings, key) ? settings[key] : undefined;
  const rules = readRulesChoice(kept('rules'));
  const options = readOptions(kept('options'));
  const ignored = readIgnored(kept('ignored'));
  const directions = readDirections(kept('directions'));
  const names = kept('headerNames');
  const usable: Readonly<Record<Exclude<SettingKey, 'confirmed'>, boolean>> = {
    rules: rules.isUsable,
    options: options.isUsable,
    ignored: ignored.isUsable,
    directions: directions.isUsable,
    headerNames: !losesHeaderNames(names),
  };
  const chosen = rules.value ?? defaults.rules;
  const resolved = chosen && resolveRules(chosen);
  const ruleSet = resolved?.ok ? resolved.rules : null;
  return {
    rules: ruleSet && chosen,
    ruleSet,
    rulesFrom: ruleSet === null ? 'guess' : rules.value ? 'workbook' : 'defaults',
    options: { ...USUAL_OPTIONS, ...defaults.options, ...options.value },
    ownOptions: options.value,
    isConfirmed: readKept(kept('confirmed') ?? '')?.get('confirmed') === true,
    ignored: ignored.value,
    directions: directions.value,
    headerNames: readHeaderNames(names),
    unusable: CHECKED.filter((key) => !usable[key]),
  };
}

/** The setting that remembers that a person has confirmed what will be written. */
export const CONFIRMED: Readonly<Record<string, string>> = {
  [SETTING.confirmed]: writeKept({ confirmed: true }),
};

/** A person's defaults from the texts that a face kept: the same as those of a workbook under `rules` and `options`. */
export function readDefaults(settings: Settings): Defaults {
  const { rules, ownOptions } = readChoices(settings);
  return { rules, options: ownOptions };
}
