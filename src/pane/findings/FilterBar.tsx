/** Which findings are shown: by severity, each with its count, and by words. */
import type { JSX } from 'react';
import type { Severity } from '../../engine/finding';
import type { Say } from '../../locales/sentences';
import { SEVERITIES, type FindingFilter, type SeverityCounts } from './listFindings';
import { SeverityMark } from './SeverityMark';
import { Button } from '../look/Button';
import { makeStyles } from '../look/makeStyles';
import { SearchField } from '../look/SearchField';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  bar: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  toggles: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  toggle: { minWidth: 0, fontVariantNumeric: 'tabular-nums' },
});

export interface FilterBarProps {
  readonly counts: SeverityCounts;
  readonly filter: FindingFilter;
  readonly setFilter: (filter: FindingFilter) => void;
  readonly say: Say;
}

export function FilterBar({ counts, filter, setFilter, say }: FilterBarProps): JSX.Element {
  const styles = useStyles();
  const { severities, search } = filter;
  const toggle = (severity: Severity): void => {
    const next = new Set(severities);
    if (!next.delete(severity)) next.add(severity);
    setFilter({ severities: next, search });
  };
  return (
    <div className={styles.bar} role="search" aria-label={say('findings.filter')}>
      <div className={styles.toggles}>
        {SEVERITIES.map((severity) => (
          <Button
            key={severity}
            className={styles.toggle}
            size="small"
            isPressed={severities.has(severity)}
            icon={<SeverityMark severity={severity} />}
            onClick={() => {
              toggle(severity);
            }}
          >
            {say('findings.count', {
              severity: say(`pane.severity.${severity}`),
              count: String(counts[severity]),
            })}
          </Button>
        ))}
      </div>
      <SearchField
        label={say('findings.search')}
        clearLabel={say('findings.search.clear')}
        value={search}
        onChange={(words) => {
          setFilter({ severities, search: words });
        }}
      />
    </div>
  );
}
