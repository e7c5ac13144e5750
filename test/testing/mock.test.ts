// Proves that the mock answers with the contract's examples, lets a caller choose the response, and names what is wrong.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createKobbleClient, type KobbleClient } from '../../src/index.js';
import { startKobbleMock, type KobbleMock } from '../../src/testing/index.js';

let mock: KobbleMock;
let kobble: KobbleClient;

beforeAll(async () => {
  mock = await startKobbleMock();
  kobble = createKobbleClient({ baseUrl: mock.url, clientId: 'id', clientSecret: 'secret', scope: 'client/read' });
});
afterAll(() => mock.close());

test('the mock answers the contract’s examples, tokens included', async () => {
  const page = await kobble.cards.list();
  expect(page.total).toBe(1);
  expect(page.items[0]?.wallet_id).toBe('a7cdfd39-97a8-4c1c-b90b-de2cd148af34');
});

test('prefer chooses a status', async () => {
  const refused = kobble.cards.get('any', { headers: mock.prefer({ code: 404 }) });
  await expect(refused).rejects.toMatchObject({ status: 404 });
});

test('prefer chooses an example, and leaves out what is undefined', async () => {
  const headers = mock.prefer({ code: 200, example: 'company', dynamic: undefined });
  expect(headers).toEqual({ prefer: 'code=200, example=company' });
  expect((await kobble.endusers.get('any', { headers })).company).toMatchObject({ name: 'Example Pty Ltd' });
});

test('prefer asks for made-up values', async () => {
  const cards = [1, 2].map(() => kobble.cards.get('any', { headers: mock.prefer({ dynamic: true }) }));
  const [one, other] = await Promise.all(cards);
  expect(one?.id).not.toBe(other?.id);
});

test('a violation of the contract is refused and named', async () => {
  const response = await fetch(`${mock.url}/customers/v1/cards`, {
    method: 'POST',
    headers: { authorization: 'Bearer any', 'content-type': 'application/json' },
    body: '{}',
  });
  expect(response.status).toBe(400);
  expect(response.headers.get('sl-violations')).toContain('idempotency-key');
});

test('a port that is taken is named', async () => {
  const port = Number(new URL(mock.url).port);
  await expect(startKobbleMock({ port })).rejects.toThrow(`kobble-client: Prism cannot listen on port ${port}.`);
});

test('a closed mock no longer listens', async () => {
  const second = await startKobbleMock();
  await Promise.all([second.close(), second.close()]);
  await second.close(); // closing again does nothing
  await expect(fetch(second.url)).rejects.toThrow('fetch failed');
});
