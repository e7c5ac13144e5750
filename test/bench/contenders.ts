import createFetchClient, { type Middleware } from 'openapi-fetch';
import type * as Kobble from '../../src/index.js';
import type { paths } from '../../generated/schema.js';
import { BARE, BODY, CARD_ID, KEY, KOBBLE, OPENAPI_FETCH, PATH, SAME_DUTIES } from './calls.js';
import type { Contenders, Fetch } from './calls.js';
import { generatedClients } from './generated-clients.js';
import { withSameDuties } from './same-duties.js';
import { hostOf, load, packageEntry, type Ky, type Sdk, type StripeSdk } from './packages.js';

/** Contenders that send through the `fetch` that they are given. */
export async function onFetch(baseUrl: string, fetch: Fetch): Promise<Contenders> {
  const { createKobbleClient } = await load<typeof Kobble>(packageEntry('kobble-client'));
  const { default: ky } = await load<{ default: Ky }>('ky');
  const { default: Lithic } = await load<{ default: Sdk }>('lithic');
  const { default: ModernTreasury } = await load<{ default: Sdk }>('modern-treasury');
  const { default: Stripe } = await load<{ default: StripeSdk }>('stripe');
  const plain = createFetchClient<paths>({ baseUrl, fetch: (request) => fetch(request) });
  const layered = createFetchClient<paths>({ baseUrl, fetch: (request) => fetch(request) });
  layered.use(...usualMiddleware());
  const kobble = createKobbleClient({ baseUrl, token: 'token', fetch: (url, init) => fetch(url, init) });
  const authorization = 'Bearer token';
  const headers = { authorization, 'idempotency-key': KEY };
  const post = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } };
  const viaKy = ky.create({ prefixUrl: baseUrl, fetch, headers: { authorization } });
  const lithic = new Lithic({ apiKey: 'key', baseURL: baseUrl, fetch });
  const treasury = new ModernTreasury({ apiKey: 'key', organizationID: 'id', baseURL: baseUrl, fetch });
  const stripe = new Stripe('key', { ...hostOf(baseUrl), httpClient: Stripe.createFetchHttpClient(fetch) });
  const generated = await generatedClients(baseUrl, fetch, { token: 'token', headers: { 'Idempotency-Key': KEY } });
  const path = { params: { path: { id: CARD_ID } } };
  return {
    create: {
      [BARE]: async () =>
        (await (await fetch(baseUrl + PATH, { ...post, body: JSON.stringify(BODY) })).json()) as unknown,
      [SAME_DUTIES]: () => withSameDuties(fetch, baseUrl + PATH, { ...post, body: JSON.stringify(BODY) }),
      [KOBBLE]: () => kobble.cards.create(BODY),
      [OPENAPI_FETCH]: () => plain.POST(PATH, { params: { header: { 'Idempotency-Key': KEY } }, body: BODY, headers }),
      'openapi-fetch + 3 middlewares': () => layered.POST(PATH, { body: BODY }),
      ky: () => viaKy.post(PATH.slice(1), { json: BODY, headers }).json(),
      ...generated.create,
      lithic: () => lithic.cards.create({ type: 'VIRTUAL', memo: KEY }),
      'modern-treasury': () => treasury.counterparties.create({ name: KEY }),
      'stripe (fetch)': () => stripe.customers.create({ name: KEY }),
    },
    get: {
      [BARE]: async () =>
        (await (await fetch(`${baseUrl}${PATH}/${CARD_ID}`, { headers: { authorization } })).json()) as unknown,
      [SAME_DUTIES]: () => withSameDuties(fetch, `${baseUrl}${PATH}/${CARD_ID}`, { headers: { authorization } }),
      [KOBBLE]: () => kobble.cards.get(CARD_ID),
      [OPENAPI_FETCH]: () => plain.GET(`${PATH}/{id}`, { ...path, headers: { authorization } }),
      'openapi-fetch + 3 middlewares': () => layered.GET(`${PATH}/{id}`, path),
      ky: () => viaKy.get(`${PATH.slice(1)}/${CARD_ID}`).json(),
      ...generated.get,
      lithic: () => lithic.cards.retrieve(CARD_ID),
      'modern-treasury': () => treasury.counterparties.retrieve(CARD_ID),
      'stripe (fetch)': () => stripe.customers.retrieve(CARD_ID),
    },
  };
}

/** A token, a key, and a retry that keeps a copy of the request: what a service usually adds. */
function usualMiddleware(): Middleware[] {
  const copies = new Map<string, Request>();
  return [
    { onRequest: ({ request }) => request.headers.set('authorization', 'Bearer token') },
    {
      onRequest: ({ request }) =>
        request.method === 'GET' ? undefined : request.headers.set('idempotency-key', crypto.randomUUID()),
    },
    {
      onRequest: ({ request, id }) => void copies.set(id, request.clone()),
      onResponse: ({ id }) => void copies.delete(id),
    },
  ];
}
