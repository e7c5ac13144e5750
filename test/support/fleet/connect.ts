// Both packages' clients, told apart by name.
import { Redis } from 'ioredis';
import { createClient } from 'redis';
import type { RedisClient } from '../../../src/redis/index.js';

export const PACKAGES = ['ioredis', 'redis'] as const;
export type Package = (typeof PACKAGES)[number];

export interface Connection {
  readonly client: RedisClient;
  readonly close: () => void;
}

/** A client with its package's own defaults, which goes on trying to connect again. */
export async function connect(name: Package, port: number): Promise<Connection> {
  const ignore = () => {}; // what Redis does to the calls is what the tests look at
  if (name === 'ioredis') {
    const client = new Redis(port, '127.0.0.1').on('error', ignore);
    return { client, close: () => client.disconnect() };
  }
  const client = createClient({ url: `redis://127.0.0.1:${port}` }).on('error', ignore);
  await client.connect();
  return { client, close: () => client.destroy() };
}
