// Proves, over real sockets, that `undiciFetch` does as the platform's `fetch`: same results, errors and outcomes, the
// same reuse of connections, and nothing left running after a timeout or an abort.
import { createServer as createTlsServer } from 'node:https';
import type { ServerResponse } from 'node:http';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { callOf, createKobbleClient, type KobbleClientOptions } from '../../src/index.js';
import { failureOf } from '../support/failure.js';
import { identity } from '../support/faults/identity.js';
import { listenOn, rawAnswer, serveHttp, serveRaw } from '../support/faults/servers.js';
import { TRANSPORTS } from '../support/faults/transports.js';
import { CARD } from '../support/samples.js';
import { apiOf } from '../support/openapi-client.js';

const ID = '{"id":"card-1"}';
const JSON_TYPE = { 'content-type': 'application/json', 'x-request-id': 'request-7' };
const unknown = { name: 'ConnectionError', code: 'connection_failed', outcome: 'unknown' };

const reply =
  (status: number, headers: Record<string, string>, body: string | Uint8Array = ID) =>
  (_: unknown, response: ServerResponse) =>
    void response.writeHead(status, { ...JSON_TYPE, ...headers }).end(body);
const nothing = () => {};

describe.each(TRANSPORTS)('%s', (_, transport) => {
  const clientOf = (baseUrl: string, options: KobbleClientOptions = {}) =>
    createKobbleClient({ baseUrl, token: 'T', logLevel: 'off', retry: { maxRetries: 0 }, ...transport(), ...options });

  test('sends method, path, headers and body, and reads status, headers and body', async () => {
    const { url, requests } = await serveHttp(reply(201, { 'x-name': 'caf\u00e9' }));
    const { data, response } = await clientOf(url).cards.create(CARD).withResponse();
    expect(data).toEqual({ id: 'card-1' });
    expect(response).toBeInstanceOf(Response);
    expect([response.status, response.ok, response.url]).toEqual([201, true, `${url}/customers/v1/cards`]);
    expect([response.headers.get('x-name'), await response.json()]).toEqual(['caf\u00e9', data]);
    expect(requests[0]).toMatchObject({ method: 'POST', url: '/customers/v1/cards', body: JSON.stringify(CARD) });
    expect(requests[0]?.headers).toMatchObject({
      authorization: 'Bearer T',
      'content-type': 'application/json',
      accept: 'application/json',
      'accept-encoding': expect.stringContaining('gzip') as string,
      'user-agent': expect.any(String) as string,
    });
  });

  test('gives openapi-fetch a Response, also of a status that none can be made with', async () => {
    const { url } = await serveHttp(reply(999, {}, '"no"'));
    const { error, response } = await apiOf(clientOf(url)).GET('/customers/v1/cards');
    expect(response).toBeInstanceOf(Response);
    expect([response.status, response.ok, error]).toEqual([999, false, 'no']);
    expect(callOf(response)?.outcome).toBe('unknown');
  });

  test.each([204, 205, 304])('gives kobble.fetch a Response without a body: %d', async (status) => {
    const { url } = await serveHttp(reply(status, {}, ''));
    const response = await clientOf(url).fetch(`${url}/customer/v1/webhooks/subscriptions/1`, { method: 'DELETE' });
    expect([response.status, response.body]).toEqual([status, null]);
  });

  test.each<[string, Uint8Array]>([
    ['gzip', gzipSync(ID)],
    ['x-gzip', gzipSync(ID)],
    ['deflate', deflateSync(ID)],
    ['deflate', deflateRawSync(ID)],
    ['br', brotliCompressSync(ID)],
  ])('decodes %s', async (coding, body) => {
    const { url } = await serveHttp(reply(200, { 'content-encoding': coding }, body));
    expect(await clientOf(url).cards.get('1')).toEqual({ id: 'card-1' });
  });

  test.each([
    ['sequential calls', 1, 1],
    ['calls at once', 8, 8],
  ])('keeps connections for %s', async (_name, atOnce, expected) => {
    const ports = new Set<number | undefined>();
    const { url } = await serveHttp((request, response) => {
      ports.add(request.socket.remotePort);
      setTimeout(() => reply(200, {})(request, response), 20);
    });
    const kobble = clientOf(url);
    for (let i = 0; i < 5; i++) await Promise.all(Array.from({ length: atOnce }, () => kobble.cards.get('1')));
    expect(ports.size).toBeLessThanOrEqual(expected * 2); // undici takes a second one if the first is not ready again
  });

  test('continues on a new connection after the server closed the old one', async () => {
    const { url, closed } = await serveHttp(reply(200, { connection: 'close' }));
    const kobble = clientOf(url);
    await kobble.cards.get('1');
    await expect.poll(closed).toBe(1);
    expect(await kobble.cards.get('1')).toEqual({ id: 'card-1' });
  });

  test('says not-sent if the connection is refused', async () => {
    const { url, stop } = await serveRaw(nothing);
    await stop();
    const error = await failureOf(clientOf(url).cards.create(CARD));
    expect(error).toMatchObject({ name: 'ConnectionError', code: 'connection_refused', outcome: 'not-sent' });
    expect(error.cause).toMatchObject({ message: 'TypeError ← Error (ECONNREFUSED)' });
  });

  test('says not-sent if the name is not known', async () => {
    const error = await failureOf(clientOf('https://kobble.invalid').cards.create(CARD));
    expect(error).toMatchObject({ name: 'ConnectionError', code: 'name_not_resolved', outcome: 'not-sent' });
  });

  test('says not-sent if the certificate is refused', async () => {
    const { port } = await listenOn(createTlsServer(identity(), nothing));
    const error = await failureOf(clientOf(`https://localhost:${port}`).cards.create(CARD));
    expect(error).toMatchObject({ name: 'ConnectionError', code: 'tls_failed', outcome: 'not-sent' });
  });

  test.each<[string, (socket: import('node:net').Socket) => void]>([
    ['before its headers', (socket) => socket.destroy()],
    ['by a reset', (socket) => socket.resetAndDestroy()],
    ['in its headers', (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-')],
    ['in its body', (socket) => socket.end(rawAnswer('200 OK', ['content-type: application/json'], ID).slice(0, -3))],
    ['in a chunk', (socket) => socket.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nff\r\n{}')],
  ])('says unknown if the answer breaks off %s', async (_name, end) => {
    const { url } = await serveRaw((socket) => void socket.once('data', () => end(socket)));
    const error = await failureOf(clientOf(url).cards.create(CARD));
    expect(error).toMatchObject({ ...unknown, attempts: 1 });
    expect(String(error.cause)).toMatch(/^Error: TypeError ← (SocketError|Error) \((UND_ERR_SOCKET|ECONNRESET)\)$/);
  });

  test('keeps the request id of an answer that breaks off', async () => {
    const { url } = await serveHttp((_request, response) => {
      response
        .writeHead(200, { ...JSON_TYPE, 'content-length': 99 })
        .write('{', () => response.socket?.resetAndDestroy());
    });
    expect(await failureOf(clientOf(url).cards.create(CARD))).toMatchObject({ ...unknown, requestId: 'request-7' });
  });

  describe.each<[string, (response: ServerResponse) => void]>([
    ['headers', nothing],
    ['the body', (response) => void response.writeHead(200, JSON_TYPE).write('{"id":')],
  ])('while %s are waited for', (_name, begin) => {
    test('a timeout ends the call and its connection', async () => {
      const { url, closed, requests } = await serveHttp((_request, response) => begin(response));
      const error = await failureOf(clientOf(url, { timeoutMs: 150 }).cards.create(CARD));
      expect(error).toMatchObject({ name: 'TimeoutError', code: 'attempt_timeout', outcome: 'unknown' });
      await expect.poll(closed).toBeGreaterThan(0); // undici 7 opens another one, and sends nothing over it
      expect(requests).toHaveLength(1);
    });

    test('an abort ends the call and its connection', async () => {
      const controller = new AbortController();
      const { url, closed, requests } = await serveHttp((_request, response) => {
        begin(response);
        setTimeout(() => controller.abort(new Error('enough')), 50);
      });
      const error = await failureOf(clientOf(url).cards.create(CARD, { signal: controller.signal }));
      expect(error).toMatchObject({ name: 'AbortError', code: 'aborted', cause: { message: 'Error' } });
      await expect.poll(closed).toBeGreaterThan(0); // undici 7 opens another one, and sends nothing over it
      expect(requests).toHaveLength(1);
    });
  });

  test('repeats a keyed call after a 503, with the wait that it asks for', async () => {
    let count = 0;
    const { url, requests } = await serveHttp((request, response) =>
      count++ === 0 ? reply(503, { 'retry-after': '1' })(request, response) : reply(200, {})(request, response),
    );
    expect(await clientOf(url, { retry: {} }).cards.create(CARD)).toEqual({ id: 'card-1' });
    expect((requests[1]?.at ?? 0) - (requests[0]?.at ?? 0)).toBeGreaterThan(900);
    expect(requests[0]?.headers['idempotency-key']).toBe(requests[1]?.headers['idempotency-key']);
  });

  test('follows no redirect', async () => {
    const { url, requests } = await serveHttp(reply(307, { location: '/elsewhere' }));
    expect(await failureOf(clientOf(url).cards.create(CARD))).toMatchObject({ name: 'ApiError', status: 307 });
    expect(requests).toHaveLength(1);
  });

  test.each([64 * 1024, 4 * 1024 * 1024])('reads a body of %d bytes', async (size) => {
    const { url } = await serveHttp(reply(200, {}, JSON.stringify({ id: 'x'.repeat(size) })));
    expect((await clientOf(url).cards.get('1')).id).toHaveLength(size);
  });

  test('refuses a body over the limit, and text that is not UTF-8', async () => {
    const large = await serveHttp(reply(200, {}, JSON.stringify({ id: 'x'.repeat(100) })));
    const refused = await failureOf(clientOf(large.url, { maxResponseBytes: 50 }).cards.get('1'));
    expect(refused).toMatchObject({ name: 'DecodeError', code: 'body_too_large', requestId: 'request-7' });
    const invalid = await serveHttp(reply(200, {}, new Uint8Array([0x22, 0xff, 0x22])));
    expect(await failureOf(clientOf(invalid.url).cards.get('1'))).toMatchObject({ code: 'invalid_utf8' });
  });
});
