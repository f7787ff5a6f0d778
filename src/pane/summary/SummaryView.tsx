/** The summary of a form. */
import type { JSX } from 'react';
import type { TaskProps } from '../tasks/taskProps';

export function SummaryView({ say }: TaskProps<'summary'>): JSX.Element {
  return <p>{say('pane.loading')}</p>;
}
