/**
 * Choices drawn from a seed, each by a key of its own, so that one choice can be made plain without changing any other: that is how a
 * failing form is made small.
 */

export interface Chooser {
  /** One of the list; the first one is the plainest and is what a plain key gives. */
  readonly pick: <const Choice>(key: string, list: readonly [Choice, ...Choice[]]) => Choice;
  /** A whole number, both ends included; the lowest is the plainest. */
  readonly count: (key: string, from: number, to: number) => number;
  /** True in so many of 100 cases; false is plain. */
  readonly chance: (key: string, percent: number) => boolean;
  /** The keys whose choice was not the plainest. */
  readonly fancy: ReadonlySet<string>;
  /** The same choices under keys that begin with a prefix. */
  readonly within: (prefix: string) => Chooser;
}

export function chooseBy(seed: number, plain: ReadonlySet<string> = new Set()): Chooser {
  return chooser(seed, plain, new Set(), '');
}

function chooser(seed: number, plain: ReadonlySet<string>, fancy: Set<string>, prefix: string): Chooser {
  const index = (key: string, length: number): number => {
    const whole = prefix + key;
    const chosen = plain.has(whole) ? 0 : hash(`${seed}/${whole}`) % length;
    if (chosen !== 0) fancy.add(whole);
    return chosen;
  };
  return {
    pick: (key, list) => list[index(key, list.length)] ?? list[0],
    count: (key, from, to) => from + index(key, to - from + 1),
    chance: (key, percent) => index(key, 100) >= 100 - percent,
    fancy,
    within: (more) => chooser(seed, plain, fancy, prefix + more),
  };
}

/** A number of 32 bits that looks random for every text (murmur3's last steps over an FNV sum). */
function hash(text: string): number {
  let sum = 2166136261;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 16777619);
  sum = Math.imul(sum ^ (sum >>> 16), 2246822507);
  sum = Math.imul(sum ^ (sum >>> 13), 3266489909);
  return (sum ^ (sum >>> 16)) >>> 0;
}

/** The keys of a failing case that have to stay as they are: all others can be plain and it still fails. */
export function simplify(seed: number, fails: (choose: Chooser) => boolean): ReadonlySet<string> {
  const first = chooseBy(seed);
  fails(first);
  let plain: ReadonlySet<string> = new Set();
  let keys = [...first.fancy];
  for (let size = keys.length; size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < keys.length; at += size) {
      const tried = new Set([...plain, ...keys.slice(at, at + size)]);
      if (fails(chooseBy(seed, tried))) plain = tried;
    }
    const now = chooseBy(seed, plain);
    fails(now);
    keys = [...now.fancy];
  }
  return plain;
}
