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
 * Wraps a `fetch` so that it sends only GET, and the token request: whatever the caller does, nothing else leaves. The token
 * request is told by its form (RFC 6749 §4.4.2), because its host is the caller's choice: the operations take JSON only.
 */
export function readOnlyFetch(inner: Fetch): ReadOnlyFetch {
  let last: ReceivedResponse | undefined;
  return {
    fetch: async (url, init) => {
      const method = init.method?.toUpperCase() ?? 'GET';
      const isToken = method === 'POST' && isTokenForm(init.body);
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

const isTokenForm = (body: RequestInit['body']): boolean =>
  typeof body === 'string' && body.startsWith('grant_type=client_credentials&');
