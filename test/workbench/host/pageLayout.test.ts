/** @jest-environment jsdom */
import { failureOf } from './officeErrors';
import { openInOffice } from './openInOffice';
import { sampleBytes, SHEETS } from './sampleBook';

const formOf = (context: Excel.RequestContext) => context.workbook.worksheets.getItem(SHEETS.form);

test('the page is set up, and reads as it was set', async () => {
  const { book, host } = openInOffice(sampleBytes());
  await Excel.run(async (context) => {
    const { pageLayout } = formOf(context);
    pageLayout.orientation = Excel.PageOrientation.landscape;
    pageLayout.paperSize = Excel.PaperType.a4;
    pageLayout.zoom = { horizontalFitToPages: 1 };
    pageLayout.centerHorizontally = true;
    pageLayout.leftMargin = 42;
    pageLayout.setPrintMargins('Inches', { top: 0.75, bottom: 1 });
    pageLayout.headersFooters.defaultForAllPages.centerFooter = '第 &P 页，共 &N 页';
    await context.sync();
    pageLayout.load();
    pageLayout.headersFooters.defaultForAllPages.load('centerFooter,leftFooter,centerHeader');
    await context.sync();
    expect(pageLayout.toJSON()).toMatchObject({
      orientation: 'Landscape',
      paperSize: 'A4',
      zoom: { horizontalFitToPages: 1, verticalFitToPages: null, scale: null },
      centerHorizontally: true,
      centerVertically: false,
      leftMargin: 42,
      rightMargin: 50.4,
      topMargin: 54,
      bottomMargin: 72,
      headersFooters: {
        defaultForAllPages: { centerFooter: '第 &P 页，共 &N 页', leftFooter: '', centerHeader: '' },
      },
    });
  });
  expect(book.sheets[0]?.page.footer).toBe('&C第 &P 页，共 &N 页');
  expect(host.batches[0]?.clearsUndo).toEqual([]);
});

test('what is printed and repeated are names of the sheet', async () => {
  const { book } = openInOffice(sampleBytes());
  await Excel.run(async (context) => {
    const sheet = formOf(context);
    const { pageLayout } = sheet;
    const before = pageLayout.getPrintAreaOrNullObject();
    pageLayout.setPrintArea('A1:D6');
    pageLayout.setPrintTitleRows('$1:$2');
    pageLayout.setPrintTitleColumns(sheet.getRange('A:A'));
    const area = pageLayout.getPrintArea().load('address');
    const rows = pageLayout.getPrintTitleRowsOrNullObject().load('address');
    await context.sync();
    expect(before.isNullObject).toBe(true);
    expect([area.address, rows.address]).toEqual([`${SHEETS.form}!A1:D6`, `${SHEETS.form}!1:2`]);
    pageLayout.setPrintArea(sheet.getRanges('A1:B2,C4'));
    await context.sync();
  });
  expect(book.names.filter(({ sheet }) => sheet === SHEETS.form)).toEqual([
    {
      name: '_xlnm.Print_Area',
      formula: `'${SHEETS.form}'!$A$1:$B$2,'${SHEETS.form}'!$C$4`,
      sheet: SHEETS.form,
    },
    {
      name: '_xlnm.Print_Titles',
      formula: `'${SHEETS.form}'!$A:$A,'${SHEETS.form}'!$1:$2`,
      sheet: SHEETS.form,
    },
  ]);
});

test('names for printing are told without the prefix that files give them', async () => {
  openInOffice(sampleBytes());
  await Excel.run(async (context) => {
    const sheet = formOf(context);
    sheet.pageLayout.setPrintArea('A1:D6');
    const names = sheet.names.load('items/name,items/visible,items/scope');
    const named = sheet.names.getItem('Print_Area').getRange().load('address');
    const range = sheet.getRange('Print_Area').load('address');
    await context.sync();
    expect(names.items.map((name) => name.toJSON())).toMatchObject([
      { name: 'Print_Area', visible: true, scope: 'Worksheet' },
    ]);
    expect([named.address, range.address]).toEqual(Array(2).fill(`${SHEETS.form}!A1:D6`));
  });
});

test('what is printed moves with its rows', async () => {
  const { book } = openInOffice(sampleBytes());
  await Excel.run(async (context) => {
    const sheet = formOf(context);
    sheet.pageLayout.setPrintArea('A1:D6');
    sheet.getRange('3:4').insert('Down');
    await context.sync();
  });
  expect(book.sheets[0]?.printArea).toEqual([{ top: 0, left: 0, bottom: 7, right: 3 }]);
});

test.each<[string, (layout: Excel.PageLayout, context: Excel.RequestContext) => void]>([
  ['PageLayout.orientation', (layout) => (layout.orientation = 'landscape' as 'Landscape')],
  ['PageLayout.paperSize', (layout) => (layout.paperSize = 'a4' as 'A4')],
  ['PageLayout.leftMargin', (layout) => (layout.leftMargin = -1)],
  ['PageLayout.zoom', (layout) => (layout.zoom = {})],
  ['PageLayout.zoom', (layout) => (layout.zoom = { scale: 50, horizontalFitToPages: 1 })],
  ['PageLayoutZoomOptions.scale', (layout) => (layout.zoom = { scale: 9 })],
  ['PageLayoutZoomOptions.horizontalFitToPages', (layout) => (layout.zoom = { horizontalFitToPages: 0 })],
  [
    'HeaderFooter.centerFooter',
    (layout) => (layout.headersFooters.defaultForAllPages.centerFooter = '页'.repeat(256)),
  ],
  [
    'PageLayout.setPrintTitleRows',
    (layout) => {
      layout.setPrintTitleRows('A1:D2');
    },
  ],
  [
    'PageLayout.setPrintArea',
    (layout, context) => {
      layout.setPrintArea(context.workbook.worksheets.getItem(SHEETS.empty).getRange('A1'));
    },
  ],
])('%s is refused for what Excel would not take', async (location, set) => {
  openInOffice(sampleBytes());
  const failure = await failureOf(async (context) => {
    set(formOf(context).pageLayout, context);
    await context.sync();
  });
  expect(failure).toMatchObject({ code: 'InvalidArgument', location });
});

test('panes are frozen by rows, by columns or at a range, and let go', async () => {
  openInOffice(sampleBytes());
  await Excel.run(async (context) => {
    const { freezePanes } = formOf(context);
    const places: Excel.Range[] = [];
    const note = (): void => {
      places.push(freezePanes.getLocationOrNullObject().load('address'));
    };
    freezePanes.freezeRows(2);
    note();
    freezePanes.freezeColumns();
    note();
    freezePanes.freezeAt('A1:B3');
    note();
    freezePanes.freezeAt(formOf(context).getRange('A:B'));
    note();
    freezePanes.unfreeze();
    note();
    await context.sync();
    expect(places.map((range) => (range.isNullObject ? null : range.address.split('!')[1]))).toEqual([
      '1:2',
      'A:A',
      'A1:B3',
      'A:B',
      null,
    ]);
  });
});

test('gridlines are hidden and shown', async () => {
  const { book } = openInOffice(sampleBytes());
  await Excel.run(async (context) => {
    const sheet = formOf(context);
    sheet.showGridlines = false;
    await context.sync();
    sheet.load('showGridlines');
    await context.sync();
    expect(sheet.showGridlines).toBe(false);
  });
  expect(book.sheets[0]?.showsGridlines).toBe(false);
});
