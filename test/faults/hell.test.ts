// Proves, over real sockets, that a broken response is never taken for a success, keeps its status and request id, does
// not fill the memory, and does not take a credential to another host.
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { KobbleClient, KobbleClientOptions } from '../../src/index.js';
import { failureOf } from '../support/failure.js';
import { createKobbleClient } from '../support/faults/clients.js';
import { rawAnswer, serveHttp, serveRaw } from '../support/faults/servers.js';
import { CARD } from '../support/samples.js';
import { apiOf } from '../support/openapi-client.js';

const MEGABYTE = 1024 * 1024;
const REQUEST_ID = { 'x-request-id': 'request-7' };
const JSON_TYPE = { 'content-type': 'application/json' };

/** A client that shows what it was answered: no second attempt. */
const clientOf = (baseUrl: string, options: KobbleClientOptions = {}): KobbleClient =>
  createKobbleClient({ baseUrl, token: 'T', logLevel: 'off', retry: { maxRetries: 0 }, ...options });

/** A server with one answer to all. */
const answering = (status: number, headers: Record<string, string>, body: string | Uint8Array = '') =>
  serveHttp((_, response) => void response.writeHead(status, { ...REQUEST_ID, ...headers }).end(body));

type Facts = Record<string, unknown>;
const serverError = (status: number, body: unknown): Facts => ({
  name: 'ServerError',
  status,
  body,
  outcome: 'unknown',
});
const undecodable = (code: string): Facts => ({ name: 'DecodeError', code, outcome: 'unknown' });

describe('an answer', () => {
  const HTML = '<!doctype html><title>502 Bad Gateway</title>';
  const CUT = '{"id":"card-1","last_four';
  test.each<[string, number, Record<string, string>, string | Uint8Array, Facts]>([
    ['HTML 502', 502, { 'content-type': 'text/html' }, HTML, serverError(502, HTML)],
    ['empty 500', 500, {}, '', serverError(500, '')],
    ['cut JSON in a 500', 500, JSON_TYPE, CUT, serverError(500, CUT)],
    ['invalid UTF-8 in a 500', 500, JSON_TYPE, new Uint8Array([0xff, 0xfe]), serverError(500, '\ufffd\ufffd')],
    ['a 304', 304, {}, '', { name: 'ApiError', status: 304 }],
    ['empty 200', 200, JSON_TYPE, '', undecodable('empty_body')],
    ['blank 200', 200, JSON_TYPE, ' \r\n', undecodable('invalid_json')],
    ['cut JSON in a 200', 200, JSON_TYPE, CUT, undecodable('invalid_json')],
    ['HTML in a 200', 200, { 'content-type': 'text/html' }, HTML, undecodable('invalid_json')],
    ['a string in a 200', 200, JSON_TYPE, '"card"', undecodable('unexpected_body')],
    ['null in a 200', 200, JSON_TYPE, 'null', undecodable('unexpected_body')],
    ['invalid UTF-8 in a 200', 200, JSON_TYPE, new Uint8Array([0x22, 0xc3, 0x28, 0x22]), undecodable('invalid_utf8')],
    ['204 where a card was promised', 204, {}, '', undecodable('empty_body')],
    [
      'a gzip that is none',
      200,
      { ...JSON_TYPE, 'content-encoding': 'gzip' },
      'plain',
      { name: 'ConnectionError', outcome: 'unknown' },
    ],
  ])('%s fails as what it is', async (name, status, headers, body, facts) => {
    const { url } = await answering(status, headers, body);
    const kobble = clientOf(url);
    const error = await failureOf(kobble.cards.create(CARD));
    expect(error).toMatchObject({ operationId: 'createCard', attempts: 1, ...facts });
    if (facts['name'] !== 'ConnectionError') expect(error.requestId, name).toBe('request-7');
    expect(error.message).toMatch(/^POST \/customers\/v1\/cards → /);
    expect(await failureOf(kobble.cards.get('1'))).toMatchObject({ ...facts, operationId: 'getCard' });
  });

  test('JSON under another content type is read all the same', async () => {
    const { url } = await answering(200, { 'content-type': 'text/plain' }, '{"id":"card-1"}');
    expect(await clientOf(url).cards.get('1')).toEqual({ id: 'card-1' });
  });

  test('204 to an operation whose answer nobody knows is a success without data', async () => {
    const { url } = await answering(204, {});
    expect(await clientOf(url).webhooks.delete('1')).toBeUndefined();
  });

  test('the typed fetch is told no success either', async () => {
    const { url } = await answering(200, JSON_TYPE, CUT);
    expect(await failureOf(apiOf(clientOf(url)).GET('/customers/v1/wallets'))).toMatchObject(
      undecodable('invalid_json'),
    );
  });

  test('a broken 503 is retried like any other', async () => {
    let count = 0;
    const { url, requests } = await serveHttp((_, response) => {
      if (count++ === 0) response.writeHead(503, { 'content-type': 'text/html' }).end('<html>'.repeat(100_000));
      else response.writeHead(200, JSON_TYPE).end('{"id":"card-1"}');
    });
    await clientOf(url, { retry: {}, maxResponseBytes: 1_000 }).cards.create(CARD);
    expect(requests).toHaveLength(2);
    expect(requests[0]?.headers['idempotency-key']).toBe(requests[1]?.headers['idempotency-key']);
  });
});

