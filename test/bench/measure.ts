import type { Call, Calls } from './calls.js';

/** Samples of each contender. */
export type Samples = Readonly<Record<string, readonly number[]>>;

/**
 * Takes one sample of each contender a round, in another order each time: who follows whom makes a difference, and a noisy
 * machine is noisy for all. The first fifth of the rounds is not counted.
 */
export async function inTurns(
  calls: Calls,
  rounds: number,
  sample: (call: Call) => Promise<readonly number[]>,
): Promise<Samples> {
  const samples = Object.fromEntries(Object.keys(calls).map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    const shuffled = Object.entries(calls).sort(() => Math.random() - 0.5);
    for (const [name, call] of shuffled) {
      const taken = await sample(call);
      if (round >= rounds / 5) samples[name]?.push(...taken);
    }
  }
  return samples;
}

/** Average microseconds of a call, of so many in a row. */
export const averageOf =
  (count: number) =>
  async (call: Call): Promise<readonly number[]> => {
    const started = performance.now();
    for (let i = 0; i < count; i++) await call();
    return [((performance.now() - started) * 1000) / count];
  };

/** Microseconds of each of so many calls in a row. */
export const eachOf =
  (count: number) =>
  async (call: Call): Promise<readonly number[]> => {
    const times: number[] = [];
    for (let i = 0; i < count; i++) {
      const started = performance.now();
      await call();
      times.push((performance.now() - started) * 1000);
    }
    return times;
  };

/** Calls a second, with so many in flight. */
export const throughputAt =
  (inFlight: number, count: number) =>
  async (call: Call): Promise<readonly number[]> => {
    let left = count;
    const work = async () => {
      while (left-- > 0) await call();
    };
    const started = performance.now();
    await Promise.all(Array.from({ length: inFlight }, work));
    return [(count * 1000) / (performance.now() - started)];
  };

/** Microseconds of the processor that a call takes, with so many in flight. */
export const processorTimeAt =
  (inFlight: number, count: number) =>
  async (call: Call): Promise<readonly number[]> => {
    const before = process.cpuUsage();
    await throughputAt(inFlight, count)(call);
    const { user, system } = process.cpuUsage(before);
    return [(user + system) / count];
  };

/** Bytes that a call allocates: the growth of the heap over calls between two collections. */
export async function bytesOf(call: Call): Promise<readonly number[]> {
  const { gc } = globalThis as { gc?: () => void };
  if (gc === undefined) throw new Error('run with --expose-gc');
  const CALLS = 100;
  gc();
  const before = process.memoryUsage().heapUsed;
  for (let i = 0; i < CALLS; i++) await call();
  return [(process.memoryUsage().heapUsed - before) / CALLS];
}

/** Returns a share of the samples, sorted: 0.5 for the median. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
}
