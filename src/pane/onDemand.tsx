/** Parts of the pane that are fetched when they are first shown, or before, while nothing else happens. */
import { use, type ComponentType, type JSX } from 'react';
import type { Say } from '../locales/sentences';

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
  let underWay: Promise<ComponentType<Props>> | null = null;

  function fetchIt(say: Say): Promise<ComponentType<Props>> {
    underWay ??= Promise.all([load(), say.fetchRest()]).then(([part]) => {
      fetched = part;
      return part;
    });
    return underWay;
  }

  function Part(props: Props): JSX.Element {
    // What is there is drawn in the same breath: no place holder is seen, and no focus is lost.
    const Fetched = fetched ?? use(fetchIt(props.say));
    return <Fetched {...props} />;
  }

  return Object.assign(Part, {
    async fetchAhead(say: Say): Promise<void> {
      try {
        await fetchIt(say);
      } catch {
        underWay = null;
      }
    },
  });
}
