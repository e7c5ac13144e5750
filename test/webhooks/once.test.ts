// Proves that a message is handed over once: repeats, repeats at once, failures, and stores that fail.
import { beforeEach, expect, it } from 'vitest';
import { createWebhookHandler, signTestWebhook, type SeenStore } from '../../src/webhooks/index.js';
import { MemorySeenStore } from '../../src/webhooks/once.js';
import { recorder } from '../support/webhooks/recorder.js';

const { topicArn, fetch } = signTestWebhook();

function endpoint(onEvent: () => unknown, seen?: SeenStore, now = Date.now) {
  const log = recorder();
  const handler = createWebhookHandler({ topicArns: [topicArn], fetch, onEvent, seen, now, logger: log });
  const deliver = async ({ rawBody, headers } = signTestWebhook()) =>
    (await handler(new Request('http://localhost/', { method: 'POST', headers, body: rawBody }))).status;
  return { deliver, log };
}

/** As a Keyv answers. */
function keyv() {
  const kept = new Map<string, unknown>();
  const ttls: unknown[] = [];
  return {
    kept,
    ttls,
    get: async (key: string) => kept.get(key),
    set: async (key: string, value: unknown, ttl?: number) => {
      ttls.push(ttl);
      return kept.set(key, value) === kept;
    },
  };
}

const calls = { count: 0 };
const count = async () => void (calls.count += 1);

beforeEach(() => {
  calls.count = 0;
});

it('a repeat is answered 200 and not handed on', async () => {
  const { deliver } = endpoint(count);
  const webhook = signTestWebhook();
  expect([await deliver(webhook), await deliver(webhook)]).toEqual([200, 200]);
  expect(calls.count).toBe(1);
});

it('a repeat signed anew, as SNS may, is a repeat', async () => {
  const { deliver } = endpoint(count);
  const messageId = crypto.randomUUID();
  await deliver(signTestWebhook({}, { messageId }));
  expect(await deliver(signTestWebhook({}, { messageId, signatureVersion: '1' }))).toBe(200);
  expect(calls.count).toBe(1);
});

it('deliveries at once wait for the first and are answered as it is', async () => {
  let fail = true;
  const { deliver } = endpoint(async () => {
    calls.count += 1;
    await new Promise((resolve) => setTimeout(resolve, 30));
    if (fail) throw new Error('the queue is full');
  });
  const webhook = signTestWebhook();
  const all = () => Promise.all(Array.from({ length: 5 }, () => deliver(webhook)));
  expect(await all()).toEqual([500, 500, 500, 500, 500]);
  expect(calls.count).toBe(1);
  fail = false;
  expect(await all()).toEqual([200, 200, 200, 200, 200]);
  expect(calls.count).toBe(2);
});

it('a callback that throws at once is a failure too, and its error is logged', async () => {
  const { deliver, log } = endpoint(() => {
    throw new Error('the queue is full');
  });
  expect(await deliver()).toBe(500);
  expect(log.lines.join()).toContain('the callback failed: Error');
});

it('processes that share a store hand on once between them, and keep ids as long as a message may be old', async () => {
  const store = keyv();
  const webhook = signTestWebhook();
  expect(await endpoint(count, store).deliver(webhook)).toBe(200);
  expect(await endpoint(count, store).deliver(webhook)).toBe(200);
  expect(calls.count).toBe(1);
  expect(store.ttls).toEqual([65 * 60 * 1_000]);
});

it('a failure is not kept', async () => {
  const store = keyv();
  const { deliver } = endpoint(() => Promise.reject(new Error('no')), store);
  expect(await deliver()).toBe(500);
  expect(store.kept.size).toBe(0);
});

it('a store that cannot be read has SNS deliver again, with nothing handed on', async () => {
  const { deliver } = endpoint(count, { ...keyv(), get: () => Promise.reject(new Error('redis is down')) });
  expect(await deliver()).toBe(503);
  expect(calls.count).toBe(0);
});

it('a store that cannot be written does not have an event handed on again', async () => {
  const { deliver, log } = endpoint(count, { ...keyv(), set: () => Promise.reject(new Error('redis is down')) });
  const webhook = signTestWebhook();
  expect([await deliver(webhook), await deliver(webhook)]).toEqual([200, 200]);
  expect(calls.count).toBe(1);
  expect(log.lines.join()).toContain('hand over a repeat: Error');
});

it('an id is remembered until its message would be too old', async () => {
  let now = Date.now();
  const { deliver } = endpoint(count, undefined, () => now);
  const webhook = signTestWebhook({}, { now: () => now + 5 * 60 * 1_000 });
  expect(await deliver(webhook)).toBe(200);
  now += 65 * 60 * 1_000 - 1;
  expect(await deliver(webhook)).toBe(200);
  now += 2;
  expect(await deliver(webhook)).toBe(403);
  expect(calls.count).toBe(1);
});

it('memory forgets what is over, and the oldest of more than 50 000', () => {
  let now = 0;
  const memory = new MemorySeenStore(() => now);
  memory.set('first', true, 1_000);
  now = 999;
  expect(memory.get('first')).toBe(true);
  now = 1_000;
  expect(memory.get('first')).toBe(false);
  for (let index = 0; index < 50_001; index++) memory.set(`id ${index}`, true);
  expect(['id 0', 'id 1', 'id 50000'].map((key) => memory.get(key))).toEqual([false, true, true]);
});
