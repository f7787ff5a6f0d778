/** @jest-environment jsdom */
import { tokens as fluentTokens, webLightTheme } from '@fluentui/react-components';
import { makeStyles, mergeClasses } from '../../../src/pane/look/makeStyles';
import { tokens } from '../../../src/pane/look/tokens';

/** An element with these classes in the page. */
function wear(...classes: readonly string[]): CSSStyleDeclaration {
  const element = document.body.appendChild(document.createElement('p'));
  element.className = mergeClasses(...classes);
  return getComputedStyle(element);
}

const rules = (): readonly string[] =>
  [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText));

test('nothing is put into the page before a part is drawn', () => {
  const before = rules().length;
  const useStyles = makeStyles({ part: { color: 'red' } });
  expect(rules().length).toBe(before);
  const { part } = useStyles();
  expect(rules().length).toBe(before + 1);
  useStyles();
  expect(rules().length).toBe(before + 1);
  expect(wear(part).color).toBe('rgb(255, 0, 0)');
});

test('what is defined later goes before what is defined earlier, in whatever order it is worn and drawn', () => {
  const useControl = makeStyles({ control: { color: 'red', margin: '1px' } });
  const usePart = makeStyles({ part: { color: 'blue' } });
  const { part } = usePart();
  const { control } = useControl();
  for (const classes of [
    [part, control],
    [control, part],
  ]) {
    const { color, marginTop } = wear(...classes);
    expect([color, marginTop]).toEqual(['rgb(0, 0, 255)', '1px']);
  }
});

test('states, children and media are rules of their own; all go before a single class of Fluent’s, and a medium before what holds everywhere', () => {
  const before = rules().length;
  const { part } = makeStyles({
    part: {
      color: 'red',
      ':hover': { color: 'blue', '@media (min-width: 1px)': { color: 'green' } },
      '> *:not(:empty)': { marginBottom: '2px' },
      '::after': { content: '""' },
    },
  })();
  expect(
    rules()
      .slice(before)
      .map((rule) => rule.replace(/\s+/g, ' ').replaceAll(part, 'a')),
  ).toEqual([
    '.a.a {color: red;}',
    '.a.a:hover {color: blue;}',
    '@media (min-width: 1px) {.a.a.a:hover {color: green;}}',
    '.a.a > *:not(:empty) {margin-bottom: 2px;}',
    '.a.a::after {content: "";}',
  ]);
});

test('an animation gets a name of its own', () => {
  const before = rules().length;
  makeStyles({
    part: { animationName: { from: { opacity: 0 }, to: { opacity: 1 } } },
    still: { animationName: 'none' },
  })();
  const [keyframes = '', moving = '', still = ''] = rules().slice(before);
  const [, name] = /@keyframes (\w+)/.exec(keyframes) ?? [];
  expect(name).toBeDefined();
  expect(moving).toContain(`animation-name: ${name ?? ''};`);
  expect(still).toContain('animation-name: none;');
});

test('a rule that the browser does not know leaves the others as they are', () => {
  const { part } = makeStyles({ part: { '::-unknown:(': { color: 'red' }, ':not(a)': { color: 'blue' } } })();
  expect(wear(part).color).toBe('rgb(0, 0, 255)');
});

test('only the classes that are given are worn', () => {
  expect(mergeClasses('a', false, undefined, null, '', 'b')).toBe('a b');
});

test('every token is the variable that Fluent’s own components ask for', () => {
  const names = Object.keys(webLightTheme) as (keyof typeof webLightTheme)[];
  expect(names.length).toBeGreaterThan(400);
  expect(names.map((name) => tokens[name])).toEqual(names.map((name) => fluentTokens[name]));
});
