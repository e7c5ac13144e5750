// Proves that responses which few servers send have the same result over each transport, and never an error of a platform's constructor.
import { gzipSync, brotliCompressSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { createKobbleClient } from '../../src/index.js';
import { failureOf } from '../support/failure.js';
import { rawAnswer, serveHttp, serveRaw } from '../support/faults/servers.js';
import { TRANSPORTS } from '../support/faults/transports.js';
import { CARD } from '../support/samples.js';

const ID = '{"id":"card-1"}';
const NO_PROXY = { name: 'ConnectionError', code: 'connection_failed', outcome: 'unknown', attempts: 1 };

describe.each(TRANSPORTS)('%s', (_, transport) => {
  const clientOf = (baseUrl: string) =>
    createKobbleClient({ baseUrl, token: 'T', logLevel: 'off', retry: { maxRetries: 0 }, ...transport() });

  /** Answers with bytes, one for each character. */
  async function clientOfBytes(status: string, headers: readonly string[] = [], body = ID) {
    const answer = rawAnswer(status, headers, body);
    return clientOf((await serveRaw((socket) => void socket.on('data', () => socket.write(answer, 'latin1')))).url);
  }

  test.each<[string, (body: string) => Uint8Array]>([
    ['gzip, gzip', (body) => gzipSync(gzipSync(body))],
    ['br, gzip', (body) => gzipSync(brotliCompressSync(body))],
    ['GZIP ,X-Gzip', (body) => gzipSync(gzipSync(body))],
  ])('decodes %s', async (coding, encode) => {
    const { url } = await serveHttp(
      (_request, response) => void response.writeHead(200, { 'content-encoding': coding }).end(encode(ID)),
    );
    expect(await clientOf(url).cards.get('1')).toEqual({ id: 'card-1' });
  });

  test.each(['gzip, unknown', 'unknown, gzip', ','])('leaves a body with coding %s as it is', async (coding) => {
    const kobble = await clientOfBytes('200 OK', [`content-encoding: ${coding}`]);
    expect(await kobble.cards.get('1')).toEqual({ id: 'card-1' });
  });

  test('does not decode six codings', async () => {
    const kobble = await clientOfBytes('201 Created', [`content-encoding: ${Array(6).fill('gzip').join()}`]);
    expect(await failureOf(kobble.cards.create(CARD))).toMatchObject(NO_PROXY);
  });

  test('takes a 407 of the origin, which no proxy may pass on, for a failure', async () => {
    const kobble = await clientOfBytes('407 Proxy Authentication Required', ['proxy-authenticate: Basic realm="x"']);
    expect(await failureOf(kobble.cards.create(CARD))).toMatchObject(NO_PROXY);
  });

  test.each<[string, (kobble: ReturnType<typeof clientOf>) => Promise<unknown>]>([
    ['GET', (kobble) => kobble.cards.get('1')],
    ['DELETE', (kobble) => kobble.webhooks.delete('1')],
    ['POST', (kobble) => kobble.cards.create(CARD)],
    ['PUT without a body', (kobble) => kobble.request('PUT', '/customers/v1/news')],
  ])('sends a %s once that is answered with 421', async (_verb, call) => {
    const { url, requests } = await serveHttp((_request, response) => void response.writeHead(421).end('{}'));
    const kobble = clientOf(url);
    for (const sent of [1, 2]) {
      const error = await failureOf(call(kobble));
      expect(error).toMatchObject({ name: 'ApiError', status: 421, outcome: 'rejected', attempts: 1 });
      expect(requests).toHaveLength(sent);
    }
  });

  test.each(['204 No Content', '205 Reset Content'])('reads no body of a %s', async (status) => {
    const headers = ['content-encoding: gzip', 'connection: close'];
    const kobble = await clientOfBytes(status, headers);
    expect(await failureOf(kobble.cards.create(CARD))).toMatchObject({ code: 'empty_body', outcome: 'unknown' });
  });

  test.each([
    '200 \u00e9t\u00e9',
    '200 \u00f0\u009f\u0092\u00b3', // a card, as UTF-8
    '200 \t',
    '200',
    '299 Odd',
  ])('reads the body of a success with the status line %o', async (status) => {
    const kobble = await clientOfBytes(status, ['x-odd: \u00f0\u009f\u0092\u00b3\u0080\u00ff', 'x-empty:']);
    const { data, response } = await kobble.cards.get('1').withResponse();
    expect(data).toEqual({ id: 'card-1' });
    expect(response).toBeInstanceOf(Response);
    expect([response.status, await response.clone().text()]).toEqual([Number(status.slice(0, 3)), ID]);
    expect(response.headers.get('x-odd')).toBe('\u00f0\u009f\u0092\u00b3\u0080\u00ff');
    expect(response.headers.get('x-empty')).toBe('');
    expect((await kobble.fetch(`${kobble.baseUrl}/customers/v1/cards/1`)).status).toBe(response.status);
  });

  test.each(['306 \u00ff', '418 \u00f0\u009f\u0092\u00b3', '600 Odd', '787', '999 \u0080'])(
    'makes an ApiError of the status line %o',
    async (line) => {
      const status = Number(line.slice(0, 3));
      const kobble = await clientOfBytes(line, ['x-request-id: \u00ff', 'content-type: \u00ff']);
      expect(await failureOf(kobble.cards.create(CARD))).toMatchObject({ status, body: { id: 'card-1' } });
      const response = await kobble.fetch(`${kobble.baseUrl}/customers/v1/cards/1`);
      expect([response.status, response.ok, await response.json()]).toEqual([status, false, { id: 'card-1' }]);
    },
  );
});

test('a request that a wrapper of the platform’s fetch repeats is sent, and not called misdirected', async () => {
  const { url, requests } = await serveHttp((_request, response) => {
    if (requests.length === 1) response.socket?.destroy();
    else response.end(ID);
  });
  const send = globalThis.fetch;
  vi.stubGlobal('fetch', (to: string, init: RequestInit) => send(to, init).catch(() => send(to, init)));
  const kobble = createKobbleClient({ baseUrl: url, token: 'T', logLevel: 'off' });
  expect(await kobble.cards.create(CARD)).toEqual({ id: 'card-1' });
  expect(requests).toHaveLength(2);
});
