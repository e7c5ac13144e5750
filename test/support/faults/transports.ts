import type { KobbleClientOptions } from '../../../src/index.js';
import { undiciFetch } from '../../../src/undici/index.js';

/** Each transport of requests, as options of a client: they must not differ in results, errors and outcomes. */
export const TRANSPORTS: readonly (readonly [name: string, options: () => KobbleClientOptions])[] = [
  ["the platform's fetch", () => ({})],
  ['undiciFetch', () => ({ fetch: undiciFetch() })],
  // A wrapper sees a response that is like any other, and an init without the shortcuts.
  [
    'undiciFetch in a wrapper',
    () => {
      const send = undiciFetch();
      return { fetch: async (url, init) => (await send(url, { ...init, headers: new Headers(init.headers) })).clone() };
    },
  ],
];
