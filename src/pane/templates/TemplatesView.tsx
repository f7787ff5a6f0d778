/** The gallery of blank forms. */
import type { JSX } from 'react';
import type { TaskProps } from '../tasks/taskProps';

export function TemplatesView({ say }: TaskProps<'templates'>): JSX.Element {
  return <p>{say('pane.loading')}</p>;
}
