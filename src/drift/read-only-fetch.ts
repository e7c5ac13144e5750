import { PREFIX } from '../checks.js';
import type { KobbleClientOptions } from '../options.js';
import { parseBody, type ReceivedResponse } from './deviations.js';
import { onBodyRead } from './observe-body.js';

type Fetch = NonNullable<KobbleClientOptions['fetch']>;

/** A `fetch` that cannot change anything, and keeps the last response. */
export interface ReadOnlyFetch {
  readonly fetch: Fetch;
  /** Returns the last response to a GET that was read, and forgets it. */
  readonly take: () => ReceivedResponse | undefined;
}

/**
 * Wraps a `fetch` so that it sends only GET, and the token request: whatever the caller does, nothing else leaves.
 *
 * @param tokenUrl absent if the client has a token of its own
 */
export function readOnlyFetch(inner: Fetch, tokenUrl: string | undefined): ReadOnlyFetch {
  let last: ReceivedResponse | undefined;
  return {
    fetch: async (url, init) => {
      const method = init.method?.toUpperCase() ?? 'GET';
      const isToken = method === 'POST' && url === tokenUrl;
      if (method !== 'GET' && !isToken) {
        throw new Error(`${PREFIX}The drift check only reads: it does not send ${method}.`);
      }
      const response = await inner(url, init);
      if (isToken) return response;
      last = undefined;
      onBodyRead(response, ({ bytes, isComplete }) => {
        const { status, headers } = response;
        if (isComplete) last = { status, headers, body: parseBody(bytes) };
      });
      return response;
    },
    take: () => {
      const response = last;
      last = undefined;
      return response;
    },
  };
}
