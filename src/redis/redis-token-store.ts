import { isStoredToken, storeTimeout } from '../auth/store.js';
import { checkPositive, ownCopy } from '../checks.js';
import type { StoredToken, TokenStore } from '../options.js';
import { pause, systemClock as clock, withTimeLimit } from '../time.js';
import { commandsOf, lockOf, wholeMs, type RedisClient } from './redis-client.js';

/** Options of {@link redisTokenStore}. */
export interface RedisTokenStoreOptions {
  /** Prefix of each key, for a Redis that others use too. Default: none; all keys start with `kobble-client:`. */
  readonly prefix?: string | undefined;
  /**
   * Lifetime of the lock in milliseconds: if the process that holds it dies, the others continue after this time. Default
   * 5000. No process waits longer than 8.5 s.
   */
  readonly lockTtlMs?: number | undefined;
}

const LOCK_TTL_MS = 5_000;
/** With the last response this is less than the 10 s that a client waits, so that no lock is taken for nobody. */
const LOCK_WAIT_MS = 8_500;
const RESPONSE_MS = 1_000;
/** Average pause between two attempts to take a lock, far less than a token request takes. */
const PAUSE_MS = 50;

/**
 * Returns a `tokenStore` in Redis, with a lock: one of your processes requests a token from Kobble and all of them use it.
 * While Redis is down, each process has a token of its own and logs one warning.
 *
 * The token in Redis is a secret: whoever reads the key can act as your client until the token expires. Protect that Redis
 * with a password and TLS, and protect its dumps and backups.
 *
 * The lock only saves requests. If it is lost (in a failover), two processes request a token, and both tokens work.
 *
 * @param client A connected client of `ioredis` or `redis`. Listen to its `error` event and close it yourself.
 * @example
 * const redis = new Redis(url); // import { Redis } from 'ioredis'
 * redis.on('error', () => {}); // the client logs a warning
 * const kobble = createKobbleClient({ tokenStore: redisTokenStore(redis) });
 */
export function redisTokenStore(client: RedisClient, options: RedisTokenStoreOptions = {}): Required<TokenStore> {
  const { prefix = '', lockTtlMs = LOCK_TTL_MS } = ownCopy(options);
  const commands = commandsOf(client);
  const lockMs = wholeMs(checkPositive('lockTtlMs', lockTtlMs));

  async function lock(key: string): Promise<() => Promise<unknown>> {
    const { take, release } = lockOf(commands, prefix + key, lockMs);
    const onTimeout = () => {
      release().catch(() => {}); // the lock may have been taken although the response is late
      return storeTimeout();
    };
    const start = clock.now();
    while (!(await withTimeLimit(take, { clock, ms: RESPONSE_MS, onTimeout }))) {
      if (clock.now() - start > LOCK_WAIT_MS) throw storeTimeout();
      await pause(clock, PAUSE_MS * (0.5 + clock.random()));
    }
    return release;
  }

  return {
    get: async (key) => parseToken(await commands.get(prefix + key)),
    set: async (key, token, ttlMs) =>
      commands.set(prefix + key, JSON.stringify(token), ttlMs === undefined ? undefined : wholeMs(ttlMs)),
    delete: async (key) => commands.delete(prefix + key),
    lock,
  };
}

/** Returns undefined if nothing is stored, or something other than a token. */
function parseToken(text: unknown): StoredToken | undefined {
  try {
    const value: unknown = JSON.parse(String(text));
    return isStoredToken(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
