/**
 * Finds what Excel or our own rules would refuse in a manifest, without a network: Office's own validator asks a service. The rules are data
 * (`rules.json`), taken from the schemas in [MS-OWEMXML] sections 5.2, 5.6 and 5.7 and from the manifest reference of OfficeDev/office-js-docs-reference.
 */
import rules from './rules.json';

/** What a manifest is compared with. */
export interface Surroundings {
  /** Of the server that the manifest's addresses name, such as `https://localhost:3000`. */
  readonly origin: string;
  /** Paths of the files of the build, without a slash at the front. */
  readonly files: ReadonlySet<string>;
  /** Functions that the ribbon answers. */
  readonly functions: ReadonlySet<string>;
  /** Width and height in pixels of a file of the build; null for what is no picture. */
  readonly sizeOf: (path: string) => readonly [number, number] | null;
}

const order: Readonly<Record<string, Readonly<Record<string, string>>>> = rules.order;
const lengths: Readonly<Record<string, number>> = rules.lengths;
const resourceKinds = Object.entries(rules.resources);

/** Sentences, one a fault; none for a manifest that is sound. */
export function findFaults(manifest: Document, surroundings: Surroundings): readonly string[] {
  const elements = [...manifest.getElementsByTagName('*')];
  return [
    ...elements.flatMap(faultsOfOrder),
    ...faultsOfNamespaces(manifest),
    ...faultsOfIds(elements),
    ...faultsOfResources(elements),
    ...elements.flatMap(faultsOfValue),
    ...elements.flatMap(faultsOfLanguages),
    ...faultsOfIcons(elements, surroundings),
    ...elements.flatMap((element) => faultsOfAddresses(element, surroundings)),
    ...faultsOfCommands(elements, surroundings),
  ];
}

function named(elements: readonly Element[], ...names: readonly string[]): readonly Element[] {
  return elements.filter(({ localName }) => names.includes(localName));
}

/** "Id AlternateId? Version", with "|" between alternatives, as a pattern of "Id Version ". */
function patternOf(sequence: string): RegExp {
  const alternatives = sequence
    .split('|')
    .map((one) => one.trim().replace(/(\w+)([?+*]?)\s*/g, (_whole, name, count) => `(?:${name} )${count}`));
  return new RegExp(`^(?:${alternatives.join('|')})$`);
}

function faultsOfOrder(element: Element): readonly string[] {
  const sequence = order[element.namespaceURI ?? '']?.[element.localName];
  if (sequence === undefined) return [`${element.tagName}: not known to the schema at this place`];
  const children = [...element.children].map(({ localName }) => `${localName} `).join('');
  return patternOf(sequence).test(children)
    ? []
    : [`${element.tagName}: children "${children.trim()}" instead of "${sequence}"`];
}

/** A task pane add-in knows no other version of the overrides: 1.1 is for mail. */
function faultsOfNamespaces(manifest: Document): readonly string[] {
  const kinds = [manifest.documentElement, ...manifest.getElementsByTagName('VersionOverrides')].map(
    (element) => element.getAttribute('xsi:type'),
  );
  return kinds.join() === 'TaskPaneApp,VersionOverridesV1_0' ? [] : [`xsi:type: ${kinds.join()}`];
}

function doubles(values: readonly string[]): readonly string[] {
  return values.filter((value, at) => values.indexOf(value) < at);
}

function faultsOfIds(elements: readonly Element[]): readonly string[] {
  const idsOf = (...names: readonly string[]): readonly string[] =>
    named(elements, ...names).map((element) => element.getAttribute('id') ?? '');
  const ids = idsOf('CustomTab', 'Group', 'Control', 'Item');
  const resources = elements.filter((element) => element.hasAttribute('DefaultValue') && element.id !== '');
  return [
    ...doubles(ids).map((id) => `id ${id}: twice`),
    ...doubles(resources.map(({ id }) => id)).map((id) => `resource ${id}: twice`),
    ...ids
      .filter((id) => id === '' || id.length > rules.lengths.id)
      .map((id) => `id "${id}": empty or too long`),
    ...resources
      .filter(({ id }) => id.length > rules.lengths.resid)
      .map(({ id }) => `resource ${id}: longer than ${rules.lengths.resid}`),
  ];
}

/** Each resource is named by an element that may name its kind, and each name leads to a resource. */
function faultsOfResources(elements: readonly Element[]): readonly string[] {
  const references = elements.filter((element) => element.hasAttribute('resid'));
  const used = new Set(references.map((element) => element.getAttribute('resid')));
  const kindOf = new Map(
    resourceKinds.flatMap(([kind]) =>
      named(elements, kind).flatMap((list) => [...list.children].map((one) => [one.id, kind])),
    ),
  );
  return [
    ...references.flatMap((element) => {
      const id = element.getAttribute('resid') ?? '';
      const wanted = resourceKinds.find(([, users]) => users.includes(element.localName))?.[0];
      return kindOf.get(id) === wanted
        ? []
        : [`${element.localName}: resid ${id} is not in ${wanted ?? '–'}`];
    }),
    ...[...kindOf.keys()].filter((id) => !used.has(id)).map((id) => `resource ${id}: never used`),
  ];
}

