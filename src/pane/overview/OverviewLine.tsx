/** One form in the overview: its name leads to it. */
import { memo, type JSX } from 'react';
import type { OverviewRow } from '../../app/overview';
import type { Say } from '../../locales/sentences';
import type { FindingDeeds } from '../findings/findingDeeds';
import { NARROW } from './narrow';
import { scoreOf } from './sortOverview';
import { makeStyles, mergeClasses } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  line: {
    cursor: 'pointer',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    [NARROW]: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS },
  },
  isHere: { backgroundColor: tokens.colorSubtleBackgroundSelected },
  name: {
    padding: 0,
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'left',
    [NARROW]: { flexBasis: '100%' },
  },
  button: {
    width: '100%',
    padding: `${tokens.spacingVerticalXXS} 0`,
    border: 'none',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorTransparentBackground,
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  sheet: { display: 'block', color: tokens.colorNeutralForeground2 },
  figure: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXXS}`,
    textAlign: 'right',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
    [NARROW]: {
      padding: `0 0 ${tokens.spacingVerticalXXS}`,
      // The headers stand above the list and not above the figures.
      '::before': { content: 'attr(data-label) " "', color: tokens.colorNeutralForeground2 },
    },
  },
  recalculated: { display: 'block', color: tokens.colorNeutralForeground2 },
  error: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  warning: { color: tokens.colorStatusWarningForeground1, fontWeight: tokens.fontWeightSemibold },
});

export interface OverviewLineProps {
  readonly id: string;
  readonly row: OverviewRow;
  /** True for a form on the sheet that the person looks at. */
  readonly isHere: boolean;
  /** The one line that the Tab key stops at. */
  readonly isTabStop: boolean;
  readonly setChosen: (id: string) => void;
  readonly goTo: FindingDeeds['goTo'];
  readonly say: Say;
}

export const OverviewLine = memo(function OverviewLine({
  id,
  row,
  isHere,
  isTabStop,
  setChosen,
  goTo,
  say,
}: OverviewLineProps): JSX.Element {
  const styles = useStyles();
  const { sheet, cell, name, grade, completed, indicators, errors, warnings } = row;
  const unknown = say('score.unknown');
  const goThere = (): void => {
    setChosen(id);
    goTo(sheet, cell);
  };
  const score = scoreOf(row)?.toString() ?? null;
  const title = name ?? say('report.untitled');
  return (
    <tr className={mergeClasses(styles.line, isHere && styles.isHere)} onClick={goThere}>
      <th scope="row" className={styles.name}>
        <button
          type="button"
          data-form={id}
          className={styles.button}
          tabIndex={isTabStop ? 0 : -1}
          aria-current={isHere || undefined}
          title={say('overview.goTo', { sheet, cell })}
          onFocus={() => {
            setChosen(id);
          }}
        >
          {title}
          {title !== sheet && <span className={styles.sheet}>{sheet}</span>}
        </button>
      </th>
      <td className={styles.figure} data-label={say('overview.column.score')}>
        {score ?? unknown}
        {row.recalculated !== null && row.recalculated !== score && (
          <span className={styles.recalculated}>
            {say('overview.recalculated', { score: row.recalculated })}
          </span>
        )}
      </td>
      <td className={styles.figure} data-label={say('overview.column.grade')}>
        {grade ?? unknown}
      </td>
      <td className={styles.figure} data-label={say('overview.column.completed')}>
        {indicators === null
          ? unknown
          : say('overview.completed', {
              completed: completed === null ? unknown : String(completed),
              indicators: String(indicators),
            })}
      </td>
      <td
        className={mergeClasses(styles.figure, errors > 0 && styles.error)}
        data-label={say('overview.column.errors')}
      >
        {errors}
      </td>
      <td
        className={mergeClasses(styles.figure, warnings > 0 && styles.warning)}
        data-label={say('overview.column.warnings')}
      >
        {warnings}
      </td>
    </tr>
  );
});
