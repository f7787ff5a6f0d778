/** The three bands in which a judged row is scored; a press suggests the band's score. */
import type { JSX } from 'react';
import { bandOf, type RowExplanation } from '../../app/explainRow';
import { Decimal } from '../../engine/decimal';
import type { Say, SentenceKey } from '../../locales/sentences';
import { Button } from '../look/Button';
import { Caption } from '../look/Text';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

/** From the best down. */
const NAMES: readonly SentenceKey[] = ['row.judge.band.0', 'row.judge.band.1', 'row.judge.band.2'];

const useStyles = makeStyles({
  bands: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(88px, 1fr))',
    gap: tokens.spacingHorizontalXS,
  },
  band: { minWidth: 0, padding: tokens.spacingHorizontalXS },
  content: { display: 'flex', flexDirection: 'column', fontVariantNumeric: 'tabular-nums' },
});

export interface BandButtonsProps {
  readonly bands: NonNullable<RowExplanation['bands']>;
  /** The score chosen so far; null when it is none. */
  readonly score: string | null;
  readonly choose: (score: string) => void;
  readonly say: Say;
}

export function BandButtons({ bands, score, choose, say }: BandButtonsProps): JSX.Element {
  const styles = useStyles();
  const current = score === null ? null : bandOf(bands, new Decimal(score.trim()));
  return (
    <div className={styles.bands} role="group" aria-label={say('row.judge.bands')}>
      {bands.map((band, index) => (
        <Button
          key={index}
          className={styles.band}
          size="small"
          isPressed={band === current}
          onClick={() => {
            choose(band.suggested.toString());
          }}
        >
          <span className={styles.content}>
            {say(NAMES[index] ?? 'row.judge.band.2')}
            <Caption>
              {say('row.judge.range', { low: band.low.toString(), high: band.high.toString() })}
            </Caption>
            <Caption>
              {say('row.judge.share', { low: asPercent(band.lowShare), high: asPercent(band.highShare) })}
            </Caption>
          </span>
        </Button>
      ))}
    </div>
  );
}

function asPercent(share: Decimal): string {
  return share.times(100).toString();
}
