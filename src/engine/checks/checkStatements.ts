/** Holds what texts of a workbook say against the form that they speak of: `text-disagrees`. */
import { Decimal, roundTo } from '../decimal';
import type { FormFacts, ScoredFormFacts, TextCell } from '../facts';
import type { Finding } from '../finding';
import { carriesGrandTotal } from '../totals';
import { plain, rateOf } from './figures';
import { raise } from './raise';
import { readStatements, type Statement } from './readStatements';
import words from './statements.json';

/** A form, and the figures that a text may honestly give for it: those that stand, and those after a recalculation. */
export interface StatedForm {
  readonly sheet: string;
  readonly facts: FormFacts;
  readonly totals: readonly Decimal[];
  readonly completed: readonly number[];
}

/** The texts of a sheet that stand outside the tables of its forms. */
export interface SheetTexts {
  readonly sheet: string;
  readonly cells: readonly TextCell[];
}

/** A form with the number under which it stands in the list. */
interface Spoken {
  readonly index: number;
  readonly form: StatedForm;
  readonly facts: ScoredFormFacts;
}

/**
 * A list of findings for each form, in the order of the forms. A finding stands with a form of the sheet that has the text, at the text; where that
 * sheet has no form, with the form spoken of, at the figure.
 */
export function checkStatements(
  forms: readonly StatedForm[],
  texts: readonly SheetTexts[],
): readonly (readonly Finding[])[] {
  const found = forms.map((): Finding[] => []);
  const spoken = forms.flatMap((form, index): readonly Spoken[] =>
    form.facts.kind === 'summary-table' ? [] : [{ index, form, facts: form.facts }],
  );
  for (const { sheet, cells } of texts) {
    const host = forms.findIndex((form) => form.sheet === sheet);
    for (const { cell, text } of cells) {
      const told = new Set<string>();
      for (const statement of readStatements(text)) {
        const about = formOf(statement, sheet, spoken);
        const expected = about && disagreement(statement, about);
        if (!about || expected === null || told.has(statement.text)) continue;
        told.add(statement.text);
        const place = { row: null, cell: host < 0 ? figureCell(statement, about.facts) : cell };
        found[host < 0 ? about.index : host]?.push(
          raise('text-disagrees', place, {
            variant: statement.kind,
            sheet,
            at: cell,
            printed: statement.text,
            expected,
            form: about.form.sheet,
          }),
        );
      }
    }
  }
  return found;
}

/** The form that a statement speaks of: the one that it names, else the only one of the workbook or, below a form, of the sheet. */
function formOf(statement: Statement, sheet: string, forms: readonly Spoken[]): Spoken | null {
  const onSheet = forms.filter(({ form }) => form.sheet === sheet);
  const [only] = forms.length === 1 ? forms : onSheet.length === 1 ? onSheet : [];
  const named = namedForm(statement.before, forms);
  if (named === 'several' || (named === null && quotesAnother(statement.before))) return null;
  const about = named ?? only;
  if (!about || !speaksOfKind(statement, about.facts)) return null;
  const { year } = about.facts;
  const last = statement.years.at(-1);
  return year === null || last === undefined || last === year ? about : null;
}

/** The shortest name that is no mere word. */
const SHORTEST_NAME = 4;

/** The form with the longest name in the text; `several` when more than one form goes by it. */
function namedForm(text: string, forms: readonly Spoken[]): Spoken | 'several' | null {
  const found = forms.flatMap((spoken) =>
    namesOf(spoken.facts)
      .filter((name) => text.includes(name))
      .map((name) => ({ spoken, length: name.length })),
  );
  const longest = Math.max(...found.map(({ length }) => length));
  const best = new Set(found.filter(({ length }) => length === longest).map(({ spoken }) => spoken));
  const [first] = best;
  if (!first) return null;
  return best.size === 1 ? first : 'several';
}

function namesOf({ projectName, title }: ScoredFormFacts): readonly string[] {
  return [projectName ?? '', title]
    .map((name) => name.normalize('NFKC').replace(/\s/g, ''))
    .filter((name) => name.length >= SHORTEST_NAME);
}

/** True for a text that names something in quotation marks, which is none of the forms then. */
function quotesAnother(text: string): boolean {
  return /[“『"'‘]/.test(text);
}

/** A statement on 部门整体 is none on a project, and the other way round. */
function speaksOfKind({ before }: Statement, { kind }: ScoredFormFacts): boolean {
  const ofDepartment = new RegExp(words.department).test(before);
  const ofProject = new RegExp(words.project).test(before);
  return kind === 'project' ? !ofDepartment : ofDepartment || !ofProject;
}

/** What the form says instead; null when it says the same, or nothing. */
function disagreement(statement: Statement, { form, facts }: Spoken): string | null {
  switch (statement.kind) {
    case 'score':
      return carriesGrandTotal(facts) ? null : differs(statement, form.totals);
    case 'indicators':
      return differs(statement, [new Decimal(facts.indicators.length)]);
    case 'completed':
      return differs(
        statement,
        form.completed.map((count) => new Decimal(count)),
      );
    case 'goals':
      return facts.goals.length === 0 ? null : differs(statement, [new Decimal(facts.goals.length)]);
    case 'rate':
      return rateDiffers(statement, facts);
  }
}

/** The first of the figures, when none of them, rounded as the text rounds, is what it says. */
function differs({ value, decimals }: Statement, figures: readonly Decimal[]): string | null {
  const [first] = figures;
  if (!first || figures.some((figure) => roundTo(figure, decimals).eq(value))) return null;
  return plain(first);
}

/** A rate that is cut off rather than rounded passes. */
function rateDiffers({ value, decimals }: Statement, { budget }: ScoredFormFacts): string | null {
  if (budget === null) return null;
  const rates = [rateOf(budget.total), budget.total.rate.value].flatMap((rate) => rate?.times(100) ?? []);
  const [first] = rates;
  const unit = new Decimal(10).pow(-decimals);
  if (!first || rates.some((rate) => rate.minus(value).abs().lt(unit))) return null;
  return `${roundTo(first, 2).toFixed(2)}%`;
}

/** Where the form has the figure that a text elsewhere contradicts. */
function figureCell({ kind }: Statement, { total, budget, titleCell }: ScoredFormFacts): string | null {
  const cell = kind === 'score' ? total?.score.cell : kind === 'rate' ? budget?.total.rate.cell : null;
  return cell ?? titleCell;
}
