/**
 * From a grid to the forms on it, or to a diagnosis when there are none. Forms are found by their header words anywhere on the
 * sheet, whatever their layout.
 */
import vocabulary from './vocabulary.json';
import type { FormFacts, TextCell } from '../engine/facts';
import { cellName } from './address';
import type { Grid } from './grid';
import { filledCells, keepFilledCells } from './headers';
import { findOverviewHeader } from './overview/overviewColumns';
import { knowRows, type EarlierSheet, type KnownRows } from './knownRows';
import { readForm } from './readForm';
import { readSummaryTable } from './readSummaryTable';
import { findSections, type Section } from './sections';
import { textAt } from './readCells';
import { yearsInFigures } from './writtenYear';
import { compact, isLabel, LONGEST_HEADER, matchFundWord, matchIndicatorWord, type LabelRole } from './words';

/** A header word met on a sheet on which no form was found. */
export interface HeaderWordFound {
  readonly role: string;
  readonly text: string;
  readonly cell: string;
}

/** Why no form was found: which header words stand on the sheet and which roles are missing. */
export interface Diagnosis {
  readonly found: readonly HeaderWordFound[];
  readonly missing: readonly string[];
  /** Short texts beside the words found: one of them may be the header that is missing. */
  readonly unknown: readonly TextCell[];
}

export interface Recognition {
  readonly forms: readonly FormFacts[];
  /** Null when at least one form was found, and on an overview of ours, which is to hold none. */
  readonly diagnosis: Diagnosis | null;
}

/**
 * All forms on a sheet from top to bottom. Never fails: an unknown sheet yields a diagnosis.
 * @param earlier the same sheet as it was read before a few of its cells were written: rows that stay as they are keep what was read
 */
export function recogniseForms(grid: Grid, earlier: EarlierSheet | null = null): Recognition {
  if (earlier) keepFilledCells(grid, earlier.grid);
  const known = earlier && knowRows(earlier);
  const forms = tellApart(
    findSections(grid, earlier?.grid).flatMap((section) => readSection(grid, section, known) ?? []),
  );
  const isMissed = forms.length === 0 && findOverviewHeader(grid) === null;
  return { forms, diagnosis: isMissed ? diagnose(grid) : null };
}

/** Forms below each other often share one title; then each goes by the name of its project. */
function tellApart(forms: readonly FormFacts[]): readonly FormFacts[] {
  return forms.map((form) => {
    const isAlone = forms.every((other) => other === form || other.title !== form.title);
    const ownName = form.kind === 'summary-table' ? null : form.projectName;
    return isAlone || ownName === null ? form : { ...form, title: ownName };
  });
}

function readSection(grid: Grid, section: Section, known: KnownRows | null): FormFacts | null {
  const heading = readTitle(section);
  const year = findYear(grid, section, heading.title);
  if (section.kind === 'summary') {
    const anchor = section.anchors.find((found) => found.kind === 'summary');
    if (!anchor) return null;
    const table = readSummaryTable(grid, section, anchor.header);
    return table.rows.length === 0 ? null : { ...table, ...heading, year };
  }
  const form = readForm(grid, section, known);
  if (form.indicators.length === 0 && form.placeholders.length === 0) return null;
  const projectName = findLabelled(grid, section, 'project');
  return {
    ...form,
    ...heading,
    kind: isDepartment(heading.title, form.goals.length > 0 && projectName === null)
      ? 'department'
      : 'project',
    year,
    projectName,
    unitName: findLabelled(grid, section, 'office') ?? findLabelled(grid, section, 'department'),
  };
}

/** A department form says so in its title, or has goals and is of no project. */
function isDepartment(title: string, hasOwnGoals: boolean): boolean {
  const word = compact(title);
  if (vocabulary.wholeDepartment.some((known) => word.includes(known))) return true;
  return hasOwnGoals && !vocabulary.projectWords.some((known) => word.includes(known));
}

/** The last title before the table that calls itself a 自评表, else the last one. */
function readTitle(section: Section): { readonly title: string; readonly titleCell: string | null } {
  const firstTable = section.anchors.find(({ kind }) => kind !== 'title');
  const titles = section.anchors
    .filter((anchor) => anchor.kind === 'title')
    .filter(({ row }) => row < (firstTable?.row ?? Infinity));
  const title = titles.findLast(({ text }) => compact(text).includes('自评表')) ?? titles.at(-1);
  if (!title) return { title: '', titleCell: null };
  return { title: title.text, titleCell: cellName(title.row, title.column) };
}

/** The year under evaluation: from the title, else from the lines above the table ("（2022年度）"). */
function findYear(grid: Grid, section: Section, title: string): number | null {
  const firstTable = section.anchors.find(
    ({ kind }) => kind === 'indicators' || kind === 'fund' || kind === 'summary',
  );
  const texts = [title];
  for (let row = section.top; row < (firstTable?.row ?? section.bottom); row += 1) {
    texts.push(...filledCells(grid, row).map(({ text }) => text));
  }
  const years = texts.map((text) => /(20\d{2})年度/.exec(yearsInFigures(compact(text)))?.[1]);
  const found = years.find((year) => year !== undefined);
  return found === undefined ? null : Number(found);
}

/** What stands beside (or, after a colon, behind) a label such as 项目名称; beside a blank place stands the next label. */
function findLabelled(grid: Grid, section: Section, role: LabelRole): string | null {
  const firstTable = section.anchors.find(({ kind }) => kind === 'indicators');
  for (let row = section.top; row < (firstTable?.row ?? section.bottom); row += 1) {
    const cells = filledCells(grid, row);
    for (const [index, { text }] of cells.entries()) {
      const [label = '', behind = ''] = text.split(/[:：]/, 2);
      if (!isLabel(role, label)) continue;
      const beside = cells[index + 1]?.text.trim() ?? '';
      const value = behind.trim() || (isNameLabel(beside) ? '' : beside);
      if (value !== '') return value;
    }
  }
  return null;
}

function isNameLabel(text: string): boolean {
  const [label = ''] = text.split(/[:：]/, 1);
  return NAME_LABELS.some((role) => isLabel(role, label));
}

const NAME_LABELS = ['project', 'office', 'department'] as const;

const NEEDED = ['name', 'target', 'actual', 'weight', 'score'] as const;

function diagnose(grid: Grid): Diagnosis {
  const found: HeaderWordFound[] = [];
  const unknown: TextCell[] = [];
  for (let row = 0; row < grid.rowCount && found.length < 50; row += 1) {
    const others: TextCell[] = [];
    const before = found.length;
    for (const { column, text } of filledCells(grid, row)) {
      const role = matchIndicatorWord(text)?.role ?? matchFundWord(text)?.role;
      if (role) found.push({ role, text: text.trim(), cell: cellName(row, column) });
      else if (mayBeHeader(text)) others.push(textAt(grid, row, column));
    }
    // A row with several known words is a header; one word alone may stand anywhere.
    if (found.length - before > 1) unknown.push(...others);
  }
  const roles = new Set(found.map(({ role }) => role));
  return { found, missing: NEEDED.filter((role) => !roles.has(role)), unknown };
}

function mayBeHeader(text: string): boolean {
  const word = compact(text);
  return word !== '' && word.length <= LONGEST_HEADER && !/^[-+\d.,%]*$/.test(word);
}
