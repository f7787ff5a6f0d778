/** One indicator of the department form: what it comes to, and opened, the rows it is made of and what can be corrected. */
import { Select } from '@fluentui/react-components';
import { memo, useId, useState, type JSX } from 'react';
import type { LineSource, MatchLine } from '../../app/rollUpLines';
import type { MoneyChoice, RowKey, Way } from '../../engine/rollUp/rolledUp';
import type { Say, SentenceKey } from '../../locales/sentences';
import { Button } from '../look/Button';
import { Link } from '../look/Link';
import { Caption, Text } from '../look/Text';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  item: { borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  button: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    width: '100%',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorTransparentBackground,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'left',
    overflowWrap: 'anywhere',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  small: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  detail: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `0 ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  sources: { listStyleType: 'none', margin: 0, padding: 0 },
  source: {
    display: 'flex',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXXS} 0`,
    overflowWrap: 'anywhere',
  },
  words: { minWidth: 0 },
  place: { minHeight: '24px', minWidth: '24px' },
  split: { flexShrink: 0 },
  deeds: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  join: { minWidth: 0, flexGrow: 1 },
});

export interface MatchDeeds {
  readonly goTo: (sheet: string, cell: string) => void;
  readonly split: (row: RowKey) => void;
  readonly join: (row: RowKey, to: RowKey) => void;
  readonly leaveOut: (row: RowKey) => void;
  readonly takeIn: (row: RowKey) => void;
}

export interface MatchItemProps {
  readonly line: MatchLine;
  readonly money: MoneyChoice;
  /** What it can be joined with. */
  readonly others: readonly { readonly id: RowKey; readonly name: string }[];
  readonly deeds: MatchDeeds;
  readonly say: Say;
}

const WAYS: Readonly<Record<Way, SentenceKey>> = {
  sum: 'rollUp.way.sum',
  mean: 'rollUp.way.mean',
  judged: 'rollUp.way.judged',
  met: 'rollUp.way.met',
  alone: 'rollUp.way.alone',
  open: 'rollUp.way.open',
};

export const MatchItem = memo(function MatchItem(props: MatchItemProps): JSX.Element {
  const { line, money, say } = props;
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const region = useId();
  return (
    <li className={styles.item}>
      <button
        type="button"
        className={styles.button}
        aria-expanded={isOpen}
        aria-controls={isOpen ? region : undefined}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        <span>{line.name}</span>
        <Caption className={styles.small}>{sayLine(line, money, say)}</Caption>
      </button>
      {isOpen && (
        <div id={region} className={styles.detail}>
          <Detail {...props} />
        </div>
      )}
    </li>
  );
});

/** How it is put together, what comes of it, and how many points. */
function sayLine({ rolled, sources, isByPerson }: MatchLine, money: MoneyChoice, say: Say): string {
  const count = new Set(sources.map(({ sheet, formName }) => `${sheet}\n${formName}`)).size;
  const forms = say('rollUp.line.forms', { count: String(count) });
  if (!rolled) return forms;
  const way = say(WAYS[rolled.way], {
    money: say(money === 'spent' ? 'rollUp.money.spent' : 'rollUp.money.budget'),
  });
  const figures =
    rolled.targetValue === null
      ? ''
      : say('rollUp.line.figures', { target: rolled.target, actual: rolled.actual });
  const points = say(rolled.score === null ? 'rollUp.line.noScore' : 'rollUp.line.points', {
    score: rolled.score?.toFixed() ?? '',
    weight: rolled.weight.toFixed(),
  });
  const parts = [
    ...(sources.length > 1 ? [forms] : []),
    way,
    ...(figures === '' ? [] : [figures]),
    points,
    ...(isByPerson ? [say('rollUp.line.byPerson')] : []),
  ];
  return parts.join(say('rollUp.line.and'));
}

function Detail({ line, others, deeds, say }: MatchItemProps): JSX.Element {
  const styles = useStyles();
  const isLeftOut = line.rolled === null;
  return (
    <>
      <ul className={styles.sources}>
        {line.sources.map((source) => (
          <li key={source.row} className={styles.source}>
            <SourceWords source={source} goTo={deeds.goTo} say={say} />
            {line.sources.length > 1 && (
              <Button
                size="small"
                className={styles.split}
                aria-label={say('rollUp.splitOff', { form: source.formName })}
                onClick={() => {
                  deeds.split(source.row);
                }}
              >
                {say('rollUp.split')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className={styles.deeds}>
        <Button
          size="small"
          onClick={() => {
            if (isLeftOut) deeds.takeIn(line.id);
            else deeds.leaveOut(line.id);
          }}
        >
          {say(isLeftOut ? 'rollUp.takeIn' : 'rollUp.leaveOut')}
        </Button>
        {!isLeftOut && (
          <Select
            size="small"
            className={styles.join}
            aria-label={say('rollUp.joinWith', { name: line.name })}
            value=""
            onChange={(_, { value }) => {
              if (value !== '') deeds.join(line.id, value);
            }}
          >
            <option value="">{say('rollUp.join')}</option>
            {others
              .filter(({ id }) => id !== line.id)
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </Select>
        )}
      </div>
    </>
  );
}

function SourceWords({
  source,
  goTo,
  say,
}: {
  readonly source: LineSource;
  readonly goTo: MatchDeeds['goTo'];
  readonly say: Say;
}): JSX.Element {
  const styles = useStyles();
  const { sheet, cell, target, actual } = source;
  const blank = say('rollUp.blank');
  return (
    <span className={styles.words}>
      {cell === null ? (
        <Text>{sheet}</Text>
      ) : (
        <Link
          className={styles.place}
          onClick={() => {
            goTo(sheet, cell);
          }}
        >
          {say('rollUp.place', { sheet, cell })}
        </Link>
      )}
      <Caption block className={styles.small}>
        {say('rollUp.line.texts', { target: shorten(target) || blank, actual: shorten(actual) || blank })}
      </Caption>
    </span>
  );
}

/** Longer texts are read on the sheet. */
const LONGEST = 60;

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
