/** Draws whole forms below each other on one sheet, and says what has to be read from each. */
import { Decimal, roundTo, sum } from '../../src/engine/decimal';
import type { Grid } from '../../src/form/grid';
import type { CellSpec } from '../form/buildGrid';
import { chooseSpacing, drawOn, type Canvas, type Spacing } from './canvas';
import type { Chooser } from './choose';
import { drawFund } from './drawFund';
import { columnOf, isUnscored, lastColumn } from './drawing';
import { drawTable } from './drawTable';
import { chooseLayout, writeNumber, type Layout } from './layout';
import { inventForm, type MeantForm, type ScoredRow } from './meantForm';
import { toList } from './spelling';
import type { SeenForm } from './seen';
import words from './words.json';

/** What a row should earn, by its number on the sheet. */
export interface MeantOutcome {
  readonly row: number;
  readonly basis: string;
  readonly met: boolean | null;
  readonly computed: string | null;
}

export interface DrawnForm {
  readonly seen: SeenForm;
  readonly outcomes: readonly MeantOutcome[];
  readonly isClean: boolean;
}

export interface DrawnSheet {
  readonly grid: Grid;
  readonly forms: readonly DrawnForm[];
}

/** Puts the rows of a form into another order. */
export type Arrange = (rows: readonly ScoredRow[]) => readonly ScoredRow[];

/** A sheet with one to three forms. `spacing` replaces the chosen one. */
export function drawSheet(
  choose: Chooser,
  spacing: Spacing = chooseSpacing(choose),
  arrange: Arrange = (rows) => rows,
): DrawnSheet {
  const canvas = drawOn(choose, spacing);
  const count = choose.pick('forms', [1, 1, 1, 1, 2, 3]);
  const forms: DrawnForm[] = [];
  for (let index = 0; index < count; index += 1) {
    const own = choose.within(`form${index}.`);
    // Without a title a form begins where the one above it has ended with a total.
    const hasEnded = index === 0 || forms.at(-1)?.seen.total !== null;
    const isUntitled = hasEnded && own.chance('untitled', index === 0 ? 5 : 30);
    forms.push(
      drawForm(canvas, own, arrange, { isUntitled, isFirst: index === 0, isLast: index === count - 1 }),
    );
  }
  return { grid: canvas.grid(), forms: forms.map((form) => nameByProject(form, forms)) };
}

/** Forms that share one title go by the names of their projects. */
function nameByProject(form: DrawnForm, forms: readonly DrawnForm[]): DrawnForm {
  const { title, projectName } = form.seen;
  const isAlone = forms.every((other) => other === form || other.seen.title !== title);
  return isAlone || projectName === null ? form : { ...form, seen: { ...form.seen, title: projectName } };
}

