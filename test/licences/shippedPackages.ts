/** The packages of other people that the add-in and the command line are made of, as installed, with their licences. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..');

export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** As its package.json says it, in SPDX where the author does. */
  readonly licence: string;
  /** Its own folder. */
  readonly folder: string;
}

type Json = Readonly<Record<string, unknown>>;

function readJson(file: string): Json {
  return JSON.parse(readFileSync(file, 'utf8')) as Json;
}

/** Everything that package-lock.json installs without development packages: what we name, and what that needs in turn. By name and version. */
export function shippedPackages(): readonly ShippedPackage[] {
  const locked = Object.entries(readJson(path.join(ROOT, 'package-lock.json'))['packages'] as Json);
  const found = new Map<string, ShippedPackage>();
  for (const [place, entry] of locked) {
    const { dev, devOptional, optional } = entry as Json;
    if (place === '' || dev === true || devOptional === true || optional === true) continue;
    const folder = path.join(ROOT, place);
    const { name, version, license } = readJson(path.join(folder, 'package.json'));
    const shipped = { name: String(name), version: String(version), licence: textOf(license), folder };
    found.set(`${shipped.name} ${shipped.version}`, shipped);
  }
  return [...found.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, shipped]) => shipped);
}

/** Old packages say it as an object with a type. */
function textOf(license: unknown): string {
  if (typeof license === 'string') return license;
  const { type } = (license ?? {}) as Json;
  return typeof type === 'string' ? type : '';
}

export const LICENCES = path.join(ROOT, 'docs', 'licences.md');

/** docs/licences.md as it has to be. */
export function licenceTable(packages: readonly ShippedPackage[]): string {
  const rows = [['package', 'version', 'licence']].concat(
    packages.map(({ name, version, licence }) => [name, version, name === OFFICE_JS ? 'its own' : licence]),
  );
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [header = [], ...rest] = rows;
  const rule = widths.map((width) => '-'.repeat(width));
  return `${HEAD}\n${[header, rule, ...rest].map(line).join('\n')}\n`;
}

/** Licences under which a package may be shipped, in SPDX. */
export const ALLOWED: ReadonlySet<string> = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
]);

/** Office.js has terms of Microsoft's own: it may be shipped unchanged as part of an add-in. */
export const OFFICE_JS = '@microsoft/office-js';

const HEAD = `# Licences of what is shipped

Every package that the add-in or the command line may hold, with what it needs in turn. Made by \`npx tsx test/licences/writeLicences.ts\`; a test fails when a
package is missing here or has a licence that is not allowed (MIT, ISC, BSD, Apache 2.0). The one exception is \`${OFFICE_JS}\`, whose licence, in its file
LICENSE.md, lets it be shipped unchanged as part of an add-in, and not otherwise; it is an installed package, never part of this repository, and a test proves
that it is shipped unchanged. What is used for development alone is not shipped and not listed.
`;
