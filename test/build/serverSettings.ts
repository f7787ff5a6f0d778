/** Reads from the examples in docs/ what a server does with the files of a build, so that the tests serve them as the documents say. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SaxesParser } from 'saxes';

const DOCS = path.join(__dirname, '..', '..', 'docs');

export interface ServerSettings {
  /** The path under which the files are offered: "/ziping/". */
  readonly location: string;
  /** The headers of an answer, by their names. */
  readonly headersOf: (path: string) => Readonly<Record<string, string>>;
}

/** `docs/nginx.conf`: its `add_header` lines, with the one variable that a `map` sets by the path. */
export function readNginx(): ServerSettings {
  const text = readFileSync(path.join(DOCS, 'nginx.conf'), 'utf8').replace(/(^|\s)#.*$/gm, '');
  const [, variable = '', body = ''] = /map \$uri (\$\w+) \{([^]*?)\n\}/.exec(text) ?? [];
  const cases = [...body.matchAll(/^\s*(\S+|"[^"]*") ("[^"]*");$/gm)].map(
    ([, when = '', value = '']) => [unquote(when), unquote(value)] as const,
  );
  const [, location = ''] = /\blocation (\S+) \{/.exec(text) ?? [];
  const headers = [...text.matchAll(/^\s*add_header (\S+) ("[^"]*"|\S+) always;$/gm)].map(
    ([, name = '', value = '']) => [name, unquote(value)] as const,
  );
  const chosen = (uri: string): string =>
    cases.find(([when]) => when.startsWith('~') && new RegExp(when.slice(1)).test(uri))?.[1] ??
    cases.find(([when]) => when === 'default')?.[1] ??
    '';
  return {
    location,
    headersOf: (uri) =>
      Object.fromEntries(headers.map(([name, value]) => [name, value === variable ? chosen(uri) : value])),
  };
}

function unquote(text: string): string {
  return text.replace(/^"(.*)"$/, '$1');
}

export interface IisElement {
  /** From the root, such as "configuration/system.webServer". */
  readonly place: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The elements of `docs/web.config`. Throws when it is not well-formed. */
export function readIis(): readonly IisElement[] {
  const elements: IisElement[] = [];
  const open: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    open.push(name);
    elements.push({ place: open.join('/'), attributes });
  });
  parser.on('closetag', () => open.pop());
  parser.write(readFileSync(path.join(DOCS, 'web.config'), 'utf8')).close();
  return elements;
}
