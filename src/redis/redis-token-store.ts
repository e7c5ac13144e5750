import { bounded, pause, systemClock as clock } from '../clock.js';
import { positive, wrongOption } from '../config.js';
import type { StoredToken, TokenStore } from '../token-store.js';
import { commandsOf, type RedisClient } from './redis-client.js';

export interface RedisTokenStoreOptions {
  /** Goes before each key, for a Redis that others use too. Default: none; the keys start `kobble-client:` as it is. */
  readonly prefix?: string | undefined;
  /**
   * How long a process may keep the others from asking Kobble for a token, in milliseconds: if it dies meanwhile, they go
   * on after that. Default 5000. Nobody waits longer than 8.5 s, whatever stands here.
   */
  readonly lockTtlMs?: number | undefined;
}

const LOCK_TTL_MS = 5_000;
/** With the last answer it stays below the ten seconds that a client waits: no lock is taken for one that has gone on. */
const LOCK_WAIT_MS = 8_500;
const ANSWER_MS = 1_000;
/** Between two looks at a lock, half as much to one and a half times as much: far less than a token request takes. */
const PAUSE_MS = 50;

/**
 * A `tokenStore` in Redis, with a lock: however many processes start, one of them asks Kobble for a token and all of them
 * use it. While Redis is down each process has a token of its own, and says so once in its log.
 *
 * The token in Redis is a secret: whoever can read the key can act as your client until the token ends. Give that Redis a
 * password and TLS, let no one read it who may not call Kobble, and mind its dumps and backups.
 *
 * The lock saves requests and guards nothing else: where it is lost (a failover), two processes ask, and both tokens work.
 *
 * @param client A connected client of `ioredis` or of `redis`, which stays yours: listen to its `error` event, and close it.
 * @example
 * const redis = new Redis(url); // import { Redis } from 'ioredis'
 * redis.on('error', () => {}); // the client logs that it does without
 * const kobble = createKobbleClient({ tokenStore: redisTokenStore(redis) });
 */
export function redisTokenStore(
  client: RedisClient,
  { prefix = '', lockTtlMs = LOCK_TTL_MS }: RedisTokenStoreOptions = {},
): Required<TokenStore> {
  if (typeof (client as Partial<RedisClient> | undefined)?.eval !== 'function') {
    wrongOption('client', 'must be a client of ioredis or of redis');
  }
  const commands = commandsOf(client);
  const lockMs = wholeMs(positive('lockTtlMs', lockTtlMs));

  async function lock(key: string): Promise<() => Promise<unknown>> {
    const lockKey = `${prefix}${key}:lock`;
    const owner = crypto.randomUUID();
    const release = async () => commands.deleteWhereEqual(lockKey, owner);
    const tooLate = () => {
      release().catch(() => {}); // the answer may still come, and say that the lock was taken
      return new Error('Redis did not answer');
    };
    const take = () => commands.setWhereFree(lockKey, owner, lockMs);
    const start = clock.now();
    while (!(await bounded(clock, ANSWER_MS, undefined, tooLate, take))) {
      if (clock.now() - start > LOCK_WAIT_MS) throw new Error('the lock was not given back in time');
      await pause(clock, PAUSE_MS * (0.5 + clock.random()), undefined);
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

/** Redis takes whole numbers above zero. */
const wholeMs = (milliseconds: number): number => Math.max(1, Math.round(milliseconds));

/** Undefined where nothing is stored, or something else than a token. */
function parseToken(text: unknown): StoredToken | undefined {
  try {
    const value: unknown = JSON.parse(String(text));
    return isToken(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isToken(value: unknown): value is StoredToken {
  if (typeof value !== 'object' || value === null) return false;
  const { accessToken, obtainedAt, expiresIn } = value as Partial<Record<keyof StoredToken, unknown>>;
  return (
    typeof accessToken === 'string' &&
    typeof obtainedAt === 'number' &&
    (expiresIn === undefined || typeof expiresIn === 'number')
  );
}
