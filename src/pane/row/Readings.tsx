/** Target and actual of a row: as they stand on the sheet, and as they were read. */
import type { JSX } from 'react';
import type { ExplainedCell, RowExplanation } from '../../app/explainRow';
import { readInWords, type ReadValue } from '../../app/readInWords';
import type { Say } from '../../locales/sentences';
import { Caption, Text } from '../look/Text';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(4.5em, max-content) 1fr',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    margin: 0,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-line',
    fontVariantNumeric: 'tabular-nums',
  },
  read: { color: tokens.colorNeutralForeground2 },
});

export interface ReadingsProps {
  readonly row: RowExplanation;
  readonly say: Say;
}

export function Readings({ row, say }: ReadingsProps): JSX.Element | null {
  const styles = useStyles();
  const { target, actual } = row;
  if (!target || !actual) return null;
  const sides = [
    { side: 'target', cell: target, name: say('row.target') },
    { side: 'actual', cell: actual, name: say('row.actual') },
  ] as const;
  return (
    <dl className={styles.list}>
      {sides.map(({ side, cell, name }) => (
        <Reading key={side} name={name} cell={cell} read={readInWords(row, side)} say={say} />
      ))}
    </dl>
  );
}

interface ReadingProps {
  readonly name: string;
  readonly cell: ExplainedCell;
  readonly read: ReadValue | null;
  readonly say: Say;
}

function Reading({ name, cell, read, say }: ReadingProps): JSX.Element {
  const styles = useStyles();
  const text = cell.entry.text.trim();
  return (
    <>
      <dt className={styles.term}>{name}</dt>
      <dd className={styles.value}>
        <Text>{text === '' ? say('row.blank') : text}</Text>
        {read && text !== '' && <Caption className={styles.read}>{sayRead(read, say)}</Caption>}
      </dd>
    </>
  );
}

function sayRead(read: ReadValue, say: Say): string {
  switch (read.kind) {
    case 'number':
      return say('row.readAs', { value: read.sign === null ? read.text : `${read.sign} ${read.text}` });
    case 'range':
      return say('row.read.range', { low: read.low, high: read.high });
    case 'date':
      return say('row.read.date', { date: read.text });
    case 'text':
      return say('row.read.text');
    case 'blank':
      return say('row.read.blank');
  }
}
