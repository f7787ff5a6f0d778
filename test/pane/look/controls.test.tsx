/** @jest-environment jsdom */
import '../../workbench/host/jsdomGaps';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type JSX } from 'react';
import { Button } from '../../../src/pane/look/Button';
import { MessageBar } from '../../../src/pane/look/MessageBar';
import { SearchField } from '../../../src/pane/look/SearchField';
import { TextField } from '../../../src/pane/look/TextField';

test('a button that has to wait keeps the focus, says so and does nothing', async () => {
  const press = jest.fn();
  render(
    <Button disabledFocusable onClick={press}>
      预览
    </Button>,
  );
  await userEvent.tab();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: '预览' }));
  await userEvent.keyboard('{Enter} ');
  await userEvent.click(screen.getByRole('button'));
  expect(press).not.toHaveBeenCalled();
  expect(screen.getByRole('button').getAttribute('aria-disabled')).toBe('true');
});

test('a button that stays pressed tells whether it is, any other does not', () => {
  render(
    <>
      <Button isPressed>错误</Button>
      <Button isPressed={false}>警告</Button>
      <Button>检查</Button>
    </>,
  );
  expect(screen.getByRole('button', { name: '错误', pressed: true })).toBeTruthy();
  expect(screen.getByRole('button', { name: '警告', pressed: false })).toBeTruthy();
  expect(screen.getByRole('button', { name: '检查' }).hasAttribute('aria-pressed')).toBe(false);
});

test('a button sends no form unless it says so', async () => {
  const send = jest.fn((event: { preventDefault: () => void }) => {
    event.preventDefault();
  });
  render(
    <form onSubmit={send}>
      <Button>取消</Button>
      <Button type="submit">忽略</Button>
    </form>,
  );
  await userEvent.click(screen.getByRole('button', { name: '取消' }));
  expect(send).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: '忽略' }));
  expect(send).toHaveBeenCalledTimes(1);
});

test('a message is a group that is named by what it says, without its buttons', () => {
  render(
    <MessageBar intent="warning" actions={<Button>再读一次</Button>}>
      表格已经改动。
    </MessageBar>,
  );
  expect(screen.getByRole('group', { name: '表格已经改动。' })).toBeTruthy();
});

test('a field is named by its label, and what is wrong with it is told at once and belongs to it', () => {
  const field = (error: string | null): JSX.Element => (
    <TextField label="原因" required error={error} value="" onChange={() => undefined} />
  );
  const { rerender } = render(field(null));
  expect(screen.getByRole('textbox', { name: '原因' }).hasAttribute('aria-invalid')).toBe(false);
  expect(screen.queryByRole('alert')).toBeNull();
  rerender(field('请写明原因。'));
  const input = screen.getByRole('textbox', { name: '原因', description: '请写明原因。' });
  expect(input.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByRole('alert').textContent).toBe('请写明原因。');
});

test('a search is emptied by its button, which leaves the focus in it', async () => {
  function Search(): JSX.Element {
    const [words, setWords] = useState('');
    return <SearchField label="查找" clearLabel="清空" value={words} onChange={setWords} />;
  }
  render(<Search />);
  expect(screen.queryByRole('button')).toBeNull();
  const input = screen.getByRole<HTMLInputElement>('searchbox', { name: '查找' });
  await userEvent.type(input, '质量');
  await userEvent.click(screen.getByRole('button', { name: '清空' }));
  expect(input.value).toBe('');
  expect(document.activeElement).toBe(input);
});
