/**
 * What one person prefers in every workbook, kept in the browser store of this computer. What stands there is read without trust; without a store
 * the preferences last as long as the pane.
 */
import { readDefaults, SETTING, type Defaults } from '../app/choices/choices';
import { writeOptions } from '../app/choices/options';
import { writeRulesChoice } from '../app/choices/rulesChoice';

export interface Preferences extends Defaults {
  /** Whether the first recalculation of a workbook shows what it would write before it writes. */
  readonly previews: boolean;
  /** Whether the person has read the welcome. */
  readonly isWelcomed: boolean;
}

/** The part of the browser's store that is used. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface PreferenceKeeper {
  readonly current: () => Preferences;
  readonly change: (part: Partial<Preferences>) => void;
  /** Told after every change; returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
}

const SWITCHES = { previews: 'previews', isWelcomed: 'welcomed' } as const;

/**
 * @param store null where there is none
 * @param partition goes before every key: Office tells it where pages share a store
 */
export function keepPreferences(store: Store | null, partition: string): PreferenceKeeper {
  const keyOf = (name: string): string => `${partition}ziping.${name}`;
  let preferences = readPreferences((name) => attempt(() => store?.getItem(keyOf(name)) ?? null) ?? null);
  const listeners = new Set<() => void>();

  function keep(): void {
    for (const [name, text] of Object.entries(writePreferences(preferences))) {
      attempt(() => {
        if (text === null) store?.removeItem(keyOf(name));
        else store?.setItem(keyOf(name), text);
      });
    }
  }

  return {
    current: () => preferences,
    change(part) {
      preferences = { ...preferences, ...part };
      keep();
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function readPreferences(read: (name: string) => string | null): Preferences {
  const kept = [SETTING.rules, SETTING.options].flatMap((name): [string, string][] => {
    const text = read(name);
    return text === null ? [] : [[name, text]];
  });
  return {
    ...readDefaults(Object.fromEntries(kept)),
    previews: read(SWITCHES.previews) === 'yes',
    isWelcomed: read(SWITCHES.isWelcomed) === 'yes',
  };
}

/** The texts to be kept by name; null where nothing is. */
function writePreferences({
  rules,
  options,
  previews,
  isWelcomed,
}: Preferences): Readonly<Record<string, string | null>> {
  return {
    [SETTING.rules]: writeRulesChoice(rules),
    [SETTING.options]: writeOptions(options),
    [SWITCHES.previews]: previews ? 'yes' : null,
    [SWITCHES.isWelcomed]: isWelcomed ? 'yes' : null,
  };
}

/** A store may be full or forbidden: that is no reason to fail. */
function attempt<Value>(use: () => Value): Value | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}

/** The browser's store; null where it is forbidden. */
export function openStore(): Store | null {
  return attempt(() => window.localStorage) ?? null;
}
