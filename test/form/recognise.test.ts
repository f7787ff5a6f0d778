import type { FormFacts, ScoredFormFacts, SummaryTableFacts } from '../../src/engine/facts';
import type { Grid } from '../../src/form/grid';
import { recogniseForms } from '../../src/form/recognise';
import { buildGrid, percent, projectRows, type CellSpec } from './buildGrid';
import { onlyForm, rowsOf } from './readRows';

function scoredForms(grid: Grid): readonly ScoredFormFacts[] {
  return recogniseForms(grid).forms.filter((form): form is ScoredFormFacts => form.kind !== 'summary-table');
}

describe('a project form in the central layout', () => {
  const form = onlyForm(projectRows());

  test('is known by its title, year and project', () => {
    expect(form).toMatchObject({
      kind: 'project',
      title: '项目支出绩效自评表',
      titleCell: 'A1',
      year: 2024,
      projectName: '道路养护',
      range: 'A1:I13',
    });
  });

  test.each(['（二〇二四年度）', '（二○二四 年度）', '(2024年度)'])('is of the year %s', (line) => {
    const [title, , ...table] = projectRows();
    expect(onlyForm([title ?? [], [line], ...table]).year).toBe(2024);
  });

  test('has a fund block whose adjusted budget counts, with its parts apart', () => {
    expect(form.budget?.total.budget.cell).toBe('E5');
    expect(form.budget?.total.spent.value?.toString()).toBe('95');
    expect(form.budget?.weight.value?.toString()).toBe('10');
    expect(form.budget?.score.cell).toBe('I5');
    expect(form.budget?.unit?.toString()).toBe('10000');
    expect(form.budget?.parts.map(({ label }) => label)).toEqual(['其中：当年财政拨款']);
  });

  test('inherits the labels of merged cells downwards', () => {
    expect(form.indicators.map(({ level1, level2 }) => `${level1 ?? ''}/${level2 ?? ''}`)).toEqual([
      '产出指标/数量指标',
      '产出指标/质量指标',
      '效益指标/社会效益指标',
      '满意度指标/服务对象满意度指标',
    ]);
  });

  test('has its total in the score column', () => {
    expect(form.total?.score.cell).toBe('H12');
    expect(form.total?.weight.cell).toBe('G12');
  });
});

test.each<[string, (string | null)[], string | null]>([
  ['both places blank', ['主管部门', null, null, null, '实施单位', null, null, null, null], null],
  [
    'the department alone',
    ['主管部门', null, '市教育局', null, '实施单位', null, null, null, null],
    '市教育局',
  ],
  ['the unit alone', ['主管部门', null, null, null, '实施单位', null, '第一小学', null, null], '第一小学'],
  ['colons', ['主管部门：', null, null, null, '实施单位：', null, null, null, null], null],
])("a label is nobody's name: %s", (_case, names, unit) => {
  const [title, year, project, ...table] = projectRows();
  const form = onlyForm([title, year, project, names, ...table].filter((row) => row !== undefined));
  expect(form).toMatchObject({ unitName: unit, projectName: '道路养护' });
});

describe('a department form', () => {
  const rows: CellSpec[][] = [
    ['2023年度某局部门整体绩效自评表', null, null, null, null, null, null, null],
    [
      '预算执行情况(万元)\n(20分)',
      null,
      null,
      '预算数(A)',
      '执行数(B)',
      null,
      '执行率(B/A)',
      '得分\n(20分*执行率)',
    ],
    [null, null, '部门整体支出总额', 500, 480, null, percent(0.96, '96.00%'), 19.2],
    ['年度目标1：（50分）', null, '改善市容', null, null, null, null, null],
    ['年度绩效指标', '一级指标', '二级指标', '三级指标', '年初目标值(A)', '实际完成值(B)', '分值', '得分'],
    [null, '产出指标', '数量指标', '新建公厕', '2座', '2座', 50, 50],
    ['年度目标 2:(30 分)', null, '扩大就业', null, null, null, null, null],
    ['年度绩效指标', '产出指标', '数量指标', '新增岗位', '800个', '210个', 30, 7.88],
    ['总分', null, null, '77.08分', null, null, null, null],
    ['偏差大或目标未完成原因分析', null, null, '用工需求下降', null, null, null, null],
  ];
  const form = onlyForm(rows);

  test('has goals with points, and rows that belong to them', () => {
    expect(form.kind).toBe('department');
    expect(
      form.goals.map(({ number, cell, points, title }) => [number, cell, points?.toString(), title]),
    ).toEqual([
      [1, 'A4', '50', '改善市容'],
      [2, 'A7', '30', '扩大就业'],
    ]);
    expect(form.indicators.map(({ row, goal }) => [row, goal])).toEqual([
      [6, 1],
      [8, 2],
    ]);
  });

  test('gives the execution the points in its headings', () => {
    expect(form.budget?.weight.value?.toString()).toBe('20');
    expect(form.budget?.weight.cell).toBeNull();
  });

  test('finds a total that stands beside its label instead of in the score column', () => {
    expect(form.total?.score.cell).toBe('D9');
    expect(form.total?.score.value?.toString()).toBe('77.08');
    expect(form.total?.weight.cell).toBeNull();
  });

  test('takes a reason given once for the whole form, never as an indicator', () => {
    expect(form.formReason).toEqual({ cell: 'D10', text: '用工需求下降' });
    expect(form.indicators).toHaveLength(2);
  });

  test('may name its goals in a side column beside the rows', () => {
    const side = onlyForm([
      ['部门整体绩效自评表', null, null, null, null, null, null],
      ['年度绩效目标1(80分)', '一级指标', '二级指标', '三级指标', '年初目标值(A)', '实际完成值(B)', '得分'],
      [null, '产出指标', '数量指标', '新建公厕', '2座', '2座', 40],
      [null, null, '质量指标', '验收合格率', '100%', '100%', 40],
      ['总分', null, null, null, null, null, 80],
    ]);
    expect(side.goals.map(({ number, points }) => [number, points?.toString()])).toEqual([[1, '80']]);
    expect(side.indicators.map(({ goal }) => goal)).toEqual([1, 1]);
    expect(side.indicators.map(({ weight }) => weight.value)).toEqual([null, null]);
  });
});

