/** Reads the command line of `build` into what is to be built, or into the sentence that says what is wrong with it. */
import { parseArgs } from 'node:util';
import { addresses } from './officeJs.json';
import type sentences from './sentences.json';

export interface Order {
  /** Where the files will be, with a slash at the end; null for development. */
  readonly base: string | null;
  /** Where the pane loads Office.js from; null for the copy in its own folder. */
  readonly officeJs: string | null;
  /** The folder that is to be made, as it was typed. */
  readonly out: string;
}

export type ReadArguments =
  | { readonly ok: true; readonly order: Order }
  | { readonly ok: false; readonly key: keyof typeof sentences; readonly found: string };

/** The folder that is made when none is named. */
export const USUAL_FOLDER = 'dist';

/** An address in a manifest has so many characters at most (schema of the manifest, `bt:Url`). */
export const LONGEST_ADDRESS = 255;
/** The longest path that we put behind the base. */
const LONGEST_PATH = 'assets/icons/clear-marks-128.png'.length;

const PLACES: ReadonlyMap<string, string> = new Map(Object.entries(addresses));

export function readArguments(args: readonly string[]): ReadArguments {
  const wrong = (key: keyof typeof sentences, found = ''): ReadArguments => ({ ok: false, key, found });
  let given;
  try {
    const options = {
      base: { type: 'string' },
      officejs: { type: 'string', default: 'local' },
      out: { type: 'string', default: USUAL_FOLDER },
    } as const;
    given = parseArgs({ args: [...args], options }).values;
  } catch (error) {
    return wrong('badOption', /'(-[^' ]*|[^']*)/.exec(String(error))?.[1]);
  }
  const base = given.base === undefined ? null : readBase(given.base);
  if (base === undefined) return wrong('badBase', given.base);
  if (base !== null && base.length + LONGEST_PATH > LONGEST_ADDRESS) return wrong('longBase', base);
  const officeJs = given.officejs === 'local' ? null : (PLACES.get(given.officejs) ?? given.officejs);
  if (officeJs !== null && !isScript(officeJs)) return wrong('badOfficeJs', given.officejs);
  return { ok: true, order: { base, officeJs, out: given.out } };
}

/** The address with a slash at its end; undefined when Excel would not take it. */
function readBase(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, username, search, hash, href } = new URL(text);
  if (protocol !== 'https:' || username !== '' || search !== '' || hash !== '') return undefined;
  return href.endsWith('/') ? href : `${href}/`;
}

function isScript(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:' && /\/office(\.debug)?\.js$/.test(text);
}
