/** A row of tabs that looks and acts as Fluent's does, without the engine of focus that comes with that one and weighs more than our own pane. */
import { useRef, useState, type JSX, type KeyboardEvent } from 'react';
import { makeStyles, mergeClasses } from './look/makeStyles';
import { tokens } from './look/tokens';

const useStyles = makeStyles({
  tabs: { display: 'flex', flexWrap: 'wrap', marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  tab: {
    position: 'relative',
    display: 'grid',
    flexShrink: 0,
    justifyContent: 'center',
    alignItems: 'center',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalMNudge}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorTransparentBackground,
    color: tokens.colorNeutralForeground2,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground2Hover },
    ':active': { color: tokens.colorNeutralForeground2Pressed },
    ':hover::after': { backgroundColor: tokens.colorNeutralStroke1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px', zIndex: 1 },
    '::after': {
      content: '""',
      position: 'absolute',
      bottom: 0,
      left: tokens.spacingHorizontalM,
      right: tokens.spacingHorizontalM,
      height: tokens.strokeWidthThicker,
      borderRadius: tokens.borderRadiusCircular,
    },
  },
  selected: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { color: tokens.colorNeutralForeground1Hover },
    ':active': { color: tokens.colorNeutralForeground1Pressed },
    ':hover::after': { backgroundColor: tokens.colorCompoundBrandStrokeHover },
    '::after': {
      backgroundColor: tokens.colorCompoundBrandStroke,
      // Contrast themes take backgrounds away.
      '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
    },
  },
  label: { gridArea: '1 / 1', padding: `0 ${tokens.spacingHorizontalXXS}` },
  // Keeps the room of the selected, wider label, so that no tab moves when another is chosen.
  room: { visibility: 'hidden', fontWeight: tokens.fontWeightSemibold },
});

const STEPS: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowRight: (index, count) => (index + 1) % count,
  ArrowLeft: (index, count) => (index + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

export interface TabsProps<Name extends string> {
  readonly names: readonly Name[];
  readonly selected: Name;
  readonly select: (name: Name) => void;
  /** Tabs and panel are tied by ids: `<id><name>` and `<id>panel`. */
  readonly id: string;
  readonly labelOf: (name: Name) => string;
}

export function Tabs<Name extends string>({
  names,
  selected,
  select,
  id,
  labelOf,
}: TabsProps<Name>): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  /** The tab that has the focus: arrows lead from there, and the Tab key out of the row. */
  const [focused, setFocused] = useState<Name | null>(null);
  const styles = useStyles();
  const move = (event: KeyboardEvent): void => {
    const tabs = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = tabs.findIndex((tab) => tab === document.activeElement);
    const step = STEPS[event.key];
    if (!step || at < 0) return;
    event.preventDefault();
    tabs[step(at, tabs.length)]?.focus();
  };
  return (
    <div role="tablist" ref={list} className={styles.tabs} onKeyDown={move}>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`${id}${name}`}
          className={mergeClasses(styles.tab, name === selected && styles.selected)}
          aria-selected={name === selected}
          aria-controls={name === selected ? `${id}panel` : undefined}
          tabIndex={name === (focused ?? selected) ? 0 : -1}
          onFocus={() => {
            setFocused(name);
          }}
          onBlur={() => {
            setFocused(null);
          }}
          onClick={() => {
            select(name);
          }}
        >
          <span className={styles.label}>{labelOf(name)}</span>
          {name !== selected && (
            <span className={mergeClasses(styles.label, styles.room)} aria-hidden="true">
              {labelOf(name)}
            </span>
          )}
        </button>
      ))}
    </div>
  );
}
