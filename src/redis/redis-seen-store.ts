import { checkPositive, ownCopy } from '../checks.js';
import type { KeyValueStore } from '../options.js';
import { commandsOf, lockOf, wholeMs, type RedisClient } from './redis-client.js';

/** Options of {@link redisSeenStore}. */
export interface RedisSeenStoreOptions {
  /** Prefix of each key, for a Redis that others use too. Default: none; all keys start with `kobble-client:`. */
  readonly prefix?: string | undefined;
  /**
   * Lifetime of a lock in milliseconds: if a process dies while it handles a message, another is handed the message after
   * this time. Default 30 000. Keep it below 60 000: SNS tries for no longer by default.
   */
  readonly lockTtlMs?: number | undefined;
}

/** What {@link redisSeenStore} returns: the option `seen` of a webhook handler. */
export interface RedisSeenStore extends KeyValueStore<boolean, unknown> {
  tryLock(key: string): Promise<(() => Promise<unknown>) | undefined>;
}

/**
 * Returns the option `seen` of a webhook handler, in Redis: of all your processes, one is handed each message, also if SNS
 * delivers it to two of them at the same time. While Redis is down, messages are answered 503, and SNS delivers again. A
 * message can be handed over again if a process dies, a callback takes longer than the lock, or Redis loses what it had.
 *
 * @param client A connected client of `ioredis` or `redis`. Listen to its `error` event and close it yourself.
 * @example
 * const handler = createWebhookHandler({ topicArns, onEvent, seen: redisSeenStore(redis) });
 */
export function redisSeenStore(client: RedisClient, options: RedisSeenStoreOptions = {}): RedisSeenStore {
  const { prefix = '', lockTtlMs = 30_000 } = ownCopy(options);
  const commands = commandsOf(client);
  const lockMs = wholeMs(checkPositive('lockTtlMs', lockTtlMs));
  return {
    get: async (key) => commands.get(prefix + key), // null if there is none
    set: async (key, _seen, ttlMs) => commands.set(prefix + key, '1', ttlMs === undefined ? undefined : wholeMs(ttlMs)),
    async tryLock(key) {
      const { take, release } = lockOf(commands, prefix + key, lockMs);
      return (await take()) ? release : undefined;
    },
  };
}
