import { setTimeout } from "node:timers/promises";

/** Milliseconds of one way of doing something. */
export type Timing = { runs: number; median: number; p95: number };

type Way = (round: number) => Promise<unknown>;

/**
 * Times every way once a round, in an order shuffled anew each round, so that what disturbs the machine disturbs
 * all alike. `warmUp` rounds do not count.
 */
export async function interleave<Name extends string>(
  ways: Record<Name, Way>,
  { runs, warmUp }: { runs: number; warmUp: number },
): Promise<Record<Name, Timing>> {
  const names = Object.keys(ways) as Name[];
  const taken = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = -warmUp; round < runs; round++) {
    for (const name of shuffled(names)) {
      const began = performance.now();
      await ways[name](Math.abs(round));
      const ended = performance.now();
      if (round >= 0) taken.get(name)?.push(ended - began);
      // What one way leaves running behind its answer is not for the next to pay.
      await setTimeout(1);
    }
  }
  return Object.fromEntries(names.map((name) => [name, timing(taken.get(name) ?? [])])) as Record<
    Name,
    Timing
  >;
}

/** Median and 95th percentile of what was measured. */
export function timing(samples: readonly number[]): Timing {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { runs: sorted.length, median: at(0.5), p95: at(0.95) };
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, key: Math.random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
