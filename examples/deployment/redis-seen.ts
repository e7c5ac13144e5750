import type { Redis } from 'ioredis';
import { createWebhookHandler, type SeenStore, type WebhookHandler } from 'kobble-client/webhooks';

/** The ids of messages in a Redis that all processes share. */
const redisSeen = (redis: Redis): SeenStore => ({
  get: (key) => redis.get(key), // null if it was not seen
  set: (key, _seen, ttlMs) =>
    ttlMs === undefined ? redis.set(key, '1') : redis.set(key, '1', 'PX', Math.max(1, Math.round(ttlMs))),
});

export const createHandler = (redis: Redis, topicArn: string): WebhookHandler =>
  createWebhookHandler({
    topicArns: [topicArn],
    seen: redisSeen(redis),
    consumer: 'ledger', // a name for each service that shares the Redis
    onEvent: ({ type, entity_id }) => console.log(type, entity_id),
  });
