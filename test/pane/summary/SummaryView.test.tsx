/** @jest-environment jsdom */
/** The summary in the pane: the text to read, and what becomes of it on a sheet, on the clipboard and as a Word file. */
import { drawOver, SAY, type Drawn } from '../row/overSession';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { strFromU8, unzipSync } from 'fflate';
import { fileName } from '../../../src/pane/summary/saveWord';
import { SummaryView } from '../../../src/pane/summary/SummaryView';
import { newXlsx, type XlsxFile } from '../../../src/workbook/xlsxFile';
import { drawTemplate } from '../../../src/form/templates/drawTemplate';
import { findTemplate } from '../../../src/form/templates/templates';
import { openFixture, readJson } from '../../app/openFixture';

const expected = readJson('baoxie-2022-summary.json') as {
  score: string;
  byGoal: string[][];
  unfinished: { name: string; target: string; actual: string }[];
};
const BAOXIE = 'baoxie-2022-department.xlsx';
const HEMENKOU = 'hemenkou-2020-projects-a.xlsx';

async function draw(file: XlsxFile, sheet: string | null): Promise<Drawn & { readonly user: UserEvent }> {
  const user = userEvent.setup();
  const drawn = await drawOver(file, sheet, (state, session) => (
    <SummaryView
      task={{ name: 'summary' }}
      session={session}
      state={state}
      goTo={() => undefined}
      open={() => undefined}
      close={() => undefined}
      say={SAY}
    />
  ));
  return { ...drawn, user };
}

function paper(): HTMLElement {
  return screen.getByRole('region', { name: SAY('summary.preview') });
}

function rowsShown(): string[][] {
  return within(paper())
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    );
}

afterEach(() => {
  Reflect.deleteProperty(document, 'execCommand');
  Reflect.deleteProperty(globalThis, 'ClipboardItem');
  jest.restoreAllMocks();
});

test('the form that is looked at is summarised: score, table, unfinished indicators, and what is left to write', async () => {
  await draw(openFixture(BAOXIE), '自评表');
  expect(paper().textContent).toContain(`自评得分为${expected.score}分`);
  expect(rowsShown()).toEqual(expected.byGoal.map((row) => row.filter((cell) => cell !== '')));
  const items = within(paper()).getAllByRole('listitem');
  expect(items).toHaveLength(expected.unfinished.length);
  expected.unfinished.forEach(({ name, target, actual }, index) => {
    expect(items[index]?.textContent).toContain(name);
    expect(items[index]?.textContent).toContain(`目标值：${target}；实际完成值：${actual || '未填写'}`);
  });
  expect(paper().querySelectorAll('mark')).toHaveLength(12);
  screen.getByText(SAY('summary.blanks', { blanks: '12' }));
});

test('the table can be had by first level', async () => {
  const { user } = await draw(openFixture(BAOXIE), '自评表');
  await user.click(screen.getByRole('radio', { name: SAY('summary.table.levels') }));
  expect(rowsShown().at(-1)).toEqual(['合计', '100.00%', '100.00', '90.66', '90.66%']);
});

test('another form can be chosen, and is told when it has errors', async () => {
  const { user } = await draw(openFixture(HEMENKOU), '基层组织与公共运行维护费');
  expect(within(paper()).getByRole('heading', { level: 3 }).textContent).toContain('基层组织');
  const forms = screen.getByRole('combobox', { name: SAY('summary.form') });
  const other = within(forms).getByRole('option', { name: /改制企业家属区管理经费/ });
  await user.selectOptions(forms, other);
  expect(within(paper()).getByRole('heading', { level: 3 }).textContent).toContain('改制企业家属区');
  expect(screen.getByRole('note').textContent).toMatch(/还有 \d+ 处错误/);
});

test('it is put on a new sheet, and the form stays chosen though another sheet is shown', async () => {
  const file = openFixture(HEMENKOU);
  const { user, session } = await draw(file, '改制企业家属区管理');
  await user.click(screen.getByRole('button', { name: SAY('summary.write') }));
  await waitFor(() => {
    expect(session.state().outcome).toMatchObject({ command: 'summary', failure: null });
  });
  expect(session.state().outcome?.addedSheet).toBe('自评结果摘要');
  const [added] = (await file.read(['自评结果摘要'])).sheets;
  expect(added?.grid.rows[0]?.[0]?.text).toContain('改制企业家属区管理经费');
  expect(within(paper()).getByRole('heading', { level: 3 }).textContent).toContain('改制企业家属区');
});

/** What a browser's clipboard item holds. */
class Item {
  constructor(readonly parts: Readonly<Record<string, Blob>>) {}
}

