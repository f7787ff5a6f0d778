/** Builds small project forms, as a person would describe them, and scores them with the real rules. */
import { Decimal } from '../../../src/engine/decimal';
import { BLANK, textEntry } from '../../../src/engine/entry';
import type { BudgetBlock, IndicatorRow, NumberCell } from '../../../src/engine/facts';
import type { Direction } from '../../../src/engine/outcome';
import { proposeMatching, correctMatching } from '../../../src/engine/rollUp/matchRows';
import type {
  Correction,
  LeftCode,
  MoneyChoice,
  RolledUp,
  RolledUpRow,
  RollUpForm,
} from '../../../src/engine/rollUp/rolledUp';
import { rollUpForms } from '../../../src/engine/rollUp/rollUpForms';
import type { RuleSet } from '../../../src/engine/ruleSet';
import { MOF_2020 } from '../../../src/engine/ruleSets/shippedRuleSets';
import { scoreForm } from '../../../src/engine/scoreForm';

/** Name, target, actual, weight, typed score ("" for blank), first level, second level. */
export type RowWords = readonly [
  name: string,
  target: string,
  actual: string,
  weight: string,
  score?: string,
  level1?: string,
  level2?: string,
];

export interface FormWords {
  readonly name: string;
  readonly rows: readonly RowWords[];
  /** "" for an amount that is not given. */
  readonly budget?: string;
  readonly spent?: string;
  /** 元 in the unit of the amounts; null where the form does not say. */
  readonly unit?: string | null;
  readonly execution?: string;
  readonly year?: number | null;
  readonly directions?: ReadonlyMap<number, Direction>;
}

/** The row of the sheet on which the first indicator stands. */
const FIRST_ROW = 9;

function number(text: string, cell: string | null): NumberCell {
  if (text === '') return { state: 'blank', value: null, cell, entry: BLANK, formula: false };
  return { state: 'number', value: new Decimal(text), cell, entry: textEntry(text), formula: false };
}

function buildRow(words: RowWords, index: number): IndicatorRow {
  const [name, target, actual, weight, score = '', level1 = '产出指标', level2 = '数量指标'] = words;
  const row = FIRST_ROW + index;
  return {
    row,
    goal: null,
    level1,
    level2,
    name,
    nameCell: `D${row}`,
    label: name,
    target: textEntry(target),
    targetCells: [`E${row}`],
    unit: '',
    actual: textEntry(actual),
    actualCell: `F${row}`,
    weight: number(weight, `G${row}`),
    score: number(score, `H${row}`),
    sharesScore: false,
    reason: null,
  };
}

function buildBudget({
  budget = '100',
  spent = '100',
  unit = '10000',
  execution = '10',
}: FormWords): BudgetBlock {
  return {
    total: {
      row: 5,
      label: '年度资金总额',
      budget: number(budget, 'E5'),
      spent: number(spent, 'F5'),
      rate: number('', 'H5'),
    },
    parts: [],
    weight: number(execution, 'G5'),
    score: number('', 'I5'),
    unit: unit === null ? null : new Decimal(unit),
    reason: null,
  };
}

/** A form at a place of the workbook, on a sheet of its own. */
export function buildForm(words: FormWords, place: number, rules: RuleSet = MOF_2020): RollUpForm {
  const { name, rows, year = 2020, directions } = words;
  const scored = scoreForm(
    {
      kind: 'project',
      range: 'A1:I30',
      title: '项目支出绩效自评表',
      titleCell: 'A1',
      year,
      projectName: name,
      unitName: '清河街道办事处',
      budget: buildBudget(words),
      goals: [],
      indicators: rows.map(buildRow),
      judgedBlocks: [],
      groups: [],
      subtotals: [],
      total: null,
      formReason: null,
      placeholders: [],
      unknownHeaders: [],
    },
    rules,
    directions,
  );
  const rowKeys = new Map(rows.map((_, index) => [FIRST_ROW + index, `${name}#${FIRST_ROW + index}`]));
  return { id: name, sheet: name, name, place, scored, rowKeys };
}

export function buildForms(words: readonly FormWords[], rules: RuleSet = MOF_2020): readonly RollUpForm[] {
  return words.map((form, place) => buildForm(form, place, rules));
}

export interface RollUpOptions {
  readonly money?: MoneyChoice;
  readonly rules?: RuleSet;
  readonly corrections?: readonly Correction[];
}

export function rollUp(
  forms: readonly RollUpForm[],
  { money = 'spent', rules = MOF_2020, corrections = [] }: RollUpOptions = {},
): RolledUp {
  return rollUpForms(forms, correctMatching(proposeMatching(forms), corrections), { rules, money });
}

/** The only row of that name. */
export function rowNamed({ rows }: Pick<RolledUp, 'rows'>, name: string): RolledUpRow {
  const found = rows.filter((row) => row.name === name);
  const [only] = found;
  if (!only || found.length > 1) throw new Error(`${found.length} rows are called ${name}`);
  return only;
}

/** What is left to a person about the rows of a name. */
export function codesAbout({ left }: RolledUp, name: string): readonly LeftCode[] {
  return left.filter(({ params }) => params['name'] === name).map(({ code }) => code);
}
