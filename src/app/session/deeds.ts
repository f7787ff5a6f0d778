/**
 * What a person can do about what was found, one function a command: scores, choices, sheets that are added, and taking back. Nobody needs any of it
 * for the first look at a form, so this file and what only it needs are fetched after that.
 */
import type { Finding } from '../../engine/finding';
import type { Direction } from '../../engine/outcome';
import type { NextYearOptions } from '../../form/nextYear';
import type { SheetDrawing } from '../../form/templates/sheetDrawing';
import type { IndicatorRole } from '../../form/words';
import { acceptScores, type AcceptRequest } from '../accept';
import { changeOptions as planOptions } from '../changeOptions';
import type { Options } from '../choices/options';
import type { RulesChoice } from '../choices/rulesChoice';
import { chooseDirection as planDirection } from '../chooseDirection';
import { chooseRules as planRules } from '../chooseRules';
import { planClearing } from '../clearMarks';
import { refuse, type Done } from '../commandEnd';
import type { Recalculation } from '../formResult';
import { ignoreFinding, unignoreFinding } from '../ignoreFinding';
import { nameHeaderIn } from '../nameHeader';
import { makeNextYear } from '../nextYear';
import { done, failed, type Attempt } from '../problem';
import { revert } from '../revert';
import { chooseScore, type HandScore } from '../scoreByHand';
import { choose } from './choosing';
import { editScores } from './editingScores';
import type { Workplace } from './workplace';

export { draftNextYear } from '../nextYear';

export function accept(place: Workplace, wanted: AcceptRequest): Promise<Done> {
  return editScores(place, 'accept', ({ sheets }) => acceptScores(sheets, wanted));
}

export function scoreByHand(place: Workplace, score: HandScore): Promise<Done> {
  return editScores(place, 'score', ({ sheets }) => chooseScore(sheets, score));
}

export function ignore(place: Workplace, sheet: string, finding: Finding, reason: string): Promise<Done> {
  return choose(place, 'ignore', (found) => ignoreFinding(found, sheet, finding, reason, place.now()));
}

export function unignore(place: Workplace, sheet: string, finding: Finding): Promise<Done> {
  return choose(place, 'unignore', (found) => unignoreFinding(found, sheet, finding));
}

export function chooseRules(place: Workplace, choice: RulesChoice | null): Promise<Done> {
  return choose(place, 'rules', () => planRules(choice));
}

export function changeOptions(place: Workplace, options: Partial<Options> | null): Promise<Done> {
  return choose(place, 'options', ({ choices }) => done(planOptions(choices, options)));
}

export function chooseDirection(
  place: Workplace,
  sheet: string,
  row: number,
  direction: Direction | null,
): Promise<Done> {
  return choose(place, 'direction', (found) => planDirection(found, sheet, row, direction));
}

export function nameHeader(place: Workplace, header: string, role: IndicatorRole | null): Promise<Done> {
  return choose(place, 'header', (_, settings) => done(nameHeaderIn(settings, header, role)));
}

export async function clearMarks(place: Workplace): Promise<Done> {
  const snapshot = await place.workbook.read(null);
  place.show(place.calculate(snapshot));
  const { plans, undo } = planClearing(snapshot);
  if (plans.length === 0) return {};
  await place.write('clear', plans, undo);
  const isCleared = (sheet: string): boolean => plans.some((plan) => plan.sheet === sheet);
  const sheets = snapshot.sheets.map((sheet) =>
    isCleared(sheet.grid.sheet) ? { ...sheet, marks: [] } : sheet,
  );
  place.show(place.calculate({ ...snapshot, sheets }));
  return {};
}

export async function addSheet(place: Workplace, drawing: SheetDrawing): Promise<Done> {
  return goToAdded(place, await place.workbook.addSheet(drawing));
}

export async function addReport(
  place: Workplace,
  draw: (found: Recalculation) => Attempt<SheetDrawing>,
): Promise<Done> {
  const found = await place.look();
  place.show(found);
  const drawing = draw(found);
  return drawing.ok ? addSheet(place, drawing.result) : refuse(drawing.problem);
}

export async function addNextYear(place: Workplace, sheet: string, options: NextYearOptions): Promise<Done> {
  const made = await makeNextYear(place.workbook, sheet, options);
  return made.kind === 'made'
    ? goToAdded(place, made.sheet)
    : refuse(failed('next-year-no-form', { sheet }).problem);
}

function goToAdded(place: Workplace, addedSheet: string): Done {
  place.change({ activeSheet: addedSheet, selectedRow: null });
  return { addedSheet };
}

/** Takes back the last thing that was written or chosen. */
export async function takeBack(place: Workplace): Promise<Done> {
  const step = place.lastUndo();
  if (!step) return {};
  const reverted = step.kind === 'writes' ? await revert(place.workbook, step.plans) : null;
  if (step.kind === 'settings') await place.workbook.saveSettings(step.before);
  place.popUndo();
  await place.showAgain();
  return { reverted, undone: step.action };
}
