/** The gallery of blank forms, and what is asked before the chosen one is inserted. */
import { useState, type JSX } from 'react';
import { yearInQuestion } from '../../app/yearInQuestion';
import type { Session } from '../../app/session';
import type { Template } from '../../form/templates/template';
import { findTemplate, TEMPLATES } from '../../form/templates/templates';
import type { TaskProps } from '../tasks/taskProps';
import type { Draft } from './answers';
import { ChosenTemplate } from './ChosenTemplate';
import { Gallery } from './Gallery';
import { Button } from '../look/Button';
import { Text } from '../look/Text';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  nextYear: { alignSelf: 'flex-start', minWidth: 0 },
});

/** What was answered last in this pane: most people insert several forms of one unit. */
const ANSWERED = new WeakMap<Session, Draft>();

/** The template that is looked at; null for the gallery. */
interface Look {
  readonly template: Template | null;
  readonly isFromGallery: boolean;
}

export function TemplatesView({
  task,
  session,
  state,
  open,
  close,
  say,
}: TaskProps<'templates'>): JSX.Element {
  const styles = useStyles();
  const [shownTask, setShownTask] = useState(task);
  const [look, setLook] = useState(() => lookOf(task.template));
  // The ribbon names another template while the view is open.
  if (task !== shownTask) {
    setShownTask(task);
    setLook(lookOf(task.template));
  }
  const leave = (): void => {
    setLook(lookOf(null));
  };
  if (look.template) {
    return (
      <div
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !look.isFromGallery) return;
          event.preventDefault();
          leave();
        }}
      >
        <ChosenTemplate
          key={look.template.id}
          template={look.template}
          session={session}
          state={state}
          kept={ANSWERED.get(session) ?? null}
          keep={(draft) => {
            ANSWERED.set(session, draft);
          }}
          takesFocus={look.isFromGallery}
          leave={leave}
          close={close}
          say={say}
        />
      </div>
    );
  }
  return (
    <div className={styles.view}>
      <Text>{say('templates.choose')}</Text>
      <Button
        className={styles.nextYear}
        onClick={() => {
          open({ name: 'nextYear' });
        }}
      >
        {say('templates.nextYear')}
      </Button>
      <Gallery
        templates={TEMPLATES}
        year={yearInQuestion(new Date())}
        choose={(template) => {
          setLook({ template, isFromGallery: true });
        }}
        say={say}
      />
    </div>
  );
}

function lookOf(id: string | null): Look {
  return { template: (id === null ? undefined : findTemplate(id)) ?? null, isFromGallery: false };
}
