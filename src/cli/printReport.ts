/** The report of one file as a clerk reads it on a terminal: score by category, totals, findings by severity, what was written and where. */
import type { FormResult, SheetResult } from '../app/formResult';
import { summariseScore } from '../app/summariseScore';
import { sayUnusable } from '../app/sayFailure';
import { sayCategory, wordingIn } from '../app/wording';
import { outlineForm, type FormOutline, type ReportedChange, type ReportedFinding } from '../app/report';
import type { Decimal } from '../engine/decimal';
import type { Say } from '../locales/sentences';
import type { FileResult } from './recalculateFile';
import { layOutTable, shorten } from './table';

const LABEL_WIDTH = 28;
const TITLE_WIDTH = 60;
const SHOWN_CHANGES = 30;
const SEVERITIES = ['error', 'warning', 'info'] as const;

/** The lines for one file that could be used. */
export function printFile(result: FileResult, say: Say): readonly string[] {
  const wording = wordingIn(say);
  const unusable = sayUnusable(result.unusable, say);
  const lines = [say('report.file', { file: result.file }), ...(unusable === null ? [] : [indent(unusable)])];
  let changes = 0;
  for (const sheet of result.sheets) {
    for (const form of sheet.forms) {
      const outline = outlineForm(form, wording);
      lines.push('', ...printForm(sheet, form, outline, say));
      changes += outline.writes.length;
    }
  }
  lines.push('', ...printEnding(result, changes, say), '');
  return lines;
}

function printForm(sheet: SheetResult, form: FormResult, outline: FormOutline, say: Say): readonly string[] {
  const title = shorten(form.facts.title || say('report.untitled'), TITLE_WIDTH);
  const rules = { rules: form.rules.name[say('language')] ?? form.rules.id, id: form.rules.id };
  const heading = [
    say('report.form', { sheet: sheet.sheet, title, range: form.facts.range }),
    ...(form.scored ? [indent(say(form.isGuessed ? 'report.rulesGuessed' : 'report.rules', rules))] : []),
  ];
  return [
    ...heading,
    ...scoreTable(form, say).map(indent),
    ...(form.facts.kind === 'summary-table' ? [] : countLines(outline, say)),
    ...findingLines(outline.findings, say),
    ...(form.ignored.length > 0
      ? [indent(say('report.ignored', { count: String(form.ignored.length) }))]
      : []),
    ...changeLines(outline, say),
  ];
}

type Row = readonly [label: string, weight: string, entered: string, score: string];

function drawTable(rows: readonly Row[], say: Say): readonly string[] {
  const header: Row = [
    say('report.category'),
    say('report.weight'),
    say('report.entered'),
    say('report.score'),
  ];
  return layOutTable([header, ...rows], ['left', 'right', 'right', 'right']);
}

/** Execution first, then a line for each block, goal or first level, the total last. */
function scoreTable(form: FormResult, say: Say): readonly string[] {
  const { categories, total } = summariseScore(form);
  const isTable = form.facts.kind === 'summary-table';
  const write = (value: Decimal | null): string => value?.toString() ?? '';
  const rows = categories.map(({ category, weight, entered, score }): Row => [
    shorten(sayCategory(category, say), LABEL_WIDTH),
    write(weight),
    write(entered),
    write(score),
  ]);
  const printed = isTable ? write(total.entered) : total.text;
  return drawTable([...rows, [say('report.total'), write(total.weight), printed, write(total.score)]], say);
}

function countLines({ counts, unknownHeaders }: FormOutline, say: Say): readonly string[] {
  const indicators = String(counts.indicators);
  const line =
    counts.completed === null
      ? say('report.countsUnweighted', { indicators })
      : say('report.counts', { indicators, completed: String(counts.completed) });
  const unknown = unknownHeaders
    .map(({ cell, text }) => `${text.replace(/\s+/g, '')}(${cell})`)
    .join(say('list.comma'));
  return [
    indent(line),
    ...(unknown === '' ? [] : [indent(say('report.unknownHeaders', { headers: unknown }))]),
  ];
}

function findingLines(findings: readonly ReportedFinding[], say: Say): readonly string[] {
  if (findings.length === 0) return [indent(say('report.noFindings'))];
  return SEVERITIES.flatMap((severity) => {
    const found = findings.filter((finding) => finding.severity === severity);
    if (found.length === 0) return [];
    const rows = found.map(({ cell, message }) => [cell ?? say('report.wholeForm'), message]);
    return [
      indent(say(`report.${severity}`, { count: String(found.length) })),
      ...layOutTable(rows, ['left', 'left']).map((line) => indent(indent(line))),
    ];
  });
}

function changeLines({ writes, locked }: FormOutline, say: Say): readonly string[] {
  const show = (changes: readonly ReportedChange[]): readonly string[] => {
    const rows = changes
      .slice(0, SHOWN_CHANGES)
      .map(({ cell, from, to }) => [cell, shorten(from, 20) || say('report.blank'), '→', to]);
    const more =
      changes.length > SHOWN_CHANGES
        ? [say('report.more', { count: String(changes.length - SHOWN_CHANGES) })]
        : [];
    return [...layOutTable(rows, ['left', 'left', 'left', 'left']), ...more].map((line) =>
      indent(indent(line)),
    );
  };
  return [
    ...(writes.length > 0
      ? [indent(say('report.writes', { count: String(writes.length) })), ...show(writes)]
      : []),
    ...(locked.length > 0
      ? [indent(say('report.locked', { count: String(locked.length) })), ...show(locked)]
      : []),
  ];
}

function printEnding(result: FileResult, changes: number, say: Say): readonly string[] {
  if (result.output === null) return [say('report.checkedOnly', { count: String(changes) })];
  return [
    say(changes === 0 ? 'report.savedUnchanged' : 'report.saved', {
      output: result.output,
      count: String(changes),
    }),
  ];
}

function indent(line: string): string {
  return `  ${line}`;
}
