import { readSheetKey } from '../../../src/workbench/page/grid/sheetKeys';

function press(keys: string) {
  const parts = keys.split('+');
  return readSheetKey({
    key: parts.at(-1) ?? '',
    shiftKey: parts.includes('Shift'),
    ctrlKey: parts.includes('Control'),
    metaKey: parts.includes('Meta'),
    altKey: parts.includes('Alt'),
  });
}

test.each([
  ['ArrowDown', { kind: 'step', direction: 'down', isExtending: false }],
  ['Shift+ArrowRight', { kind: 'step', direction: 'right', isExtending: true }],
  ['Enter', { kind: 'step', direction: 'down', isExtending: false }],
  ['Shift+Enter', { kind: 'step', direction: 'up', isExtending: false }],
  ['Shift+Tab', { kind: 'step', direction: 'left', isExtending: false }],
  ['Control+Home', { kind: 'jump', to: 'sheet-start', isExtending: false }],
  ['Shift+End', { kind: 'jump', to: 'row-end', isExtending: true }],
  ['F2', { kind: 'edit', isReplacing: false }],
  ['Backspace', { kind: 'edit', isReplacing: true }],
  ['Delete', { kind: 'clear' }],
  ['Control+z', { kind: 'undo' }],
  ['Meta+z', { kind: 'undo' }],
  ['Control+y', { kind: 'redo' }],
  ['Control+Shift+Z', { kind: 'redo' }],
  ['F6', { kind: 'leave' }],
])('%s does what it does in Excel', (keys, command) => {
  expect(press(keys)).toEqual(command);
});

test.each(['a', '5', '=', 'Process', 'Control+c', 'Control+v', 'Alt+Enter', 'Shift', 'Escape'])(
  '%s is left to the browser',
  (keys) => {
    expect(press(keys)).toBeNull();
  },
);
