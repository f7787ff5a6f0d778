/** @jest-environment jsdom */
/** The welcome: two ways to begin for who has no form yet. */
import { button, drawPanel, pressAhead, settled, shownFindings, type DrawnPanel } from './drawPanel';
import { act, screen, waitFor } from '@testing-library/react';
import type { XlsxFile } from '../../src/workbook/xlsxFile';
import { opened } from '../workbook/opened';
import { buildXlsx } from '../workbook/xlsxPackage';

// A machine that does other things as well is slow to draw.
jest.setTimeout(60_000);

const EMPTY = { sheets: { Sheet1: '<sheetData/>' } };

async function welcomed(file: XlsxFile): Promise<DrawnPanel> {
  return drawPanel(file, { sheet: 'Sheet1', preferences: { isWelcomed: false } });
}

test('the filled sample is inserted and its mistakes are listed; the welcome makes room', async () => {
  const file = opened(buildXlsx(EMPTY));
  const drawn = await welcomed(file);
  await drawn.user.click(button('试用已填示例'));
  await waitFor(() => {
    expect(drawn.session.state().outcome?.addedSheet).toBe('示例·项目支出绩效自评表');
  });
  await settled(drawn);
  screen.getByText('已插入新工作表“示例·项目支出绩效自评表”，其他工作表没有改动。');
  expect(shownFindings().length).toBeGreaterThan(5);
  expect(screen.queryByRole('region', { name: '第一次使用' })).toBeNull();
  expect((await file.read(null)).sheets).toHaveLength(2);
});

test('the sample that cannot be inserted is told in a sentence', async () => {
  const drawn = await welcomed(
    opened(buildXlsx({ ...EMPTY, beforeSheets: '<workbookProtection lockStructure="1"/>' })),
  );
  await drawn.user.click(button('试用已填示例'));
  await screen.findByText(/工作簿的结构受保护/, undefined, { timeout: 20_000 });
});

test('a blank form is chosen from the templates, and the welcome is there again when it was none', async () => {
  const drawn = await welcomed(opened(buildXlsx(EMPTY)));
  await pressAhead(button('插入空白表'));
  expect(drawn.tasks.current()).toEqual({ name: 'templates', template: null });
  expect(screen.queryByRole('region', { name: '第一次使用' })).toBeNull();
  act(drawn.tasks.close);
  screen.getByRole('region', { name: '第一次使用' });
  expect(drawn.preferences.current().isWelcomed).toBe(false);
});
