/** Writes a summary as a document of 自评结果摘要 in official Chinese: what the form says in sentences, and a marked blank for what it does not say. */
import { percent } from '../../engine/checks/figures';
import { Decimal } from '../../engine/decimal';
import type { Category } from '../../engine/summary/scoreLines';
import type {
  ExecutionFigures,
  GroupFigures,
  Summary,
  SummaryBlank,
  SummarySubject,
  UnfinishedIndicator,
} from '../../engine/summary/summary';
import type { Block, DocumentPart, Run } from '../../form/summary/textDocument';
import { fillPlaces } from '../../form/templates/wording';
import { runsOf } from './runs';
import { figure, nameCategory, scoreTable, type TableStyle } from './scoreTable';
import wording from './wording.json';

export function writeSummary(summary: Summary, style: TableStyle): DocumentPart {
  const { headings } = wording;
  return {
    title: titleOf(summary.subject),
    blocks: [
      heading(1, headings.conclusion),
      heading(2, headings.score),
      paragraph(writeScore(summary)),
      scoreTable(summary, style),
      ...writeNotes(summary),
      heading(2, headings.completion),
      heading(3, headings.execution),
      paragraph(writeExecution(summary.execution)),
      heading(3, headings.completed),
      ...writeCompleted(summary),
      heading(3, headings.unfinished),
      ...writeUnfinished(summary),
      heading(2, headings.problems),
      heading(3, headings.lastYear),
      paragraph(writeBlank('last-year', summary)),
      heading(3, headings.thisYear),
      paragraph(writeBlank('problems', summary)),
      heading(2, headings.next),
      heading(3, headings.measures),
      paragraph(writeBlank('measures', summary)),
      heading(3, headings.budgeting),
      paragraph(writeBlank('budgeting', summary)),
      { kind: 'signature', lines: [writeUnit(summary.subject), runsOf(wording.signature.date)] },
    ],
  };
}

function heading(level: 1 | 2 | 3, text: string): Block {
  return { kind: 'heading', level, text };
}

function paragraph(runs: readonly Run[]): Block {
  return { kind: 'paragraph', runs };
}

function yearOf({ year }: SummarySubject): string {
  return year === null ? '' : fillPlaces(wording.year, { year: String(year) });
}

function titleOf(subject: SummarySubject): string {
  const year = yearOf(subject);
  const unit = subject.unit ?? '';
  if (subject.kind === 'department') return fillPlaces(wording.title.department, { year, unit });
  const project = subject.project === null ? unit : fillPlaces(wording.quoted, { name: subject.project });
  return fillPlaces(wording.title.project, { year, project });
}

function writeUnit({ unit }: SummarySubject): readonly Run[] {
  const { signature } = wording;
  return unit === null ? runsOf(signature.unitMissing) : runsOf(signature.unit, { unit });
}

function writeScore({ subject, score }: Summary): readonly Run[] {
  const { total, outOf, grade } = wording.score;
  return runsOf(total, {
    subject: fillPlaces(wording.subject[subject.kind], { year: yearOf(subject) }),
    score: figure(score.value),
    outOf: score.weight ? fillPlaces(outOf, { weight: figure(score.weight) }) : '',
    grade: score.grade === null ? '' : fillPlaces(grade, { grade: score.grade }),
  });
}

/** Where the score is not what the table adds up to, or not what the form prints. */
function writeNotes({ score, execution }: Summary): readonly Block[] {
  const { capped, disagreeing } = wording.score;
  const value = figure(score.value);
  const notes: (readonly Run[])[] = [];
  if (score.added && score.value?.lt(score.added)) {
    const rate = execution?.rate ? percent(execution.rate) : wording.notKnown;
    notes.push(runsOf(capped, { added: figure(score.added), rate, score: value }));
  }
  if (score.disagreeing !== null)
    notes.push(runsOf(disagreeing, { printed: score.disagreeing, score: value }));
  return notes.map(paragraph);
}

/** How many 元 make one, and what it is called. */
const MONEY_UNITS = [
  { yuan: new Decimal(100_000_000), name: '亿元' },
  { yuan: new Decimal(10_000), name: '万元' },
  { yuan: new Decimal(1), name: '元' },
];

function writeExecution(execution: ExecutionFigures | null): readonly Run[] {
  const { figures, points, unitMissing, incomplete } = wording.execution;
  if (!execution?.budget || !execution.spent || !execution.rate) return runsOf(incomplete);
  const { budget, spent, rate, weight, score } = execution;
  const unit = MONEY_UNITS.find(({ yuan }) => execution.unit?.eq(yuan))?.name;
  const isScored = weight !== null && score !== null;
  return [
    ...runsOf(figures, {
      budget: figure(budget),
      spent: figure(spent),
      unit: unit ?? '',
      rate: percent(rate),
      points: isScored ? fillPlaces(points, { score: figure(score), weight: figure(weight) }) : '',
    }),
    ...(unit === undefined ? runsOf(unitMissing) : []),
  ];
}

