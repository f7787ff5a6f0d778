/** @jest-environment jsdom */
import { failureOf } from './officeErrors';
import { openInOffice } from './openInOffice';
import { sampleBytes, SHEETS } from './sampleBook';

test('settings hold JSON values until they are deleted', async () => {
  const { book, host } = openInOffice(sampleBytes());
  await Excel.run(async (context) => {
    context.workbook.settings.add('规则', { 编号: 'wuhan', 版本: [1, 2] });
    context.workbook.settings.add('次数', 1);
    context.workbook.settings.add('次数', 2);
    await context.sync();
  });
  expect(host.batches[0]?.changes).toBe(3);
  expect(book.settings.get('次数')).toBe('2');
  await Excel.run(async (context) => {
    const { settings } = context.workbook;
    settings.load('items/key,items/value');
    const count = settings.getCount();
    const rule = settings.getItem('规则').load('value');
    const none = settings.getItemOrNullObject('没有').load('value');
    await context.sync();
    expect(settings.items.map(({ key, value }: Excel.Setting) => [key, value as unknown])).toEqual([
      ['规则', { 编号: 'wuhan', 版本: [1, 2] }],
      ['次数', 2],
    ]);
    expect([count.value, rule.value, none.isNullObject]).toEqual([2, { 编号: 'wuhan', 版本: [1, 2] }, true]);
    rule.value = '新';
    settings.getItem('次数').delete();
    await context.sync();
  });
  expect([...book.settings]).toEqual([['规则', '"新"']]);
  const failure = await failureOf(async (context) => {
    context.workbook.settings.getItem('次数').load('value');
    await context.sync();
  });
  expect(failure).toMatchObject({ code: 'ItemNotFound', location: 'SettingCollection.getItem' });
});

test('names lead to their cells', async () => {
  openInOffice(sampleBytes());
  await Excel.run(async (context) => {
    const { names } = context.workbook;
    names.load('items/name,items/formula,items/scope,items/type');
    const range = names.getItem('得分列').getRange().load('address');
    const none = names.getItemOrNullObject('没有');
    await context.sync();
    expect(names.items.map((name) => name.toJSON())).toMatchObject([
      { name: '得分列', formula: '=自评表!$C$3:$C$4', scope: 'Workbook', type: 'Range' },
    ]);
    expect([range.address, none.isNullObject]).toEqual(['自评表!C3:C4', true]);
  });
});

test('protection is read, set and taken away', async () => {
  openInOffice(sampleBytes());
  await Excel.run(async (context) => {
    const form = context.workbook.worksheets.getItem(SHEETS.form).protection;
    const locked = context.workbook.worksheets.getItem(SHEETS.locked).protection;
    form.protect();
    locked.unprotect();
    form.load('protected,options');
    locked.load('protected');
    const workbook = context.workbook.protection.load('protected');
    await context.sync();
    expect([form.protected, locked.protected, workbook.protected]).toEqual([true, false, false]);
    expect(form.options.allowFormatCells).toBe(false);
  });
});

test('calculation, suspension and what is frozen or filtered can be asked for', async () => {
  openInOffice(sampleBytes());
  await Excel.run(async (context) => {
    const { application } = context.workbook;
    application.suspendApiCalculationUntilNextSync();
    application.suspendScreenUpdatingUntilNextSync();
    application.calculate('Full');
    application.load('calculationMode');
    const form = context.workbook.worksheets.getItem(SHEETS.form);
    const frozen = form.freezePanes.getLocationOrNullObject();
    const filter = form.autoFilter.load('enabled,isDataFiltered');
    await context.sync();
    expect(application.calculationMode).toBe('Automatic');
    expect([frozen.isNullObject, filter.enabled, filter.isDataFiltered]).toEqual([true, false, false]);
  });
});