interface Place {
  readonly isUntitled: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function drawForm(canvas: Canvas, choose: Chooser, arrange: Arrange, place: Place): DrawnForm {
  const invented = inventForm(choose, { isClean: choose.chance('clean', 50), isUntitled: place.isUntitled });
  const form: MeantForm = { ...invented, rows: arrange(invented.rows) };
  const layout = chooseLayout(choose, form);
  const cover = drawCover(canvas, choose.within('cover.'), form, place);
  const budget = form.funds && drawFund(canvas, choose.within('fund.'), form, form.funds, layout.hasSide);
  const judged = drawJudged(canvas, choose.within('judged.'), form, layout);
  const table = drawTable(canvas, choose.within('table.'), form, layout);
  const total = drawTotal(canvas, choose.within('total.'), form, layout, place);
  const formReason = drawEnd(canvas, choose.within('end.'), form);
  const seen: SeenForm = { kind: form.kind, ...cover, budget, judged, ...table, total, formReason };
  return {
    seen,
    outcomes: table.rows.map((row, index) => outcomeOf(form, row, index)),
    isClean: form.isClean,
  };
}

function outcomeOf(
  { rows }: MeantForm,
  { row, weight }: SeenForm['rows'][number],
  index: number,
): MeantOutcome {
  const { basis = '', met = null, share = null } = rows[index] ?? {};
  const computed =
    share === null || weight === null
      ? null
      : roundTo(new Decimal(weight).times(share.of).div(share.by), 2).toFixed();
  return { row, basis, met, computed };
}

type Cover = Pick<SeenForm, 'title' | 'year' | 'projectName' | 'unitName'>;

function drawCover(
  canvas: Canvas,
  choose: Chooser,
  { kind, year }: MeantForm,
  { isUntitled, isFirst }: Place,
): Cover {
  let title = '';
  let hasYear = false;
  if (!isUntitled) {
    if (isFirst && choose.chance('annex', 20)) {
      canvas.next();
      canvas.put(0, choose.pick('annexText', ['附件2', '附件1：', '附表']));
    }
    const word = choose.pick('title', toList(words.titles[kind]));
    const office = choose.pick('titleOffice', ['', toList(words.offices)[0]]);
    const yearPlace = choose.pick('year', ['title', 'line', 'below', 'none']);
    title = `${yearPlace === 'title' ? `${year}年度` : ''}${office}${word}${yearPlace === 'below' ? `\n（${year}年度）` : ''}`;
    hasYear = yearPlace !== 'none';
    canvas.next();
    canvas.put(choose.pick('titleColumn', [0, 0, 2]), title);
    if (yearPlace === 'line') {
      canvas.next();
      canvas.put(
        choose.pick('yearColumn', [0, 3]),
        choose.pick('yearLine', [`（${year}年度）`, `（ ${year} 年度）`]),
      );
    }
  }
  const projectName =
    kind === 'project' && choose.chance('project', 60)
      ? choose.pick('projectName', toList(words.projects))
      : null;
  const unitName = choose.chance('unit', 60) ? choose.pick('unitName', toList(words.offices)) : null;
  if (projectName !== null) {
    canvas.next();
    canvas.put(0, choose.pick('projectLabel', ['项目名称', '项目名称：', '项目（政策）名称']));
    canvas.put(2, projectName);
  }
  if (unitName !== null) {
    canvas.next();
    if (choose.chance('glued', 25))
      canvas.put(0, `${choose.pick('gluedLabel', ['单位名称', '填报单位'])}：${unitName}`);
    else {
      if (choose.chance('department', 40)) {
        canvas.put(0, '主管部门');
        canvas.put(1, '市财政局');
      }
      canvas.put(3, choose.pick('unitLabel', ['实施单位', '填报单位', '单位名称', '项目单位']));
      canvas.put(4, unitName);
    }
    if (choose.chance('date', 20)) canvas.put(6, '填报日期：2025年3月10日');
  }
  return { title, year: hasYear ? year : null, projectName, unitName };
}

function drawJudged(canvas: Canvas, choose: Chooser, form: MeantForm, layout: Layout): SeenForm['judged'] {
  const [one, other] = toList(words.sentences).map(String);
  const width = Math.max(5, lastColumn(layout));
  const { judgedGoal, judgedRows } = form;
  if (judgedGoal) {
    canvas.next();
    canvas.put(0, judgedGoal.name);
    canvas.put(1, '预期目标');
    canvas.put(3, '实际完成情况');
    canvas.put(
      width,
      choose.pick<CellSpec>('number', [judgedGoal.weight.toNumber(), judgedGoal.weight.toFixed()]),
    );
    const row = canvas.next(true);
    canvas.put(1, one ?? '');
    canvas.put(3, other ?? '');
    canvas.put(width, judgedGoal.score.toNumber());
    return [
      { row, name: judgedGoal.name, weight: judgedGoal.weight.toFixed(), score: judgedGoal.score.toFixed() },
    ];
  }
  if (judgedRows.length > 0) {
    canvas.next();
    ['资金管理', '管理内容', '情况说明'].forEach((text, index) => canvas.put(index, text));
    canvas.put(width - 1, '分值');
    canvas.put(width, choose.pick('score', ['得分', '自评得分']));
    return judgedRows.map(({ name, weight, score }) => {
      const row = canvas.next(true);
      canvas.put(1, name);
      canvas.put(2, '按规定执行');
      canvas.put(width - 1, weight.toNumber());
      canvas.put(width, score.toNumber());
      return { row, name, weight: weight.toFixed(), score: score.toFixed() };
    });
  }
  if (form.goals.length === 0 && choose.chance('goalText', 40)) {
    canvas.next();
    canvas.put(0, choose.pick('goalWord', ['年度总体目标', '年度目标', '年度\n总体\n目标']));
    canvas.put(1, '预期目标');
    canvas.put(4, '实际完成情况');
    canvas.next(true);
    canvas.put(1, one ?? '');
    canvas.put(4, other ?? '');
  }
  return [];
}

function drawTotal(
  canvas: Canvas,
  choose: Chooser,
  form: MeantForm,
  layout: Layout,
  { isLast }: Place,
): SeenForm['total'] {
  if (isUnscored(layout) || (isLast && choose.chance('noTotal', 6))) return null;
  const row = canvas.next();
  const tableLeft = layout.hasSide ? 1 : 0;
  const labelColumn = choose.pick('column', [0, 0, tableLeft]);
  canvas.put(labelColumn, choose.pick('label', toList(words.totals)));
  const weight = columnOf(layout, 'weight');
  const score = columnOf(layout, 'score') ?? 0;
  const value = writeNumber(form.total, choose.pick('style', ['number', 'number', 'points', 'text']));
  const beside = [labelColumn + 1, labelColumn + 2, labelColumn + 3].filter(
    (column) => column !== weight && column < score,
  );
  const besideColumn = beside[choose.count('beside', 0, 2)];
  if (choose.chance('isBeside', 30) && besideColumn !== undefined) {
    const cell = canvas.put(besideColumn, value);
    return { row, weight: null, score: form.total.toFixed(), cell, grade: null };
  }
  const weights = form.isClean ? new Decimal(100) : sum(form.rows.map(({ points }) => points));
  const hasWeight = weight !== null && choose.chance('weight', 80);
  if (hasWeight)
    canvas.put(
      weight,
      writeNumber(weights, choose.pick('weightStyle', ['number', 'number', 'text', 'points'])),
    );
  const cell = canvas.put(score, value);
  const reason = columnOf(layout, 'reason');
  const hasGrade = reason !== null && reason > score && choose.chance('grade', 12);
  if (hasGrade) canvas.put(reason, form.grade);
  return {
    row,
    weight: hasWeight ? weights.toFixed() : null,
    score: form.total.toFixed(),
    cell,
    grade: hasGrade ? form.grade : null,
  };
}

/** The reason of the whole form, notes and signatures. */
function drawEnd(canvas: Canvas, choose: Chooser, { isClean }: MeantForm): string | null {
  const hasReason = choose.chance('reason', 15);
  const text = isClean
    ? choose.pick('reasonText', toList(words.reasons))
    : choose.pick('reasonText', [...toList(words.reasons), '无', '']);
  if (hasReason) {
    canvas.next();
    canvas.put(
      0,
      choose.pick('reasonLabel', ['偏差大或\n目标未完成\n原因分析', '偏差大或目标未完成原因分析']),
    );
    canvas.put(1, text);
  }
  words.notes.forEach((note, index) => {
    if (!choose.chance(`note${index}`, 20)) return;
    canvas.next();
    canvas.put(0, note);
    if (note.startsWith('填表人')) canvas.put(4, '联系电话：88880000');
  });
  return hasReason ? text : null;
}