test('goals do not make a department form of a project', () => {
  const form = onlyForm([
    ['2021年度专项项目自评表', null, null, null, null, null, null],
    ['项目名称', '图书购置'],
    ['年度绩效目标1(80分)', '一级指标', '二级指标', '三级指标', '年初目标值(A)', '实际完成值(B)', '得分'],
    [null, '产出指标', '数量指标', '购置图书', '2万册', '2万册', 80],
  ]);
  expect([form.kind, form.goals.length]).toEqual(['project', 1]);
});

describe('a scored block that is neither fund nor indicator', () => {
  const table: CellSpec[][] = [
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
    ['产出指标', '数量指标', '场次', '4次', '5次', 30, 30],
    ['总分', null, null, null, null, 50, 47],
  ];
  const blocksOf = (rows: CellSpec[][]): unknown[] =>
    onlyForm([['转移支付绩效自评表'], ...rows, ...table]).judgedBlocks.map((block) => [
      block.name,
      block.weight.value?.toString(),
      block.score.value?.toString(),
    ]);

  test('is read under a header of weights and scores', () => {
    const rows: CellSpec[][] = [
      ['资金管理情况', null, '情况说明', null, '存在问题和改进措施', '分值', '得分'],
      ['分配科学性', null, '按因素法分配', null, null, 10, 9],
      ['拨付及时性', null, '按期拨付', null, null, 10, 8],
    ];
    expect(blocksOf(rows)).toEqual([
      ['分配科学性', '10', '9'],
      ['拨付及时性', '10', '8'],
    ]);
  });

  test('is read under a bare number', () => {
    const rows: CellSpec[][] = [
      ['年度目标完成情况', null, '预期目标', null, '实际完成情况', null, 20],
      [null, null, '完成改造', null, '已完成', null, 17],
    ];
    expect(blocksOf(rows)).toEqual([['年度目标完成情况', '20', '17']]);
  });
});

describe('a header word that is not known', () => {
  const table = (header: string): CellSpec[][] => [
    ['绩效自评表'],
    ['绩效指标', '一级指标', '二级指标', '三级指标', '指标值', '实际值', header, '分值', '得分'],
    ['项目', '产出指标', '数量指标', '场次', '4次', '5次', '甲', 20, 20],
    [null, null, null, '人次', '40人次', '50人次', '乙', 20, 20],
  ];

  test('is reported with its cell when its column is filled', () => {
    expect(onlyForm(table('责任科室')).unknownHeaders).toEqual([{ cell: 'G2', text: '责任科室' }]);
  });

  test('is not reported when it is known, or only a side label', () => {
    expect(onlyForm(table('评分标准')).unknownHeaders).toEqual([]);
  });
});

