/** What the pane sees: the form on the sheet that the person looks at, its rule set, and when the sheets were last read. */
import { memo, type JSX } from 'react';
import type { Action, Current } from '../app/sessionState';
import { sayUndo } from '../app/wording';
import type { Say } from '../locales/sentences';
import { HelpLink } from './HelpLink';
import { Link } from './look/Link';
import { Caption, Subtitle } from './look/Text';
import { makeStyles } from './look/makeStyles';
import { tokens } from './look/tokens';

const useStyles = makeStyles({
  // The personality menu of Office lies over the upper right corner.
  header: { display: 'flex', flexDirection: 'column', paddingRight: tokens.spacingHorizontalXXXL },
  title: { margin: 0, overflowWrap: 'anywhere' },
  change: { fontSize: 'inherit' },
  small: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

export interface FormHeaderProps {
  readonly current: Current | null;
  readonly checkedAt: Date | null;
  readonly isRefreshing: boolean;
  readonly nextUndo: Action | null;
  /** Goes to where the rule set is chosen. */
  readonly changeRules: () => void;
  readonly say: Say;
}

export const FormHeader = memo(function FormHeader({
  current,
  checkedAt,
  isRefreshing,
  nextUndo,
  changeRules,
  say,
}: FormHeaderProps): JSX.Element {
  const styles = useStyles();
  const title = titleOf(current, say);
  return (
    <header className={styles.header}>
      <Subtitle as="h1" className={styles.title}>
        {title}
      </Subtitle>
      {current?.form && (
        <Caption className={styles.small}>
          {say(current.form.isGuessed ? 'pane.form.guessed' : 'pane.form', {
            sheet: current.sheet.sheet,
            rules: current.form.rules.name[say('language')] ?? current.form.rules.id,
          })}{' '}
          <Link inline className={styles.change} onClick={changeRules}>
            {say('pane.form.change')}
          </Link>
        </Caption>
      )}
      <Caption className={styles.small}>
        {isRefreshing && say('pane.reading')}
        {!isRefreshing && checkedAt !== null && say('pane.readAt', { time: timeOf(checkedAt, say) })}
        {nextUndo !== null && say('pane.undo.behind', { what: sayUndo(nextUndo, say) })}{' '}
        <HelpLink say={say} />
      </Caption>
    </header>
  );
});

function titleOf(current: Current | null, say: Say): string {
  if (!current) return say('pane.title');
  const { sheet, form } = current;
  if (!form) return say('pane.form.none', { sheet: sheet.sheet });
  return form.facts.title === '' ? say('report.untitled') : form.facts.title;
}

function timeOf(moment: Date, say: Say): string {
  return moment.toLocaleTimeString(say('language'), { hour: '2-digit', minute: '2-digit' });
}
