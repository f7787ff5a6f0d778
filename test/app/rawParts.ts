/** Finds what must never reach a person: codes, stacks, and what a program says of nothing. */

const RAW: readonly RegExp[] = [
  /\b[A-Za-z]*(?:Error|Exception)\b/,
  /\bat .*:\d+:\d+/,
  /\b(?:undefined|null|NaN|Infinity)\b/,
  /\[object\b/,
  // A code of Office, such as ItemNotFound.
  /\b(?!WordPerfect|OpenDocument|JavaScript)[A-Z][a-z]+(?:[A-Z][a-z]+)+\b/,
  /\b[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*\b(?!\()/,
  /\{\w*\}/,
  /^\s*$/,
  /\bnode:|\/src\/|\.tsx?\b/,
];

/** The parts of a text that no person should read; none when all is well. */
export function rawParts(text: string): readonly string[] {
  return RAW.flatMap((pattern) => {
    const found = pattern.exec(text)?.[0];
    return found === undefined ? [] : [`${found} in ${text}`];
  });
}
