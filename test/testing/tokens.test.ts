// Proves that the fake issues, expires and refuses tokens as its options say, and limits the rate of calls.
import { expect, test } from 'vitest';
import { createKobbleClient } from '../../src/index.js';
import { createFakeKobble } from '../../src/testing/index.js';
import { WAYS, world } from '../support/worlds.js';

const askForToken = (fetch: (url: string, init: RequestInit) => Promise<Response>, baseUrl: string, form: object) =>
  fetch(`${baseUrl}/oauth2/token`, { method: 'POST', body: new URLSearchParams(form as Record<string, string>) });

const FORM = { grant_type: 'client_credentials', client_id: 'id', client_secret: 'secret', scope: 'client/read' };

test.each(WAYS)('a token is issued by client credentials, %s', async (way) => {
  const { fetch, baseUrl } = await world(way);
  const response = await askForToken(fetch, baseUrl, FORM);
  expect(response.status).toBe(200);
  const token = { access_token: expect.any(String) as string, expires_in: 3600 };
  expect(await response.json()).toEqual(token);
});

test('only the named client gets one', async () => {
  const { fetch, baseUrl } = await world('in process', { clientId: 'id', clientSecret: 'secret' });
  expect((await askForToken(fetch, baseUrl, FORM)).status).toBe(200);
  const refused = await askForToken(fetch, baseUrl, { ...FORM, client_secret: 'guess' });
  expect(refused.status).toBe(401);
  expect(await refused.json()).toMatchObject({ error: 'invalid_client' });
  expect((await askForToken(fetch, baseUrl, { ...FORM, client_id: 'other' })).status).toBe(401);
});

test('a token that the fake did not issue is refused', async () => {
  const fake = createFakeKobble();
  const clientWith = (token: string) =>
    createKobbleClient({ baseUrl: 'https://kobble.test', fetch: fake.fetch, token });
  await expect(clientWith('made-up').cards.list()).rejects.toMatchObject({ status: 401 });
  expect((await clientWith(fake.state.addToken()).cards.list()).items).toEqual([]);
  fake.state.revokeTokens();
  await fake.close();
});

test('a token expires by the clock of the fake', async () => {
  const { fake, fetch, baseUrl } = await world('in process', { tokenLifeSeconds: 60 });
  const { access_token } = (await (await askForToken(fetch, baseUrl, FORM)).json()) as { access_token: string };
  const list = () => fetch(`${baseUrl}/customers/v1/wallets`, { headers: { authorization: `Bearer ${access_token}` } });
  expect((await list()).status).toBe(200);
  fake.clock.advance(59_000);
  expect((await list()).status).toBe(200);
  fake.clock.advance(1_000);
  expect((await list()).status).toBe(401);
});

test('a token without a stated life is valid until it is revoked', async () => {
  const { fake, kobble, fetch, baseUrl } = await world('in process', { tokenLifeSeconds: null });
  expect(await (await askForToken(fetch, baseUrl, FORM)).json()).not.toHaveProperty('expires_in');
  await kobble.wallets.list();
  fake.clock.advance(1e12);
  await kobble.wallets.list();
  expect(fake.calls.of('getAccessToken')).toHaveLength(2);
  fake.state.revokeTokens();
  await kobble.wallets.list();
  expect(fake.calls.of('getAccessToken')).toHaveLength(3);
  expect(fake.calls.of('listWallets').map(({ status }) => status)).toEqual([200, 200, 401, 200]);
});

test('no secret of a token request is kept in the calls', async () => {
  const { fake, kobble } = await world('in process');
  await kobble.wallets.list();
  expect(JSON.stringify([...fake.calls])).not.toContain('secret');
  expect(fake.calls.at(0)).toMatchObject({ operationId: 'getAccessToken', status: 200, effect: false });
});

test('calls past the rate limit are answered 429 until the window is over', async () => {
  const { fake, once } = await world('over HTTP', { rateLimit: { calls: 3, perMs: 5_000 } });
  await once.wallets.list();
  await once.wallets.list();
  await expect(once.wallets.list()).rejects.toMatchObject({ status: 429, retryAfterMs: 5_000 });
  fake.clock.advance(5_000);
  expect(await once.wallets.list()).toEqual([]);
});
