// A fake Kobble over real sockets and clients of it, for the fault tests.
import { onTestFinished } from 'vitest';
import type { KobbleClient, KobbleClientOptions } from '../../../src/index.js';
import { createFakeKobble, type FakeKobble, type FakeKobbleOptions } from '../../../src/testing/index.js';
import { createKobbleClient } from './clients.js';

const CREDENTIALS = { clientId: 'client-1', clientSecret: 'secret-1', scope: 'client/write' } as const;

export interface Served {
  readonly fake: FakeKobble;
  readonly baseUrl: string;
  /** Returns a client of this fake, with default options except for those given here. */
  readonly client: (options?: KobbleClientOptions) => KobbleClient;
}

/** Registers work for the end of a test. A test that overlaps with others gives its own. */
export type AtEnd = (end: () => Promise<void>) => void;

/** Starts a fake on a free port of loopback. It is closed when the test ends. */
export async function serveFake(options: FakeKobbleOptions = {}, atEnd: AtEnd = onTestFinished): Promise<Served> {
  const fake = createFakeKobble({ ...CREDENTIALS, ...options });
  atEnd(() => fake.close());
  const { url: baseUrl } = await fake.listen();
  return {
    fake,
    baseUrl,
    client: (more = {}) =>
      createKobbleClient({ baseUrl, ...(more.token === undefined && CREDENTIALS), logLevel: 'off', ...more }),
  };
}

/** Makes so many calls at once, and returns how each ended. */
export const atOnce = <T>(count: number, call: (index: number) => PromiseLike<T>): Promise<PromiseSettledResult<T>[]> =>
  Promise.allSettled(Array.from({ length: count }, (_, index) => call(index)));

/** Counts how often each value occurs. */
export function countOf<T>(values: Iterable<T>): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