test('it is copied as rich and as plain text', async () => {
  const { user } = await draw(openFixture(BAOXIE), '自评表');
  Object.assign(globalThis, { ClipboardItem: Item });
  const write = jest.spyOn(navigator.clipboard, 'write').mockResolvedValue();
  await user.click(screen.getByRole('button', { name: SAY('summary.copy') }));
  await screen.findByText(SAY('summary.copied'));
  const [items] = write.mock.calls[0] ?? [];
  const { parts } = items?.[0] as unknown as Item;
  expect(Object.keys(parts)).toEqual(['text/html', 'text/plain']);
  expect(Object.entries(parts).every(([type, blob]) => blob.type === type && blob.size > 1000)).toBe(true);
});

test('where the clipboard is closed, the older way puts the same on it', async () => {
  const { user } = await draw(openFixture(BAOXIE), '自评表');
  const data = new Map<string, string>();
  Object.assign(document, {
    execCommand: (command: string): boolean => {
      const event = new Event(command, { cancelable: true });
      Object.assign(event, {
        clipboardData: { setData: (type: string, text: string) => data.set(type, text) },
      });
      // What nobody takes care of is copied from the selection.
      if (document.dispatchEvent(event)) data.clear();
      return true;
    },
  });
  await user.click(screen.getByRole('button', { name: SAY('summary.copy') }));
  await screen.findByText(SAY('summary.copied'));
  expect(data.get('text/html')).toContain('<table');
  expect(data.get('text/plain')).toContain('合计\t\t100.00\t90.66');
  expect(window.getSelection()?.rangeCount).toBe(0);
});

test('where nothing may be copied, the text is selected and the person is told', async () => {
  const { user } = await draw(openFixture(BAOXIE), '自评表');
  await user.click(screen.getByRole('button', { name: SAY('summary.copy') }));
  await screen.findByText(SAY('summary.copyByHand'));
  expect(window.getSelection()?.toString()).toContain('自评得分为90.66分');
});

test('it is handed over as a Word file, with a word on what to do when none is saved', async () => {
  const { user } = await draw(openFixture(BAOXIE), '自评表');
  const blobs: Blob[] = [];
  const names: string[] = [];
  Object.assign(URL, {
    createObjectURL: (blob: Blob): string => {
      blobs.push(blob);
      return 'blob:made';
    },
    revokeObjectURL: () => undefined,
  });
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download);
  });
  await user.click(screen.getByRole('button', { name: SAY('summary.word') }));
  await screen.findByText(SAY('summary.handed'), undefined, { timeout: 20_000 });
  expect(names).toEqual(['2022年度武汉东湖新技术开发区豹澥街道办事处部门整体绩效自评结果（摘要版）.docx']);
  const bytes = await new Promise<ArrayBuffer>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => {
      resolve(reader.result as ArrayBuffer);
    };
    reader.readAsArrayBuffer(blobs[0] ?? new Blob());
  });
  const xml = strFromU8(unzipSync(new Uint8Array(bytes))['word/document.xml'] ?? new Uint8Array());
  expect(xml.replace(/<[^>]+>/g, '')).toContain('自评得分为90.66分');
}, 30_000);

test('a Word file that cannot be made is said, with another way', async () => {
  const { user } = await draw(openFixture(BAOXIE), '自评表');
  Object.assign(URL, {
    createObjectURL: () => {
      throw new Error('no room');
    },
  });
  await user.click(screen.getByRole('button', { name: SAY('summary.word') }));
  await screen.findByText(SAY('summary.notMade'), undefined, { timeout: 20_000 });
}, 30_000);

test('what was said of one table is not said of another', async () => {
  const { user } = await draw(openFixture(BAOXIE), '自评表');
  await user.click(screen.getByRole('button', { name: SAY('summary.copy') }));
  await screen.findByText(SAY('summary.copyByHand'));
  await user.click(screen.getByRole('radio', { name: SAY('summary.table.levels') }));
  expect(screen.queryByText(SAY('summary.copyByHand'))).toBeNull();
});

test('a workbook that was not read yet is read when the view opens', async () => {
  await act(() => draw(openFixture(BAOXIE), null));
  await waitFor(() => {
    expect(paper().textContent).toContain('年度部门整体绩效');
  });
});

test('a workbook without a form, and a form without scores, are told of', async () => {
  await draw(openFixture('baiyushan-2020-summary.xlsx'), '自评得分');
  screen.getByText(SAY('summary.none'));
  const template = findTemplate('department-wuhan');
  if (!template) throw new Error('no template');
  const blank = drawTemplate(template, { year: 2025, unit: '', project: '', goals: 1, rows: 1 });
  await act(() => draw(newXlsx(blank), blank.name));
  expect(screen.getByRole('alert').textContent).toBe(SAY('problem.summary-not-scored'));
});

test.each([
  ['甲/乙\\丙:*?"<>|丁', '甲 乙 丙 丁.docx'],
  ['长'.repeat(300), `${'长'.repeat(100)}.docx`],
])('a file is named after its title: %s', (title, name) => {
  expect(fileName({ parts: [{ title, blocks: [] }] })).toBe(name);
});
