/**
 * Rolls the project forms of a workbook up into one department form: which forms there are to choose from, what becomes of them by a
 * person's choices, and the sheet it is drawn as. Nothing is read or written here.
 */
import { isUntouched } from '../engine/checks/rows';
import { correctMatching, proposeMatching } from '../engine/rollUp/matchRows';
import type { Correction, Matching, MoneyChoice, RolledUp, RollUpForm } from '../engine/rollUp/rolledUp';
import { rollUpForms } from '../engine/rollUp/rollUpForms';
import type { RuleSet } from '../engine/ruleSet';
import { identify } from '../form/identity';
import { drawRollUp } from '../form/rollUp/drawRollUp';
import type { SheetDrawing } from '../form/templates/sheetDrawing';
import type { Say } from '../locales/sentences';
import type { FormResult, SheetResult } from './formResult';
import { done, failed, type Attempt } from './problem';
import { groupLeft, sayLeft } from './rollUpWording';

/** A form that can be rolled up. */
export interface RollUpCandidate {
  readonly form: RollUpForm;
  readonly rules: RuleSet;
  /** False for department forms and for forms that nobody has filled in: they are left out unless a person takes them in. */
  readonly isUsual: boolean;
}

export interface RollUpChoices {
  /** Ids of the forms; null for the usual ones. */
  readonly forms: ReadonlySet<string> | null;
  readonly money: MoneyChoice;
  readonly corrections: readonly Correction[];
  /** The name of the department; null for that on most forms. */
  readonly unit: string | null;
  /** The rule set chosen for the workbook; null for that of most forms. */
  readonly rules: RuleSet | null;
}

export const USUAL_CHOICES: RollUpChoices = {
  forms: null,
  money: 'spent',
  corrections: [],
  unit: null,
  rules: null,
};

export interface RollUpProposal {
  readonly forms: readonly RollUpForm[];
  readonly matching: Matching;
  readonly rolled: RolledUp;
  readonly unit: string;
}

/** The scored forms of a workbook that have indicators, in the order in which they stand. */
export function rollUpCandidates(sheets: readonly SheetResult[]): readonly RollUpCandidate[] {
  return sheets
    .flatMap(({ sheet, forms }) => {
      const { rows } = identify(forms.map(({ facts }) => facts));
      return forms.map((form, index) => ({ sheet, form, index, rows }));
    })
    .flatMap((found, place) => candidateOf(found, place) ?? []);
}

interface FoundForm {
  readonly sheet: string;
  readonly form: FormResult;
  /** Among the forms of the sheet. */
  readonly index: number;
  /** Names of the rows of the sheet, which hold on when rows are inserted. */
  readonly rows: ReadonlyMap<number, string>;
}

function candidateOf({ sheet, form, index, rows }: FoundForm, place: number): RollUpCandidate | null {
  const { scored, rules } = form;
  if (scored === null || scored.facts.indicators.length === 0) return null;
  const { kind, projectName, title, indicators } = scored.facts;
  const id = `${sheet}!${index + 1}`;
  const rowKeys = new Map(indicators.map(({ row }) => [row, `${id}!${rows.get(row) ?? row}`]));
  const name = [projectName ?? '', title, sheet].map(oneLine).find((text) => text !== '') ?? sheet;
  return {
    form: { id, sheet, name, place, scored, rowKeys },
    rules,
    isUsual: kind === 'project' && !isUntouched(scored.facts),
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What the choices come to: the matching, and every figure with its sources. */
export function proposeRollUp(
  candidates: readonly RollUpCandidate[],
  { forms: chosen, money, corrections, unit, rules }: RollUpChoices,
): Attempt<RollUpProposal> {
  const taken = candidates.filter(({ form, isUsual }) => (chosen === null ? isUsual : chosen.has(form.id)));
  const [first] = taken;
  if (!first || taken.length < 2) return failed('roll-up-few-forms');
  const forms = taken.map(({ form }) => form);
  const matching = correctMatching(proposeMatching(forms), corrections);
  const rolled = rollUpForms(forms, matching, { rules: rules ?? usualRules(taken, first.rules), money });
  if (rolled.fund.outcome.rate === null) return failed('roll-up-no-money');
  if (rolled.rows.length === 0) return failed('roll-up-no-indicators');
  return done({ forms, matching, rolled, unit: unit ?? rolled.unitName ?? '' });
}

/** The rule set of most forms, the first one where there are as many of another. */
function usualRules(taken: readonly RollUpCandidate[], otherwise: RuleSet): RuleSet {
  const count = ({ id }: RuleSet): number => taken.filter(({ rules }) => rules.id === id).length;
  return taken.reduce((most, { rules }) => (count(rules) > count(most) ? rules : most), otherwise);
}

/** The new sheet. `say` is to speak Chinese whatever the language of the pane: the sheet is handed in. */
export function drawRolledUp({ rolled, unit }: RollUpProposal, say: Say): SheetDrawing {
  return drawRollUp(rolled, { unit, left: groupLeft(rolled.left).map((group) => sayLeft(group, say)) });
}

/** The sheet of the forms as they stand now, `say` speaking Chinese; refused when the matching is no longer the one that was shown. */
export function drawShown(
  sheets: readonly SheetResult[],
  choices: RollUpChoices,
  shown: Matching,
  say: Say,
): Attempt<SheetDrawing> {
  const attempt = proposeRollUp(rollUpCandidates(sheets), choices);
  if (!attempt.ok) return attempt;
  const told = (matching: Matching): string =>
    JSON.stringify(matching.map(({ rows, isLeftOut }) => [rows, isLeftOut]));
  const isSame = told(attempt.result.matching) === told(shown);
  return isSame ? done(drawRolledUp(attempt.result, say)) : failed('roll-up-changed');
}
