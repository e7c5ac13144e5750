import type { FakeFetch, FakeKobble } from '../../../src/testing/index.js';
import { createKobbleClient } from '../../../src/index.js';
import type { DriftOptions } from '../../../src/drift/index.js';
import type { DeviationCase, Spoilt } from './deviations.js';

/** Returns the `fetch` of a fake whose responses to one path deviate. */
export function deviatingFetch(
  fake: Pick<FakeKobble, 'fetch'>,
  { path, change }: Pick<DeviationCase, 'path' | 'change'>,
): FakeFetch {
  const pattern = new RegExp(`^${path.replace('{id}', '[^/]+')}$`);
  return async (input, init) => {
    const response = await fake.fetch(input, init);
    if (!pattern.test(new URL(input instanceof Request ? input.url : input).pathname)) return response;
    const { status, headers } = response;
    const spoilt: Spoilt = { status, headers: new Headers(headers), body: await response.json() };
    change(spoilt);
    const text = typeof spoilt.body === 'string' ? spoilt.body : JSON.stringify(spoilt.body);
    // A body of bytes, so that the platform adds no media type of its own.
    return new Response(spoilt.status === 204 ? null : new TextEncoder().encode(text), spoilt);
  };
}

/** Returns the texts that a fake stores and the contract does not have: ids, names, dates. */
export function storedValues({ state }: FakeKobble): string[] {
  const stored = JSON.stringify([...state.cards.values(), ...state.wallets.values(), ...state.endusers.values()]);
  return [...stored.matchAll(/:"([^"]{6,})"/g)]
    .map(([, value = '']) => value)
    .filter((value) => /[^A-Z_]/.test(value) && !/^[A-Z_\d]+$/.test(value));
}

/** Returns what connects a check to a fake. */
export const connector =
  (fake: FakeKobble): DriftOptions['connect'] =>
  (fetch) =>
    createKobbleClient({ baseUrl: 'https://kobble.test', fetch, token: fake.state.addToken() });
