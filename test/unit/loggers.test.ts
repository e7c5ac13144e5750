// Proves that the usual loggers fit as they are, and get the facts of a line as fields: pino, winston and that of NestJS.
// The console gets one line of text.
import { Writable } from 'node:stream';
import { Logger as NestLogger, type LoggerService } from '@nestjs/common';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import winston from 'winston';
import type { KobbleClientOptions } from '../../src/index.js';
import { inTurn, json, status } from '../support/replies.js';
import { setUp } from '../support/requests.js';
import { CARD } from '../support/samples.js';
import { holdTime, letTimePass } from '../support/time.js';

beforeEach(() => {
  holdTime();
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Makes a call with one retry, and returns its key. */
async function callWith(logger: KobbleClientOptions['logger']) {
  const api = inTurn(status(503), () => json({ id: '1' }, 201, { 'x-request-id': 'r-2' }));
  const { kobble, sent } = setUp({ api, token: 'T', logger, logLevel: 'debug' });
  await letTimePass(kobble.cards.create(CARD));
  return sent[0]?.headers['idempotency-key'];
}

const TEXTS = [
  'kobble-client: POST /customers/v1/cards → 503 (0 ms, attempt 1)',
  'kobble-client: POST /customers/v1/cards → 503; attempt 2 in 100 ms',
  'kobble-client: POST /customers/v1/cards → 201 (0 ms, attempt 2, request r-2)',
];
const fields = (idempotencyKey: string | undefined) => [
  { operationId: 'createCard', attempt: 1, idempotencyKey, status: 503, durationMs: 0 },
  { operationId: 'createCard', attempt: 1, idempotencyKey, status: 503, waitMs: 100 },
  { operationId: 'createCard', attempt: 2, idempotencyKey, status: 201, durationMs: 0, requestId: 'r-2' },
];

it('pino', async () => {
  const lines: object[] = [];
  const write = (line: string) => void lines.push(JSON.parse(line) as object);
  const key = await callWith(pino({ level: 'debug', base: null, timestamp: false }, { write }));
  expect(lines).toEqual(fields(key).map((all, index) => ({ level: [20, 30, 20][index], ...all, msg: TEXTS[index] })));
});

it('winston', async () => {
  const lines: object[] = [];
  const output = new Writable({
    objectMode: true,
    write(info: object, _, done) {
      lines.push(JSON.parse(JSON.stringify(info)) as object);
      done();
    },
  });
  const logger = winston.createLogger({ level: 'debug' });
  logger.pipe(output); // as its transports are attached
  const key = await callWith(logger);
  const levels = ['debug', 'info', 'debug'];
  expect(lines).toEqual(fields(key).map((all, index) => ({ level: levels[index], ...all, message: TEXTS[index] })));
});

it('the logger of NestJS, which has no info', async () => {
  const lines: unknown[] = [];
  const at =
    (level: string) =>
    (...line: unknown[]) =>
      void lines.push([level, ...line]);
  const service: LoggerService = { log: at('log'), error: at('error'), warn: at('warn'), debug: at('debug') };
  NestLogger.overrideLogger(service);
  const key = await callWith(new NestLogger('Kobble'));
  const levels = ['debug', 'log', 'debug'];
  expect(lines).toEqual(fields(key).map((all, index) => [levels[index], TEXTS[index], all, 'Kobble']));
});

it('console, with one line of text', async () => {
  const debug = vi.spyOn(console, 'debug').mockReturnValue();
  const info = vi.spyOn(console, 'info').mockReturnValue();
  await callWith(console);
  expect([...debug.mock.calls, ...info.mock.calls]).toEqual([[TEXTS[0]], [TEXTS[2]], [TEXTS[1]]]);
});
