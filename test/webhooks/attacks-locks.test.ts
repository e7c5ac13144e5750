// Proves that a store whose locks lie, fail or have another form has no message handed over twice, and none dropped in silence.
import { expect, it, vi } from 'vitest';
import { createWebhookHandler, signTestWebhook } from '../../src/webhooks/index.js';
import { recorder } from '../support/webhooks/recorder.js';

const { topicArn, fetch } = signTestWebhook();

/** An endpoint whose store keeps ids in memory, and has these locks. */
function endpoint(locks: object) {
  const kept = new Map<string, unknown>();
  const seen = {
    get: (key: string) => kept.get(key),
    set: (key: string, value: unknown) => kept.set(key, value),
    ...locks,
  };
  const onEvent = vi.fn(async () => {});
  const logger = recorder();
  const handler = createWebhookHandler({ topicArns: [topicArn], fetch, onEvent, logger, seen: seen });
  const deliver = async ({ rawBody, headers } = signTestWebhook()) =>
    (await handler(new Request('http://localhost/', { method: 'POST', headers, body: rawBody }))).status;
  return { deliver, onEvent, kept, logger };
}

const fail = (): never => {
  throw new Error('no');
};

it.each([undefined, null, false, 0, ''])(
  'a lock that is %j is held by another: 503, and not handed over',
  async (lock) => {
    const { deliver, onEvent, logger } = endpoint({ tryLock: async () => lock });
    expect(await deliver()).toBe(503);
    expect(onEvent).not.toHaveBeenCalled();
    expect(logger.lines.join()).toMatch(/^info .*message_underway/);
  },
);

it.each([[true], ['OK'], [1], [{ release: fail }], [[() => {}]]])(
  'a lock that is %j cannot be released: 503, and an error in the log',
  async (lock) => {
    const { deliver, onEvent, logger } = endpoint({ tryLock: async () => lock });
    expect(await deliver()).toBe(503);
    expect(onEvent).not.toHaveBeenCalled();
    expect(logger.lines.join()).toMatch(/^error .*seen_store_unavailable/);
  },
);

it.each([undefined, null, false])('a store whose tryLock is %j has no locks', async (tryLock) => {
  const { deliver, onEvent } = endpoint({ tryLock });
  expect(await deliver()).toBe(200);
  expect(onEvent).toHaveBeenCalledOnce();
});

it.each<[string, unknown]>([
  ['throws', fail],
  ['rejects', () => Promise.reject(new Error('no'))],
  ['resolves to nothing it can call', () => ({ then: fail })],
])('a tryLock that %s: 503, and not handed over', async (_, tryLock) => {
  const { deliver, onEvent, logger } = endpoint({ tryLock });
  expect(await deliver()).toBe(503);
  expect(onEvent).not.toHaveBeenCalled();
  expect(logger.lines.join()).toMatch(/^error .*seen_store_unavailable/);
});

it.each<[string, () => unknown]>([
  ['throws', fail],
  ['rejects', () => Promise.reject(new Error('no'))],
  ['hangs', () => new Promise(() => {})],
  ['returns a thenable that throws', () => ({ then: fail })],
])('an unlock that %s is called once, and the message stays handed over', async (_, unlock) => {
  const release = vi.fn(unlock);
  const { deliver, onEvent } = endpoint({ tryLock: async () => release });
  const webhook = signTestWebhook();
  expect([await deliver(webhook), await deliver(webhook)]).toEqual([200, 200]);
  expect([onEvent.mock.calls.length, release.mock.calls.length]).toEqual([1, 1]);
});

it.each<[string, () => unknown]>([
  ['fails', fail],
  ['hangs', () => new Promise(() => {})],
])('a lookup that %s behind a lock releases it', async (_, get) => {
  const release = vi.fn();
  const { deliver, onEvent } = endpoint({ get, tryLock: async () => release });
  expect(await deliver()).toBe(503);
  expect([onEvent.mock.calls.length, release.mock.calls.length]).toEqual([0, 1]);
});

it('a lock that every process is given does not undo what the store knows', async () => {
  const { deliver, onEvent, kept } = endpoint({ tryLock: async () => () => {} });
  const webhook = signTestWebhook();
  await deliver(webhook);
  const other = endpoint({ get: (key: string) => kept.get(key), tryLock: async () => () => {} });
  expect(await other.deliver(webhook)).toBe(200);
  expect([onEvent.mock.calls.length, other.onEvent.mock.calls.length]).toEqual([1, 0]);
});
