/** Which findings are shown: by severity, each with its count, and by words. */
import { makeStyles, SearchBox, ToggleButton, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { Severity } from '../../engine/finding';
import type { Say } from '../../locales/sentences';
import { SEVERITIES, type FindingFilter, type SeverityCounts } from './listFindings';
import { SeverityMark } from './SeverityMark';

const useStyles = makeStyles({
  bar: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  toggles: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  toggle: { minWidth: 0, fontVariantNumeric: 'tabular-nums' },
  search: { width: '100%', maxWidth: '100%' },
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
          <ToggleButton
            key={severity}
            className={styles.toggle}
            size="small"
            checked={severities.has(severity)}
            icon={<SeverityMark severity={severity} />}
            onClick={() => {
              toggle(severity);
            }}
          >
            {say('findings.count', {
              severity: say(`pane.severity.${severity}`),
              count: String(counts[severity]),
            })}
          </ToggleButton>
        ))}
      </div>
      <SearchBox
        className={styles.search}
        size="small"
        value={search}
        placeholder={say('findings.search')}
        aria-label={say('findings.search')}
        // Beside an empty field it would not be seen, but stick out.
        dismiss={search === '' ? null : { 'aria-label': say('findings.search.clear') }}
        onChange={(_, { value }) => {
          setFilter({ severities, search: value });
        }}
      />
    </div>
  );
}
