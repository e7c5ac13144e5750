export { redisSeenStore, type RedisSeenStore, type RedisSeenStoreOptions } from './redis-seen-store.js';
export { redisTokenStore, type RedisTokenStoreOptions } from './redis-token-store.js';
export type { IoredisClient, NodeRedisClient, RedisClient } from './redis-client.js';
