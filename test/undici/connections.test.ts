// Proves what undici adds to the platform's `fetch`: HTTP/2, proxies, other dispatchers, and time limits of connections;
// and that its own time limits of headers and bodies do not apply.
import { createServer, request } from 'node:http';
import { createSecureServer } from 'node:http2';
import { connect, type Socket } from 'node:net';
import { Agent, MockAgent, ProxyAgent } from 'undici';
import { expect, test } from 'vitest';
import { createKobbleClient, type KobbleClientOptions } from '../../src/index.js';
import { undiciFetch } from '../../src/undici/index.js';
import { identity } from '../support/faults/identity.js';
import { failureOf } from '../support/failure.js';
import { listenOn, serveHttp, serveRaw } from '../support/faults/servers.js';
import { CARD } from '../support/samples.js';

const ID = '{"id":"card-1"}';
const clientOf = (baseUrl: string, fetch: KobbleClientOptions['fetch'], options: KobbleClientOptions = {}) =>
  createKobbleClient({ baseUrl, token: 'T', logLevel: 'off', retry: { maxRetries: 0 }, fetch, ...options });

test.each([
  [true, '2.0'],
  [false, '1.1'],
])('allowH2: %s uses HTTP/%s', async (allowH2, version) => {
  const versions: string[] = [];
  const server = createSecureServer({ ...identity(), allowHTTP1: true }, (received, response) => {
    versions.push(received.httpVersion);
    response.writeHead(201, { 'x-request-id': 'request-7' });
    response.end(ID);
  });
  const { port } = await listenOn(server);
  const fetch = undiciFetch({ allowH2, connect: { rejectUnauthorized: false } });
  const { data, response } = await clientOf(`https://localhost:${port}`, fetch).cards.create(CARD).withResponse();
  expect([data, response.status, response.headers.get('x-request-id')]).toEqual([{ id: 'card-1' }, 201, 'request-7']);
  expect([...response.headers.keys()].filter((name) => name.startsWith(':'))).toEqual([]);
  expect(versions).toEqual([version]);
});

test('a ProxyAgent carries the calls through the proxy', async () => {
  const api = await serveHttp((_, response) => void response.end(ID));
  const seen: string[] = [];
  const proxy = createServer((received, response) => {
    seen.push(`${received.method} ${received.url}`);
    const { method, headers } = received;
    received.pipe(
      request(received.url ?? '', { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      }),
    );
  }).on('connect', ({ url = '' }, socket: Socket) => {
    seen.push(`CONNECT ${url}`);
    const [host, port] = url.split(':');
    const target = connect(Number(port), host, () => socket.write('HTTP/1.1 200 Connected\r\n\r\n'));
    socket
      .on('error', () => {})
      .pipe(target.on('error', () => {}))
      .pipe(socket);
  });
  const { url } = await listenOn(proxy);
  const kobble = clientOf(api.url, undiciFetch(new ProxyAgent(url)));
  expect(await kobble.cards.create(CARD)).toEqual({ id: 'card-1' });
  expect(seen).toHaveLength(1);
  expect(api.requests).toHaveLength(1);
});

test('a MockAgent answers without a network', async () => {
  const agent = new MockAgent();
  agent.disableNetConnect();
  const headers = { 'content-type': 'application/json', 'x-request-id': 'request-7' };
  agent.get('https://api.kobble.test').intercept({ path: '/customers/v1/cards/1' }).reply(200, ID, { headers });
  const { data, response } = await clientOf('https://api.kobble.test', undiciFetch(agent))
    .cards.get('1')
    .withResponse();
  expect([data, response.headers.get('x-request-id')]).toEqual([{ id: 'card-1' }, 'request-7']);
});

test('a connection that is not made in time is not sent', async () => {
  const { port } = await serveRaw(() => {}); // never answers the handshake of TLS
  const fetch = undiciFetch({ connect: { timeout: 200 } });
  const error = await failureOf(clientOf(`https://127.0.0.1:${port}`, fetch).cards.create(CARD));
  expect(error).toMatchObject({ name: 'ConnectionError', code: 'connect_timeout', outcome: 'not-sent' });
});

test('the time limits of the agent for headers and bodies do not apply', async () => {
  const { url } = await serveHttp((_, response) => {
    setTimeout(() => response.writeHead(200).write(ID.slice(0, 3)), 1_500);
    setTimeout(() => response.end(ID.slice(3)), 3_000);
  });
  const fetch = undiciFetch(new Agent({ headersTimeout: 300, bodyTimeout: 300 }));
  expect(await clientOf(url, fetch).cards.get('1')).toEqual({ id: 'card-1' });
});

test('a call that waits for a connection ends by its timeout, and is not sent later', async () => {
  const { url, requests } = await serveHttp((_, response) => void setTimeout(() => response.end(ID), 500));
  const kobble = clientOf(url, undiciFetch({ connections: 1 }));
  const first = kobble.cards.get('1');
  const error = await failureOf(kobble.cards.get('2', { timeoutMs: 100 }));
  expect(error).toMatchObject({ code: 'attempt_timeout' });
  await first;
  expect(await kobble.cards.get('3')).toEqual({ id: 'card-1' });
  expect(requests.map((one) => one.url)).toEqual(['/customers/v1/cards/1', '/customers/v1/cards/3']);
});

test('a body that is neither text nor bytes is refused', async () => {
  await expect(undiciFetch()('http://127.0.0.1:1/', { method: 'POST', body: new FormData() })).rejects.toThrow(
    'undiciFetch sends a body that is a string or bytes',
  );
});

test('the response can be used before the client reads it', async () => {
  const { url } = await serveHttp((_, response) => void response.writeHead(200).end(ID));
  const send = undiciFetch();
  expect(await (await send(url)).json()).toEqual({ id: 'card-1' });
  expect(await (await send(url)).text()).toBe(ID);
  expect((await (await send(url)).bytes()).byteLength).toBe(ID.length);
  expect((await (await send(url)).blob()).size).toBe(ID.length);
  const response = await send(url);
  await response.body?.cancel();
  expect([response.bodyUsed, response.type, response.redirected, response.url]).toEqual([true, 'basic', false, url]);
});
