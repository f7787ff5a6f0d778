/** @jest-environment jsdom */
import { failureOf } from './officeErrors';
import { openInOffice } from './openInOffice';
import { sampleBytes, SHEETS } from './sampleBook';

type Rule = Excel.DataValidationRule;

const formOf = (context: Excel.RequestContext) => context.workbook.worksheets.getItem(SHEETS.form);

async function ruleOf(address: string, rule: Rule): Promise<{ type: string; rule: Rule }> {
  return Excel.run(async (context) => {
    const { dataValidation } = formOf(context).getRange(address);
    dataValidation.rule = rule;
    dataValidation.load('type,rule');
    await context.sync();
    return { type: dataValidation.type, rule: dataValidation.rule };
  });
}

test.each<[string, Rule, Rule]>([
  [
    'Decimal',
    { decimal: { formula1: 0, formula2: '=B3', operator: 'Between' } },
    { decimal: { formula1: '=0', formula2: '=B3', operator: 'Between' } },
  ],
  [
    'Decimal',
    { decimal: { formula1: '1.5', operator: 'GreaterThanOrEqualTo' } },
    { decimal: { formula1: '=1.5', operator: 'GreaterThanOrEqualTo' } },
  ],
  [
    'WholeNumber',
    { wholeNumber: { formula1: 3, operator: 'NotEqualTo' } },
    { wholeNumber: { formula1: '=3', operator: 'NotEqualTo' } },
  ],
  [
    'TextLength',
    { textLength: { formula1: 10, operator: 'LessThan' } },
    { textLength: { formula1: '=10', operator: 'LessThan' } },
  ],
  [
    'Date',
    { date: { formula1: '2018-04-01', formula2: '2018-04-08T12:00:00', operator: 'Between' } },
    { date: { formula1: '=43191', formula2: '=43198.5', operator: 'Between' } },
  ],
  [
    'List',
    { list: { inCellDropDown: true, source: '≥,≤,=' } },
    { list: { inCellDropDown: true, source: '≥,≤,=' } },
  ],
  [
    'List',
    { list: { inCellDropDown: false, source: '=$A$3:$A$4' } },
    { list: { inCellDropDown: false, source: '=$A$3:$A$4' } },
  ],
  ['Custom', { custom: { formula: '=LEN(C3)>2' } }, { custom: { formula: '=LEN(C3)>2' } }],
])('a rule of the type %s comes back with formulas', async (type, rule, read) => {
  openInOffice(sampleBytes());
  expect(await ruleOf('C3:C4', rule)).toEqual({ type, rule: read });
});

test('a range in a rule is the cells that it names', async () => {
  const { book } = openInOffice(sampleBytes());
  await Excel.run(async (context) => {
    const sheet = formOf(context);
    const source = context.workbook.worksheets.getItem(SHEETS.locked).getRange('A1:A3');
    sheet.getRange('C3').dataValidation.rule = { list: { inCellDropDown: true, source } };
    sheet.getRange('C4').dataValidation.rule = {
      decimal: { formula1: sheet.getRange('B4'), operator: 'LessThanOrEqualTo' },
    };
    await context.sync();
  });
  expect(book.sheets[0]?.validations.map(({ formulas }) => formulas)).toEqual([
    ["'已 保护'!$A$1:$A$3"],
    ['自评表!$B$4'],
  ]);
});

test('formulas are as seen from the first cell, from wherever they are read', async () => {
  openInOffice(sampleBytes());
  await ruleOf('C3:C9', { decimal: { formula1: 0, formula2: '=B3+$B$5', operator: 'Between' } });
  await Excel.run(async (context) => {
    const part = formOf(context).getRange('C5:C6').dataValidation.load('rule');
    await context.sync();
    expect(part.rule.decimal?.formula2).toBe('=B5+$B$5');
  });
});

test('the rest of a range keeps its rule when a part of it gets another', async () => {
  const { book } = openInOffice(sampleBytes());
  await ruleOf('C3:D6', { decimal: { formula1: '=B3', operator: 'LessThan' } });
  await ruleOf('C3:C4', { wholeNumber: { formula1: 1, operator: 'EqualTo' } });
  await Excel.run(async (context) => {
    const sheet = formOf(context);
    const ranges = ['C3:C4', 'D3:D6', 'C5:D5', 'C3:D6', 'C6:C7', 'A1'].map((address) =>
      sheet.getRange(address).dataValidation.load('type,rule'),
    );
    await context.sync();
    expect(ranges.map(({ type }) => type)).toEqual([
      'WholeNumber',
      'Decimal',
      'Decimal',
      'Inconsistent',
      'MixedCriteria',
      'None',
    ]);
    // What is left begins at another cell, and its formula with it.
    expect(ranges[1]?.rule.decimal?.formula1).toBe('=C3');
    expect(ranges[2]?.rule.decimal?.formula1).toBe('=B5');
    sheet.getRange('C4:D6').dataValidation.clear();
    await context.sync();
  });
  expect(book.sheets[0]?.validations.flatMap(({ areas }) => areas)).toEqual([
    { top: 2, left: 3, bottom: 2, right: 3 },
    { top: 2, left: 2, bottom: 2, right: 2 },
  ]);
});

