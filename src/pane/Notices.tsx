/** What a person should know besides the outcome of the last command: what is old, what could not be read, where Excel did not go. */
import { memo, type JSX } from 'react';
import type { SettingKey } from '../app/choices/choices';
import type { CommandFailure } from '../app/sessionState';
import { sayFailure, sayUnusable } from '../app/wording';
import type { Say } from '../locales/sentences';
import { NoteWithDetails } from './FailureNote';
import { detailsOf } from './sayOutcome';
import { Button } from './look/Button';
import { MessageBar } from './look/MessageBar';

export interface NoticesProps {
  /** Something to be told once, such as a cell that Excel would not go to. */
  readonly notice: string | null;
  readonly isStale: boolean;
  readonly refreshFailure: CommandFailure | null;
  readonly unusable: readonly SettingKey[];
  readonly refresh: () => void;
  readonly say: Say;
}

export const Notices = memo(function Notices({
  notice,
  isStale,
  refreshFailure,
  unusable,
  refresh,
  say,
}: NoticesProps): JSX.Element {
  const lost = sayUnusable(unusable, say);
  const again = (
    <Button size="small" onClick={refresh}>
      {say('pane.refresh')}
    </Button>
  );
  return (
    <>
      {refreshFailure ? (
        <NoteWithDetails intent="warning" details={detailsOf(refreshFailure)} action={again} say={say}>
          {say('pane.refresh.failed', { why: sayFailure(refreshFailure, say)[0] ?? '' })}
        </NoteWithDetails>
      ) : (
        isStale && (
          <MessageBar intent="info" actions={again}>
            {say('pane.stale')}
          </MessageBar>
        )
      )}
      {lost !== null && (
        <NoteWithDetails intent="warning" details={`unusable settings: ${unusable.join(', ')}`} say={say}>
          {lost}
        </NoteWithDetails>
      )}
      <div role="status">{notice !== null && <MessageBar intent="info">{notice}</MessageBar>}</div>
    </>
  );
});
