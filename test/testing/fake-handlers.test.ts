// Proves that MSW answers from the fake: every path of the contract, at any host, with its faults, and nothing else.
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createKobbleClient } from '../../src/index.js';
import { createFakeKobble, fakeHandlers, type FakeKobble } from '../../src/testing/index.js';
import { contract } from '../support/contract.js';
import { failureOf } from '../support/failure.js';

const CREDENTIALS = { clientId: 'any', clientSecret: 'any', scope: 'client/write' };
const server = setupServer(http.all('https://shop.test/*', () => HttpResponse.json('the shop'))); // of lowest precedence
let fake: FakeKobble;

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterAll(() => server.close());
beforeEach(() => {
  fake = createFakeKobble();
  server.use(...fakeHandlers(fake, http));
});
afterEach(async () => {
  server.resetHandlers();
  await fake.close();
});

it('answers the platform’s fetch, token requests included, and loses a response', async () => {
  const kobble = createKobbleClient({ environment: 'staging', ...CREDENTIALS });
  fake.faults.on('createCard').dropAnswer();
  const body = { wallet_id: fake.state.addActiveWallet().id, program_id: fake.state.addProgram().id };
  const card = await kobble.cards.create(body);
  expect([...fake.state.cards.keys()]).toEqual([card.id]);
  expect(fake.calls.of('createCard').map(({ status }) => status)).toEqual(['dropped', 200]);
  expect(fake.calls.of('getAccessToken')).toHaveLength(1);
});

it('lets a request time out', async () => {
  const kobble = createKobbleClient({ environment: 'staging', token: fake.state.addToken(), retry: { maxRetries: 0 } });
  fake.faults.on('listWallets').stallHeaders();
  expect(await failureOf(kobble.wallets.list({ timeoutMs: 50 }))).toMatchObject({ code: 'attempt_timeout' });
});

it('answers every path of the contract', async () => {
  for (const path of Object.keys(contract.paths)) await fetch(`https://anywhere.test${path}`);
  expect(fake.calls.length).toBe(Object.keys(contract.paths).length);
});

it.each(['orders', 'customers', 'customers/v2/cards', 'token'])('leaves /%s to other handlers', async (path) => {
  expect(await (await fetch(`https://shop.test/${path}`)).json()).toBe('the shop');
  expect(fake.calls.length).toBe(0);
});
