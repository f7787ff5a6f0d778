/** @jest-environment jsdom */
import { fireEvent, render, screen } from '@testing-library/react';
import type { JSX } from 'react';
import type { CommandFailure } from '../../src/app/sessionState';
import { speak } from '../../src/locales/sentences';
import { CrashNote } from '../../src/pane/CrashNote';
import { FailureNote } from '../../src/pane/FailureNote';
import { Troubles } from '../../src/pane/Troubles';
import { HostFailure } from '../../src/workbook/hostFailure';
import { rawParts } from '../app/rawParts';

const SAY = speak('zh-CN');

const FAILURES: readonly CommandFailure[] = [
  { kind: 'host', failure: new HostFailure('changed', 'unsure', 'ItemNotFound · x · Range.values') },
  { kind: 'refused', refusal: { kind: 'edited', sheet: '自评表', cell: 'G9' } },
  { kind: 'problem', problem: { code: 'nothing-to-accept', params: {} } },
  { kind: 'unexpected', details: "TypeError: Cannot read properties of undefined (reading 'a')" },
];

const NO_TROUBLE = { refreshFailure: null, unusable: [], refresh: () => undefined, say: SAY };

const NOTES: readonly (readonly [string, JSX.Element])[] = [
  ...FAILURES.map(
    (failure) => [`a command: ${failure.kind}`, <FailureNote key="x" failure={failure} say={SAY} />] as const,
  ),
  ...FAILURES.map(
    (failure) =>
      [`a reading: ${failure.kind}`, <Troubles key="x" {...NO_TROUBLE} refreshFailure={failure} />] as const,
  ),
  ['settings', <Troubles key="x" {...NO_TROUBLE} unusable={['rules', 'ignored']} />],
];

test.each(NOTES)('%s that failed is told in words, and its details can be copied', async (_, note) => {
  const copied: string[] = [];
  Object.assign(navigator, {
    clipboard: {
      writeText: (text: string) => {
        copied.push(text);
        return Promise.resolve();
      },
    },
  });
  const { container } = render(note);
  expect(rawParts(container.textContent)).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: SAY('pane.copyDetails') }));
  await screen.findByRole('button', { name: SAY('pane.copied') });
  expect(copied).toHaveLength(1);
  expect(copied[0]).not.toBe('');
});

test('a pane that fails to draw says so, and its details can be copied', async () => {
  const copied: string[] = [];
  Object.assign(navigator, {
    clipboard: {
      writeText: (text: string) => {
        copied.push(text);
        return Promise.resolve();
      },
    },
  });
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const Broken = (): JSX.Element => {
    throw new TypeError('x is undefined');
  };
  render(
    <CrashNote text={SAY('pane.crash')} copy={SAY('pane.copyDetails')}>
      <Broken />
    </CrashNote>,
  );
  expect(rawParts((await screen.findByRole('alert')).textContent)).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: SAY('pane.copyDetails') }));
  expect(copied).toEqual(['TypeError: x is undefined']);
  jest.restoreAllMocks();
});
