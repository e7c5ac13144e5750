// Proves the guarantees under faults over undici, too: the tests over real sockets, with `undiciFetch` in
// place of the platform's `fetch`.
import { afterAll, beforeAll, describe } from 'vitest';
import { undiciFetch } from '../../src/undici/index.js';

const platformFetch = globalThis.fetch;
const send = undiciFetch();

// Not vi.stubGlobal: the configuration takes stubs back before each test.
beforeAll(() => {
  globalThis.fetch = (url, init) => (typeof url === 'string' ? send(url, init) : platformFetch(url, init));
});
afterAll(() => {
  globalThis.fetch = platformFetch;
});

describe.each(['exactly-once', 'hell', 'properties', 'secrets', 'time', 'tokens'])('over undici: %s', async (name) => {
  const file = new URL(`../faults/${name}.test.ts`, import.meta.url).pathname;
  await import(/* @vite-ignore */ `${file}?over-undici`); // the query makes it a module of its own, which is loaded anew
});
