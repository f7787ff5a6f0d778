/**
 * From a workbook as it was read to what was found and what would be written: recognises the forms, scores and checks them and plans the writes,
 * all by what a person chose. Nothing is read or written here.
 */
import type { SheetTexts } from '../engine/checks/checkStatements';
import type { Decimal } from '../engine/decimal';
import type { FormFacts } from '../engine/facts';
import { guessRuleSet } from '../engine/guessRuleSet';
import type { Direction } from '../engine/outcome';
import type { RuleSet } from '../engine/ruleSet';
import { scoreForm } from '../engine/scoreForm';
import { applyWrites } from '../form/applyWrites';
import { nameHeaders } from '../form/headerNames';
import { identify } from '../form/identity';
import { isHighlight, markFindings, ownScoresFrom, rememberScores } from '../form/marks';
import { readTexts } from '../form/readTexts';
import { planForm, type FormPlan, type ScoreEdits } from '../form/planWrites';
import { recogniseForms } from '../form/recognise';
import { reversePlan } from '../form/reversePlan';
import type { Mark, WritePlan } from '../form/writePlan';
import { sameMarks } from '../workbook/planCheck';
import type { SheetSnapshot, WorkbookSnapshot } from '../workbook/workbook';
import { NO_DEFAULTS, readChoices, type Choices, type Defaults } from './choices/choices';
import { checkAlone, checkTogether, type CheckedAlone } from './checkSheets';
import type { FormResult, PlannedForm, Recalculation, SheetResult } from './formResult';
import { once, type PutOff } from './once';

export interface CalculateOptions {
  /** Goes before what was chosen for the workbook; null leaves it to that, and to the form where nothing was chosen. */
  readonly rules: RuleSet | null;
  /** True goes before what was chosen for the workbook. */
  readonly overwriteScores: boolean;
  readonly defaults?: Defaults;
}

/** Scores that a person decides on one by one, by sheet. */
export type SheetEdits = ReadonlyMap<string, ScoreEdits>;

/** What holds for all sheets of one calculation. */
interface Terms {
  readonly rules: RuleSet | null;
  readonly overwriteScores: boolean;
  readonly choices: Choices;
  readonly edits: SheetEdits | null;
}

/**
 * Calculates all sheets of a snapshot.
 * @param edits only these scores are to change, and the sums that follow; null for a whole recalculation
 */
export function calculateWorkbook(
  { sheets: read, settings, activeSheet }: WorkbookSnapshot,
  options: CalculateOptions,
  edits: SheetEdits | null = null,
): Recalculation {
  const choices = readChoices(settings, options.defaults ?? NO_DEFAULTS);
  const terms: Terms = {
    rules: options.rules ?? choices.ruleSet,
    overwriteScores: options.overwriteScores || choices.options.typedScores === 'overwrite',
    choices,
    edits,
  };
  const drafts = read.map((snapshot): SheetDraft => {
    const sheet = { ...snapshot, grid: nameHeaders(snapshot.grid, choices.headerNames) };
    const result = calculateSheet(sheet, terms);
    return { sheet, result, checked: once(() => checkAlone(result)) };
  });
  const planned = drafts.map(({ result }) => result);
  const texts = once(() => drafts.map(textsOf));
  // A check writes nothing, and of what is written only what stands there afterwards is told: each is worked out for who asks for it.
  const sheets = once(() => {
    const alone = drafts.map(({ checked }) => checked());
    return checkTogether(planned, alone, texts(), choices.ignored);
  });
  const written = once(() => planSheets(drafts, texts(), terms));
  const undo = once(() => undoOf(written().plans, read));
  return {
    planned,
    get sheets() {
      return sheets();
    },
    get plans() {
      return written().plans;
    },
    get undo() {
      return undo();
    },
    get after() {
      return written().after;
    },
    activeSheet,
    choices,
  };
}

/** Only for sheets that the plans changed; a protected sheet takes no marks. */
function undoOf(plans: readonly WritePlan[], sheets: readonly SheetSnapshot[]): readonly WritePlan[] {
  return plans.flatMap((plan) => {
    const { marks = [], isProtected = false } = sheets.find(({ grid }) => grid.sheet === plan.sheet) ?? {};
    const isSame = plan.writes.length === 0 && (isProtected || sameMarks(plan.marks, marks));
    return isSame ? [] : [reversePlan(plan, marks)];
  });
}