function writeCompleted(summary: Summary): readonly Block[] {
  return [paragraph(writeCounts(summary)), ...summary.groups.map((group) => paragraph(writeGroup(group)))];
}

function writeCounts({ groups, indicators }: Summary): readonly Run[] {
  const { withGoals, plain, all, some, unknown, unweighted, unweightedMissed } = wording.completed;
  const goals = groups.filter(({ line }) => line.category.kind === 'goal').length;
  const what = fillPlaces(goals > 0 ? withGoals : plain, {
    goals: String(goals),
    all: String(indicators.all),
  });
  const places = {
    what,
    completed: String(indicators.completed),
    unfinished: String(indicators.unfinished),
    unknown: String(indicators.unknown),
    share: percent(new Decimal(indicators.completed).div(Math.max(1, indicators.all))),
  };
  if (indicators.completed === 0 && indicators.unknown > 0)
    return runsOf(indicators.unfinished === 0 ? unweighted : unweightedMissed, places);
  if (indicators.completed === indicators.all) return runsOf(all, places);
  return [...runsOf(some, places), ...(indicators.unknown > 0 ? runsOf(unknown, places) : [])];
}

function writeGroup({ line, counts }: GroupFigures): readonly Run[] {
  const { goal, level, points, score } = wording.completed;
  const said = line.score && { score: figure(line.score), weight: figure(line.weight) };
  return runsOf(line.category.kind === 'goal' ? goal : level, {
    group: nameGroup(line.category),
    all: String(counts.all),
    result: fillPlaces(resultOf(counts), {
      completed: String(counts.completed),
      unfinished: String(counts.unfinished),
    }),
    points: said ? fillPlaces(line.weight ? points : score, said) : '',
  });
}

function resultOf({ all, completed, unknown }: GroupFigures['counts']): string {
  const { groupAll, groupSome, groupNone, groupUnknown } = wording.completed;
  if (unknown > 0) return groupUnknown;
  if (completed === all) return groupAll;
  return completed === 0 ? groupNone : groupSome;
}

/** A goal with its title. */
function nameGroup(category: Category): string {
  const title = category.kind === 'goal' ? withoutStop(category.title) : '';
  if (category.kind !== 'goal' || title === '') return nameCategory(category);
  return fillPlaces(wording.goalWithTitle, { number: String(category.number), title });
}

/** A text that goes into the middle of a sentence. */
function withoutStop(text: string): string {
  return text.replace(/[\s。；;，,]+$/, '');
}

function writeUnfinished({ unfinished, indicators }: Summary): readonly Block[] {
  const { intro, none, noneKnown } = wording.unfinished;
  if (unfinished.length === 0) return [paragraph(runsOf(indicators.unknown > 0 ? noneKnown : none))];
  return [
    paragraph(runsOf(intro, { count: String(unfinished.length) })),
    { kind: 'list', items: unfinished.map(writeIndicator) },
  ];
}

function writeIndicator(row: UnfinishedIndicator): readonly Run[] {
  const { item, group, notGiven, points, notScored, unnamed, reason } = wording.unfinished;
  const category: Category | null = row.goal
    ? { kind: 'goal', ...row.goal }
    : row.level1 === null
      ? null
      : { kind: 'level', label: row.level1 };
  const [before = '', after = ''] = item.split('{reason}');
  const places = {
    name: withoutStop(row.name) || unnamed,
    group: category ? fillPlaces(group, { group: nameCategory(category) }) : '',
    target: withoutStop(row.target) || notGiven,
    actual: withoutStop(row.actual) || notGiven,
    points: row.weight
      ? fillPlaces(row.score ? points : notScored, {
          weight: figure(row.weight),
          score: figure(row.score),
        })
      : '',
  };
  return [
    ...runsOf(before, places),
    ...(row.reason === null ? runsOf(reason) : runsOf('{reason}', { reason: row.reason })),
    ...runsOf(after, places),
  ];
}

function writeBlank(blank: SummaryBlank, { formReason }: Summary): readonly Run[] {
  const { problems, next } = wording;
  switch (blank) {
    case 'last-year':
      return runsOf(problems.lastYear);
    case 'problems':
      return formReason === null
        ? runsOf(problems.thisYear)
        : runsOf(problems.formReason, { reason: formReason });
    case 'measures':
      return runsOf(next.measures);
    case 'budgeting':
      return runsOf(next.budgeting);
  }
}
