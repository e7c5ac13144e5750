/** What is used of a client, a cluster or a sentinel of the package `ioredis`. */
export interface IoredisClient {
  get(key: string): Promise<unknown>;
  set(key: string, value: string): Promise<unknown>;
  set(key: string, value: string, px: 'PX', milliseconds: number, nx?: 'NX'): Promise<unknown>;
  del(key: string): Promise<unknown>;
  eval(script: string, keyCount: number, key: string, argument: string): Promise<unknown>;
}

/** What is used of a client, a pool, a cluster or a sentinel of the package `redis` (node-redis 4 and later). */
export interface NodeRedisClient {
  readonly isOpen: boolean;
  get(key: string): Promise<unknown>;
  set(key: string, value: string, options?: { PX?: number; NX?: true }): Promise<unknown>;
  del(key: string): Promise<unknown>;
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
}

/** A connected client of either package. */
export type RedisClient = IoredisClient | NodeRedisClient;

/** The commands of a store, in the words of either package. */
export interface Commands {
  get(key: string): Promise<unknown>;
  set(key: string, value: string, milliseconds: number | undefined): Promise<unknown>;
  /** True where the key was free. */
  setWhereFree(key: string, value: string, milliseconds: number): Promise<boolean>;
  delete(key: string): Promise<unknown>;
  /** Leaves alone what somebody else has set since. */
  deleteWhereEqual(key: string, value: string): Promise<unknown>;
}

const DELETE_WHERE_EQUAL = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0`;

export const commandsOf = (client: RedisClient): Commands =>
  'isOpen' in client ? nodeRedisCommands(client) : ioredisCommands(client);

const ioredisCommands = (client: IoredisClient): Commands => ({
  get: (key) => client.get(key),
  set: (key, value, milliseconds) =>
    milliseconds === undefined ? client.set(key, value) : client.set(key, value, 'PX', milliseconds),
  setWhereFree: async (key, value, milliseconds) => (await client.set(key, value, 'PX', milliseconds, 'NX')) !== null,
  delete: (key) => client.del(key),
  deleteWhereEqual: (key, value) => client.eval(DELETE_WHERE_EQUAL, 1, key, value),
});

const nodeRedisCommands = (client: NodeRedisClient): Commands => ({
  get: (key) => client.get(key),
  set: (key, value, milliseconds) => client.set(key, value, milliseconds === undefined ? {} : { PX: milliseconds }),
  setWhereFree: async (key, value, milliseconds) =>
    (await client.set(key, value, { PX: milliseconds, NX: true })) !== null,
  delete: (key) => client.del(key),
  deleteWhereEqual: (key, value) => client.eval(DELETE_WHERE_EQUAL, { keys: [key], arguments: [value] }),
});
