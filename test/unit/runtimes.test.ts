// Proves what the client does for the traits of a runtime: test/runtimes shows in the runtimes themselves that it helps.
import { inspect } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createKobbleClient, type KobbleClient } from '../../src/index.js';
import { failureOf } from '../support/failure.js';
import { hanging, inTurn, json, status } from '../support/replies.js';
import { BASE_URL, setUp } from '../support/requests.js';
import { holdTime, letTimePass } from '../support/time.js';

afterEach(() => {
  vi.useRealTimers();
});

describe('the platform’s fetch is given', () => {
  const platform = vi.fn<(url: string, init: RequestInit) => Promise<Response>>(async () => json({ id: '1' }));

  /** Returns the init of one call in a runtime that has this global. */
  async function initOf(runtime: string, call: (kobble: KobbleClient) => Promise<unknown>): Promise<RequestInit> {
    platform.mockClear();
    vi.stubGlobal('fetch', platform);
    if (runtime !== 'Node') vi.stubGlobal(runtime, {});
    await call(createKobbleClient({ baseUrl: BASE_URL, token: 'token-1' }));
    return platform.mock.calls[0]?.[1] ?? {};
  }
  const read = (kobble: KobbleClient) => kobble.cards.get('1');
  const write = (kobble: KobbleClient) => kobble.webhooks.create({ url: 'https://kobble.test/hook' });
  const remove = (kobble: KobbleClient) => kobble.webhooks.delete('1');
  const bare = (kobble: KobbleClient) => kobble.request('POST', '/customers/v1/news');

  it('text in Node', async () => {
    const { body, ...init } = await initOf('Node', write);
    expect(body).toBe('{"url":"https://kobble.test/hook"}');
    expect(init).not.toHaveProperty('keepalive');
    expect(init).not.toHaveProperty('duplex');
  });

  it('a stream in Deno, which repeats any other body', async () => {
    const init = await initOf('Deno', write);
    expect(init).toMatchObject({ method: 'POST', duplex: 'half', redirect: 'manual' });
    expect(init.headers).toMatchObject({ authorization: 'Bearer token-1', 'content-type': 'application/json' });
    expect(init.signal).toBeInstanceOf(AbortSignal);
    expect(init.body).toBeInstanceOf(ReadableStream);
    expect(await new Response(init.body).text()).toBe('{"url":"https://kobble.test/hook"}');
    const empty = await initOf('Deno', bare);
    expect(await new Response(empty.body).text()).toBe('');
  });

  it.each([read, remove])('no stream in Deno for what can be repeated (%#)', async (call) => {
    expect(await initOf('Deno', call)).toMatchObject({ body: null });
  });

  it('a new connection for each write in Bun, which repeats it if a kept one is dead', async () => {
    expect(await initOf('Bun', write)).toMatchObject({ keepalive: false, body: '{"url":"https://kobble.test/hook"}' });
    expect(await initOf('Bun', remove)).toMatchObject({ keepalive: false });
    expect(await initOf('Bun', read)).not.toHaveProperty('keepalive');
  });
});

const raise = () => {
  throw new Error('unreadable');
};

