/** Surrounds a part that uses controls of Fluent with what these ask for. It is fetched with the first of them. */
import { FluentProvider } from '@fluentui/react-components';
import type { ComponentType, JSX } from 'react';
import { makeStyles } from './makeStyles';

const useStyles = makeStyles({
  // The part stands where it would stand without it.
  provider: { display: 'contents' },
});

/** The style sheet of the page gives the tokens their values. */
const NO_THEME = {};

export function withFluent<Props extends object>(Part: ComponentType<Props>): ComponentType<Props> {
  return function PartWithFluent(props: Props): JSX.Element {
    const styles = useStyles();
    return (
      <FluentProvider theme={NO_THEME} className={styles.provider}>
        <Part {...props} />
      </FluentProvider>
    );
  };
}