test('hint and alert are kept beside the rule, whichever comes first', async () => {
  const { book } = openInOffice(sampleBytes());
  const prompt = { message: '填 0 到分值之间的数。', showPrompt: true, title: '得分' };
  const errorAlert = {
    message: '得分不能超过分值。',
    showAlert: true,
    style: 'Warning' as const,
    title: '得分',
  };
  await Excel.run(async (context) => {
    const { dataValidation } = formOf(context).getRanges('C3:C4,D4');
    dataValidation.errorAlert = errorAlert;
    dataValidation.rule = { decimal: { formula1: 0, operator: 'GreaterThan' } };
    dataValidation.prompt = prompt;
    dataValidation.ignoreBlanks = false;
    dataValidation.load('prompt,errorAlert,ignoreBlanks,type');
    await context.sync();
    expect(dataValidation.toJSON()).toMatchObject({
      prompt,
      errorAlert,
      ignoreBlanks: false,
      type: 'Decimal',
    });
  });
  expect(book.sheets[0]?.validations).toHaveLength(1);
  expect(book.sheets[0]?.validationAt(3, 3)?.prompt.title).toBe('得分');
});

test('what stands in the cells is judged by the rule', async () => {
  openInOffice(sampleBytes());
  // C3 is 8 of 10, C4 20 of 20, B6 an error, A6 a boolean.
  await Excel.run(async (context) => {
    const sheet = formOf(context);
    const scores = sheet.getRange('C3:C4').dataValidation;
    scores.rule = { decimal: { formula1: 0, formula2: '=B3', operator: 'Between' } };
    scores.load('valid');
    await context.sync();
    expect(scores.valid).toBe(true);
    sheet.getRange('C3').values = [[10.5]];
    scores.load('valid');
    const wrong = scores.getInvalidCells().load('address');
    await context.sync();
    expect([scores.valid, wrong.address]).toEqual([null, `${SHEETS.form}!C3`]);
    sheet.getRange('C4').values = [['二十']];
    scores.load('valid');
    await context.sync();
    expect(scores.valid).toBe(false);
    sheet.getRange('C3:C4').values = [[''], ['20']];
    const none = scores.getInvalidCellsOrNullObject();
    await context.sync();
    expect(none.isNullObject).toBe(true);
  });
});

const LONG = '字'.repeat(256);
const within = { operator: 'Between', formula1: 0, formula2: 1 } as const;

test.each<[string, (validation: Excel.DataValidation) => void]>([
  ['ListDataValidation.source', (one) => (one.rule = { list: { inCellDropDown: true, source: LONG } })],
  ['ListDataValidation.source', (one) => (one.rule = { list: { inCellDropDown: true, source: '' } })],
  [
    'ListDataValidation.source',
    (one) => (one.rule = { list: { inCellDropDown: true, source: "='已 保护'!$A$1:$B$2" } }),
  ],
  ['BasicDataValidation.formula2', (one) => (one.rule = { decimal: { operator: 'Between', formula1: 0 } })],
  ['BasicDataValidation.formula2', (one) => (one.rule = { decimal: { ...within, formula1: 2 } })],
  ['BasicDataValidation.formula1', (one) => (one.rule = { wholeNumber: { ...within, formula1: 0.5 } })],
  ['BasicDataValidation.formula1', (one) => (one.rule = { decimal: { ...within, formula1: '多少' } })],
  [
    'BasicDataValidation.operator',
    (one) => (one.rule = { decimal: { ...within, operator: 'equal' as 'EqualTo' } }),
  ],
  [
    'DateTimeDataValidation.formula1',
    (one) => (one.rule = { date: { operator: 'EqualTo', formula1: '四月' } }),
  ],
  ['CustomDataValidation.formula', (one) => (one.rule = { custom: { formula: '=' } })],
  ['DataValidation.rule', (one) => (one.rule = {})],
  ['DataValidation.rule', (one) => (one.rule = { decimal: within, wholeNumber: within })],
  [
    'DataValidationPrompt.title',
    (one) => (one.prompt = { title: '题'.repeat(33), message: '', showPrompt: true }),
  ],
  ['DataValidationPrompt.message', (one) => (one.prompt = { title: '', message: LONG, showPrompt: true })],
  [
    'DataValidationErrorAlert.message',
    (one) => (one.errorAlert = { title: '', message: LONG, showAlert: true, style: 'Stop' }),
  ],
  [
    'DataValidationErrorAlert.style',
    (one) => (one.errorAlert = { title: '', message: '', showAlert: true, style: 'Halt' as 'Stop' }),
  ],
])('%s that Excel would refuse is refused there', async (location, set) => {
  const { book } = openInOffice(sampleBytes());
  const failure = await failureOf(async (context) => {
    set(formOf(context).getRange('C3').dataValidation);
    await context.sync();
  });
  expect(failure).toMatchObject({ code: 'InvalidArgument', location });
  expect(book.sheets[0]?.validations).toEqual([]);
});

test('texts as long as Excel takes them are taken', async () => {
  const { book } = openInOffice(sampleBytes());
  await Excel.run(async (context) => {
    const { dataValidation } = formOf(context).getRange('C3');
    dataValidation.rule = { list: { inCellDropDown: true, source: '字'.repeat(255) } };
    dataValidation.prompt = { title: '题'.repeat(32), message: '字'.repeat(255), showPrompt: true };
    await context.sync();
  });
  expect(book.sheets[0]?.validationAt(2, 2)?.prompt.message).toHaveLength(255);
});

test('a protected sheet takes no validation', async () => {
  openInOffice(sampleBytes());
  const failure = await failureOf(async (context) => {
    const sheet = context.workbook.worksheets.getItem(SHEETS.locked);
    sheet.getRange('B1').dataValidation.rule = { decimal: within };
    await context.sync();
  });
  expect(failure).toMatchObject({ code: 'AccessDenied', location: 'DataValidation.rule' });
});