describe('what is no indicator is not taken for one', () => {
  test('template leftovers are listed apart', () => {
    const rows = projectRows();
    rows.splice(
      8,
      0,
      [null, null, null, '指标2：', null, null, null, null, null],
      [null, null, null, '……', null, null, null, null, null],
    );
    const form = onlyForm(rows);
    expect(form.indicators).toHaveLength(4);
    expect(form.placeholders.map(({ cell }) => cell)).toEqual(['D9', 'D10']);
  });

  test('fund sub-rows with a repeated weight are parts, not rows', () => {
    const rows = projectRows();
    rows[5] = [null, '其中：当年财政拨款', null, 100, 100, 95, 10, '95%', 9.5];
    const form = onlyForm(rows);
    expect(form.budget?.parts).toHaveLength(1);
    expect(form.indicators).toHaveLength(4);
  });

  test('a blank score under a merged one is covered by the row above', () => {
    const form = onlyForm([
      ['绩效自评表'],
      ['一级指标', '二级指标', '三级指标', '指标值', '实际值', '分值', '得分'],
      ['产出指标', '数量指标', '场次', '4次', '5次', 20, 20],
      [null, null, '人次', '40人次', '50人次', null, null],
    ]);
    expect(form.indicators.map(({ sharesScore }) => sharesScore)).toEqual([false, true]);
  });

  test('blank rows and columns around and inside a form change nothing', () => {
    const rows = projectRows();
    const shifted = [[], [], ...rows.flatMap((row, index) => (index > 6 ? [[], row] : [row]))].map((row) => [
      null,
      null,
      ...row,
    ]);
    expect(rowsOf(onlyForm(shifted))).toEqual(rowsOf(onlyForm(rows)));
    expect(onlyForm(shifted).total?.score.value?.toString()).toBe('99.5');
  });
});

test('a sum of its own far right of the table is no total of the form', () => {
  const far = Array.from({ length: 40 }, (): CellSpec => null);
  const form = onlyForm([...projectRows(), [], [...far, '总分', 100]]);
  expect(form.total?.score.cell).toBe('H12');
});

describe('several forms', () => {
  test('below each other are told apart by their titles', () => {
    const second = projectRows();
    second[2] = ['项目名称', '桥梁维修'];
    const forms = scoredForms(buildGrid([...projectRows(), [], ...second]));
    expect(forms.map(({ title, range }) => [title, range])).toEqual([
      ['道路养护', 'A1:I13'],
      ['桥梁维修', 'A15:I27'],
    ]);
    expect(forms[1]?.budget?.total.budget.cell).toBe('E19');
  });

  test('without titles begin at their fund blocks', () => {
    const rows = projectRows().slice(3);
    expect(scoredForms(buildGrid([...rows, [], ...rows])).map(({ indicators }) => indicators.length)).toEqual(
      [4, 4],
    );
  });
});

describe('a summary table', () => {
  const rows: CellSpec[][] = [
    ['2023年度部门整体绩效自评得分情况', null, null, null],
    ['序号', '类别', '分值', '得分'],
    [1, '预算执行', 20, 20],
    [2, '年度目标1', 80, 75.5],
    ['合计', null, 100, 95.5],
  ];

  test('has rows and a total', () => {
    const form: FormFacts | undefined = recogniseForms(buildGrid(rows)).forms[0];
    expect(form?.kind).toBe('summary-table');
    const table = form as SummaryTableFacts;
    expect(
      table.rows.map(({ label, weight, score }) => [
        label,
        weight.value?.toString(),
        score.value?.toString(),
      ]),
    ).toEqual([
      ['预算执行', '20', '20'],
      ['年度目标1', '80', '75.5'],
    ]);
    expect(table.total?.score.cell).toBe('D5');
  });

  test('prefers points to shares', () => {
    const table = recogniseForms(
      buildGrid([
        ['评价项目', '权重', '标准分值', '本项得分', '得分率'],
        ['项目产出', percent(0.35, '35%'), 35, 33, percent(0.9429, '94.29%')],
        ['综合绩效', percent(1, '100%'), 35, 33, percent(0.9429, '94.29%')],
      ]),
    ).forms[0] as SummaryTableFacts;
    expect(table.rows.map(({ weight }) => weight.value?.toString())).toEqual(['35']);
    expect(table.total?.weight.value?.toString()).toBe('35');
  });
});

describe('a sheet without a form', () => {
  test('is diagnosed by the header words that stand on it and those that are missing', () => {
    const { forms, diagnosis } = recogniseForms(
      buildGrid([
        ['三级指标', '责任科室'],
        ['道路养护', '建设科'],
      ]),
    );
    expect(forms).toEqual([]);
    expect(diagnosis).toEqual({
      found: [{ role: 'name', text: '三级指标', cell: 'A1' }],
      missing: ['target', 'actual', 'weight', 'score'],
      unknown: [],
    });
  });

  test('lists the words beside the known ones, one of which may be the header that is missing', () => {
    const { diagnosis } = recogniseForms(
      buildGrid([
        ['说明', '本表由各科室填写'],
        ['考核要点', '指标值', '完成值', 12],
        ['道路养护', '≥5', '6', 10],
      ]),
    );
    expect(diagnosis?.unknown.map(({ cell, text }) => [cell, text])).toEqual([['A2', '考核要点']]);
  });

  test('may be empty', () => {
    expect(recogniseForms(buildGrid([])).diagnosis?.found).toEqual([]);
  });

  test('a list of projects with budgets and scores is none', () => {
    const list = buildGrid([
      ['序号', '项目名称', '预算数', '执行数', '执行率', '得分'],
      [1, '道路养护', 100, 95, '95%', 99.5],
    ]);
    expect(recogniseForms(list).forms).toEqual([]);
  });
});
