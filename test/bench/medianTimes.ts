/** Times of several things done in turn, again and again in one process, so that whatever else the machine does falls on all of them alike. */

/** Processor time of ours and of what it is held against, in ms. */
export interface ComparedTimes {
  readonly ours: number;
  readonly against: number;
}

/**
 * The median of the processor time of each, in ms. Each is done once, for round 0, before anything is measured.
 * @param things are told the number of the round, the same for all of them
 */
export function medianTimes<const Names extends string>(
  things: Readonly<Record<Names, (round: number) => unknown>>,
  rounds: number,
): Readonly<Record<Names, number>> {
  const times = new Map<string, number[]>();
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, run] of Object.entries<(round: number) => unknown>(things)) {
      const time = processorTime(() => run(round));
      if (round > 0) times.set(name, [...(times.get(name) ?? []), time]);
    }
  }
  return mapValues(things, (name) => median(times.get(name) ?? []));
}

/** The processor time of one run, in ms: it does not grow while others use the machine. */
export function processorTime(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function mapValues<Names extends string>(
  named: Readonly<Record<Names, unknown>>,
  valueOf: (name: Names) => number,
): Record<Names, number> {
  const mapped: Partial<Record<Names, number>> = {};
  for (const name in named) mapped[name] = valueOf(name);
  return mapped as Record<Names, number>;
}

/** The middle of an odd or even number of values; NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return ((low ?? NaN) + (high ?? NaN)) / 2;
}