/** @param before what was made of the sheet before its plans were carried out: nothing is left to be written */
function calculateSheet(
  { grid, isProtected, marks }: SheetSnapshot,
  terms: Terms,
  before: SheetDraft | null = null,
): SheetResult<PlannedForm> {
  const earlier = before?.result.forms ?? [];
  const { forms, diagnosis } = recogniseForms(
    grid,
    before && { grid: before.sheet.grid, forms: earlier.map(({ facts }) => facts) },
  );
  const ownScores = once(() => ownScoresFrom(marks));
  const directions = directionsOf(grid.sheet, forms, terms.choices);
  const calculateForm = (facts: FormFacts, index: number): PlannedForm => {
    const rules = terms.rules ?? guessRuleSet(facts);
    const shared = { facts, rules, isGuessed: terms.rules === null };
    if (facts.kind === 'summary-table') return { ...shared, scored: null, plan: null };
    const scored = scoreForm(facts, rules, directions, earlier[index]?.scored);
    const carriedOut = earlier[index]?.plan;
    if (carriedOut) return { ...shared, scored, plan: { ...carriedOut, writes: [], follows: [] } };
    const edits = terms.edits && (terms.edits.get(grid.sheet) ?? NO_EDITS);
    const options = { overwriteScores: terms.overwriteScores, ownScores: ownScores(), edits };
    return { ...shared, scored, plan: planForm(scored, grid, options) };
  };
  return { sheet: grid.sheet, isProtected, diagnosis, forms: forms.map(calculateForm) };
}

const NO_EDITS: ScoreEdits = { accepted: new Set(), chosen: new Map() };

/** What a person said about the directions of the rows of a sheet, by row number. */
function directionsOf(
  sheet: string,
  forms: readonly FormFacts[],
  { directions }: Choices,
): ReadonlyMap<number, Direction> {
  const said = new Map(
    directions.filter((entry) => entry.sheet === sheet).map(({ row, direction }) => [row, direction]),
  );
  const found = new Map<number, Direction>();
  if (said.size === 0) return found;
  for (const [row, name] of identify(forms).rows) {
    const direction = said.get(name);
    if (direction) found.set(row, direction);
  }
  return found;
}

/** What a person can read on a sheet besides its forms. */
function textsOf({ sheet: { grid, visibility }, result }: SheetDraft): SheetTexts {
  const facts = result.forms.map((form) => form.facts);
  return { sheet: grid.sheet, cells: visibility === 'visible' ? readTexts(grid, facts) : [] };
}

/** A sheet as it stands and what was made of it alone. */
interface SheetDraft {
  readonly sheet: SheetSnapshot;
  readonly result: SheetResult<PlannedForm>;
  /** What is found on its forms, each by itself. */
  readonly checked: PutOff<readonly CheckedAlone[]>;
}

/** A sheet as it will stand, and what is found on its forms then. */
interface Standing {
  readonly result: SheetResult<PlannedForm>;
  readonly alone: readonly CheckedAlone[];
}

interface PlannedSheets {
  readonly plans: readonly WritePlan[];
  readonly after: readonly SheetResult[];
}

/** One plan a sheet. Its marks tell what is still wrong once it is written, so that a second run leaves them as they are. */
function planSheets(
  drafts: readonly SheetDraft[],
  texts: readonly SheetTexts[],
  terms: Terms,
): PlannedSheets {
  const ofSheets = drafts.map(({ result }) => result.forms.flatMap(({ plan }) => plan ?? []));
  const writes = ofSheets.map((plans) => plans.flatMap((plan) => plan.writes));
  const written = drafts.map((draft, index): Standing => {
    const { sheet, result, checked } = draft;
    const changed = writes[index] ?? [];
    if (changed.length === 0) return { result, alone: checked() };
    const follows = (ofSheets[index] ?? []).flatMap((plan) => plan.follows);
    const grid = applyWrites(sheet.grid, [...changed, ...follows]);
    const later = calculateSheet({ ...sheet, grid }, terms, draft);
    return { result: later, alone: checkAlone(later, checked.ifMade()) };
  });
  const after = checkTogether(
    written.map(({ result }) => result),
    written.map(({ alone }) => alone),
    texts,
    terms.choices.ignored,
  );
  const plans = after.flatMap(({ sheet, forms }, index): readonly WritePlan[] => {
    // A person who decides on single scores gets nothing done to other sheets.
    if (terms.edits && !terms.edits.has(sheet)) return [];
    const standing = drafts[index]?.sheet.marks ?? [];
    const marks = [...highlights(forms, standing, terms), ...remembered(ofSheets[index] ?? [])];
    return [{ sheet, writes: writes[index] ?? [], marks }];
  });
  return { plans, after };
}

/** Rows are highlighted unless a person does not want it; deciding on a single score brings highlights up to date where there are any. */
function highlights(
  forms: readonly FormResult[],
  standing: readonly Mark[],
  { choices, edits }: Terms,
): readonly Mark[] {
  if (!choices.options.marks || (edits && !standing.some(isHighlight))) return [];
  return markFindings(forms);
}

function remembered(plans: readonly FormPlan[]): readonly Mark[] {
  const ownScores = new Map<string, Decimal>(plans.flatMap((plan) => [...plan.ownScores]));
  return rememberScores(ownScores);
}
