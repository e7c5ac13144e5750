// Proves that the fake and Prism refuse the same requests, and accept every example of the contract.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFakeKobble, startKobbleMock, type FakeKobble, type KobbleMock } from '../../src/testing/index.js';
import { operationsOf, resolve } from '../../scripts/lib/contract.js';
import { contract, operationIds } from '../support/contract.js';

import { BENEFICIARY, CARD } from '../support/samples.js';

let mock: KobbleMock;
let fake: FakeKobble;
let token: string;
beforeAll(async () => {
  mock = await startKobbleMock();
  fake = createFakeKobble();
  token = fake.state.addToken();
});
afterAll(() => Promise.all([mock.close(), fake.close()]));

interface Sent {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
}

/** Returns the responses of Prism and of the fake to the same request. */
async function both({ method = 'POST', path, headers = {}, body }: Sent): Promise<readonly [Response, Response]> {
  const all: Record<string, string | undefined> = {
    authorization: `Bearer ${token}`,
    ...(body !== undefined && { 'content-type': 'application/json' }),
    'idempotency-key': crypto.randomUUID(),
    ...headers,
  };
  const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const init = {
    method,
    headers: given,
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  };
  return [await fetch(mock.url + path, init), await fake.fetch(`https://kobble.test${path}`, init)];
}

const CARDS = '/customers/v1/cards';
const FORM = { grant_type: 'client_credentials', client_id: 'a', client_secret: 'b', scope: 'c' };
const form = (fields: Readonly<Record<string, string>>): Sent => ({
  path: '/oauth2/token',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(fields).toString(),
});

const REFUSED: Readonly<Record<string, Sent>> = {
  'no idempotency key': { path: CARDS, body: CARD, headers: { 'idempotency-key': undefined } },
  'a key that is not a UUID': { path: CARDS, body: CARD, headers: { 'idempotency-key': 'order-1' } },
  'a key of another version': {
    path: CARDS,
    body: CARD,
    headers: { 'idempotency-key': '6fa459ea-ee8a-1ca4-894e-db77e160355e' },
  },
  'a field is missing': { path: CARDS, body: { ...CARD, program_id: undefined } },
  'a field of another type': { path: CARDS, body: { ...CARD, wallet_id: 5 } },
  'no body': { path: CARDS },
  'an array for a body': { path: CARDS, body: [] },
  'cut JSON': { path: CARDS, body: '{"wallet_id":' },
  'another media type': { path: CARDS, body: CARD, headers: { 'content-type': 'text/plain' } },
  'a value outside its enum': { path: '/customers/v1/beneficiaries', body: { ...BENEFICIARY, bank_code_type: 'IBAN' } },
  'a value outside its pattern': { path: '/customers/v1/beneficiaries', body: { ...BENEFICIARY, bank_country: 'aus' } },
  'a fraction for an integer': { path: '/customers/v1/transactions/manual-credit', body: { amount: 1.5 } },
  'a wallet id that is not a UUID': {
    path: '/customers/v1/transactions/manual-credit',
    body: { amount: 1, to: 'mine' },
  },
  'an unknown status': { method: 'PUT', path: '/customers/v1/beneficiaries/a', body: { status: 'FROZEN' } },
  'an unknown action in the path': { path: `${CARDS}/a/destroy`, body: { reason: 'r', expiry: 'e' } },
  'neither person nor company': { path: '/customers/v1/endusers', body: { metadata: {} } },
  'a limit that is not a number': { method: 'GET', path: `${CARDS}?limit=many` },
  'an unknown order': { method: 'GET', path: `${CARDS}?order=up` },
  'a time that is not a date': { method: 'GET', path: `${CARDS}?from=yesterday` },
  'another grant': form({ ...FORM, grant_type: 'password' }),
  'no scope': form({ grant_type: 'client_credentials', client_id: 'a', client_secret: 'b' }),
  'a token request in JSON': { path: '/oauth2/token', body: FORM },
  'no token': { method: 'GET', path: CARDS, headers: { authorization: undefined } },
  'an unknown path': { method: 'GET', path: '/customers/v1/nothing' },
  'another verb': { method: 'DELETE', path: CARDS },
};

test.each(Object.entries(REFUSED))('both refuse: %s', async (_what, sent) => {
  const [byPrism, byFake] = await both(sent);
  expect([byPrism.status, byFake.status]).toSatisfy((statuses: number[]) => statuses.every((s) => s >= 400 && s < 500));
  expect(fake.state.effects).toEqual([]);
});

/** Every example of a request, and each operation without a body once. */
const EXAMPLES = [...operationsOf(contract)].flatMap(([method, template, { operationId, requestBody }]) => {
  const path = template.replace('{id}', 'a').replace('{action}', 'renew');
  const [[type, media] = []] = Object.entries(resolve(contract, requestBody ?? {}).content ?? {});
  const examples = Object.entries(media?.examples ?? {}).map(([name, example]) => {
    const { value } = resolve<{ readonly value?: unknown }>(contract, example);
    return { operationId, name, method, path, type, value };
  });
  return requestBody ? examples : [{ operationId, name: 'no body', method, path, type, value: undefined }];
});

test('the examples of every operation are tried', () => {
  expect(new Set(EXAMPLES.map(({ operationId }) => operationId))).toEqual(new Set(operationIds));
});

test.each(EXAMPLES)('both accept the example of $operationId: $name', async ({ method, path, type, value }) => {
  const isForm = type === 'application/x-www-form-urlencoded';
  const body = isForm ? new URLSearchParams(value as Record<string, string>).toString() : value;
  const headers = { 'content-type': type };
  const [byPrism, byFake] = await both({ method, path, headers, body });
  expect(byPrism.headers.get('sl-violations')).toBeNull();
  expect(byPrism.status).toBe(200);
  expect(await byFake.json()).not.toHaveProperty('errors'); // the id may be unknown, but nothing is wrong in the request
});
