// A fake Kobble and clients of it, for the tests of the fake.
import { onTestFinished } from 'vitest';
import { createKobbleClient, type CardCreate, type KobbleClient } from '../../src/index.js';
import { createFakeKobble, type FakeKobble, type FakeKobbleOptions } from '../../src/testing/index.js';

/** The id of a record whose fields no page shows. */
export const idOf = (record: unknown): string => String((record as { id?: unknown } | undefined)?.id);

/** The two ways to reach a fake. */
export const WAYS = ['in process', 'over HTTP'] as const;
export type Way = (typeof WAYS)[number];

export interface World {
  readonly fake: FakeKobble;
  readonly kobble: KobbleClient;
  /** A client without retries, which shows each fault as it is. */
  readonly once: KobbleClient;
  readonly baseUrl: string;
  readonly fetch: FakeKobble['fetch'];
}

/** Returns a fake and its clients. It is closed when the test ends. */
export async function world(way: Way, options: FakeKobbleOptions = {}): Promise<World> {
  const fake = createFakeKobble(options);
  onTestFinished(() => fake.close());
  const baseUrl = way === 'over HTTP' ? (await fake.listen()).url : 'https://kobble.test';
  const fetch = way === 'over HTTP' ? globalThis.fetch : fake.fetch;
  const credentials = { clientId: 'id', clientSecret: 'secret', scope: 'client/write', logLevel: 'off' } as const;
  const client = { baseUrl, fetch: (url: string, init: RequestInit) => fetch(url, init), ...credentials };
  const kobble = createKobbleClient(client);
  return { fake, kobble, once: createKobbleClient({ ...client, retry: { maxRetries: 0 } }), baseUrl, fetch };
}

/** Returns a body that creates a card. */
export function cardBody({ state }: FakeKobble): CardCreate {
  return { wallet_id: state.addActiveWallet().id, program_id: state.addProgram().id };
}

/** Returns the error that a call rejects with. */
export const rejectionOf = (call: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(call).then(
    () => Promise.reject(new Error('it resolved')),
    (error: unknown) => error,
  );
