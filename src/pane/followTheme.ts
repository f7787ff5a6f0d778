/** Tells whether the pane is to be dark: as Office is where Office says so, else as the system is. */

export interface ThemeFollower {
  readonly isDark: () => boolean;
  /** Told after every change; returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** What Office says of its colours. Older versions tell colours only; a page in a browser is told nothing. */
export interface OfficeColours {
  readonly isDarkTheme?: boolean;
  readonly bodyBackgroundColor?: string;
}

export interface ThemeSource {
  readonly read: () => OfficeColours | undefined;
  /** To be told of a change, with the new colours where Office gives them. */
  readonly follow: (listener: (colours: OfficeColours | undefined) => void) => void;
}

export function followTheme(source: ThemeSource, systemDark: MediaQueryList): ThemeFollower {
  let colours = source.read();
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  source.follow((changed) => {
    colours = changed ?? source.read();
    tell();
  });
  systemDark.addEventListener('change', tell);
  return {
    isDark: () => readDark(colours) ?? systemDark.matches,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Null when the colours do not tell. */
function readDark({ isDarkTheme, bodyBackgroundColor }: OfficeColours = {}): boolean | null {
  if (isDarkTheme !== undefined) return isDarkTheme;
  const brightness = brightnessOf(bodyBackgroundColor ?? '');
  return brightness === null ? null : brightness < 0.5;
}

/** From 0 (black) to 1 (white), by the weights of Rec. 709; null for what is no "#RRGGBB". */
function brightnessOf(colour: string): number | null {
  const [, red, green, blue] = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour) ?? [];
  if (red === undefined || green === undefined || blue === undefined) return null;
  const part = (digits: string): number => parseInt(digits, 16) / 255;
  return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
}

/** The theme of Office itself, as far as this host tells it. */
export const officeTheme: ThemeSource = {
  // The type promises it; in a browser it is absent.
  read: () => Office.context.officeTheme,
  follow(listener) {
    try {
      Office.context.document.addHandlerAsync(
        Office.EventType.OfficeThemeChanged,
        ({ officeTheme: colours }: { readonly officeTheme?: OfficeColours }) => {
          listener(colours);
        },
      );
    } catch {
      // This Excel does not tell of changes.
    }
  },
};
