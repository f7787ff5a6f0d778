/** What was found on one sheet: whether it is protected, then its forms one below the other. */
import { memo, type JSX } from 'react';
import type { SheetResult } from '../../app/formResult';
import { FormSection, type ListProps } from './FormSection';
import type { ListedForm } from './listFindings';
import { MessageBar } from '../look/MessageBar';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  sheet: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

export interface SheetSectionProps extends ListProps {
  readonly result: SheetResult;
  readonly forms: readonly ListedForm[];
  /** Whether title and score of each form are told here. */
  readonly isTitled: boolean;
}

export const SheetSection = memo(function SheetSection({
  result: { sheet, isProtected },
  forms,
  isTitled,
  ...shared
}: SheetSectionProps): JSX.Element {
  const styles = useStyles();
  return (
    <div className={styles.sheet}>
      {isProtected && <MessageBar intent="warning">{shared.say('pane.protected', { sheet })}</MessageBar>}
      {forms.map((form) => (
        <FormSection key={form.form.facts.range} sheet={sheet} isTitled={isTitled} {...form} {...shared} />
      ))}
    </div>
  );
});
