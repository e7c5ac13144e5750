import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import createFetchClient, { type Middleware } from 'openapi-fetch';
import type * as Kobble from '../../src/index.js';
import type * as KobbleUndici from '../../src/undici/index.js';
import type { paths } from '../../generated/schema.js';

/** Bare `fetch`: everything is compared with it. */
export const BARE = 'fetch';
/** This client, on the platform's `fetch` and on undici. */
export const KOBBLE = 'kobble-client';
export const KOBBLE_UNDICI = 'kobble-client on undici';
export const OPENAPI_FETCH = 'openapi-fetch';

const PATH = '/customers/v1/cards';
const BODY = { wallet_id: '7b050dab-889e-4d33-8142-0f7cacb90f2a', program_id: 'a95b68b6-7bf1-46d6-bbcc-fc235b6b824e' };
const KEY = 'b51c6c25-c858-42d5-ac7e-25a69e7948d6';
export const ANSWER = JSON.stringify({
  id: '1b8ecc17-4edd-4b74-ae4f-208aeb78f105',
  type: 'VIRTUAL',
  ...BODY,
  created_at: '2025-01-13T17:29:20.127Z',
  updated_at: '2025-01-13T17:29:20.127Z',
  status: 'ACTIVE',
  external_id: '1111111',
  last_four_digit: '1111',
  expiry: '2031-10-04T06:36:49.799Z',
  m_pan: '1111***1111',
});
export const ANSWER_HEADERS = { 'content-type': 'application/json', 'content-length': String(ANSWER.length) };

export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
export type Call = () => Promise<unknown>;
export type Calls = Readonly<Record<string, Call>>;

/** The peers are not installed when this file is type-checked, so that only what is called of them is declared. */
type Create = (body: object) => Promise<unknown>;
type Sdk = new (options: object) => { cards: { create: Create }; customers: { create: Create } };
type MTSdk = new (options: object) => { counterparties: { create: Create } };
type StripeSdk = (new (key: string, options: object) => { customers: { create: Create } }) & {
  createFetchHttpClient: (fetch: Fetch) => object;
};
type Ky = { create: (options: object) => { post: (url: string, options: object) => { json: () => Promise<unknown> } } };
type Undici = { request: (url: string, options: object) => Promise<{ body: { json: () => Promise<unknown> } }> };

const load = async <T>(name: string): Promise<T> => (await import(name)) as T;

/** Contenders that send through the `fetch` that they are given, each with the call that it makes for one new card. */
export async function onFetch(baseUrl: string, fetch: Fetch): Promise<Calls> {
  const { createKobbleClient } = await load<typeof Kobble>(packageEntry('kobble-client'));
  const { default: ky } = await load<{ default: Ky }>('ky');
  const { default: Lithic } = await load<{ default: Sdk }>('lithic');
  const { default: ModernTreasury } = await load<{ default: MTSdk }>('modern-treasury');
  const { default: Stripe } = await load<{ default: StripeSdk }>('stripe');
  const plain = createFetchClient<paths>({ baseUrl, fetch: (request) => fetch(request) });
  const layered = createFetchClient<paths>({ baseUrl, fetch: (request) => fetch(request) });
  layered.use(...usualMiddleware());
  const kobble = createKobbleClient({ baseUrl, token: 'token', fetch: (url, init) => fetch(url, init) });
  const headers = { authorization: 'Bearer token', 'idempotency-key': KEY };
  const viaKy = ky.create({ prefixUrl: baseUrl, fetch, headers });
  const lithic = new Lithic({ apiKey: 'key', baseURL: baseUrl, fetch });
  const treasury = new ModernTreasury({ apiKey: 'key', organizationID: 'id', baseURL: baseUrl, fetch });
  const stripe = new Stripe('key', { ...hostOf(baseUrl), httpClient: Stripe.createFetchHttpClient(fetch) });
  return {
    [BARE]: async () => {
      const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } };
      return (await (await fetch(baseUrl + PATH, { ...init, body: JSON.stringify(BODY) })).json()) as unknown;
    },
    [KOBBLE]: () => kobble.cards.create(BODY),
    [OPENAPI_FETCH]: () => plain.POST(PATH, { params: { header: { 'Idempotency-Key': KEY } }, body: BODY, headers }),
    'openapi-fetch + 3 middlewares': () => layered.POST(PATH, { body: BODY }),
    ky: () => viaKy.post(PATH.slice(1), { json: BODY }).json(),
    lithic: () => lithic.cards.create({ type: 'VIRTUAL', memo: KEY }),
    'modern-treasury': () => treasury.counterparties.create({ name: KEY }),
    'stripe (fetch)': () => stripe.customers.create({ name: KEY }),
  };
}

/** Contenders with a transport of their own. */
export async function onOwnTransport(baseUrl: string): Promise<Calls> {
  const { createKobbleClient } = await load<typeof Kobble>(packageEntry('kobble-client'));
  const { undiciFetch } = await load<typeof KobbleUndici>(packageEntry('kobble-client/undici'));
  const { request } = await load<Undici>(packageEntry('undici'));
  const { default: Stripe } = await load<{ default: StripeSdk }>('stripe');
  const { SquareClient } = await load<{ SquareClient: Sdk }>('square');
  const kobble = createKobbleClient({ baseUrl, token: 'token', fetch: undiciFetch() });
  const stripe = new Stripe('key', hostOf(baseUrl));
  const square = new SquareClient({ token: 'token', environment: baseUrl });
  const headers = { 'content-type': 'application/json', authorization: 'Bearer token', 'idempotency-key': KEY };
  return {
    [KOBBLE_UNDICI]: () => kobble.cards.create(BODY),
    'undici.request': async () =>
      (await request(baseUrl + PATH, { method: 'POST', headers, body: JSON.stringify(BODY) })).body.json(),
    'stripe (node:http)': () => stripe.customers.create({ name: KEY }),
    square: () => square.customers.create({ givenName: KEY }),
  };
}

/** A token, a key, and a retry that keeps a copy of the request: what a service usually adds. */
function usualMiddleware(): Middleware[] {
  const copies = new Map<string, Request>();
  return [
    { onRequest: ({ request }) => request.headers.set('authorization', 'Bearer token') },
    { onRequest: ({ request }) => request.headers.set('idempotency-key', crypto.randomUUID()) },
    {
      onRequest: ({ request, id }) => void copies.set(id, request.clone()),
      onResponse: ({ id }) => void copies.delete(id),
    },
  ];
}

const hostOf = (baseUrl: string): object => {
  const { hostname: host, port, protocol } = new URL(baseUrl);
  return { host, port, protocol: protocol.slice(0, -1), telemetry: false };
};

const fromRoot = createRequire(new URL('../../package.json', import.meta.url));

/** Returns the file of an entry of this package, or of undici, which it needs, as a caller would get it. */
export const packageEntry = (name: string): string => pathToFileURL(fromRoot.resolve(name)).href;
