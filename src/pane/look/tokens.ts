/** Fluent's design tokens without their table: each is a CSS variable of the same name, and the style sheet of the page gives all of them their values. */
import type { Theme } from '@fluentui/react-components';

export type Tokens = Readonly<Record<keyof Theme, string>>;

const NONE: Partial<Tokens> = {};

/** `tokens.colorNeutralForeground1` is "var(--colorNeutralForeground1)". */
export const tokens = new Proxy(NONE, { get: (_, name) => `var(--${String(name)})` }) as Tokens;
