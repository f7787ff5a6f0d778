/** Reads of the add-in's manifest what Excel shows of it: its name, its pane and its ribbon tabs, in one language. */

export type ButtonAction = { readonly kind: 'function'; readonly name: string } | { readonly kind: 'pane' };

interface Shown {
  readonly id: string;
  readonly label: string;
  readonly tip: { readonly title: string; readonly text: string };
  /** Paths of the icon on the server of the page, by its width in pixels. */
  readonly icons: ReadonlyMap<number, string>;
}

/** A button, or an item of a menu. */
export interface RibbonButton extends Shown {
  readonly action: ButtonAction;
}

export interface RibbonMenu extends Shown {
  readonly items: readonly RibbonButton[];
}

export type RibbonControl = RibbonButton | RibbonMenu;

export interface RibbonGroup {
  readonly id: string;
  readonly label: string;
  readonly controls: readonly RibbonControl[];
}

export interface RibbonTab {
  readonly id: string;
  readonly label: string;
  readonly groups: readonly RibbonGroup[];
}

export interface Manifest {
  readonly displayName: string;
  /** Path of the pane's page on the server of the page. */
  readonly pane: string;
  readonly tabs: readonly RibbonTab[];
}

function descendants(parent: Element | Document, name: string): readonly Element[] {
  return [...parent.getElementsByTagNameNS('*', name)];
}

function child(parent: Element, name: string): Element | null {
  return [...parent.children].find((one) => one.localName === name) ?? null;
}

/** The manifest names the server of its add-in; the workbench serves the same paths itself. */
function pathOf(address: string): string {
  const url = new URL(address);
  return `${url.pathname}${url.search}`;
}

/** A value in a language: its override, else the default. */
function localised(element: Element | null, language: string): string {
  if (!element) return '';
  const override = [...element.children].find(
    (one) =>
      one.localName === 'Override' && one.getAttribute('Locale')?.toLowerCase() === language.toLowerCase(),
  );
  return override?.getAttribute('Value') ?? element.getAttribute('DefaultValue') ?? '';
}

/** Throws an error for a text that is no XML. */
export function parseManifest(xml: string, language: string): Manifest {
  const parsed = new DOMParser().parseFromString(xml, 'application/xml');
  if (parsed.querySelector('parsererror')) throw new Error('manifest.xml is not well-formed');
  const root = parsed.documentElement;
  const resources = new Map(
    ['Image', 'Url', 'String']
      .flatMap((name) => descendants(parsed, name))
      .map((one) => [one.getAttribute('id') ?? '', one]),
  );
  const resource = (parent: Element | null, name: string): string => {
    const id = parent && child(parent, name)?.getAttribute('resid');
    return localised(id ? (resources.get(id) ?? null) : null, language);
  };

  const readShown = (control: Element): Shown => {
    const icon = child(control, 'Icon');
    const tip = child(control, 'Supertip');
    const icons = (icon ? [...icon.children] : []).flatMap((image): readonly [number, string][] => {
      const address = localised(resources.get(image.getAttribute('resid') ?? '') ?? null, language);
      return address ? [[Number(image.getAttribute('size')), pathOf(address)]] : [];
    });
    return {
      id: control.getAttribute('id') ?? '',
      label: resource(control, 'Label'),
      tip: { title: resource(tip, 'Title'), text: resource(tip, 'Description') },
      icons: new Map(icons),
    };
  };
  const readButton = (control: Element): RibbonButton | null => {
    const action = child(control, 'Action');
    const name = action && child(action, 'FunctionName')?.textContent.trim();
    switch (action?.getAttribute('xsi:type')) {
      case 'ShowTaskpane':
        return { ...readShown(control), action: { kind: 'pane' } };
      case 'ExecuteFunction':
        return name ? { ...readShown(control), action: { kind: 'function', name } } : null;
      default:
        return null;
    }
  };
  const readControl = (control: Element): RibbonControl | null => {
    const items = child(control, 'Items');
    if (!items) return readButton(control);
    return {
      ...readShown(control),
      items: [...items.children].map(readButton).filter((one) => one !== null),
    };
  };
  const readGroup = (group: Element): RibbonGroup => ({
    id: group.getAttribute('id') ?? '',
    label: resource(group, 'Label'),
    controls: [...group.children]
      .filter((one) => one.localName === 'Control')
      .map(readControl)
      .filter((one) => one !== null),
  });
  const source = descendants(root, 'DefaultSettings')[0];
  return {
    displayName: localised(child(root, 'DisplayName'), language),
    pane: pathOf(localised(source ? child(source, 'SourceLocation') : null, language)),
    tabs: descendants(root, 'CustomTab').map((tab) => ({
      id: tab.getAttribute('id') ?? '',
      label: resource(tab, 'Label'),
      groups: [...tab.children].filter((one) => one.localName === 'Group').map(readGroup),
    })),
  };
}
