/**
 * Styles beside the parts that wear them, as Fluent's `makeStyles` has them, in a fraction of its weight: a class a slot, put into the page when the
 * first part is drawn. What is defined later goes before what is defined earlier, so that the styles of a part go before those of the controls
 * that it imports.
 */
import type { CSSProperties } from 'react';

/** Declarations, and within them those for a state (":hover", "::after"), for a child ("> …") or for a medium ("@media …", "@container …"). */
export interface Style extends Omit<CSSProperties, 'animationName'> {
  readonly animationName?: 'none' | Keyframes;
  readonly [nested: `:${string}` | `>${string}` | `@${string}`]: Style;
}

/** How it begins and how it ends. */
interface Keyframes {
  readonly from: CSSProperties;
  readonly to: CSSProperties;
}

/** Rules that are not in the page yet. */
let waiting: string[] = [];
let sheet: CSSStyleSheet | null = null;
let count = 0;

/** The classes of the slots, to be asked for by the part while it is drawn. */
export function makeStyles<Slot extends string>(
  slots: Readonly<Record<Slot, Style>>,
): () => Readonly<Record<Slot, string>> {
  const classes = Object.fromEntries(
    Object.entries<Style>(slots).map(([slot, style]) => {
      const name = nextName();
      // Fluent's own controls wear a class for each declaration: twice the same class goes before any of them.
      writeRules(`.${name}.${name}`, style);
      return [slot, name];
    }),
  ) as Record<Slot, string>;
  return () => {
    if (waiting.length > 0) putIntoPage();
    return classes;
  };
}

/** The classes that are given, as one text. */
export function mergeClasses(...classes: readonly (string | false | null | undefined)[]): string {
  return classes.filter(Boolean).join(' ');
}

function nextName(): string {
  count += 1;
  return `z${count.toString(36)}`;
}

function writeRules(selector: string, style: Style, around: readonly string[] = []): void {
  let declarations = '';
  const nested: (readonly [string, Style])[] = [];
  for (const [name, value] of Object.entries({ ...style })) {
    if (/^[:>@]/.test(name)) nested.push([name, value as Style]);
    else
      declarations += declare(
        name,
        name === 'animationName' ? nameOf(value as Style['animationName']) : value,
      );
  }
  if (declarations !== '')
    waiting.push(`${around.join('')}${selector}{${declarations}}${'}'.repeat(around.length)}`);
  for (const [name, inner] of nested) {
    // A medium goes before what holds everywhere, whichever is defined first.
    if (name.startsWith('@')) writeRules(selector.replace(/^\.\w+/, '$&$&'), inner, [...around, `${name}{`]);
    else writeRules(`${selector}${name.startsWith('>') ? ' ' : ''}${name}`, inner, around);
  }
}

/** "backgroundColor", "red" to "background-color:red;", "WebkitMask" to "-webkit-mask". */
function declare(name: string, value: unknown): string {
  return `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${String(value)};`;
}

function nameOf(animation: Style['animationName'] = 'none'): string {
  if (animation === 'none') return animation;
  const name = nextName();
  const write = (frame: CSSProperties): string =>
    Object.entries(frame)
      .map(([key, value]) => declare(key, value))
      .join('');
  waiting.push(`@keyframes ${name}{from{${write(animation.from)}}to{${write(animation.to)}}}`);
  return name;
}

function putIntoPage(): void {
  // The policy of the page allows an empty style that is filled rule by rule.
  sheet ??= document.head.appendChild(document.createElement('style')).sheet;
  for (const rule of waiting) {
    try {
      sheet?.insertRule(rule, sheet.cssRules.length);
    } catch {
      // A browser that does not know a selector goes without the rule.
    }
  }
  waiting = [];
}
