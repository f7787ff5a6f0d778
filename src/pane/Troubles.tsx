/** What could not be read: the sheets, or what a person chose for this workbook. */
import type { JSX } from 'react';
import type { SettingKey } from '../app/choices/choices';
import { sayFailure, sayUnusable } from '../app/sayFailure';
import type { CommandFailure } from '../app/sessionState';
import type { Say } from '../locales/sentences';
import { detailsOf } from './detailsOf';
import { NoteWithDetails } from './FailureNote';
import { Button } from './look/Button';

export interface TroublesProps {
  readonly refreshFailure: CommandFailure | null;
  readonly unusable: readonly SettingKey[];
  readonly refresh: () => void;
  readonly say: Say;
}

export function Troubles({ refreshFailure, unusable, refresh, say }: TroublesProps): JSX.Element {
  const lost = sayUnusable(unusable, say);
  return (
    <>
      {refreshFailure && (
        <NoteWithDetails
          intent="warning"
          details={detailsOf(refreshFailure)}
          action={
            <Button size="small" onClick={refresh}>
              {say('pane.refresh')}
            </Button>
          }
          say={say}
        >
          {say('pane.refresh.failed', { why: sayFailure(refreshFailure, say)[0] ?? '' })}
        </NoteWithDetails>
      )}
      {lost !== null && (
        <NoteWithDetails intent="warning" details={`unusable settings: ${unusable.join(', ')}`} say={say}>
          {lost}
        </NoteWithDetails>
      )}
    </>
  );
}
