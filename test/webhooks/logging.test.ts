// Proves that the log has the reason of each failure in its message, and that a logger that fails changes nothing.
import { EventEmitter } from 'node:events';
import { connect } from 'node:net';
import { beforeEach, describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/index.js';
import { signTestWebhook, toNodeHandler } from '../../src/webhooks/index.js';
import { listen } from '../support/listen.js';
import { endpoint } from '../support/webhooks/endpoint.js';
import { until } from '../support/webhooks/until.js';

/** Keeps messages only, as pino does with arguments that the message has no placeholder for. */
function messagesOnly() {
  const messages: string[] = [];
  const write = (message: string) => void messages.push(message);
  return { messages, error: write, warn: write, info: write, debug: write };
}

const rejections: unknown[] = [];
beforeEach(() => {
  rejections.length = 0;
  const keep = (reason: unknown) => rejections.push(reason);
  process.on('unhandledRejection', keep);
  return () => process.off('unhandledRejection', keep);
});

describe('the message says why', () => {
  it.each<[string, unknown, string]>([
    ['an Error', new Error('the queue is full'), ': Error ('],
    ['an Error with a cause', new TypeError('fetch failed', { cause: new Error('refused') }), ': TypeError ← Error ('],
    ['an error of this library', new ConfigError('client_closed', 'the client is closed'), 'the client is closed'],
    ['a text', 'the queue is full', ': string ('],
    ['nothing', undefined, ': undefined ('],
    ['a symbol', Symbol('full'), ': symbol ('],
    ['an object without a text', Object.create(null), ': Error ('],
  ])('a callback failed with %s', async (_, reason, text) => {
    const logger = messagesOnly();
    const { deliver } = endpoint({ logger, onEvent: () => Promise.reject(reason) });
    expect(await deliver(signTestWebhook())).toBe(500);
    expect(logger.messages).toEqual([expect.stringContaining(text)]);
    expect(logger.messages[0]).toMatch(/^kobble-client: [^\n]+$/);
    expect(logger.messages[0]).not.toContain('full');
  });

  it('a handler behind node:http failed', async () => {
    const logger = messagesOnly();
    const [url, stop] = await listen(toNodeHandler(() => Promise.reject(new Error('no handler')), { logger }));
    expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(500);
    expect(logger.messages).toEqual([expect.stringMatching(/deliver it again: Error$/)]);
    await stop();
  });

  it('the seen store could not be written', async () => {
    const logger = messagesOnly();
    const seen = { get: () => undefined, set: () => Promise.reject(new Error('redis is down')) };
    const { deliver } = endpoint({ logger, seen });
    expect(await deliver(signTestWebhook())).toBe(200);
    expect(logger.messages).toEqual([expect.stringMatching(/hand over a repeat: Error$/)]);
  });

  it('an event was dropped, by at most 100 characters of its type', async () => {
    for (const type of ['x'.repeat(200_000), ['a', 'b'], { a: 1 }, null]) {
      const logger = messagesOnly();
      const { deliver } = endpoint({ logger, on: {} });
      expect(await deliver(signTestWebhook({ type }))).toBe(200);
      expect(logger.messages).toEqual([expect.stringContaining('was dropped')]);
      expect(logger.messages[0]?.length).toBeLessThan(250);
    }
  });
});

describe('a logger that', () => {
  const fail: Record<string, () => never | Promise<never>> = {
    throws: () => {
      throw new Error('the disk is full');
    },
    rejects: () => Promise.reject(new Error('the disk is full')),
  };

  it.each(Object.entries(fail))('%s changes nothing', async (_, write) => {
    const logger = { error: write, warn: write, info: write, debug: write };
    let isBroken = true;
    const { deliver, post } = endpoint({
      logger,
      onEvent: () => (isBroken ? Promise.reject(new Error('no')) : undefined),
      seen: { get: () => undefined, set: () => Promise.reject(new Error('redis is down')) },
    });
    expect((await post('Hello')).status).toBe(400); // a refusal
    expect(await deliver(signTestWebhook())).toBe(500); // a failure
    isBroken = false;
    expect(await deliver(signTestWebhook())).toBe(200); // a store that fails
    expect(await deliver(signTestWebhook(undefined, { type: 'UnsubscribeConfirmation' }))).toBe(200);
    expect(await endpoint({ logger, on: {} }).deliver(signTestWebhook())).toBe(200); // an event dropped
    const [url, stop] = await listen(toNodeHandler(() => Promise.reject(new Error('no')), { logger }));
    expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(500);
    await stop();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(rejections).toEqual([]);
  });

  it('lacks a method changes nothing', async () => {
    expect((await endpoint({ logger: {} as never }).post('Hello')).status).toBe(400);
  });
});

describe('a sender that hangs up', () => {
  it('is not an error in the log', async () => {
    const { handler, log } = endpoint();
    const [url, stop] = await listen(toNodeHandler(handler, { logger: log }));
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => {
      socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n{');
      setTimeout(() => socket.destroy(), 20);
    });
    await until(() => log.lines.length > 0);
    expect(log.lines).toEqual([expect.stringMatching(/^info .*body_incomplete/)]);
    await stop();
  });

  it('before the handler is called is not waited for', async () => {
    const { handler, log } = endpoint();
    const request = Object.assign(new EventEmitter(), {
      ...{ method: 'POST', headers: {}, destroyed: true, pause: () => undefined, resume: () => undefined },
    });
    const response = { statusCode: 0, setHeader: () => undefined, end: () => undefined };
    toNodeHandler(handler, { logger: log })(request, response);
    await until(() => log.lines.length > 0);
    expect(log.lines).toEqual([expect.stringMatching(/^info .*body_incomplete/)]);
  });

  it('while the callback runs changes nothing', async () => {
    let finish: () => void = () => undefined;
    let hasBegun = false;
    const { handler, log } = endpoint({
      onEvent: () => {
        hasBegun = true;
        return new Promise<void>((resolve) => (finish = resolve));
      },
    });
    const [url, stop] = await listen(toNodeHandler(handler, { logger: log }));
    const { rawBody } = signTestWebhook();
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => {
      socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ${rawBody.length}\r\n\r\n${rawBody}`);
    });
    await until(() => hasBegun);
    socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 20));
    finish();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([log.lines, rejections]).toEqual([[], []]);
    await stop();
  });
});
