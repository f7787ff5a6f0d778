/** Rolls several forms up into one. */
import type { JSX } from 'react';
import type { TaskProps } from '../tasks/taskProps';

export function RollUpView({ say }: TaskProps<'rollUp'>): JSX.Element {
  return <p>{say('pane.loading')}</p>;
}
