/** One finding: its mark, its cell and its sentence. It leads to the cell; the one that the person is at also shows what can be done. */
import { memo, useId, type JSX } from 'react';
import type { Say } from '../../locales/sentences';
import { FindingActions } from './FindingActions';
import type { FindingDeeds } from './findingDeeds';
import type { ListedFinding } from './listFindings';
import { SeverityMark } from './SeverityMark';
import { makeStyles, mergeClasses } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  // As few boxes as can be, and plain ones: all of some hundred findings around the visible ones are painted again every few frames of scrolling.
  // Without content-visibility: to lay out what comes into sight with every frame costs more than to have all laid out.
  item: { paddingLeft: '3px' },
  isActive: {
    paddingLeft: 0,
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorSubtleBackgroundSelected,
  },
  button: {
    display: 'block',
    width: '100%',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    paddingLeft: '24px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorTransparentBackground,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'left',
    // The heading of the group lies over what is scrolled up to the edge.
    scrollMarginTop: '28px',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  leads: { cursor: 'pointer', ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover } },
  place: {
    display: 'block',
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    '> *': { marginLeft: '-19px', marginRight: '5px' },
  },
  sentence: { display: 'block', overflowWrap: 'anywhere' },
  lapsed: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export interface FindingItemProps {
  readonly listed: ListedFinding;
  /** The finding that the person is at. */
  readonly isActive: boolean;
  /** The one finding of the list that the Tab key stops at. */
  readonly isTabStop: boolean;
  readonly isRunning: boolean;
  readonly setActive: (id: string) => void;
  readonly deeds: FindingDeeds;
  readonly say: Say;
}

/**
 * True when both would be drawn alike: what can be done, which is all that a run changes, is drawn at the active finding alone. Every reading makes
 * all findings anew; most of them say what they said before.
 */
function looksSame(one: FindingItemProps, other: FindingItemProps): boolean {
  if (one.isActive || other.isActive) return false;
  const [before, after] = [one.listed, other.listed];
  return (
    one.isTabStop === other.isTabStop &&
    one.deeds === other.deeds &&
    one.say === other.say &&
    before.id === after.id &&
    before.sheet === after.sheet &&
    before.sentence === after.sentence &&
    before.lapsedReason === after.lapsedReason &&
    before.finding.severity === after.finding.severity &&
    before.finding.cell === after.finding.cell
  );
}

export const FindingItem = memo(function FindingItem({
  listed,
  isActive,
  isTabStop,
  isRunning,
  setActive,
  deeds,
  say,
}: FindingItemProps): JSX.Element {
  const styles = useStyles();
  const ids = useId();
  const { id, sheet, finding, sentence, lapsedReason } = listed;
  const { severity, cell } = finding;
  return (
    <li className={mergeClasses(styles.item, isActive && styles.isActive)}>
      <button
        type="button"
        data-finding={id}
        // Named by its place alone: a sentence that speaks of a command is not to be taken for the button of that command.
        aria-describedby={`${ids}sentence ${ids}lapsed`}
        className={mergeClasses(styles.button, cell !== null && styles.leads)}
        tabIndex={isTabStop ? 0 : -1}
        aria-current={isActive || undefined}
        title={cell === null ? undefined : say('pane.goTo', { cell })}
        onFocus={() => {
          setActive(id);
        }}
        // What is active grows and shrinks: were the focus taken before the click is over, the finding would move away from under the pointer.
        onMouseDown={(event) => {
          event.preventDefault();
        }}
        onClick={({ currentTarget }) => {
          currentTarget.focus();
          if (cell !== null) deeds.goTo(sheet, cell);
        }}
      >
        <span className={styles.place}>
          <SeverityMark severity={severity} />
          {say(`pane.severity.${severity}`)} {cell ?? say('report.wholeForm')}
        </span>
        <span id={`${ids}sentence`} aria-hidden="true" className={styles.sentence}>
          {sentence}
        </span>
        {lapsedReason !== null && (
          <span
            id={`${ids}lapsed`}
            aria-hidden="true"
            className={mergeClasses(styles.sentence, styles.lapsed)}
          >
            {say('findings.lapsed', { reason: lapsedReason })}
          </span>
        )}
      </button>
      {isActive && <FindingActions listed={listed} isRunning={isRunning} deeds={deeds} say={say} />}
    </li>
  );
}, looksSame);
