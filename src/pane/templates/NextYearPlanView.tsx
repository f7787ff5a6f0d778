/** What the form of the next year will be: its year and sheet, what is emptied, where the year moves, and what stays for the person to look at. */
import type { JSX, ReactNode } from 'react';
import type { LeftCell, NextYearChange, NextYearPlan } from '../../form/nextYear';
import type { Say, SentenceKey } from '../../locales/sentences';
import { Disclosure } from '../Disclosure';
import { Link } from '../look/Link';
import { Caption, Text } from '../look/Text';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  plan: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  facts: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  list: {
    margin: 0,
    padding: `0 0 0 ${tokens.spacingHorizontalXL}`,
    listStyleType: 'none',
    overflowWrap: 'anywhere',
  },
  cell: { marginRight: tokens.spacingHorizontalS },
  small: { color: tokens.colorNeutralForeground2 },
});

const KINDS: Readonly<Record<NextYearChange['what'], SentenceKey>> = {
  actual: 'nextYear.what.actual',
  score: 'nextYear.what.score',
  reason: 'nextYear.what.reason',
  fund: 'nextYear.what.fund',
  total: 'nextYear.what.total',
  conclusion: 'nextYear.what.conclusion',
  target: 'nextYear.what.target',
  budget: 'nextYear.what.budget',
  date: 'nextYear.what.date',
  year: 'nextYear.what.year',
};

const REASONS: Readonly<Record<LeftCell['why'], SentenceKey>> = {
  formula: 'nextYear.left.formula',
  year: 'nextYear.left.year',
  locked: 'nextYear.left.locked',
};

export interface NextYearPlanViewProps {
  /** The sheet of the year before. */
  readonly sheet: string;
  readonly plan: NextYearPlan;
  readonly goTo: (sheet: string, cell: string) => void;
  readonly say: Say;
}

export function NextYearPlanView({ sheet, plan, goTo, say }: NextYearPlanViewProps): JSX.Element {
  const styles = useStyles();
  const { name, year, cleared, moved, left } = plan;
  const list = <Cell extends { readonly cell: string }>(
    label: SentenceKey,
    cells: readonly Cell[],
    tell: (cell: Cell) => ReactNode,
  ): JSX.Element | null =>
    cells.length === 0 ? null : (
      <Disclosure label={say(label, { count: String(cells.length) })}>
        <ul className={styles.list}>
          {cells.map((one) => (
            <li key={one.cell}>
              <Link
                className={styles.cell}
                onClick={() => {
                  goTo(sheet, one.cell);
                }}
              >
                {one.cell}
              </Link>
              {tell(one)}
            </li>
          ))}
        </ul>
      </Disclosure>
    );
  return (
    <section className={styles.plan} aria-label={say('nextYear.plan')}>
      <ul className={styles.facts}>
        <li>
          {year === null
            ? say('nextYear.year.unknown')
            : say('nextYear.year', { from: String(year.from), to: String(year.to) })}
        </li>
        <li>{say('nextYear.sheet', { name })}</li>
        <li>{say('nextYear.emptied', { what: sayKinds(cleared, say) })}</li>
      </ul>
      {list('nextYear.cleared', cleared, ({ what, from }) => (
        <>
          {say(KINDS[what])} <Caption className={styles.small}>{from}</Caption>
        </>
      ))}
      {list('nextYear.moved', moved, ({ from, to }) => (
        <Text>{say('nextYear.change', { from, to })}</Text>
      ))}
      {list('nextYear.left', left, ({ why, text }) => (
        <>
          {say(REASONS[why])} <Caption className={styles.small}>{text}</Caption>
        </>
      ))}
    </section>
  );
}

/** "实际完成值 51 格、得分 53 格". */
function sayKinds(cleared: readonly NextYearChange[], say: Say): string {
  const counts = new Map<NextYearChange['what'], number>();
  for (const { what } of cleared) counts.set(what, (counts.get(what) ?? 0) + 1);
  if (counts.size === 0) return say('nextYear.emptied.none');
  return [...counts]
    .map(([what, count]) => say('nextYear.cells', { what: say(KINDS[what]), count: String(count) }))
    .join(say('list.comma'));
}
