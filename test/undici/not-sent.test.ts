// Proves that over undici a call is sent once, whatever interceptors do, and that `not-sent` is said of what never started.
import { Agent, interceptors, MockAgent, ProxyAgent, RetryAgent, type Dispatcher } from 'undici';
import { createServer } from 'node:http';
import { describe, expect, test } from 'vitest';
import { createKobbleClient, type KobbleClientOptions } from '../../src/index.js';
import { undiciFetch } from '../../src/undici/index.js';
import { failureOf } from '../support/failure.js';
import { listenOn, serveHttp, serveRaw } from '../support/faults/servers.js';
import { CARD } from '../support/samples.js';

const ID = '{"id":"card-1"}';
const unknown = { name: 'ConnectionError', code: 'connection_failed', outcome: 'unknown', attempts: 1 };
const clientOf = (baseUrl: string, fetch: KobbleClientOptions['fetch'], options: KobbleClientOptions = {}) =>
  createKobbleClient({ baseUrl, token: 'T', logLevel: 'off', retry: { maxRetries: 0 }, fetch, ...options });

/** Returns the failure of a PUT, which has no key: it must not be executed twice. */
const failureOfPut = (baseUrl: string, dispatcher: Dispatcher) =>
  failureOf(clientOf(baseUrl, undiciFetch(dispatcher)).beneficiaries.update('1', {}));

/** Returns an agent whose connections fail with this error. */
const failing = (text: string, facts: object) =>
  new Agent({ connect: (_, callback) => callback(Object.assign(new Error(text), facts), null) });

describe('not sent', () => {
  test.each([
    ['ETIMEDOUT', 'connect_timeout'],
    ['EHOSTUNREACH', 'connection_failed'],
    ['ENETUNREACH', 'connection_failed'],
    ['EADDRNOTAVAIL', 'connection_failed'],
    ['ECONNREFUSED', 'connection_refused'],
  ])('a connection that fails with %s, also at the address of a proxy', async (errno, code) => {
    const agent = failing(`connect ${errno} 10.0.0.1:3128`, { code: errno, syscall: 'connect' });
    expect(await failureOfPut('https://api.kobble.test', agent)).toMatchObject({ code, outcome: 'not-sent' });
  });

  test('a call through a proxy that is down', async () => {
    const { url, stop } = await serveRaw(() => {});
    await stop();
    const error = await failureOfPut('https://api.kobble.test', new ProxyAgent(url));
    expect(error).toMatchObject({ code: 'connection_refused', outcome: 'not-sent' });
  });

  test.each([403, 407, 502])('a call through a proxy that refuses CONNECT with %d', async (status) => {
    const proxy = createServer().on('connect', (_, socket) => socket.end(`HTTP/1.1 ${status} No\r\n\r\n`));
    const { url } = await listenOn(proxy);
    const error = await failureOfPut('https://api.kobble.test', new ProxyAgent(url));
    expect(error).toMatchObject({ code: 'connection_failed', outcome: 'not-sent' });
  });

  test('but not a failure that a dispatcher reports without having connected', async () => {
    const agent = new MockAgent();
    const reset = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' });
    agent
      .get('https://api.kobble.test')
      .intercept({ path: () => true, method: 'PUT' })
      .replyWithError(reset);
    expect(await failureOfPut('https://api.kobble.test', agent)).toMatchObject(unknown);
  });
});

/** Sends each request again after a second dispatch was refused a connection, as a retry of one's own would do. */
const again =
  (dispatch: Dispatcher.Dispatch): Dispatcher.Dispatch =>
  (options, handler) =>
    dispatch(options, {
      onRequestStart: (controller, context) => handler.onRequestStart?.(controller, context),
      onResponseStart: (...response) => handler.onResponseStart?.(...response),
      onResponseData: (...data) => handler.onResponseData?.(...data),
      onResponseEnd: (...end) => handler.onResponseEnd?.(...end),
      onResponseError: () => void dispatch(options, handler),
    });

describe('sent once', () => {
  const retries = [
    interceptors.retry({ minTimeout: 1 }),
    interceptors.retry({ minTimeout: 1, methods: ['PUT'], throwOnError: false }),
    interceptors.retry({ retry: (_error, _context, callback) => callback(null) }),
  ];

  test.each(retries)('though a retry interceptor is composed: 503 (%#)', async (interceptor) => {
    const { url, requests } = await serveHttp((_, response) => void response.writeHead(503).end('{}'));
    const error = await failureOfPut(url, new Agent().compose(interceptor));
    expect(error).toMatchObject({ name: 'ServerError', status: 503, outcome: 'unknown', attempts: 1 });
    expect(requests).toHaveLength(1);
  });

  test.each([...retries, again])('though an interceptor repeats a lost answer (%#)', async (interceptor) => {
    const { url, requests } = await serveHttp((_, response) => void response.socket?.destroy());
    expect(await failureOfPut(url, new Agent().compose(interceptor))).toMatchObject(unknown);
    expect(requests).toHaveLength(1);
  });

  test.each([...retries, again])('and not called not-sent if the repeat is refused (%#)', async (interceptor) => {
    const { url, stop, requests } = await serveHttp((_, response) => {
      void stop();
      response.socket?.destroy();
    });
    expect(await failureOfPut(url, new Agent().compose(interceptor))).toMatchObject(unknown);
    expect(requests).toHaveLength(1);
  });

  test('though a redirect interceptor is composed: body, key and token go nowhere else', async () => {
    const other = await serveHttp((_, response) => void response.end(ID));
    const { url } = await serveHttp((_, response) => void response.writeHead(307, { location: other.url }).end());
    const agent = new Agent().compose(interceptors.redirect({ maxRedirections: 5 }));
    const error = await failureOf(clientOf(url, undiciFetch(agent)).cards.create(CARD));
    expect(error).toMatchObject({ status: 307, outcome: 'unknown' });
    expect(other.requests).toEqual([]);
  });

  test.each<Dispatcher>([new RetryAgent(new Agent()), new RetryAgent(new Agent()).compose(interceptors.dump())])(
    'and a RetryAgent, which cannot be switched off, is refused (%#)',
    (agent) => {
      expect(() => undiciFetch(agent)).toThrow('undiciFetch takes no RetryAgent: the client retries itself');
    },
  );
});

describe('a wrapper that sends twice', () => {
  test.each([
    ['the init itself', (init: RequestInit) => init],
    ['a copy of it', (init: RequestInit) => ({ ...init })],
  ])('leaves no request without a limit: %s', async (_, initOf) => {
    let ended = 0;
    const { url, requests } = await serveHttp((_request, response) => void response.on('close', () => ended++));
    const send = undiciFetch();
    const twice = (to: string, init: RequestInit = {}) =>
      Promise.race([send(to, initOf(init)), send(to, initOf(init))]);
    const error = await failureOf(clientOf(url, twice, { timeoutMs: 300 }).cards.create(CARD));
    expect(error).toMatchObject({ code: 'attempt_timeout', outcome: 'unknown' });
    expect(requests).toHaveLength(2);
    await expect.poll(() => ended).toBe(2);
  });

  test('does not make not-sent of a first request that was lost', async () => {
    const { url, stop, requests } = await serveHttp((_, response) => {
      void stop();
      response.socket?.destroy();
    });
    const send = undiciFetch();
    const twice = (to: string, init?: RequestInit) => send(to, init).catch(() => send(to, init));
    const error = await failureOf(clientOf(url, twice).beneficiaries.update('1', {}));
    expect(error).toMatchObject(unknown);
    expect(requests).toHaveLength(1);
  });
});
