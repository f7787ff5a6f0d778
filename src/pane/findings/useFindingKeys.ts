/**
 * The keyboard in the list of findings: it is one stop for the Tab key, arrows move within it, and whoever was in it stays in it when the finding
 * at hand is gone.
 */
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
} from 'react';

export interface FindingKeys {
  readonly list: RefObject<HTMLDivElement | null>;
  /** The finding that the person is at; null when at none, or when it is gone. */
  readonly active: string | null;
  readonly tabStop: string | null;
  readonly setActive: (id: string) => void;
  /** For the element of `list`. */
  readonly handlers: {
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onFocus: () => void;
    readonly onBlur: (event: FocusEvent) => void;
  };
}

const STEPS: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowDown: (index, count) => Math.min(index + 1, count - 1),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** @param ids of the findings that are shown, in their order */
export function useFindingKeys(ids: readonly string[]): FindingKeys {
  const list = useRef<HTMLDivElement>(null);
  /** True while the focus is in the list, and when it fell to the page from there. */
  const isInside = useRef(false);
  const [chosen, setChosen] = useState<string | null>(null);
  /** Where the chosen finding stood when it was last there. */
  const lastIndex = useRef(0);
  const index = chosen === null ? -1 : ids.indexOf(chosen);
  const successor = ids[Math.min(lastIndex.current, ids.length - 1)] ?? null;
  const at = index < 0 ? successor : chosen;

  useLayoutEffect(() => {
    if (index >= 0) lastIndex.current = index;
    // The focus falls to the page when what had it is taken away or moved; only then it is put back.
    if (chosen === null || at === null || !isInside.current || document.activeElement !== document.body)
      return;
    setChosen(at);
    buttonsIn(list.current)
      .find(({ dataset }) => dataset['finding'] === at)
      ?.focus();
  });

  useEffect(() => {
    const leave = (): void => {
      isInside.current = false;
    };
    window.addEventListener('blur', leave);
    return () => {
      window.removeEventListener('blur', leave);
    };
  }, []);

  const onFocus = useCallback((): void => {
    isInside.current = true;
  }, []);
  const onBlur = useCallback(({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget !== null) isInside.current = false;
  }, []);
  const onKeyDown = useCallback((event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    const buttons = buttonsIn(list.current);
    const at = buttons.findIndex((button) => button === document.activeElement);
    if (!step || at < 0) return;
    event.preventDefault();
    buttons[step(at, buttons.length)]?.focus();
  }, []);

  return {
    list,
    active: index < 0 ? null : chosen,
    tabStop: at,
    setActive: setChosen,
    handlers: { onKeyDown, onFocus, onBlur },
  };
}

function buttonsIn(list: HTMLElement | null): readonly HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('button[data-finding]') ?? [])];
}
