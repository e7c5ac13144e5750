// Proves the guarantees under faults of `kobble.fetch`, too: the tests whose calls it can make, with methods that send through
// it. Part of `npm test -- --mode long` only.
import { afterAll, beforeAll, describe } from 'vitest';
import { callBy } from '../support/faults/clients.js';
import { viaFetch } from '../support/faults/via-fetch.js';

beforeAll(() => callBy(viaFetch));
afterAll(() => callBy());

describe.each(['exactly-once', 'hell', 'outage', 'properties', 'retries-in-line', 'secrets', 'time', 'tokens'])(
  'through kobble.fetch: %s',
  async (name) => {
    const file = new URL(`${name}.test.ts`, import.meta.url).pathname;
    await import(/* @vite-ignore */ `${file}?via-fetch`); // the query makes it a module of its own, which is loaded anew
  },
);
