// Proves that `kobble-client fake` and `mock` serve a client in another process, on loopback, with faults on demand, and stop.
import { request, type OutgoingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKobbleClient, isKobbleError, type KobbleClient } from '../../src/index.js';
import { startServer, type RunningServer } from '../support/cli/program.js';

describe('fake', () => {
  let server: RunningServer;
  let kobble: KobbleClient;
  beforeAll(async () => {
    server = await startServer('fake');
    const credentials = { clientId: 'any', clientSecret: 'any', scope: 'client/write' };
    kobble = createKobbleClient({ baseUrl: server.url, ...credentials, retry: { maxRetries: 2 } });
  });
  afterAll(async () => expect(await server.stop()).toBe(0));

  async function control(method: string, path: string, body?: object): Promise<unknown> {
    const init = { method, ...(body !== undefined && { body: JSON.stringify(body) }) };
    const response = await fetch(`${server.url}/__fake/${path}`, init);
    const result: unknown = await response.json();
    if (!response.ok) throw new Error((result as { message: string }).message);
    return result;
  }
  const add = (kind: string) => control('POST', `add/${kind}`, {}) as Promise<{ id: string }>;
  const newCard = async () => ({ wallet_id: (await add('active-wallet')).id, program_id: (await add('program')).id });

  it('is on loopback, and gives a token at the start', async () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const { token = '' } = server.printed;
    expect((await createKobbleClient({ baseUrl: server.url, token }).cards.list()).total).toBe(0);
  });

  it('carries a card out once, although its response is lost', async () => {
    await control('POST', 'faults', { operations: ['createCard'], fault: 'dropAnswer', times: 2 });
    const body = await newCard();
    const card = await kobble.cards.create(body);
    expect((await kobble.cards.get(card.id)).wallet_id).toBe(body.wallet_id);
    const calls = (await control('GET', 'calls')) as { operationId: string; status: unknown; effect: boolean }[];
    const attempts = calls.filter(({ operationId }) => operationId === 'createCard');
    expect(attempts.map(({ status, effect }) => [status, effect])).toEqual([
      ['dropped', true],
      ['dropped', false],
      [200, false],
    ]);
    expect(await control('GET', 'effects')).toHaveLength(1);
  });

  it.each([
    [{ fault: 'respond', status: 503, after: 'effect', retryAfter: 9 }, 'server_error'],
    [{ fault: 'stallHeaders' }, 'attempt_timeout'],
    [{ fault: 'stallBody' }, 'attempt_timeout'],
    [{ fault: 'dropRequest' }, 'connection_failed'],
    [{ fault: 'garble', how: 'cut' }, 'invalid_json'],
    [{ fault: 'slow', milliseconds: 60_000 }, 'attempt_timeout'],
  ])('plans %j', async (fault, code) => {
    await control('POST', 'faults', { operations: ['createCard'], times: 'always', ...fault });
    const card = kobble.cards.create(await newCard(), { timeoutMs: 1_000, retry: { maxRetries: 0 } });
    const error: unknown = await card.catch((thrown: unknown) => thrown);
    expect(isKobbleError(error) && error.code).toBe(code);
    await control('DELETE', 'faults');
    expect(await control('GET', 'faults')).toEqual([]);
  });

  it('lets tokens expire', async () => {
    await kobble.wallets.list();
    await control('POST', 'clock', { advance: 3_600_000 });
    await kobble.wallets.list();
    const calls = (await control('GET', 'calls')) as { operationId: string; status: unknown }[];
    const statuses = calls.filter(({ operationId }) => operationId === 'listWallets').map(({ status }) => status);
    expect(statuses).toEqual([200, 401, 200]);
  });

  it('draws faults at random', async () => {
    await control('POST', 'random', { seed: 1, respond500: 1 });
    await expect(kobble.wallets.list({ retry: { maxRetries: 0 } })).rejects.toMatchObject({ status: 500 });
    await control('DELETE', 'faults');
  });

  it.each([
    ['an unknown operation', 'POST', 'faults', { operations: ['makeCard'], fault: 'dropAnswer' }, /"makeCard"/],
    [
      'an unknown fault',
      'POST',
      'faults',
      { operations: ['createCard'], fault: 'explode' },
      /must be "dropAnswer", "dropRequest", /,
    ],
    ['no operation', 'POST', 'faults', { fault: 'dropAnswer' }, /"operations" of .* must be/],
    ['a wrong clock', 'POST', 'clock', { advance: 'soon' }, /"advance" of .* must be/],
    ['an unknown route', 'GET', 'nothing', undefined, /There is no GET \/__fake\/nothing/],
  ])('answers 400 to %s, and says why', async (_, method, path, body, reason) => {
    await expect(control(method, path, body)).rejects.toThrow(reason);
  });
});

