/** Chance that can be repeated: the same seed makes the same choices on every machine. */
export interface Random {
  /** A whole number from 0 to below `limit`. */
  readonly below: (limit: number) => number;
  /** True in so many of 100 cases. */
  readonly chance: (percent: number) => boolean;
  readonly pick: <Choice>(list: readonly [Choice, ...Choice[]]) => Choice;
  /** One of a list that may be empty. */
  readonly oneOf: <Choice>(list: readonly Choice[]) => Choice | undefined;
}

/** The generator mulberry32. */
export function randomBy(seed: number): Random {
  let state = (seed * 2_654_435_761 + 97) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    chance: (percent) => below(100) < percent,
    pick: (list) => list[below(list.length)] ?? list[0],
    oneOf: (list) => list[below(list.length)],
  };
}
