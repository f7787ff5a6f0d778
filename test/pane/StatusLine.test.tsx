/** @jest-environment jsdom */
/** The line that tells what runs and how it ended: nothing that comes later may push what a person is about to press. */
import { render, screen } from '@testing-library/react';
import { NOTHING_DONE } from '../../src/app/commandEnd';
import type { Outcome } from '../../src/app/sessionState';
import { StatusLine } from '../../src/pane/StatusLine';
import { fetchSpeech } from '../../src/locales/speech';
import { NOW } from './drawPanel';

// A machine that does other things as well is slow to draw.
jest.setTimeout(60_000);

const CHECKED: Outcome = { ...NOTHING_DONE, command: 'check', at: NOW };

test('how a command ended is there in the moment that it ends, whatever was fetched before', async () => {
  const say = await fetchSpeech('zh-CN');
  const { rerender } = render(<StatusLine running="check" isWaiting={false} outcome={null} say={say} />);
  rerender(<StatusLine running={null} isWaiting={false} outcome={CHECKED} say={say} />);
  screen.getByText(/检查完毕/);
});
