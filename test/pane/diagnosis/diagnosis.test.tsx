/** @jest-environment jsdom */
import { button, drawPanel, settled, shownFindings, type DrawnPanel } from '../drawPanel';
import { screen } from '@testing-library/react';
import type { Grid } from '../../../src/form/grid';
import type { SessionWorkbook } from '../../../src/app/session';
import { openFixture } from '../../app/openFixture';

// A machine that does other things as well is slow to draw.
jest.setTimeout(30_000);

const FORM = 'baoxie-2022-department.xlsx';
const SHEET = '自评表';

/** The workbook with other words in its cells. */
function reworded(words: Readonly<Record<string, string>>): SessionWorkbook {
  const file = openFixture(FORM);
  const reword = (grid: Grid): Grid => ({
    ...grid,
    rows: grid.rows.map((row) =>
      row?.map((cell) => {
        const word = cell && words[cell.text.replace(/\s/g, '')];
        return cell && word !== undefined ? { ...cell, text: word, value: word } : cell;
      }),
    ),
  });
  return {
    ...file,
    async read(names) {
      const snapshot = await file.read(names);
      return {
        ...snapshot,
        sheets: snapshot.sheets.map((sheet) => ({ ...sheet, grid: reword(sheet.grid) })),
      };
    },
  };
}

/** No header of the form is a word that anybody knows. */
async function drawUnknown(): Promise<DrawnPanel> {
  return drawPanel(reworded({ 三级指标: '考核要点', 二级指标: '考核方面' }), { sheet: SHEET });
}

test('a column that the reader does not know is named by the person, and the name can be taken back', async () => {
  const drawn = await drawPanel(reworded({ '实际完成值(B)': '干得怎样', '实际完成值（B）': '干得怎样' }), {
    sheet: SHEET,
  });
  const { user, session } = drawn;
  await user.click(button(/^没有读取的列（1）/));
  const before = shownFindings().length;
  await user.click(screen.getByRole('combobox', { name: '“干得怎样”这一列是……' }));
  await user.click(screen.getByRole('option', { name: '实际完成值' }));
  await settled(drawn);
  expect(session.state().choices?.headerNames.get('干得怎样')).toBe('actual');
  expect(shownFindings().length).not.toBe(before);
  screen.getByText('“干得怎样”读作“实际完成值”');
  await user.click(button('取消'));
  await settled(drawn);
  expect(session.state().choices?.headerNames.size).toBe(0);
  expect(session.state().nextUndo).toBe('header');
});

test('on a sheet without a form the words that were found lead to their cells, and those missing are named', async () => {
  const { user, goneTo } = await drawUnknown();
  screen.getByRole('heading', { level: 1, name: `“${SHEET}”上没有自评表` });
  screen.getByText(/^没有找到：.*指标名称/);
  const [link] = screen.getAllByRole('button', { name: /^[A-Z]+\d+$/ });
  if (!link) throw new Error('no cell');
  await user.click(link);
  expect(goneTo).toEqual([`${SHEET}!${link.textContent}`]);
});

test('the words beside the known ones are offered as headers', async () => {
  await drawUnknown();
  const header = screen.getByRole<HTMLInputElement>('combobox', { name: '表头上写的是' });
  expect([...(header.list?.options ?? [])].map(({ value }) => value)).toEqual(
    expect.arrayContaining(['考核方面', '考核要点']),
  );
});

test('a form is recognised once its column is named', async () => {
  const drawn = await drawUnknown();
  const { user, session } = drawn;
  const formsHere = (): number | undefined =>
    session.state().sheets?.find(({ sheet }) => sheet === SHEET)?.forms.length;
  expect(formsHere()).toBe(0);
  await user.type(screen.getByRole('combobox', { name: '表头上写的是' }), '考核要点');
  await user.selectOptions(screen.getByRole('combobox', { name: '这一列是' }), '指标名称');
  await user.click(button('记住并重新读取'));
  await settled(drawn);
  expect(formsHere()).toBe(1);
});

test('a workbook without a form says so, and the welcome is all that is left to do', async () => {
  const empty: SessionWorkbook = {
    ...openFixture(FORM),
    read: () => Promise.resolve({ sheets: [], activeSheet: null, settings: {} }),
  };
  await drawPanel(empty, { sheet: 'Sheet1' });
  screen.getByText(/^这个工作簿里没有找到自评表。/);
  expect(shownFindings()).toEqual([]);
});
