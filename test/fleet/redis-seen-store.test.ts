// Proves, against a redis-server, that of many processes one is handed each webhook, also if copies reach all of them at once, or
// if one dies; and that messages are neither handed over nor lost while Redis is down.
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { redisSeenStore, type RedisClient } from '../../src/redis/index.js';
import { createWebhookHandler, signTestWebhook } from '../../src/webhooks/index.js';
import { connect, PACKAGES, type Connection } from '../support/fleet/connect.js';
import { describeWithRedis, startRedis, type RedisServer } from '../support/fleet/redis-server.js';
import { recorder } from '../support/webhooks/recorder.js';

const LOCK_MS = 300;
let handedOver: string[] = [];

/** One of the processes that share a Redis. */
function processOn(client: RedisClient, onEvent?: () => Promise<unknown>) {
  const { topicArn, fetch } = signTestWebhook();
  const callback = async (_: unknown, { messageId }: { messageId: string }) => {
    await onEvent?.();
    handedOver.push(messageId);
  };
  const seen = redisSeenStore(client, { prefix: 'my:', lockTtlMs: LOCK_MS });
  const options = { topicArns: [topicArn], fetch, seen, consumer: 'ledger', logger: recorder() };
  const handler = createWebhookHandler({ ...options, onEvent: callback });
  return async ({ rawBody, headers }: ReturnType<typeof signTestWebhook>) =>
    (await handler(new Request('http://localhost/', { method: 'POST', headers, body: rawBody }))).status;
}

describeWithRedis('a seen store in Redis', () => {
  let redis: RedisServer;
  let raw: Redis;
  beforeAll(async () => {
    redis = await startRedis();
    raw = new Redis(redis.port, '127.0.0.1').on('error', () => {});
  });
  afterAll(async () => {
    raw.disconnect();
    await redis.kill();
  });

  describe.each(PACKAGES)('by way of %s', (name) => {
    let connection: Connection;
    beforeEach(async () => {
      handedOver = [];
      await raw.flushall();
      connection = await connect(name, redis.port);
    });
    afterEach(() => connection.close());

    it('hands each message of a burst over once, however many processes are given it at the same time', async () => {
      const work = () => new Promise((resolve) => setTimeout(resolve, 20));
      const processes = Array.from({ length: 5 }, () => processOn(connection.client, work));
      const messages = Array.from({ length: 40 }, () => signTestWebhook());
      const statuses = await Promise.all(messages.flatMap((message) => processes.map((deliver) => deliver(message))));
      expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(messages.length);
      expect(new Set(statuses)).toEqual(new Set([200, 503]));
      expect(handedOver).toHaveLength(messages.length);
      expect(new Set(handedOver).size).toBe(messages.length);
      // delivered again, as SNS does after a 503
      for (const message of messages) expect(await processes[4]?.(message)).toBe(200);
      expect(handedOver).toHaveLength(messages.length);
    });

    it('keeps an id under its prefix for as long as its message is accepted, and leaves no lock', async () => {
      const message = signTestWebhook();
      expect(await processOn(connection.client)(message)).toBe(200);
      const keys = await raw.keys('*');
      expect(keys).toEqual([expect.stringMatching(/^my:kobble-client:webhook:ledger:[\w-]+$/)]);
      const lifeMs = await raw.pttl(keys[0] ?? '');
      expect(lifeMs).toBeGreaterThan(64 * 60_000);
      expect(lifeMs).toBeLessThanOrEqual(65 * 60_000);
    });

    it('keeps an id though its messages are accepted for longer than Redis can count', async () => {
      const seen = redisSeenStore(connection.client);
      await seen.set('key', true, Number.MAX_VALUE);
      expect(await seen.get('key')).toBe('1');
    });

    it('lets another process take over from one that has died, when its lock has ended', async () => {
      const message = signTestWebhook();
      const dying = await connect(name, redis.port);
      void processOn(dying.client, () => new Promise(() => {}))(message); // it never comes back
      await expect.poll(() => raw.keys('*:lock')).toHaveLength(1);
      dying.close();
      const other = processOn(connection.client);
      expect(await other(message)).toBe(503);
      await expect.poll(() => other(message), { interval: 50 }).toBe(200);
      expect(handedOver).toHaveLength(1);
    });

    it('does not release the lock of another', async () => {
      const store = redisSeenStore(connection.client, { lockTtlMs: 1 });
      const late = await store.tryLock('key');
      await new Promise((resolve) => setTimeout(resolve, 10));
      const other = await redisSeenStore(connection.client).tryLock('key');
      await late?.();
      expect(await redisSeenStore(connection.client).tryLock('key')).toBeUndefined();
      await other?.();
      expect(await raw.keys('*')).toEqual([]);
    });
  });

  it('has SNS deliver again while Redis is down, with nothing handed over', async () => {
    const own = await startRedis();
    const connection = await connect('ioredis', own.port);
    const deliver = processOn(connection.client);
    await own.kill();
    handedOver = [];
    expect(await deliver(signTestWebhook())).toBe(503);
    connection.close();
    expect(handedOver).toEqual([]);
  });

  it('refuses what is no client, and a lifetime of zero', () => {
    expect(() => redisSeenStore({} as RedisClient)).toThrow('client must be a client of ioredis or of redis');
    expect(() => redisSeenStore(raw, { lockTtlMs: 0 })).toThrow('lockTtlMs');
  });
});
