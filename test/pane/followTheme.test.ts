/** The pane is dark when Office is; where Office says nothing, when the system is. */
import { followTheme, type OfficeColours } from '../../src/pane/followTheme';

interface System {
  readonly query: MediaQueryList;
  readonly turn: (isDark: boolean) => void;
}

function system(isDark: boolean): System {
  const target = new EventTarget();
  const query = Object.assign(target, {
    matches: isDark,
    media: '',
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  });
  return {
    query,
    turn(next) {
      query.matches = next;
      target.dispatchEvent(new Event('change'));
    },
  };
}

test.each<[OfficeColours | undefined, boolean, boolean]>([
  [undefined, true, true],
  [undefined, false, false],
  [{}, true, true],
  [{ isDarkTheme: false }, true, false],
  [{ isDarkTheme: true }, false, true],
  [{ bodyBackgroundColor: '#262626' }, false, true],
  [{ bodyBackgroundColor: '#FFFFFF' }, true, false],
  [{ bodyBackgroundColor: 'window' }, true, true],
])('Office says %j, the system is dark: %s → dark: %s', (colours, isSystemDark, isDark) => {
  const theme = followTheme({ read: () => colours, follow: () => undefined }, system(isSystemDark).query);
  expect(theme.isDark()).toBe(isDark);
});

test('a change is followed, of Office and of the system', () => {
  let tell: (colours: OfficeColours | undefined) => void = () => undefined;
  const colours: { now: OfficeColours | undefined } = { now: undefined };
  const { query, turn } = system(false);
  const theme = followTheme({ read: () => colours.now, follow: (listener) => (tell = listener) }, query);
  const seen: boolean[] = [];
  theme.subscribe(() => seen.push(theme.isDark()));
  turn(true);
  tell({ isDarkTheme: false });
  colours.now = { isDarkTheme: true };
  tell(undefined);
  expect(seen).toEqual([true, false, true]);
});
