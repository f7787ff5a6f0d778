/** The parts of a score, as 得分情况表 has them: a line each with its figures, and a bar as wide as its share. */
import { Fragment, type JSX } from 'react';
import type { StandingLine } from '../../app/standingScore';
import type { Category } from '../../engine/summary/scoreLines';
import { sayCategory } from '../../app/wording';
import type { Decimal } from '../../engine/decimal';
import type { Say } from '../../locales/sentences';
import { makeStyles, mergeClasses } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  table: {
    width: '100%',
    marginTop: tokens.spacingVerticalXS,
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  header: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular, padding: 0 },
  name: {
    padding: 0,
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'left',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  figure: {
    // Wide enough for "103.3%", also where the pane is narrow or magnified.
    width: '3.5em',
    padding: `0 0 0 ${tokens.spacingHorizontalXXS}`,
    textAlign: 'right',
    whiteSpace: 'nowrap',
  },
  barCell: { padding: `${tokens.spacingVerticalXXS} 0 ${tokens.spacingVerticalSNudge}` },
  track: {
    height: '4px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground6,
    overflow: 'hidden',
  },
  bar: {
    height: '100%',
    backgroundColor: tokens.colorBrandBackground,
    // Windows' contrast themes take backgrounds away: the bar is drawn by its border there.
    '@media (forced-colors: active)': { borderTop: '4px solid CanvasText' },
  },
});

export interface CategoryTableProps {
  readonly lines: readonly StandingLine[];
  readonly say: Say;
}

export function CategoryTable({ lines, say }: CategoryTableProps): JSX.Element {
  const styles = useStyles();
  const hasWeights = lines.some(({ weight }) => weight !== null);
  const figure = mergeClasses(styles.header, styles.figure);
  return (
    <table className={styles.table} aria-label={say('score.card')}>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(styles.header, styles.name)}>
            {say('score.category')}
          </th>
          <th scope="col" className={figure}>
            {say('score.score')}
          </th>
          {hasWeights && (
            <>
              <th scope="col" className={figure}>
                {say('score.weight')}
              </th>
              <th scope="col" className={figure}>
                {say('score.share')}
              </th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <Line key={index} line={line} hasWeights={hasWeights} say={say} />
        ))}
      </tbody>
    </table>
  );
}

interface LineProps {
  readonly line: StandingLine;
  readonly hasWeights: boolean;
  readonly say: Say;
}

function Line({ line: { category, weight, score, share }, hasWeights, say }: LineProps): JSX.Element {
  const styles = useStyles();
  const name = nameOf(category, say);
  const write = (value: Decimal | null): string => value?.toString() ?? say('score.unknown');
  return (
    <Fragment>
      <tr>
        <th scope="row" className={styles.name} title={name}>
          {name}
        </th>
        <td className={styles.figure}>{write(score)}</td>
        {hasWeights && (
          <>
            <td className={styles.figure}>{write(weight)}</td>
            <td className={styles.figure}>{share ? asPercent(share) : say('score.unknown')}</td>
          </>
        )}
      </tr>
      {hasWeights && (
        <tr aria-hidden="true">
          <td colSpan={4} className={styles.barCell}>
            <div className={styles.track}>
              <div className={styles.bar} style={{ width: widthOf(share) }} />
            </div>
          </td>
        </tr>
      )}
    </Fragment>
  );
}

/** What the category is called, a goal with its title. */
function nameOf(category: Category, say: Say): string {
  const name = sayCategory(category, say);
  return category.kind === 'goal' && category.title !== '' ? `${name} ${category.title}` : name;
}

function asPercent(share: Decimal): string {
  return `${share.times(100).toDecimalPlaces(1).toFixed()}%`;
}

/** A bar is never longer than its track, whatever was typed. */
function widthOf(share: Decimal | null): string {
  return `${Math.min(100, Math.max(0, share?.times(100).toNumber() ?? 0))}%`;
}
