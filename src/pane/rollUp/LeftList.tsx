/** What a roll-up leaves to a person: the reasons, each with the indicators and forms it holds for, which lead to their cells. */
import { memo, type JSX } from 'react';
import { sayLeftCode, sayLeftName, type LeftGroup } from '../../app/rollUpWording';
import type { LeftToPerson, Place } from '../../engine/rollUp/rolledUp';
import type { Say } from '../../locales/sentences';
import { Link } from '../look/Link';
import { Text } from '../look/Text';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  groups: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    listStyleType: 'none',
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalXS}`,
  },
  items: { margin: 0, paddingLeft: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
  // Large enough to be hit.
  place: { minHeight: '24px', minWidth: '24px' },
  places: { display: 'inline-flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS },
});

export interface LeftListProps {
  readonly groups: readonly LeftGroup[];
  readonly goTo: (sheet: string, cell: string) => void;
  readonly say: Say;
}

export const LeftList = memo(function LeftList({ groups, goTo, say }: LeftListProps): JSX.Element {
  const styles = useStyles();
  return (
    <ul className={styles.groups}>
      {groups.map(({ code, items }) => (
        <li key={code}>
          <Text>{say('rollUp.reason', { reason: sayLeftCode(code, say) })}</Text>
          <ul className={styles.items}>
            {items.map((item, index) => (
              <li key={`${item.match ?? ''}-${index}`}>
                <Item item={item} goTo={goTo} say={say} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
});

function Item({
  item,
  goTo,
  say,
}: Pick<LeftListProps, 'goTo' | 'say'> & { readonly item: LeftToPerson }): JSX.Element {
  const styles = useStyles();
  const known = item.places.flatMap(({ sheet, cell }: Place) => (cell === null ? [] : [{ sheet, cell }]));
  return (
    <>
      {sayLeftName(item)}{' '}
      <span className={styles.places}>
        {known.map(({ sheet, cell }) => (
          <Link
            key={`${sheet}!${cell}`}
            className={styles.place}
            onClick={() => {
              goTo(sheet, cell);
            }}
          >
            {say('rollUp.place', { sheet, cell })}
          </Link>
        ))}
      </span>
    </>
  );
}