describe('a body that is too large', () => {
  /** 200 MB as fast as they are read; counts what went out. */
  async function flood(status: number, headers: Record<string, string>) {
    const sent = { bytes: 0, ended: false };
    const chunk = Buffer.alloc(256 * 1024, '1');
    const pour = (response: ServerResponse): void => {
      while (sent.bytes < 200 * MEGABYTE) {
        sent.bytes += chunk.length;
        if (!response.write(chunk)) return void response.once('drain', () => pour(response));
      }
      response.end();
    };
    const { url } = await serveHttp((_, response) => {
      response.once('close', () => (sent.ended = true));
      pour(response.writeHead(status, { ...REQUEST_ID, ...JSON_TYPE, ...headers }));
    });
    return { url, sent };
  }

  test.each<[string, Record<string, string>]>([
    ['without a length', {}],
    ['with its length', { 'content-length': String(200 * MEGABYTE) }],
  ])('200 MB %s: 10 MiB are read, and the connection is closed', async (_, headers) => {
    const { url, sent } = await flood(200, headers);
    const error = await failureOf(clientOf(url).cards.get('1'));
    expect(error).toMatchObject({ ...undecodable('body_too_large'), requestId: 'request-7' });
    expect(error.message).toContain('larger than 10485760 bytes');
    await expect.poll(() => sent.ended).toBe(true);
    expect(sent.bytes).toBeLessThan(10 * MEGABYTE + 16 * MEGABYTE); // what lies in the buffers of two sockets
  });

  test('in a 500: its status is kept', async () => {
    const { url, sent } = await flood(500, {});
    const error = await failureOf(clientOf(url, { maxResponseBytes: MEGABYTE }).cards.get('1'));
    expect(error).toMatchObject({ name: 'ServerError', status: 500, requestId: 'request-7', outcome: 'unknown' });
    await expect.poll(() => sent.ended).toBe(true);
    expect(sent.bytes).toBeLessThan(MEGABYTE + 16 * MEGABYTE);
  });

  test('a gzip bomb of 1 GB: no more than 10 MiB of it are kept', async () => {
    const member = gzipSync(Buffer.alloc(10 * MEGABYTE));
    const bomb = Buffer.concat(Array.from({ length: 100 }, () => member));
    const { url } = await answering(200, { ...JSON_TYPE, 'content-encoding': 'gzip' }, bomb);
    const before = process.memoryUsage().rss;
    const error = await failureOf(clientOf(url).cards.get('1'));
    expect(error).toMatchObject(undecodable('body_too_large'));
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * MEGABYTE);
  });

  test('the option maxResponseBytes is the bound, to the byte', async () => {
    const { url } = await answering(200, JSON_TYPE, '{"id":"1"}');
    expect(await clientOf(url, { maxResponseBytes: 10 }).cards.get('1')).toEqual({ id: '1' });
    const error = await failureOf(clientOf(url, { maxResponseBytes: 9 }).cards.get('1'));
    expect(error).toMatchObject(undecodable('body_too_large'));
  });
});

