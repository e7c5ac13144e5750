// Attacks by a server that speaks HTTP badly, over a raw socket: what arrived whole is a result, all else leaves the outcome
// unknown, over each transport alike.
import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createKobbleClient } from '../../src/index.js';
import { failureOf } from '../support/failure.js';
import { rawAnswer, serveRaw } from '../support/faults/servers.js';
import { TRANSPORTS } from '../support/faults/transports.js';
import { CARD } from '../support/samples.js';

const JSON_TYPE = 'content-type: application/json';
const BODY = '{"id":"é😀"}';
const OK = rawAnswer('200 OK', [JSON_TYPE], BODY);
const LENGTH = Buffer.byteLength(BODY);
const HEX = LENGTH.toString(16);

type Speak = (socket: Socket) => void;

/** Says this once a request has begun, and no more. */
const says =
  (...words: (string | Uint8Array)[]): Speak =>
  (socket) =>
    void socket.once('data', () => words.forEach((word) => socket.write(word)));

/** Says this once a request has begun, and hangs up. */
const ends =
  (words: string): Speak =>
  (socket) =>
    void socket.once('data', () => socket.end(words));

const byteByByte: Speak = (socket) =>
  void socket.once('data', () => {
    void (async () => {
      for (const byte of Buffer.from(OK)) {
        socket.write(Uint8Array.of(byte));
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
  });

const whole: readonly (readonly [attack: string, speak: Speak])[] = [
  ['one byte at a time, in the middle of letters too', byteByByte],
  [
    'a chunk extension and a trailer',
    says(
      `HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n${HEX};a="x"\r\n${BODY}\r\n0\r\nx-request-id: r\r\n\r\n`,
    ),
  ],
  ['no length, and the connection ends', ends(`HTTP/1.1 200 OK\r\n${JSON_TYPE}\r\n\r\n${BODY}`)],
  ['HTTP/1.0', ends(`HTTP/1.0 200 OK\r\n\r\n${BODY}`)],
  ['more than its length', says(`${OK}GARBAGE`)],
  ['a second response that nobody asked for', says(OK + rawAnswer('200 OK', [JSON_TYPE], '{"id":"evil"}'))],
  ['an answer before the request', (socket) => void socket.write(OK)],
  ['the end of its side before the answer is read', (socket) => void socket.once('data', () => socket.end(OK))],
  [
    'a reset right after the answer',
    (socket) => void socket.once('data', () => socket.write(OK, () => socket.resetAndDestroy())),
  ],
  ['a 199 first', says(`HTTP/1.1 199 Odd\r\n\r\n${OK}`)],
  [
    'two members of gzip',
    (socket) => {
      const body = Buffer.concat([gzipSync(BODY.slice(0, 5)), gzipSync(BODY.slice(5))]);
      const head = `HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: ${body.length}\r\n\r\n`;
      socket.on('data', () => socket.write(head) && socket.write(body));
    },
  ],
];

const broken: readonly (readonly [attack: string, speak: Speak])[] = [
  [
    'a length and chunks',
    says(`HTTP/1.1 200 OK\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n${HEX}\r\n${BODY}\r\n0\r\n\r\n`),
  ],
  ['chunks without an end', ends(`HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n${HEX}\r\n${BODY}\r\n`)],
  ['JSON without a length that is cut', ends('HTTP/1.1 200 OK\r\n\r\n{"id":"1"')],
  ['HTTP/0.9', ends(BODY)],
  ['a status of four digits', says('HTTP/1.1 2000 OK\r\ncontent-length: 0\r\n\r\n')],
  ['a negative length', says(`HTTP/1.1 200 OK\r\ncontent-length: -${LENGTH}\r\n\r\n${BODY}`)],
  ['a length that overflows', says(`HTTP/1.1 200 OK\r\ncontent-length: 18446744073709551626\r\n\r\n${BODY}`)],
  ['a blank before a colon', says(`HTTP/1.1 200 OK\r\ncontent-length : ${LENGTH}\r\n\r\n${BODY}`)],
  ['lines that end in LF', says(`HTTP/1.1 200 OK\ncontent-length: ${LENGTH}\n\n${BODY}`)],
  ['10 000 headers', says(`HTTP/1.1 200 OK\r\n${'x-a: b\r\n'.repeat(10_000)}content-length: ${LENGTH}\r\n\r\n${BODY}`)],
  [
    'a header of 1 MB',
    says(`HTTP/1.1 200 OK\r\nx-a: ${'b'.repeat(1_000_000)}\r\ncontent-length: ${LENGTH}\r\n\r\n${BODY}`),
  ],
  ['an alert of TLS', ends('\u0015\u0003\u0001\u0000\u0002\u0002\u0028')],
  [
    'early hints without end',
    (socket) => {
      const timer = setInterval(() => socket.write('HTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\n'), 20);
      socket.on('close', () => clearInterval(timer));
    },
  ],
];

describe.each(TRANSPORTS)('over %s', (_, options) => {
  const clientOf = async (speak: Speak) => {
    const { url } = await serveRaw(speak);
    return createKobbleClient({
      baseUrl: url,
      token: 'T',
      logLevel: 'off',
      timeoutMs: 1_500,
      retry: { maxRetries: 0 },
      ...options(),
    });
  };

  it.each(whole)('%s: the result, and so is that of the next call', async (__, speak) => {
    const kobble = await clientOf(speak);
    expect(await kobble.cards.create(CARD)).toEqual({ id: 'é😀' });
    expect(await kobble.cards.get('2')).toEqual({ id: 'é😀' });
  });

  it.each(broken)('%s: the outcome is unknown', async (__, speak) => {
    const kobble = await clientOf(speak);
    expect(await failureOf(kobble.cards.create(CARD))).toMatchObject({ outcome: 'unknown', attempts: 1 });
  });
});
