/** The middle of some measurements; the mean of the two in the middle where they are even in number. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const [low = Number.NaN, high = Number.NaN] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

/** How long it takes, in seconds. */
async function seconds(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/**
 * Measures several pieces of work side by side: `rounds` rounds of all of them in turn after `warmUp` rounds that do
 * not count, so that a machine that slows down slows all of them. Returns the median seconds of each, in their order.
 */
export async function interleaved(
  works: readonly (() => unknown)[],
  { rounds, warmUp }: { rounds: number; warmUp: number },
): Promise<number[]> {
  const times = works.map((): number[] => []);
  for (let round = 0; round < warmUp + rounds; round += 1) {
    for (const [index, work] of works.entries()) {
      const time = await seconds(work);
      if (round >= warmUp) times[index]?.push(time);
    }
  }
  return times.map(median);
}
