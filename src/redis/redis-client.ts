import { optionError } from '../checks.js';

/** The part of an `ioredis` client, cluster or sentinel that is used. */
export interface IoredisClient {
  get(key: string): Promise<unknown>;
  set(key: string, value: string): Promise<unknown>;
  set(key: string, value: string, px: 'PX', milliseconds: number, nx?: 'NX'): Promise<unknown>;
  del(key: string): Promise<unknown>;
  eval(script: string, keyCount: number, key: string, argument: string): Promise<unknown>;
}

/** The part of a `redis` (node-redis 4 or later) client, pool, cluster or sentinel that is used. */
export interface NodeRedisClient {
  readonly isOpen: boolean;
  get(key: string): Promise<unknown>;
  set(key: string, value: string, options?: { PX?: number; NX?: true }): Promise<unknown>;
  del(key: string): Promise<unknown>;
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
}

/** A connected client of either package. */
export type RedisClient = IoredisClient | NodeRedisClient;

/** The commands that a store needs, the same for both packages. */
export interface Commands {
  get(key: string): Promise<unknown>;
  set(key: string, value: string, milliseconds: number | undefined): Promise<unknown>;
  /** Resolves to true if the key was absent. */
  setIfAbsent(key: string, value: string, milliseconds: number): Promise<boolean>;
  delete(key: string): Promise<unknown>;
  /** Does nothing if another process has set the key since. */
  deleteIfEqual(key: string, value: string): Promise<unknown>;
}

const DELETE_IF_EQUAL = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0`;

/** Returns the commands of a client, or throws if it is not one. */
export function commandsOf(client: RedisClient): Commands {
  if (typeof (client as Partial<RedisClient> | undefined)?.eval !== 'function') {
    throw optionError('client', 'must be a client of ioredis or of redis');
  }
  return 'isOpen' in client ? nodeRedisCommands(client) : ioredisCommands(client);
}

const ioredisCommands = (client: IoredisClient): Commands => ({
  get: (key) => client.get(key),
  set: (key, value, milliseconds) =>
    milliseconds === undefined ? client.set(key, value) : client.set(key, value, 'PX', milliseconds),
  setIfAbsent: async (key, value, milliseconds) => (await client.set(key, value, 'PX', milliseconds, 'NX')) !== null,
  delete: (key) => client.del(key),
  deleteIfEqual: (key, value) => client.eval(DELETE_IF_EQUAL, 1, key, value),
});

const nodeRedisCommands = (client: NodeRedisClient): Commands => ({
  get: (key) => client.get(key),
  set: (key, value, milliseconds) => client.set(key, value, milliseconds === undefined ? {} : { PX: milliseconds }),
  setIfAbsent: async (key, value, milliseconds) =>
    (await client.set(key, value, { PX: milliseconds, NX: true })) !== null,
  delete: (key) => client.del(key),
  deleteIfEqual: (key, value) => client.eval(DELETE_IF_EQUAL, { keys: [key], arguments: [value] }),
});

/** A lock that ends by itself after this many whole milliseconds. Only its owner can release it. */
export function lockOf(commands: Commands, key: string, milliseconds: number) {
  const owner = crypto.randomUUID();
  const lock = `${key}:lock`;
  return {
    take: () => commands.setIfAbsent(lock, owner, milliseconds),
    release: () => commands.deleteIfEqual(lock, owner),
  };
}

/** Redis accepts only whole numbers above zero, in digits. */
export const wholeMs = (milliseconds: number): number =>
  Math.min(Math.max(1, Math.round(milliseconds)), Number.MAX_SAFE_INTEGER);
