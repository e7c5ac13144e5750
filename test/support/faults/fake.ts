// What the proofs share: a fake Kobble over real sockets, and clients of it with credentials and nothing else.
import { onTestFinished } from 'vitest';
import { createKobbleClient, type KobbleClient, type KobbleClientOptions } from '../../../src/index.js';
import { createFakeKobble, type FakeKobble, type FakeKobbleOptions } from '../../../src/testing/index.js';

export const CREDENTIALS = { clientId: 'client-1', clientSecret: 'secret-1', scope: 'client/write' } as const;

export interface Served {
  readonly fake: FakeKobble;
  readonly baseUrl: string;
  /** A client of this fake; defaults but for what is given here. */
  readonly client: (options?: KobbleClientOptions) => KobbleClient;
}

/** How a test says what is to be done at its end; a test that runs beside others gives its own. */
export type AtEnd = (end: () => Promise<void>) => void;

/** A fake on a free port of loopback, closed with the test. */
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

/** As many calls at once. */
export const atOnce = <T>(count: number, call: (index: number) => PromiseLike<T>): Promise<PromiseSettledResult<T>[]> =>
  Promise.allSettled(Array.from({ length: count }, (_, index) => call(index)));

/** How often each value occurs. */
export function countOf<T>(values: Iterable<T>): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
