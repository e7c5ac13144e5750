import type * as Kobble from '../../src/index.js';
import type * as KobbleUndici from '../../src/undici/index.js';
import { BODY, CARD_ID, KEY, KOBBLE_UNDICI, PATH, type Contenders } from './calls.js';
import { hostOf, load, packageEntry, type StripeSdk } from './packages.js';

type SquareSdk = new (options: object) => {
  customers: { create: (body: object) => Promise<unknown>; get: (request: object) => Promise<unknown> };
};
type Undici = { request: (url: string, options: object) => Promise<{ body: { json: () => Promise<unknown> } }> };

/** Contenders with a transport of their own. */
export async function onOwnTransport(baseUrl: string): Promise<Contenders> {
  const { createKobbleClient } = await load<typeof Kobble>(packageEntry('kobble-client'));
  const { undiciFetch } = await load<typeof KobbleUndici>(packageEntry('kobble-client/undici'));
  const { request } = await load<Undici>(packageEntry('undici'));
  const { default: Stripe } = await load<{ default: StripeSdk }>('stripe');
  const { SquareClient } = await load<{ SquareClient: SquareSdk }>('square');
  const kobble = createKobbleClient({ baseUrl, token: 'token', fetch: undiciFetch() });
  const stripe = new Stripe('key', hostOf(baseUrl));
  const square = new SquareClient({ token: 'token', environment: baseUrl });
  const authorization = 'Bearer token';
  const headers = { 'content-type': 'application/json', authorization, 'idempotency-key': KEY };
  return {
    create: {
      [KOBBLE_UNDICI]: () => kobble.cards.create(BODY),
      'undici.request': async () =>
        (await request(baseUrl + PATH, { method: 'POST', headers, body: JSON.stringify(BODY) })).body.json(),
      'stripe (node:http)': () => stripe.customers.create({ name: KEY }),
      square: () => square.customers.create({ givenName: KEY }),
    },
    get: {
      [KOBBLE_UNDICI]: () => kobble.cards.get(CARD_ID),
      'undici.request': async () =>
        (await request(`${baseUrl}${PATH}/${CARD_ID}`, { headers: { authorization } })).body.json(),
      'stripe (node:http)': () => stripe.customers.retrieve(CARD_ID),
      square: () => square.customers.get({ customerId: CARD_ID }),
    },
  };
}
