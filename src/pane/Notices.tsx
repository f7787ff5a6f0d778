/** What a person should know besides the outcome of the last command: what is old, what could not be read, where Excel did not go. */
import { memo, Suspense, type JSX } from 'react';
import type { SettingKey } from '../app/choices/choices';
import type { CommandFailure } from '../app/sessionState';
import type { Say } from '../locales/sentences';
import { Troubles } from './parts';
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
  return (
    <>
      {(refreshFailure !== null || unusable.length > 0) && (
        <Suspense fallback={null}>
          <Troubles refreshFailure={refreshFailure} unusable={unusable} refresh={refresh} say={say} />
        </Suspense>
      )}
      {isStale && !refreshFailure && (
        <MessageBar
          intent="info"
          actions={
            <Button size="small" onClick={refresh}>
              {say('pane.refresh')}
            </Button>
          }
        >
          {say('pane.stale')}
        </MessageBar>
      )}
      <div role="status">{notice !== null && <MessageBar intent="info">{notice}</MessageBar>}</div>
    </>
  );
});
