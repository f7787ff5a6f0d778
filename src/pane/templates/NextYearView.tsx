/** Turns last year's form into this year's. */
import type { JSX } from 'react';
import type { TaskProps } from '../tasks/taskProps';

export function NextYearView({ say }: TaskProps<'nextYear'>): JSX.Element {
  return <p>{say('pane.loading')}</p>;
}
