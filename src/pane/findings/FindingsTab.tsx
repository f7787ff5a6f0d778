/** The tab "问题": what was found on the sheet that the person looks at, then, folded, on the others. */
import { memo, Suspense, useMemo, useState, type JSX } from 'react';
import type { IgnoredFinding } from '../../app/choices/ignoredFindings';
import type { SheetResult } from '../../app/formResult';
import type { LockedOnSheet } from '../../app/sessionState';
import type { Say } from '../../locales/sentences';
import { Disclosure } from '../Disclosure';
import { ScoreCard } from '../score/ScoreCard';
import { FilterBar } from './FilterBar';
import type { FindingDeeds } from './findingDeeds';
import {
  countSeverities,
  filterSheets,
  idsOf,
  listSheets,
  SEVERITIES,
  type FindingFilter,
  type ListedForm,
} from './listFindings';
import { SheetCounts } from './SheetCounts';
import { SheetSection } from './SheetSection';
import { useFindingKeys } from './useFindingKeys';
import { LockedCells } from '../parts';
import { MessageBar } from '../look/MessageBar';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  tab: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

const NO_FORMS: readonly ListedForm[] = [];
const EVERYTHING: FindingFilter = { severities: new Set(SEVERITIES), search: '' };

export interface FindingsTabProps {
  readonly sheets: readonly SheetResult[];
  readonly activeSheet: string | null;
  readonly lapsed: readonly IgnoredFinding[];
  /** Cells that the last command could not write. */
  readonly locked: readonly LockedOnSheet[];
  readonly isRunning: boolean;
  readonly deeds: FindingDeeds;
  readonly say: Say;
}

export const FindingsTab = memo(function FindingsTab({
  sheets,
  activeSheet,
  lapsed,
  locked,
  isRunning,
  deeds,
  say,
}: FindingsTabProps): JSX.Element {
  const [filter, setFilter] = useState(EVERYTHING);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const styles = useStyles();

  const here = sheets.find(({ sheet }) => sheet === activeSheet);
  /** The form of the sheet when there is just one: its score stands above everything. */
  const only = here?.forms.length === 1 ? here.forms[0] : undefined;
  const others = sheets.filter((result) => result !== here && result.forms.length > 0);
  const listed = useMemo(
    () =>
      listSheets(
        sheets.filter(({ sheet }) => sheet === activeSheet || opened.has(sheet)),
        lapsed,
        say,
      ),
    [sheets, activeSheet, opened, lapsed, say],
  );
  const wanted = useMemo(() => filterSheets(listed, filter), [listed, filter]);
  const formsOf = ({ sheet }: SheetResult): readonly ListedForm[] => wanted.get(sheet) ?? NO_FORMS;
  const ids = [...(here ? [here] : []), ...others].flatMap((result) => idsOf(formsOf(result)));
  const { list, handlers, ...keys } = useFindingKeys(ids);
  const shared = { ...keys, isRunning, deeds, say };
  const counts = useMemo(
    () => countSeverities([...listed.values()].flat().map(({ form }) => form)),
    [listed],
  );
  const remember = (sheet: string, isOpen: boolean): void => {
    const next = new Set(opened);
    if (isOpen) next.add(sheet);
    else next.delete(sheet);
    setOpened(next);
  };

  return (
    <div className={styles.tab}>
      {locked.length > 0 && (
        <Suspense fallback={null}>
          <LockedCells locked={locked} goTo={deeds.goTo} say={say} />
        </Suspense>
      )}
      {lapsed.length > 0 && (
        <MessageBar intent="info">{say('findings.lapsed.some', { count: String(lapsed.length) })}</MessageBar>
      )}
      {only && <ScoreCard form={only} tellsRules={false} say={say} />}
      {counts.error + counts.warning + counts.info > 0 && (
        <FilterBar counts={counts} filter={filter} setFilter={setFilter} say={say} />
      )}
      <div className={styles.tab} ref={list} {...handlers}>
        {here && (
          <SheetSection result={here} forms={formsOf(here)} isTitled={only === undefined} {...shared} />
        )}
        {others.map((result) => (
          <Disclosure
            key={result.sheet}
            label={result.sheet}
            aside={<SheetCounts counts={countSeverities(result.forms)} say={say} />}
            isOpenAtFirst={opened.has(result.sheet)}
            onToggle={(isOpen) => {
              remember(result.sheet, isOpen);
            }}
          >
            <SheetSection result={result} forms={formsOf(result)} isTitled {...shared} />
          </Disclosure>
        ))}
      </div>
    </div>
  );
});