/** The values of an element in all its languages. */
function valuesOf(element: Element): readonly string[] {
  return [
    element.getAttribute('DefaultValue'),
    ...[...element.children].map((child) => child.getAttribute('Value')),
  ].filter((value) => value !== null);
}

function faultsOfValue(element: Element): readonly string[] {
  const name = element.localName;
  const text = element.children.length === 0 ? element.textContent.trim() : '';
  const pattern = new Map(Object.entries(rules.patterns)).get(name);
  const most = lengths[element.id === '' ? name : (element.parentElement?.localName ?? '')];
  const values = element.hasAttribute('DefaultValue') ? valuesOf(element) : text === '' ? [] : [text];
  return [
    ...(pattern !== undefined && !new RegExp(`^${pattern}$`).test(text) ? [`${name}: "${text}"`] : []),
    ...(most === undefined
      ? []
      : values
          .filter((value) => value.trim() === '' || value.length > most)
          .map((value) => `${element.id || name}: ${value.length} characters, of 1 to ${most}`)),
  ];
}

/** Pictures have no words, and so no languages. Words in another language hold no Chinese characters, and the other way round. */
function faultsOfLanguages(element: Element): readonly string[] {
  if (!element.hasAttribute('DefaultValue') || element.localName === 'Image') return [];
  const name = element.id || element.localName;
  const locales = [...element.children].map((child) => child.getAttribute('Locale'));
  const [first = '', ...others] = valuesOf(element);
  const isAddress = first.includes('://');
  const isChinese = (value: string): boolean => /\p{Script=Han}/u.test(value);
  return [
    ...(locales.join() === rules.locales.join() ? [] : [`${name}: languages "${locales.join()}"`]),
    ...(isAddress || (isChinese(first) && !others.some(isChinese)) ? [] : [`${name}: not translated`]),
  ];
}

function pathOf(address: string | null | undefined): string {
  return address ? new URL(address).pathname.slice(1) : '';
}

function faultsOfIcons(elements: readonly Element[], { sizeOf }: Surroundings): readonly string[] {
  const addresses = new Map(elements.map((element) => [element.id, element.getAttribute('DefaultValue')]));
  const faultOfSize = (name: string, address: string | null | undefined, size: number): readonly string[] => {
    const found = sizeOf(pathOf(address));
    return found?.every((side) => side === size) ? [] : [`${name}: ${String(found)} instead of ${size}`];
  };
  return [
    ...named(elements, 'Icon').flatMap((icon) => {
      const sizes = [...icon.children].map((image) => Number(image.getAttribute('size')));
      return [
        ...(sizes.join() === rules.iconSizes.join() ? [] : [`Icon: sizes ${sizes.join()}`]),
        ...[...icon.children].flatMap((image, at) => {
          const id = image.getAttribute('resid') ?? '';
          return faultOfSize(id, addresses.get(id), sizes[at] ?? 0);
        }),
      ];
    }),
    ...Object.entries(rules.addInIcons).flatMap(([name, size]) =>
      named(elements, name).flatMap((element) =>
        valuesOf(element).flatMap((address) => faultOfSize(name, address, size)),
      ),
    ),
  ];
}

/** All addresses are https, on the server of the add-in, and of a file of the build. */
function faultsOfAddresses(element: Element, { origin, files }: Surroundings): readonly string[] {
  return [...element.attributes]
    .filter(({ name, value }) => !name.startsWith('xmlns') && /^[a-z]+:\/\//i.test(value))
    .filter(({ value }) => new URL(value).origin !== origin || !files.has(pathOf(value)))
    .map(({ value }) => `address ${value}: not in the build`);
}

/** What the buttons do, what their tips tell, and that all of it is one program. */
function faultsOfCommands(elements: readonly Element[], { functions }: Surroundings): readonly string[] {
  const pages = new Set(
    named(elements, 'Runtime', 'FunctionFile', 'SourceLocation').flatMap(
      (element) => element.getAttribute('resid') ?? [],
    ),
  );
  const tips = named(elements, 'Supertip').flatMap(
    (tip) => tip.querySelector('Description')?.getAttribute('resid') ?? [],
  );
  return [
    ...named(elements, 'FunctionName')
      .map(({ textContent }) => textContent.trim())
      .filter((name) => !functions.has(name))
      .map((name) => `function ${name}: not answered`),
    ...(pages.size === 1 ? [] : [`shared runtime: pages ${[...pages].join()}`]),
    ...named(elements, 'Runtime')
      .filter((runtime) => runtime.getAttribute('lifetime') !== 'long')
      .map(() => 'shared runtime: not long'),
    ...elements
      .filter(({ id }) => tips.includes(id))
      .flatMap((tip) =>
        valuesOf(tip)
          .filter((text) => text.split('\n').length !== rules.tipLines)
          .map(() => `${tip.id}: not of ${rules.tipLines} lines`),
      ),
    ...named(elements, 'Group')
      .filter((group) => named([...group.children], 'Control').length > rules.controlsOfGroup)
      .map(({ id }) => `group ${id}: more than ${rules.controlsOfGroup} buttons`),
  ];
}
