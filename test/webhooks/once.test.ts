// Proves that a message is handed over once: repeats, repeats at once, failures, locks, and stores that fail.
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
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

it('memory forgets the oldest of more than 50 000', () => {
  const memory = new MemorySeenStore();
  for (let index = 0; index < 50_001; index++) memory.set(`id ${index}`);
  expect(['id 0', 'id 1', 'id 50000'].map((key) => memory.get(key))).toEqual([false, true, true]);
});

it('a repeat is told though the clock was set forward by a day and back meanwhile', async () => {
  let now = Date.now;
  const { deliver } = endpoint(count, undefined, () => now());
  const webhook = signTestWebhook();
  await deliver(webhook);
  now = () => Date.now() + 24 * 60 * 60 * 1_000;
  await deliver(signTestWebhook({}, { now }));
  now = Date.now;
  expect(await deliver(webhook)).toBe(200);
  expect(calls.count).toBe(2);
});

it('a repeat is told by a clock that returns a Date', async () => {
  const { deliver } = endpoint(count, undefined, (() => new Date()) as unknown as () => number);
  const webhook = signTestWebhook();
  expect([await deliver(webhook), await deliver(webhook)]).toEqual([200, 200]);
  expect(calls.count).toBe(1);
});

/** A store with locks in this process, and whether one is held. */
function locking() {
  const locked = new Set<string>();
  const tryLock = async (key: string) => {
    if (locked.has(key)) return undefined;
    locked.add(key);
    return () => locked.delete(key);
  };
  return { ...keyv(), locked, tryLock };
}

/** A callback that lasts until `end` is called. */
function lasting() {
  let end: (failure?: Error) => void = () => {};
  const callback = () => {
    calls.count += 1;
    return new Promise<void>((resolve, reject) => (end = (failure) => (failure ? reject(failure) : resolve())));
  };
  return { callback, end: (failure?: Error) => end(failure) };
}

it('processes that share a store with locks hand on once between them, also at once', async () => {
  const store = locking();
  const { callback, end } = lasting();
  const [one, other] = [endpoint(callback, store), endpoint(callback, store)];
  const webhook = signTestWebhook();
  const first = one.deliver(webhook);
  await expect.poll(() => calls.count).toBe(1);
  expect(await other.deliver(webhook)).toBe(503);
  expect(other.log.lines.join()).toMatch(
    /^info .*another process is handling a copy of this message \(message_underway, answered 503\)/,
  );
  end();
  expect(await first).toBe(200);
  expect(await other.deliver(webhook)).toBe(200);
  expect([calls.count, store.locked.size]).toEqual([1, 0]);
});

it('a lock is released after a failure, and the message handed on again', async () => {
  const store = locking();
  const { deliver } = endpoint(() => Promise.reject(new Error('no')), store);
  const webhook = signTestWebhook();
  expect(await deliver(webhook)).toBe(500);
  expect(await endpoint(count, store).deliver(webhook)).toBe(200);
  expect(store.locked.size).toBe(0);
});

it('a lock is kept while a callback goes on after its time', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const store = locking();
  const { callback, end } = lasting();
  const webhook = signTestWebhook();
  const late = endpoint(callback, store).deliver(webhook);
  await vi.waitFor(() => expect(calls.count).toBe(1));
  await vi.advanceTimersByTimeAsync(14_000);
  expect(await late).toBe(500);
  expect(await endpoint(count, store).deliver(webhook)).toBe(503);
  end();
  await vi.waitFor(() => expect(store.locked.size).toBe(0));
  expect(await endpoint(count, store).deliver(webhook)).toBe(200);
  expect(calls.count).toBe(1);
});

it.each<[string, () => Promise<undefined>]>([
  ['fails', () => Promise.reject(new Error('redis is down'))],
  ['hangs', () => new Promise(() => {})],
])('a lock that %s has SNS deliver again, with nothing handed on', async (_, tryLock) => {
  const { deliver, log } = endpoint(count, { ...keyv(), tryLock });
  expect(await deliver()).toBe(503);
  expect(calls.count).toBe(0);
  expect(log.lines.join()).toContain('the seen store could not be read');
});

it('a lock that comes too late is released', async () => {
  const unlock = vi.fn();
  const tryLock = () => new Promise<() => unknown>((resolve) => setTimeout(resolve, 1_100, unlock));
  const { deliver } = endpoint(count, { ...keyv(), tryLock });
  expect(await deliver()).toBe(503);
  await expect.poll(() => unlock.mock.calls.length).toBe(1);
  expect(calls.count).toBe(0);
});

it('a lock that cannot be released does not have an event handed on again', async () => {
  const unlock = () => Promise.reject(new Error('redis is down'));
  const { deliver } = endpoint(count, { ...keyv(), tryLock: async () => unlock });
  expect(await deliver()).toBe(200);
});
