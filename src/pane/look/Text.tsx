/** Text in the sizes of Fluent's type ramp. */
import type { ComponentProps, JSX } from 'react';
import { makeStyles, mergeClasses } from './makeStyles';
import { tokens } from './tokens';

const useStyles = makeStyles({
  body: {
    display: 'inline',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightRegular,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'start',
    whiteSpace: 'normal',
  },
  caption: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  subtitle: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  title: { fontSize: tokens.fontSizeHero800, lineHeight: tokens.lineHeightHero800 },
  strong: { fontWeight: tokens.fontWeightSemibold },
  block: { display: 'block' },
});

export interface TextProps extends Omit<ComponentProps<'span'>, 'ref'> {
  readonly as?: 'span' | 'p' | 'h1' | 'h2' | 'h3';
  readonly weight?: 'regular' | 'semibold';
  /** On a line of its own. */
  readonly block?: boolean;
}

interface SizedProps extends TextProps {
  readonly size: 'body' | 'caption' | 'subtitle' | 'title';
}

function Sized({
  as: Element = 'span',
  size,
  weight = 'regular',
  block = false,
  className,
  ...rest
}: SizedProps): JSX.Element {
  const styles = useStyles();
  const look = mergeClasses(
    styles.body,
    size !== 'body' && styles[size],
    weight === 'semibold' && styles.strong,
    block && styles.block,
    className,
  );
  return <Element {...rest} className={look} />;
}

export function Text(props: TextProps): JSX.Element {
  return <Sized size="body" {...props} />;
}

export function Caption(props: TextProps): JSX.Element {
  return <Sized size="caption" {...props} />;
}

export function Subtitle(props: TextProps): JSX.Element {
  return <Sized size="subtitle" weight="semibold" {...props} />;
}

export function Title(props: TextProps): JSX.Element {
  return <Sized size="title" weight="semibold" {...props} />;
}
