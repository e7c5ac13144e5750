// Proves, against a redis-server, what the store in Redis keeps, reads and locks, and that it gives up in time.
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StoredToken } from '../../src/index.js';
import { redisTokenStore, type NodeRedisClient, type RedisClient } from '../../src/redis/index.js';
import { connect, PACKAGES, type Connection } from '../support/fleet/connect.js';
import { describeWithRedis, startRedis, type RedisServer } from '../support/fleet/redis-server.js';

const TOKEN: StoredToken = { accessToken: 'T', obtainedAt: 1_700_000_000_000, expiresIn: 3600 };

describeWithRedis('a token store in Redis', () => {
  let redis: RedisServer;
  let raw: Redis;
  beforeAll(async () => {
    redis = await startRedis();
    raw = new Redis(redis.port, '127.0.0.1');
  });
  afterAll(async () => {
    raw.disconnect();
    await redis.kill();
  });

  describe.each(PACKAGES)('by way of %s', (name) => {
    let connection: Connection;
    beforeEach(async () => {
      await raw.flushall();
      connection = await connect(name, redis.port);
    });
    afterEach(() => connection.close());

    it('keeps a token as JSON under its prefix and key, for as long as it lives', async () => {
      const store = redisTokenStore(connection.client, { prefix: 'my:' });
      await store.set('key', TOKEN, 3_600_000);
      expect(JSON.parse((await raw.get('my:key')) ?? '')).toEqual(TOKEN);
      expect(await raw.pttl('my:key')).toBeGreaterThan(3_590_000);
      expect(await store.get('key')).toEqual(TOKEN);
      await store.delete('key');
      expect(await raw.keys('*')).toEqual([]);
      expect(await store.get('key')).toBeUndefined();
    });

    it.each([
      [undefined, -1],
      [60_000.4, 60_000],
      [0.2, -2],
    ])('takes a life of %s ms', async (life, ttl) => {
      const store = redisTokenStore(connection.client);
      await store.set('key', TOKEN, life);
      await new Promise((resolve) => setTimeout(resolve, 5));
      const left = await raw.pttl('key');
      expect(left).toBeLessThanOrEqual(ttl);
      expect(left).toBeGreaterThan(ttl - 1_000);
    });

    it.each(['', '{"accessToken":"T"', '7', 'null', '"T"', '[]', '{"accessToken":"T"}', '{"obtainedAt":1}'])(
      'holds %j to be no token',
      async (broken) => {
        await raw.set('key', broken);
        expect(await redisTokenStore(connection.client).get('key')).toBeUndefined();
      },
    );

    it('gives a lock to one at a time, under its prefix and with a life', async () => {
      const [first, second] = [0, 1].map(() => redisTokenStore(connection.client, { prefix: 'my:' }));
      const release = await first?.lock('key');
      expect(await raw.pttl('my:key:lock')).toBeGreaterThan(4_000);
      const taken = vi.fn();
      const waiting = second?.lock('key').then(taken);
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(taken).not.toHaveBeenCalled();
      await release?.();
      await waiting;
      expect(taken).toHaveBeenCalledTimes(1);
    });

    it('gives a lock on when its life is over, and the late holder does not take it away', async () => {
      const store = redisTokenStore(connection.client, { lockTtlMs: 50 });
      const release = await store.lock('key');
      await redisTokenStore(connection.client).lock('key');
      const next = await raw.get('key:lock');
      await release();
      expect(await raw.get('key:lock')).toBe(next);
      expect(next).not.toBeNull();
    });
  });
});

describe('a token store in a Redis', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const clientWhose = (set: NodeRedisClient['set']) => {
    const nothing = () => Promise.resolve(null);
    return { isOpen: true, get: nothing, set, del: nothing, eval: vi.fn(nothing) } satisfies NodeRedisClient;
  };

  it('waits for a lock for less than the ten seconds of a client', async () => {
    const store = redisTokenStore(clientWhose(() => Promise.resolve(null)));
    const refused = expect(store.lock('key')).rejects.toThrow('the store did not respond in time');
    await vi.advanceTimersByTimeAsync(9_000);
    await refused;
  });

  it('that does not answer is waited for one second, and gives back what it may still lock', async () => {
    const client = clientWhose(() => new Promise(() => {}));
    const refused = expect(redisTokenStore(client).lock('key')).rejects.toThrow('did not respond in time');
    await vi.advanceTimersByTimeAsync(1_000);
    await refused;
    expect(client.eval).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('redisTokenStore', () => {
  it.each<[string, unknown, object]>([
    ['client', undefined, {}],
    ['client', {}, {}],
    ['lockTtlMs', { eval: () => {} }, { lockTtlMs: 0 }],
    ['lockTtlMs', { eval: () => {} }, { lockTtlMs: '5000' }],
  ])('refuses a wrong %s', (option, client, options) => {
    expect(() => redisTokenStore(client as RedisClient, options)).toThrow(new RegExp(`^kobble-client: ${option} must`));
  });
});