describe('an error without a code', () => {
  const CARD_URL = `${BASE_URL}/customers/v1/cards/card-1`;
  const deno = (text: string, url = CARD_URL) =>
    new TypeError('fetch failed', { cause: new Error(`error sending request for url (${url}): client error ${text}`) });
  const refused = '(Connect): tcp connect error: Connection refused (os error 111)';
  const named = (name: string, message: string) => Object.assign(new Error(message), { name });
  const access = (facts: object) =>
    new TypeError('fetch failed', {
      cause: Object.assign(new Error('denied'), { code: 'ERR_ACCESS_DENIED', ...facts }),
    });

  it.each([
    ['Deno: refused', deno(refused), 'connection_refused'],
    ['Deno: no route', deno('(Connect): tcp connect error: No route to host (os error 113)'), 'connection_failed'],
    [
      'Deno: connect timeout',
      deno('(Connect): tcp connect error: Connection timed out (os error 110)'),
      'connect_timeout',
    ],
    ['Deno: no TLS', deno('(Connect): received corrupt message of type InvalidContentType'), 'connection_failed'],
    ['Deno: dns', deno('(Connect): dns error: failed to lookup address information'), 'name_not_resolved'],
    ['Deno: certificate', deno('(Connect): invalid peer certificate: UnknownIssuer'), 'tls_failed'],
    [
      'Deno: no permission',
      named('NotCapable', 'Requires net access to "api.kobble.test:443", run again'),
      'network_access_denied',
    ],
    ['Node: connect', access({ syscall: 'connect', address: '10.0.0.1', port: 443 }), 'network_access_denied'],
    ['Node: dns', access({ syscall: 'getaddrinfo', hostname: 'api.kobble.test' }), 'network_access_denied'],
  ])('%s was not sent', async (_, thrown, code) => {
    const { kobble } = setUp({ token: 'token-1', api: () => Promise.reject(thrown) });
    const error = await failureOf(kobble.cards.get('card-1', { retry: { maxRetries: 0 } }));
    expect(error).toMatchObject({ name: 'ConnectionError', code, outcome: 'not-sent', attempts: 1 });
    expect(inspect(error)).not.toContain('card-1');
  });

  it.each([
    ['Deno: after the connection', deno('(SendRequest): connection closed before message completed')],
    ['Deno: another URL', deno(refused, 'https://logs.test/')],
    ['Deno: another host', named('NotCapable', 'Requires net access to "logs.test:443", run again')],
    ['Deno: a file', named('NotCapable', 'Requires write access to "log.txt", run again')],
    ['Node: another port', access({ syscall: 'connect', address: '10.0.0.1', port: 80 })],
    ['Node: a file', access({ permission: 'FileSystemWrite', resource: '/tmp/log' })],
    ['workerd', new Error('Network connection lost.')],
    ['Chromium', new TypeError('Failed to fetch')],
    ['an error that cannot be read', Object.defineProperty({}, 'message', { get: () => raise() })],
  ])('%s may have been sent', async (_, thrown) => {
    const { kobble } = setUp({ token: 'token-1', api: () => Promise.reject(thrown) });
    const error = await failureOf(kobble.cards.get('card-1', { retry: { maxRetries: 0 } }));
    expect(error).toMatchObject({ name: 'ConnectionError', code: 'connection_failed', outcome: 'unknown' });
  });

  it('is not trusted for a DELETE, which Deno repeats: its second attempt may be the one that was refused', async () => {
    const url = `${BASE_URL}/customer/v1/webhooks/subscriptions/1`;
    const { kobble } = setUp({ token: 'token-1', api: () => Promise.reject(deno(refused, url)) });
    const error = await failureOf(kobble.webhooks.delete('1', { retry: { maxRetries: 0 } }));
    expect(error).toMatchObject({ code: 'connection_failed', outcome: 'unknown' });
  });

  it('is not repeated if the network is not permitted', async () => {
    const thrown = named('NotCapable', 'Requires net access to "api.kobble.test:443", run again');
    const { kobble, sent } = setUp({ token: 'token-1', api: () => Promise.reject(thrown) });
    await failureOf(kobble.cards.get('card-1'));
    expect(sent).toHaveLength(1);
  });
});

it('a redirect in a browser, which tells neither status nor address, is called one', async () => {
  const opaque = Object.defineProperties(Response.error(), { type: { value: 'opaqueredirect' } });
  const { kobble } = setUp({ token: 'token-1', api: () => opaque });
  const error = await failureOf(kobble.webhooks.create({ url: 'https://kobble.test/hook' }));
  expect(error).toMatchObject({ status: 0, outcome: 'unknown' });
  expect(error.message).toBe('POST /customer/v1/webhooks/subscriptions → 0 Redirect (not followed)');
});

it('a signal has a listener during the whole call: Bun 1.3 stops AbortSignal.timeout with its last listener', async () => {
  holdTime();
  const { signal } = new AbortController();
  let listeners = 0;
  let fewest = Infinity;
  const count = (by: number) => () => {
    listeners += by;
    if (listeners < 1) fewest = Math.min(fewest, sent.length);
  };
  vi.spyOn(signal, 'addEventListener').mockImplementation(count(1));
  vi.spyOn(signal, 'removeEventListener').mockImplementation(count(-1));
  const api = inTurn(status(503), hanging, () => json({ id: '1' }));
  const { kobble, sent } = setUp({ token: 'token-1', api });
  await letTimePass(kobble.cards.get('1', { signal, timeoutMs: 500 }));
  expect({ fewest, listeners }).toEqual({ fewest: 3, listeners: 0 });
});
