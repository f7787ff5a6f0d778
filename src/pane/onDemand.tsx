/** Parts of the pane that are fetched when they are first shown, or before, while nothing else happens. */
import { use, useReducer, type ComponentType, type JSX } from 'react';
import type { Say } from '../locales/sentences';
import { Button } from './look/Button';
import { MessageBar } from './look/MessageBar';

/** A part that stands for itself while its code and its sentences are fetched: below a `Suspense` it is drawn like any other. */
export interface OnDemand<Props> {
  (props: Props): JSX.Element;
  /** Fetches the code ahead, so that the part is there at once; never rejects, as it is tried again when the part is shown. */
  readonly fetchAhead: (say: Say) => Promise<void>;
}

export function onDemand<Props extends { readonly say: Say }>(
  load: () => Promise<ComponentType<Props>>,
): OnDemand<Props> {
  let fetched: ComponentType<Props> | null = null;
  let underWay: Promise<ComponentType<Props> | null> | null = null;

  /** Null when it cannot be fetched: the server is out of reach. */
  async function fetchIt(say: Say): Promise<ComponentType<Props> | null> {
    try {
      [fetched] = await Promise.all([load(), say.fetchRest()]);
    } catch {
      return null;
    }
    return fetched;
  }

  function Part(props: Props): JSX.Element {
    const [, drawAgain] = useReducer((tries: number) => tries + 1, 0);
    // What is there is drawn in the same breath: no place holder is seen, and no focus is lost.
    const Fetched = fetched ?? use((underWay ??= fetchIt(props.say)));
    if (Fetched !== null) return <Fetched {...props} />;
    const retry = (): void => {
      underWay = null;
      drawAgain();
    };
    return <NotFetched retry={retry} say={props.say} />;
  }

  return Object.assign(Part, {
    async fetchAhead(say: Say): Promise<void> {
      underWay ??= fetchIt(say);
      if ((await underWay) === null) underWay = null;
    },
  });
}

interface NotFetchedProps {
  readonly retry: () => void;
  readonly say: Say;
}

/** Stands in the place of the part; all else in the pane goes on. */
function NotFetched({ retry, say }: NotFetchedProps): JSX.Element {
  const again = (
    <Button size="small" onClick={retry}>
      {say('pane.fetchAgain')}
    </Button>
  );
  return (
    <MessageBar intent="warning" actions={again}>
      {say('pane.notFetched')}
    </MessageBar>
  );
}
