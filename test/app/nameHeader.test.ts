import { nameHeader } from '../../src/app/nameHeader';
import { planRecalculation } from '../../src/app/recalculate';
import { openBytes, openFixture, PLAIN } from './openFixture';

const NAME = 'variety-open.xlsx';

async function settingsOf(bytes: Uint8Array): Promise<Readonly<Record<string, string>>> {
  return (await openBytes(bytes).read([])).settings;
}

test('a name is kept with the workbook, read again after opening it, and taken back', async () => {
  const workbook = openFixture(NAME);
  await nameHeader(workbook, '达成\n程度（B）', 'actual');
  await nameHeader(workbook, '责任<科室>&"', 'evidence');
  const saved = workbook.bytes();
  expect(JSON.parse((await settingsOf(saved))['headerNames'] ?? '')).toEqual({
    达成程度: 'actual',
    '责任<科室>&"': 'evidence',
  });
  const again = openBytes(saved);
  await nameHeader(again, '责任<科室>&"', null);
  expect(JSON.parse((await settingsOf(again.bytes()))['headerNames'] ?? '')).toEqual({ 达成程度: 'actual' });
  await nameHeader(again, '达成程度', null);
  expect(await settingsOf(again.bytes())).toEqual({});
});

test('a named column is read from the next recalculation on', async () => {
  const workbook = openFixture(NAME);
  const sheet = '宣城-一级只剩分值';
  const { sheets } = await workbook.read([sheet]);
  const marks = sheets[0]?.marks ?? [];
  // Row 11 is the header; the word over the actuals is replaced by one that nobody knows.
  await workbook.apply([
    { sheet, marks, writes: [{ cell: 'F11', value: '落实程度', from: '', to: '', before: null }] },
  ]);
  const actualOf = async (): Promise<unknown> => {
    const [result] = (await planRecalculation(workbook, { ...PLAIN, sheet })).sheets;
    const facts = result?.forms[0]?.facts;
    return facts?.kind === 'project' && [facts.indicators[0]?.actual.text, facts.unknownHeaders];
  };
  expect(await actualOf()).toEqual(['', [{ cell: 'F11', text: '落实程度' }]]);
  await nameHeader(workbook, '落实程度', 'actual');
  expect(await actualOf()).toEqual(['1场', []]);
});

test('keeping a name changes nothing but the package around the sheets', async () => {
  const workbook = openFixture(NAME);
  const before = await workbook.read(null);
  await nameHeader(workbook, '达成程度', 'actual');
  const after = await openBytes(workbook.bytes()).read(null);
  expect(after.sheets).toEqual(before.sheets);
});

test('naming a column as it is named already changes no byte', async () => {
  const workbook = openFixture(NAME);
  await nameHeader(workbook, '达成程度', 'actual');
  const bytes = workbook.bytes();
  await nameHeader(workbook, '达成程度', 'actual');
  expect(Buffer.compare(workbook.bytes(), bytes)).toBe(0);
});
