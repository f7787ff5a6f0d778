/** @jest-environment jsdom */
/** Parts that are fetched on demand, also while their server is out of reach. */
import { act, fireEvent, render, screen } from '@testing-library/react';
import { Suspense, type JSX } from 'react';
import type { Say } from '../../src/locales/sentences';
import { onDemand } from '../../src/pane/onDemand';
import { SAY } from './drawPanel';

interface Props {
  readonly say: Say;
}

const Fetched = (): JSX.Element => <p>本行</p>;

/** A part of which the first `failures` attempts to fetch it fail. */
function partAfter(failures: number): {
  readonly Part: ReturnType<typeof onDemand<Props>>;
  readonly tries: () => number;
} {
  let tries = 0;
  const Part = onDemand<Props>(() => {
    tries += 1;
    return tries <= failures
      ? Promise.reject(new Error('Loading chunk 7 failed.'))
      : Promise.resolve(Fetched);
  });
  return { Part, tries: () => tries };
}

async function draw(part: JSX.Element): Promise<void> {
  await act(async () => {
    render(<Suspense fallback={<p>稍等</p>}>{part}</Suspense>);
    await Promise.resolve();
  });
}

test('a part that cannot be fetched is told in its place, and comes when it is tried again', async () => {
  const { Part } = partAfter(2);
  await draw(<Part say={SAY} />);
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    screen.getByText(SAY('pane.notFetched'));
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: SAY('pane.fetchAgain') }));
      await Promise.resolve();
    });
  }
  screen.getByText('本行');
  expect(screen.queryByText(SAY('pane.notFetched'))).toBeNull();
});

test('a part that could not be fetched ahead is fetched when it is shown', async () => {
  const { Part, tries } = partAfter(1);
  await Part.fetchAhead(SAY);
  await draw(<Part say={SAY} />);
  screen.getByText('本行');
  expect(tries()).toBe(2);
});