describe('what is not quite HTTP', () => {
  const OK = rawAnswer('200 OK', ['content-type: application/json'], '{"id":"card-1"}');
  const speak = (...words: string[]) =>
    serveRaw((socket) => {
      socket.once('data', () => words.forEach((word) => socket.write(word)));
    });

  test.each([
    ['102 Processing', 'HTTP/1.1 102 Processing\r\n\r\n'],
    ['103 Early Hints', 'HTTP/1.1 103 Early Hints\r\nlink: </style.css>\r\n\r\n'],
  ])('%s before the answer is passed over', async (_, early) => {
    const { url } = await speak(early, OK);
    expect(await clientOf(url).cards.get('1')).toEqual({ id: 'card-1' });
  });

  test.each<[string, string[]]>([
    ['100 Continue that nobody asked for', ['HTTP/1.1 100 Continue\r\n\r\n', OK]],
    [
      '101 Switching Protocols',
      ['HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n'],
    ],
    ['no HTTP at all', ['220 mail.example.com ESMTP\r\n']],
    ['a header that breaks off', ['HTTP/1.1 200 OK\r\ncontent-ty\0pe: x\r\n\r\n{}']],
    ['two lengths', ['HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}}']],
    ['a broken chunk', ['HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n']],
  ])('%s is a connection error that says what it cannot know', async (_, words) => {
    const { url } = await speak(...words);
    const error = await failureOf(clientOf(url, { timeoutMs: 5_000 }).cards.create(CARD));
    expect(error).toMatchObject({ name: 'ConnectionError', outcome: 'unknown', attempts: 1 });
  });

  test.each([
    [200, 'ConnectionError'],
    [502, 'ServerError'], // its status is what counts
  ])('a %d whose body breaks off is a %s', async (status, name) => {
    const { url } = await serveHttp((_, response) => {
      response.writeHead(status, { 'content-length': 99 }).write('{"id":', () => response.socket?.resetAndDestroy());
    });
    const error = await failureOf(clientOf(url).cards.create(CARD));
    expect(error).toMatchObject({ name, outcome: 'unknown' });
  });
});

describe.each([301, 302, 303, 307, 308])('a redirect (%d) to another host', (status) => {
  /** A host that asks for all to be sent to another one. */
  async function luring() {
    const evil = await serveHttp((_, response) => void response.writeHead(200, JSON_TYPE).end('{"access_token":"E"}'));
    const location = `http://localhost:${evil.port}/collect`;
    const host = await answering(status, { location });
    return { evil, host };
  }

  test('of calls: nothing arrives there, and the call fails as what it is', async () => {
    const { evil, host } = await luring();
    const kobble = clientOf(host.url);
    const calls = [() => kobble.cards.get('1'), () => kobble.cards.create(CARD), () => kobble.webhooks.delete('1')];
    for (const call of calls) {
      expect(await failureOf(call())).toMatchObject({ name: 'ApiError', status, requestId: 'request-7', attempts: 1 });
    }
    expect((await apiOf(kobble).GET('/customers/v1/wallets')).response.status).toBe(status);
    expect(host.requests).toHaveLength(4);
    expect(evil.requests).toEqual([]);
  });

  test('of token requests: the secret does not arrive there', async () => {
    const { evil, host } = await luring();
    const credentials = { clientId: 'a', clientSecret: 'client-secret', scope: 'c' };
    const kobble = createKobbleClient({ baseUrl: host.url, ...credentials, logLevel: 'off' });
    const error = await failureOf(kobble.cards.get('1'));
    expect(error).toMatchObject({ name: 'AuthenticationError', status, outcome: 'not-sent', attempts: 0 });
    expect(host.requests).toHaveLength(1);
    expect(evil.requests).toEqual([]);
  });
});
