/** Compares a workbook before and after: what changed beside the cells that were announced, as sentences. */
import { readSheet, type SeenCell } from './readSheet';
import { eachTag, textOf, type SeenPackage } from './readPackage';

/** A cell that the report says was written. */
export interface Announced {
  readonly sheet: number;
  readonly cell: string;
  readonly to: string;
}

export function comparePackages(
  before: SeenPackage,
  after: SeenPackage,
  writes: readonly Announced[],
): readonly string[] {
  const faults: string[] = [];
  const hadStyles = [...before.parts.keys()].some((name) => /styles\.xml$/i.test(name));
  for (const [name, content] of before.parts) {
    const now = after.parts.get(name);
    if (!now) faults.push(`part ${name} is gone`);
    else if (!Buffer.from(content).equals(now))
      faults.push(...compareParts(name, content, now, { before, writes }));
  }
  for (const name of after.parts.keys()) {
    if (!before.parts.has(name) && name !== 'xl/styles.xml') faults.push(`part ${name} was added`);
  }
  // Writes into a part that did not change at all.
  for (const { sheet, cell, to } of writes) {
    const part = before.sheets[sheet]?.part ?? '';
    const [same, now] = [before.parts.get(part), after.parts.get(part)];
    if (same && now && Buffer.from(same).equals(now))
      faults.push(`${cell} was to become ${to}, but its sheet did not change`);
  }
  return hadStyles ? faults : faults.filter((fault) => !/part .*(content_types|\.rels)/i.test(fault));
}

interface Terms {
  readonly before: SeenPackage;
  readonly writes: readonly Announced[];
}

function compareParts(
  name: string,
  before: Uint8Array,
  after: Uint8Array,
  { before: opened, writes }: Terms,
): readonly string[] {
  const places = opened.sheets.flatMap(({ part }, index) => (part === name ? [index] : []));
  if (places.length > 0) {
    return compareSheets(
      before,
      after,
      writes.filter(({ sheet }) => places.includes(sheet)),
    ).map((fault) => `${name}: ${fault}`);
  }
  const [old, now] = [textOf(before), textOf(after)];
  if (/styles\.xml$/i.test(name)) return compareTags(name, old, now, isFormat);
  if (/workbook\.xml$/i.test(name)) return compareTags(name, old, now, (local) => local === 'calcPr');
  return [`part ${name} changed`];
}

/** Differential formats come last but for lists without cells of their own, and may only grow. */
function isFormat(local: string): boolean {
  return ['dxfs', 'dxf', 'fill', 'patternFill', 'bgColor'].includes(local);
}

function compareTags(
  name: string,
  before: string,
  after: string,
  mayChange: (local: string) => boolean,
): readonly string[] {
  const tags = (xml: string): string => {
    const found: string[] = [];
    eachTag(xml, (local, attributes) => {
      if (!mayChange(local)) found.push(`${local} ${JSON.stringify(attributes)}`);
    });
    return found.join('\n');
  };
  return tags(before) === tags(after) ? [] : [`part ${name} changed beside what may`];
}

function compareSheets(
  before: Uint8Array,
  after: Uint8Array,
  writes: readonly Pick<Announced, 'cell' | 'to'>[],
): readonly string[] {
  const [old, now] = [readSheet(before), readSheet(after)];
  const written = new Map(writes.map(({ cell, to }) => [cell, to]));
  const faults: string[] = [];
  for (const name of new Set([...old.cells.keys(), ...now.cells.keys()])) {
    const [was = [], is = []] = [old.cells.get(name), now.cells.get(name)];
    const to = written.get(name);
    if (to !== undefined) faults.push(...compareWritten(name, was, is, to));
    else if (!areSame(was, is)) faults.push(`${name} changed from ${show(was)} to ${show(is)}`);
  }
  for (const name of written.keys()) if (!now.cells.has(name)) faults.push(`${name} was not written`);
  if (old.rest.join('\n') !== now.rest.join('\n')) {
    const at = old.rest.findIndex((token, index) => token !== now.rest[index]);
    faults.push(`beside the cells: ${old.rest[at] ?? 'nothing'} became ${now.rest[at] ?? 'nothing'}`);
  }
  return faults;
}

function areSame(was: readonly SeenCell[], is: readonly SeenCell[]): boolean {
  return (
    was.length === is.length &&
    was.every((cell, index) => {
      const other = is[index];
      if (other?.style !== cell.style || other.formula !== cell.formula) return false;
      // Results of formulas follow what was written.
      return cell.formula !== null || (other.type === cell.type && other.text === cell.text);
    })
  );
}

function compareWritten(
  name: string,
  was: readonly SeenCell[],
  is: readonly SeenCell[],
  to: string,
): readonly string[] {
  const last = is.at(-1);
  if (!last) return [`${name} was not written`];
  const faults: string[] = [];
  // An empty element holds no formula.
  if (was.some(({ formula }) => (formula ?? '') !== '')) faults.push(`${name}: a formula was written over`);
  if (was.length > 0 && was.at(-1)?.style !== last.style) faults.push(`${name}: the format changed`);
  if (!says(last, to)) faults.push(`${name} holds ${show([last])} and not ${to}`);
  return faults;
}

function says({ text, type }: SeenCell, to: string): boolean {
  if (type === 'inlineStr' || type === 'str') return text === to;
  const isPercent = to.endsWith('%');
  const shown = Number(isPercent ? to.slice(0, -1) : to);
  const held = Number(text) * (isPercent ? 100 : 1);
  return isPercent ? Math.abs(held - shown) < 0.51 : held === shown;
}

function show(cells: readonly SeenCell[]): string {
  return JSON.stringify(cells).slice(0, 200);
}
