/** Columns of a form whose header is not known, and those that a person has named, folded: what is in the fold is fetched when it is opened. */
import { memo, Suspense, type JSX } from 'react';
import type { SheetResult } from '../../app/formResult';
import type { HeaderNames } from '../../form/headerNames';
import type { IndicatorRole } from '../../form/words';
import type { Say } from '../../locales/sentences';
import { Disclosure } from '../Disclosure';
import { Loading } from '../Loading';
import { ColumnNames } from '../parts';

export interface UnknownHeadersProps {
  readonly result: SheetResult;
  readonly names: HeaderNames;
  readonly isRunning: boolean;
  readonly goTo: (sheet: string, cell: string) => void;
  readonly nameHeader: (header: string, role: IndicatorRole | null) => void;
  readonly say: Say;
}

export const UnknownHeaders = memo(function UnknownHeaders({
  result: { sheet, forms },
  names,
  say,
  ...shared
}: UnknownHeadersProps): JSX.Element | null {
  const unknown = forms.flatMap(({ scored }) => scored?.facts.unknownHeaders ?? []);
  if (unknown.length === 0 && names.size === 0) return null;
  return (
    <Disclosure label={say('diagnosis.columns', { count: String(unknown.length) })}>
      <Suspense fallback={<Loading say={say} />}>
        <ColumnNames sheet={sheet} unknown={unknown} names={names} say={say} {...shared} />
      </Suspense>
    </Disclosure>
  );
});
