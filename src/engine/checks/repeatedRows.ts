/** Compares the forms of a workbook with each other: figures that belong to another project's form. */
import { ONE } from '../decimal';
import type { FormFacts, IndicatorRow, ScoredFormFacts } from '../facts';
import type { Finding } from '../finding';
import { normaliseText, withoutBlanks } from '../normaliseText';
import { isCost, isPartOfCost } from './cost';
import { raise } from './raise';
import { isGiven, titleOf } from './rows';
import words from './words.json';

export interface FormOfWorkbook {
  readonly sheet: string;
  readonly facts: FormFacts;
}

interface ProjectForm {
  readonly sheet: string;
  readonly facts: ScoredFormFacts;
  readonly project: string;
  /** Rows whose figures are too precise to be shared by chance, by what they say. */
  readonly telling: ReadonlyMap<string, IndicatorRow>;
}

/**
 * `repeated-rows`: several telling pairs of target and actual, or a cost that is not the form's own, stand in the form
 * of another project too. Gives a list of findings for each form, in the order of the forms.
 */
export function checkRepeatedRows(forms: readonly FormOfWorkbook[]): readonly (readonly Finding[])[] {
  if (forms.length < 2) return forms.map(() => []);
  const projects = forms.map(asProject);
  return projects.map((form) => (form === null ? [] : projects.flatMap((other) => compare(form, other))));
}

function asProject({ sheet, facts }: FormOfWorkbook): ProjectForm | null {
  if (facts.kind !== 'project' || facts.projectName === null) return null;
  const project = facts.projectName.replace(/\s/g, '');
  if (project === '') return null;
  const telling = facts.indicators.filter(isTelling).map((row): [string, IndicatorRow] => [pairOf(row), row]);
  return { sheet, facts, project, telling: new Map(telling) };
}

function compare(form: ProjectForm, other: ProjectForm | null): Finding[] {
  if (other === null || other.project === form.project) return [];
  const repeated = [...form.telling].filter(([pair]) => other.telling.has(pair)).map(([, row]) => row);
  const cost = repeated.find((row) => isForeignCost(row, form.facts));
  const first = repeated.length >= words.repeated.pairs ? repeated[0] : cost;
  if (first === undefined) return [];
  return [
    raise(
      'repeated-rows',
      { row: first.row, cell: first.actualCell },
      {
        variant: repeated.length < words.repeated.pairs ? 'cost' : 'rows',
        name: repeated.map(titleOf).join('、'),
        count: String(repeated.length),
        project: other.facts.projectName?.trim() ?? '',
        sheet: other.sheet,
        actual: first.actual.text.trim(),
      },
    ),
  ];
}

function pairOf({ target, actual }: IndicatorRow): string {
  return [target, actual].map(({ text }) => withoutBlanks(text)).join('|');
}

/** True where a number is precise enough that two projects hardly share it by chance: 5.72 or 312, not 100% or 2021年. */
function isTelling({ target, actual }: IndicatorRow): boolean {
  if (!isGiven(target) || !isGiven(actual)) return false;
  return numbersIn(actual.text).some((number) => significantDigits(number) >= words.repeated.tellingDigits);
}

/** The numbers of a text without those of a date. */
function numbersIn(text: string): readonly string[] {
  const dates = /\d{4}\s*年(\s*\d{1,2}\s*月)?(\s*\d{1,2}\s*日)?|\d{4}[-/.]\d{1,2}([-/.]\d{1,2})?/g;
  return (
    normaliseText(text)
      .replace(dates, ' ')
      .match(/\d+(\.\d+)?/g) ?? []
  );
}

function significantDigits(number: string): number {
  const digits = number.includes('.') ? number.replace('.', '') : number.replace(/0+$/, '');
  return digits.replace(/^0+/, '').length;
}

/** A whole cost that names another amount than the form itself has budgeted or spent, in its own unit or in 元. */
function isForeignCost(row: IndicatorRow, { budget }: ScoredFormFacts): boolean {
  if (budget === null || !isCost(row) || isPartOfCost(row)) return false;
  const { total, unit } = budget;
  const own = [total.budget, total.spent].flatMap(({ value }) =>
    value === null ? [] : [value, value.times(unit ?? ONE)],
  );
  const costs = numbersIn(row.actual.text);
  return own.length > 0 && !costs.some((cost) => own.some((amount) => amount.eq(cost)));
}