describe('the control endpoint of the fake', () => {
  let server: RunningServer;
  beforeAll(async () => void (server = await startServer('fake')));
  afterAll(async () => expect(await server.stop()).toBe(0));

  /** Sends headers that `fetch` would not. Resolves to status and text. */
  const send = (method: string, path: string, headers: OutgoingHttpHeaders = {}) =>
    new Promise<[status: number | undefined, text: string]>((resolve, reject) => {
      const sent = request(server.url + path, { method, headers, agent: false }, (response) => {
        void text(response).then((body) => resolve([response.statusCode, body]), reject);
      });
      sent.on('error', reject).end();
    });
  const cards = async () => (await send('GET', '/__fake/effects'))[1];

  it.each<[string, OutgoingHttpHeaders]>([
    ['of a page', { origin: 'https://evil.test' }],
    ['of a page on loopback', { origin: 'http://localhost:3000' }],
    ['of a page without an origin', { origin: 'null' }],
    ['of an image in a page', { 'sec-fetch-site': 'cross-site' }],
    ['of a frame of the same site', { 'sec-fetch-site': 'same-site' }],
    ['of a page whose name was bound to loopback', { host: 'evil.test' }],
    ['with a name that begins like loopback', { host: '127.0.0.1.evil.test:4010' }],
    ['with user info as the host', { host: 'localhost@evil.test' }],
    ['with no host that can be read', { host: '][' }],
  ])('refuses a request %s', async (_, headers) => {
    for (const [method, path] of [
      ['POST', '/__fake/reset'],
      ['GET', '/__fake/calls'],
      ['GET', '/__fake'],
    ] as const) {
      const [status, body] = await send(method, path, headers);
      expect([status, body]).toEqual([403, expect.stringContaining('web page')]);
    }
  });

  it.each(['localhost', 'LOCALHOST:4010', '127.0.0.1', '[::1]:4010'])('takes a request to %s', async (host) => {
    expect((await send('GET', '/__fake/calls', { host, 'sec-fetch-site': 'none' }))[0]).toBe(200);
  });

  it.each(['/__fake', '/__fake/', '/__fake?'])('prints its help at %s', async (path) => {
    const [status, body] = await send('GET', path);
    expect(status).toBe(200);
    expect(body).toMatch(/^Control, below \/__fake, with JSON\..*\n\n {2}POST faults /s);
    expect(body).toContain('POST reset');
  });

  it('resets all but tokens and time', async () => {
    const { token = '' } = server.printed;
    const kobble = createKobbleClient({ baseUrl: server.url, token, retry: { maxRetries: 0 } });
    const add = async (kind: string) => JSON.parse((await send('POST', `/__fake/add/${kind}`))[1]) as { id: string };
    await kobble.cards.create({ wallet_id: (await add('active-wallet')).id, program_id: (await add('program')).id });
    expect(await cards()).toContain('createCard');
    expect(await send('POST', '/__fake/reset')).toEqual([200, '{"ok":true}']);
    expect([await cards(), (await send('GET', '/__fake/calls'))[1]]).toEqual(['[]', '[]']);
    expect([...(await kobble.wallets.list())]).toEqual([]);
  });
});

describe('mock', () => {
  it('serves the contract by Prism, and stops', async () => {
    const server = await startServer('mock');
    const kobble = createKobbleClient({ baseUrl: server.url, token: 'any' });
    expect((await kobble.cards.get('6e0a1f0c-5f0e-4c7e-9b39-0f3c3f7a2d11')).status).toBe('ACTIVE');
    expect(await server.stop()).toBe(0);
  });
});

it.each(['fake', 'mock'])('%s ends with its standard input, if it is told to', async (command) => {
  const [told, other] = await Promise.all([startServer(command, '--exit-with-stdin'), startServer(command)]);
  expect(await told.closeStdin()).toBe(0);
  await expect(fetch(told.url)).rejects.toThrow();
  void other.closeStdin();
  expect(await fetch(other.url)).toBeInstanceOf(Response);
  expect(await other.stop()).toBe(0);
});

it('says that a port is taken', async () => {
  const server = await startServer('fake');
  await expect(startServer('fake', '--port', new URL(server.url).port)).rejects.toThrow(/EADDRINUSE/);
  await server.stop();
});
